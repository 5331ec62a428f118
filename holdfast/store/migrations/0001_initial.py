"""The tables as they first were: the entries, what the record holds, rows nothing reads, and one table a noun.

What a noun's table has is written out below and stays as it is, whatever becomes of the noun: a later field is a
later migration. A word without a kind is text; ``day``, ``time``, ``flag`` and ``number`` stand after a colon.
"""

from typing import Any, ClassVar

from django.db import migrations, models
from django.db.models.deletion import PROTECT

from holdfast.store.together import Together

TABLES = """
Person = child forename surname sex gender ethnicity born_on:day nhs_number legacy_id upn upn_unknown send:flag
    expected_on:day died_on:day is_mother:flag nationality recorded_at:time
Disability = child own_id code recorded_at:time
Involvement = child own_id professional role team started_on:day ended_on:day change_reason referral recorded_at:time
Professional = child staff_id name registration job_title caseload:number department full_time:number agency:flag
    recorded_at:time
Department = child name parent parent_name recorded_at:time
Contact = child own_id on:day source source_words outcome recorded_at:time
Referral = child own_id on:day need source source_words outcome nfa:flag close_reason closed_on:day team worker
    recorded_at:time
Assessment = child own_id referral started_on:day child_seen:flag authorised_on:day outcome outcome_nfa:flag team
    worker recorded_at:time
InNeedPlan = child own_id referral started_on:day ended_on:day team worker recorded_at:time
InNeedVisit = child own_id plan on:day seen:flag seen_alone:flag bedroom:flag recorded_at:time
Enquiry = child own_id referral started_on:day ended_on:day nfa:flag outcome team worker recorded_at:time
Conference = child own_id meeting enquiry plan referral transfer_in:flag target_on:day held_on:day made_plan:flag
    outcome team worker recorded_at:time
ProtectionPlan = child own_id referral conference started_on:day ended_on:day elsewhere:flag first_category
    latest_category recorded_at:time
ProtectionVisit = child own_id plan on:day seen:flag seen_alone:flag bedroom:flag recorded_at:time
ProtectionReview = child own_id plan due_on:day held_on:day meeting plan_continues:flag quorate:flag participation
    recorded_at:time
CoreGroup = child own_id plan on:day recorded_at:time
Booking = child own_id on:day for_day:day enquiry report_shared_on:day recorded_at:time
PreProceedings = child own_id family decided_on:day met_on:day letter_on:day outcome ended_on:day gateway
    issue_letter_on:day court_reference recorded_at:time
Application = child own_id issued_on:day disposed_on:day extended_on:day extended_to:day recorded_at:time
CareEpisode = child own_id started_on:day start_reason need ended_on:day end_reason period referral entered_on:day
    last_iro_on:day placement recorded_at:time
Placement = child own_id period started_on:day type urn distance:number provider postcode ended_on:day change_reason
    recorded_at:time
CareReview = child own_id period due_on:day held_on:day cancelled:flag participation recorded_at:time
CareVisit = child own_id period on:day seen:flag seen_alone:flag recorded_at:time
CarePlan = child own_id started_on:day ended_on:day permanence recorded_at:time
HealthCheck = child own_id type on:day status recorded_at:time
StrengthsScore = child own_id on:day reason score:number recorded_at:time
LegalStatus = child own_id status started_on:day ended_on:day recorded_at:time
Permanence = child own_id period decided_on:day ordered_on:day matched_on:day placed_on:day placed_with_carer_on:day
    reversed_on:day adopted_on:day order_type sibling_group:flag recorded_at:time
TemporaryApproval = child own_id placement started_on:day extended_on:day panel_on:day approved_on:day ended_on:day
    recorded_at:time
PlacementRequest = child own_id on:day move_on:day emergency:flag placement providers_tried:number distant:flag needed
    recorded_at:time
PlacementStep = child own_id placement step on:day recorded_at:time
EducationPlan = child own_id on:day recorded_at:time
ReviewingOfficer = child own_id on:day professional recorded_at:time
CareLeaver = child own_id eligibility in_touch contact_on:day accommodation suitable activity review_on:day adviser
    team worker recorded_at:time
PathwayPlan = child own_id step on:day agreed:flag recorded_at:time
ProvidedHome = child own_id started_on:day ended_on:day review_booked_for:day notice_on:day task_on:day
    recorded_at:time
AdviserContact = child own_id on:day way two_way:flag at_home:flag recorded_at:time
MissingEpisode = child own_id started_on:day started_at:time type returned_on:day returned_at:time offered:flag
    accepted:flag recorded_at:time
ReturnInterview = child own_id episode offered_on:day held_on:day held_at:time declined_on:day change recorded_at:time
PrivateFostering = child own_id stay_from:day notified_on:day notified_by suitable_on:day ended_on:day
    recorded_at:time
PrivateFosteringVisit = child own_id on:day seen_alone:flag recorded_at:time
HomelessPresentation = child own_id on:day at:time housed_on:day housed_at:time housed_in assessed_on:day
    declined_on:day advocate_on:day relief_on:day relief_ended_on:day closed_on:day recorded_at:time
Supervision = child own_id on:day professional reflective:flag recorded_at:time
ManagementDecision = child own_id about subject on:day until:day reason decided_by recorded_at:time
Challenge = child own_id stage:number raised_on:day replied_on:day settled_on:day theme dispute recorded_at:time
PlanReview = child own_id plan_kind on:day change recorded_at:time
PlanAction = child own_id action words_of_action set_on:day for_day:day done_on:day recorded_at:time
ChangeEvent = child own_id on:day kind looked_on:day recorded_at:time
Note = child own_id on:day kind theme source words_of_note kept_on:day recorded_at:time
"""

_KINDS: dict[str, Any] = {
    "text": models.TextField, "day": models.DateField, "time": models.DateTimeField, "flag": models.BooleanField,
    "number": models.FloatField,
}  # fmt: skip


def _written() -> list[tuple[str, Any]]:
    entry = models.ForeignKey("store.entry", PROTECT, db_constraint=False, related_name="+")
    return [("row", models.BigAutoField(primary_key=True, serialize=False)), ("entry", entry)]


def _field(described: str) -> tuple[str, Any]:
    name, _, kind = described.partition(":")
    if name == "own_id":
        return name, models.TextField(null=True, db_column="id")
    return name, _KINDS[kind or "text"](null=True)


def _facts(line: str) -> migrations.CreateModel:
    name, _, described = line.partition(" = ")
    version: list[tuple[str, Any]] = [
        ("identity", models.TextField()),
        ("replaces", models.BigIntegerField(null=True)),
        ("withdrawn", models.BooleanField(default=False)),
    ]
    once = models.UniqueConstraint(
        condition=models.Q(("replaces__isnull", False)), fields=("replaces",), name=f"{name.lower()}_replaces"
    )
    return migrations.CreateModel(
        name=name,
        fields=[*_written(), *version, *(_field(one) for one in described.split())],
        options={
            "abstract": False,
            "indexes": [models.Index(fields=["child"], name=f"{name.lower()}_child")],
            "constraints": [once],
        },
    )


def _lines(tables: str) -> list[str]:
    """The tables, each on one line: a line that is indented goes on with the one before it."""
    return tables.strip().replace("\n    ", " ").splitlines()


ENTRY = migrations.CreateModel(
    name="Entry",
    fields=[
        ("position", models.BigIntegerField(primary_key=True, serialize=False)),
        ("made_at", models.DateTimeField()),
        *(
            (name, models.TextField())
            for name in "kind who what source digest counts contents previous_hash hash".split()
        ),
    ],
)
HOLDING = migrations.CreateModel(
    name="Holding",
    fields=[
        *_written(),
        ("noun", models.TextField()),
        ("fields", models.TextField()),
        ("known_from", models.DateField(null=True)),
        ("known_until", models.DateField(null=True)),
        ("latest_only", models.BooleanField()),
    ],
    options={"abstract": False},
)
KEPT_ROW = migrations.CreateModel(
    name="KeptRow",
    fields=[*_written(), ("table", models.TextField()), ("cells", models.TextField())],
    options={"abstract": False, "indexes": [models.Index(fields=["table", "entry"], name="keptrow_table")]},
)


class Migration(migrations.Migration):
    """Every table of the record."""

    initial = True
    dependencies: ClassVar[list[tuple[str, str]]] = []
    operations: ClassVar[list[Any]] = [Together([ENTRY, HOLDING, KEPT_ROW, *(_facts(line) for line in _lines(TABLES))])]
