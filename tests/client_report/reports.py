"""Reports for tests, of files on disk or of texts."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from sociable.client_report.clients.per_client import ClientReport, per_client
from sociable.client_report.compose import Wishes, compose
from sociable.client_report.content.content_of_report import Content, Sentence
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.wording.frame import Frame, built_in
from sociable.facts.facts import Facts
from sociable.pipeline import Examination, Request, examine

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 28)
OURS = frozenset(("anchor", "severity", "status", "fingerprint", "key", "source", "target"))
"""Fields whose texts are not from a file: anchors, and words of a table."""


def wishes(frame: Frame | None = None, **wanted: Any) -> Wishes:
    return Wishes(DAY, frame or built_in(), **wanted)


def examined(text: str) -> Examination:
    """What is found in one automation file."""
    full = text if text.startswith(("sociable:", "{")) else f"sociable: 1\n{text}"
    return examine(Request((), ("a.yml", full.encode())))


def report_of(text: str, **wanted: Any) -> Content:
    return compose(examined(text), wishes(**wanted))


def of_clients(text: str) -> dict[str, ClientReport]:
    """The report of each client in one automation file, by the name of its own file."""
    return per_client(examined(text), wishes(), "folders", "html", [])[0]


def answer(content: Content, key: str) -> list[Sentence]:
    """What the first page answers of a question, by its key in the table of words."""
    heading = built_in().say("first_page", key)
    return [sentence for each in content.answers if each.heading == heading for sentence in each.sentences]


def agency() -> Examination:
    return examine(Request((str(ROOT / "examples" / "agency"),)))


def numbering_of(text: str) -> Numbering:
    found = examined(text)
    pages = {each.page.rule.name: each.page for each in found.rules}
    return Numbering(found.facts, found.report.findings, pages, built_in())


def facts_of(text: str) -> Facts:
    return examined(text).facts


def texts_of(value: Any, name: str = "") -> list[str]:
    """Every text in a report that may come from a file."""
    if isinstance(value, str):
        return [] if name in OURS else [value]
    if isinstance(value, tuple):
        names = getattr(value, "_fields", [name] * len(value))
        return [text for each, field in zip(value, names, strict=True) for text in texts_of(each, field)]
    return []


def with_texts(value: Any, text: Callable[[str], str], name: str = "") -> Any:
    """The same report with other texts wherever one may come from a file."""
    if isinstance(value, str):
        return value if name in OURS or not value else text(value)
    if isinstance(value, tuple):
        names = getattr(value, "_fields", [name] * len(value))
        made = [with_texts(each, text, field) for each, field in zip(value, names, strict=True)]
        return type(value)(*made) if hasattr(value, "_fields") else tuple(made)
    return value
