"""From a module to a part: what it is and does, by the table of apps."""

import re
from collections.abc import Mapping
from functools import lru_cache

from sociable.documents.nodes import Node, Scalar, items, member, span_of
from sociable.readers.addresses.addresses import payload
from sociable.readers.addresses.calls import call
from sociable.readers.flow.parts import Part, Template, Test
from sociable.readers.flow.rows import chosen, filled, platforms_named
from sociable.readers.make.blueprint import Blueprint, Module
from sociable.readers.make.make_values import Values
from sociable.readers.tables import tables_beside
from sociable.records.static import Any
from sociable.text.source import Source

_SIGNS = {
    "equal": ("is", True),
    "notequal": ("is", False),
    "contain": ("contains", True),
    "notcontain": ("contains", False),
}
_SCENARIO = "Scenario"
_TOLD_AT_ONCE = frozenset(("messaged", "opted_in", "order_placed"))
"""Events that apps tell Make of as they happen; for all others it looks when the scenario runs, on its schedule."""


def parts_of_blueprint(blueprint: Blueprint, source: Source) -> list[Part]:
    """All modules as parts, by their numbers."""
    numbers = {module.ident: number for number, module in enumerate(blueprint.modules) if module.filter is None}
    values = [Values(module.at, source, numbers) for module in blueprint.modules]
    read = [f"{'.'.join(ref.path)}." for each in values for ref in each.mentions() if ref.path]
    pairs = zip(blueprint.modules, values, strict=True)
    return [
        _part(module, each, number == 0, read)._replace(within=blueprint.name)
        for number, (module, each) in enumerate(pairs)
    ]


def _part(module: Module, values: Values, first: bool, read: list[str]) -> Part:
    span = values.span(module.at)
    place = values.span(module.module_at)
    part = Part(module.called, span, place, "pass", module.ident, account=module.account)
    if module.filter is not None:
        tests = _filter(module.filter, values)
        return part._replace(kind="branch", tests=tests, place=tests[0][0].left.span if tests else place)
    row = module_row(module.app, module.name)
    if row is None:
        return part._replace(reason="unknown-node", starts_or_acts=True)
    part = part._replace(mentions=values.mentions(), via=row.get("via", ""))
    if "event" in row and first:
        return _trigger(part, row, read)
    return _kinds(part, row, module, values)


def _trigger(part: Part, row: Mapping[str, Any], read: list[str]) -> Part:
    part = part._replace(
        kind="trigger",
        event=row["event"],
        platform=row.get("platform", ""),
        carries=row.get("carries", {}),
        mentions=(),
        starts_or_acts=True,
        polled=row.get("reads") != "webhook" and row["event"] not in _TOLD_AT_ONCE,
    )
    if row.get("reads") != "webhook":
        return part
    told = payload(read)
    if told is None:
        return part._replace(reason="event-not-said")
    return part._replace(event=told["event"], platform=told.get("platform", ""), carries=told["carries"])


def _kinds(part: Part, row: Mapping[str, Any], module: Module, values: Values) -> Part:
    kind = "act" if "does" in row else row.get("kind", "pass")
    match kind:
        case "act" | "fetch":
            part = _act(part, row, values)
        case "http":
            part = _http(part, values)
        case "model":
            part = part._replace(kind="model", text=values.everything())
        case "feed":
            part = part._replace(kind="fetch", crowd="feed", words=values.text("url"))
        case "read" | "write":
            part = _table(part._replace(kind=kind, verb=row.get("use", "")), module, values)
        case "set":
            part = part._replace(kind="set", fields=dict(_variables(values)), mentions=())
        case _:
            part = part._replace(kind=kind)
    return part


def _http(part: Part, values: Values) -> Part:
    url = values.template("url")
    if url is None:
        return part._replace(reason="parameters-missing", starts_or_acts=True)
    return call(part, (values.text("method") or "GET").upper(), url, values.fields())


def _table(part: Part, module: Module, values: Values) -> Part:
    named = [values.text(name) for name in ("spreadsheetId", "sheetId", "base", "table", "database", "datastore")]
    given = values.everything()
    fields = {"": given} if part.kind == "write" and given is not None else {}
    return part._replace(resource=f"{module.app} {' '.join(filter(None, named))}", fields=fields)


def _act(part: Part, row: Mapping[str, Any], values: Values) -> Part:
    platform = row.get("platform", "")
    if row.get("by_words"):
        everything = values.everything()
        words = (
            " ".join(each if isinstance(each, str) else each.code for each in everything.parts) if everything else ""
        )
        platform = next(iter(platforms_named(words)), platform)
    row = chosen({"does": "fetch", **row}, values)
    part = filled(part._replace(platform=row.get("platform") or platform), row, values)
    return part._replace(place=part.text.span if part.text is not None else part.place)


def _variables(values: Values) -> list[tuple[str, Template]]:
    found = []
    for each in items(values.node("variables")):
        name, value = member(each, "name"), member(each, "value")
        made = values.template_of(value) if value is not None else None
        if type(name) is Scalar and made is not None:
            found.append((name.value, made))
    single = values.template("value")
    return found if single is None else [*found, (values.text("name"), single)]


def _filter(guard: Node, values: Values) -> dict[int, tuple[Test, ...]]:
    """The conditions of a filter: one group of them that all hold, or several of which nobody can say which does."""
    groups = items(member(guard, "conditions"))
    tests = [test for group in groups for each in items(group) if (test := _test(each, values)) is not None]
    if not tests:
        return {}
    return {0: tuple(tests) if len(groups) == 1 else (tests[0]._replace(sign="other"),)}


def _test(node: Node, values: Values) -> Test | None:
    left, sign, right = member(node, "a"), member(node, "o"), member(node, "b")
    made = values.template_of(left) if left is not None else None
    if made is None or type(sign) is not Scalar:
        return None
    named = sign.value.casefold()
    against = values.template_of(right) if right is not None else None
    if named in ("exist", "notexist"):
        return Test(made, "exists", None, named == "exist")
    known = next((_SIGNS[word] for word in named.split(":") if word in _SIGNS), ("other", True))
    return Test(made, known[0], against, known[1])


def module_row(app: str, name: str) -> Mapping[str, Any] | None:
    """The row of a module, with what is said of its app; nothing for an app that is not known."""
    for pattern, row in _apps().get(app.casefold(), ()):
        if pattern.fullmatch(name.casefold()):
            return row
    return None


def advice(rule: str) -> str:
    """What to do in Make about what a rule finds; nothing where the rule's own page says it well enough."""
    return str(tables_beside(__file__)["advice"].get(rule, ""))


@lru_cache(maxsize=1)
def _apps() -> Mapping[str, tuple[tuple[re.Pattern[str], Mapping[str, Any]], ...]]:
    return {
        app: tuple(
            (
                re.compile(re.escape(name).replace(r"\*", ".*")),
                {"platform": row.get("platform", ""), "via": row.get("via", ""), **each},
            )
            for name, each in row["modules"].items()
        )
        for app, row in tables_beside(__file__)["modules"].items()
    }


def scenario(source: Source, root: Node, name: str) -> Part:
    """The start of a scenario whose first module waits for nothing: the clock, of which its blueprint says nothing."""
    at = member(root, "name") or root
    span = span_of(source, at)
    return Part(_SCENARIO, span, span, "trigger", event="schedule", within=name, starts_or_acts=False)
