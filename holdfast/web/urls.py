"""Every address, once. Who may use each is in ``access.py``."""

from django.urls import path

from holdfast.web import about, entering
from holdfast.web.child import screens as child
from holdfast.web.doing import leaving
from holdfast.web.doing import screens as doing
from holdfast.web.founding import screens as founding
from holdfast.web.home import screens as home
from holdfast.web.importing import screens as importing
from holdfast.web.improvement import screens as improvement
from holdfast.web.measures import screens as measures
from holdfast.web.monday import screens as monday
from holdfast.web.registers import screens as registers
from holdfast.web.team import screens as team
from holdfast.web.why import screens as why

urlpatterns = [
    path("", home.home, name="home"),
    path("line/<slug:slug>", home.line_point, name="line-point"),
    path("finding/<slug:slug>", home.finding, name="finding"),
    path("plan/", improvement.plan, name="plan"),
    path("plan/<slug:slug>", improvement.objective, name="objective"),
    path("finding/<slug:slug>/known", improvement.known, name="known"),
    path("monday", monday.monday, name="monday"),
    path("team/", team.teams, name="teams"),
    path("team/<str:team>", team.team, name="team"),
    path("child/<str:child>", child.child, name="child"),
    path("child/<str:child>/why/<slug:code>", why.why, name="why"),
    path("child/<str:child>/do/<slug:code>", doing.act, name="act"),
    path("child/<str:child>/looked", doing.looked, name="looked"),
    path("worker/<str:worker>/leave", leaving.leave, name="leave"),
    path("draft", doing.keep, name="draft"),
    path("measures/", measures.measures, name="measures"),
    path("measures/<slug:code>", measures.measure, name="measure"),
    path("measures/<slug:code>/<str:month>", measures.measure_list, name="measure-list"),
    path("registers/", registers.registers, name="registers"),
    path("registers/<slug:code>", registers.register, name="register"),
    path("founding/", founding.founding, name="founding"),
    path("founding/walk", founding.walk, name="founding-walk"),
    path("import/", importing.import_page, name="import"),
    path("enter", entering.enter, name="enter"),
    path("about/", about.about, name="about"),
    path("accessibility", about.accessibility, name="accessibility"),
    path("healthz", about.healthz, name="healthz"),
]

handler404 = "holdfast.web.no_such.not_found"
