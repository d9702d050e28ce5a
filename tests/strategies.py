"""Automation files of every kind, for property tests: small, so that things often meet."""

import json
from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from sociable.project.load import read_text
from sociable.setup.model import Setup

ACCOUNTS = ("shop", "cafe", "gym")
EVENTS = ("followed", "unfollowed", "mentioned", "messaged", "post_matched", "account_posted", "schedule", "manual")
TEXTS = (
    "Hello",
    "Big sale today!",
    "hi {{ event.user.handle }}",
    "you said {{ event.post.text }}",
    "we are {{ account.id }}",
    "ask @cafe",
    "The #sale of today",
)
ASKED: dict[str, Callable[[str], bool]] = {
    'event.post.text contains "hello"': lambda said: "hello" in said,
    'not event.post.text contains "SALE"': lambda said: "sale" not in said,
    'event.post.text is "Hello" or event.post.text contains "ask"': lambda said: "hello" in said or "ask" in said,
}
"""Conditions on a text, and what may pass them of texts in small letters."""

TARGETS = ("event.user", "event.post", '"@cafe"', "gym", "followers", "unfollowers", "followers_of(followers)", "ghost")

accounts = st.fixed_dictionaries(
    {"platform": st.sampled_from(("x", "mastodon", "slack"))},
    optional={
        "handle": st.sampled_from(("@shop", "@cafe", "@gym")),
        "inbox": st.sampled_from(({"read_by": "jane"}, "unread")),
        "automated_label": st.booleans(),
        "run_by": st.sampled_from(("public-body", "business")),
    },
)

steps = st.one_of(
    st.builds(lambda verb, text: {verb: text}, st.sampled_from(("post", "story", "notify")), st.sampled_from(TEXTS)),
    st.builds(
        lambda verb, text, target: {verb: {"text": text, "target": target}},
        st.sampled_from(("reply", "dm", "comment")),
        st.sampled_from(TEXTS),
        st.sampled_from(TARGETS),
    ),
    st.builds(
        lambda verb, target: {verb: target},
        st.sampled_from(("follow", "unfollow", "like", "repost", "block")),
        st.sampled_from(TARGETS),
    ),
    st.just({"ask": "jane"}),
    st.builds(lambda made: {"generate": {"made": made}}, st.sampled_from(TEXTS)),
    st.builds(lambda found: {"fetch": {"found": found}}, st.sampled_from(("unfollowers", "trends", "followers"))),
)


narrowed = st.fixed_dictionaries(
    {},
    optional={
        "only_from": st.sampled_from(("@cafe", "gym", "@nobody")),
        "if": st.sampled_from(("event.user.is_bot", "not event.user.is_bot", "event.user.followers > 10", *ASKED)),
        "stop_on": st.sampled_from(("hello", "sale")),
    },
)

searches = st.fixed_dictionaries(
    {"event": st.just("post_matched")},
    optional={
        "contains": st.sampled_from(("hello", "ask")),
        "keywords": st.sampled_from(("sale", ["HELLO", "shop"])),
        "hashtags": st.sampled_from(("sale", "#Today")),
        "search": st.sampled_from(("big sale", "from:cafe", "nothing OR hello")),
    },
)


@st.composite
def automations(draw: st.DrawFn) -> dict[str, Any]:
    produced: set[str] = set()
    done = []
    for step in draw(st.lists(steps, min_size=1, max_size=3)):
        if draw(st.booleans()) and produced:
            step = {"post": f"{{{{ {draw(st.sampled_from(sorted(produced)))} }}}}"}
        produced |= {name for verb in ("generate", "fetch") for name in step.get(verb, ())}
        if draw(st.integers(0, 5)) == 0:
            step = {**step, "approval": "human"}
        done.append(step)
    written: dict[str, Any] = {
        "id": draw(st.sampled_from(("one", "two", "three"))),
        "account": draw(st.lists(st.sampled_from((*ACCOUNTS, "ghost")), min_size=1, max_size=3, unique=True)),
        "when": draw(st.sampled_from(EVENTS)),
        "do": done,
    }
    if draw(st.integers(0, 5)) == 0:
        written["approval"] = "human"
    written |= draw(narrowed) if written["when"] in ("mentioned", "messaged", "post_matched") else {}
    if written["when"] == "post_matched":
        written["when"] = draw(searches)
    if draw(st.integers(0, 5)) == 0:
        written["ignore"] = draw(st.sampled_from(("bots", "own_accounts")))
    if draw(st.integers(0, 9)) == 0:
        written["enabled"] = False
    return written


@st.composite
def texts(draw: st.DrawFn, largest: int = 5) -> str:
    """An automation file as JSON."""
    project = {
        "sociable": 1,
        "accounts": {name: draw(accounts) for name in ACCOUNTS[: draw(st.integers(0, len(ACCOUNTS)))]},
        "automations": draw(st.lists(automations(), max_size=largest)),
    }
    return json.dumps({key: value for key, value in project.items() if value})


def setups(largest: int = 5) -> st.SearchStrategy[Setup]:
    """A setup read from JSON. What an event does not carry is told by reading and left out."""
    return texts(largest).map(lambda text: read_text("a.json", text).setup)
