"""How facts read in a sentence."""

import pytest
from sociable.kinds.person_words import person
from sociable.kinds.said_words import LONGEST_QUOTE
from sociable.vocabulary.crowds import CROWDS

from tests.engine.rules import found, rule
from tests.setups import facts

STORY = """
accounts: {{shop: {{platform: x, handle: "@shop", run_by: public-body}}, cafe: {{platform: x}}}}
automations:
  - {{id: hello, account: shop, when: mentioned, do: [{step}]}}
"""


def told(what: str, step: str = "dm: Hello") -> str:
    (finding,) = found(facts(STORY.format(step=step)), rule("step s", report=f'report s: "{{{what}}}"'))
    return finding.message


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("s", "`dm`"),
        ("s.verb", "dm"),
        ("s.verb.group", "private speech"),
        ("s.automation", "`hello`"),
        ("s.automation.id", "hello"),
        ("s.account", "@shop"),
        ("s.account.id", "shop"),
        ("s.account.run_by", "public-body"),
        ("s.automation.person", "the person who mentioned it"),
        ("s.text", "“Hello”"),
        ("s.text.wording", "hello"),
        ("s.target", "the person who mentioned it"),
        ("s.use", "unstated"),
    ],
)
def test_facts(what: str, words: str) -> None:
    assert told(what) == words


@pytest.mark.parametrize(
    ("step", "deed"),
    [
        ("like: event.post", "likes posts that mention it"),
        ("follow: event.user", "follows people"),
        ("view: event.post", "looks at posts"),
        ("view: event.user", "looks at profiles"),
        ("view: matching('tea')", "looks at posts"),
    ],
)
def test_what_a_step_does_follows_the_name_of_an_account(step: str, deed: str) -> None:
    assert told("s.deed", step) == deed


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Hi {{ event.user.name }}!", "“Hi {{ event.user.name }}!”"),
        ("two\\n\\nlines", "“two lines”"),
        ("x" * LONGEST_QUOTE, f"“{'x' * LONGEST_QUOTE}”"),
        ("x" * (LONGEST_QUOTE + 1), f"“{'x' * (LONGEST_QUOTE - 1)}…”"),
        ("{s.verb}", "“{s.verb}”"),
    ],
)
def test_texts(text: str, shown: str) -> None:
    assert told("s.text", f'dm: "{text}"') == shown


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("event.user", "the person who mentioned it"),
        ("event.post", "that post"),
        ('"@rival"', "@rival"),
        ("cafe", "cafe"),
        ("followers", "the followers of this account"),
        ("non_followers", "the people who do not follow back"),
        ("following", "the people this account follows"),
        ("unfollowers", "the people who stopped following"),
        ("strangers", "people without any tie to this account"),
        ("'followers_of(\"@rival\")'", "the followers of @rival"),
        ("followers_of(followers)", "the followers of the followers of this account"),
        ("'following_of(\"@rival\")'", "the people @rival follows"),
        ("likers_of(event.post)", "the people who liked that post"),
        ("'commenters_of(\"@rival\")'", "the people who commented on @rival"),
        ("'members_of(\"a group\")'", "the members of “a group”"),
        ("'matching(\"{coffee}\")'", "the people behind posts that match “{coffee}”"),
        ("'rows(\"sheet\")'", "the people in the table “sheet”"),
        ("'list(\"friends\")'", "the people on the list “friends”"),
    ],
)
def test_targets(target: str, words: str) -> None:
    assert told("s.target", f"follow: {target}") == words


def test_what_is_done_to_posts_reaches_posts() -> None:
    assert told("s.target", "like: 'matching(\"coffee\")'") == "posts that match “coffee”"


def test_a_step_that_is_aimed_at_nobody() -> None:
    assert told("s.target", "notify: Hello") == "nobody"


@pytest.mark.parametrize("name", CROWDS)
def test_every_set_of_people_has_words(name: str) -> None:
    written = {"": name, "people": f'{name}("@rival")', "words": f'{name}("x")'}[CROWDS[name].takes]
    assert told("s.target", f"follow: '{written}'") not in ("", name)


def test_who_is_behind_an_event_is_called_by_their_role_where_nobody_else_is_waited_for() -> None:
    whom = {
        "moderators": "a moderator of the room who replied to it",
        "[moderators, staff]": "the person who replied to it",
        "'@ann'": "the person who replied to it",
    }
    for named, said in whom.items():
        (automation,) = facts(
            "accounts: {a: {platform: reddit}}\nautomations:\n"
            f"  - {{id: one, account: a, when: {{event: replied, from: {named}}}, do: [reply: Hi]}}\n"
        ).automations
        assert person(automation) == said
