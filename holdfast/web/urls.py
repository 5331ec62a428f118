"""Every address, once. Who may use each is in ``access.py``."""

from django.urls import path

from holdfast.web import about, entering
from holdfast.web.basics import screens as basics
from holdfast.web.child import screens as child
from holdfast.web.cohort import screens as cohort
from holdfast.web.doing import kept_words, leaving, throwing_away
from holdfast.web.doing import screens as doing
from holdfast.web.founding import screens as founding
from holdfast.web.home import screens as home
from holdfast.web.importing import screens as importing
from holdfast.web.improvement import opening
from holdfast.web.improvement import screens as improvement
from holdfast.web.measures import screens as measures
from holdfast.web.monday import screens as monday
from holdfast.web.packs import screens as packs
from holdfast.web.registers import screens as registers
from holdfast.web.reports import saying as reports_saying
from holdfast.web.reports import screens as reports
from holdfast.web.reports import taking as reports_taking
from holdfast.web.team import screens as team
from holdfast.web.why import screens as why

urlpatterns = [
    path("", home.home, name="home"),
    path("line/<slug:slug>", home.line_point, name="line-point"),
    path("finding/<slug:slug>", home.finding, name="finding"),
    path("plan/", improvement.plan, name="plan"),
    path("plan/open", opening.open_objective, name="objective-open"),
    path("plan/<slug:slug>", improvement.objective, name="objective"),
    path("plan/<slug:slug>/do/<slug:code>", doing.objective_act, name="objective-act"),
    path("finding/<slug:slug>/known", improvement.known, name="known"),
    path("finding/<slug:slug>/cohort", cohort.cohort, name="cohort"),
    path("basics", basics.basics, name="basics"),
    path("basics/<slug:basic>", basics.basic, name="basic"),
    path("monday", monday.monday, name="monday"),
    path("team/", team.teams, name="teams"),
    path("team/<str:team>", team.team, name="team"),
    path("child/<str:child>", child.child, name="child"),
    path("child/<str:child>/chronology", child.chronology, name="chronology"),
    path("child/<str:child>/why/<slug:code>", why.why, name="why"),
    path("child/<str:child>/do/<slug:code>", doing.act, name="act"),
    path("child/<str:child>/looked", doing.looked, name="looked"),
    path("worker/<str:worker>/leave", leaving.leave, name="leave"),
    path("draft", doing.keep, name="draft"),
    path("words", kept_words.kept_words, name="words"),
    path("words/throw-away", throwing_away.throw_away, name="throw-away"),
    path("measures/", measures.measures, name="measures"),
    path("measures/<slug:code>", measures.measure, name="measure"),
    path("measures/<slug:code>/<str:month>", measures.measure_list, name="measure-list"),
    path("registers/", registers.registers, name="registers"),
    path("registers/<slug:code>", registers.register, name="register"),
    path("packs/", packs.packs, name="packs"),
    path("packs/<slug:kind>", packs.pack, name="pack"),
    path("visits/", packs.visits, name="visits"),
    path("visits/<slug:theme>", packs.visit, name="visit"),
    path("visits/after/<slug:slug>", packs.after, name="visit-after"),
    path("visits/after/<slug:slug>/<slug:finding>", packs.say_word, name="visit-word"),
    path("inspectors/", reports.line, name="inspectors"),
    path("inspectors/map", reports.tile_map, name="inspectors-map"),
    path("inspectors/themes", reports.themes, name="inspectors-themes"),
    path("inspectors/search", reports.search, name="inspectors-search"),
    path("inspectors/take-in", reports_taking.take_in, name="inspectors-take-in"),
    path("inspectors/report/<slug:key>", reports.document, name="inspectors-report"),
    path("inspectors/report/<slug:key>/<slug:passage>", reports_saying.passage, name="inspectors-passage"),
    path("inspectors/report/<slug:key>/point-<int:place>/plan", opening.take_point, name="inspectors-take-point"),
    path("founding/", founding.founding, name="founding"),
    path("founding/walk", founding.walk, name="founding-walk"),
    path("import/", importing.import_page, name="import"),
    path("enter", entering.enter, name="enter"),
    path("about/", about.about, name="about"),
    path("accessibility", about.accessibility, name="accessibility"),
    path("healthz", about.healthz, name="healthz"),
]

handler404 = "holdfast.web.no_such.not_found"
