"""Answers that are kept for each thing: known by which one it is, because to compare long records takes its time."""

from collections.abc import Callable

from sociable.records.static import Any, TypeVar

Thing = TypeVar("Thing")
Answer = TypeVar("Answer")

MOST = 4096
"""Of answers that a function keeps; then it begins anew."""


def kept_for_each(answer: Callable[[Thing], Answer]) -> Callable[[Thing], Answer]:
    """Have a function about unchanging things answer once for each, as ``lru_cache`` does for all that are alike."""
    known: dict[int, tuple[Thing, Answer]] = {}

    def asked(thing: Thing) -> Answer:
        found = known.get(id(thing))
        if found is None:
            if len(known) >= MOST:
                known.clear()
            found = known[id(thing)] = (thing, answer(thing))  # a thing that is gone leaves its number to others
        return found[1]

    return asked


def kept_in_memo(answer: Callable[[Thing], Answer]) -> Callable[[Thing], Answer]:
    """The same about things that have a ``memo``, kept as long as the thing is there."""
    name = f"{answer.__module__}.{answer.__name__}"

    def asked(thing: Thing) -> Answer:
        memo: dict[str, Any] = thing.memo  # type: ignore[attr-defined]
        if name not in memo:
            memo[name] = answer(thing)
        found: Answer = memo[name]
        return found

    return asked
