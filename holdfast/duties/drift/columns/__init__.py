"""The drift rules for every child at once, from the same needs, numbers and words as for one child."""

from holdfast.duties.drift.columns.sweep import drift_frame, drift_sweep

__all__ = ["drift_frame", "drift_sweep"]
