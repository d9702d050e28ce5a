"""`sociable rules test`."""

import os
import sys

from sociable.cli.console import CLEAN, FOUND
from sociable.files import package_data
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING
from sociable.rulebook.page_files import own_page_paths
from sociable.text.safe import one_line
from sociable.text.wording import counted

if TYPE_CHECKING:
    from sociable.authoring.page_tests import PageResult


class RulesTestCall(Record):
    """What `sociable rules test` was asked for. Without folders: the built-in rules."""

    folders: tuple[str, ...]


def run(call: RulesTestCall) -> int:
    """Run the tests of each folder's pages; the exit code says whether all passed."""
    from sociable.authoring.page_tests import PageResult, beside_own, page_results

    built_in = package_data.folder("rules")
    results: list[PageResult] = []
    beside = None
    for folder in call.folders or (built_in,):
        own_page_paths(folder)
        if not os.path.samefile(folder, built_in):
            beside = beside or beside_own(built_in)
        for result in page_results(folder, None if os.path.samefile(folder, built_in) else beside):
            results.append(result)
            sys.stdout.write(_told(result))
    failed = sum(bool(result.failures) for result in results)
    sys.stdout.write(f"{counted(len(results), 'page')}, {failed} failed\n")
    return FOUND if failed else CLEAN


def _told(result: "PageResult") -> str:
    """How a page did, and below it what is wrong with it."""
    from sociable.rulebook.pages import UNFINISHED

    unfinished = all(failure.rule == UNFINISHED for failure in result.failures)
    mark = "ok" if not result.failures else "UNFINISHED" if unfinished else "FAILED"
    needed, clauses = result.clauses
    known = f", {counted(result.gaps, 'known gap')}" if result.gaps else ""
    ran = f"{counted(result.examples, 'example')}, {needed} of {counted(clauses, 'clause')} needed{known}"
    lines = [f"{result.name}: {mark} ({ran})"]
    for failure in result.failures:
        where = f"{os.path.relpath(failure.span.path)}:{failure.span.line}:{failure.span.column}"
        lines.append(f"{where}: {failure.message}. {failure.advice}".rstrip())
    return "\n  ".join(map(one_line, lines)) + "\n"
