"""What an automation does wrong by what its file admits, in words, and what to do about it."""

import pytest

from tests.engine.rules import found, rule
from tests.kinds.told import told
from tests.setups import facts


@pytest.mark.parametrize(
    ("keys", "remedy"),
    [
        ("stop_on: [stop], when: messaged", "Do what those people ask for"),
        ("when: messaged", "Leave out everybody who has complained"),
        ("stop_on: [stop], when: {event: schedule, on: monday}", "Leave out everybody who has complained"),
    ],
)
def test_whoever_said_no_is_left_out_where_that_is_not_done_already(keys: str, remedy: str) -> None:
    automation = f"  - {{id: one, account: a, {keys}, admits: [against_wishes], do: [dm: Hello]}}"
    (said,) = told("automation a", 'report a: "{a.disregard_remedy}"', automation)
    assert said.startswith(remedy)


@pytest.mark.parametrize(
    ("step", "words"),
    [
        ("post: Hello", "goes on posting although some people do not want it"),
        ("dm: Hello", "goes on writing to people although some of them do not want it"),
        ("repost: event.post", "goes on sharing what people write although some of them do not want it"),
        ("list_add: {list: news, target: event.user}", "goes on putting people on a list although some of them"),
        ("log: Hello", "goes on with what it does although some people do not want it"),
    ],
)
def test_what_goes_on_is_named(step: str, words: str) -> None:
    automation = f"  - {{id: one, account: a, when: mentioned, admits: [against_wishes], do: [{step}]}}"
    (said,) = told("automation a", 'report a: "{a.disregard_words}"', automation)
    assert said.startswith(words)


@pytest.mark.parametrize(
    ("account", "automation", "where"),
    [
        ("", ", admits: [untrue]", "(in `bye`)"),
        (", admits: [untrue]", "", "of the account (here in `bye`)"),
    ],
)
def test_what_a_file_admits_is_placed_where_it_says_so(account: str, automation: str, where: str) -> None:
    text = f"""
accounts: {{a: {{platform: x, handle: "@a"{account}}}}}
automations:
  - {{id: bye, account: a, when: mentioned{automation}, do: [reply: Bye]}}
"""
    (finding,) = found(facts(text), rule("automation a", report='report a: "{a.deceit_words}"'))
    assert finding.message == f"tells people something that is not true (“Bye”), as the file says {where}"


@pytest.mark.parametrize("steps", ["{post: Hi}, {post: Bye}", "{post: '{{ event.post.text }}'}", "{like: event.post}"])
def test_what_is_untrue_is_only_quoted_where_it_is_one_text(steps: str) -> None:
    automation = f"  - {{id: one, account: a, when: mentioned, admits: [untrue], do: [{steps}]}}"
    (said,) = told("automation a", 'report a: "{a.deceit_words}"', automation)
    assert said == "tells or shows people something that is not true, as the file says (in `one`)"


def test_what_our_own_people_are_told_may_be_something_for_which_nobody_gave_it() -> None:
    automation = (
        "  - {id: one, account: a, when: {event: schedule, on: monday}, admits: [other_purpose], do: [notify: us]}"
    )
    (said,) = told("automation a", 'report a: "{a.misuse_words}"', automation)
    assert said.startswith("tells its own people what people gave for something else")


@pytest.mark.parametrize(
    ("step", "deed"),
    [("dm: Tea is half price", "advertises with"), ("notify: us", "uses for a purpose of advertising")],
)
def test_what_was_given_for_something_else_advertises_only_to_whom_it_reaches(step: str, deed: str) -> None:
    automation = (
        "  - {id: one, account: a, purpose: promotion, when: {event: row_added, sheet: baskets}, "
        f"admits: [other_purpose], do: [{step}]}}"
    )
    (said,) = told("automation a", 'report a: "{a.misuse_words}"', automation)
    assert said == f"{deed} what people gave for something else, as the file says (in `one`)"


@pytest.mark.parametrize(
    ("event", "word", "is_over"),
    [
        ("mentioned", "without_parents", False),
        ("mentioned", "other_purpose", False),
        ("unfollowed", "against_wishes", True),
    ],
)
def test_what_goes_on_after_a_yes_is_no_longer_to_be_admitted(event: str, word: str, is_over: bool) -> None:
    fault = "disregard" if word == "against_wishes" else "misuse"
    automation = f"  - {{id: one, account: a, when: {event}, admits: [{word}], do: [dm: Hello]}}"
    (said,) = told("automation a", f'report a: "{{a.{fault}_remedy}}"', automation)
    assert said.startswith("Stop `one`")
    assert said.endswith(f"(and take `{word}` out of `admits:`).") is not is_over
