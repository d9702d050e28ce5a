"""What an action or an app does by its row: at an event, and whenever it looks for things of which nothing came."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sociable.documents import nodes
from sociable.documents.nodes import Node, Scalar, span_of
from sociable.readers.flow.flow_graph import Edge
from sociable.readers.flow.parts import Hole, Part, Template
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.text.source import Source, Span

_SWITCHED_OFF = frozenset(("", "false", "null", "~", "[]"))
_DAY = 86_400
_LONGEST = 7
"""Digits of a number that is taken for one."""


class Inputs(Record):
    """What an action or an app is told: the first of ``given`` that names something holds."""

    source: Source
    given: tuple[nodes.Mapping, ...]
    template_of: Callable[[Scalar], Template]

    def found(self, names: Iterable[str]) -> tuple[Scalar, Node] | None:
        """The key and value of the first of these names that is given."""
        return next((each[name] for name in names for each in self.given if name in each), None)

    def text(self, *names: str) -> str:
        """What is said as it is written, a list with commas."""
        found = self.found(names)
        return _plain(found[1]) if found is not None else ""

    def template(self, *names: str) -> Template | None:
        found = self.found(names)
        is_said = found is not None and type(found[1]) is Scalar and found[1].value.strip() not in _SWITCHED_OFF
        return self.template_of(found[1]) if is_said and found is not None and type(found[1]) is Scalar else None

    def at(self, *names: str) -> Span | None:
        """Where the first of these names stands."""
        found = self.found(names)
        return span_of(self.source, found[0]) if found is not None else None

    def switched_off(self, *names: str) -> bool:
        found = self.found(names)
        return found is not None and _plain(found[1]).casefold() in _SWITCHED_OFF


def _plain(node: Node) -> str:
    if type(node) is Scalar:
        return node.value.strip()
    return ", ".join(filter(None, map(_plain, node.items))) if type(node) is nodes.Sequence else ""


_MOST_OPEN = 20
"""Ways that lead on to what comes next: more are brought together first, or there would be a way between any two."""


class Chain:
    """Parts one after the other, of which some may be gone round."""

    def __init__(self, *parts: Part) -> None:
        self.parts: list[Part] = []
        self.edges: list[Edge] = []
        self._open: list[tuple[int, int]] = []
        for part in parts:
            self.add(part)

    def add(self, part: Part, output: int = 0) -> None:
        """Add a part after what is open; what comes next follows from its ``output``."""
        number = len(self.parts)
        self.edges += (Edge(source, way, number) for source, way in self._open)
        self.parts.append(part)
        self._open = [(number, output)]

    def aside(self, parts: Iterable[Part], condition: str = "") -> None:
        """Add parts that concern nothing but themselves; with a condition, of which only its words are known."""
        parts = list(parts)
        if not parts:
            return
        before = self._open
        if condition:
            self.add(parts[0]._replace(name=condition, kind="branch", starts_or_acts=False))
            before = [(len(self.parts) - 1, 1)]
        for part in parts:
            self.add(part)
        self._open = [*self._open, *before]
        if len(self._open) > _MOST_OPEN:
            self.add(parts[-1]._replace(name="", kind="pass", starts_or_acts=False))


def acts(row: Mapping[str, Any], part: Part, inputs: Inputs) -> Iterator[Part]:
    """What a row does when it is started; ``part`` is the step that has it do so."""
    done = [each for act in _acts(row, inputs) if (each := _act(act, part, inputs)) is not None]
    if done and row.get("per"):
        yield part._replace(kind="memory", per=row["per"])
    yield from done


def _acts(row: Mapping[str, Any], inputs: Inputs) -> Iterator[Mapping[str, Any]]:
    """The acts of a row in its order, those written in short as well."""
    yield from row.get("acts", ())
    yield from ({**row, "text": (name,)} for name in row.get("texts", ()))
    for asked in inputs.text(row.get("by", "")).split(","):
        yield from row.get("cases", {}).get(asked.strip(), ())


def _act(row: Mapping[str, Any], part: Part, inputs: Inputs) -> Part | None:
    """One act; nothing where it is not done."""
    if inputs.switched_off(row.get("unless_false", "")):
        return None
    if "if_true" in row and inputs.text(row["if_true"]).casefold() != "true":
        return None
    names = row.get("text", ())
    text = inputs.template(*names)
    if names and text is None and (inputs.switched_off(*names) or not ("usual" in row or "anyway" in row)):
        return None
    if text is None and "usual" in row:
        text = Template((row["usual"],), part.place)
    if text is None and "anyway" in row:
        text = Template((Hole((), "words of its own"),), part.place)
    subject = inputs.template(row.get("subject", ""))
    return part._replace(
        kind="act",
        place=inputs.at(*names) or part.place,
        verb=row["does"],
        text=text,
        to=inputs.template(row.get("to", "")),
        beside={"subject": subject} if subject is not None else {},
        starts_or_acts=True,
    )


def sweep(row: Mapping[str, Any], part: Part, inputs: Inputs, where: str = "") -> Chain | None:
    """What a row looks for by itself and then does, as a flow of its own; nothing where that is switched off.

    ``where`` it looks if the row does not say so.
    """
    days = [_days(each, inputs) for each in row["days"]]
    done = [act for each in row["acts"] if (act := _act(each, part, inputs)) is not None]
    if not done or not _is_asked_for(row, inputs) or any(each is None for each in days):
        return None
    room = row.get("in", where)
    told = next((each for each in done if each.verb == "reply"), done[-1])
    flow = Chain(
        part._replace(
            name=f"{part.name} ({', '.join(each.verb for each in done)} in {room})",
            place=told.place,
            kind="trigger",
            event="quiet",
            seconds=sum(filter(None, days)) * _DAY,
            narrowed={"in": (room,)},
        )
    )
    for names, output in ((row.get("only", ()), 0), (row.get("but", ()), 1)):
        for name in names:
            if words := inputs.text(name):
                flow.add(part._replace(name=f"{name}: {words}", kind="branch"), output)
    if limit := _most(row.get("most"), inputs):
        flow.add(part._replace(kind="limit", limit=limit))
    flow.add(part._replace(kind="memory"))
    for each in done:
        flow.add(each)
    return flow


def _is_asked_for(row: Mapping[str, Any], inputs: Inputs) -> bool:
    """Whether the inputs that choose what is looked for name it; one that is not given chooses all ``among`` it."""
    for key, chosen_by_none in (("by", False), ("among", True)):
        if key in row:
            listed = inputs.text(row[key][0])
            if row[key][1] not in map(str.strip, listed.split(",")) and not (chosen_by_none and not listed):
                return False
    return True


def _days(names: Sequence[str | int], inputs: Inputs) -> int | None:
    """So many days; none where it says never."""
    *inputs_of, usual = names
    said = inputs.text(*map(str, inputs_of)) or str(usual)
    return int(said) if said.isdecimal() and len(said) < _LONGEST else None if _is_never(said) else int(usual)


def _is_never(said: str) -> bool:
    return said.startswith("-") or said in _SWITCHED_OFF


def _most(names: Sequence[str | int] | None, inputs: Inputs) -> int:
    """How many it goes through at a time; 0 where nothing limits that."""
    if names is None:
        return 0
    name, usual = names
    said = inputs.text(str(name)) or str(usual)
    return int(said) if said.isdecimal() and len(said) < _LONGEST else 0
