"""Files in and out: a council's extracts become a record, and a record becomes files again.

``reading.read_extract`` is the one door in. It tells the kind of a file by what is in it, never by its name,
and hands it to the reader of that kind: ``ssd`` (the Standard Safeguarding Dataset and Holdfast's extension
tables), ``annex_a`` (Ofsted's child-level lists), ``ssda903`` (the return on looked after children) and
``cin`` (the census of children in need). Nothing is dropped in silence: what cannot be read is a ``Problem``
that names its place.
"""
