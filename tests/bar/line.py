"""A line of the bar: what it promises, how that is measured, and the sabotage that must turn the measure red.

A control breaks the path from the test's side only: the product has no switch. A measure that stays green under its
control measures nothing, so the line is then as red as if it had failed.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field, replace
from time import perf_counter
from unittest.mock import patch


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one run of a measure found: of ``n`` cases so many were wrong; ``said`` tells more in words.

    ``broke`` is what ended the measure itself before it could find anything.
    """

    n: int
    wrong: int
    said: str = ""
    examples: tuple[str, ...] = ()
    broke: str = ""


Measure = Callable[[int], Found]
Sabotage = Callable[[], AbstractContextManager[object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """One sabotage, in words, and how many cases are enough to notice it.

    ``may_not_show`` says why a sabotage of the machine cannot be seen here; it is then run and reported, not held.
    ``part`` is the part of the line's own measure that meets what is broken; the whole of it where there is none.
    """

    words: str
    sabotage: Sabotage
    n: int
    may_not_show: str = ""
    part: Measure | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the bar. ``full`` and ``short`` are how many cases a run has; ``unit`` what a case is.

    ``asked`` is what the bar asks for. ``whole``: the full run is that; where it is less, it is told as shortened too.
    ``briefly`` measures as many cases in less time, where a run is shortened; a line without it has fewer cases then.
    ``sliced`` is the same promise in a cheaper form, with fewer controls, for a slice; a line without it is its own.
    """

    code: str
    says: str
    unit: str
    measure: Measure
    controls: tuple[Control, ...]
    full: int
    short: int
    slice: int = 0
    asked: str = ""
    whole: bool = False
    briefly: Measure | None = None
    sliced: "Line | None" = None

    @property
    def small(self) -> "Line":
        """The line as a slice measures it."""
        return self.sliced or self


@dataclass(frozen=True, slots=True, kw_only=True)
class NotDone:
    """A line that nothing measures yet, and why."""

    code: str
    says: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A line that is measured, but not in a run this small: it has no slice."""

    code: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """A line after its run: what it found, what each control found, and how long it all took."""

    line: Line
    found: Found
    controls: Mapping[str, Found] = field(default_factory=dict)
    seconds: float = 0.0
    shortened: bool = False

    @property
    def blind(self) -> tuple[str, ...]:
        """The controls that the measure did not notice, though it must."""
        must = {one.words for one in self.line.controls if not one.may_not_show}
        return tuple(words for words, found in self.controls.items() if words in must and not found.wrong)

    @property
    def holds(self) -> bool:
        """Whether nothing was wrong, and every sabotage was noticed."""
        return not self.found.wrong and not self.blind and self.found.n > 0


def run(line: Line, n: int, *, shortened: bool) -> Ran:
    """Measure the line, then measure it again under each sabotage.

    Where the measure itself breaks, that is a wrong of the line; under a sabotage it is no red, as nothing was noticed.
    """
    began = perf_counter()
    measure = line.briefly if shortened and line.briefly else line.measure
    found = _whatever_happens(lambda: measure(n))
    if found.broke:
        found = replace(found, wrong=1, examples=(found.broke,))
    controls = {one.words: _whatever_happens(lambda one=one: _under(one, line)) for one in line.controls}
    return Ran(
        line=line, found=found, controls=controls, seconds=perf_counter() - began, shortened=shortened or not line.whole
    )


def _under(control: Control, line: Line) -> Found:
    with control.sabotage():
        return (control.part or line.measure)(control.n)


def _whatever_happens(measure: Callable[[], Found]) -> Found:
    """What the measure found; where it broke, nothing, and with what."""
    try:
        return measure()
    except Exception as problem:
        broke = repr(problem)[:300]
        return Found(n=0, wrong=0, said=f"the measure broke: {broke}", broke=broke)


def replaced(*pairs: tuple[str, object]) -> Sabotage:
    """A sabotage that puts something else in the place of each dotted name."""

    @contextmanager
    def sabotage() -> Iterator[None]:
        patches = [patch(name, value) for name, value in pairs]
        for one in patches:
            one.start()
        try:
            yield
        finally:
            for one in reversed(patches):
                one.stop()

    return sabotage
