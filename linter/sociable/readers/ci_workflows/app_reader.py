"""The settings of apps on GitHub to a fragment: what they do with issues and changes, and write to who opened them."""

from collections.abc import Iterator, Mapping

from sociable.documents import nodes
from sociable.documents.document import Document
from sociable.documents.nodes import Node, Scalar, member, span_of, text_at
from sociable.readers.ci_workflows.acting import Chain, Inputs, acts, sweep
from sociable.readers.ci_workflows.ci_events import trigger
from sociable.readers.flow.imported import fragments_of
from sociable.readers.flow.joining import Drawn
from sociable.readers.flow.parts import Part, Template
from sociable.readers.fragment import Fragment
from sociable.readers.tables import tables_beside
from sociable.records.static import Any
from sociable.text.source import Source

NAME = "probot"
READ_AS = "settings of apps on GitHub"


def recognises(document: Document) -> bool:
    """Whether it has a key that only such settings have."""
    root = document.roots[0] if document.roots else None
    return type(root) is nodes.Mapping and any(_mark(root, row) is not None for row in _apps().values())


def read(document: Document) -> Fragment:
    """Read what each app does as flows of their own."""
    source, root = document.source, document.roots[0]
    assert type(root) is nodes.Mapping
    flows = [flow for app, row in _apps().items() for flow in _flows(source, root, app, row)]
    (fragment,) = fragments_of(NAME, READ_AS, [(source, flows)])
    return fragment


def _apps() -> Mapping[str, Mapping[str, Any]]:
    rows: Mapping[str, Mapping[str, Any]] = tables_beside(__file__)["apps"]
    return rows


def _mark(root: nodes.Mapping, row: Mapping[str, Any]) -> Scalar | None:
    """The first key by which a file is known as settings of an app."""
    return next((root[name][0] for name in row["marks"] if name in root), None)


def _flows(source: Source, root: nodes.Mapping, app: str, row: Mapping[str, Any]) -> Iterator[Drawn]:
    mark = _mark(root, row)
    if mark is None:
        return

    def inputs_of(*given: nodes.Mapping) -> Inputs:
        return Inputs(source, given, lambda text: Template((text.value.strip(),), span_of(source, text)))

    whole = inputs_of(root)
    span = span_of(source, mark)
    part = Part(mark.value, span, span, "act", platform="github", within=app)
    for answer in row.get("answers", ()):
        yield from _answer(source, mark, answer, part, whole)
    for where, given in _sections(root, row.get("sections", {})):
        inputs = inputs_of(given, root) if given is not None else whole
        for each in row.get("sweeps", ()):
            flow = sweep(each, part, inputs, where)
            if flow is not None:
                yield Drawn(app, "", flow.parts, flow.edges)


def _answer(source: Source, mark: Node, row: Mapping[str, Any], part: Part, inputs: Inputs) -> Iterator[Drawn]:
    """What an app does when somebody writes something."""
    part = part._replace(name=row["acts"][0]["text"][0])
    done = list(acts(row, part, inputs))
    if done:
        start = trigger(source, row["start"], mark, is_chosen="chosen" in row)
        flow = Chain(start._replace(name=part.name, within=part.within))
        flow.aside(done, row.get("only_if", ""))
        yield Drawn(part.within, "", flow.parts, flow.edges)


def _sections(root: nodes.Mapping, names: Mapping[str, str]) -> Iterator[tuple[str, nodes.Mapping | None]]:
    """Where an app looks, and what it is told for there alone; everywhere at once where it is told nothing for one."""
    limited = [name for name in names if text_at(root, "only") in ("", name)]
    given = {name: found for name in limited if type(found := member(root, name)) is nodes.Mapping}
    if given:
        yield from ((names[name], given.get(name)) for name in limited)
    else:
        yield " and ".join(names[name] for name in limited), None
