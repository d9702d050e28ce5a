"""Random setups of a few accounts that may set each other off."""

from typing import Any

from hypothesis import strategies as st

from tests.metamorphic.documents import Document, Project

_ACCOUNTS = ("library", "museum", "town_hall", "pool")
_PERSON_EVENTS = ("mentioned", "replied", "messaged", "followed", "unfollowed", "quoted", "commented", "account_posted")
_OTHER_EVENTS = ("schedule", "posted", "post_matched", "feed_item", "trend_started")
_TEXTS = ("Thank you!", "Please help.", "A colleague will look at this today.")
_PEOPLE = ("event.user", "followers", "non_followers", "unfollowers", 'followers_of("@rival")', *_ACCOUNTS, '"@museum"')


def _optional(**values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=values)


def _step(person: bool) -> st.SearchStrategy[Any]:
    people = st.sampled_from(_PEOPLE if person else _PEOPLE[1:])
    texts = st.sampled_from((*_TEXTS, "Hello {{ event.user.handle }}!") if person else _TEXTS)
    whom = {"target": people} if not person else {}
    verbs: list[st.SearchStrategy[Document]] = [
        st.builds(lambda text: {"post": text}, texts),
        st.builds(lambda text: {"notify": text}, texts),
        st.builds(lambda verb, target: {verb: target}, st.sampled_from(("follow", "unfollow", "block")), people),
        st.builds(
            lambda verb, argument: {verb: argument},
            st.sampled_from(("dm", "email")),
            st.fixed_dictionaries({"text": texts, **whom}, optional={} if whom else {"target": people}),
        ),
        st.just({"ask": "the team"}),
    ]
    if person:
        verbs.append(st.builds(lambda verb, text: {verb: text}, st.sampled_from(("reply", "comment", "quote")), texts))
    modifiers = _optional(approval=st.sampled_from(("human", "none")), limit=st.sampled_from((20, "60 per hour")))
    return st.builds(lambda verb, more: {**verb, **more}, st.one_of(verbs), modifiers)


@st.composite
def _ties(draw: st.DrawFn, number: int, names: list[str]) -> Document:
    """An automation that follows or unfollows: most of these lie on a loop with others."""
    event = draw(st.sampled_from(("followed", "followed", "unfollowed", "schedule")))
    people = st.sampled_from(_PEOPLE if event != "schedule" else ("followers_of(followers)", *_PEOPLE[1:]))
    verb = st.sampled_from(("follow", "follow", "unfollow"))
    step = st.builds(lambda verb, target: {verb: target}, verb, people)
    return {
        "id": f"automation-{number}",
        "account": draw(st.lists(st.sampled_from(names), min_size=1, max_size=3, unique=True)),
        "when": event,
        **draw(_optional(ignore=st.just(["own_accounts"]), once_per=st.just("user"), limit=st.just("60 per hour"))),
        "do": draw(st.lists(step, min_size=1, max_size=2)),
    }


@st.composite
def _automation(draw: st.DrawFn, number: int, names: list[str]) -> Document:
    person = draw(st.booleans())
    event = draw(st.sampled_from(_PERSON_EVENTS if person else _OTHER_EVENTS))
    person = person or event == "post_matched"
    when: Document = {"event": event}
    if event in ("mentioned", "replied", "messaged", "account_posted"):
        words = st.sampled_from(("help", ["help", "thank"]))
        when |= draw(_optional(contains=words, **{"from": st.sampled_from(names)}))
    more = _optional(
        ignore=st.sampled_from(("bots", ["own_accounts"])),
        once_per=st.sampled_from(("user", "user per day")),
        approval=st.just("human"),
        enabled=st.booleans(),
    )
    return {
        "id": f"automation-{number}",
        "account": draw(st.one_of(st.sampled_from(names), st.lists(st.sampled_from(names), min_size=1, unique=True))),
        "when": when,
        **draw(more),
        "do": draw(st.lists(_step(person and event != "trend_started"), min_size=1, max_size=3)),
    }


@st.composite
def setups(draw: st.DrawFn) -> Project:
    """One document; most accounts share a platform, and some automations name an account nobody describes."""
    names = list(_ACCOUNTS[: draw(st.integers(2, len(_ACCOUNTS)))])
    facts = st.fixed_dictionaries(
        {"platform": st.sampled_from(("x", "x", "x", "mastodon"))},
        optional={
            "automated_label": st.booleans(),
            "inbox": st.just({"read_by": "the team"}),
            "run_by": st.sampled_from(("business", "public-body")),
        },
    )
    accounts = {name: {**draw(facts), "handle": f"@{name}"} for name in names}
    count = draw(st.integers(1, 6))
    used = [*names, "musuem"]
    kind = draw(st.sampled_from((_automation, _ties)))
    return [
        {
            "sociable": 1,
            "accounts": accounts,
            "automations": [draw(kind(number, used)) for number in range(count)],
        }
    ]
