"""What fits where somebody is typing."""

import re
from collections.abc import Iterable, Iterator

from sociable.documents.nodes import Mapping, Node, Scalar, Sequence
from sociable.records.record import Record
from sociable.server.editor.at_cursor import AtCursor, length_before, typed_at
from sociable.server.editor.known_things import sorts_at, things
from sociable.server.editor.open_projects import Checked
from sociable.server.editor.page_blocks import block_at
from sociable.server.editor.rule_words import fitting
from sociable.server.editor.schema_parts import Fitting, Step, fitting_keys, fitting_values, inside, parts_at
from sociable.text.source import Source, Span
from sociable.vocabulary.carried import CARRIED, ROOTS
from sociable.vocabulary.crowds import CROWDS
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.verbs import VERBS

KEY, VALUE, NAME, RULE = "key", "value", "name", "rule"

_SUPPRESSION = re.compile(r"#\s*sociable\s*:\s*ignore\s*\[")
_IN_RULE_PAGE = re.compile(r"^\s*(?:subsumes|beside)\b[^:]*$")
_NAME_BACKWARDS = re.compile(r"[\w-]*")
_PATH_BACKWARDS = re.compile(r"(?:\.\w+)*")
_ROOM_FOR_A_KEY = re.compile(r"(?:^|[\[{,])[ \t]*(?:-[ \t]+)*$")


class Offer(Record):
    """Something that can be put in: a ``sort`` of thing, what it means, and what is put where."""

    label: str
    sort: str
    meaning: str
    place: Span
    text: str


def offers(source: Source, offset: int, checked: Checked) -> list[Offer]:
    """All that fits at a place of an automation file or a rule page, whatever has been typed of it."""
    if not source.path.endswith(".md"):
        return _in_file(source, offset, checked)
    block = block_at(source, offset)
    if block is None:
        return []
    found = _IN_BLOCKS[block.kind](block.source, offset - block.span.start, checked) if block.kind in _IN_BLOCKS else []
    return [each._replace(place=block.outside(each.place)) for each in found]


def _in_rule(source: Source, offset: int, checked: Checked) -> list[Offer]:
    place = _typed(source, offset)
    if _IN_RULE_PAGE.match(_line_before(source, offset)):
        return _rules(place, checked)
    return [Offer(each.word, VALUE, each.meaning, place, each.word) for each in fitting(source.text, place.start)]


def _line_before(source: Source, offset: int) -> str:
    return source.text[source.line_starts()[source.position(offset)[0] - 1] : offset]


def _typed(source: Source, offset: int) -> Span:
    """What is typed of a name in front of a place."""
    return Span(source, offset - length_before(_NAME_BACKWARDS, _line_before(source, offset)), offset)


def _rules(place: Span, checked: Checked) -> list[Offer]:
    return [Offer(page.name, RULE, page.title, place, page.name) for page in checked.pages.values()]


def _in_file(source: Source, offset: int, checked: Checked) -> list[Offer]:
    if _SUPPRESSION.search(_line_before(source, offset).rpartition("]")[2]):
        return _rules(_typed(source, offset), checked)
    found = typed_at(source.text, offset)
    if found is None:
        return []
    place = Span(source, *found.word)
    if (path := _path_before(found)) is not None:
        return [Offer(each.word, NAME, each.meaning, place, each.word) for each in _names(found, path, checked)]
    if found.is_key:
        return list(_keys(found.root, found.route[:-1], place, found.node.value))
    before = source.text[source.line_starts()[source.position(place.start)[0] - 1] : place.start]
    keys = _keys(found.root, found.route, place, "") if _ROOM_FOR_A_KEY.search(before) else ()
    values = (Offer(each.word, VALUE, each.meaning, place, each.word) for each in _values(found, checked))
    return [*keys, *values]


_IN_BLOCKS = {"rule": _in_rule, "yaml": _in_file}


def _keys(root: Node, route: tuple[Step, ...], place: Span, own: str) -> Iterator[Offer]:
    """Keys with their colon, unless one stands there."""
    group = _at(root, route)
    there = {name for name in group if name != own} if type(group) is Mapping else set()
    colon = "" if re.match(r"[\"']?[ \t]*:", place.source.text[place.end :]) else ": "
    for each in fitting_keys(parts_at(root, route), there):
        yield Offer(each.word, KEY, each.meaning, place, f"{each.word}{colon}")


def _values(found: AtCursor, checked: Checked) -> Iterator[Fitting]:
    yield from fitting_values(parts_at(found.root, found.route))
    sorts = sorts_at(found.route)
    for thing in things(checked.setups):
        if thing.sort in sorts:
            yield Fitting(thing.name, thing.says)
    if "list" in sorts and "account" in sorts:
        for name in ("event.user", "event.post"):
            yield Fitting(name, "Whoever or whatever the event is about.")
        for crowd in CROWDS.values():
            if not crowd.takes:
                yield Fitting(crowd.name, f"{crowd.phrase}.")


def _path_before(found: AtCursor) -> tuple[str, ...] | None:
    """The parts of a path in front of the word, where an expression is being typed."""
    in_braces = found.before.rfind("{{") > found.before.rfind("}}")
    in_condition = "if" in found.route[-2:] and not found.is_key
    path = found.before[len(found.before) - length_before(_PATH_BACKWARDS, found.before) :]
    if not (in_braces or in_condition or (path and sorts_at(found.route))):
        return None
    return tuple(part for part in path.split(".") if part)


def _names(found: AtCursor, path: tuple[str, ...], checked: Checked) -> Iterable[Fitting]:
    automation = _at(found.root, found.route[:2]) if found.route[:1] == ("automations",) else None
    match path:
        case ():
            return [*(Fitting(root, "") for root in ROOTS), *_made_before(found)]
        case ("event",):
            event = EVENTS.get(_event_of(automation))
            return [Fitting(name, "") for name in (event.carries if event else CARRIED)]
        case ("event", thing) if thing in CARRIED:
            return [Fitting(field.name, field.type) for field in CARRIED[thing].fields if field.name != "*"]
        case ("account",):
            accounts = {each.value for each in _several(inside(automation, "account") if automation else None)}
            return [
                Fitting(name, value)
                for setup in checked.setups
                for account in setup.accounts
                if account.id.name in accounts
                for name, value in account.vars.items()
            ]
    return []


def _event_of(automation: Node | None) -> str:
    when = inside(automation, "when") if automation else None
    event = inside(when, "event") if type(when) is Mapping else when
    return event.value if type(event) is Scalar else ""


_MAKING = tuple(verb.name for verb in VERBS.values() if verb.argument == "names")


def _made_before(found: AtCursor) -> Iterator[Fitting]:
    """What the steps before this one made and gave a name."""
    steps = _at(found.root, (*found.route[:2], "do"))
    number = found.route[3] if len(found.route) > 3 and isinstance(found.route[3], int) else 0
    for step in steps.items[:number] if type(steps) is Sequence else ():
        for verb in _MAKING:
            made = inside(step, verb)
            for name in made if type(made) is Mapping else ():
                yield Fitting(name, f"Made by `{verb}` above.")
        called = inside(step, "as")
        if type(called) is Scalar:
            yield Fitting(called.value, "Made by a step above.")


def _several(node: Node | None) -> Iterator[Scalar]:
    for each in node.items if type(node) is Sequence else (node,):
        if type(each) is Scalar:
            yield each


def _at(root: Node, route: tuple[Step, ...]) -> Node | None:
    node: Node | None = root
    for step in route:
        node = inside(node, step) if node is not None else None
    return node
