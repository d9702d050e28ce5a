"""`sociable check --fix` and `--diff`: files are read, fixed on copies, and then written or shown."""

import os
import sys

from sociable.cli.console import CLEAN, FOUND, NOTHING, BadCall, complain, quiet_pipe, tell, writing
from sociable.cli.output_files import refuse_input, write_text
from sociable.config.finder import Finder
from sociable.files.atomic_write import write_file
from sociable.files.contents import absolute, is_or_is_below, read_contents, shown, working_folder
from sociable.findings.report import Fixes, Report
from sociable.fixing.rounds import Fixed, fix_in_rounds
from sociable.fixing.unified_diff import diff_of
from sociable.output.text_report import fixes_words
from sociable.pipeline import Request, changed, check
from sociable.records.record import Record
from sociable.text.safe import acts, defused, visible
from sociable.text.secret_patterns import hidden
from sociable.text.wording import counted


class FixCall(Record):
    """What was asked for: to write what safe fixes come to, or also unsafe ones, or to show it in ``output``."""

    fix: bool
    unsafe_fixes: bool
    diff: bool
    output: str


def fix_files(request: Request, call: FixCall) -> Report:
    """Write what fixes come to, each file whole or not at all, and report what is left. Raises ``BadCall``."""
    if not call.fix:
        raise BadCall("`--unsafe-fixes` says which fixes count: write `--fix` or `--diff` beside it")
    if request.stdin is not None:
        raise BadCall("`--fix` writes into files, and standard input is none: `--diff` shows what it would change")
    found = _fixed(request, call)
    for path, data in found.contents.items():
        with writing(path):
            if read_contents(path).data != found.before[path]:
                raise BadCall(f"{path} has changed in the meantime, so nothing was written to it: try again")
            write_file(path, data)
    return found.report._replace(fixes=Fixes(len(found.fixed), found.more))


def show_diff(request: Request, call: FixCall) -> int:
    """Write a diff of what `--fix` would change, and change nothing. Raises ``BadCall``."""
    if call.fix:
        raise BadCall("`--diff` shows what `--fix` would change: choose one of them")
    found = _fixed(request, call)
    if call.output:
        refuse_input((call.output,), request.paths, (*found.before, *found.report.files))
    text = "".join(diff_of(found.before, found.contents))
    if call.output:
        write_text(call.output, text)
    else:
        with quiet_pipe():
            sys.stdout.write(_harmless(text, "".join(diff_of(found.before, found.contents, hidden))))
            sys.stdout.flush()
    report = found.report
    left = f"{fixes_words(Fixes(len(found.fixed), found.more))}, {counted(len(report.findings), 'finding')} left"
    tell([f"sociable: {left} if this were applied"], CLEAN)
    if not report.files and not report.findings:
        return NOTHING
    return FOUND if text else CLEAN


def _harmless(diff: str, without_keys: str) -> str:
    """A diff that may stand on a terminal or in the log of a build: the patch itself, if nothing in it acts there."""
    lines = without_keys.split("\n")
    if not sys.stdout.isatty():
        if diff == without_keys and not any(acts(line.removesuffix("\r")) for line in lines):
            return diff
        complain(
            "these files hold signs that a terminal or a build server would obey, or a key. Here they are written out, "
            "so this is no patch: `--output FILE` writes one."
        )
    return "\n".join(defused(visible(line.removesuffix("\r"))) for line in lines)


def _fixed(request: Request, call: FixCall) -> Fixed:
    request = request._replace(edits=True)
    allowed = _Allowed(request)
    safeties = ("safe", "unsafe") if call.unsafe_fixes else ("safe",)
    found = fix_in_rounds(lambda instead: check(request._replace(instead=instead)), allowed.read, safeties, allowed)
    if allowed.refused:
        complain(*(f"{path} is left as it is: {why}" for path, why in sorted(allowed.refused.items())))
    return found


class _Allowed:
    """Which files may be changed: those that were asked about, and a link only where its own name was given."""

    def __init__(self, request: Request) -> None:
        self._stdin = request.stdin
        self._named = {absolute(path) for path in request.paths}
        self._only = self._named if request.project is not None else None
        if request.since:
            self._only = self._named.union(map(absolute, changed(request)))
        self._finder = Finder(request.paths, request.config, request.isolated)
        self._known: dict[str, bool] = {}
        self.refused: dict[str, str] = {}

    def __call__(self, path: str) -> bool:
        if path not in self._known:
            why = self._why_not(path)
            if why:
                self.refused[path] = why
            self._known[path] = not why and self._is_asked_about(path)
        return self._known[path]

    def read(self, path: str) -> bytes:
        """What a file holds. Raises ``OSError``."""
        return self._stdin[1] if self._stdin is not None and self._is_stdin(path) else read_contents(path).data

    def _is_stdin(self, path: str) -> bool:
        return self._stdin is not None and path == shown(self._stdin[0])

    def _is_asked_about(self, path: str) -> bool:
        return self._only is None or any(is_or_is_below(absolute(path), top) for top in self._only)

    def _why_not(self, path: str) -> str:
        if not os.path.lexists(path) and not self._is_stdin(path):
            return "its name cannot be written as text, so it is known by another one here; rename it first"
        if not os.path.islink(path):
            return ""
        target = os.path.realpath(path)
        if absolute(path) not in self._named:
            return f"it is a link to {visible(target)}; name it to change that file"
        configurations = self._finder.configurations
        project = configurations.of(path).folder if configurations is not None else working_folder()
        if not is_or_is_below(target, os.path.realpath(project)):
            return f"it is a link to {visible(target)}, which is outside of this project"
        return ""
