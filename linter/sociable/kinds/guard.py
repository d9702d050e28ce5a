"""The lines of an ``if:``."""

from operator import attrgetter

from sociable.facts.guards import GuardFacts, guards
from sociable.language.types import FLAG, Attribute, Kind, Type

GUARD = Kind(
    name="guard",
    of=GuardFacts,
    attributes={
        "automation": Attribute(Type("automation"), attrgetter("automation"), "The automation it belongs to."),
        "account": Attribute(Type("account"), attrgetter("account"), "The account that runs on."),
        "never_holds": Attribute(
            FLAG, lambda g: g.never_holds, "Whether no event fulfils it, given what comes before it."
        ),
        "always_holds": Attribute(FLAG, lambda g: g.always_holds, "Whether it is true by itself, whatever happens."),
    },
    named=lambda g: f"`{g.guard.expression.text}` in `{g.automation.id}`",
    shown=lambda g: f"`{g.guard.expression.text}`",
    find=guards,
    owner=attrgetter("automation"),
    content=lambda g: str(g.guard.expression.text),
)
