"""Known incidents of bots that met, as automation files, and what is said about them."""

from pathlib import Path

import pytest
from sociable.engine.compiled_rule import CompiledRule
from sociable.findings.finding import Finding, LoopEvidence

from tests.engine.rules import built_in, found
from tests.setups import facts

HERE = Path(__file__).parent

LOOP_RULES = [CompiledRule(page) for page in built_in().values() if page.category == "loops"]


def told(name: str, brake: str = "") -> list[Finding]:
    """What the rules about loops say of an incident; ``brake`` goes into its first automation."""
    text = (HERE / f"{name}.yml").read_text(encoding="utf-8")
    text = text[text.index("sociable:") :]
    return found(facts(text.replace("    do:\n", f"    {brake}\n    do:\n", 1) if brake else text), *LOOP_RULES)


def only(name: str, brake: str = "") -> tuple[Finding, LoopEvidence]:
    (finding,) = told(name, brake)
    assert finding.loop is not None
    return finding, finding.loop


def walk(loop: LoopEvidence) -> list[str]:
    return [f"when {step.when}, {step.account} {step.does}" for step in loop.walk]


def test_mutual_follow_back_settles() -> None:
    finding, loop = only("follow-back")
    assert (finding.rule, finding.severity) == ("auto-follow-loop", "warning")
    assert (
        finding.message
        == "@blog and @shop can follow each other by machine, which nobody looks at; once each has followed, it ends"
    )
    assert loop.verdict_words == "it stops by itself once everybody has been reached"
    assert loop.cut == "add `ignore: [own_accounts]` to `shop-thanks` (this ends the loop)"
    assert walk(loop) == [
        "when @blog follows @shop, @shop follows @blog",
        "when @shop follows @blog, @blog follows @shop",
    ]


def test_follow_back_with_following_the_followers_spreads() -> None:
    finding, loop = only("ratchet")
    assert (finding.rule, finding.severity) == ("auto-follow-loop", "error")
    assert loop.verdict_words.startswith("it takes in more people each time round")


def test_flushing_against_revenge_repeats() -> None:
    finding, loop = only("flush-and-revenge")
    assert (finding.rule, finding.severity) == ("follow-flip", "error")
    assert finding.message == "@flush and @proud can follow and unfollow each other without end"
    assert loop.verdict_words == "it does and undoes the same thing for ever"
    assert walk(loop) == [
        "when @proud follows @flush, @flush unfollows @proud",
        "when @flush unfollows @proud, @proud unfollows @flush",
        "when @proud unfollows @flush, @flush follows @proud",
        "when @flush follows @proud, @proud follows @flush",
    ]


def test_two_reply_bots_go_on_for_ever() -> None:
    finding, loop = only("reply-bots")
    assert (finding.rule, finding.severity) == ("reply-loop", "error")
    assert finding.message == (
        "@nice-tips and @old-deaths can answer each other where others read it, without end, "
        "and no person has a part in it"
    )
    assert loop.verdict_words == "it makes something new each time round, for ever"
    assert loop.growth == "plain"
    assert loop.pace == ""


@pytest.mark.parametrize(
    ("brake", "most"),
    [("once_per: user", 3), ("once_per: thread", 3), ("max_replies_per_thread: 5", 11)],
)
def test_a_brake_that_counts_ends_it(brake: str, most: int) -> None:
    finding, loop = only("reply-bots", brake)
    assert (finding.rule, finding.severity) == ("reply-loop", "info")
    assert loop.verdict_words == f"a brake ends it after {most} replies at most"
    assert (loop.stops_after, loop.brakes, loop.cut) == (most, (), "")


def test_a_limit_bounds_it_and_does_not_end_it() -> None:
    finding, loop = only("reply-bots", "limit: 5 per hour")
    assert (finding.rule, finding.severity) == ("reply-loop", "error")
    assert loop.pace == "at most 240 replies per day, for ever, because of the limit of `tips-answers`"
    assert "the limit of `tips-answers` only slows it down, to 5 per hour" in loop.brakes
    assert loop.stops_after == 0


def test_once_a_day_is_slow() -> None:
    finding, loop = only("reply-bots", "once_per: user per day")
    assert (finding.rule, finding.severity) == ("reply-loop", "warning")
    assert loop.pace == "at most 2 replies per day, for ever, because of the limit of `tips-answers`"


def test_bots_that_pass_on_each_others_posts() -> None:
    finding, loop = only("repost-bots")
    assert (finding.rule, finding.severity) == ("repost-ring", "warning")
    assert loop.certainty == "may"


def test_a_bot_alone_needs_somebody_like_it() -> None:
    finding, loop = only("own-name-in-reply")
    assert (finding.rule, finding.severity) == ("mirror-loop", "warning")
    assert finding.message == "@helper and a bot of somebody else that does the same would answer each other for ever"
    assert loop.certainty == "mirror"
    assert walk(loop)[0] == "when somebody else's bot replies to @helper, @helper replies to somebody else's bot"
    assert loop.cut == ""  # what ends it stands in the advice
    assert told("own-name-in-reply", "once_per: user") == []


def test_three_harmless_rules_multiply() -> None:
    finding, loop = only("three-rules")
    assert (finding.rule, finding.severity) == ("runaway-branch", "error")
    assert finding.message == (
        "`desk` sends more than one message for each that it gets, without end, so that they multiply"
    )
    assert loop.growth == "multiplies"
    assert loop.verdict_words == "it makes something new each time round, for ever; each time round it becomes more"


def test_copies_are_copied_back() -> None:
    finding, loop = only("copy-back")
    assert (finding.rule, finding.severity) == ("crosspost-loop", "error")
    assert (
        finding.message == "@paper (Mastodon) and @paper (X) can copy each other's posts in a loop, "
        "so that the same post comes back without end"
    )
    assert loop.verdict == "spawns"
