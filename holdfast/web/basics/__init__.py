"""The basics of practice for one day: the council, each team, and the children behind each."""
