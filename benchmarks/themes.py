"""How often themes and polarity are told rightly, against sentences labelled twice, beside two plainer ways.

``python -m benchmarks.themes FOLDER`` scores the two thirds of the labelled reports that are open. ``--sealed`` scores
the sealed third as well: once for each version of the rules. ``--write FILE`` writes what was scored as a document.
"""

from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from benchmarks.theme_document import document
from benchmarks.theme_labels import labelled
from benchmarks.theme_ways import scored
from holdfast.cli.today import now


def main(words: Sequence[str] | None = None) -> None:
    """Score, print, and write where asked."""
    parser = ArgumentParser(prog="python -m benchmarks.themes", description=__doc__)
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="the folder of the reports that were labelled")
    parser.add_argument("--sealed", action="store_true", help="score the sealed third too; once for each version")
    parser.add_argument("--write", type=Path, metavar="FILE", help="write what was scored as a document")
    args = parser.parse_args(words)
    opened = labelled(args.folder, sealed=False)
    parts = [scored("open", opened)]
    if args.sealed:
        parts.append(scored("sealed", labelled(args.folder, sealed=True), learn_from=opened))
    text = document(parts, now().date())
    print(text)
    if args.write:
        args.write.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
