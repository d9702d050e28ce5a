"""Whom a step is aimed at, in words."""

from sociable.setup.model import Target
from sociable.vocabulary.crowds import CROWDS, PERSON, POST


def target_phrase(target: Target | None) -> str:
    """Whom a step is aimed at, as words."""
    if target is None:
        return "nobody"
    if target.crowd is not None:
        of = _owner_phrase(target.of) if target.of else f"“{target.name}”"
        return target.crowd.phrase.format(of)
    return {PERSON: "that person", POST: "that post"}.get(target.kind, target.name)


def _owner_phrase(target: Target) -> str:
    """Whose set it is: a handle as it stands, the id of an account or a name from the file in quotation marks."""
    phrase = target_phrase(target)
    return f"“{phrase}”" if phrase == target.name and not phrase.startswith("@") else phrase


def crowd_phrase(name: str) -> str:
    """A set of people or posts by its name, whoever they belong to."""
    crowd = CROWDS[name]
    return "posts that a search found" if crowd.of == "posts" else crowd.phrase.format("somebody")
