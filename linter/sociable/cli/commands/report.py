"""`sociable report`."""

import os
import sys
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, NamedTuple

from sociable.cli.console import CLEAN, NOTHING, complain, complain_of
from sociable.vocabulary.values import DEFAULT_PROFILE

if TYPE_CHECKING:
    from sociable.client_report.compose import Wishes
    from sociable.client_report.frame import Frame
    from sociable.pipeline import Examination

FORMATS = {"html": "one file for a browser, on a screen and on paper", "markdown": "for a wiki, an issue or an e-mail"}


class ReportCall(NamedTuple):
    """What `sociable report` was asked for. ``clients``: nothing, `folders`, or a file that says whose."""

    paths: tuple[str, ...]
    form: str = "html"
    output: str = ""
    profile: str = DEFAULT_PROFILE
    rules: tuple[str, ...] = ()
    title: str = ""
    redact: bool = False
    since: str = ""
    clients: str = ""
    today: str = ""
    words: str = ""


def run_report(call: ReportCall) -> int:
    """Check, put the report together, and write it where it is wanted."""
    try:
        import jinja2  # noqa: F401 - asked for here, so that its absence is told before anything else is done
    except ImportError:
        return complain("a report needs one library more: pip install 'sociable[report]'")
    from sociable.client_report.clients import BadClients
    from sociable.client_report.frame import BadFrame
    from sociable.client_report.since_last_time import BadReport
    from sociable.errors import BrokenRules, NoSuchPath
    from sociable.pipeline import Request, examine
    from sociable.rulebook.page_files import NoRulePages

    if call.clients and not call.output:
        return complain("--clients writes a file for each client: name a folder for them with --output")
    try:
        wishes = _wishes(call)
        examined = examine(Request(call.paths, profile=call.profile, rules=call.rules))
        if not examined.report.files and not examined.report.findings:
            complain("there is nothing to report on: no automation files found")
            return NOTHING
        written = _written(call, examined, wishes)
    except (BadClients, BadFrame, BadReport, NoSuchPath, NoRulePages, _Mistake) as mistake:
        return complain(str(mistake))
    except BrokenRules as error:
        return complain_of(error.problems)
    return _put(written, call)


class _Mistake(Exception):
    """The call makes no sense. The message says why."""


def _wishes(call: ReportCall) -> "Wishes":
    from sociable.client_report.compose import Wishes
    from sociable.client_report.since_last_time import last_report

    last = last_report(call.since) if call.since else None
    return Wishes(_today(call.today), _frame(call.words), call.profile, call.title, last)


def _frame(path: str) -> "Frame":
    from sociable.client_report import frame

    return frame.from_file(path) if path else frame.built_in()


def _today(given: str) -> date:
    """The day that was given; else that of SOURCE_DATE_EPOCH, by which a report can be made again; else today."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        if given:
            return date.fromisoformat(given)
        return datetime.fromtimestamp(int(epoch), UTC).date() if epoch else datetime.now(UTC).date()
    except (ValueError, OverflowError, OSError):
        name, value = ("--today", given) if given else ("SOURCE_DATE_EPOCH", epoch)
        wanted = "write it as 2026-11-28" if given else "it counts the seconds since 1970"
        raise _Mistake(f"{name} is no day: {value} ({wanted})") from None


def _written(call: ReportCall, examined: "Examination", wishes: "Wishes") -> dict[str, str]:
    """The files of the report by name: a single one for everything has none."""
    from sociable.client_report import page
    from sociable.client_report.clients import per_client
    from sociable.client_report.compose import compose
    from sociable.client_report.redaction import redacted

    write = page.html if call.form == "html" else page.markdown
    if not call.clients:
        content = compose(examined, wishes)
        return {"": write(redacted(content, examined.facts) if call.redact else content, wishes.frame)}
    suffix = "html" if call.form == "html" else "md"
    contents, index = per_client(examined, wishes, call.clients, suffix)
    files = {}
    for name, (content, facts) in contents.items():
        content = redacted(content, facts) if call.redact else content
        files[name] = write(content, wishes.frame, f"index.{suffix}")
    write_index = page.index_html if call.form == "html" else page.index_markdown
    files[f"index.{suffix}"] = write_index(index, wishes.frame)
    return files


def _put(written: dict[str, str], call: ReportCall) -> int:
    if not call.output:
        sys.stdout.write(written[""])
        return CLEAN
    from sociable.files.atomic_write import replace_file

    path = call.output
    try:
        if call.clients:
            os.makedirs(path, exist_ok=True)
        for name, text in written.items():
            path = os.path.join(call.output, name) if name else call.output
            replace_file(path, text.encode("utf-8", "backslashreplace"))
    except OSError as error:
        return complain(f"{path} cannot be written: {error.strerror}")
    return CLEAN
