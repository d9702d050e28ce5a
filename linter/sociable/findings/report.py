"""What one run found, and what it looked at to find it."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from sociable.findings.finding import Finding
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING, date
from sociable.text.source import Span

if TYPE_CHECKING:
    from collections.abc import Sequence
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


class Part(Record):
    """A part of a file as its tool calls it: one of ``OUTCOMES``, and one of ``REASONS`` where it needs a reason."""

    called: str
    span: Span
    outcome: str
    reason: str = ""


class Coverage(Record):
    """What became of each part of a file that can start or do something; ``read_as`` names the importer's format."""

    read_as: str = ""
    parts: tuple[Part, ...] = ()

    @property
    def understood(self) -> int:
        """How many parts leave nothing open: those that are inert or switched off belong to them."""
        return sum(part.outcome != "not-understood" for part in self.parts)


class Skipped(Record):
    """A file that was looked at and left alone, with the reason."""

    path: str
    reason: str


class InCase(Record):
    """What a rule tells in the place of another text: ``when`` says in which case, ``part`` what of, by its keyword."""

    part: str
    says: str
    when: str


class RuleSummary(Record):
    """What a page says of its rule, in words; ``…`` stands for what is only known of a finding.

    ``severity`` says how grave it is where, ``message``, ``why`` and ``advice`` what it tells. With ``profiles``,
    it only runs in those; ``preview`` is the version since which it is one. ``sources`` are the lines under
    *Sources* as the page writes them; ``path`` leads to it.
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
    preview: str = ""
    cases: tuple[InCase, ...] = ()


class Entry(Record):
    """What a baseline knows of a member of a finding; all but the ``fingerprint`` and ``severity`` is for people."""

    rule: str
    fingerprint: str
    severity: str
    subjects: tuple[str, ...]
    account: str
    file: str
    message: str


class AccountSummary(Record):
    """What the files say of an account; ``facts`` by the keys of the format, as far as they are said."""

    id: str
    platform: str
    handle: str
    client: str
    facts: Mapping[str, str]


class AutomationSummary(Record):
    """An automation on one account, in words: what starts it, and what it then does."""

    id: str
    account: str
    when: str
    does: tuple[str, ...]


class Described(Record):
    """What was judged, for those who have only the report; ``digests`` are SHA-256 of files by their paths."""

    accounts: tuple[AccountSummary, ...] = ()
    automations: tuple[AutomationSummary, ...] = ()
    digests: Mapping[str, str] = MappingProxyType({})


class Fixes(Record):
    """What fixing came to: how many findings were ``fixed``, and how many ``more`` could be by unsafe fixes."""

    fixed: int
    more: int


class Report(Record):
    """Everything one run found, in file order, and what it looked at to find it.

    ``automations`` are those that are switched on, each once for each account it runs on. ``rules`` is how many rules
    were asked, ``pages`` are those of them that found something, be it beside another. ``today`` is the day by which
    dates were judged, if the call said which. ``coverage`` says of each file that another tool wrote how much of it
    was understood.

    ``findings`` are those that are to be told. ``suppressed`` are those that somebody accepted, ``kept`` those that a
    baseline holds, ``stale`` what a baseline holds and nothing finds any more. ``failing`` is how many of the findings
    are as grave as makes a check fail. ``faults`` are mistakes of ours: each names what failed, a rule, a rehearsal or
    an importer, and where. ``configured_by`` are the files whose settings counted; ``remarks`` are sentences about the
    call itself. ``described`` makes what it says of accounts and automations, for the formats that hold it. ``fixes``
    says what was fixed, if somebody asked for that.
    """

    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    skipped: tuple[Skipped, ...]
    accounts: int
    automations: int
    rules: int
    pages: tuple[RuleSummary, ...] = ()
    today: date | None = None
    coverage: Mapping[str, Coverage] = MappingProxyType({})
    suppressed: tuple[Finding, ...] = ()
    kept: tuple[Finding, ...] = ()
    stale: tuple[Entry, ...] = ()
    failing: int = 0
    faults: tuple[str, ...] = ()
    configured_by: tuple[str, ...] = ()
    profile: str = ""
    described: Callable[[], Described] = Described
    remarks: tuple[str, ...] = ()
    fixes: Fixes | None = None

    def pages_by_name(self) -> dict[str, RuleSummary]:
        """The pages of the rules that found something."""
        return {page.name: page for page in self.pages}


def combined(reports: "Sequence[Report]") -> Report:
    """The reports of several projects as one."""
    if len(reports) == 1:
        return reports[0]
    pages = {page.name: page for each in reports for page in each.pages}
    return Report(
        findings=tuple(sorted((finding for each in reports for finding in each.findings), key=_place)),
        files=tuple(sorted(file for each in reports for file in each.files)),
        skipped=tuple(sorted(skipped for each in reports for skipped in each.skipped)),
        accounts=sum(each.accounts for each in reports),
        automations=sum(each.automations for each in reports),
        rules=max(each.rules for each in reports),
        pages=tuple(pages.values()),
        today=reports[0].today,
        suppressed=tuple(sorted((finding for each in reports for finding in each.suppressed), key=_place)),
        kept=tuple(sorted((finding for each in reports for finding in each.kept), key=_place)),
        stale=tuple(entry for each in reports for entry in each.stale),
        failing=sum(each.failing for each in reports),
        coverage={path: coverage for each in reports for path, coverage in each.coverage.items()},
        configured_by=tuple(dict.fromkeys(path for each in reports for path in each.configured_by)),
        remarks=tuple(dict.fromkeys(remark for each in reports for remark in each.remarks)),
        faults=tuple(dict.fromkeys(fault for each in reports for fault in each.faults)),
        profile=reports[0].profile,
        described=lambda: _together([each.described() for each in reports]),
    )


def _together(each: "Sequence[Described]") -> Described:
    return Described(
        tuple(account for one in each for account in one.accounts),
        tuple(automation for one in each for automation in one.automations),
        {path: digest for one in each for path, digest in one.digests.items()},
    )


def _place(finding: Finding) -> tuple[str, int, str, str]:
    return finding.span.path, finding.span.start, finding.rule, finding.fingerprint
