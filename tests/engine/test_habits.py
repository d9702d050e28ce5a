"""Of the rules that share a habit, one is told of a step, and it names the others."""

from sociable.engine.habits import one_a_habit
from sociable.engine.merging import Merged
from sociable.findings.finding import Finding
from sociable.text.source import Source, Span

HABITS = {"a": ("naming",), "b": ("naming", "leaving"), "c": ("leaving",), "d": ()}


def found(rule: str, severity: str, *things: str, confidence: str = "high") -> Merged:
    span = Span(Source("a.yml", "x"), 0, 1)
    return Merged(Finding(rule, severity, confidence, span, "m", "", "", "", (), rule), frozenset(things))


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
