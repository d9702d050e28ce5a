"""A GitHub workflow to a fragment: a flow for each job and event that starts it, whose steps are known actions."""

import re
from collections.abc import Iterator, Mapping

from sociable.documents import nodes
from sociable.documents.document import Document
from sociable.documents.nodes import Node, Scalar, items, member, span_of, text_at
from sociable.readers.addresses.calls import Field, call
from sociable.readers.ci_workflows.acting import Chain, Inputs, acts, sweep
from sociable.readers.ci_workflows.ci_events import asks_only_for_event, events, lets_through, narrowed, trigger
from sociable.readers.ci_workflows.scripts import calls, done_to_issues
from sociable.readers.flow.bodies import json_members, split
from sociable.readers.flow.imported import fragments_of
from sociable.readers.flow.joining import Drawn
from sociable.readers.flow.parts import GONE, HERE, Hole, Part, Ref, Template
from sociable.readers.fragment import Fragment
from sociable.readers.tables import tables_beside
from sociable.records.static import Any
from sociable.text.source import Source

NAME = "ci-workflows"
READ_AS = "a GitHub workflow"
_PATH = re.compile(r"(?<![\w.-])(github|inputs|steps)((?:\.[\w-]+)+)")
_NO_CONDITIONS = frozenset(("", "success()", "always()", "!cancelled()", "true"))
_LONGEST_CONDITION = 100
_UNNAMED = "workflow"


def recognises(document: Document) -> bool:
    """Whether it has jobs of which a step uses an action, or makes a call, that is known to write to somebody."""
    root = document.roots[0] if document.roots else None
    return member(root, "on") is not None and any(_writes(document.source, step) for _, _, step in _steps(root))


def _writes(source: Source, step: Node) -> bool:
    return action(step) is not None or any(part.kind == "act" for part in _script_parts(source, step, {}, ""))


def read(document: Document) -> Fragment:
    source, root = document.source, document.roots[0]
    flows: list[Drawn] = []
    for name, job in _jobs(source, root):
        flows += (_flow(source, root, job, name, event, event_at) for event, event_at in events(root, job))
        flows += _sweeps(source, root, job, name)
    (fragment,) = fragments_of(NAME, READ_AS, [(source, flows)])
    return fragment


def action(step: Node) -> Mapping[str, Any] | None:
    """The row of the action that a step uses."""
    used = text_at(step, "uses").partition("@")[0]
    row: Mapping[str, Any] | None = tables_beside(__file__)["actions"].get(used)
    return row


def _flow(source: Source, root: Node, job: Node, job_name: str, event: str, event_at: Node) -> Drawn:
    """One event that starts one job, and what the job then does, step after step."""
    flow = Chain(narrowed(trigger(source, event, event_at), text_at(job, "if")))
    ids: dict[str, int] = {}
    for step in items(member(job, "steps")):
        condition = text_at(step, "if")
        if not lets_through(condition, event):
            continue
        condition = _in_words(condition)
        parts = list(_parts_of(source, step, ids, job_name))
        if text_at(step, "id") and parts:
            ids[text_at(step, "id")] = len(flow.parts) + bool(condition)
        flow.aside(parts, condition)
    return _drawn(root, flow)


def _sweeps(source: Source, root: Node, job: Node, job_name: str) -> Iterator[Drawn]:
    """What the actions of a job look for by themselves, whatever starts it."""
    for step in items(member(job, "steps")):
        row = action(step) or {}
        for each in row.get("sweeps", ()):
            flow = sweep(each, _step_part(source, step, row, job_name), _inputs(source, step, {}))
            if flow is not None:
                yield _drawn(root, flow)


def _drawn(root: Node, flow: Chain) -> Drawn:
    name = text_at(root, "name") or _UNNAMED
    return Drawn(name, "", [part._replace(within=name) for part in flow.parts], flow.edges)


def _in_words(condition: str) -> str:
    """The condition of a step as it is written; nothing where it only says that all went well, or asks for an event."""
    words = " ".join(condition.replace("${{", " ").replace("}}", " ").split())
    return "" if words in _NO_CONDITIONS or asks_only_for_event(words) else words[:_LONGEST_CONDITION]


def _step_part(source: Source, step: Node, row: Mapping[str, Any], job_name: str) -> Part:
    """A step that uses an action or runs a script, before it is known what it does."""
    used = member(step, "uses")
    called = text_at(step, "name") or f"{text_at(step, 'uses').partition('@')[0] or 'run'} in {job_name}"
    place = span_of(source, used if used is not None else step)
    return Part(called, span_of(source, step), place, "pass", platform=row.get("platform", ""))


def _inputs(source: Source, step: Node, ids: Mapping[str, int]) -> Inputs:
    given = (member(step, name) for name in ("with", "env"))
    known = tuple(each for each in given if type(each) is nodes.Mapping)
    return Inputs(source, known, lambda text: Template(tuple(_parts(text.value.strip(), ids)), span_of(source, text)))


def _parts_of(source: Source, step: Node, ids: Mapping[str, int], job_name: str) -> Iterator[Part]:
    """What a step does to people, or what others may read of it."""
    row = action(step)
    part = _step_part(source, step, row or {}, job_name)
    done: list[Part] = []
    if row is None:
        done = list(_script_parts(source, step, ids, job_name))
    elif row.get("kind") == "model":
        inputs = _inputs(source, step, ids)
        prompt = next(filter(None, map(inputs.template, row["texts"])), None)
        done = [part._replace(kind="model", text=prompt)]
    else:
        done = list(acts(row, part, _inputs(source, step, ids)))
    if not done and text_at(step, "id"):
        done = [part._replace(kind="set", fields={"outputs": _made_of(source, step, ids)}, keeps=False)]
    yield from done


def _made_of(source: Source, step: Node, ids: Mapping[str, int]) -> Template:
    """What a step puts out of which nothing is known but what it was given."""
    given = (member(step, name) for name in ("with", "env"))
    values = [*(value for each in given for value in _values(each)), text_at(step, "run")]
    refs = [ref for value in values for part in _parts(value, ids) if isinstance(part, Hole) for ref in part.refs]
    return Template((Hole(tuple(refs) or (Ref(GONE, ()),), "outputs"),), span_of(source, step))


def _values(given: Node | None) -> list[str]:
    return [text_at(given, name) for name in given] if type(given) is nodes.Mapping else []


def _script_parts(source: Source, step: Node, ids: Mapping[str, int], job_name: str) -> Iterator[Part]:
    """What the script of a step does to people: each comment that it writes, each address that it calls."""
    script = member(step, "run") or member(member(step, "with"), "script")
    if type(script) is not Scalar:
        return
    env = member(step, "env")
    values = {name: text_at(env, name) for name in (env if type(env) is nodes.Mapping else ())}
    span = span_of(source, script)
    part = _step_part(source, step, {}, job_name)._replace(place=span)

    def template(text: str) -> Template:
        return Template(tuple(_parts(text, ids)), span)

    acting = part._replace(kind="act", platform="github", starts_or_acts=True)
    for verb, said in done_to_issues(script.value, values):
        yield acting._replace(verb=verb, text=template(said) if said else None)
    for each in calls(script.value, values):
        read = {name: Field(template(value), span) for name, value in each.fields.items()}
        members = json_members(each.json.replace("${{", "{{"), span, lambda text: template(text).parts)
        read |= {name: Field(value, span) for name, value in members.items()}
        made = call(part, each.method, template(each.url), read)._replace(place=span)
        if made.kind != "pass":
            yield made


def _parts(text: str, ids: Mapping[str, int]) -> Iterator[str | Hole]:
    for piece, filled in split(text.replace("${{", "{{")):
        if filled:
            refs = tuple(_ref(root, path, ids) for root, path in _PATH.findall(piece))
            yield Hole(refs, piece.strip(), plain=len(refs) == 1)
        else:
            yield piece


def _ref(root: str, path: str, ids: Mapping[str, int]) -> Ref:
    keys = tuple(path.strip(".").split("."))
    if root == "steps":
        return Ref(ids.get(keys[0], GONE), keys[1:])
    return Ref(0 if root in ("github", "inputs") else HERE, (root, *keys))


def _jobs(source: Source, root: Node) -> Iterator[tuple[str, Node]]:
    jobs = member(root, "jobs")
    for name, (_, job) in jobs.items() if type(jobs) is nodes.Mapping else ():
        if any(_writes(source, step) for step in items(member(job, "steps"))):
            yield name, job


def _steps(root: Node | None) -> Iterator[tuple[str, Node, Node]]:
    jobs = member(root, "jobs")
    for name, (_, job) in jobs.items() if type(jobs) is nodes.Mapping else ():
        yield from ((name, job, step) for step in items(member(job, "steps")))
