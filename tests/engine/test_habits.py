"""Of the rules that share a habit, one is told of a step, and it names the others."""

from sociable.engine.habits import one_a_habit
from sociable.engine.merging import Merged
from sociable.findings.finding import Finding, Member
from sociable.text.source import Source, Span

HABITS = {"a": ("naming",), "b": ("naming", "leaving"), "c": ("leaving",), "d": ()}


def found(rule: str, severity: str, *things: str, confidence: str = "high") -> Merged:
    return on_each(rule, severity, things, confidence=confidence)


def on_each(rule: str, severity: str, *accounts: tuple[str, ...], confidence: str = "high") -> Merged:
    """A finding on several accounts, by the things that it speaks of on each."""
    span = Span(Source("a.yml", "x"), 0, 1)
    members = [Member(span, f"@{things[0]}", (), things[0], message="m", severity=severity) for things in accounts]
    finding = Finding(rule, severity, confidence, span, "m", "", "", "", (), rule, members=tuple(members))
    return Merged(finding, of_hits=tuple((things, (member,)) for things, member in zip(accounts, members, strict=True)))


def told(*merged: Merged) -> list[tuple[str, tuple[str, ...]]]:
    return [(each.rule, each.also) for each in one_a_habit(merged, HABITS)]


def test_the_gravest_is_told() -> None:
    assert told(found("a", "warning", "s"), found("b", "error", "s")) == [("b", ("a",))]


def test_of_two_as_grave_the_surer_one() -> None:
    assert told(found("a", "error", "s", confidence="low"), found("b", "error", "s")) == [("b", ("a",))]


def test_another_habit_or_another_step_is_another_matter() -> None:
    assert told(found("a", "warning", "s"), found("c", "error", "s")) == [("c", ()), ("a", ())]
    assert told(found("a", "warning", "s"), found("b", "error", "t")) == [("b", ()), ("a", ())]
    assert told(found("d", "warning", "s"), found("d", "error", "s")) == [("d", ()), ("d", ())]


def test_what_speaks_of_more_is_not_left_out() -> None:
    assert told(found("a", "warning", "s", "t"), found("b", "error", "s")) == [("b", ()), ("a", ())]


def test_it_is_left_out_of_the_accounts_alone_of_which_another_is_told() -> None:
    graver, milder = found("b", "error", "s"), on_each("a", "warning", ("s",), ("t",))
    told_b, told_a = one_a_habit((milder, graver), HABITS)
    assert (told_b.rule, told_b.also) == ("b", ("a",))
    assert (told_a.rule, [each.account for each in told_a.members], told_a.message) == ("a", ["@t"], "m")


def test_what_is_graver_on_some_accounts_leaves_out_what_shares_a_habit_on_all() -> None:
    parts = (found("b", "error", "s"), found("b", "warning", "t"))
    assert told(*parts, on_each("c", "warning", ("s",), ("t",))) == [("b", ("c",)), ("b", ("c",))]
