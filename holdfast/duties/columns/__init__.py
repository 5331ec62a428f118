"""The column engine: every duty for every child at once, from the same definitions as the scalar engine."""

from holdfast.duties.columns.sweep import sweep

__all__ = ["sweep"]
