"""Small stories of accounts that act on each other: the same one as a file and as plain data."""

import json
from typing import Any, NamedTuple

from hypothesis import strategies as st
from sociable.facts.facts import Facts, derive
from sociable.project.load import read_text

NAMES = ("ann", "bob", "cam", "dee")
EVENTS = (
    "followed",
    "unfollowed",
    "mentioned",
    "replied",
    "messaged",
    "account_posted",
    "post_matched",
    "posted",
    "schedule",
)
SAID = {
    "plain": "good day",
    "word": "here is help",
    "tag": "more #help",
    "person": "hi {{ event.user.handle }}",
    "handle": "ask @bob",
}
CROWDS = ("followers", "unfollowers", "followers_of(followers)", 'followers_of("@elsewhere")')


class Act(NamedTuple):
    """One step: ``says`` is a key of ``SAID``; ``whom`` is ``user``, one of ``NAMES`` or of ``CROWDS``."""

    verb: str
    whom: str = "user"
    says: str = "plain"


class Plot(NamedTuple):
    """One automation of one account."""

    account: str
    event: str
    acts: tuple[Act, ...]
    brake: str = ""
    approved: bool = False
    listens_to: tuple[str, ...] = ()
    listens_for: str = ""
    condition: str = ""
    listens_by: str = "contains"


class Story(NamedTuple):
    """Platforms and automated labels of the accounts by name, and what they do."""

    platforms: dict[str, str]
    labels: dict[str, bool]
    plots: tuple[Plot, ...]


BRAKES: dict[str, dict[str, Any]] = {
    "": {},
    "own accounts": {"ignore": ["own_accounts"]},
    "bots": {"ignore": ["bots"]},
    "once for a user": {"once_per": "user"},
    "once a day": {"once_per": "user per day"},
    "once in a thread": {"once_per": "thread"},
    "once for a post": {"once_per": "post"},
    "capped": {"max_replies_per_thread": 3},
    "slow": {"limit": "1 per day", "cooldown": "1 hour"},
    "stop word": {"stop_on": ["Good Day"]},
}


CONDITIONS = {
    "never": "event.user.followers > 10 and event.user.followers < 5",
    "people only": "not event.user.is_bot",
    "only bob": 'event.user.handle is "@Bob"',
    "not bob": 'event.user.handle is not "@bob"',
    "many likes": "event.user.followers > 10",
}
"""What ``if:`` may say where there is a person."""

TEXT_CONDITIONS = {
    "help": '{} contains "Help"',
    "no help": 'not {} contains "help"',
    "help or ask": '{0} contains "help" or ({0} contains "ask" and event.user.followers > 10)',
    "good day": '{} is "Good day"',
}
"""What ``if:`` may say of a text."""


def facts_of(story: Story) -> Facts:
    """The story through the real reader. The plots are called ``p0``, ``p1``, …"""
    accounts = {
        name: {"platform": platform, "handle": f"@{name}", "automated_label": story.labels[name]}
        for name, platform in story.platforms.items()
    }
    written = {"sociable": 1, "accounts": accounts, "automations": list(map(_automation, enumerate(story.plots)))}
    return derive(read_text("story.json", json.dumps(written)).setup)


def _automation(numbered: tuple[int, Plot]) -> dict[str, Any]:
    number, plot = numbered
    when: dict[str, Any] = {"event": plot.event}
    if plot.listens_to:
        when["from"] = list(plot.listens_to)
    if plot.listens_for:
        when[plot.listens_by] = plot.listens_for if plot.listens_by == "search" else [plot.listens_for]
    text = "event.message.text" if plot.event == "messaged" else "event.post.text"
    return {
        "id": f"p{number}",
        "account": plot.account,
        "when": when,
        "do": [_step(act) for act in plot.acts],
        **BRAKES[plot.brake],
        **({"approval": "human"} if plot.approved else {}),
        **({"if": (CONDITIONS | TEXT_CONDITIONS)[plot.condition].format(text)} if plot.condition else {}),
    }


def _step(act: Act) -> dict[str, Any]:
    target = "event.user" if act.whom == "user" else act.whom
    if act.verb in ("follow", "unfollow"):
        return {act.verb: target}
    if act.verb in ("reply", "post"):
        return {act.verb: SAID[act.says]}
    return {act.verb: {"text": SAID[act.says], "target": target}}


CARRIES_TEXT = ("mentioned", "replied", "messaged", "account_posted", "post_matched")
NAMEABLE = ("followed", "unfollowed", *CARRIES_TEXT)
"""Events behind which there is a person; elsewhere reading would object to ``event.user``."""


SETS_OFF = {
    "follow": "followed",
    "unfollow": "unfollowed",
    "reply": "mentioned",
    "dm": "messaged",
    "post": "account_posted",
}


@st.composite
def acts(draw: st.DrawFn, event: str, names: tuple[str, ...], heard: list[str]) -> Act:
    """Most acts set off something that somebody in the story listens to."""
    matching = [verb for verb, caused in SETS_OFF.items() if caused in heard]
    matching += ["post"] if "post_matched" in heard else []
    verb = draw(st.sampled_from([*SETS_OFF, *matching * 4]))
    somebody = [*names, *CROWDS] + ([] if event not in NAMEABLE else ["user"] * 8)
    whom = draw(st.sampled_from(somebody)) if verb in ("follow", "unfollow", "dm") else "user"
    says = draw(st.sampled_from([each for each in SAID if each != "person" or event in NAMEABLE]))
    return Act(verb, whom, says if verb in ("reply", "dm", "post") else "plain")


@st.composite
def plots(draw: st.DrawFn, names: tuple[str, ...], heard: list[str]) -> Plot:
    event = draw(st.sampled_from(heard))
    may_listen = event in NAMEABLE and draw(st.integers(0, 5)) == 0
    asks = event in NAMEABLE and draw(st.integers(0, 5)) == 0
    conditions = [*sorted(CONDITIONS), *(sorted(TEXT_CONDITIONS) * 2 if event in CARRIES_TEXT else [])]
    searches = ("contains", "keywords", "hashtags", "search") if event == "post_matched" else ("contains",)
    return Plot(
        account=draw(st.sampled_from(names)),
        event=event,
        acts=tuple(draw(st.lists(acts(event, names, heard), min_size=1, max_size=2))),
        brake=draw(st.sampled_from(("",) * 2 * len(BRAKES) + tuple(BRAKES))),
        approved=draw(st.integers(0, 5)) == 0,
        listens_to=tuple(draw(st.lists(st.sampled_from(names), min_size=1, max_size=2))) if may_listen else (),
        listens_for="help" if event in CARRIES_TEXT and draw(st.integers(0, 3)) == 0 else "",
        condition=draw(st.sampled_from(conditions)) if asks else "",
        listens_by=draw(st.sampled_from(searches)),
    )


@st.composite
def stories(draw: st.DrawFn) -> Story:
    names = NAMES[: draw(st.integers(2, 4))]
    heard = draw(st.lists(st.sampled_from(EVENTS), min_size=1, max_size=3, unique=True))
    return Story(
        platforms={name: draw(st.sampled_from(("x",) * 4 + ("mastodon",))) for name in names},
        labels={name: draw(st.sampled_from((False, False, False, True))) for name in names},
        plots=tuple(draw(st.lists(plots(names, heard), min_size=2, max_size=8))),
    )
