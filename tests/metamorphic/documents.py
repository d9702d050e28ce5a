"""Automation files as plain data, and the ways to write the same data down."""

import json
import re
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml
from sociable.documents.nodes import Mapping, Node, Scalar
from sociable.documents.scalars import core_value
from sociable.documents.yaml_tree import parse
from sociable.findings.finding import Finding, LoopEvidence
from sociable.findings.report import Report
from sociable.pipeline import Request, check
from sociable.text.source import Source

ROOT = Path(__file__).parents[2]

Document = dict[str, Any]
Project = list[Document]
"""Documents that are linted together."""

Files = list[tuple[str, bytes]]


def read(text: str) -> Project:
    """The documents of a well-formed text."""
    document = parse(Source("text.yml", text))
    assert not document.defects
    return [_plain(root) for root in document.roots]


def _plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return core_value(node)
    if isinstance(node, Mapping):
        return {name: _plain(value) for name, (_, value) in node.items()}
    return [_plain(item) for item in node.items]


def _block(document: Document) -> str:
    return yaml.safe_dump(document, sort_keys=False, allow_unicode=True, width=1000)


def _flow(document: Document) -> str:
    return yaml.safe_dump(document, sort_keys=False, allow_unicode=True, default_flow_style=True, width=60)


def _commented(document: Document) -> str:
    lines = (f"{line}  # a comment" if line.endswith(":") else line for line in _block(document).splitlines())
    return "# A comment above\n\n" + "\n\n".join(lines) + "\n"


STYLES: dict[str, Callable[[Document], tuple[str, bytes]]] = {
    "block": lambda document: ("yml", _block(document).encode()),
    "flow": lambda document: ("yaml", _flow(document).encode()),
    "json": lambda document: ("json", json.dumps(document, ensure_ascii=False, indent=2).encode()),
    "json in one line": lambda document: ("json", json.dumps(document, separators=(",", ":")).encode()),
    "comments and empty lines": lambda document: ("yml", _commented(document).encode()),
    "carriage returns": lambda document: ("yml", _block(document).replace("\n", "\r\n").encode()),
    "a byte order mark": lambda document: ("yml", _block(document).encode("utf-8-sig")),
    "utf-16": lambda document: ("yml", _block(document).encode("utf-16")),
}


def written(project: Project, style: str = "block") -> Files:
    """One file for each document."""
    return [(f"{number:03}.{ending}", data) for number, (ending, data) in enumerate(map(STYLES[style], project))]


def judged(files: Iterable[tuple[str, bytes]]) -> Report:
    """What the real check says of a folder with these files."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in files:
            Path(folder, name).write_bytes(data)
        return check(Request((folder,)))


def told(report: Report, names: dict[str, str] | None = None) -> list[tuple[Any, ...]]:
    """The findings without their places; ``names`` maps new ids back to those that stood there before.

    With new ids there are new fingerprints, so these are left out.
    """
    names = names or {}
    known = re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)) or "(?!)")

    def back(text: str) -> str:
        return known.sub(lambda match: names[match[0]], text)

    return sorted(
        (
            each.rule,
            each.severity,
            each.confidence,
            each.platform,
            _whoever_is_first(back(each.message)),
            each.people_see,
            back(each.why),
            _either_of_two(back(each.advice)) if _names_several(each) else back(each.advice),
            tuple(sorted(map(back, each.subjects))),
            tuple(sorted(_whoever_is_first(back(related.label)) for related in each.related)),
            _loop(each.loop) if each.loop else (),
            "" if names else each.fingerprint,
        )
        for each in report.findings
    )


def _loop(loop: LoopEvidence) -> tuple[Any, ...]:
    """What a loop is. Of walks that are alike the first in the files is shown: who is on it is a matter of place."""
    of_stranger = loop.certainty == "mirror"  # it runs the same automations
    on_walk = {(step.automation, "" if of_stranger else step.account) for step in loop.walk}
    everything = len(on_walk) + len(loop.others)
    return loop.verdict, loop.certainty, len(loop.walk), everything


def _whoever_is_first(message: str) -> str:
    """Of several that one thing is said of, the first in the files is named first, or alone: a matter of place.

    The subjects hold all of them, and of what is left open the advice does.
    """
    if re.search(r"^nor |^no file says | is here$", message):
        return "…"
    if _names_two(message):
        message = _either_of_two(message)
    said, several, _ = message.partition(" (the same on ")
    return re.sub(r"@\w+", "@…", said) if several else re.sub(r" \(and so on with .*\)$", " (and so on)", message)


def _names_several(finding: Finding) -> bool:
    """Whether its advice names automations, of equal ones the first in the files first: the subjects hold all."""
    return _names_two(finding.message) or finding.loop is not None or finding.rule == "over-platform-limit"


def _names_two(message: str) -> bool:
    """Whether it is about two automations, of which the first in the files is named first: the subjects hold both."""
    return len(set(_NAMED.findall(message))) > 1


def _either_of_two(text: str) -> str:
    return _NAMED.sub("`…`", text)


_NAMED = re.compile(r"`[^`]+`")
