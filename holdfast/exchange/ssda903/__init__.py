"""The SSDA903 return on looked after children: CSV tables of one or several years, or XML."""

from holdfast.exchange.ssda903.reading import read, recognises

__all__ = ["read", "recognises"]
