"""What automations go by that other files may describe: lists, tables and places by their names, and exports."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sociable.records.record import Record
from sociable.setup.model import Automation, Place, Setup, Target
from sociable.vocabulary.crowds import CROWDS, LISTED, ROWS
from sociable.vocabulary.roles import ROLES
from sociable.vocabulary.values import IGNORABLE

_NAMED = ("account", LISTED, ROWS)
"""Sorts of targets whose names may be that of a list."""

_SETS = {*ROLES, *CROWDS, *IGNORABLE}


class GoesBy(Record):
    """The files that describe what an automation names, and whether it names something that none describes."""

    paths: frozenset[str] = frozenset()
    lacks: bool = False


def going_by(setup: Setup, speaking: Mapping[str, Sequence[str]]) -> dict[str, GoesBy]:
    """For each automation by id; ``speaking`` are by path of an export the files that state something of it."""
    describing: dict[str, list[str]] = {}
    for name, path in described_in(setup):
        describing.setdefault(name.casefold(), []).append(path)
    for account in setup.accounts:
        describing.setdefault(account.handle.casefold().lstrip("@"), []).append(account.span.path)
    imported = {each.id.name for each in setup.accounts if each.origin.importer}
    at_home = {each.id.name: each.place for each in setup.accounts if each.place is not None}
    found: dict[str, GoesBy] = {}
    for automation in setup.automations:
        known = found.get(automation.id.name, GoesBy())
        homes = (at_home.get(each.name) for each in automation.accounts)
        names = {*_names(automation), *(name for place in homes for name in _place_names(place))}
        paths = {path for name in names for path in describing.get(name, ())}
        lacks = not describing.keys() >= names
        if automation.origin.importer:
            stating = speaking.get(automation.span.path, ())
            paths.update(stating)
            lacks = lacks or not stating or not imported.isdisjoint(each.name for each in automation.accounts)
        found[automation.id.name] = GoesBy(known.paths | paths, known.lacks or lacks)
    return found


def described_in(setup: Setup) -> Iterator[tuple[str, str]]:
    """The name of each account, list and place, and the path of the file that describes it."""
    yield from ((each.id.name, each.span.path) for each in setup.accounts)
    yield from ((each.id.name, each.span.path) for each in setup.lists)
    yield from ((each.id.name, each.span.path) for each in setup.places)


def _names(automation: Automation) -> Iterator[str]:
    """In small letters: lists, tables and places, and what may be the name of one."""
    narrowed = automation.trigger.narrowed
    words = (*narrowed.get("from", ()), *narrowed.get("sheet", ()), *automation.only_from, *automation.ignored)
    targets = [target for step in automation.steps for target in (step.target, *step.mentions, *step.names)]
    targets += [source for step in automation.steps for _, source in step.produces if isinstance(source, Target)]
    yield from _of_lists((*words, *_names_of(targets)))
    for place in (automation.trigger.place, *(step.place for step in automation.steps)):
        yield from _place_names(place)


def _names_of(targets: Iterable[Target | None]) -> Iterator[str]:
    todo = list(targets)
    while todo:
        target = todo.pop()
        if target is not None:
            todo.append(target.of)
            if target.kind in _NAMED:
                yield target.name


def _of_lists(words: Iterable[str]) -> Iterator[str]:
    """Those that name neither a set that everybody knows nor, by a handle or an address, somebody."""
    for word in words:
        plain = word.casefold().removeprefix('list("').removesuffix('")')
        if plain and plain not in _SETS and not {*"(@:/"} & {*plain}:
            yield plain


def _place_names(place: Place | None) -> Iterator[str]:
    """A place is named, or described where it is used: then it has no name."""
    if place is not None:
        yield from map(str.casefold, place.names)
