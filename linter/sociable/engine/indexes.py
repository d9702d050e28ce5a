"""What indexes say beforehand: the few things for which a condition can hold at all."""

from collections.abc import Sequence
from typing import Any

from sociable.engine.domains import Things
from sociable.language.lookups import Lookup, Way


def fewest(options: Sequence[Way], domains: Things) -> Sequence[Any] | None:
    """What the way finds that finds least; ``None`` without any."""
    best: list[tuple[Lookup, list[Sequence[Any]]]] | None = None
    least = 0
    for way in options:
        found = [(lookup, lookup.found(domains)) for lookup in way]
        number = sum(len(things) for _, lists in found for things in lists)
        if best is None or number < least:
            best, least = found, number
        if not least:
            break
    if best is None:
        return None
    things = [
        thing if lookup.up is None else lookup.up(thing) for lookup, lists in best for each in lists for thing in each
    ]
    return list(dict.fromkeys(things))
