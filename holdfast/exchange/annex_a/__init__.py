"""Reader and writer of the child-level lists that an inspector asks for (Annex A): one workbook, eleven lists."""

from holdfast.exchange.annex_a.reading import read, recognises

__all__ = ["read", "recognises"]
