"""`sociable diff`."""

import os
import sys
from collections.abc import Callable, Iterable, Sequence

from sociable.cli.chosen_day import chosen_day
from sociable.cli.console import (
    CLEAN,
    DEFAULT_WIDTH,
    FOUND,
    BadCall,
    NothingToDo,
    complain_of_faults,
    quiet_pipe,
    style_for,
)
from sociable.cli.output_files import refuse_input, write_text
from sociable.errors import NoSuchPath
from sociable.files.contents import absolute, is_or_is_below, shown
from sociable.findings.report import RuleSummary
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING
from sociable.text.style import Style

if TYPE_CHECKING:
    from sociable.pipeline import Examination, Request
    from sociable.review.compare import Comparison


class DiffCall(Record):
    """What `sociable diff` was asked for."""

    paths: tuple[str, ...]
    since: str
    form: str
    output: str
    profile: str | None
    own_rules: tuple[str, ...]
    preview: bool
    config: str
    isolated: bool
    today: str
    color: str


class Sides(Record):
    """The paths of both states, two folders that correspond, and what a path of the old state is called for people."""

    old: tuple[str, ...]
    new: tuple[str, ...]
    like: tuple[str, str]
    called: Callable[[str], str]


def run(call: DiffCall) -> int:
    """Judge both states alike, and write what is different."""
    sides = _since(call.since, call.paths or (".",)) if call.since else _two(call.paths)
    before, now = _judged(sides, call)
    files = [file for each in (*before, *now) for file in each.report.files]
    if not files and not any(each.project.problems for each in (*before, *now)):
        raise NothingToDo("no automation files found, neither before nor now")
    if call.output:
        refuse_input((call.output,), call.paths, files)
    changes = _compared(before, now, sides.called)
    faults = [*_write(changes, call), *(fault for each in (*before, *now) for fault in each.report.faults)]
    if faults:
        return complain_of_faults(dict.fromkeys(faults))
    return FOUND if changes else CLEAN


def _two(paths: tuple[str, ...]) -> Sides:
    if len(paths) != 2:
        raise BadCall("name two files or folders, as it was and as it is; or one commit: `sociable diff --since main`")
    from sociable.config.finder import folders_of

    old, new = paths
    for path in paths:
        if not os.path.lexists(path):
            raise NoSuchPath(f"there is no file or folder `{path}`")
    before, now = folders_of(paths)
    return Sides((old,), (new,), (before, now), lambda path: path)


def _since(revision: str, paths: tuple[str, ...]) -> Sides:
    """The files of a commit beside those that are here; a path may be in one of both only."""
    from sociable.config.counterparts import counterpart
    from sociable.files.git_revision import checked_out, top_of

    top = top_of(_nearest_folder(paths[0]))
    copy = checked_out(revision, top)
    real = [os.path.join(os.path.realpath(os.path.dirname(absolute(each))), _name(each)) for each in paths]
    for path, whole in zip(paths, real, strict=True):
        if not is_or_is_below(whole, top):
            raise BadCall(f"`{path}` is not in the same checkout of git as `{paths[0]}`")
    before, back = counterpart(top, copy), counterpart(copy, top)
    old = tuple(there for each in real if os.path.lexists(there := before(each)))
    new = tuple(path for path in paths if os.path.lexists(path))
    for path, whole in zip(paths, real, strict=True):
        if path not in new and before(whole) not in old:
            raise NoSuchPath(f"there is no file or folder `{path}`, neither here nor in {revision}")
    return Sides(old, new, (copy, top), lambda path: shown(back(path)))


def _name(path: str) -> str:
    return os.path.basename(absolute(path))


def _nearest_folder(path: str) -> str:
    """The folder that a path is, or would lie in if it still were there."""
    path = absolute(path)
    while not os.path.isdir(path):
        path = os.path.dirname(path)
    return path


def _judged(sides: Sides, call: DiffCall) -> "tuple[list[Examination], list[Examination]]":
    from sociable.pipeline import Request, checked

    request = Request(
        (),
        profile=call.profile,
        rules=call.own_rules or None,
        preview=call.preview or None,
        today=chosen_day(call.today),
        config=call.config,
        isolated=call.isolated,
        baseline="",
    )

    def judged(paths: tuple[str, ...], request: "Request") -> "list[Examination]":
        return checked(request._replace(paths=paths)) if paths else []

    return judged(sides.old, request._replace(like=sides.like)), judged(sides.new, request)


def _compared(
    before: "Sequence[Examination]", now: "Sequence[Examination]", called: Callable[[str], str]
) -> "Comparison":
    """What changes for people: what somebody has accepted, they meet all the same."""
    from sociable.review.compare import comparison, entries_of

    entries = [
        entry._replace(file=called(entry.file))
        for each in before
        for entry in entries_of((*each.report.findings, *each.report.suppressed))
    ]
    found = [finding for each in now for finding in (*each.report.findings, *each.report.suppressed)]
    unread = (_unread(before), _unread(now))
    return comparison(entries, found)._replace(
        unread=unread, pages=_pages(now), today=now[0].report.today if now else None
    )


def _unread(examined: "Iterable[Examination]") -> int:
    return sum(len(each.project.problems) for each in examined)


def _pages(examined: "Iterable[Examination]") -> tuple[RuleSummary, ...]:
    return tuple({page.name: page for each in examined for page in each.report.pages}.values())


def _write(changes: "Comparison", call: DiffCall) -> tuple[str, ...]:
    """Returns what failed of ours."""
    from sociable.output.formats import write, written_in_part

    faults: tuple[str, ...] = ()
    if not call.output:
        with quiet_pipe():
            faults = write("changes", changes, sys.stdout, call.form, style_for(sys.stdout, colour=call.color))
            sys.stdout.flush()
        return faults
    text, faults = written_in_part(
        "changes", changes, call.form, Style(width=DEFAULT_WIDTH, colour=call.color == "always")
    )
    write_text(call.output, text)
    return faults
