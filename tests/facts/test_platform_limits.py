"""The published figures: well-formed, each with its source, none twice, and the milder of two that disagree."""

from itertools import groupby
from typing import Any

import jsonschema
import pytest
from sociable.facts.platform_limits import judged_limits, rows
from sociable.sources.library import library
from sociable.vocabulary.verbs import VERBS

from generators.limits_page import limits_page, limits_schema

ROWS = rows()
USED = [limit for limits in judged_limits().values() for limit in limits]


def mistakes(row: dict[str, Any]) -> list[str]:
    validator = jsonschema.Draft202012Validator(limits_schema())
    return [error.message for error in validator.iter_errors({"limits": [row]})]


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(limits_schema())


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['platform']}: {row['most']} {row['action']}")
def test_each_figure_is_well_formed(row: dict[str, Any]) -> None:
    assert mistakes(row) == []
    assert row["note"] == "" or row["note"].endswith(".")


@pytest.mark.parametrize(
    "change",
    [
        {"platform": "myspace"},
        {"verbs": ["shout"]},
        {"verbs": []},
        {"most": 0},
        {"most": "many"},
        {"per": "thread"},
        {"seen": "yesterday"},
        {"holds_for": "friends"},
        {"document": ""},
        {"colour": "red"},
        {"judged": False, "note": ""},
    ],
)
def test_the_schema_notices(change: dict[str, Any]) -> None:
    row = next(row for row in ROWS if row["judged"])
    assert mistakes(row) == []
    assert mistakes({**row, **change})


def test_nothing_is_said_twice() -> None:
    said = [(row["platform"], row["action"], row["most"], row["per"], row["scope"], row["document"]) for row in ROWS]
    assert len(said) == len(set(said))


def test_each_figure_stands_in_a_document() -> None:
    assert {row["document"] for row in ROWS} <= library().documents.keys()


def test_of_two_figures_for_the_same_the_milder_is_used() -> None:
    def what(row: dict[str, Any]) -> tuple[str, ...]:
        return (row["platform"], ",".join(row["verbs"]), row["per"], row["scope"])

    clashing = 0
    for _, alike in groupby(sorted((row for row in ROWS if row["verbs"]), key=what), key=what):
        figures = list(alike)
        used = [row["most"] for row in figures if row["judged"]]
        if len({row["most"] for row in figures}) > 1 and used:
            clashing += 1
            assert used == [max(row["most"] for row in figures)]
    assert clashing >= 2


@pytest.mark.parametrize(
    ("platform", "verb", "most", "per"),
    [
        ("x", "dm", 500, "a day"),
        ("x", "follow", 400, "a day"),
        ("x", "dm", 15, "in 15 minutes"),
        ("threads", "post", 250, "a day"),
        ("bluesky", "like", 1666, "an hour"),
        ("mastodon", "post", 300, "in 3 hours"),
        ("mastodon", "follow", 400, "a day"),
        ("discord", "react", 50, "a second"),
    ],
)
def test_what_is_used(platform: str, verb: str, most: int, per: str) -> None:
    found = [limit for limit in judged_limits()[platform] if verb in limit.verbs and limit.per == per]
    assert [limit.most for limit in found if limit.most == most] == [most]


def test_what_is_used_can_be_counted_and_cited() -> None:
    for limit in USED:
        assert limit.verbs <= VERBS.keys()
        assert limit.seconds
        assert limit.citation.says == f"at most {limit.most:,} {limit.action} {limit.per} for {limit.scope}."


def test_the_page_has_every_figure() -> None:
    table_rows = [line for line in limits_page().splitlines() if "](http" in line and line.startswith("| ")]
    assert len(table_rows) == len(ROWS)


def test_a_limit_is_cited_with_what_else_is_known_of_it() -> None:
    (messages,) = [each for each in judged_limits()["telegram"] if each.id == "LIM-091"]
    assert messages.citation.bears.startswith("About 30, as the page says. We take it that this bot does not pay")
    assert messages.says == "at most 30 messages a second for a bot that does not pay for more"


def test_a_limit_says_what_is_taken_for_granted_of_the_account_or_of_how_it_comes() -> None:
    for limit in USED:
        if "through the API" in limit.scope:
            assert "where the file does not say how this one comes, we take it that it does so" in limit.note, limit.id
        if limit.holds_for in ("unverified accounts", "accounts that do not moderate"):
            assert limit.note.startswith("Where the file does not say whether it "), limit.id
