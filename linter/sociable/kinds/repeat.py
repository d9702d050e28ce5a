"""What is said again: the same content on several accounts, twice on one, by several routes or after a restart."""

from sociable.facts.sameness import Repeat, repeats
from sociable.language.types import NUMBER, Attribute, Kind, Type

REPEAT = Kind(
    name="repeat",
    of=Repeat,
    attributes={
        "again": Attribute(Type("word", "again"), lambda r: r.again, "How it comes again.", indexed=True),
        "steps": Attribute(Type("list", "step"), lambda r: r.steps, "Every step that says it.", rests_on=()),
        "accounts": Attribute(NUMBER, lambda r: r.accounts, "On how many accounts it is said."),
        "first": Attribute(Type("step"), lambda r: r.first, "The first of them.", rests_on=("text", "account")),
        "second": Attribute(
            Type("step"),
            lambda r: r.second,
            "The next one, at another place if there is one.",
            rests_on=("text", "account", "once_per"),
        ),
    },
    named=lambda r: f"the same thing in {len(r.steps)} steps",
    find=repeats,
    placed=False,
    members=lambda r: r.steps,
    places=lambda r: (r.first, r.second),
)
