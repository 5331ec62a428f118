"""The children a finding was about on a day, and what became of them."""
