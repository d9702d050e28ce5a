from pathlib import Path

import pytest
from sociable.rulebook.categories import CATEGORIES, by_category
from sociable.rulebook.page_files import PageRule, rule_of_page
from sociable.rulebook.rulebook import with_built_in

from generators.catalogue_pages import catalogue_page, platforms_page

RULES = with_built_in().rules
ROOT = Path(__file__).parents[2]


def made_up(name: str, category: str, *severities: tuple[str, tuple[str, ...], bool]) -> PageRule:
    """A rule of which only its severities matter: level, platforms, and whether there is a condition."""
    condition = RULES[0].rule.when
    plain = RULES[0].rule.severities[0]
    lines = tuple(
        plain._replace(level=level, platforms=on, when=condition if conditional else None)
        for level, on, conditional in severities
    )
    rule = RULES[0].rule._replace(name=name, severities=lines)
    return rule_of_page(RULES[0].said._replace(rule=rule), f"/somewhere/rules/{category}/{name}.md", category)


def row(page: str, name: str) -> list[str]:
    (line,) = [line for line in page.splitlines() if f"[{name}]" in line]
    return [cell.strip() for cell in line.strip("|").split("|")][1:]


def test_every_rule_is_listed_once_and_its_category_is_known() -> None:
    page = catalogue_page(RULES)
    for rule in RULES:
        assert (
            page.count(f"| [{rule.rule.name}](../rules/{rule.category}/{Path(rule.path).name}) | {rule.title} |") == 1
        )
    assert {rule.category for rule in RULES} <= set(CATEGORIES)


def test_categories_stand_in_the_order_of_reading_and_unknown_ones_last() -> None:
    rules = [made_up("b", "setup"), made_up("c", "home"), made_up("d", "courtesy"), made_up("a", "courtesy")]
    listed = [(category, [each.rule.name for each in members]) for category, members in by_category(rules)]
    assert listed == [("courtesy", ["a", "d"]), ("setup", ["b"]), ("home", ["c"])]


@pytest.mark.parametrize(
    ("severities", "cells"),
    [
        ([("warning", (), False), ("error", ("x",), False)], ["warning", "error", ""]),
        ([("warning", (), False), ("error", ("x",), True)], ["warning", "warning or error", ""]),
        (
            [("error", (), False), ("warning", (), True), ("info", ("reddit",), True)],
            ["warning or error", "", "info to error"],
        ),
        ([("warning", (), False), ("error", (), True), ("info", ("x",), False)], ["warning or error", "info", ""]),
    ],
    ids=["platform", "condition", "range", "last line counts"],
)
def test_a_field_says_how_grave_it_is_there(
    severities: list[tuple[str, tuple[str, ...], bool]], cells: list[str]
) -> None:
    both = made_up("other", "setup", ("info", (), False), ("info", ("x", "reddit"), False))
    page = platforms_page([made_up("some-rule", "setup", *severities), both])
    assert "| rule | usually | X | Reddit |" in page
    assert row(page, "some-rule") == cells


def test_a_rule_that_is_as_grave_everywhere_is_not_there() -> None:
    alike = made_up("alike", "setup", ("warning", (), False), ("error", (), True))
    assert "alike" not in platforms_page([alike, made_up("b", "setup", ("info", (), False), ("error", ("x",), False))])
