"""Every noun, once. Readers, writers, tables and tests walk this list; nothing else names them all."""

from holdfast.record.child_protection import (
    Application,
    Booking,
    Conference,
    CoreGroup,
    Enquiry,
    PreProceedings,
    ProtectionPlan,
    ProtectionReview,
    ProtectionVisit,
)
from holdfast.record.field import Fact
from holdfast.record.front_door import Assessment, Contact, InNeedPlan, InNeedVisit, Referral
from holdfast.record.improving import (
    Objective,
    ObjectiveAction,
    ObjectiveDay,
    ObjectiveDecision,
    ObjectiveFinding,
    ObjectiveRemark,
    ObjectiveResource,
)
from holdfast.record.in_care import (
    CareEpisode,
    CarePlan,
    CareReview,
    CareVisit,
    EducationPlan,
    HealthCheck,
    LegalStatus,
    Permanence,
    Placement,
    PlacementRequest,
    PlacementStep,
    ReviewingOfficer,
    StrengthsScore,
    TemporaryApproval,
)
from holdfast.record.leaving_care import AdviserContact, CareLeaver, PathwayPlan, ProvidedHome
from holdfast.record.oversight import (
    Challenge,
    ChangeEvent,
    ManagementDecision,
    Note,
    PlanAction,
    PlanReview,
    Supervision,
)
from holdfast.record.people import Department, Departure, Disability, Involvement, Person, Professional
from holdfast.record.unseen import (
    HomelessPresentation,
    MissingEpisode,
    PrivateFostering,
    PrivateFosteringVisit,
    ReturnInterview,
)
from holdfast.record.writing import SignedText

NOUNS: tuple[type[Fact], ...] = (
    Person, Disability, Involvement, Professional, Department,
    Contact, Referral, Assessment, InNeedPlan, InNeedVisit,
    Enquiry, Conference, ProtectionPlan, ProtectionVisit, ProtectionReview, CoreGroup, Booking,
    PreProceedings, Application,
    CareEpisode, Placement, CareReview, CareVisit, CarePlan, HealthCheck, StrengthsScore, LegalStatus, Permanence,
    TemporaryApproval, PlacementRequest, PlacementStep, EducationPlan, ReviewingOfficer,
    CareLeaver, PathwayPlan, ProvidedHome, AdviserContact,
    MissingEpisode, ReturnInterview, PrivateFostering, PrivateFosteringVisit, HomelessPresentation,
    Supervision, ManagementDecision, Challenge, PlanReview, PlanAction, ChangeEvent, Note,
    SignedText, Departure,
    Objective, ObjectiveFinding, ObjectiveAction, ObjectiveDay, ObjectiveRemark, ObjectiveResource, ObjectiveDecision,
)  # fmt: skip

IN_THE_PLAN: frozenset[type[Fact]] = frozenset({
    Objective, ObjectiveFinding, ObjectiveAction, ObjectiveDay, ObjectiveRemark, ObjectiveResource, ObjectiveDecision,
})  # fmt: skip
"""Tables of the council's improvement plan."""

NOT_ABOUT_A_CHILD: frozenset[type[Fact]] = frozenset({Professional, Department, Departure}) | IN_THE_PLAN
"""Tables that go with every part when the children are divided into parts."""

BY_TABLE: dict[str, type[Fact]] = {noun.table: noun for noun in NOUNS}
