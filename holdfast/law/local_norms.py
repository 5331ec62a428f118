"""Clocks that are a council's own standard, with no law behind the number.

They are settings. They are never printed with a citation, and asking for one raises `LocalNorm`.
"""

from __future__ import annotations

from typing import Final

LOCAL_NORMS: Final = frozenset(
    {
        "eh-assessment-complete", "eh-plan-first-review", "eh-plan-review", "eh-reassess",
        "fd-contact-screen", "fd-child-seen-first",
        "as-cfa-checkpoint", "cin-plan-first", "cin-plan-review", "cin-visit", "cin-long-open-review",
        "cp-s47-complete", "cp-icpc-convene-request", "cp-report-share-icpc", "cp-report-share-rcpc",
        "cp-conf-decisions-out", "cp-core-group-next", "cp-review-after-birth", "cp-prebirth-conference",
        "cp-prebirth-legal", "cp-visit", "cp-visit-unseen-escalate", "cp-transfer-in",
        "plo-letter-send", "plo-meeting-first", "plo-review",
        # National practice guidance names 16 weeks, but it binds nobody, so it ships as a setting.
        "plo-max-16wk",
        "ad-cpr", "fc-adhoc-review", "fc-supervision-visit",
        "cl-pa-contact-8wk", "cl-nearest-benefits",
        "ms-strategy-repeat", "pf-suitability", "ua-biometric-status",
        "lado-meeting", "lado-outcome",
        "wf-supervision", "wf-case-supervision", "wf-caseload", "wf-recording", "qa-audit-cycle",
        "dfe-improvement-board",
    }
)  # fmt: skip
