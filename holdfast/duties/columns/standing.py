"""Every child's record as it stood at a moment, with the worked-out nouns as frames, each computed once."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cached_property

import polars as pl

from holdfast.duties.standing import held_has
from holdfast.record.child import Held
from holdfast.record.columns import Columns, schema_of
from holdfast.record.field import Fact
from holdfast.record.people import Person

Twin = Callable[["StandingColumns"], pl.DataFrame]


class StandingColumns:
    """The column twin of ``Standing``."""

    def __init__(self, columns: Columns, moment: datetime) -> None:
        """Take the record as it stood at ``moment``."""
        self.columns = columns.as_at(moment)
        self.moment = moment
        self._kept: dict[type[Fact], pl.DataFrame] = {}

    @property
    def today(self) -> date:
        """The day of the moment."""
        return self.moment.date()

    @property
    def held(self) -> Held:
        """What the extract holds."""
        return self.columns.held

    @cached_property
    def deaths(self) -> pl.DataFrame:
        """child, _died: the day each child who is on record as having died by the moment did so."""
        died = self.of(Person).filter(pl.col("died_on").is_not_null())
        return died.group_by("child").agg(pl.col("died_on").min().alias("_died"))

    def of(self, noun: type[Fact]) -> pl.DataFrame:
        """The frame of this noun, worked out if need be."""
        from holdfast.duties.columns.journeys import TWINS

        twin = TWINS.get(noun)
        if twin is None:
            found = self.columns.of(noun)
            return found if found.width else pl.DataFrame(schema=schema_of(noun))
        if noun not in self._kept:
            self._kept[noun] = twin(self)
        return self._kept[noun]

    def has(self, noun: type[Fact], *fields: str) -> bool:
        """True when the extract can say this."""
        return held_has(self.held, noun, *fields)
