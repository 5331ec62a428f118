"""Which documents the pages have: the invented council's own, and those that were taken in, as put right since."""

from holdfast.casework.improvement import ObjectiveNow
from holdfast.casework.reports.fates import KeptFate
from holdfast.casework.reports.found_again import TakenUp, taken_up
from holdfast.casework.reports.held import Document, Library, library
from holdfast.casework.reports.kept import corrections, documents, fates
from holdfast.web.asking import Asking
from holdfast.wexmouth.reports import the_documents


def the_library(asking: Asking) -> Library:
    """The library as it was on the day that is looked at, with what had been put on record by the moment asked for."""
    known, day = asking.view.as_known, asking.view.today

    def whole() -> Library:
        return library([*_invented(), *documents(known)], corrections(known))

    of: Library = asking.council.kept(("library", known), whole)
    return asking.council.kept(("library", known, day), lambda: of.by(day))


def the_fates(asking: Asking) -> list[KeptFate]:
    """Every fate that had been confirmed by the moment asked for."""
    known = asking.view.as_known
    return asking.council.kept(("fates", known), lambda: fates(known))


def taken_up_points(asking: Asking, now: ObjectiveNow) -> tuple[TakenUp, ...]:
    """The points of reports that an objective comes from; nothing is looked for where it comes from none."""
    return taken_up(now, the_library(asking), the_fates(asking)) if now.objective.points else ()


def _invented() -> list[Document]:
    return [
        Document(key=one.slug, title=one.title, day=one.published, report=one.report) for one in the_documents()
    ]  # fmt: skip
