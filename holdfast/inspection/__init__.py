"""Reading what Ofsted wrote: a report, a letter or a press article becomes values, each with its page and its quote.

``reading.read_document`` is the one door in. It is given the bytes of a file and its name, tells what the file is by
what is in it, and gives one ``Report`` for each document (or, of an article, for each authority). Every rule works on
``Page`` and ``Line``; only ``pdf`` knows the library that opens a PDF. Nothing here asks the time, the network or a
database. A value that was not found is *not read*, with the reason; it is never blank and never guessed.
"""
