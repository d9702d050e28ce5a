"""Rules about loops: what they ask of steps and of the loop, and the evidence they give."""

import pytest
from sociable.engine.compiled_rule import CompiledRule
from sociable.findings.finding import LoopEvidence

from tests.engine.rules import built_in, found, rule
from tests.setups import facts

REPORT = 'report l.first: "{l.size} on {l.accounts}, it {l.verdict}"'

LOOP = """
accounts:
  ann: {platform: x, handle: "@ann"}
  bob: {platform: x, handle: "@bob"}
  cam: {platform: x}
automations:
  - {id: a, account: ann, when: followed, do: [follow: event.user]}
  - {id: b, account: bob, when: followed, do: [{follow: event.user, approval: human}]}
  - {id: c, account: cam, when: followed, do: [follow: event.user]}
  - {id: d, account: [ann, bob], when: messaged, do: [dm: Hello]}
"""


def told(when: str, text: str = LOOP) -> list[str]:
    return [finding.message for finding in found(facts(text), rule("loop l", when, report=REPORT))]


@pytest.mark.parametrize(
    ("when", "messages"),
    [
        ("", ["3 on 3, it settles", "2 on 2, it spawns"]),
        ("every step s in l.steps has s.verb is follow", ["3 on 3, it settles"]),
        ("no step s in l.steps has s.verb is follow", ["2 on 2, it spawns"]),
        ("some step s in l.steps has s.verb is follow", ["3 on 3, it settles"]),
        # a step that is filtered is no part of the loop: what is left may still be one
        ("every step s in l.steps has not s.is_approved", ["2 on 2, it settles", "2 on 2, it spawns"]),
        ("no step s in l.steps has s.is_approved", ["2 on 2, it settles", "2 on 2, it spawns"]),
        ("some step s in l.steps has s.is_approved", ["3 on 3, it settles"]),
        (
            "every step s in l.steps has s.verb is follow and some step s in l.steps has s.is_approved",
            ["3 on 3, it settles"],
        ),
        ("every step s in l.steps has s.verb is dm and some step s in l.steps has s.is_approved", []),
        ("some step s in l.steps has s.verb is dm and some step t in l.steps has t.verb is follow", []),
        # `unless` turns each of them round
        ("l.size > 0\nunless some step s in l.steps has s.is_approved", ["2 on 2, it settles", "2 on 2, it spawns"]),
        ("l.size > 0\nunless no step s in l.steps has s.is_approved", ["3 on 3, it settles"]),
        ("l.size > 0\nunless every step s in l.steps has s.verb is follow", ["2 on 2, it spawns"]),
        # what is asked of the loop as a whole
        ("l.verdict is spawns", ["2 on 2, it spawns"]),
        ("l.size > 2", ["3 on 3, it settles"]),
        ("l.accounts = 2 or l.verdict is flips", ["2 on 2, it spawns"]),
        ("l.certainty is may", []),
        ("l.size > 0\nunless l.verdict is spawns", ["3 on 3, it settles"]),
        # and of what hangs on it, which is no step of the loop
        ("some step s in l.first.account.steps has s.verb is dm", ["3 on 3, it settles", "2 on 2, it spawns"]),
        ("no step s in l.first.account.steps has s.verb is dm", []),
        ("l.size > 0\nunless some step s in l.first.automation.steps has s.verb is follow", ["2 on 2, it spawns"]),
    ],
)
def test_what_is_asked_of_a_loop(when: str, messages: list[str]) -> None:
    assert told(when) == messages


def test_severity_may_depend_on_how_it_ends() -> None:
    graver = rule("loop l", report=REPORT, head="severity warning\nseverity error when l.verdict is spawns")
    assert [finding.severity for finding in found(facts(LOOP), graver)] == ["warning", "error"]


def test_a_loop_is_about_all_its_automations_and_accounts() -> None:
    findings = found(facts(LOOP), rule("loop l", report=REPORT))
    assert [set(finding.subjects) for finding in findings] == [
        {"a", "b", "c", "ann", "bob", "cam"},
        {"d", "ann", "bob"},
    ]


@pytest.mark.parametrize("more", ["", ", {unfollow: unfollowers}"])
def test_who_sets_itself_off_is_told_whatever_else_it_does(more: str) -> None:
    again = "- {{id: {}, account: {}, when: posted, do: [{{post: Again}}{}]}}"
    setup = facts(f"""
accounts: {{ann: {{platform: x}}, bob: {{platform: x}}}}
automations:
  {again.format("a", "ann", more)}
  {again.format("b", "bob", more)}
""")
    assert [finding.subjects for finding in found(setup, CompiledRule(built_in()["self-trigger"]))] == [
        ("a", "ann"),
        ("b", "bob"),
    ]


# ---------------------------------------------------------------------------------------- evidence


def evidence(text: str, when: str = "") -> LoopEvidence:
    (finding,) = found(facts(text), rule("loop l", when, report=REPORT))
    assert finding.loop is not None
    return finding.loop


PAIR = """
accounts: {ann: {platform: x, handle: "@ann"}, bob: {platform: x}}
automations:
  - {id: a, account: ann, when: mentioned, MORE do: [reply: Hi]}
  - {id: b, account: bob, when: mentioned, do: [reply: Hello]}
"""


def test_the_walk_in_words() -> None:
    loop = evidence(PAIR.replace("MORE", ""))
    assert [step[:4] for step in loop.walk] == [
        ("a", "@ann", "`bob` replies to @ann", "replies to `bob`"),
        ("b", "`bob`", "@ann replies to `bob`", "replies to @ann"),
    ]
    assert [step.span.text for step in loop.walk] == ["reply", "reply"]
    assert (loop.verdict, loop.certainty, loop.others) == ("spawns", "certain", ())
    assert loop.verdict_words == "it makes something new each time round, for ever"


def test_what_only_starts_the_next_time_it_runs() -> None:
    loop = evidence("""
accounts: {ann: {platform: x}, bob: {platform: x}}
automations:
  - {id: a, account: ann, when: {event: schedule, on: monday}, do: [follow: followers_of(followers)]}
  - {id: b, account: bob, when: followed, do: [follow: event.user]}
""")
    assert [step.when for step in loop.walk] == ["it next runs, now that `bob` follows `ann`", "`ann` follows `bob`"]
    assert loop.verdict_words == (
        "it takes in more people each time round; the files do not show whether each round really sets off the next"
    )


def test_others_are_counted() -> None:
    crowd = ", ".join(f"n{number}: {{platform: x}}" for number in range(5))
    text = f"accounts: {{{crowd}}}\nautomations:" + "".join(
        f"\n  - {{id: a{number}, account: n{number}, when: followed, do: [follow: event.user]}}" for number in range(5)
    )
    loop = evidence(text)
    assert (len(loop.walk), len(loop.others)) == (2, 3)


@pytest.mark.parametrize(
    ("more", "brakes"),
    [
        (
            "",
            (
                "no step on the way waits for a person's approval",
                "no automation on the way ignores our own accounts",
                "nothing says how often it may happen for one person (such as `once_per: user`)",
            ),
        ),
        (
            "limit: 60 per hour,",
            (
                "no step on the way waits for a person's approval",
                "no automation on the way ignores our own accounts",
                "the limit of `a` only slows it down, to 60 per hour",
                "nothing says how often it may happen for one person (such as `once_per: user`)",
            ),
        ),
        (
            "once_per: user per day,",
            (
                "no step on the way waits for a person's approval",
                "no automation on the way ignores our own accounts",
                "what `a` does once per user it does again after a while",
            ),
        ),
        (
            "once_per: post,",
            (
                "no step on the way waits for a person's approval",
                "no automation on the way ignores our own accounts",
                "`a` acts once per post, but meets a new one each time round",
            ),
        ),
        (
            "approval: human,",
            (
                "no automation on the way ignores our own accounts",
                "nothing says how often it may happen for one person (such as `once_per: user`)",
            ),
        ),
    ],
)
def test_why_nothing_stops_it(more: str, brakes: tuple[str, ...]) -> None:
    assert evidence(PAIR.replace("MORE", more)).brakes == brakes


def test_the_slowest_limit_is_the_one_that_counts() -> None:
    limits = PAIR.replace("MORE", "limit: 10 per day,").replace("reply: Hello", "{reply: Hello, limit: 1 per week}")
    assert "the limit of `b` only slows it down, to 1 per week" in evidence(limits).brakes


# --------------------------------------------------------------------------------- the built-in rule


@pytest.mark.parametrize("approved", [False, True])
@pytest.mark.parametrize("brake", ["", "ignore: [own_accounts], "])
def test_loops_of_follows(approved: bool, brake: str) -> None:
    text = f"""
accounts: {{ann: {{platform: x}}, bob: {{platform: x}}}}
automations:
  - {{id: a, account: ann, when: followed, {brake}do: [follow: event.user]}}
  - {{id: b, account: bob, when: followed, approval: {"human" if approved else "none"}, do: [follow: event.user]}}
"""
    findings = found(facts(text), CompiledRule(built_in()["auto-follow-loop"]))
    assert len(findings) == (not approved and not brake)


def test_a_limit_for_each_run_slows_nothing_down() -> None:
    each_run = PAIR.replace("MORE", "limit: 10,").replace("reply: Hello", "{reply: Hello, limit: 20}")
    assert not any("slows it down" in brake for brake in evidence(each_run).brakes)
