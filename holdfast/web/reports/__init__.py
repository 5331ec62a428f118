"""The pages of what inspectors wrote: a council's line, the map, themes over time, search, and a report taken in."""
