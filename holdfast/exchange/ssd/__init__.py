"""The Standard Safeguarding Dataset as a folder of CSV files, with Holdfast's extension tables."""

from holdfast.exchange.ssd.reading import read, recognises

__all__ = ["read", "recognises"]
