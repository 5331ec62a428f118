"""How fast, how much memory, how it grows. Printed, never asserted: a machine's mood is no test."""
