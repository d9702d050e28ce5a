"""One project as a piece of work: bytes that go to whoever does it, and bytes that come back. Never a pickle."""

import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sociable.errors import SociableError
from sociable.files.contents import working_folder
from sociable.findings.faults import fault_of
from sociable.findings.project_outcome import Outcome
from sociable.findings.report import Report
from sociable.pipeline import Request, check, searched
from sociable.records.static import Any

_REPORT, _ERROR = b"R", b"E"

_HERE = threading.Lock()
"""A process has one current folder."""


def work_of(request: Request, remembers: bool) -> bytes:
    """What to check, seen from this folder; and whether to look first if it was checked before."""
    said = request._asdict()
    said["today"] = request.today and request.today.isoformat()
    said["stdin"] = request.stdin and (request.stdin[0], request.stdin[1].decode("latin-1"))
    said["instead"] = {path: data.decode("latin-1") for path, data in request.instead.items()}
    return json.dumps({"here": working_folder(), "remembers": remembers, "request": said}).encode()


def do(work: bytes) -> bytes:
    """Check a project, whatever it does to us."""
    from sociable.findings.packed_report import packed_report

    said = json.loads(work)
    try:
        with _in_folder(said["here"]):
            return _REPORT + packed_report(_checked(_request(said["request"]), said["remembers"]))
    except SociableError as error:
        problems = getattr(error, "problems", ())
        message = " ".join(f"{each.span}: {each.message}." for each in problems) or str(error)
    except Exception as error:  # noqa: BLE001 - whatever one project does to us, the others are still checked
        message = fault_of("the check", error)
    return _ERROR + message.encode("utf-8", "backslashreplace")


def outcome_of(project: str, done: bytes) -> Outcome:
    """What came of it."""
    from sociable.findings.packed_report import unpacked_report

    kind, data = done[:1], done[1:]
    if kind != _REPORT:
        return Outcome(project, error=data.decode())
    try:
        return Outcome(project, unpacked_report(data))
    except ValueError:
        return Outcome(project, error="another version of sociable checked it, whose report cannot be read here")


def _request(said: dict[str, Any]) -> Request:
    from datetime import date

    fields: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in said.items()}
    return Request(**fields)._replace(
        today=said["today"] and date.fromisoformat(said["today"]),
        stdin=said["stdin"] and (said["stdin"][0], said["stdin"][1].encode("latin-1")),
        instead={path: data.encode("latin-1") for path, data in said["instead"].items()},
    )


def _checked(request: Request, remembers: bool) -> Report:
    if not remembers:
        return check(request)
    from sociable.caching import remembered
    from sociable.caching.store import Store, cache_folder

    return remembered.check_found(request, searched(request), Store(cache_folder()))


@contextmanager
def _in_folder(folder: str) -> Iterator[None]:
    """Be where whoever asked is, so that paths mean and are called the same. One at a time in a process.

    That folder may be gone, and what is asked about stand elsewhere.
    """
    with _HERE:
        before = working_folder()
        if folder in ("", before):
            yield
            return
        os.chdir(folder)
        try:
            yield
        finally:
            os.chdir(before or os.sep)
