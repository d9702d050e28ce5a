"""Whom or what steps are aimed at."""

from operator import attrgetter

from sociable.facts.step_parts import TargetFacts
from sociable.kinds.step import misread
from sociable.language.types import Attribute, Kind, Type
from sociable.records.static import Any
from sociable.vocabulary.crowds import PERSON


def _whom(target: Any) -> str:
    """Whom it is aimed at: the person behind the event by what they did."""
    if target.aim.kind != PERSON:
        return str(target.shown)
    automation = target.step.automation
    if not automation.event.has_person:
        return str(automation.event.someone)
    from sociable.kinds.person_words import person

    return person(automation)


TARGET = Kind(
    name="target",
    of=TargetFacts,
    attributes={
        "kind": Attribute(
            Type("word", "target_kind"), attrgetter("aim.kind"), "What sort of target it is.", rests_on=("target",)
        ),
        "size": Attribute(
            Type("word", "size"), attrgetter("aim.size"), "How many it stands for.", rests_on=("target",)
        ),
        "through": Attribute(
            Type("word", "relation"),
            attrgetter("aim.through"),
            "What brings people into the set.",
            rests_on=("target",),
        ),
    },
    named=_whom,
    shown=_whom,
    owner=attrgetter("step"),
    about=attrgetter("step"),
    misread=lambda t: misread(t.step),
)
