"""The children in need census: one XML file a year, read into the record and written from it."""

from holdfast.exchange.cin.reading import read, recognises

__all__ = ["read", "recognises"]
