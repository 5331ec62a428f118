"""Invented documents of every layout, as text. Nobody in them is real, and no council in them exists."""

from tests.inspection.invented_letters import (
    ARTICLE,
    ARTICLE_OF_AN_INSPECTION,
    FAMILIES,
    FOCUSED,
    JOINT,
    LEADERS,
    MONITORING,
    NOT_FOUND,
    PROGRESS,
    SERVICES,
)

__all__ = ["ARTICLE", "ARTICLE_OF_AN_INSPECTION", "FOCUSED", "MONITORING", "NOT_FOUND"]

ILACS_THREE = f"""\
1
Wexmouth Borough Council
Inspection of children’s social care services
Inspection dates: 4 February 2019 to 15 February 2019
Lead inspector: Maud Tarn
Her Majesty’s Inspector
Judgement Grade
{LEADERS} practice with children
{FAMILIES}
Requires improvement
to be good
{PROGRESS} children who need help and
protection Inadequate
{PROGRESS} children {JOINT}
leavers Good
Overall effectiveness Inadequate

Since the last inspection in 2016, when the local authority was judged to be good overall, the ferry
and the quay have both closed. Some children wait.

The lead member knows this.
\f2
Nobody wrote down who would tell them.

What needs to improve
\uf06e The time that a child on the island waits for the first visit.
\uf06e how plans say
what will change, and by when
\uf06e Oversight by managers of:
− visits in winter
− visits in summer.

{PROGRESS} children who need help and
protection: inadequate

1. Most children are seen. Too many wait for the boat, e.g. in March.

2. A second thing stands here, and it goes over
\f3
the page.

{PROGRESS} children {JOINT} leavers: good

3. Children like their homes.

{LEADERS} practice with children {FAMILIES} requires improvement to be
good

4. Leaders know the tide.
"""

ILACS_FOUR = f"""\
Inspection of Wexmouth Borough Council children’s services
3 to 14 February 2025 1
Inspection of Wexmouth Borough
Council local authority children’s
services
Inspection dates: 3 to 14 February 2025
Lead inspectors: Ada Quill and Bo Marsh, His Majesty’s Inspectors
Judgement Grade
{LEADERS}
practice with children {FAMILIES}
Good
{PROGRESS}
children who need help and protection
Outstanding
{PROGRESS}
children in care
Requires improvement to be good
{PROGRESS} care
leavers
Inadequate
Overall effectiveness Requires improvement to be good

Children are seen.

What needs to improve?1

◼ The quay, so that children can cross (Outcome three).
◼ Who holds the lamp (Enabler 2)
1 The list above names parts of a national framework, which
is guidance and no finding.
"""

ILACS_NO_OVERALL = (
    ILACS_FOUR.replace("Overall effectiveness Requires improvement to be good\n", "")
    .replace("3 to 14 February 2025", "11 to 22 May 2026")
    .replace("Inspection of Wexmouth Borough Council children’s services\n11 to 22 May 2026 1\n", "")
)

SIF_FRONT = """\
1
Wexmouth County Council
{again}nspection of {services} in need of help and
protection, children looked after and care leavers
{board}Inspection date: 2 March 2015 – 26 March 2015
{published}{overall}
{between}1. Children who need help and protection Requires improvement
2. Children looked after and achieving
permanence
Good
2.1 Adoption performance Outstanding
2.2 Experiences and progress of care leavers
Requires
improvement
3. Leadership, management and governance Inadequate
{after}"""

_BOARD = "and\nReview of the effectiveness of the local safeguarding children\nboard1\n"

SIF_A = SIF_FRONT.format(
    services=SERVICES, again="I", board=_BOARD, published="", overall="The overall judgement is requires improvement",
    between="The ferry does not run on Sundays.\n",
    after="The effectiveness of the Local Safeguarding Children Board (LSCB) is\ngood.\n",
) + """\
\f2
Contents
Section 1: the local authority 3
What does the local authority need to improve? 3
Section 2: The effectiveness of the local safeguarding children board 4
\f3
Section 1: the local authority

Summary of key findings

1. Most children cross safely.

2. A few do not.

What does the local authority need to improve?

Priority and immediate action

3. There are no areas for priority action.

Areas for improvement

4. Ensure that the ferry is on time,
in winter too.

5. Ensure that somebody waits at the quay.

Information about this inspection

Lead inspector: Cato Reed HMI
\f4
Section 2: The effectiveness of the local safeguarding
children board

The effectiveness of the LSCB is good

Areas for improvement

6. Count the boats.

Key strengths and weaknesses of the LSCB

7. The board meets.
"""  # fmt: skip

SIF_B = SIF_FRONT.format(
    services=SERVICES, again="I", board=_BOARD, published="Report published: 18 May 2015\n",
    overall="The overall judgement is that children’s services require\nimprovement", between="", after="",
) + """\
\f2
The local authority

Summary of findings

\uf06e The first finding stands here, and it is long enough.
\uf06e The second finding stands here, and it is long enough too.

What does the local authority need to improve?

Areas for improvement

The quality of practice

1. Ensure that every plan says who.

Leadership, management and governance

2. Ensure that every plan says when.

The local authority’s strengths

3. The lamp is lit.

Progress since the last inspection

4. The last inspection of adoption was in March 2011.
\f3
The Local Safeguarding Children Board (LSCB)

The Local Safeguarding Children Board requires improvement

What does the LSCB need to improve?

Areas for improvement

\uf06e Ask the children.
\f4
The inspection team

Lead inspector: Dot Fell
Deputy lead inspector: Ed Gale
"""  # fmt: skip

SIF_C = SIF_FRONT.format(
    services=SERVICES, again="I", board=_BOARD, published="Report published: 18 November 2015\n",
    overall="Children’s services in Wexmouth County Council require improvement to be\ngood", between="", after="",
) + """\
\f2
Executive summary

Children are mostly safe. The quay is short.
\f3
Recommendations

1. Build the quay longer.

2. Ask children where the boat should stop. (page 9, paragraph 7)
\f4
Summary for children and young people

\uf06e We asked you about the boat, and you told us.

Inspection findings

3. The boat is old.

The graded judgement for adoption performance is that it is outstanding

4. Adoption is quick.
\f5
The Local Safeguarding Children Board (LSCB)

The Local Safeguarding Children Board is inadequate

Recommendations

84. Meet more often.

Inspection findings – the Local Safeguarding Children Board

85. The board did not meet.
"""  # fmt: skip

SIF_D = SIF_FRONT.format(
    services=SERVICES, again="Re-i", board="", published="Report published: 2 May 2018\n",
    overall="Children’s services in Wexmouth are inadequate", between="", after="",
) + """\
\f2
The local authority

Previous Ofsted inspections

\uf06e The last report was of a wet June in 2015. Of the local authority it judged:
\uf06e Overall effectiveness: Inadequate
\uf06e Adoption performance: Good

Local leadership

\f3
Recommendations

1. Mend the boat.
"""  # fmt: skip

BOARD_ALONE = """\
\f9
Wexmouth Safeguarding Children Board
Inspection of the effectiveness of the local safeguarding children board
Inspection date: 2 March 2015 – 26 March 2015
Report published: 20 May 2015
The Local Safeguarding Children Board is good
\f10
What does the LSCB need to improve?

Areas for improvement

\uf06e Speak louder.
"""

LOOKED_AFTER = """\
Inspection of looked after children services
Wexmouth County Council
Inspection dates: 8–19 July 2013
Lead inspector Fay Hale HMI

About this inspection

This is about children who are looked after.

Areas for improvement

In order to improve, the local authority and its partners should take the following action.

Immediately:

\u25a0 tell each child who will come

Within three months:

\u25a0 write it down, so that the next
worker can read it
\u25a0 read it.

Within six months:

\u25a0 ask whether it helped.

Outcomes for looked after children and young people

1. Children are well.
\f2
Record of main findings
Looked after children

Overall effectiveness Grade 3 (Adequate)
Capacity to improve Good
Outcomes for looked after children and young people Good
Quality of provision Adequate
Leadership and management Inadequate Grade 4
"""
