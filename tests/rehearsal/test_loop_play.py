"""The first steps of a loop, as evidence beside its walk."""

import sys

from sociable.engine.loop_evidence import loop_evidence
from sociable.graph.causality import find_loops
from sociable.graph.loops import Loop
from sociable.rehearsal.loop_play import rehearse_loop

from tests.setups import facts

ACCOUNTS = 'accounts: {ann: {platform: x, handle: "@ann"}, bob: {platform: x, handle: "@bob"}}'


def loop(*automations: str) -> Loop:
    listed = "".join(f"\n  - {{id: a{number}, {each}}}" for number, each in enumerate(automations))
    (found,) = find_loops(facts(f"{ACCOUNTS}\nautomations:{listed}\n"), lambda _: True, [])
    return found


def test_the_first_six_happenings_are_evidence() -> None:
    answers = 'account: {}, when: mentioned, do: [notify: Look, reply: "Hi {{{{ event.user.handle }}}}"]'
    evidence = loop_evidence(loop(answers.format("ann"), answers.format("bob")))
    assert (
        evidence.rehearsal
        == (
            "@ann replies to @bob in public: “Hi @bob”",
            "@bob replies to @ann in public: “Hi @ann”",
        )
        * 3
    )


def test_a_happening_is_told_without_its_text_too_and_on_whose_account_it_is() -> None:
    answers = 'account: {}, when: mentioned, do: [reply: "Hi {{{{ event.user.handle }}}}"]'
    evidence = loop_evidence(loop(answers.format("ann"), answers.format("bob")))
    first, second = evidence.played[:2]
    assert (first.account, first.deed, first.text) == ("ann", "@ann replies to @bob in public", "Hi @bob")
    assert second.account == "bob"


def test_a_loop_that_settles_says_what_ends_it() -> None:
    follows = "account: {}, when: followed, do: [follow: event.user]"
    evidence = loop_evidence(loop(follows.format("ann"), follows.format("bob")))
    assert evidence.rehearsal == ("@ann follows @bob", "@bob does nothing: it follows @ann already")


def test_a_loop_of_doing_and_undoing_repeats() -> None:
    found = loop(
        "account: ann, when: followed, do: [follow: event.user]",
        "account: ann, when: unfollowed, do: [unfollow: event.user]",
        "account: bob, when: followed, do: [unfollow: event.user]",
        "account: bob, when: unfollowed, do: [follow: event.user]",
    )
    rehearsal = rehearse_loop(found)
    assert found.verdict == "flips"
    assert (rehearsal.ending, [each.verb for each in rehearsal.happenings[:4]]) == (
        "repeats",
        ["follow", "unfollow", "unfollow", "follow"],
    )


def test_a_loop_through_a_set_takes_the_others_to_be_in_it() -> None:
    grows = "account: ann, when: {event: schedule, every: 1 hour}, do: [follow: followers_of(followers)]"
    found = loop(grows, "account: bob, when: followed, do: [follow: event.user]")
    first = rehearse_loop(found).happenings[0]
    assert (first.who, first.verb, first.whom, first.time) == ("@ann", "follow", "@bob", 3600)


def test_what_prepares_a_step_takes_part() -> None:
    answers = 'account: {}, when: messaged, do: [{{generate: {{words: Be kind}}}}, dm: "{{{{ words }}}}"]'
    rehearsal = rehearse_loop(loop(answers.format("ann"), answers.format("bob")))
    assert {each.text for each in rehearsal.happenings} == {"‹what the AI writes›"}


def test_setups_without_loops_do_not_pay_for_it() -> None:
    import subprocess

    script = (
        "import sys; from sociable.cli.commands import run_call; from sociable.cli.fast_options import parse\n"
        "run_call(*parse(['check', 'examples/shaming-council']))\n"
        "assert not any(name.startswith('sociable.rehearsal') for name in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
