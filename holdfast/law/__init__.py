"""The law each duty rests on: instruments, provisions, and how each one was read.

Nothing here computes a date. A citation says which provision a figure comes from, what kind of law it
is, from which day it has applied, what was actually read of it, on which day and by what, and who has
signed it off. Ask `holdfast.law.register.citations_for` with a clock's id.
"""
