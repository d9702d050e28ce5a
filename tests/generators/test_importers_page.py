"""The page of what can be read tells of every tool."""

from pathlib import Path

from sociable.readers.importers import FOREIGN, IMPORTERS

from generators.importers_page import importers_page

PROJECT = Path(__file__).parents[2]


def test_users_are_told_of_every_format_of_another_tool() -> None:
    told = {each.name: each.told for each in IMPORTERS}
    assert [name for name in FOREIGN if told[name] is None] == []


def test_the_page_names_each_and_keeps_what_people_wrote() -> None:
    page = importers_page(str(PROJECT))
    assert [name for name in FOREIGN if f"`{name}`" not in page] == []
    assert "\n## A folder that a backup job writes\n" in page
    assert page == (PROJECT / "docs" / "importers.md").read_text(encoding="utf-8")
