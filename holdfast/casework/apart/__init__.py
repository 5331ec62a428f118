"""Files from outside are read apart: in a process of their own that has little time and memory and no secrets."""
