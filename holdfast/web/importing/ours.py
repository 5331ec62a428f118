"""Whether a file is the invented council's own: only such a file may come in through a page."""

from holdfast.casework.importing import Proposal

PREFIX = "WX-"
"""How the id of every child, worker and team of Wexmouth begins."""

NOT_OURS = (
    "This file is not Wexmouth's own: it names children, workers or teams who are not of the invented council. Nothing "
    "of it was kept. Real files are read with the command line, which shows nothing to a browser: "
    "manage.py import_extract PATH."
)


def is_ours(proposal: Proposal) -> bool:
    """Whether every child, worker and team that the file names is Wexmouth's."""
    return bool(proposal.ids) and all(one.startswith(PREFIX) for one in proposal.ids)
