"""What people have to give for what they get."""

import pytest
from sociable.facts.facts import AutomationFacts
from sociable.facts.gates import asked_for_more, asks_by_a_condition, price, price_words
from sociable.facts.review_gates import reviews_on

from tests.setups import facts


def automation(when: str, do: str, keys: str = "title: x", platform: str = "x") -> AutomationFacts:
    text = (
        f"accounts: {{shop: {{platform: {platform}}}}}\nautomations:\n  - id: a\n    account: shop\n    when: {when}\n"
    )
    return facts(f"{text}    {keys}\n    do:\n{do}").automations[0]


ANSWER = "      - reply: Here it is\n"
FOR_FOLLOWERS = "      - reply: Here it is\n        if: event.user.is_follower\n"
TURNED_AWAY = "      - reply: Follow first\n        if: not event.user.is_follower\n"
PAY = "      - pay: {target: event.user, amount: 5 EUR}\n"
PRAISE = "      - dm: Leave us a five-star review\n"
STOPPED = "      - stop:\n        if: not event.user.is_follower\n"


@pytest.mark.parametrize(
    ("when", "do", "keys", "asked"),
    [
        ("mentioned", ANSWER, "title: x", set()),
        ("mentioned", FOR_FOLLOWERS, "title: x", {"follow"}),
        ("mentioned", TURNED_AWAY + FOR_FOLLOWERS, "title: x", {"follow"}),
        ("mentioned", TURNED_AWAY, "title: x", set()),
        ("mentioned", TURNED_AWAY, "purpose: giveaway", {"follow"}),
        ("mentioned", STOPPED + ANSWER, "title: x", {"follow"}),
        ("mentioned", STOPPED + "      - notify: x\n", "title: x", set()),
        ("mentioned", FOR_FOLLOWERS, "agreed_to: the link", set()),
        ("mentioned", FOR_FOLLOWERS, "purpose: moderation", set()),
        ("mentioned", "      - like\n      - notify: x\n", "if: event.user.is_follower", set()),
        ("{event: mentioned, from: followers}", ANSWER, "title: x", {"follow"}),
        ("{event: mentioned, from: [followers, staff]}", ANSWER, "title: x", {"follow"}),
        ("{event: mentioned, from: [followers, customers]}", ANSWER, "title: x", set()),
        ("{event: mentioned, from: [staff]}", ANSWER, "title: x", set()),
        ("mentioned", ANSWER, "ignore: [non_followers]", {"follow"}),
        ("mentioned", ANSWER, "ignore: [bots]", set()),
        ("mentioned", ANSWER, 'if: event.user in likers_of("@s") or event.user.is_follower', {"follow", "like"}),
        ("mentioned", ANSWER, 'if: event.user in followers_of("@rival")', {"follow_others"}),
        ("{event: mentioned, from: followers_of(shop)}", ANSWER, "title: x", {"follow"}),
        ("mentioned", ANSWER, "if: event.user in mentioners", {"tag"}),
        ("mentioned", ANSWER, "if: event.user in members\n    purpose: promotion", {"join"}),
        ("mentioned", ANSWER, "if: event.user in members\n    purpose: support", set()),
        ("posted_here", ANSWER, "if: event.user in members\n    purpose: promotion", set()),
        ("mentioned", f"{ANSWER}      - dm: See you soon!\n        if: event.user.is_follower\n", "title: x", set()),
        ("{event: liked, from: followers}", "      - store: {text: x, to: lot}\n", "purpose: giveaway",
         {"like", "follow"}),
        ("started", '      - draw: {winner: likers_of("@s")}\n', "purpose: giveaway", {"like"}),
        ("started", '      - draw: {winner: likers_of("@s")}\n', "title: x", set()),
        ("started", "      - fetch: {all: followers}\n      - draw: {winner: all}\n", "purpose: giveaway", {"follow"}),
        ("liked", "      - notify: x\n", "purpose: giveaway", {"like"}),
        ("liked", "      - notify: x\n", "title: x", set()),
        ("mentioned", ANSWER, "entry: [tag, form]", {"tag"}),
        ("mentioned", ANSWER, "entry: [good_review]", {"good_review"}),
        ("reviewed", PAY, "title: x", {"review"}),
        ("reviewed", PAY, "if: event.review.rating >= 4", {"good_review"}),
        ("reviewed", PAY, "if: event.review.rating is 5", {"good_review"}),
        ("reviewed", PAY, "if: event.review.rating is 2", {"review"}),
        ("reviewed", f"{PAY}        if: event.review.rating > 3\n{PAY}", "title: x", {"review"}),
        ("reviewed", ANSWER, "if: event.review.rating >= 4", set()),
        ("reviewed", ANSWER, "purpose: giveaway\n    if: event.review.rating >= 4", {"good_review"}),
    ],
)  # fmt: skip
def test_by_a_key_or_a_condition(when: str, do: str, keys: str, asked: set[str]) -> None:
    found = automation(when, do, keys)
    assert price(found) == asked
    assert asks_by_a_condition(found) is bool(asked)


def test_by_the_words_of_a_post() -> None:
    post = '      - post: "Win a cake! Like this post and tag a friend."\n'
    found = automation("{event: schedule, on: monday}", post)
    assert price(found) == {"like", "tag"}
    assert not asks_by_a_condition(found)
    assert price_words(found) == "a like and naming other people"


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("if: event.user.is_follower or event.user in likers_of('@a')", "a follow or a like"),
        ("if: event.user.is_follower and event.user in likers_of('@a')", "a follow and a like"),
        ("purpose: giveaway\n    entry: [like, follow, comment]", "a follow and a like"),
    ],
)
def test_one_of_several_is_told_from_all_of_them_and_that_of_the_event_comes_first(keys: str, words: str) -> None:
    assert price_words(automation("commented", ANSWER, keys)) == words


def test_one_more_chance_is_asked_for_in_private_as_well() -> None:
    found = automation("commented", "      - dm: Tag two friends for a second chance\n")
    assert asked_for_more(found) == price(found) == {"tag"}
    assert not asks_by_a_condition(found)


def test_praise_is_asked_for_in_private_as_well() -> None:
    found = automation("order_placed", PRAISE, "purpose: giveaway")
    assert price(found) == {"good_review"}
    assert not asks_by_a_condition(found)
    assert price(automation("order_placed", PRAISE)) == set()


def test_a_follow_is_a_subscription_where_people_call_it_so() -> None:
    assert price(automation("commented", FOR_FOLLOWERS, platform="youtube")) == {"subscribe"}


@pytest.mark.parametrize(("platform", "asked"), [("wechat", set()), ("line", set()), ("telegram", {"follow"})])
def test_a_follow_is_no_price_where_nobody_else_can_write(platform: str, asked: set[str]) -> None:
    answer = "      - dm: Here it is\n"
    assert price(automation("{event: messaged, from: followers}", answer, platform=platform)) == asked
    giveaway = automation("{event: liked, from: followers}", answer, "purpose: giveaway", platform)
    assert price(giveaway) == {"like", "follow"}


@pytest.mark.parametrize(
    ("said", "stand"),
    [
        ("title: x", {"sms"}),
        ("reviews_on: yelp", {"yelp"}),
        ("reviews_on: [Google, Yelp, Tripadvisor]", {"google-business", "yelp"}),
        ("reviews_on: Tripadvisor", set()),
    ],
)
def test_reviews_stand_where_the_file_says_and_else_on_the_platform_of_the_account(said: str, stand: set[str]) -> None:
    assert reviews_on(automation("messaged", ANSWER, said, "sms")) == stand


def test_a_review_that_is_taken_back_is_a_price() -> None:
    paid = automation("messaged", PAY, "entry: [remove_review, message]", "sms")
    assert price(paid) == {"remove_review"}
    assert price_words(paid) == "taking a review back"
