"""Reads one year's children in need census into the record.

The census is a year's account of referrals, assessments, enquiries, plans and conferences. What it has no
element for (visits, core groups, how an enquiry ended, workers) stays unknown; so does a part of it that no
child in the file has, because a system may have left that part out.
"""

from collections.abc import Sequence
from pathlib import Path

import polars as pl

from holdfast.exchange.cin import modules
from holdfast.exchange.cin.account import kept_of, tables_of
from holdfast.exchange.cin.frames import frame_of
from holdfast.exchange.cin.gathering import gather
from holdfast.exchange.cin.problems import in_the_files_words, of_the_module
from holdfast.exchange.cin.year import CensusYear, year_of
from holdfast.exchange.extract import Extract, Tick
from holdfast.exchange.heads import Head
from holdfast.exchange.problems import CannotRead
from holdfast.exchange.ssd.checks import check
from holdfast.record.child import Held
from holdfast.record.child_protection import Conference, Enquiry, ProtectionPlan, ProtectionReview
from holdfast.record.columns import Columns, empty, schema_of
from holdfast.record.field import Fact
from holdfast.record.front_door import Assessment, InNeedPlan, Referral
from holdfast.record.people import Person

WORDS = "children in need census"
OF_THE_YEAR: tuple[type[Fact], ...] = (Referral, Assessment, InNeedPlan, Enquiry, ProtectionPlan)
"""What was over before the year began is not in its census: an assessment authorised the year before, a closed plan."""


def recognises(head: Head) -> bool:
    """True for an XML file whose root is the one that the department's census uses."""
    return head.root == "Message"


def read(files: Sequence[Path], tick: Tick) -> Extract:
    """Read one census file. CannotRead for several at once, for another collection, and for a broken file."""
    if len(files) > 1:
        raise CannotRead(_several(files))
    found = gather(files[0], tick)
    collection = found.header.get("CollectionDetails/Collection", "CIN")
    if collection.upper() != "CIN":
        raise CannotRead(_other(found.file, collection))
    if not found.children:
        raise CannotRead(_nobody(found.file))
    year, problems = year_of(found.header, found.file)
    problems += found.problems
    frames: dict[type[Fact], pl.DataFrame] = {}
    for module in modules.MODULES:
        rows = found.rows.get(module.noun, [])
        if rows or module.noun in (Person, Referral):
            frames[module.noun], wrong = frame_of(module, rows, found.file)
            problems += wrong
            problems += of_the_module(module, frames[module.noun], rows, found.file)
    if modules.ENQUIRIES.noun in frames and Conference not in frames:
        frames[Conference], _ = frame_of(modules.CONFERENCES, [], found.file)
    checked = check(frames)
    problems += [in_the_files_words(one) for one in checked.problems]
    tick(f"{WORDS}: {found.children:,} children ({found.file})")
    facts = {noun: frame.select(list(schema_of(noun))) for noun, frame in checked.frames.items()}
    return Extract(
        kind=f"{WORDS}, {year.words}",
        columns=Columns(frames=facts, held=_held(facts, year)),
        tables=tables_of(found, facts, year),
        problems=tuple(sorted(problems, key=lambda one: (one.row or 0, one.table or "", one.column or ""))),
        kept=kept_of(found),
        until=year.reference,
    )


def _held(facts: dict[type[Fact], pl.DataFrame], year: CensusYear) -> Held:
    fields = {
        module.noun: frozenset({*module.fields.values(), *module.links})
        for module in modules.MODULES
        if module.noun in facts
    }
    only = _only_the_years_reviews(facts, year)
    ended = (*OF_THE_YEAR, *((ProtectionReview,) if only else ()))
    return Held(
        fields=fields,
        latest_only=frozenset({ProtectionReview}) if only else frozenset[type[Fact]](),
        known_from={noun: year.begins for noun in ended if noun in facts and year.begins is not None},
        known_until=dict.fromkeys(facts, year.reference) if year.reference is not None else {},
    )


def _only_the_years_reviews(facts: dict[type[Fact], pl.DataFrame], year: CensusYear) -> bool:
    """Whether reviews from before the census year seem to be left out.

    Plans older than the year had reviews before it; where the file has not one of them, a plan's first review
    in the file may be its second or third, so that only the latest says anything.
    """
    if year.begins is None:
        return False
    plans, reviews = (facts.get(noun, empty(noun)) for noun in (ProtectionPlan, ProtectionReview))
    older = plans.filter(pl.col("started_on") < year.begins).height
    return bool(older) and not reviews.filter(pl.col("held_on") < year.begins).height


def _several(files: Sequence[Path]) -> str:
    named = ", ".join(file.name for file in files[:5]) + (" …" if len(files) > 5 else "")
    return (
        f"{len(files)} census files lie here ({named}). One is read at a time, because each tells a year of the "
        "same children over again and nobody could say which account of a referral holds. Give the path of one "
        "file, most often the latest."
    )


def _other(file: str, collection: str) -> str:
    return (
        f"{file}: its header says that it is the collection {collection!r}, not CIN, so nothing in it was read. "
        "Give the XML of a children in need census."
    )


def _nobody(file: str) -> str:
    return (
        f"{file}: there is no <Child> in it, so it holds no child's record. Export the census again from your system, "
        "and check that the export was finished."
    )
