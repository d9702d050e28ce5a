"""Pages as Sphinx makes them, in a real browser: axe has nothing to say, wide or narrow."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.website.test_site import made

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.xdist_group("browser")

LONG = "a: " + "very-long-word " * 40
RULE = f"# Rule\n\n## A part\n\n```yaml\n{LONG}\n```\n\n| what | |\n|---|---|\n| one | two |\n\n"
RULE += f"| what | how | why |\n|---|---|---|\n| {'one' * 20} | {'two' * 20} | {'three' * 20} |\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    assert made(folder, rule=RULE).returncode == 0
    return folder / "site"


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("page", ["index.html", "rule.html", "search.html"])
def test_axe_has_nothing_to_say_of_the_site(browser: "Browser", site: Path, page: str, width: int) -> None:
    axe: Any = pytest.importorskip("axe_playwright_python.sync_playwright")
    opened = browser.new_context(bypass_csp=True, viewport={"width": width, "height": 900}).new_page()
    opened.goto((site / page).as_uri())
    said = axe.Axe().run(opened).response
    assert [(each["id"], each["nodes"][0]["html"]) for each in said["violations"]] == []
    opened.context.close()


def test_the_page_for_searching_can_be_searched_on_a_telephone(browser: "Browser", site: Path) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 900})
    page.goto((site / "search.html").as_uri())
    page.get_by_label("Words to look for").fill("part")
    page.get_by_role("button", name="Search").last.click()
    page.wait_for_selector("#search-results a")
    assert "rule.html" in str(page.get_attribute("#search-results a", "href"))
    page.close()
