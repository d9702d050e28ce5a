"""Each key of the table is read as the table says."""

import json
from os.path import dirname

import pytest
from sociable.documents.yaml_tree import parse
from sociable.readers.gramaddict.gramaddict_reader import read
from sociable.setup.model import Step
from sociable.text.source import Source

from generators.import_tables import load

PROJECT = dirname(dirname(dirname(dirname(__file__))))
KEYS = load(PROJECT, "gramaddict", "keys")


def steps(**keys: object) -> tuple[Step, ...]:
    given = {"username": "gardenclub", **{name.replace("_", "-"): value for name, value in keys.items()}}
    (automation,) = read(parse(Source("config.yml", json.dumps(given)))).automations
    return automation.steps


def target_words(step: Step) -> str:
    assert step.target is not None
    about = step.target.of.name if step.target.of is not None else step.target.name
    return f"{step.target.kind} {about}".strip()


SOURCES = {
    "blogger-followers": "followers_of @roses",
    "blogger-following": "following_of @roses",
    "blogger-post-likers": "likers_of @roses",
    "blogger": "handle @roses",
    "hashtag-likers-top": "matching #roses",
    "hashtag-likers-recent": "matching #roses",
    "hashtag-posts-top": "matching #roses",
    "hashtag-posts-recent": "matching #roses",
    "place-likers-top": "matching roses",
    "place-likers-recent": "matching roses",
    "place-posts-top": "matching roses",
    "place-posts-recent": "matching roses",
    "interact-from-file": "list roses",
    "posts-from-file": "list roses",
}
ACTIONS = [
    ("follow-percentage", "total-follows-limit", "follow"),
    ("likes-percentage", "total-likes-limit", "like"),
    ("likes-count", "total-likes-limit", "like"),
    ("comment-percentage", "total-comments-limit", "comment"),
    ("stories-percentage", "total-watches-limit", "view"),
    ("stories-count", "total-watches-limit", "view"),
    ("pm-percentage", "total-pm-limit", "dm"),
]
UNDOINGS = {
    "unfollow": "following",
    "unfollow-any": "following",
    "unfollow-non-followers": "non_followers",
    "unfollow-any-non-followers": "non_followers",
    "unfollow-any-followers": "followers",
    "unfollow-from-file": "list 10",
}


@pytest.mark.parametrize(("key", "expected"), SOURCES.items())
def test_where_it_finds_people(key: str, expected: str) -> None:
    (step,) = steps(**{key: ["roses"], "follow-percentage": 10})
    assert (step.verb.name, target_words(step)) == ("follow", expected)


@pytest.mark.parametrize(("key", "limit", "verb"), ACTIONS)
def test_what_it_does_to_them(key: str, limit: str, verb: str) -> None:
    (step,) = steps(**{"blogger-followers": ["roses"], key: "10-20", limit: "5-9"})
    assert step.limit is not None
    assert (step.verb.name, step.limit.times) == (verb, 9)


@pytest.mark.parametrize(("key", "expected"), UNDOINGS.items())
def test_whom_it_drops(key: str, expected: str) -> None:
    (step,) = steps(**{key: "10"})
    assert (step.verb.name, target_words(step)) == ("unfollow", expected)


def test_every_row_is_tried_here() -> None:
    assert set(KEYS["sources"]) == set(SOURCES)
    assert set(KEYS["undoings"]) == set(UNDOINGS)
    assert {key for row in KEYS["actions"].values() for key in row["keys"]} == {key for key, *_ in ACTIONS}


@pytest.mark.parametrize("username", ["", "[]", "{}", "''", "[{a: b}]", "# later"])
def test_an_account_that_nobody_named_goes_by_its_platform(username: str) -> None:
    text = f"username: {username}\napp-id: com.instagram.android\nunfollow: 10-20\n"
    (account,) = read(parse(Source("config.yml", text))).accounts
    assert (account.id.name, account.handle) == ("instagram", "")
