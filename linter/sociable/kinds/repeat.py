"""What is said again: the same content on several accounts, twice on one, by several routes or after a restart."""

from operator import attrgetter

from sociable.facts.sameness import Repeat, repeats
from sociable.language.types import NUMBER, STRING, Attribute, Kind, Type
from sociable.vocabulary.events import Event


def _words(again: str) -> str:
    from sociable.kinds.told_words import again_words

    return again_words(again)


def _remedy(again: str, event: Event) -> str:
    from sociable.kinds.told_words import again_remedy

    return again_remedy(again, event)


REPEAT = Kind(
    name="repeat",
    of=Repeat,
    attributes={
        "again": Attribute(Type("word", "again"), attrgetter("again"), "How it comes again.", indexed=True),
        "again_words": Attribute(
            STRING, lambda r: _words(r.again), "The same, as it follows the name of the account; empty on several."
        ),
        "remedy": Attribute(
            STRING, lambda r: _remedy(r.again, r.first.automation.event), "What to do about it, in a sentence."
        ),
        "steps": Attribute(Type("list", "step"), attrgetter("steps"), "Every step that says it.", rests_on=()),
        "accounts": Attribute(NUMBER, attrgetter("accounts"), "On how many accounts it is said."),
        "first": Attribute(Type("step"), attrgetter("first"), "The first of them.", rests_on=("text", "account")),
        "second": Attribute(
            Type("step"),
            attrgetter("second"),
            "The next one, at another place if there is one.",
            rests_on=("text", "account", "once_per"),
        ),
    },
    named=lambda r: f"the same thing in {len(r.steps)} steps",
    find=repeats,
    placed=False,
    members=attrgetter("steps"),
    places=lambda r: (r.first, r.second),
)
