"""The crowd: the invented children of Wexmouth whom no story names, with believable ways through the service.

Everybody is drawn from a seed made of the council's seed and a number, so that the first children are the same
however many follow. Nothing asks the machine for chance or for the day.
"""
