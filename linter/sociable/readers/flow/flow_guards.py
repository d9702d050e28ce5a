"""What has to hold before a step: conditions that every way to it passes, in words of our own format if it has any."""

import re
from collections.abc import Iterable, Iterator, Sequence

from sociable.readers.automation_file.expressions.expression_builder import TreeBuilder
from sociable.readers.flow.flow_provenance import Source
from sociable.readers.flow.missing_words import carried, names_people
from sociable.readers.flow.parts import Part, Test
from sociable.readers.flow.run import TOOL_OUTPUT, Run
from sociable.records.record import Record
from sociable.setup.model import Expression, Guard
from sociable.text.source import Span

_MAKE = TreeBuilder()

_KEYWORD = re.compile(r"(?<![a-z])(?:keywords?|trigger ?words?)(?![a-z])", re.IGNORECASE)
"""How a condition is called that lets through whoever wrote a certain word, which a program looks for."""

_THE_KEYWORD = "the keyword"
_OURS = frozenset(("fromme", "is_echo", "isself", "is_self", "from_me"))
_BOTS = frozenset(("is_bot", "isbot", "bot_id"))
_FOLLOWS = frozenset(("followedby", "followed_by", "is_follower", "is_user_follow_business", "isfollower"))
_OPTED_OUT = re.compile(r"unsub|opt(?:ed)?_?-?out|do_?not_?contact|\bdnc\b|stop_?list", re.IGNORECASE)
_FEELINGS = frozenset(("positive", "negative", "neutral"))


class Held(Record):
    """What holds before a step.

    ``contains`` are words that are looked for, ``only_from`` those for whom alone it is, each as a condition, too;
    ``ignore`` whom it passes over, ``guards`` the rest.
    """

    contains: tuple[tuple[str, Guard], ...] = ()
    ignore: frozenset[str] = frozenset()
    only_from: tuple[tuple[str, Guard], ...] = ()
    guards: tuple[Guard, ...] = ()


class _Asked(Record):
    run: Run
    node: int
    part: Part
    event: str


def held_before(run: Run, node: int, event: str) -> Held:
    """All that holds before a step of an automation on ``event``; it is asked more than once."""
    if (node, event) not in run.held:
        run.held[node, event] = _held_before(run, node, event)
    found: Held = run.held[node, event]
    return found


def held_by_all(held: Sequence[Held]) -> Held:
    """What holds before every one of some steps, and so decides whether the automation does anything."""
    if not held:
        return Held()
    first = held[0]
    return Held(
        tuple(pair for pair in first.contains if all(pair[0] in dict(each.contains) for each in held)),
        frozenset.intersection(*(each.ignore for each in held)),
        tuple(pair for pair in first.only_from if all(pair[0] in dict(each.only_from) for each in held)),
    )


def _held_before(run: Run, node: int, event: str) -> Held:
    """Put together what each of the nodes on every way says; many steps share most of them."""
    found: list[Held | None] = [_looked_up(run, each, event) for each in run.before(node, "read")]
    for each in (run.trigger, *run.before(node, "code")):
        asked = _Asked(run, each, run.parts[each], event)
        found += [_said(asked, test) for test in asked.part.tests.get(0, ())]
    behind = run.behind.setdefault(event, {})
    for way in run.outputs(node):
        if way not in behind:
            behind[way] = _behind(run, *way, event)
        found.append(behind[way])
    held = _together(found)
    return held._replace(guards=held.guards[::-1])


def _together(found: Iterable[Held | None]) -> Held:
    """All that any of these says, in their order; most say one thing."""
    contains: list[tuple[str, Guard]] = []
    only_from: list[tuple[str, Guard]] = []
    guards: list[Guard] = []
    ignore: set[str] = set()
    for each in found:
        if each is not None:
            contains += each.contains
            ignore |= each.ignore
            only_from += each.only_from
            guards += each.guards
    return Held(tuple(contains), frozenset(ignore), tuple(only_from), tuple(guards))


def _behind(run: Run, node: int, output: int, event: str) -> Held:
    """What holds of all that comes out of a node at one of its outputs."""
    part = run.parts[node]
    if output == TOOL_OUTPUT:
        return Held(guards=(_opaque(f"{part.name} chooses it", part.place, True),))
    if part.error_output >= 0 and part.kind != "branch":
        return Held(guards=(_opaque(f"{part.name} failed", part.place, output == part.error_output),))
    return _through(_Asked(run, node, part, event), output)


def _through(asked: _Asked, output: int) -> Held:
    """What the conditions of one output say; those of which nothing is known count as one, by the node's name."""
    found = [_said(asked, test) for test in asked.part.tests.get(output, ())]
    if found and None not in found:
        return _together(found)
    said = carried(asked.event, ("text",))
    if output == 0 and said[-1] == "text" and _KEYWORD.search(asked.part.name):
        looked_for = _MAKE.contains(_MAKE.path("event", *said), _quoted(_THE_KEYWORD))
        return _together((*found, Held(contains=((_THE_KEYWORD, Guard(looked_for, asked.part.place)),))))
    two_ways = len(asked.part.tests) <= 2 and output < 2
    name = asked.part.name if two_ways else f"{asked.part.name} ({output + 1})"
    unknown = _opaque(name, asked.part.place, output == 0 or not two_ways)
    return _together((*found, Held(guards=(unknown,))))


def _looked_up(run: Run, node: int, event: str) -> Held | None:
    """A table that is asked for the words of the event: only those that stand in it lead any further."""
    part = run.parts[node]
    for source in run.provenance.sources(part.about, node):
        path = event_path(source, run, event)
        if path is not None and path[-1] == "text":
            looked_for = _MAKE.contains(_MAKE.path("event", *path), _quoted(part.name))
            return Held(contains=((part.words or part.name, Guard(looked_for, part.place)),))
    return None


def event_path(source: Source, run: Run, event: str) -> tuple[str, ...] | None:
    """What a source is of the event: ``(post, text)``; nothing where it is none of it."""
    if source.kind == "event":
        return carried_by_trigger(run.parts[source.node], source.path, event)
    if source.kind == "fetched" and run.parts[source.node].means(event):
        return carried(event, source.path)
    return None


def who_came(run: Run, part: Part, node: int, event: str) -> tuple[tuple[str, ...], Span] | None:
    """What is written down of whoever set off the flow, and where: the first of them."""
    for field in part.fields.values():
        for source in run.provenance.sources(field, node):
            path = event_path(source, run, event)
            if path is not None and path[0] == "user":
                return path, field.span
    return None


def carried_by_trigger(part: Part, path: tuple[str, ...], event: str) -> tuple[str, ...] | None:
    """What a path of a trigger's item holds by its row; the longest that fits holds."""
    inner = path[1:] if path[:1] == ("body",) else path
    for length in range(len(inner), -1, -1):
        found = part.carries.get(".".join(inner[:length]))
        if found is not None:
            known = tuple(found.split("."))
            return (known[0], *inner[-1:]) if inner and (length == 0 or known[-1] == "answer") else known
    if event in ("webhook", "started", "called"):
        return ("payload", *(inner[-1:] or ("body",)))
    return None


def _said(asked: _Asked, test: Test) -> Held | None:
    """What one condition says; nothing where it is not about the event."""
    sources = asked.run.provenance.sources(test.left, asked.node)
    if any(_is_no_condition(asked.run.parts[source.node], source) for source in sources):
        return Held()
    paths = [event_path(source, asked.run, asked.event) for source in sources]
    path = paths[0] if len(paths) == 1 else None
    last = next((ref.path[-1].casefold() for ref in test.left.refs if ref.path), "")
    if last in _OURS or last in _BOTS:
        return Held(ignore=frozenset(("own_accounts" if last in _OURS else "bots",)))
    if any(map(_OPTED_OUT.search, _last_keys(test))):
        return Held(ignore=frozenset(("opted_out",)))
    if last in _FOLLOWS:
        return Held(guards=(_guard(_MAKE.path("event", "user", "is_follower"), test.left.span, test.holds),))
    if path is not None:
        return _of_event(asked, test, path)
    return None


def _is_no_condition(part: Part, source: Source) -> bool:
    """Whether it is the answer of our own people, which is approval, or tells of which kind the event is."""
    apart = part.tells in source.path if part.tells else not part.told.keys().isdisjoint(source.path)
    return source.kind == "person" or apart


def _right(asked: _Asked, test: Test) -> str:
    """What is compared with: its words, or the name of what is filled in."""
    words = asked.run.provenance.words(test.right, asked.node)
    if words or test.right is None or not test.right.refs:
        return words or ""
    path = test.right.refs[0].path
    return f"{{{{ {path[-1]} }}}}" if path else ""


def _of_event(asked: _Asked, test: Test, path: tuple[str, ...]) -> Held | None:
    """A condition on something that the event carries.

    Nobody is without an id: where one is compared with nothing, whose it was has been taken out of the export; or it is
    that of a setting of the tool, which is one as well.
    """
    right = _right(asked, test)
    is_words = path[-1] in ("text", "title")
    place = test.right.span if test.right is not None else test.left.span
    said = test.right
    is_blanked = path == ("user", "id") and test.holds and said is not None and not said.refs and not said.fixed
    right = right or (asked.part.name if is_blanked else "")
    if is_words and test.sign in ("contains", "is", "matches") and test.holds and right:
        looked_for = _MAKE.contains(_MAKE.path("event", *path), _quoted(right))
        return Held(contains=((right, Guard(looked_for, place)),))
    if path[0] == "user" and test.sign == "is" and right and (is_blanked or any(map(names_people, _last_keys(test)))):
        if test.holds:
            last = next((ref.path[-1] for ref in test.left.refs if ref.path), path[-1])
            them = _MAKE.is_(_MAKE.path("event", "user", last), _quoted(right))
            return Held(only_from=((right, Guard(them, place)),))
        return Held(ignore=frozenset(("own_accounts",)))
    if test.sign == "class" and right.casefold() in _FEELINGS and path[0] in ("post", "message", "review"):
        feeling = _MAKE.is_(_MAKE.path("event", path[0], "sentiment"), _MAKE.text(f'"{right.casefold()}"'))
        return Held(guards=(_guard(feeling, place, test.holds),))
    if is_words and right and test.sign in ("class", "contains", "is"):
        quoted = _quoted(right)
        about = _MAKE.path("event", *path)
        made = _MAKE.call("is_about", about, quoted) if test.sign == "class" else _MAKE.contains(about, quoted)
        return Held(guards=(_guard(made, place, test.holds),))
    return None


def _last_keys(test: Test) -> Iterator[str]:
    return (ref.path[-1] for ref in test.left.refs if ref.path)


def _quoted(words: str) -> Expression:
    return _MAKE.text('"{}"'.format(words.replace("\\", "\\\\").replace('"', '\\"')))


def _opaque(name: str, place: Span, holds: bool) -> Guard:
    """A condition of which only its name is known: two ways out of one node exclude each other all the same."""
    return _guard(Expression("path", (name,), name), place, holds)


def _guard(expression: Expression, place: Span, holds: bool) -> Guard:
    return Guard(expression if holds else _MAKE.negation(expression), place)
