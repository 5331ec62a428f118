"""What is made ready for a visit, what came of one, and the papers for a board, a commissioner and members."""
