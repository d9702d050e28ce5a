"""Who of ours hears whom in a room, and who passes over what this project has published elsewhere."""

import json
from typing import Any

import pytest
from sociable.facts.facts import Facts, derive
from sociable.graph.causality import find_loops
from sociable.project.load import read_text
from sociable.rehearsal.rehearsal import played
from sociable.rehearsal.small_world import Occurrence, SmallWorld


def setup(accounts: dict[str, Any], *automations: dict[str, Any]) -> Facts:
    listed = [{"id": f"a{number}", **each} for number, each in enumerate(automations)]
    text = json.dumps({"sociable": 1, "accounts": accounts, "automations": listed})
    loaded = read_text("rooms.json", text)
    assert not loaded.problems
    return derive(loaded.setup)


def circles(facts: Facts) -> list[int]:
    return [len(loop.automations) for loop in find_loops(facts, lambda _step: True, [])]


def ending(facts: Facts, event: str, account: str, by: str = "") -> str:
    world = SmallWorld(facts)
    who = world.ours(facts.by_id[by]) if by else world.outside("@stranger", facts.by_id[account].platform)
    opening = Occurrence(0, event, world.ours(facts.by_id[account]), who, None, 0, 0)
    return played(world, opening, 8, lambda _step: True).ending


def at_home(room: object, other: object) -> Facts:
    return setup(
        {
            "ann": {"platform": "discord", "handle": "ann", "in": room},
            "bob": {"platform": "discord", "handle": "bob", "in": other},
        },
        {"account": "ann", "when": "posted_here", "do": [{"reply": "Noted."}]},
        {"account": "bob", "when": "posted_here", "do": [{"post": "Seen."}]},
    )


@pytest.mark.parametrize(
    ("room", "other", "found"),
    [
        ("lounge", "lounge", [2]),
        ("lounge", ["kitchen", "Lounge"], []),  # where bob speaks, no name tells
        ("lounge", "kitchen", []),
        ({"members": 30}, {"members": 30}, []),
    ],
)
def test_bots_answer_each_other_in_one_room_that_has_a_name(room: object, other: object, found: list[int]) -> None:
    facts = at_home(room, other)
    assert circles(facts) == found
    assert (ending(facts, "posted_here", "ann") != "settles") == bool(found)


def test_a_room_is_heard_by_whoever_listens_there_and_not_by_the_same_account_elsewhere() -> None:
    facts = setup(
        {
            "ann": {"platform": "zulip", "handle": "ann", "in": "hall"},
            "bob": {"platform": "zulip", "handle": "bob", "in": "hall"},
        },
        {"account": "ann", "when": {"event": "posted_here", "in": "hall"}, "do": [{"reply": "Noted."}]},
        {
            "account": "bob",
            "when": {"event": "posted_here", "in": "yard"},
            "do": [{"post": {"in": "hall", "text": "A"}}],
        },
        {"account": "bob", "when": {"event": "posted_here", "in": "hall"}, "do": [{"log": "A"}]},
    )
    assert circles(facts) == []
    assert ending(facts, "posted_here", "ann") == "settles"


def copying(**brake: list[str]) -> Facts:
    return setup(
        {"ann": {"platform": "bluesky", "handle": "@ann"}, "bob": {"platform": "mastodon", "handle": "@bob"}},
        {
            "account": "ann",
            "when": {"event": "account_posted", "from": ["bob"]},
            "do": [{"post": "{{ event.post.text }}"}],
            **brake,
        },
        {
            "account": "bob",
            "when": {"event": "account_posted", "from": ["ann"]},
            "do": [{"post": "{{ event.post.text }}"}],
        },
    )


def test_own_copies_are_passed_over_and_what_a_person_posts_is_not() -> None:
    assert circles(copying()) == [2]
    assert circles(copying(ignore=["own_copies"])) == []
    assert ending(copying(), "account_posted", "ann", "bob") != "settles"
    assert ending(copying(ignore=["own_copies"]), "account_posted", "ann", "bob") == "settles"


def test_a_private_message_is_no_copy() -> None:
    facts = setup(
        {"ann": {"platform": "x", "handle": "@ann"}, "bob": {"platform": "x", "handle": "@bob"}},
        {"account": "ann", "when": "messaged", "do": [{"dm": "A"}], "ignore": ["own_copies"]},
        {"account": "bob", "when": "messaged", "do": [{"dm": "B"}]},
    )
    assert circles(facts) == [2]


def test_a_word_that_ends_it_is_carried_on_by_whoever_copies_it() -> None:
    facts = setup(
        {"ann": {"platform": "mastodon", "handle": "@ann"}, "bob": {"platform": "mastodon", "handle": "@bob"}},
        {"account": "ann", "when": "mentioned", "do": [{"reply": "{{ event.post.text }}"}]},
        {"account": "bob", "when": "replied", "do": [{"reply": "That is enough"}], "stop_on": ["enough"]},
    )
    assert circles(facts) == []


def test_robots_that_answer_mail_answer_each_other() -> None:
    facts = setup(
        {
            "ann": {"platform": "email", "handle": "ann@a.example"},
            "bob": {"platform": "email", "handle": "bob@b.example"},
        },
        {"account": "ann", "when": "email_received", "do": [{"email": "We have your letter."}]},
        {"account": "bob", "when": "email_received", "do": [{"email": "We have yours."}]},
    )
    assert circles(facts) == [2]
