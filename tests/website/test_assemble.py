"""What the site is made from."""

from pathlib import Path

import pytest
from sociable.rulebook.rulebook import with_built_in

from website import assemble


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return assemble.pages()


def test_every_rule_has_a_page_and_every_document_too(pages: dict[str, str]) -> None:
    rules = {f"rules/{rule.category}/{Path(rule.path).name}" for rule in with_built_in().rules}
    documents = {path.name for path in (assemble.ROOT / "docs").glob("*.md")}
    documents |= {f"platforms/{path.name}" for path in (assemble.ROOT / "docs" / "platforms").glob("*.md")}
    assert rules | documents <= set(pages)
    assert "](../rules/courtesy/auto-follow-back.md)" in pages["platforms/x.md"]
    title, _, index, *_ = pages["rules/courtesy/unfollow-shaming.md"].splitlines()
    assert (title, index) == ("# Naming people who unfollow", "```{index} !unfollow-shaming")


def test_every_page_stands_in_one_table_of_contents(pages: dict[str, str]) -> None:
    lines = [
        line
        for name in ("index.md", "rules.md", "platforms.md")
        for line in pages[name].split("```{toctree}", 1)[1].splitlines()
    ]
    listed = [line.removesuffix(".md") for line in lines]
    for path in set(pages) - {"index.md"}:
        assert listed.count(path.removesuffix(".md")) == 1, path


def test_links_lead_where_the_site_has_what_they_lead_to(pages: dict[str, str]) -> None:
    assert "](rules/courtesy/unfollow-shaming.md)" in pages["rules.md"]
    assert "](../" not in pages["rules.md"]


def test_the_drawing_takes_the_place_of_its_source(pages: dict[str, str]) -> None:
    assert "](drawing.svg)" in pages["graph.md"]
    assert "flowchart" not in pages["graph.md"]
    assert "bakery-follows-back" in assemble.drawing()


def test_what_was_there_before_does_not_stay(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text("# Old\n")
    assemble.main(tmp_path)
    assert not (tmp_path / "old.md").exists()
    assert (tmp_path / "index.md").exists()
    assert (tmp_path / "schemas" / "findings.schema.json").exists()


def test_files_that_pages_link_to_come_along() -> None:
    made = {
        "index.md": "[a](schemas/findings.schema.json) [b](rules.md)",
        "rules/shared.md": "[c](../LICENSE) [d](no.md)",
    }
    assert assemble.linked_files(made | {"rules.md": "[e](https://example.com/x) [f](index.md#part)"}) == {
        "schemas/findings.schema.json",
        "LICENSE",
    }


def test_the_report_is_shown_where_the_page_about_reviewing_speaks_of_it(pages: dict[str, str], tmp_path: Path) -> None:
    assert f'src="{assemble.REPORT}"' in pages["reviewing.md"]
    assemble.report(tmp_path / "report.html")
    assert "@harbour-museum.example" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_the_gallery_shows_what_people_see_of_every_rule(pages: dict[str, str]) -> None:
    for rule in with_built_in().rules:
        assert f"(rules/{rule.category}/{Path(rule.path).name})\n\n{rule.people_see}" in pages["gallery.md"]
