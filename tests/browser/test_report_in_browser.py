"""Reports in a real browser: wide and narrow, by day and by night, and on paper."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest
from sociable.client_report.compose import compose
from sociable.client_report.pages.html_page import html
from sociable.client_report.wording.frame import built_in
from sociable.pipeline import Request, examine

from tests.client_report.reports import ROOT, report_of, wishes

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.xdist_group("browser")  # one browser, not one for each worker

LONG = "Donaudampfschifffahrtsgesellschaft" * 30
HOSTILE = f"""\
accounts:
  shop: {{platform: x, handle: "@{"a" * 200}", inbox: {{read_by: "<script>alert(1)</script>{LONG}"}}}}
automations:
  - id: one
    title: "<img src=x onerror=alert(1)> {LONG}"
    account: shop
    when: {{event: mentioned, contains: ["javascript:alert(1)", "{LONG}"]}}
    do: [dm: "</style><script>alert(2)</script> {LONG}", follow: event.user]
"""
EMPTY = "accounts:\n  shop: {platform: x}\n"


def thousand() -> str:
    """A setup of which a thousand things are found."""
    accounts = "".join(f"  a{n}: {{platform: x, handle: '@a{n}'}}\n" for n in range(500))
    automations = "".join(
        f"  - {{id: m{n}, account: a{n}, when: followed, do: [follow: event.user, dm: 'Thank you {n}!']}}\n"
        for n in range(500)
    )
    return f"accounts:\n{accounts}automations:\n{automations}"


PAGES = {
    "agency": lambda: compose(examine(Request((str(ROOT / "examples" / "agency"),))), wishes()),
    "all": lambda: compose(examine(Request((str(ROOT / "examples"),))), wishes()),
    "imported": lambda: compose(examine(Request((str(ROOT / "examples" / "garden-centre"),))), wishes()),
    "empty": lambda: report_of(EMPTY),
    "hostile": lambda: report_of(HOSTILE),
}


@pytest.fixture(scope="module", params=PAGES)
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    file = tmp_path_factory.mktemp("report") / "report.html"
    file.write_text(html(PAGES[request.param](), built_in()), encoding="utf-8")
    return file.as_uri()


WIDTHS = (1280, 390)
SCHEMES = ("light", "dark")


class Opened(NamedTuple):
    """A page, and what it did that it should not: requests, messages on the console, errors, dialogs."""

    page: "Page"
    done: list[str]


@pytest.fixture(scope="module", params=[(width, scheme) for width in WIDTHS for scheme in SCHEMES], ids=str)
def opened(request: pytest.FixtureRequest, browser: "Browser", address: str) -> Iterator[Opened]:
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    done: list[str] = []
    page.on("request", lambda request: done.append(f"request: {request.url}") if request.url != address else None)
    page.on("console", lambda message: done.append(f"console: {message.text}"))
    page.on("pageerror", lambda error: done.append(f"error: {error}"))
    page.on("dialog", lambda dialog: done.append(f"dialog: {dialog.message}"))
    page.goto(address)
    yield Opened(page, done)
    context.close()


def test_it_asks_for_nothing_says_nothing_and_fits(opened: Opened) -> None:
    wider = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert opened.page.evaluate(wider) == 0
    assert opened.done == []


def test_its_style_holds_although_nothing_else_may(opened: Opened) -> None:
    assert opened.page.evaluate("getComputedStyle(document.querySelector('.drawing .paper')).fill") in (
        "rgb(255, 255, 255)",
        "rgb(20, 24, 29)",
    )
    assert opened.page.evaluate("document.querySelectorAll('[style]').length") == 0


def test_every_link_within_it_arrives(opened: Opened) -> None:
    assert opened.page.evaluate(
        "[...document.querySelectorAll('a[href^=\"#\"]')].every(a => document.getElementById(a.hash.slice(1)))"
    )


@pytest.mark.parametrize(("width", "scheme"), [*zip(WIDTHS, SCHEMES, strict=True)])
def test_axe_has_nothing_to_say(browser: "Browser", address: str, width: int, scheme: Any) -> None:
    """With axe-core 4.12; it has to run inside of the page, which the policy forbids, so that is set aside here.

    Each width and each scheme once: what axe looks at hangs on one or the other.
    """
    axe: Any = pytest.importorskip("axe_playwright_python.sync_playwright")
    context = browser.new_context(bypass_csp=True, viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    said = axe.Axe().run(page, options={"resultTypes": ["violations"]}).response
    assert [(each["id"], each["nodes"][0]["html"]) for each in said["violations"]] == []
    assert len(said["passes"]) > 20
    context.close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_it_can_be_printed(browser: "Browser", address: str, tmp_path: Path, scheme: Any) -> None:
    page = browser.new_page(color_scheme=scheme)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address)
    page.pdf(path=tmp_path / "report.pdf", prefer_css_page_size=True)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    whole = "[...document.querySelectorAll('.pause > p')].map(p => getComputedStyle(p).breakInside)"
    assert set(page.evaluate(whole)) == {"avoid"}
    assert asked == [address]
    page.close()


def test_a_thousand_findings_are_opened_whole(browser: "Browser", tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text(html(report_of(thousand()), built_in()), encoding="utf-8")
    page = browser.new_page()
    page.goto(file.as_uri())
    assert page.evaluate("document.querySelectorAll('article.found').length") >= 1000
    page.close()
