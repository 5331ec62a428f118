"""Holdfast: who is due, who is late and who is drifting, by name, with the law and the sum.

The floors of the package, from the bottom: `law` and `dates`; `record` (what has happened to a child);
`duties` (what the law asks, by when); `measures`; `exchange` (files in and out); `inspection` (what
inspectors wrote); `wexmouth` (an invented
council); `cli` (the command). A floor may look down, never up: docs/decisions/0001-layout.md.
"""

__version__ = "0.1.0"
