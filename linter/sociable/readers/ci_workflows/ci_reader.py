"""A GitHub workflow to a fragment: a flow for each job and event that starts it, whose steps are known actions."""

import re
from collections.abc import Iterator, Mapping

from sociable.documents import nodes
from sociable.documents.document import Document
from sociable.documents.nodes import Node, Scalar, Sequence, member, span_of, text_at
from sociable.readers.addresses.calls import Field, call
from sociable.readers.ci_workflows.scripts import calls, comments
from sociable.readers.flow.bodies import json_members, split
from sociable.readers.flow.flow_graph import Edge
from sociable.readers.flow.imported import fragments_of
from sociable.readers.flow.joining import Drawn
from sociable.readers.flow.parts import HERE, Hole, Part, Ref, Template
from sociable.readers.fragment import Fragment
from sociable.readers.tables import tables_beside
from sociable.records.static import Any
from sociable.text.source import Source

NAME = "ci-workflows"
READ_AS = "a GitHub workflow"
_PATH = re.compile(r"(?<![\w.-])(github|inputs|steps)((?:\.[\w-]+)+)")
_EVENT = re.compile(r"github\.event_name\s*==\s*['\"](\w+)['\"]")
_UNNAMED = "workflow"


def recognises(document: Document) -> bool:
    """Whether it has jobs of which a step uses an action, or makes a call, that is known to write to somebody."""
    root = document.roots[0] if document.roots else None
    return member(root, "on") is not None and any(_writes(document.source, step) for _, _, step in _steps(root))


def _writes(source: Source, step: Node) -> bool:
    return action(step) is not None or any(part.kind == "act" for part in _script_parts(source, step, {}, ""))


def read(document: Document) -> Fragment:
    root = document.roots[0]
    flows = [
        _flow(document.source, root, job, name, event, event_at)
        for name, job in _jobs(document.source, root)
        for event, event_at in _events(root, job)
    ]
    (fragment,) = fragments_of(NAME, READ_AS, [(document.source, flows)])
    return fragment


def action(step: Node) -> Mapping[str, Any] | None:
    """The row of the action that a step uses."""
    used = text_at(step, "uses").partition("@")[0]
    row: Mapping[str, Any] | None = tables_beside(__file__)["actions"].get(used)
    return row


def _flow(source: Source, root: Node, job: Node, job_name: str, event: str, event_at: Node) -> Drawn:
    """One event that starts one job, and what the job then does, step after step."""
    name = text_at(root, "name") or _UNNAMED
    parts = [trigger(source, event, event_at)]
    listed = member(job, "steps")
    ids: dict[str, int] = {}
    for step in listed.items if type(listed) is Sequence else ():
        row = action(step)
        if text_at(step, "id"):
            ids[text_at(step, "id")] = len(parts)
        if row is not None:
            parts += _step_parts(source, step, row, ids, job_name)
        else:
            parts += _script_parts(source, step, ids, job_name)
    edges = [Edge(number, 0, number + 1) for number in range(len(parts) - 1)]
    return Drawn(name, "", [part._replace(within=name) for part in parts], edges)


def trigger(source: Source, event: str, event_at: Node) -> Part:
    """What starts a flow, by its row, with what of it the place says."""
    row = tables_beside(__file__)["events"].get(event, {"event": "webhook"})
    span = span_of(source, event_at)
    narrowed: dict[str, tuple[str, ...]] = {"named": (event,)}
    if event == "schedule":
        crons = [text_at(each, "cron") for each in _items(event_at)]
        narrowed = {"cron": (crons[0],)} if len(crons) == 1 and crons[0] else {}
    return Part(
        event, span, span, "trigger", event=row["event"], carries=row.get("carries", {}), narrowed=narrowed,
        starts_or_acts=True,
    )  # fmt: skip


def _step_parts(
    source: Source, step: Node, row: Mapping[str, Any], ids: Mapping[str, int], job_name: str
) -> Iterator[Part]:
    given = member(step, "with") or member(step, "env")
    called = text_at(step, "name") or f"{text_at(step, 'uses').partition('@')[0]} in {job_name}"
    step_at = span_of(source, step)
    if row.get("kind") == "model":
        prompts = (_template(source, given, name, ids) for name in row["texts"])
        prompt = next((each for each in prompts if each is not None), None)
        yield Part(called, step_at, step_at, "model", text=prompt)
        return
    if row.get("looks"):
        named = {"named": (called,)}
        yield Part(called, step_at, step_at, "fetch", event=row["looks"], platform=row["platform"], narrowed=named)
    if row.get("once"):
        yield Part(called, step_at, step_at, "memory")
    for name in row["texts"]:
        text = _template(source, given, name, ids)
        if text is None:
            continue
        assert type(given) is nodes.Mapping
        key = span_of(source, given.entries[name][0])
        subject = _template(source, given, row.get("subject", ""), ids)
        yield Part(
            called,
            step_at,
            key,
            "act",
            verb=row["does"],
            platform=row["platform"],
            text=text,
            to=_template(source, given, row.get("to", ""), ids),
            beside={"subject": subject} if subject is not None else {},
            starts_or_acts=True,
        )


def _script_parts(source: Source, step: Node, ids: Mapping[str, int], job_name: str) -> Iterator[Part]:
    """What the script of a step does to people: each comment that it writes, each address that it calls."""
    script = member(step, "run") or member(member(step, "with"), "script")
    if type(script) is not Scalar:
        return
    env = member(step, "env")
    values = {name: text_at(env, name) for name in (env.entries if type(env) is nodes.Mapping else ())}
    called = text_at(step, "name") or f"{text_at(step, 'uses').partition('@')[0] or 'run'} in {job_name}"
    span = span_of(source, script)
    part = Part(called, span_of(source, step), span, "pass")

    def template(text: str) -> Template:
        return Template(tuple(_parts(text, ids)), span)

    for said in comments(script.value, values):
        yield part._replace(kind="act", verb="reply", platform="other", text=template(said), starts_or_acts=True)
    for each in calls(script.value, values):
        read = {name: Field(template(value), span) for name, value in each.fields.items()}
        members = json_members(each.json.replace("${{", "{{"), span, lambda text: template(text).parts)
        read |= {name: Field(value, span) for name, value in members.items()}
        made = call(part, each.method, template(each.url), read)._replace(place=span)
        if made.kind != "pass":
            yield made


def _events(root: Node, job: Node) -> Iterator[tuple[str, Node]]:
    """The events that start a job, with their places: those of the workflow that its own condition lets through."""
    named = _EVENT.findall(text_at(job, "if"))
    on = member(root, "on")
    found: list[tuple[str, Node]]
    if type(on) is Scalar:
        found = [(on.value, on)]
    elif type(on) is nodes.Mapping:
        found = [(name, value if type(value) is not Scalar else key) for name, (key, value) in on.entries.items()]
    else:
        found = [(each.value, each) for each in _items(on) if type(each) is Scalar]
    yield from ((name, at) for name, at in found if not named or name in named)


def _template(source: Source, given: Node | None, name: str, ids: Mapping[str, int]) -> Template | None:
    node = member(given, name) if name else None
    if type(node) is not Scalar or not node.value.strip():
        return None
    return Template(tuple(_parts(node.value, ids)), span_of(source, node))


def _parts(text: str, ids: Mapping[str, int]) -> Iterator[str | Hole]:
    for piece, filled in split(text.replace("${{", "{{")):
        if filled:
            refs = tuple(_ref(root, path, ids) for root, path in _PATH.findall(piece))
            yield Hole(refs, piece.strip(), plain=len(refs) == 1)
        else:
            yield piece


def _ref(root: str, path: str, ids: Mapping[str, int]) -> Ref:
    keys = tuple(path.strip(".").split("."))
    if root == "steps" and keys[0] in ids:
        return Ref(ids[keys[0]], keys[1:])
    return Ref(0 if root in ("github", "inputs") else HERE, (root, *keys))


def _jobs(source: Source, root: Node) -> Iterator[tuple[str, Node]]:
    jobs = member(root, "jobs")
    for name, (_, job) in jobs.entries.items() if type(jobs) is nodes.Mapping else ():
        if any(_writes(source, step) for step in _items(member(job, "steps"))):
            yield name, job


def _steps(root: Node | None) -> Iterator[tuple[str, Node, Node]]:
    jobs = member(root, "jobs")
    for name, (_, job) in jobs.entries.items() if type(jobs) is nodes.Mapping else ():
        yield from ((name, job, step) for step in _items(member(job, "steps")))


def _items(node: Node | None) -> list[Node]:
    return node.items if type(node) is Sequence else []
