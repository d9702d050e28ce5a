"""Pages as Sphinx makes them, in a real browser: axe has nothing to say, wide or narrow."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.website.test_site import made
from website.assemble import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.xdist_group("browser")

BUILT = ROOT / "build" / "site"
PARTS = 10
WAYS: Any = ((1280, "light"), (390, "dark"), (1280, "dark"), (390, "light"))

LONG = "a: " + "very-long-word " * 40
RULE = f"# Rule\n\n## A part\n\n```yaml\n{LONG}\n```\n\n| what | |\n|---|---|\n| one | two |\n\n"
RULE += f"| what | how | why |\n|---|---|---|\n| {'one' * 20} | {'two' * 20} | {'three' * 20} |\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    assert made(folder, rule=RULE).returncode == 0
    return folder / "site"


def said_of(page: "Page") -> list[tuple[str, str]]:
    """What axe-core 4.12 finds wrong with a page: rule, and the first thing."""
    axe: Any = pytest.importorskip("axe_playwright_python.sync_playwright")
    said = axe.Axe().run(page, options={"resultTypes": ["violations"]}).response
    return [(each["id"], each["nodes"][0]["html"]) for each in said["violations"]]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("page", ["index.html", "rule.html", "search.html"])
def test_axe_has_nothing_to_say_of_the_site(browser: "Browser", site: Path, page: str, width: int) -> None:
    opened = browser.new_context(bypass_csp=True, viewport={"width": width, "height": 900}).new_page()
    opened.goto((site / page).as_uri())
    assert said_of(opened) == []
    opened.context.close()


def test_the_page_for_searching_can_be_searched_on_a_telephone(browser: "Browser", site: Path) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 900})
    page.goto((site / "search.html").as_uri())
    page.get_by_label("Words to look for").fill("part")
    page.get_by_role("button", name="Search").last.click()
    page.wait_for_selector("#search-results a")
    assert "rule.html" in str(page.get_attribute("#search-results a", "href"))
    page.close()


def of_round(site: Path, chosen: str) -> Iterator[tuple[Path, int, Any]]:
    """The pages of a round, and how each is opened: ten rounds see every page, forty every page in every way."""
    pages = sorted(each for each in site.rglob("*.html") if "_static" not in each.relative_to(site).parts)
    for at, page in enumerate(pages):
        if chosen == "all" or at % PARTS == int(chosen) % PARTS:
            yield page, *WAYS[(at + (0 if chosen == "all" else int(chosen) // PARTS)) % len(WAYS)]


def test_ten_rounds_see_every_page_and_forty_see_it_in_every_way(tmp_path: Path) -> None:
    for at in range(2 * PARTS + 3):
        (tmp_path / f"{at:02}.html").touch()
    pages = set(tmp_path.iterdir())
    assert {page for page, *_ in of_round(tmp_path, "all")} == pages
    assert {page for at in range(7, 17) for page, *_ in of_round(tmp_path, str(at))} == pages
    assert len({each for at in range(40) for each in of_round(tmp_path, str(at))}) == len(WAYS) * len(pages)


def test_axe_has_nothing_to_say_of_the_pages_of_this_round(browser: "Browser") -> None:
    if not BUILT.is_dir():
        pytest.skip("`make site` makes it")
    context = browser.new_context(bypass_csp=True)
    opened = context.new_page()
    said: dict[str, list[tuple[str, str]]] = {}
    for file, width, scheme in of_round(BUILT, os.environ.get("SOCIABLE_SITE_ROUND", "0")):
        opened.set_viewport_size({"width": width, "height": 900})
        opened.emulate_media(color_scheme=scheme)
        opened.goto(file.as_uri())
        if found := said_of(opened):
            said[f"{file.name} {width} {scheme}"] = found
    assert said == {}
    context.close()
