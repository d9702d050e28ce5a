"""Conditions of rules in words."""

import re

import pytest
from sociable.kinds.answered_phrases import ANSWERS
from sociable.kinds.asked_phrases import FITTED, PHRASES
from sociable.kinds.condition_words import condition_words, types_of
from sociable.kinds.table import KINDS
from sociable.language import ast
from sociable.language.types import FLAG, Type
from sociable.rulebook.rulebook import with_built_in

RULES = [page.rule for page in with_built_in().rules]
SEVERITIES = [(rule, line.when) for rule in RULES for line in rule.severities if line.when is not None]
CONDITIONS = [
    *SEVERITIES,
    *((rule, each) for rule in RULES for each in (rule.when, *rule.unless) if each is not None),
]


@pytest.mark.parametrize("held", [True, False])
def test_no_condition_speaks_of_letters_or_quotes_a_question(held: bool) -> None:
    for rule, condition in CONDITIONS:
        words = condition_words(condition, types_of(rule.bindings), held)
        assert not re.search(
            r"\b[a-z]'?\d?\.[a-z_]+|[a-z]_[a-z]|[{}]|“(what|how|whether) |: not |answer to “", words
        ), words
        assert set(re.findall(r"`([^`]*)`", words)) <= {"stop"}, words
        assert words[0].islower() or words.startswith(("European", "French", "German")), words


def test_when_a_text_is_told_can_be_said_of_each() -> None:
    cases = [(rule, case.when) for rule in RULES for case in rule.cases]
    assert all(condition_words(when, types_of(rule.bindings)) for rule, when in cases)


def test_what_is_denied_is_never_what_is_said() -> None:
    for rule, condition in CONDITIONS:
        types = types_of(rule.bindings)
        assert condition_words(condition, types) != condition_words(condition, types, held=False)


def _path(*names: str) -> ast.Path:
    return ast.Path(("t", *names), 0, 0)


def _attribute(kind: str, name: str):  # type: ignore[no-untyped-def]
    for type_ in (Type(kind), Type("word", kind), Type("group", "step")):
        if (found := KINDS.attributes(type_).get(name)) is not None:
            return found
    raise AssertionError((kind, name))


@pytest.mark.parametrize(("kind", "name"), [*PHRASES, *ANSWERS])
def test_each_phrase_is_of_something_that_can_be_asked(kind: str, name: str) -> None:
    attribute = _attribute(kind, name)
    if (kind, name) in ANSWERS:
        assert "yes" in KINDS.words[attribute.type.of]
    else:
        assert ("{}" in PHRASES[kind, name].said) == (attribute.type != FLAG)


def test_each_fitted_word_is_one_of_its_list() -> None:
    for name, words in FITTED.items():
        assert words.keys() <= KINDS.words[name].keys(), name


@pytest.mark.parametrize(
    ("name", "number", "said"),
    [
        (
            "unlabelled-bot",
            1,
            (
                "German law holds for the account, and either the account is kept by one person "
                "or the account is that of somebody who does not exist, and the account is not on e-mail, SMS, a "
                "website, IRC, Slack, Microsoft Teams or 7 more, and the account is not on WhatsApp, Viber, Signal, "
                "Messenger or LINE, and in at least one of its steps: it posts, publishes a story, replies to "
                "somebody, comments on a post, quotes somebody or writes to somebody in private and the text does "
                "not say that it is automatic and either nobody has to say yes before it happens or the file says "
                "that the text says nothing of itself"
            ),
        ),
        (
            "over-platform-limit",
            -1,
            (
                "schedules alone come to that, and the limit holds for this account, and the page itself was "
                "seen, and it is not so that one server asks for it by its rules"
            ),
        ),
        (
            "ignored-opt-out",
            -1,
            (
                "its purpose is advertising, a prize, a larger audience or a campaign, and either "
                "European Union law or the law of the United Kingdom holds for the account"
            ),
        ),
        (
            "made-to-deceive",
            0,
            (
                "the file says “it goes round a block or a warning of the platform”, or the file says “it is made so "
                "that nobody notices a machine” and in at least one of its steps: it reaches the platform by a "
                "program that works the website or the app as a hand would or a service or library the platform has "
                "not approved"
            ),
        ),
    ],
)
def test_words(name: str, number: int, said: str) -> None:
    (rule,) = (rule for rule in RULES if rule.name == name)
    conditions = [line.when for line in rule.severities if line.when is not None]
    assert condition_words(conditions[number], types_of(rule.bindings)) == said


@pytest.mark.parametrize(
    ("condition", "said", "denied"),
    [
        (
            ast.Flag(_path("has_link"), 0, 0),
            "it comes with a web address",
            "it is not so that it comes with a web address",
        ),
        (ast.Is(_path("language"), "cy", 0, 0), "the language it is in: Welsh", "the language it is in: not Welsh"),
        (ast.Contains(_path(), '"free"', 0, 0), "the text contains “free”", "the text does not contain “free”"),
    ],
)
def test_what_no_page_of_ours_asks_has_its_description(condition: ast.Condition, said: str, denied: str) -> None:
    """A page of somebody's own may ask for anything."""
    types = {"t": Type("text")}
    assert condition_words(condition, types) == said
    assert condition_words(condition, types, held=False) == denied
