"""The worked-out nouns. Their days obey the moment they were worked out for; nothing of them is ever stored."""

from dataclasses import dataclass
from datetime import date, datetime

from holdfast.record.field import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class CarePeriod(Fact):
    """A whole time of being looked after, over all its episodes. It ends at eighteen at the latest.

    ``started_on`` is its first day on record. ``entered_on`` is the day the child came into care: None where the
    first episode on record says that it continues one that is not. ``reviews_from`` is None where every review is
    on record; else the day before which reviews may have been held that are not. ``second_unsure_from`` is then the
    day of the first review on record, where it may have been the first of all and the one after came (or comes)
    later than three months but within six. ``six_months_until`` is the last day from which six months end by the
    fifth birthday. ``assessed_before_on`` is a health assessment completed in the three months before coming into
    care. ``in_court`` is true where care proceedings were on foot within ten working days of coming into care.
    """

    id: str
    started_on: date
    entered_on: date | None
    reviews_from: date | None
    ended_on: date | None
    born_on: date | None
    third_birthday: date | None
    fifth_birthday: date | None
    six_months_until: date | None
    second_unsure_from: date | None
    assessed_before_on: date | None
    in_court: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Stay(Fact):
    """A placement as the visiting rules see it.

    ``year_ends_on`` is its first anniversary. ``temporary`` is true under regulation 24, None where the placement
    may be with a relative or friend and the extract has no temporary approvals; ``approved_on`` is the day full
    approval was decided, ``week_until`` and ``four_weeks_until`` seven and 28 days before it. ``to_eighteen`` is
    true where the record says it is meant to last to eighteen: a long-term fostering code (U1, U4) or a step that
    says so; None where there is no code and the extract has no steps. ``planned``: a request that was no emergency,
    with its day of moving, is on record for it. ``reviews_told`` is false where a first review may have been held
    that is not on record; ``entered_on`` is the day of coming into care.
    """

    id: str | None
    started_on: date
    ended_on: date | None
    year_ends_on: date
    temporary: bool | None
    approved_on: date | None
    week_until: date | None
    four_weeks_until: date | None
    to_eighteen: bool | None
    planned: bool
    entered_on: date | None
    first_review_on: date | None
    reviews_told: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthsTime(Fact):
    """The time in care during which a yearly questionnaire is owed: from four years of age to seventeen."""

    id: str
    started_on: date
    ended_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalTerm(Fact):
    """The first sixteen weeks of a temporary approval. ``over_on``: it ended, or the extension took over."""

    id: str | None
    started_on: date
    approved_on: date | None
    over_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalExtension(Fact):
    """What follows the sixteen weeks: an extension (``extended``), or nothing on record."""

    id: str | None
    started_on: date
    extended: bool
    approved_on: date | None
    ended_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AdoptionWay(Fact):
    """A child's way to adoption, once a decision or a placement order makes adoption the plan.

    ``ended_on``: the decision was reversed, or the child left care. ``settled_on``: that, or the child was placed.
    """

    id: str | None
    entered_on: date | None
    ordered_on: date | None
    matched_on: date | None
    placed_on: date | None
    ended_on: date | None
    settled_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Eligibility(Fact):
    """Whether a young person of 16 or 17 in care has been in care long enough for leaving care services.

    ``known`` is false while thirteen weeks are not reached on this record, or the birth date is missing;
    ``started_on`` is then the day this period of care began, else the day of becoming eligible.
    """

    started_on: date
    known: bool
    would_reach_on: date | None
    ended_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayTime(Fact):
    """The time a pathway plan is to be kept under review."""

    started_on: date
    ended_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PathwayReview(Fact):
    """A review of a pathway plan."""

    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class AdviserTime(Fact):
    """The time from eighteen to twenty-one during which the council keeps in touch."""

    started_on: date
    ended_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TwoWayContact(Fact):
    """A contact in which the young person answered."""

    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeTime(Fact):
    """A home that the council provides for a care leaver, until it ends or the young person turns twenty-one.

    ``reviewed_on`` is the first review of the pathway plan on the 28th day in the home or later.
    """

    id: str | None
    started_on: date
    review_booked_for: date | None
    reviewed_on: date | None
    ended_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentTime(Fact):
    """A child and family assessment until it is authorised; ``closed_on`` is the day its episode of need closed."""

    id: str | None
    started_on: date
    authorised_on: date | None
    closed_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReReferral(Fact):
    """A referral within twelve months of the one before; ``started_on`` is the earlier referral's day."""

    started_on: date
    again_on: date
    closed_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EnquiryTime(Fact):
    """A section 47 enquiry. ``ended_on`` only where it ended in a way that needs no conference."""

    id: str | None
    started_on: date
    ended_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionTime(Fact):
    """A child protection plan counted from the conference that made it (or its own start)."""

    id: str | None
    started_on: date
    plan_from: date
    ended_on: date | None
    repeat: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Return(Fact):
    """A missing child's return. Where an interview was offered and declined and none was held since, one of two
    days is filled: ``declined_on`` where the offer came in time, ``offered_late_on`` where it came after 72 hours.
    """

    id: str | None
    returned_on: date
    returned_at: datetime | None
    declined_on: date | None
    offered_late_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HomelessResponse(Fact):
    """A homeless young person's presentation. ``lawful_on`` is the day of a place that is not bed and breakfast."""

    id: str | None
    on: date
    lawful_on: date | None
    closed_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FosteringTime(Fact):
    """A private fostering arrangement from the day the council was told; ``year_ends_on`` is a year later.

    It ends at sixteen, or at eighteen for a disabled child. Where the extract has no disabilities, ``certain`` is
    false for the time from sixteen to eighteen, which is then a fact of its own.
    """

    id: str | None
    started_on: date
    year_ends_on: date
    first_visit_on: date | None
    suitable_on: date | None
    ended_on: date | None
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute(Fact):
    """A reviewing officer's formal dispute over all its stages; ``started_on`` is the first formal stage."""

    id: str | None
    started_on: date
    settled_on: date | None
