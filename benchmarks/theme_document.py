"""The scores of themes and polarity as a document: figures only, no words of any report."""

from collections.abc import Iterable, Sequence
from datetime import date

from benchmarks.theme_labels import POINTS, STATEMENTS
from benchmarks.theme_scores import Counts, added, macro
from benchmarks.theme_ways import MODEL, NAMES, POLARITIES, RULES, WAYS, Scored
from holdfast.inspection.polarity import polarity_version
from holdfast.inspection.themes import themes, themes_version

HEAD = """\
# Themes and polarity: how often they are right

Written by `python -m benchmarks.themes` on {day}, with version {themes} of `holdfast/inspection/themes.toml` and
version {polarity} of `holdfast/inspection/polarity.toml`. Change a word there, raise its version, and run it again.

A **theme** says what a sentence or a point is about, by the words that stand in it; each sentence is read alone. A
**polarity** says whether it tells of a strength, a weakness, both (mixed) or neither (neutral). Both are rules that a
person can read, and each shows the words by which it told. A person can correct either; both then stand side by side.

Compared with what two readings of the same sentences said (A and B; `tests/inspection/labels/README.md`): a machine
that reads language made both, and nobody of the sector has checked them. So the figures say how near the rules come to
that machine. They do not say how near they come to an inspector.

- **rules**: what ships.
- **bare words**: for a theme the words of its name; for polarity five words of praise and five of concern.
- **learnt model**: a logistic regression on words and pairs of words, learnt from the labels of the open reports, and
  never asked about a report that it learnt from. Its one setting was chosen on the open reports. Nothing of it ships.

A fourth way is a model of language that works offline: all-MiniLM-L6-v2 makes 384 numbers of a sentence's meaning, and
a regression learns from those, by `python -m benchmarks.theme_meaning` (folds of the open reports, label A; nothing was
tuned). Themes of points: P 0.75, R 0.66, F1 micro 0.70, macro 0.62. Themes of statements: 0.58, 0.58, 0.58, 0.52.
Polarity: 0.78 right, F1 macro 0.57; strength 0.85 / 0.89, weakness 0.76 / 0.77, mixed 0.17 / 0.16, neutral 0.55 / 0.40.
It does not reach the rules on the open reports, where they are at home, nor what they came to on the sealed ones; it
was not asked about those. It weighs 90 MB, its regression learns from 630 texts only, and it shows no word by which it
told. Nothing of it ships.

P is precision: of what was told, how much was labelled. R is recall: of what was labelled, how much was told. F1 is
their harmonic mean. *Micro* counts every telling once; *macro* is the mean F1 of all themes. *Shared* is the share of
texts with at least one theme in common (or none on both sides); *exact* the share with all the same.

**What ships: the rules, for every theme and for polarity.** Over all themes, and in polarity, they are ahead of both
other ways on the sealed reports too. Under each table stands where another way did better. There the rules are kept all
the same: they show their words, a person can mend them, and most of the differences are of a few points over a few
labels. *Early help* is the exception: its words are too wide. The next version should begin with it, with *quality of
plans*, *placements* and *children in care*, and with what is mixed or neutral.
"""

OPEN_NOTE = """\
The rules were written while these texts could be read, so their figures here are better than they will be elsewhere:
look at the sealed third for that.
"""
SEALED_NOTE = """\
Nobody who wrote a rule opened these reports. They were scored once, with version 1 of both lists, and this is what came
out. Later versions were not scored on them again. Of polarity: 2 (grades that were given before are no concern, and
what is asked for is one), 3 (*who have not* and *having to wait* are concerns), 4 (what has *worsened* and what
somebody *has no* part of are concerns; who recognises drift and raises it shows none). Of themes: 2 (*disruption* tells
of exploitation only beside what is disrupted or by what). What they changed is counted on the open reports alone, where
neither 3 and 4 of polarity nor 2 of themes changes a figure: no labelled text is told otherwise. Of all 31,967
sentences of the open reports 4 changes the polarity of 9, and 2 the themes of 25 (told with both, 30 November 2026).
The 28 themes and the first list of their usual words were drawn up earlier, from counts over all reports, these too.
"""


def document(parts: Sequence[Scored], day: date) -> str:
    """Every table, for each part that was scored."""
    head = HEAD.format(day=f"{day.day} {day:%B %Y}", themes=themes_version(), polarity=polarity_version())
    return "\n".join([head, *(line for part in parts for line in _part(part))])


def _part(part: Scored) -> Iterable[str]:
    reports = len({one.file for one in part.texts})
    yield f"## The {part.part} reports\n"
    yield f"{part.points} points and {len(part.statements)} statements of {reports} reports.\n"
    yield SEALED_NOTE if part.part == "sealed" else OPEN_NOTE
    yield "### Themes, all together\n"
    yield from _table(
        ("texts", "way", "label", "P", "R", "F1 micro", "F1 macro", "shared", "exact"), _themes_rows(part)
    )
    yield "### Each theme (points and statements, label A)\n"
    yield from _table(
        ("theme", "labelled", "rules P", "rules R", "rules F1", "bare words F1", "learnt model F1"), _theme_rows(part)
    )
    yield _won(part)
    yield "### Polarity of statements\n"
    yield from _table(
        ("label", "way", "all right", "F1 macro", *(f"{one} P / R" for one in POLARITIES)), _polarity_rows(part)
    )


def _themes_rows(part: Scored) -> Iterable[tuple[str, ...]]:
    for kind in (POINTS, STATEMENTS):
        for reading, name in enumerate("AB"):
            for way in WAYS:
                found = part.theme_scores(way, reading, kind)
                micro = found.micro
                figures = (micro.precision, micro.recall, micro.f1, found.macro, found.shared, found.exact)
                yield kind, way, name, *map(_figure, figures)


def _theme_rows(part: Scored) -> Iterable[tuple[str, ...]]:
    every = {way: part.theme_scores(way).by_theme for way in WAYS}
    for one in themes():
        rules = every[RULES][one.id]
        figures = (rules.precision, rules.recall, rules.f1, every[NAMES][one.id].f1, every[MODEL][one.id].f1)
        yield one.id, str(rules.labelled), *(_figure(figure) if rules.labelled else "-" for figure in figures)


def _won(part: Scored) -> str:
    """Where a plainer way was better than the rules."""
    every = {way: part.theme_scores(way).by_theme for way in WAYS}
    beaten = [
        f"{one.id} ({way} {_figure(every[way][one.id].f1)}, rules {_figure(every[RULES][one.id].f1)})"
        for one in themes()
        for way in (NAMES, MODEL)
        if every[way][one.id].f1 > every[RULES][one.id].f1
    ]
    return f"Where another way has the higher F1: {'; '.join(beaten) or 'in no theme'}.\n"


def _polarity_rows(part: Scored) -> Iterable[tuple[str, ...]]:
    for reading, name in enumerate("AB"):
        for way in WAYS:
            found = part.polarity_scores(way, reading)
            right = added(found.values()).recall
            yield name, way, _figure(right), _figure(macro(found.values())), *(_both(found[one]) for one in POLARITIES)


def _both(counts: Counts) -> str:
    return f"{_figure(counts.precision)} / {_figure(counts.recall)}"


def _figure(share: float) -> str:
    return f"{share:.2f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterable[str]:
    yield f"| {' | '.join(head)} |"
    yield f"|{' --- |' * len(head)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""
