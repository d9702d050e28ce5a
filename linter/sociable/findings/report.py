"""What one run found, and what it looked at to find it."""

from typing import TYPE_CHECKING, NamedTuple

from sociable.findings.finding import Finding

if TYPE_CHECKING:
    from sociable.rulebook.page_files import PageRule


class Skipped(NamedTuple):
    """A file that was looked at and left alone, with the reason."""

    path: str
    reason: str


class Report(NamedTuple):
    """Everything one run found, in file order, and what it looked at to find it.

    ``automations`` are those that are switched on, each once for each account it runs on. ``rules`` is how many rules
    were asked, ``pages`` are those of them that found something. ``today``, as ``2026-11-28``, is the day from which
    the age of sources counts; without it none is old.
    """

    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    accounts: int
    automations: int
    rules: int
    pages: "tuple[PageRule, ...]" = ()
    today: str = ""
