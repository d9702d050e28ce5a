"""Conditions of rules in words."""

import re

import pytest
from sociable.kinds.condition_words import condition_words, types_of
from sociable.rulebook.rulebook import with_built_in

CONDITIONS = [
    (page.rule, line.when) for page in with_built_in().rules for line in page.rule.severities if line.when is not None
]


@pytest.mark.parametrize(("rule", "when"), CONDITIONS, ids=[rule.name for rule, _ in CONDITIONS])
def test_no_condition_of_a_severity_speaks_of_letters(rule, when) -> None:  # type: ignore[no-untyped-def]
    """What has no words yet stands in its own spelling, in backquotes: the words of lists may too."""
    words = condition_words(when, types_of(rule.bindings))
    own = re.findall(r"`([^`]*)`", words)
    assert not re.search(r"\b[a-z]\.[a-z_]+", re.sub(r"`[^`]*`", "", words))
    assert sum("." in each for each in own) <= 1, words


@pytest.mark.parametrize(
    ("name", "number", "said"),
    [
        (
            "over-platform-limit",
            2,
            (
                "schedules alone come to that and the answer to “whether it holds for this account” is "
                "“the file says so” and the answer to “how much the published figure can be relied on” is "
                "“the platform's own page was seen”"
            ),
        ),
    ],
)
def test_words(name: str, number: int, said: str) -> None:
    (rule,) = (page.rule for page in with_built_in().rules if page.rule.name == name)
    condition = rule.severities[number].when
    assert condition is not None
    assert condition_words(condition, types_of(rule.bindings)) == said
