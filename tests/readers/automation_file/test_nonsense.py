"""What means nothing is refused, in every key that takes no free text; and it makes no rule speak."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.judge import judge
from sociable.facts.facts import derive
from sociable.project.load import read_text
from sociable.readers.automation_file.keys import (
    ACCOUNT_KEYS,
    AUTOMATION_KEYS,
    LIST_KEYS,
    PLACE_KEYS,
    STEP_KEYS,
)
from sociable.rulebook.rulebook import with_built_in
from sociable.vocabulary.events import EVENTS

RULES = [CompiledRule(page) for page in with_built_in().rules]

FREE = {
    *("handle", "operator", "pause", "server", "client", "paid_by", "vars", "id", "account", "title", "stop_on"),
    *("agreed_to", "allowed_by", "named", "to", "group", "place", "by", "feed", "sheet", "shop", "search", "contains"),
    *("keywords", "hashtags", "in", "as", "region"),
}
"""Keys that hold names, words and texts of people's own; and `as`, which gives a name."""

NONSENSE = ("", "zzqx", "wobbly 7", "-3", "0 per hour", "2027-02-30", "25:70", "[]", "“x”", "klingonish", "99 99 * * *")
"""No word, amount, day, time, language or condition of the format."""

PLACES = [
    *(("account", key) for key in ACCOUNT_KEYS if key not in FREE),
    *(("automation", key) for key in AUTOMATION_KEYS if key not in FREE | {"when", "do"}),
    *(("step", key) for key in STEP_KEYS if key not in FREE),
    *(("list", key) for key in LIST_KEYS if key not in FREE),
    *(("place", key) for key in PLACE_KEYS if key not in FREE),
    *(("schedule", key) for key in EVENTS["schedule"].keys),
    *(("mentioned", key) for key in ("from", "language", "otherwise")),
    *(("reported", key) for key in ("times",)),
    *(("quiet", key) for key in ("for",)),
    *(("account", key) for key in ("audience.countries", "audience.languages", "approved.automation")),
    *(("account", key) for key in ("inbox.reply_within", "inbox.hours.zone", "in.members", "in.open")),
    *(("automation", key) for key in ("during.days", "during.hours", "during.zone")),
    *(("place", key) for key in ("approved.automation", "approved.messages")),
    *(("verb", key) for key in ("wait.for", "post.language", "post.media.colour")),
    *(("mentioned", key) for key in ("language.0", "from.0")),
    *(("schedule", key) for key in ("on.0", "at.0", "during.days.0")),
    *(("account", key) for key in ("audience.countries.0", "audience.languages.0")),
    *(("automation", key) for key in ("admits.0", "out_by.0", "entry.0", "ignore.0", "if.0", "during.days.0")),
    *(("step", key) for key in ("disclose.0", "if.0")),
    *(("list", key) for key in ("out_by.0", "admits.0")),
]
"""A key that holds others goes before a dot, and what stands in a list under 0."""


def written(where: str, key: str, value: Any) -> str:
    """A file that is right but for one value."""
    outer, _, inner = key.partition(".")
    value = within(inner, value)
    account: dict[str, Any] = {"platform": "mastodon", "inbox": {"read_by": "us"}}
    step: dict[str, Any] = {"notify": "us"}
    automation: dict[str, Any] = {"id": "a", "account": "c", "when": "mentioned", "do": [step]}
    file: dict[str, Any] = {"sociable": 1, "accounts": {"c": account}, "automations": [automation]}
    if where in EVENTS:
        automation["when"] = {"event": where, outer: value}
        if where == "schedule" and outer in ("timezone", "during"):
            automation["when"]["every"] = "1 day"
    elif where in ("list", "place"):
        file[f"{where}s"] = {"n": {outer: value}}
    elif where == "verb":
        said = {"text": "Hi", **value} if outer == "post" else value
        automation["do"] = [{outer: said}]
    elif outer == "inbox" and inner:
        account["inbox"] |= value
    else:
        {"account": account, "automation": automation, "step": step}[where][outer] = value
    return json.dumps(file)


def within(keys: str, value: Any) -> Any:
    """The value under such keys, from the outermost; in a list under a number."""
    for key in reversed(keys.split(".") if keys else []):
        value = [value] if key.isdecimal() else {key: value}
    return value


@pytest.mark.parametrize(("where", "key"), PLACES)
def test_nonsense_is_refused_with_its_key_and_value(where: str, key: str) -> None:
    for value in NONSENSE:
        reading = read_text("a.json", written(where, key, value))
        assert len(reading.problems) == 1, (value, [each.message for each in reading.problems])
        (problem,) = reading.problems
        assert problem.rule == "not-understood"
        told = f"{problem.message} {problem.advice} {problem.span.text}"
        named = [each for each in key.split(".") if not each.isdecimal()]
        assert named[-1] in told or value in told, (value, told)


values = st.one_of(
    st.sampled_from(NONSENSE),
    st.text("qxz%&", min_size=4, max_size=12),
    st.integers(-9, -1).map(str),
    st.floats(allow_nan=False, allow_infinity=False).filter(lambda number: number % 1 != 0),
)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(PLACES), values)
def test_no_nonsense_makes_a_rule_speak(place: tuple[str, str], value: Any) -> None:
    reading = read_text("a.json", written(*place, value))
    assert reading.problems
    assert [finding.rule for finding in judge(derive(reading.setup), RULES) if finding.severity != "info"] == []


@pytest.mark.parametrize(
    ("where", "key", "value", "told"),
    [
        ("commented", "on", "blue", "`on: blue` is no post"),
        ("feed_item", "feed", "", "`feed` is empty"),
        ("command", "named", " ", "`named` is empty"),
        ("automation", "once_per", "row", "`mentioned` brings no row"),
        ("automation", "once_per", "item per day", "`mentioned` brings no item"),
    ],
)
def test_what_cannot_come_is_refused(where: str, key: str, value: str, told: str) -> None:
    (problem,) = read_text("a.json", written(where, key, value)).problems
    assert told in problem.message


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ("event.post.media.has_no_description", "Did you mean `event.post.has_description`?"),
        ("event.user.name.colour", "It is one value: write `event.user.name` alone."),
    ],
)
def test_a_plain_value_has_no_parts(part: str, told: str) -> None:
    (problem,) = read_text("a.json", written("automation", "if", part)).problems
    assert problem.advice == told


def test_a_handle_used_twice_makes_no_rule_speak_of_a_circle() -> None:
    accounts = {name: {"platform": "mastodon", "handle": "@zoo@animals.example"} for name in ("zoo", "zoo2")}
    answer = {"id": "a", "account": ["zoo", "zoo2"], "when": "mentioned", "do": [{"reply": "Tickets are at the gate."}]}
    reading = read_text("a.json", json.dumps({"sociable": 1, "accounts": accounts, "automations": [answer]}))
    assert [each.rule for each in reading.problems] == ["not-understood"]
    assert "reply-loop" not in {finding.rule for finding in judge(derive(reading.setup), RULES)}


@pytest.mark.parametrize("post", ["https://example.org/post/1", "17854360229135492", "urn:li:share:7"])
def test_a_post_goes_by_its_address_or_number(post: str) -> None:
    assert not read_text("a.json", written("commented", "on", post)).problems


def test_a_place_is_said_once() -> None:
    text = written("automation", "when", {"event": "left", "in": "lounge", "group": "kitchen"})
    (problem,) = read_text("a.json", text).problems
    assert problem.message == "`group` and `in` both say where"


@pytest.mark.parametrize(
    ("where", "key", "value", "told"),
    [
        ("account", "operator", "none", "admits: [nobody_answers]"),
        ("account", "pause", "nobody", "pause: false"),
        ("account", "inbox", {"read_by": "nobody"}, "inbox: unread"),
        ("place", "allowed_by", "no one", "approved: {automation: false}"),
        ("automation", "out_by", ["none", "link"], "Write `none` alone"),
        ("automation", "agreed_to", ["none", "news"], "Write `none` alone"),
        ("automation", "entry", ["nothing", "follow"], "Write `nothing` alone"),
        ("step", "disclose", [], "or write `none`"),
        ("account", "inbox", {"read_by": "us", "hours": "-18:00"}, '"0:00-18:00"'),
        ("account", "handle", "@", ""),
        ("automation", "title", " ", "Fill it in."),
        ("schedule", "cron", "0 9 31 feb *", "no such day"),
        ("verb", "wait", {"until": "25:00"}, "from 00 to 23"),
        ("verb", "wait", {"until": "3 days"}, "wait: 3 days"),
        ("verb", "draw", {"winner": "followers", "count": 3}, "`limit:`"),
        ("automation", "if", 'event.post.text in "help"', "Write a list"),
    ],
)
def test_it_is_said_what_to_write(where: str, key: str, value: Any, told: str) -> None:
    (problem,) = read_text("a.json", written(where, key, value)).problems
    assert told in problem.advice


SHAPES: tuple[Any, ...] = ([], {}, ["x"], [["x"]], [{"x": 1}], {"x": ["y"]}, {"x": {"y": None}}, [None, True, 1.5])


@pytest.mark.parametrize(("where", "key"), PLACES)
def test_lists_and_groups_are_told_or_taken_wherever_a_word_is_due(where: str, key: str) -> None:
    for value in SHAPES:
        assert read_text("a.json", written(where, key, value)).faults == ()


def test_a_group_of_which_a_part_is_empty_keeps_the_others() -> None:
    reading = read_text("a.json", written("account", "audience", {"countries": [], "region": "north"}))
    (account,) = reading.setup.accounts
    assert (account.audience.countries, account.audience.region) == (frozenset[str](), "north")
    assert [each.message for each in reading.problems] == ["`countries` is empty"]
