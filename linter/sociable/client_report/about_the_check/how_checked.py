"""How it was checked, and what could not be seen."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from hashlib import sha256

from sociable.client_report.content.content_of_check import CheckedFile, Unseen
from sociable.client_report.content.content_of_report import Mark, Sentence
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.wording.frame import Frame
from sociable.facts.facts import Facts
from sociable.findings.finding import Finding
from sociable.findings.problem import READING_RULES
from sociable.findings.report import REASONS, Coverage, Report
from sociable.rulebook.page_files import PageRule
from sociable.sources.basis import basis_of
from sociable.sources.dates import is_old
from sociable.sources.library import library
from sociable.vocabulary.platforms import PLATFORMS

_MOST_CASES = 20


def checked_files(report: Report, facts: Facts, frame: Frame) -> tuple[CheckedFile, ...]:
    """Every file that was read or should have been, with what it holds and its hash."""
    accounts = Counter(each.span.path for each in facts.setup.accounts)
    automations = Counter(each.span.path for each in facts.setup.automations)
    off = Counter(each.span.path for each in facts.setup.automations if not each.enabled)
    paths = sorted({*report.files, *(each.span.path for each in _unread(report.findings))})
    return tuple(
        CheckedFile(path, _holds(accounts[path], automations[path], off[path], frame), _digest(path)) for path in paths
    )


def unseen(
    report: Report, numbering: Numbering, pages: Iterable[PageRule], today: date, frame: Frame
) -> tuple[Unseen, ...]:
    """What was not understood, not looked at, or is known from pages that may have changed since."""
    told = []
    unread = [f"{each.span.path}:{each.span.line}: {each.message}" for each in _unread(report.findings)]
    if unread:
        cases = unread[:_MOST_CASES]
        if len(unread) > len(cases):
            cases.append(frame.counted(len(unread) - len(cases), "more"))
        told.append(Unseen(frame.counted(len(unread), "unread"), tuple(cases)))
    unknown = [account.id for account in numbering.accounts if not account.known]
    if unknown:
        told.append(Unseen(frame.counted(len(unknown), "unknown"), tuple(unknown)))
    if report.skipped:
        told.append(Unseen(frame.counted(len(report.skipped), "skipped")))
    return (*told, *(Unseen(sentence) for sentence in _stale(numbering, list(pages), today, frame)))


def not_understood(coverage: Mapping[str, Coverage], files: Iterable[str], frame: Frame) -> tuple[Unseen, ...]:
    """The parts of files of other tools that nothing is known about, and why not."""
    return tuple(
        Unseen(
            frame.say("checked", "partly", file=path, tool=read.read_as, n=read.understood, all=len(read.parts)),
            tuple(
                f"{part.called}: {REASONS.get(part.reason, part.reason)}"
                for part in read.parts
                if part.outcome == _OPEN
            ),
        )
        for path in files
        if (read := coverage.get(path)) is not None and read.understood < len(read.parts)
    )


def unread_parts(coverage: Mapping[str, Coverage], files: Iterable[str]) -> dict[str, list[str]]:
    """What of each file of another tool nothing is known about, by the names of its parts."""
    return {
        path: [part.called for part in read.parts if part.outcome == _OPEN]
        for path in files
        if (read := coverage.get(path)) is not None and read.understood < len(read.parts)
    }


def unread_deeds(coverage: Mapping[str, Coverage], unread: Iterable[str]) -> dict[str, list[str]]:
    """The same of the files with ``unread`` parts without what starts something: that comes before all that follows."""
    return {
        path: [each.called for each in coverage[path].parts if each.outcome == _OPEN and each.reason != _STARTS]
        for path in unread
    }


def told_in_part(coverage: Mapping[str, Coverage], partly: Mapping[str, list[str]], frame: Frame) -> Iterator[Sentence]:
    """The same for the first page: each file with what in it nothing is known about; of many, how many more."""
    for path, parts in list(partly.items())[:_MOST_PARTLY]:
        read, words = coverage[path], frame.say("not_seen", "partly", file=path)
        of = frame.listed([f"“{each}”" for each in parts])
        said = frame.say("not_seen", "partly_said", words=words, n=read.understood, all=len(read.parts), parts=of)
        yield Sentence(said, (Mark(words, "unseen"),))
    if (left := len(partly) - _MOST_PARTLY) > 0:
        words = frame.counted(left, "further_partly")
        yield Sentence(words, (Mark(words.rstrip("."), "unseen"),))


_OPEN = "not-understood"
_STARTS = "event-not-said"
"""The reason of what starts something, where the file does not say what that is."""

_MOST_PARTLY = 3


def problems(findings: Iterable[Finding]) -> int:
    """How many places could not be read or understood."""
    return sum(1 for _ in _unread(findings))


def _unread(findings: Iterable[Finding]) -> Iterator[Finding]:
    return (finding for finding in findings if finding.rule in READING_RULES)


def _holds(accounts: int, automations: int, off: int, frame: Frame) -> str:
    counted = [
        frame.counted(count, thing) for count, thing in ((accounts, "account"), (automations, "automation")) if count
    ]
    held = frame.listed(counted) if counted else frame.say("checked", "holds_nothing")
    return f"{held} ({frame.counted(off, 'of_which_off')})" if off else held


def _digest(path: str) -> str:
    """The SHA-256 of a file; nothing if it cannot be read, or came in by standard input."""
    if not os.path.isfile(path):
        return ""
    try:
        with open(path, "rb") as file:
            return sha256(file.read()).hexdigest()
    except OSError:
        return ""


def _stale(numbering: Numbering, pages: list[PageRule], today: date, frame: Frame) -> Iterator[str]:
    """Platforms whose pages nobody has looked at for a year, or that no page cites."""
    if unheld := numbering.platforms_without_rules:
        yield frame.say("checked", "no_source", platforms=frame.listed(unheld, most=len(unheld)))
    for platform in numbering.platforms:
        title = PLATFORMS[platform].title
        seen = max((day for page in pages for day in _seen(platform, page)), default=None)
        if seen is not None and is_old(seen, today.isoformat()):
            yield frame.say("checked", "old_source", platform=title, date=frame.date(date.fromisoformat(seen)))


def _seen(platform: str, page: PageRule) -> Iterator[str]:
    """When what a page cites of this platform itself was last seen."""
    facts = library().facts
    for basis in basis_of(page.sources):
        if basis.fact and platform in facts[basis.fact].on:
            yield facts[basis.fact].seen
