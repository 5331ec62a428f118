"""Invented letters and articles, and the words of labels that every document has. Nobody in them is real."""

PROGRESS = "The experiences and progress of"
LEADERS = "The impact of leaders on social work"
FAMILIES = "and families"
JOINT = "in care and care"
SERVICES = "services for children"
RATED = "was rated as inadequate"
"""Words of labels that are the same in every report, and in every article about one."""

MONITORING = """\
12 May 2022

Ms Ira Jute
Director of Children’s Services
Wexmouth Borough Council

Dear Ms Jute

Monitoring visit to Wexmouth Borough Council children’s services

This letter summarises the findings of the monitoring visit to Wexmouth Borough Council children’s services on
29 and 30 March 2022. This was the fifth monitoring visit since the local authority was judged inadequate
in February 2019. Her Majesty’s Inspectors for this visit were Kit Lorne and May Nash.

Areas covered by the visit

Inspectors looked at the help for care leavers.

Headline findings

Progress is too slow for some young people.
\f
Findings and evaluation of progress

Most young people know their worker.

I am copying this letter to the Department for Education.

Yours sincerely

Kit Lorne
"""

FOCUSED = """\
Focused visit to Wexmouth Borough Council children’s services

Dear Ms Jute

This letter summarises the findings of the focused visit to Wexmouth Borough Council on 23 and 24 March 2022.
The inspectors were Kit Lorne, Her Majesty’s Inspector, and May Nash HMI.

Headline findings

Children in care are mostly settled.

What needs to improve in this area of social work practice

\u25fc How soon a new worker visits.
\u25fc What is written after the visit.

Main findings

A small number of children wait.

Yours sincerely
"""

ARTICLE = """\
Praise for a council by the sea

By Nan Orr

Inspectors have praised Wexmouth council’s help for care leavers in their fourth monitoring visit since an inadequate
rating in 2019.

Workers knew young people well.

“We are glad,” said Pat Rook, cabinet member for children at the council.

“Our workers never stop.”

Sol Tern, the DfE-appointed commissioner in Wexmouth, said she saw change. “It holds,” she added.

A boat that comes late

Meanwhile, Ofsted found that children wait in Eastmarsh, in a focused visit three years after rating its services as
requiring improvement to be good.

Some children told inspectors that they had waited all day.

Letters to Northmere Road, AB1 2CD
"""

ARTICLE_OF_AN_INSPECTION = f"""\
Eastmarsh rated inadequate

Rating the council as 'inadequate', Ofsted said that a new director had begun well.

{PROGRESS} children who need help and protection {RATED}. They wrote:

- Too many children wait.

{PROGRESS} children {JOINT} leavers requires improvement to be good.

For Ofsted, {LEADERS} practice with children {FAMILIES} requires improvement
to be good.
"""

NOT_FOUND = """<!DOCTYPE html>
<html><head><title>Report not found</title><script>var ofsted = 1;</script></head>
<body><h1>Report not found</h1><p>Sorry, this document no longer exists. Ofsted inspection of a council.</p>
</body></html>
"""
