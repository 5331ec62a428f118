"""What is served is ours or may be: no typeface, emblem or address of GOV.UK, and nothing from another host."""

import importlib.machinery
import importlib.util
import re
import subprocess
import sys
from types import ModuleType

import pytest

from tests.whole_repo.tree import ROOT, tracked

STATIC = ROOT / "holdfast" / "web" / "static" / "holdfast"
TEMPLATES = ROOT / "holdfast" / "web" / "templates"
SERVED = sorted([*STATIC.glob("*.css"), *STATIC.glob("*.svg"), *TEMPLATES.rglob("*.html")])

ADDRESS_OF_SOMETHING_LOADED = re.compile(
    r"url\(|@import|(?:src|srcset|action|data)=[\"'](?:https?:)?//|<link[^>]+href=[\"'](?:https?:)?//", re.IGNORECASE
)
INLINE = re.compile(
    r"<style|\sstyle=|<script(?! src=\"{% static 'holdfast/[a-z]+\.js' %}\" defer></script>)|\son[a-z]+=[\"']",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def vendor() -> ModuleType:
    """bin/vendor-assets as a module; it has no ending, so it is loaded by its path."""
    loader = importlib.machinery.SourceFileLoader("vendor_assets", str(ROOT / "bin" / "vendor-assets"))
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("vendor_assets", loader))
    sys.dont_write_bytecode, before = True, sys.dont_write_bytecode
    try:
        loader.exec_module(module)
    finally:
        sys.dont_write_bytecode = before
    return module


def test_the_vendored_style_sheet_has_no_typeface_emblem_or_address(vendor: ModuleType) -> None:
    css = vendor.RESULT.read_text(encoding="utf-8")
    assert vendor.remains(css) == []
    assert f'--govuk-frontend-version:"{vendor.VERSION}"' in css
    assert css.count(".govuk-table") > 5


def test_its_licence_stands_beside_it(vendor: ModuleType) -> None:
    assert vendor.LICENCE.name in vendor.RESULT.read_text(encoding="utf-8")[:400]
    assert "Permission is hereby granted, free of charge" in vendor.LICENCE.read_text(encoding="utf-8")


def test_vendoring_takes_out_what_is_not_ours_to_serve_and_leaves_the_rest(vendor: ModuleType) -> None:
    css = (
        '@charset "UTF-8";:root{--a:1}@font-face{font-family:GDS Transport;src:url(/assets/fonts/a.woff2)}'
        ".govuk-link,.govuk-header__logo{font-family:GDS Transport,arial,sans-serif}"
        "@media print{.govuk-footer__copyright-logo{background:url(/assets/images/govuk-crest.svg)}}"
        "@media print{.govuk-tabs{color:red}.govuk-tag{color:#000}}"
        "/*# sourceMappingURL=govuk-frontend.min.css.map */"
    )
    assert vendor.ours(css).removeprefix(vendor.HEADER).split("\n") == [
        ":root{--a:1}",
        ".govuk-link{font-family:arial,sans-serif}",
        "@media print{.govuk-tag{color:#000}}",
        "",
    ]


@pytest.mark.parametrize(
    ("left", "what"),
    [
        (".a{background:url(/x.svg)}", "an address"),
        (".a{background:image-set('https://example.org/x.png')}", "an address"),
        (".govuk-other__crest{color:red}", "an emblem"),
        (".a{font-family:'GDS Transport'}", "a typeface"),
    ],
)
def test_vendoring_refuses_what_it_cannot_take_out(left: str, what: str, vendor: ModuleType) -> None:
    with pytest.raises(ValueError, match=what):
        vendor.ours(left)


def test_a_comma_within_brackets_parts_no_selectors(vendor: ModuleType) -> None:
    assert vendor.selectors(".a:not(.b,.c),.d[e='f,g'] h") == [".a:not(.b,.c)", ".d[e='f,g'] h"]


def test_nothing_that_is_served_loads_from_another_host() -> None:
    assert len(SERVED) > 10
    assert [path.name for path in SERVED if ADDRESS_OF_SOMETHING_LOADED.search(path.read_text(encoding="utf-8"))] == []


def test_no_page_has_a_style_or_a_script_of_its_own() -> None:
    pages = [path for path in SERVED if path.suffix == ".html"]
    assert [path.name for path in pages if INLINE.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("planted", ['<p style="color:red">', "<script>", '<a onclick="x()">', "<style>"])
def test_a_planted_style_or_script_is_noticed(planted: str) -> None:
    assert INLINE.search(planted)


@pytest.mark.parametrize(
    "planted", ["@import 'x.css'", 'src="//example.org/a.js"', '<link rel="x" href="https://example.org/a.css">']
)
def test_a_planted_address_is_noticed(planted: str) -> None:
    assert ADDRESS_OF_SOMETHING_LOADED.search(planted)


THE_ONE_SCRIPT = "holdfast/web/static/holdfast/keep.js"
"""It keeps what is being written on the server; the button beside it does the same without."""


def test_the_only_script_that_is_served_keeps_drafts_and_nothing_in_the_browser() -> None:
    served = [path for path in tracked() if path.startswith("holdfast/web/") and path.endswith((".js", ".mjs"))]
    assert served == [THE_ONE_SCRIPT]
    script = (ROOT / THE_ONE_SCRIPT).read_text(encoding="utf-8")
    assert [word for word in KEPT_IN_THE_BROWSER if word in script] == []


KEPT_IN_THE_BROWSER = ("localStorage", "sessionStorage", "indexedDB", "caches", "document.cookie", "serviceWorker")


def test_every_colour_that_is_used_is_a_colour_that_has_been_given() -> None:
    ours = "".join(path.read_text(encoding="utf-8") for path in STATIC.glob("*.css"))
    used, given = set(re.findall(r"var\((--hf-[a-z-]+)", ours)), set(re.findall(r"(--hf-[a-z-]+):", ours))
    assert used - given == set()
    assert given - used == set()


def test_the_script_says_what_it_does_when_it_is_given_the_wrong_file(tmp_path) -> None:
    answer = subprocess.run(
        [sys.executable, ROOT / "bin" / "vendor-assets", tmp_path / "no-such.tgz"], capture_output=True, text=True
    )
    assert answer.returncode != 0
    assert "no-such.tgz" in answer.stderr
