"""Fixes for tests: applied to the text of one file, in memory."""

from functools import partial
from typing import Any

from sociable.findings.finding import Finding
from sociable.findings.report import Report
from sociable.fixing.rounds import Fixed, fix_in_rounds
from sociable.pipeline import Request, check
from sociable.vocabulary.values import FIX_SAFETY


def asked(data: bytes, path: str = "a.yml", **more: Any) -> Request:
    """A check of one file that may not exist."""
    return Request((), stdin=(path, data), edits=True)._replace(**more)


def fixed(data: bytes, path: str = "a.yml", **more: Any) -> Fixed:
    """What all fixes of a file come to."""
    request = asked(data, path, **more)

    def look(instead: Any) -> Report:
        return check(request._replace(instead=instead))

    return fix_in_rounds(look, partial(_held, data), FIX_SAFETY, lambda _: True)


def _held(data: bytes, _path: str) -> bytes:
    return data


def after(text: str, path: str = "a.yml", **more: Any) -> str:
    """The text with all fixes applied."""
    data = text.encode()
    return fixed(data, path, **more).contents.get(path, data).decode()


def findings(text: str, path: str = "a.yml", **more: Any) -> tuple[Finding, ...]:
    """What is found, each fix with its edits."""
    return check(asked(text.encode(), path, **more)).findings
