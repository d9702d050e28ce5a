"""From an exported node to a part: what it is and does, by the tables and the few kinds that need more than a row."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain

from sociable.documents.nodes import span_of, text_at
from sociable.readers.addresses.programs import called_by
from sociable.readers.flow.approval import waits_for_a_yes
from sociable.readers.flow.channels import writes_for_a_channel
from sociable.readers.flow.flow_graph import Edge
from sociable.readers.flow.joining import ITSELF
from sociable.readers.flow.one_of_us import serves_one, writes_to_us
from sociable.readers.flow.parts import Part, Template
from sociable.readers.flow.rows import chosen, filled, platforms_named, said_in, titled_after
from sociable.readers.n8n.commands import command
from sociable.readers.n8n.conditions import tests_of
from sociable.readers.n8n.export import ExportedNode, Workflow
from sociable.readers.n8n.expressions import refs
from sociable.readers.n8n.files_coming_in import with_files
from sociable.readers.n8n.letting_in import asks_who
from sociable.readers.n8n.node_calls import feed, graph_call, http_call
from sociable.readers.n8n.node_table import (
    defaults_of,
    is_inert,
    is_part_of_model,
    node_row,
    operation_row,
    trigger_row,
)
from sociable.readers.n8n.parameters import Parameters
from sociable.readers.n8n.platform_meant import platform_meant, way_in
from sociable.readers.n8n.rearranging import rearranged
from sociable.readers.n8n.table_nodes import table, whole_items
from sociable.readers.n8n.triggers import Heard, plain_paths, trigger
from sociable.readers.n8n.written_values import Written, assigned, program_of
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.setup.prompts import hides_machine
from sociable.text.source import Source

_WAITS_SECONDS = 1.1
"""The version of Wait from which on an amount without a unit means seconds."""

_WAIT_UNITS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}


_NO = ("", "false")

_OWN_PLACE = re.compile(
    r"https?://(?:[\w.-]+\.)?(?:(?:your|my|our)[_-]?(?:crm|shop|store|company|business|app|dashboard|instance|server)\b"
    r"|localhost\b|127\.|10\.|192\.168\.)",
    re.IGNORECASE,
)
"""An address in the house: what is looked up there is a table of ours, whichever tool does it."""


_OWN_NUMBER = re.compile(r"\$workflow\s*\.\s*id\b")
"""How a workflow says of itself which it is."""

_READS_FILE = re.compile(r"\breadFile(?:Sync)?\s{0,5}\(")
_WRITES_FILE = re.compile(r"\b(?:write|append)File(?:Sync)?\s{0,5}\(")

_BROUGHT_ALONG = "n8n-nodes-base."
_LOADS = "download"
"""The operation by which nodes get a file from where it is kept: it lies beside the keys that came in."""

_LOOKS_UP = re.compile(r"get|search|find|list|current|lookup", re.IGNORECASE)
"""How operations begin that change nothing."""


class _Given(Record):
    part: Part
    node: ExportedNode
    row: Mapping[str, Any]
    parameters: Parameters
    read: "_Reads"


def parts_of_workflow(workflow: Workflow, source: Source) -> list[Part]:
    """All nodes of a workflow as parts, by their numbers."""
    numbers = {node.name: number for number, node in enumerate(workflow.nodes)}
    parameters = [Parameters(node.parameters, source, numbers) for node in workflow.nodes]
    read = _Reads(workflow.nodes, parameters, workflow.edges)
    parts = [
        _part(node, given, source, read, workflow.name) for node, given in zip(workflow.nodes, parameters, strict=True)
    ]
    return _looking_up(parts, parameters)


def _looking_up(parts: list[Part], parameters: list[Parameters]) -> list[Part]:
    """Mark what only gets something out of a service, into which no other node writes, or out of a mailbox.

    Only the nodes that n8n brings along are known well enough: none of them makes anything up.
    """
    looks = [
        part.kind == "pass"
        and part.type.startswith(_BROUGHT_ALONG)
        and _LOOKS_UP.match(given.text("operation")) is not None
        for part, given in zip(parts, parameters, strict=True)
    ]
    written = {part.type for part, is_look in zip(parts, looks, strict=True) if not is_look and not part.off}
    return [
        part._replace(looks_up=True) if is_look and (part.platform == "email" or part.type not in written) else part
        for part, is_look in zip(parts, looks, strict=True)
    ]


class _Reads:
    """What is only worked out if some node needs it: all paths that a workflow reads, and what it ``written`` down."""

    def __init__(self, nodes: tuple[ExportedNode, ...], parameters: list[Parameters], edges: Iterable[Edge]) -> None:
        self._nodes = nodes
        self.written = Written(nodes, parameters, edges)
        self._parameters = parameters
        self._found: list[str] | None = None
        self._heard: Heard | None = None
        self._keeps_files: bool | None = None

    def paths(self) -> list[str]:
        if self._found is None:
            paths = {".".join(ref.path) for each in self._parameters for ref in each.mentions() if ref.path}
            programs = {plain_paths(program_of(each)) for each in self._parameters}
            self._found = [f"{path}." for path in paths] + [code for code in programs if code]
        return self._found

    def keeps_files(self) -> bool:
        """Whether a program of the workflow writes files, in which the next run finds what this one put there."""
        if self._keeps_files is None:
            self._keeps_files = any(_WRITES_FILE.search(program_of(each)) for each in self._parameters)
        return self._keeps_files

    def heard(self) -> Heard:
        """What triggers of platforms hear of themselves."""
        if self._heard is None:
            rows = [trigger_row(node.type) for node in self._nodes if not node.disabled]
            self._heard = frozenset((row["event"], row["platform"]) for row in rows if row and "platform" in row)
        return self._heard


def _part(node: ExportedNode, parameters: Parameters, source: Source, read: _Reads, title: str) -> Part:
    operation = parameters.node("operation") or node.type_at
    part = Part(
        node.name,
        span_of(source, node.at),
        span_of(source, operation),
        "pass",
        text_at(node.at, "id"),
        within=title,
        type=node.full_type,
        off=node.disabled,
        account=node.account,
        key=node.account_id,
        mentions=parameters.mentions(),
    )
    row = trigger_row(node.type)
    if row is not None:
        is_hook = row.get("reads") == "webhook"
        return trigger(part, row, parameters, *((read.paths(), read.heard()) if is_hook else ()))
    row = node_row(node.type)
    if row is None:
        loads = parameters.text("operation") == _LOADS
        return _unlisted(part._replace(place=span_of(source, node.type_at), draws=loads, downloads=loads), node)
    made = _READERS.get(row.get("kind", "act"), _plain)(_Given(part, node, row, parameters, read))
    if "ours" in row:
        made = made._replace(ours=parameters.text("operation") in row["ours"])
    return made._replace(place=span_of(source, node.name_at)) if made.reason == "parameters-missing" else made


def _unlisted(part: Part, node: ExportedNode) -> Part:
    if is_inert(node.type) or is_part_of_model(node.type) or "/n8n-nodes-langchain." in node.full_type:
        return part
    if node.type.endswith("Trigger"):
        return part._replace(kind="trigger", event="webhook", reason="event-not-said", starts_or_acts=True)
    return part._replace(reason="unknown-node", starts_or_acts=True)


def _act(given: _Given) -> Part:
    """A node of a platform: its operation is a row of its own."""
    part, node, row, parameters, _ = given
    operation = _operation(node, row, parameters)
    found = operation_row(row, *operation)
    if _is_emptied(row, parameters):
        return way_in(part, node, row)._replace(reason="parameters-missing", starts_or_acts=True)
    if found is None:
        return part._replace(reason="unknown-operation", starts_or_acts=True)
    found = chosen(found, parameters)
    is_guess = False
    platform = found.get("platform") or row.get("platform", "")
    if "platform_of" in found:
        said = platforms_named(parameters.words(found["platform_of"]))
        platform = " ".join(said) or platform or " ".join(platforms_named(node.name)) or "other"
    elif not platform:
        platform, is_guess = platform_meant(found, node, parameters, part.within)
    if not platform:
        platform = titled_after(row, part.within)
        is_guess = bool(platform)
    part = filled(part._replace(platform=platform, via=found.get("via") or row.get("via", "")), found, parameters)
    part = part._replace(guessed=part.guessed or (is_guess and part.kind == "fetch"))
    if part.kind == "fetch" and _OWN_PLACE.match(part.words):
        return part._replace(kind="read", platform="", via="", event="", crowd="", resource=part.words)
    attaches = "files" in found and parameters.node(found["files"]) is not None
    part = part._replace(beside=with_files(part, found, parameters), attaches=attaches)
    part = part._replace(to=_meant(part.to, parameters), limit=part.limit or _usual_limit(found, given, operation))
    if part.kind == "ask":
        part = part._replace(answers=row.get("answers") or _answers(parameters))
    return part._replace(place=part.text.span if part.text is not None else part.place)


def _usual_limit(row: Mapping[str, Any], given: _Given, operation: tuple[str, str]) -> int:
    """How many a look brings that says nothing of it; 0 where it brings all, or as many as it is filled in with."""
    parameters = given.parameters
    if "limit" not in row or parameters.node(row["limit"]) is not None or parameters.text("returnAll") not in _NO:
        return 0
    usual: int = defaults_of(given.node.type, given.node.version).get("limit", {}).get("/".join(operation), 0)
    return usual


def _meant(aim: Template | None, parameters: Parameters) -> Template | None:
    """Whom something is for: nobody has braces for a name, so there somebody forgot to say that it is an expression."""
    words = aim.fixed if aim is not None else None
    return aim._replace(parts=parameters.parts_of(words)) if aim is not None and words and "{{" in words else aim


def _is_emptied(row: Mapping[str, Any], parameters: Parameters) -> bool:
    """Whether the export lost what was set: nothing at all, or none of what such a node cannot do without."""
    if len(parameters.root) == 0:
        return row.get("needs") != []
    needed = row.get("needs", ())
    return bool(needed) and not any(parameters.node(name) is not None for name in needed)


def _operation(node: ExportedNode, row: Mapping[str, Any], parameters: Parameters) -> tuple[str, str]:
    """The resource and operation, those that the export leaves out filled in."""
    usual = defaults_of(node.type, node.version)
    resource = parameters.text("resource") or usual.get("resource", "")
    if "resource_by" in row:
        by = parameters.text(row["resource_by"])
        if any(name.startswith(f"{by}/") for name in row["operations"]):
            resource = by
    operations = usual.get("operation", {})
    operation = parameters.text("operation") or operations.get(resource) or operations.get("", "")
    return resource, operation


def _answers(parameters: Parameters) -> str:
    """How people can answer: with yes alone (and nothing goes on before), with yes or no, or in their own words."""
    if parameters.text("responseType") in ("freeText", "customForm"):
        return "words"
    double = parameters.text("approvalOptions.values.approvalType") == "double"
    return "either" if double or parameters.node("options.limitWaitTime") is not None else "yes"


def _plain(given: _Given) -> Part:
    return given.part._replace(kind=given.row["kind"], looks_up="catalogue" in given.row)


def _model(given: _Given) -> Part:
    part, _, row, parameters, _ = given
    looks = parameters.text("operation") == "analyze"
    draws = "pictures" not in row or (parameters.text("resource") in row["pictures"] and not looks)
    told = parameters.words()
    return part._replace(
        kind="model",
        text=_prompt(parameters, row.get("prompt", ())),
        only_words=not draws,
        names=frozenset(row.get("gives", ())),
        answers="words" if waits_for_a_yes(told) else "",
        ours=serves_one(told),
        for_channel=writes_for_a_channel(told),
        to_us=writes_to_us(told),
    )


def _prompt(parameters: Parameters, paths: Sequence[str]) -> Template | None:
    """The first that says what to write about; with it, what tells the model to hide that it is a machine."""
    said = [each for each in map(parameters.template, paths) if each is not None]
    first = said[:1]
    hiding = [each for each in said[1:] if hides_machine(" ".join(said_in(each)))]
    parts = chain.from_iterable((*each.parts, " ") for each in (*first, *hiding))
    return Template(tuple(parts)[:-1], first[0].span) if hiding else next(iter(first), None)


def _branch(given: _Given) -> Part:
    return given.part._replace(kind="branch", tests=tests_of(given.row["tests"], given.parameters))


def _limit(given: _Given) -> Part:
    most = given.parameters.text("maxItems") or "1"
    return given.part._replace(kind="limit", limit=int(most) if most.isdecimal() and len(most) < 9 else 0)


def _memory(given: _Given) -> Part:
    """Only one of its operations remembers former runs; the others compare within one."""
    remembers = given.parameters.text("operation") == "removeItemsSeenInPreviousExecutions"
    return given.part._replace(kind="memory" if remembers else "pass")


def _wait(given: _Given) -> Part:
    usual = "seconds" if given.node.version >= _WAITS_SECONDS else "hours"
    amount, unit = given.parameters.text("amount"), given.parameters.text("unit") or usual
    seconds = int(amount) * _WAIT_UNITS.get(unit, 0) if amount.isdecimal() and len(amount) < 7 else 0
    resume = given.parameters.text("resume")
    if resume == "form":
        return given.part._replace(kind="ask", answers="words", starts_or_acts=True)
    goes_on = given.parameters.text("limitWaitTime") == "true"
    answers = ("either" if goes_on else "yes") if resume == "webhook" else ""
    return given.part._replace(kind="wait", seconds=seconds, answers=answers)


def _code(given: _Given) -> Part:
    program = program_of(given.parameters)
    remembers = "getWorkflowStaticData" in program or (_READS_FILE.search(program) and given.read.keeps_files())
    kind = "memory" if remembers else "code"
    does = rearranged(program, given.part.place, given.parameters.nodes)
    part = given.part._replace(
        kind=kind,
        fields=does.fields,
        keeps=does.keeps and kind == "code",
        names=does.names,
        spells=does.spells,
        tests=asks_who(program, given.part.place),
        mentions=refs(program, given.parameters.nodes),
    )
    host = called_by(program)
    return part._replace(reason="made-in-code", words=host, starts_or_acts=True) if host else part


def _call(given: _Given) -> Part:
    calls = given.parameters.text("workflowId")
    calls = ITSELF if _OWN_NUMBER.search(calls) else calls
    handed_over = {**dict(assigned(given.parameters)), **given.parameters.members("workflowInputs.value")}
    return given.part._replace(kind="call", calls=calls, fields=handed_over, starts_or_acts=True)


def _set(given: _Given) -> Part:
    parameters = given.parameters
    fields = dict(assigned(parameters))
    keeps = (
        parameters.text("includeOtherFields") == "true"
        if given.node.version >= 3.3
        else parameters.text("keepOnlySet") != "true"
    )
    return given.part._replace(kind="set", fields=fields, keeps=keeps)


def _page(given: _Given) -> Part:
    """A text made of a template: what it says is known, unless the node takes one apart instead.

    In a page everything in braces is filled in, whether or not the parameter says that it is an expression.
    """
    row, parameters = given.row, given.parameters
    made = _meant(parameters.template(row["text"]), parameters)
    if made is None or parameters.text("operation") not in ("", *row.get("made_by", ())):
        return given.part
    return given.part._replace(kind="set", fields={parameters.text("destinationKey") or row["under"]: made})


def _table(given: _Given) -> Part:
    operation = _operation(given.node, given.row, given.parameters)[1]
    return table(given.part, given.node, given.row, given.parameters, operation)


def _file(given: _Given) -> Part:
    """A file of rows that is made of items; of one made in another way, what is in it comes in with its text."""
    part, node, row, parameters, _ = given
    is_list = parameters.text("operation") in row["makes"]
    return part._replace(kind="file", fields=whole_items(node, parameters)) if is_list else part


def _feed(given: _Given) -> Part:
    return feed(given.part, given.parameters.template(given.row.get("search", "url")))


def _http(given: _Given) -> Part:
    if given.row.get("address") == "graph":
        return graph_call(given.part, given.parameters)
    at = given.parameters.nodes[given.node.name]
    return http_call(given.part, given.parameters, lambda ref: given.read.written.begin(ref, at))


_READERS: Mapping[str, Callable[[_Given], Part]] = {
    "act": _act,
    "ask": _act,
    "fetch": lambda given: filled(given.part, {"does": "fetch", **given.row}, given.parameters),
    "http": _http,
    "model": _model,
    "branch": _branch,
    "limit": _limit,
    "memory": _memory,
    "wait": _wait,
    "code": _code,
    "command": lambda given: command(given.part, given.parameters),
    "call": _call,
    "set": _set,
    "page": _page,
    "table": _table,
    "file": _file,
    "feed": _feed,
}
