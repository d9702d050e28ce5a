"""What one run found, and what it looked at to find it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from sociable.findings.finding import Finding
from sociable.text.source import Span

if TYPE_CHECKING:
    from datetime import date


OUTCOMES = {
    "understood": "what it starts or does is known",
    "inert": "it neither starts anything nor reaches anybody",
    "off": "it is switched off there",
    "not-understood": "what it starts or does is not known, for a reason",
}

REASONS = {
    "unknown-node": "there is no row for this kind of node",
    "unknown-operation": "the node is known, but not what it is told to do",
    "unknown-address": "nothing is known about the address it calls",
    "computed-address": "the address is only known when it runs",
    "parameters-missing": "the export has lost what stood in it",
    "made-in-code": "a program in it decides",
    "chosen-by-model": "a language model decides",
    "audience-not-said": "it does not say whom it reaches",
    "sub-workflow-not-here": "it runs a workflow that is not among the files",
    "event-not-said": "it does not say what starts it",
}
"""Why a part was not understood: a closed list, so that counts can be compared."""


class Part(NamedTuple):
    """A part of a file as its tool calls it: one of ``OUTCOMES``, and one of ``REASONS`` where it needs a reason."""

    called: str
    span: Span
    outcome: str
    reason: str = ""


class Coverage(NamedTuple):
    """What became of each part of a file that can start or do something; ``read_as`` names the importer's format."""

    read_as: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def understood(self) -> int:
        """How many parts leave nothing open: those that are inert or switched off belong to them."""
        return sum(part.outcome != "not-understood" for part in self.parts)


class Skipped(NamedTuple):
    """A file that was looked at and left alone, with the reason."""

    path: str
    reason: str


class RuleSummary(NamedTuple):
    """What a page says of its rule, in words; ``…`` stands for what is only known of a finding.

    ``severity`` says how grave it is where, ``message``, ``why`` and ``advice`` what it tells. With ``profiles``,
    it only runs in those. ``sources`` are the lines under *Sources* as the page writes them; ``path`` leads to it.
    """

    name: str
    path: str
    category: str
    title: str
    people_see: str
    sources: tuple[str, ...]
    severity: str
    confidence: str
    profiles: tuple[str, ...]
    message: str
    why: str
    advice: str


class Report(NamedTuple):
    """Everything one run found, in file order, and what it looked at to find it.

    ``automations`` are those that are switched on, each once for each account it runs on. ``rules`` is how many rules
    were asked, ``pages`` are those of them that found something. ``today`` is the day by which dates were judged, if
    the call said which. ``coverage`` says of each file that another tool wrote how much of it was understood.
    ``faults`` are mistakes of ours: each names what failed, a rule, a rehearsal or an importer, and where.
    """

    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    accounts: int
    automations: int
    rules: int
    pages: tuple[RuleSummary, ...] = ()
    today: "date | None" = None
    coverage: Mapping[str, Coverage] = MappingProxyType({})
    faults: tuple[str, ...] = ()
