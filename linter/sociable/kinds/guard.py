"""The lines of an ``if:``."""

from operator import attrgetter

from sociable.facts.agreement import may_agree
from sociable.facts.claims import claims
from sociable.facts.guards import GuardFacts, guards
from sociable.language.types import FLAG, STRING, Attribute, Kind, Type


def _rival(guard: GuardFacts) -> str:
    from sociable.kinds.guard_words import rival

    return rival(guard)


def _hindered(guard: GuardFacts) -> str:
    from sociable.kinds.guard_words import hindered

    return hindered(guard)


GUARD = Kind(
    name="guard",
    of=GuardFacts,
    attributes={
        "automation": Attribute(Type("automation"), attrgetter("automation"), "The automation it belongs to."),
        "account": Attribute(Type("account"), attrgetter("account"), "The account that runs on."),
        "never_holds": Attribute(
            FLAG, lambda g: g.never_holds, "Whether no event fulfils it, given what comes before it."
        ),
        "rival": Attribute(
            STRING, _rival, "The key or condition that rules it out, as a file has it; empty if none does alone."
        ),
        "has_a_rival": Attribute(FLAG, lambda g: bool(_rival(g)), "Whether one does alone."),
        "rules_itself_out": Attribute(
            FLAG, lambda g: not may_agree(claims((g.guard,), g.produced)), "Whether nothing at all could fulfil it."
        ),
        "hindered": Attribute(STRING, _hindered, "What hangs on it: what the account does, and in which automation."),
        "always_holds": Attribute(FLAG, lambda g: g.always_holds, "Whether it is true by itself, whatever happens."),
    },
    named=lambda g: f"`{g.guard.expression.text}` in `{g.automation.id}`",
    shown=lambda g: f"`{g.guard.expression.text}`",
    find=guards,
    owner=attrgetter("automation"),
    content=lambda g: str(g.guard.expression.text),
)
