"""What inspectors wrote: documents with their points and statements, a council's line, themes over time, search."""
