"""The page of what can be read tells of every tool."""

import re
from pathlib import Path
from typing import Any

import pytest
from sociable.readers.fragment import Fragment
from sociable.readers.importers import FOREIGN, IMPORTERS
from sociable.setup.model import Account, Automation, Picture, Step, Trigger
from sociable.vocabulary.text_words import DISCLOSURES

from generators.importers_page import importers_page

PROJECT = Path(__file__).parents[2]
BESIDE = ("link", "title", "subject")


def test_users_are_told_of_every_format_of_another_tool() -> None:
    told = {each.name: each.told for each in IMPORTERS}
    assert [name for name in FOREIGN if told[name] is None] == []


def test_the_page_names_each_and_keeps_what_people_wrote() -> None:
    page = importers_page(str(PROJECT))
    assert [name for name in FOREIGN if f"`{name}`" not in page] == []
    assert "\n## A folder that a backup job writes\n" in page
    assert page == (PROJECT / "docs" / "importers.md").read_text(encoding="utf-8")


def test_what_a_case_shows_is_what_is_written_of_a_setup() -> None:
    page = importers_page(str(PROJECT))
    for record in (Account, Automation, Trigger, Step, Picture):
        (row,) = re.findall(rf"^\| `{record.__name__}` \| (`[a-z_`, ]+) \|$", page, re.MULTILINE)
        fields = set(re.findall(r"\w+", row))
        assert fields
        assert fields <= set(record._fields)


@pytest.mark.parametrize("record", [Trigger, Step, Fragment])
def test_the_guide_names_fields_that_there_are(record: type[Any]) -> None:
    """A word in code that is no field is a word of the page's own examples, a key of our format, or another record."""
    page = importers_page(str(PROJECT)).partition("| name | what it is for |")[2]
    (row,) = re.findall(rf"^\| `{record.__name__}` \| (.*[a-z] .*) \|$", page, re.MULTILINE)[:1]
    known = {*record._fields, *Picture._fields, *BESIDE, *DISCLOSURES, "Picture", "seen", "when"}
    assert set(re.findall(r"`([A-Za-z_]+):?`", row)) - known == set()
