"""What one run found, and what it looked at to find it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from sociable.findings.coverage import Coverage
from sociable.findings.finding import Citation, Finding


class Skipped(NamedTuple):
    """A file that was looked at and left alone, with the reason."""

    path: str
    reason: str


class RuleSummary(NamedTuple):
    """What a page says of its rule, in words; ``…`` stands for what is only known of a finding.

    ``severity`` says how grave it is where, ``message``, ``why`` and ``advice`` what it tells. With ``profiles``,
    it only runs in those. ``path`` leads to the page.
    """

    name: str
    path: str
    category: str
    title: str
    people_see: str
    citations: tuple[Citation, ...]
    severity: str
    confidence: str
    profiles: tuple[str, ...]
    message: str
    why: str
    advice: str


class Report(NamedTuple):
    """Everything one run found, in file order, and what it looked at to find it.

    ``automations`` are those that are switched on, each once for each account it runs on. ``rules`` is how many rules
    were asked, ``pages`` are those of them that found something. ``coverage`` says of each file that another tool
    wrote how much of it was understood.
    """

    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    accounts: int
    automations: int
    rules: int
    pages: tuple[RuleSummary, ...] = ()
    coverage: Mapping[str, Coverage] = MappingProxyType({})
