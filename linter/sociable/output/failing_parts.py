"""A result without those of its parts that cannot be written, where a mistake of ours keeps them from it."""

from collections.abc import Callable, Mapping, Sequence, Set

from sociable.findings.faults import fault_of
from sociable.records.record import Record
from sociable.records.static import Any, TypeAlias, TypeVar

Written = TypeVar("Written")
Route: TypeAlias = tuple[str | int, ...]


class Part(Record):
    """Something that can be left out of a result: which keys lead to it, and the words for where it is."""

    route: Route
    where: str


def without_failing(takes: str, result: Any, write: Callable[[Any], Written]) -> tuple[Written | None, list[str]]:
    """Write what can be written, and say of each part that cannot where it is and why.

    No faults, and nothing written, where it is no part that fails. ``takes`` is the sort of the result.
    """
    parts, faults = _parts(takes, result), list[str]()
    try:
        kept = _sound(parts, lambda some: write(_made_of(takes, result, some)), faults)
        return (write(_made_of(takes, result, kept)) if faults else None), faults
    except Exception:  # noqa: BLE001 - whoever asked knows what failed
        return None, []


def _sound(parts: Sequence[Part], write: Callable[[Sequence[Part]], object], faults: list[str]) -> Sequence[Part]:
    """The parts that can be written; the others are found by halves, so that a few cost little among many."""
    try:
        write(parts)
    except Exception as error:
        if not parts:
            raise
        if len(parts) == 1:
            write(())  # or it is not the part that fails
            faults.append(fault_of(parts[0].where, error))
            return ()
    else:
        return parts
    half = len(parts) // 2
    return [each for some in (parts[:half], parts[half:]) for each in _sound(some, write, faults)]


def _of_finding(each: Any) -> str:
    return f"`{each.rule}`, {each.span}"


_LISTS: Mapping[str, Callable[[Any], str]] = {
    "rehearsals": lambda each: f"`{each.event}` on {each.account}",
    "register": lambda each: str(each.span),
    "fleet": lambda each: str(each.project),
}
"""Results that are lists, and where each entry is."""

_FIELDS: Mapping[str, Mapping[str, Callable[[Any], str]]] = {
    "report": {"findings": _of_finding},
    "answer": {"matches": lambda each: str(each[0].places[0].span)},
    "changes": {
        "new": _of_finding,
        **dict.fromkeys(("worse", "better", "edited"), lambda each: _of_finding(each.finding)),
        "gone": lambda each: f"`{each.rule}`, {each.file}",
    },
}
"""Fields of results that hold parts, and where each is."""


def _parts(takes: str, result: Any) -> list[Part]:
    """What a result is made of; nothing for what hangs together. A client report knows its own."""
    if takes in _LISTS:
        return [Part((at,), _LISTS[takes](each)) for at, each in enumerate(result)]
    if takes in _FIELDS:
        return [
            Part((name, at), where(each))
            for name, where in _FIELDS[takes].items()
            for at, each in enumerate(getattr(result, name))
        ]
    return [Part(*each) for each in result.parts()] if hasattr(result, "parts") else []


def _made_of(takes: str, result: Any, parts: Sequence[Part]) -> Any:
    routes = {each.route for each in parts}
    if takes in _LISTS:
        return [each for at, each in enumerate(result) if (at,) in routes]
    if takes in _FIELDS:
        return result._replace(**{name: _kept(name, getattr(result, name), routes) for name in _FIELDS[takes]})
    return result.only(routes) if hasattr(result, "only") else result


def _kept(name: str, values: Any, routes: Set[Route]) -> Any:
    return type(values)(each for at, each in enumerate(values) if (name, at) in routes)
