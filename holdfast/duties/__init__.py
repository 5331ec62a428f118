"""What is asked of the council, and how each clock stands for any child on any day. Pure."""
