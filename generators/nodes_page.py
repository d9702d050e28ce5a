"""What nodes, modules, actions and addresses are read as: the page in ``docs/`` that shows the importers' tables."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sociable.readers.flow.parts import KINDS
from sociable.vocabulary.platforms import PLATFORMS

from generators.import_tables import load
from generators.vocabulary_pages import row

_MADE = "<!-- Made by `make generated` from the tables of the importers. -->"
_ABOUT = """What [importers](importers.md) know: a row of a table each. `message` becomes a private message, a post in a
room or a word to your own team, as whom it reaches tells. What people outside never notice is left out; what is not
here is told as not understood, never guessed.
[A node or an address is missing](importers.md#a-node-or-an-address-is-missing) says how to add it."""
_UNNOTICED = ("pass", "unknown", "model")
_CALLS = "whatever the address it calls does: see below"


def nodes_page(project: str) -> str:
    """The whole page."""
    parts = (
        _section("n8n", ("node", "platform", "what it does"), _nodes(load(project, "n8n", "nodes"), "operations")),
        _section(
            "What starts a workflow in n8n", ("node", "platform", "event"), _starts(load(project, "n8n", "triggers"))
        ),
        _section(
            "Make", ("app", "platform", "what its modules do"), _nodes(load(project, "make", "modules"), "modules")
        ),
        _section(
            "GitHub Actions", ("action", "platform", "what it does"), _actions(load(project, "ci_workflows", "actions"))
        ),
        _section("Apps on GitHub", ("app", "platform", "what it does"), _apps(load(project, "ci_workflows", "apps"))),
        _section(
            "Addresses, whatever calls them",
            ("host", "platform", "what a call does"),
            _hosts(load(project, "addresses", "addresses")),
        ),
        _section(
            "Matterbridge", ("protocol", "platform", "how"), _protocols(load(project, "matterbridge", "protocols"))
        ),
    )
    return "\n\n".join(("# Nodes, modules and addresses", _MADE, _ABOUT, *parts)) + "\n"


def _section(title: str, heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    heads = tuple(heads)
    return "\n".join((f"## {title}", "", row(heads), row("---" for _ in heads), *map(row, rows)))


def _nodes(table: Mapping[str, Any], operations: str) -> Iterator[tuple[str, str, str]]:
    for name, found in sorted(table.items(), key=lambda each: str(each[0]).casefold()):
        does = _operations(found.get(operations, {})) if operations in found else _kind(found.get("kind", ""))
        if does:
            yield f"`{name}`", _platform(found), does


def _operations(rows: Mapping[str, Any]) -> str:
    by_verb: dict[str, list[str]] = {}
    for name, found in rows.items():
        for verb in dict.fromkeys(_verbs(found)):
            by_verb.setdefault(verb, []).append(f"`{name}`")
    return "; ".join(f"{verb}: {', '.join(names)}" for verb, names in by_verb.items())


def _verbs(found: Mapping[str, Any]) -> Iterator[str]:
    for each in (found, *found.get("when", ())):
        does = each.get("does") or each.get("kind") or ("event" if "event" in each else "")
        if does == "event":
            yield f"starts ({each['event']})"
        elif does == "fetch":
            fetches = each.get("fetches", {})
            yield "looks" + "".join(f" ({fetches[what]})" for what in ("event", "crowd") if what in fetches)
        elif does and does not in _UNNOTICED:
            yield f"{does}, perhaps" if each is not found else str(does)


def _kind(kind: str) -> str:
    return KINDS.get(kind, _CALLS if kind == "http" else "") if kind != "pass" else ""


def _platform(found: Mapping[str, Any]) -> str:
    name = found.get("platform", "")
    title = PLATFORMS[name].title if name in PLATFORMS else name
    return ", ".join(filter(None, (title, "unofficial" if found.get("via") == "unofficial" else "")))


def _starts(table: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for name, found in sorted(table.items(), key=lambda each: str(each[0]).casefold()):
        yield f"`{name}`", _platform(found), f"`{found['event']}`"


def _actions(table: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for name, found in sorted(table.items(), key=lambda each: str(each[0]).casefold()):
        yield f"`{name}`", _platform(found), _kind(found.get("kind", "")) or ", ".join(dict.fromkeys(_acts(found)))


def _apps(table: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    return _actions({name: {**found, "platform": "github"} for name, found in table.items()})


def _acts(found: Mapping[str, Any]) -> Iterator[str]:
    """What an action or an app does, in the order of its row."""
    if "does" in found:
        yield str(found["does"])
    for acts in (found.get("acts", ()), *found.get("cases", {}).values(), *_all(found, "answers")):
        yield from (str(act["does"]) for act in acts)
    for acts in _all(found, "sweeps"):
        yield from (f"{act['does']} (when nothing comes for a while)" for act in acts)


def _all(found: Mapping[str, Any], name: str) -> Iterator[Iterable[Mapping[str, Any]]]:
    return (each["acts"] for each in found.get(name, ()))


def _hosts(table: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, str, str]]:
    for found in table:
        does = _operations(found["paths"])
        if does:
            hosts = ", ".join(f"`{host}`" for host in found["host"])
            yield hosts + (" and any other" if found.get("anywhere") else ""), _platform(found), does


def _protocols(table: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    for name, found in sorted(table["protocols"].items()):
        yield f"`{name}`", _platform({"platform": found["platform"]}), str(found.get("via", "api"))
