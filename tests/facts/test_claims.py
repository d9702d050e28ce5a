"""Whether conditions can hold together, against concrete values that are tried one by one."""

import json
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.facts.agreement import may_agree
from sociable.facts.claims import actors, ask_for_complaints, claims_against, may_hold
from sociable.facts.co_occurrence import may_both_hold
from sociable.facts.facts import AccountFacts, Facts
from sociable.readers.automation_file.expressions.expression_parser import parse_expression
from sociable.setup.model import Expression, Guard
from sociable.text.source import Source, Span

from tests.setups import facts

NOWHERE = Span(Source("a.yml", ""), 0, 0)
MISSING = object()


def guards(*conditions: str) -> list[Guard]:
    return [Guard(parse_expression(condition), NOWHERE) for condition in conditions]


# ------------------------------------------------------------------- the oracle: try every value there is

NUMBERS = (0.0, 1.0, 2.0)
WORDS = ("sad", "glad")
VALUES: dict[str, tuple[Any, ...]] = {
    "event.user.followers": (MISSING, -1.0, *(n + half for n in NUMBERS for half in (0.0, 0.5))),
    "event.post.sentiment": (MISSING, "other", *WORDS),
    "event.user.is_bot": (MISSING, True, False),
}

_number = st.sampled_from(NUMBERS).map(lambda number: f"{number:.0f}")
_word = st.sampled_from((*WORDS, "SAD")).map(lambda word: f'"{word}"')
_signs = st.sampled_from(("=", "!=", "<", "<=", ">", ">=", "is", "is not"))
_sets = st.sampled_from(("in", "not in"))


def _among(value: str, sign: str, items: list[str]) -> str:
    return f"{value} {sign} [{', '.join(items)}]"


atoms = st.one_of(
    st.builds("event.user.followers {} {}".format, _signs, _number),
    st.builds("{1} {0} event.user.followers".format, st.sampled_from(("<", "<=", ">", ">=", "=")), _number),
    st.builds(_among, st.just("event.user.followers"), _sets, st.lists(_number, min_size=1, max_size=2)),
    st.builds("event.post.sentiment {} {}".format, st.sampled_from(("is", "is not", "=", "!=")), _word),
    st.builds("event.post.sentiment is {}".format, st.sampled_from(WORDS)),
    st.builds(_among, st.just("event.post.sentiment"), _sets, st.lists(_word, min_size=1, max_size=2)),
    st.sampled_from(("event.user.is_bot", "event.user.is_bot is true", "event.user.is_bot = false")),
)
conditions = st.recursive(
    atoms,
    lambda inner: st.builds("not ({})".format, inner) | st.builds("({} and {})".format, inner, inner),
    max_leaves=3,
).filter(lambda condition: "not ((" not in condition)
"""Conjunctions of comparisons: a denied conjunction would be a choice."""


def holds(expression: Expression, world: dict[str, Any]) -> bool:
    """By trying: whoever compares a missing value is wrong, whoever denies it is right."""
    match expression.op:
        case "and":
            return all(holds(part, world) for part in expression.args)
        case "not":
            return not holds(expression.args[0], world)
        case "path":
            return world[expression.text] is True
    sign, left, right = expression.args if expression.op == "compare" else (expression.op, *expression.args)
    one, other = evaluated(left, world), evaluated(right, world)
    if one is MISSING or other is MISSING:
        return bool(sign == "!=")
    signs: dict[str, Callable[[], bool]] = {
        "=": lambda: one == other,
        "is": lambda: one == other,
        "!=": lambda: one != other,
        "in": lambda: one in other,
        "<": lambda: one < other,
        "<=": lambda: one <= other,
        ">": lambda: one > other,
        ">=": lambda: one >= other,
    }
    return bool(signs[str(sign)]())


def evaluated(expression: Expression, world: dict[str, Any]) -> Any:
    if expression.op == "list":
        return [evaluated(item, world) for item in expression.args]
    if expression.op == "path":
        return world.get(expression.text, expression.text)
    value = expression.args[0]
    return value.casefold() if isinstance(value, str) else value


def worlds() -> Iterator[dict[str, Any]]:
    for values in product(*VALUES.values()):
        yield dict(zip(VALUES, values, strict=True))


@settings(max_examples=400, deadline=None)
@given(st.lists(conditions, min_size=1, max_size=4))
def test_comparisons_of_one_value_are_decided_exactly(written: list[str]) -> None:
    tried = [parse_expression(condition) for condition in written]
    possible = any(all(holds(each, world) for each in tried) for world in worlds())
    assert may_hold(guards(*written)) == possible


@settings(max_examples=400, deadline=None)
@given(st.lists(atoms, min_size=1, max_size=4))
def test_a_choice_is_always_true_if_nothing_escapes_it(written: list[str]) -> None:
    tried = [parse_expression(condition) for condition in written]
    inescapable = all(any(holds(each, world) for each in tried) for world in worlds())
    (choice,) = guards(" or ".join(written))
    assert may_agree(claims_against(choice.expression)) == (not inescapable)


# ----------------------------------------------------------------------------------------- by hand


@pytest.mark.parametrize(
    "contradiction",
    [
        "event.user.followers > 10 and event.user.followers < 5",
        "event.user.followers > 5 and 5 >= event.user.followers",
        "not event.user.is_bot and event.user.is_bot",
        "event.user.joined_at < 3 days and event.user.joined_at > 5 days",
        'event.user.handle is "@Ann" and event.user.handle is not "ann"',
        "event.post.sentiment is negative and event.post.sentiment in [positive, neutral]",
        'event.post.text contains "a" and not event.post.text contains "a"',
        "event.user.followers > event.user.following and not event.user.followers > event.user.following",
    ],
)
def test_conditions_that_never_hold(contradiction: str) -> None:
    assert not may_hold(guards(contradiction))
    assert not may_hold(guards(*contradiction.split(" and ")))


@pytest.mark.parametrize(
    "possible",
    [
        "event.user.followers > 5 and event.user.followers < 6",
        "event.user.followers = 3 and event.user.followers is three",  # unlike kinds are not compared
        "event.user.followers > 10 or event.user.followers < 5",
        "not event.user.followers > 10 and not event.user.followers <= 10",  # it may not be known
        'event.post.text contains "a" and event.post.text contains "b"',
        "chance(2) and not chance(2)",
        "event.user.followers in [] and event.user.followers in [1]",
        'event.user.followers > "a" and event.user.followers < "a"',
    ],
)
def test_what_cannot_be_decided_is_possible(possible: str) -> None:
    assert may_hold(guards(possible))


def test_a_word_that_stands_for_a_value_made_on_the_way_is_no_constant() -> None:
    both = guards("event.post.text is answer", 'event.post.text is "Hello"')
    assert not may_hold(both)
    assert may_hold(both, produced={"answer"})


def test_many_conditions_take_no_longer_than_their_number() -> None:
    """Each is looked at once; comparing each with each would take minutes."""
    many = guards(*(f"event.user.followers > {number}" for number in range(20_000)))
    assert may_hold(many)
    assert not may_hold([*many, *guards("event.user.followers < 3")])


# ------------------------------------------------------------------------------------ two automations


def pair(one: dict[str, Any], other: dict[str, Any], accounts: tuple[str, str] = ("ann", "ann")) -> Facts:
    base = {"when": "mentioned", "do": [{"reply": "Hi"}]}
    automations = [
        {"id": f"a{number}", "account": account, **base, **each}
        for number, (account, each) in enumerate(zip(accounts, (one, other), strict=True))
    ]
    listed = {name: {"platform": "x", "handle": f"@{name}", "vars": {"place": "here"}} for name in ("ann", "bob")}
    return facts(f"accounts: {json.dumps(listed)}\nautomations: {json.dumps(automations)}")


@pytest.mark.parametrize(
    ("one", "other", "both"),
    [
        ({}, {}, True),
        ({}, {"when": "replied"}, False),
        ({"if": "event.user.followers > 10"}, {"if": "event.user.followers < 5"}, False),
        ({"if": "event.user.followers > 10"}, {"if": "event.user.followers < 50"}, True),
        ({"if": "event.user.is_bot"}, {"ignore": ["bots"]}, False),
        ({"if": "event.user.is_follower"}, {"ignore": ["followers"]}, False),
        ({"if": "event.user.is_follower"}, {"ignore": ["bots"]}, True),
        ({"only_from": ["@ann"]}, {"only_from": ["@bob"]}, False),
        ({"only_from": ["@ann", "@bob"]}, {"if": 'event.user.handle is "@BOB"'}, True),
        ({"only_from": ["@ann"]}, {"if": 'event.user.handle is "@bob"'}, False),
        ({"only_from": ["@ann"]}, {"only_from": ["bob"]}, True),  # `bob` may be the id of @ann
        (
            {"when": {"event": "mentioned", "language": ["en-GB"]}},
            {"when": {"event": "mentioned", "language": ["de"]}},
            False,
        ),
        (
            {"when": {"event": "mentioned", "language": ["en-GB"]}},
            {"when": {"event": "mentioned", "language": ["en"]}},
            True,
        ),
        (
            {"when": {"event": "mentioned", "contains": ["yes"]}},
            {"when": {"event": "mentioned", "contains": ["no"]}},
            True,
        ),
        ({"when": {"event": "command", "named": "a"}}, {"when": {"event": "command", "named": "b"}}, False),
        ({"when": {"event": "command", "named": "a"}}, {"when": {"event": "command", "named": "a"}}, True),
        ({"when": {"event": "quiet", "for": "9 days"}}, {"when": {"event": "quiet", "for": "30 days"}}, False),
        ({"when": {"event": "quiet", "for": "30 days"}}, {"when": {"event": "quiet", "for": "30 days"}}, True),
        ({"if": 'account.place is "here"'}, {"if": 'account.place is "there"'}, False),
        ({"during": {"hours": "7:00-22:00"}}, {"during": {"hours": "22:00-7:00"}}, False),
        ({"during": {"hours": "7:00-22:00"}}, {"during": {"hours": "21:50-7:00"}}, True),
        ({"during": {"days": "monday"}}, {"during": {"days": "tuesday"}}, False),
        ({"during": {"hours": "22:00-2:00", "days": "monday"}}, {"during": {"days": "tuesday"}}, True),
        ({"during": "open"}, {"during": "closed"}, False),
        ({"during": "open"}, {"during": {"hours": "9:00-17:00"}}, True),  # which hours the inbox has is not said
    ],
)
def test_one_event_for_both(one: dict[str, Any], other: dict[str, Any], both: bool) -> None:
    first, second = pair(one, other).automations
    assert may_both_hold(first, second) == may_both_hold(second, first) == both


def test_what_is_known_of_an_account_says_nothing_about_another() -> None:
    facts = pair({"if": 'account.place is "here"'}, {"if": 'account.place is "there"'}, ("ann", "bob"))
    assert may_both_hold(*facts.automations)
    assert may_both_hold(*pair({"during": "open"}, {"during": "closed"}, ("ann", "bob")).automations)


# -------------------------------------------------------------------------------------- who may act


@pytest.mark.parametrize(
    ("conditions", "complaints"),
    [
        (["event.post.sentiment is negative"], True),
        (["event.message.sentiment = negative"], True),
        (["event.post.sentiment in [negative]"], True),
        (["event.user.followers > 9", "not event.post.sentiment is not Negative"], True),
        ([], False),
        (["event.post.sentiment is positive"], False),
        (["event.post.sentiment is not negative"], False),
        (["event.post.sentiment in [negative, neutral]"], False),
        (["event.post.sentiment is negative or event.user.is_bot"], False),
        (["event.post.language is negative"], False),
    ],
)
def test_whether_only_negative_words_pass(conditions: list[str], complaints: bool) -> None:
    assert ask_for_complaints(guards(*conditions)) is complaints


def may_be(account: AccountFacts, *conditions: str) -> bool:
    return actors(guards(*conditions)).may_be(account.handles, account.is_labelled)


def test_whose_doings_fulfil_a_condition() -> None:
    found = pair({}, {})
    ann, bob = found.accounts
    assert may_be(ann, 'event.user.handle is "@ANN"')
    assert not may_be(bob, 'event.user.handle in ["@ann", "@cam"]')
    assert not actors(guards('event.user.handle in ["@ann", "@bob"]', 'event.user.handle is "@ann"')).may_be(
        bob.handles, bob.is_labelled
    )
    assert not may_be(ann, 'event.user.handle is not "@ann"')
    assert may_be(bob, 'event.user.handle is not "@ann"')
    assert may_be(ann, "event.user.followers > 3")


@pytest.mark.parametrize(
    ("condition", "passes"),
    [
        ("not event.user.is_bot", False),
        ("event.user.is_bot is false", False),
        ("event.user.is_bot is not true", False),
        ("event.user.is_bot", True),
        ("event.user.is_bot is not false", True),
        ("event.user.is_bot or event.user.followers > 3", True),
    ],
)
def test_an_account_that_says_it_is_automated_is_a_bot(condition: str, passes: bool) -> None:
    labelled = facts("accounts: {ann: {platform: x, automated_label: true}}\nautomations: []").accounts[0]
    unlabelled = facts("accounts: {ann: {platform: x}}\nautomations: []").accounts[0]
    assert may_be(labelled, condition) == passes
    assert may_be(unlabelled, condition)
