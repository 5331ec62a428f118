"""Drift rules: plain sentences about what has stood still on a child's record. No law, no score, no blame."""
