"""What may have been meant, for words of other tools and for slips of the pen; and never the opposite."""

from difflib import SequenceMatcher

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.readers.automation_file.keys import (
    ACCOUNT_KEYS,
    AUDIENCE_KEYS,
    AUTOMATION_KEYS,
    FILE_KEYS,
    FORMS,
    INBOX_KEYS,
    LIST_KEYS,
    PLACE_KEYS,
    STEP_KEYS,
)
from sociable.text.suggest import Spellings, advice_here, did_you_mean, is_slip, nearest
from sociable.text.suggest import meant as taken_for
from sociable.vocabulary.aliases import ELSEWHERE
from sociable.vocabulary.carried import CARRIED
from sociable.vocabulary.countries import COUNTRIES
from sociable.vocabulary.crowds import CROWDS
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.roles import ROLES
from sociable.vocabulary.said_elsewhere import IN_PLACE
from sociable.vocabulary.values import ADMISSIONS, APPROVALS, ENTRIES, IGNORABLE, PURPOSES, RUN_BY, VIA, VISIBILITIES
from sociable.vocabulary.verbs import VERBS

VERB_WORDS = (*FORMS, *STEP_KEYS)
OUR_WORDS = {
    *VERB_WORDS,
    *(name for form in FORMS.values() for name in form.keys),
    *EVENTS,
    *ADMISSIONS,
    *ENTRIES,
    *APPROVALS,
    *VISIBILITIES,
    *(key for event in EVENTS.values() for key in event.keys),
    *ACCOUNT_KEYS,
    *AUDIENCE_KEYS,
    *INBOX_KEYS,
    *LIST_KEYS,
    *PLACE_KEYS,
    *ROLES,
    *AUTOMATION_KEYS,
    *FILE_KEYS,
    *(field.name for thing in CARRIED.values() for field in thing.fields),
    *(word for table in (CROWDS, IGNORABLE, PLATFORMS, PURPOSES, RUN_BY, VIA) for word in table),
    *("user", "thread", "trends"),
}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("retweet", "repost"),
        ("reblog", "repost"),
        ("boost", "repost"),
        ("timeout", "restrict"),
        ("tweet", "post"),
        ("toot", "post"),
        ("skeet", "post"),
        ("create_post", "post"),
        ("favourite", "like"),
        ("Send DM", "dm"),
        ("reply_to", "reply"),
        ("unfollow_back", "unfollow"),
        ("follow_back", "follow"),
        ("http_request", "webhook"),
        ("lik", "like"),
        ("replay", "reply"),
        ("approv", "approval"),
        ("unboost", ""),
        ("unretweet", ""),
        ("dance", ""),
    ],
)
def test_verbs(said: str, meant: str) -> None:
    assert nearest(said, VERB_WORDS) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("new_follower", "followed"),
        ("New Follower", "followed"),
        ("on_follow", "followed"),
        ("follow", "followed"),
        ("unfollow", "unfollowed"),
        ("lost_follower", "unfollowed"),
        ("new_mention", "mentioned"),
        ("reblog", "reposted"),
        ("favourite", "liked"),
        ("unliked", ""),
        ("direct_message", "messaged"),
        ("guild_member_add", "joined"),
        ("rss", "feed_item"),
        ("schedule_trigger", "schedule"),
        ("new_tweet", "posted"),
        ("reply", "replied"),
    ],
)
def test_events(said: str, meant: str) -> None:
    assert nearest(said, EVENTS) == meant


@pytest.mark.parametrize(
    ("said", "read"),
    [("rss", "feed_item"), ("new_item", "feed_item"), ("form-submitted", "opted_in"), ("nonsense", "")],
)
def test_an_event_of_several_words_is_read_for_one_of_elsewhere(said: str, read: str) -> None:
    assert taken_for(said, EVENTS) == read


@pytest.mark.parametrize(
    ("said", "known", "meant"),
    [
        ("company", RUN_BY, "business"),
        ("council", RUN_BY, "public-body"),
        ("public_body", RUN_BY, "public-body"),
        ("twitter", PLATFORMS, "x"),
        ("twiter", PLATFORMS, "x"),
        ("direct-mesage", VERBS, "dm"),
        ("members", ["joined", "members_of"], "members_of"),
        ("marketing", PURPOSES, "promotion"),
        ("non-followers", CROWDS, "non_followers"),
        ("username", ACCOUNT_KEYS, "handle"),
        ("trigger", AUTOMATION_KEYS, "when"),
        ("steps", AUTOMATION_KEYS, "do"),
        ("disabled", AUTOMATION_KEYS, ""),
        ("sociabel", FILE_KEYS, "sociable"),
        ("read", ["unread"], ""),
        ("unread", ["read"], ""),
        ("unraed", ["unread"], "unread"),
        ("nufollow", ["follow", "unfollow"], "unfollow"),
        ("owner", ["owners"], "owners"),
    ],
)
def test_other_words(said: str, known: list[str], meant: str) -> None:
    assert nearest(said, known) == meant


def test_the_table_speaks_only_of_words_that_exist() -> None:
    assert {word for words in ELSEWHERE.values() for word in words.split()} <= OUR_WORDS | COUNTRIES.keys()


def test_the_table_is_in_order_and_needed() -> None:
    assert all(said == said.casefold().replace("_", "-").replace(" ", "-") for said in ELSEWHERE)
    assert not [said for said, words in ELSEWHERE.items() if words == said]


def test_a_word_is_never_taken_for_one_that_only_lacks_its_denial() -> None:
    for word in OUR_WORDS:
        guess = nearest(word, OUR_WORDS - {word})
        assert f"un{guess}" != word
        assert guess != f"un{word}"
        called = " ".join(words for said, words in ELSEWHERE.items() if is_slip(word, said))
        assert not guess or guess in called.split() or _alike(word, guess) >= 0.7, word


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one.replace("_", "-"), other.replace("_", "-")).ratio()


def test_a_question_or_nothing() -> None:
    assert did_you_mean("lik", ["like"]) == "Did you mean `like`?"
    assert did_you_mean("dance", ["like"]) == ""


@pytest.mark.parametrize(
    ("said", "place", "meant"),
    [
        ("message_posted", "an event", "posted_here"),
        ("messageCreate", "an event", "posted_here"),
        ("new_subscriber", "an event", "opted_in"),
        ("asked_for", "an automation", "agreed_to"),
        ("region", "an account", "audience"),
        ("poll", "the long form of a verb", "buttons"),
        ("Paths", "a step", "else:"),
        ("named_with_consent", "an automation", "agreed_to: naming"),
        ("account", "`posted`", "account_posted, from:"),
    ],
)
def test_where_a_word_stands_decides_what_it_means(said: str, place: str, meant: str) -> None:
    assert meant in advice_here(said, place)
    assert advice_here(said, "a place of no kind") == ""


def test_words_of_places_are_spelt_as_they_are_looked_for() -> None:
    words = [word for table in IN_PLACE.values() for word in table]
    assert all(word == word.casefold().replace("_", "-").replace(" ", "-") for word in words)


@given(
    st.lists(st.text("abc-1", min_size=4, max_size=9), min_size=150, max_size=250, unique=True),
    st.integers(0),
    st.integers(0),
)
@settings(max_examples=30, deadline=None)
def test_one_slip_is_found_among_many(known: list[str], which: int, at: int) -> None:
    meant = known[which % len(known)]
    at %= len(meant)
    said = f"{meant[:at]}x{meant[at + 1 :]}"
    assert SequenceMatcher(None, said, Spellings(known).nearest(said)).ratio() >= 0.7


def test_many_words_are_read_once() -> None:
    known = iter([f"account-{number}" for number in range(500)])
    spellings = Spellings(known)
    assert spellings.nearest("acount-7") == "account-7"
    assert spellings.did_you_mean("acccount-499") == "Did you mean `account-499`?"
    assert next(known, None) is None


def test_of_many_words_those_that_begin_alike_are_compared_if_they_are_few() -> None:
    known = [*(f"account-{number}" for number in range(500)), "auto-follow-back"]
    assert nearest("auto-follow-bakcs", known) == "auto-follow-back"
    assert nearest("account-12345", known) == ""
