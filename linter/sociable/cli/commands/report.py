"""`sociable report`."""

import os
import sys
from datetime import UTC, date, datetime

from sociable.cli.chosen_day import chosen_day
from sociable.cli.console import CLEAN, BadCall, NothingToDo, complain, complain_of_faults
from sociable.cli.extras import extra
from sociable.cli.output_files import have_folder, refuse_input, write_text
from sociable.errors import OurFault
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sociable.client_report.compose import Wishes
    from sociable.client_report.pages.page_templates import Finished
    from sociable.pipeline import Examination, Request


_ENDINGS = {".html": "html", ".htm": "html", ".md": "markdown", ".pdf": "pdf", ".docx": "docx"}
_BY_BROWSER = "name a file that ends in .html; a browser prints it as PDF, and word processors open it"
_INSTEAD = {
    "html": "add `--format html`, or name a file that ends in .md",
    "markdown": "add `--format markdown`, or name a file that ends in .html",
    "pdf": _BY_BROWSER,
    "docx": _BY_BROWSER,
}


class ReportCall(Record):
    """What `sociable report` was asked for. ``clients``: nothing, `folders`, or a file that says whose."""

    paths: tuple[str, ...]
    output: str
    form: str
    title: str
    profile: str | None
    own_rules: tuple[str, ...]
    preview: bool
    redact: bool
    since: str
    clients: str
    today: str
    words: str


def run(call: ReportCall) -> int:
    """Check, put the report together, and write it where it is wanted."""
    from sociable.pipeline import Request

    with extra("report", "a report"):
        import jinja2  # noqa: F401 - asked for here, so that its absence is told before anything else is done

    if call.clients and not call.output:
        raise BadCall("--clients writes a file for each client: name a folder for them with --output")
    form = "" if call.clients else _ENDINGS.get(os.path.splitext(call.output)[1].lower(), "")
    if form and form != call.form:
        raise BadCall(f"{call.output} would hold {call.form}: {_INSTEAD[form]}")
    if call.clients and os.path.lexists(call.output) and not os.path.isdir(call.output):
        raise BadCall(f"{call.output} is a file: --clients writes several, so name a folder with --output")
    today = chosen_day(call.today) or datetime.now(UTC).date()
    # A baseline is kept by whoever builds; whoever reviews has to see what it holds.
    request = Request(
        call.paths,
        profile=call.profile,
        rules=call.own_rules or None,
        today=today,
        preview=call.preview or None,
        baseline="",
    )
    wishes = _wishes(call, today)
    examined = _examined(call, request)
    if not examined.report.files and not examined.report.findings:
        raise NothingToDo("there is nothing to report on: no automation files found")
    faults = list(examined.report.faults)
    _put(_written(call, examined, wishes, faults), call, examined)
    _tell_of_clients(call, examined)
    return complain_of_faults(dict.fromkeys(faults)) if faults else CLEAN


def _examined(call: ReportCall, request: "Request") -> "Examination":
    """What is found, once it is known whose each account is where that is asked for."""
    from sociable.client_report.clients.accounts_apart import accounts_apart
    from sociable.client_report.names.names_by_place import with_names_set_apart
    from sociable.pipeline import examine

    redacted = with_names_set_apart if call.redact else None
    examined = examine(request, changed=redacted)
    apart = accounts_apart(examined, call.clients) if call.clients else None
    if apart is None:
        return examined
    return examine(request, changed=(lambda setup: apart(redacted(setup))) if redacted else apart)


def _wishes(call: ReportCall, today: date) -> "Wishes":
    from sociable.client_report.about_the_check.since_last_time import last_report
    from sociable.client_report.compose import Wishes
    from sociable.client_report.wording import frame

    words = frame.from_file(call.words) if call.words else frame.built_in()
    last = last_report(call.since) if call.since else None
    return Wishes(today, words, title=call.title, last=last)


def _written(call: ReportCall, examined: "Examination", wishes: "Wishes", faults: list[str]) -> dict[str, str]:
    """The files of the report by name: a single one for everything has none. What failed is noted in ``faults``."""
    from sociable.client_report.clients.per_client import per_client
    from sociable.client_report.compose import compose
    from sociable.client_report.names.redaction import Redaction
    from sociable.client_report.pages.page_templates import Finished
    from sociable.output.formats import formats_of

    redaction = Redaction(examined, wishes.frame) if call.redact else None
    if not call.clients:
        content = compose(examined, wishes)
        faults += content.faults
        content = redaction.of(content) if redaction else content
        return _pages({"": Finished(content, wishes.frame)}, call, faults)
    suffix = formats_of("client report")[call.form].ending
    reports, index = per_client(examined, wishes, call.clients, suffix, faults)
    faults += (fault for each in reports.values() for fault in each.content.faults)
    contents = {name: each.content for name, each in reports.items()}
    if redaction:
        contents, index = redaction.of_clients(contents, index, suffix)
    pages = {name: Finished(each, wishes.frame) for name, each in contents.items()}
    pages[f"index.{suffix}"] = Finished(index, wishes.frame)
    return _pages(pages, call, faults)


def _pages(finished: "Mapping[str, Finished]", call: ReportCall, faults: list[str]) -> dict[str, str]:
    """Each page as a text; of one that fails is noted in ``faults``. Raises ``OurFault`` if none is left."""
    from sociable.output.formats import written_in_part

    pages = {}
    for name, each in finished.items():
        try:
            pages[name], failed = written_in_part("client report", each, call.form)
        except OurFault as fault:
            failed = (str(fault),)
        faults += (f"{name}: {each}" if name else each for each in failed)
    if not pages:
        raise OurFault(faults[0])
    return pages


def _tell_of_clients(call: ReportCall, examined: "Examination") -> None:
    """Say where one report tells of several clients: what one of them has to change is no matter of another."""
    from sociable.client_report.clients.whose_accounts import FOLDERS, in_one_place, seem_to_be_several

    if not call.clients and seem_to_be_several(examined.facts):
        complain("this report shows accounts that seem to belong to several clients; --clients makes one for each")
    if call.clients == FOLDERS and (place := in_one_place(examined)):
        complain(
            f"{place} holds all accounts and what runs on them, so folders tell no clients apart and there is one "
            "report. Write `client: …` beside each account, or name a file with a table [clients] (sociable report "
            "--help)"
        )


def _put(pages: dict[str, str], call: ReportCall, examined: "Examination") -> None:
    if not call.output:
        sys.stdout.write(pages[""])
        return
    read = (*examined.report.files, *(each.span.path for each in examined.report.findings))
    if call.clients:
        have_folder(call.output)
    files = {os.path.join(call.output, name) if name else call.output: text for name, text in pages.items()}
    refuse_input(files, call.paths, read)
    for path, text in files.items():
        write_text(path, text)
