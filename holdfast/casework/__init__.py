"""What people who work with children do and see: one function for each, over the one record that is held."""
