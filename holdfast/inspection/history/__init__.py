"""A council's history: inspections, visits and the department's steps, each with its source and how far it is sure.

Two tracks run side by side and know nothing of each other: what Ofsted found (``ofsted``) and what the Department for
Education did (``department``). Each is a small machine over dated events. An event that cannot follow what stands
before it is told in words and kept: nothing is dropped. Where sources differ, every claim stays, each with its source.
What became of a point of improvement is proposed from a later sentence and confirmed by a person.

``kept.council_history`` is the one door in.
"""
