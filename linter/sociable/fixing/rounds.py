"""Fixes, applied in rounds on copies of files: each round is linted once, and counts only if it makes nothing worse."""

from bisect import bisect_right, insort
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from sociable.documents.decode import decode
from sociable.findings.finding import SEVERITIES, Finding
from sociable.findings.problem import READING_RULES, REVIEW_RULES
from sociable.findings.report import Report
from sociable.records.record import Record
from sociable.text.source import Edit, Source

Look = Callable[[Mapping[str, bytes]], Report]
"""Lints files as they would be with these contents by path; fixes come with their edits."""

Read = Callable[[str], bytes]
"""Gives what a file holds. Raises ``OSError``."""

_MOST_ROUNDS = 1_000
"""What one fix makes possible the next round makes: fixes that feed each other have to end some time."""


class Fixed(Record):
    """What came of it: the report of what is left, new contents by path, the findings that were ``fixed``.

    ``before`` holds what those files held. ``more`` is how many of the findings left have a fix that was not allowed.
    """

    report: Report
    contents: Mapping[str, bytes]
    before: Mapping[str, bytes]
    fixed: tuple[Finding, ...]
    more: int


def fix_in_rounds(look: Look, read: Read, safeties: Collection[str], may_change: Callable[[str], bool]) -> Fixed:
    """Apply the fixes of these ``safeties`` in files that may change, round after round, until none is left to apply.

    A round holds the fixes that do not touch each other, first those of suppressions. If it does not end its findings,
    or brings new ones, half of it is tried, and so on: the single fix at fault is then left alone. Nothing is written.
    """
    attempt = _Attempt(look, read)
    faulty: set[str] = set()
    done: list[Finding] = []
    for _ in range(_MOST_ROUNDS):
        waiting = [
            each
            for each in attempt.report.findings
            if each.fix is not None and each.fix.safety in safeties and each.fingerprint not in faulty
        ]
        batch = list(_apart(_first(each for each in waiting if _can_be_made(each, may_change))))
        if not batch:
            break
        while not attempt.make(batch) and len(batch) > 1:
            batch = batch[: len(batch) // 2]
        if attempt.made:
            done += batch
        else:
            faulty.add(batch[0].fingerprint)
    left = attempt.report.findings
    more = sum(_is_other(each, safeties) and _can_be_made(each, may_change) for each in left)
    return Fixed(attempt.report, attempt.contents, attempt.before, tuple(done), more)


class _Attempt:
    """The files as they are by now, what is found in them, and whether the latest batch was ``made``."""

    def __init__(self, look: Look, read: Read) -> None:
        self._look = look
        self._read = read
        self.contents: dict[str, bytes] = {}
        self.before: dict[str, bytes] = {}
        self.report = look({})
        self.made = False

    def make(self, batch: Sequence[Finding]) -> bool:
        """Make all fixes of a batch, unless that makes anything worse. Says whether it did."""
        contents = dict(self.contents)
        by_source: dict[int, list[Edit]] = {}
        for edit in (edit for each in batch if each.fix for edit in each.fix.edits):
            by_source.setdefault(id(edit.span.source), []).append(edit)
        for edits in by_source.values():
            source = edits[0].span.source
            data = self._held(source)
            if data is None:
                self.made = False
                return False
            contents[source.path] = edited(data, source, edits)
        report = self._look(contents)
        self.made = _is_better(self.report, report, batch)
        if self.made:
            self.report, self.contents = report, contents
        return self.made

    def _held(self, source: Source) -> bytes | None:
        """The bytes that a text was read from; none if the file is another one by now."""
        path = source.path
        if path in self.contents:
            return self.contents[path]
        if path not in self.before:
            self.before[path] = self._read(path)
        now = decode(path, self.before[path])
        return self.before[path] if isinstance(now, Source) and now.text == source.text else None


def edited(data: bytes, source: Source, edits: Iterable[Edit]) -> bytes:
    """The bytes of a file with edits that do not touch each other; all other bytes stay as they are."""
    parts: list[bytes] = []
    at = 0
    for edit in sorted(edits, key=lambda each: each.span[1:]):
        start, end = source.byte_offset(edit.span.start), source.byte_offset(edit.span.end)
        parts += (data[at:start], edit.text.encode(source.encoded_as))
        at = end
    return b"".join((*parts, data[at:]))


def _can_be_made(finding: Finding, may_change: Callable[[str], bool]) -> bool:
    edits = finding.fix.edits if finding.fix else ()
    return bool(edits) and all(may_change(edit.span.path) for edit in edits)


def _first(findings: Iterable[Finding]) -> list[Finding]:
    """Those about suppressions, if there are any: what somebody meant to accept must not be changed beside them."""
    findings = list(findings)
    return [each for each in findings if each.rule in REVIEW_RULES] or findings


def _is_other(finding: Finding, safeties: Collection[str]) -> bool:
    return finding.fix is not None and finding.fix.safety not in safeties


def _apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Those whose edits touch no edit of one before; two that say the same to do are done by the first."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for finding in findings:
        edits = finding.fix.edits if finding.fix else ()
        if not any(_touches(taken.get(each.span.path, []), *each.span[1:]) for each in edits):
            for each in edits:
                insort(taken.setdefault(each.span.path, []), each.span[1:])
            yield finding


def _touches(taken: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    at = bisect_right(taken, (start, end))
    return (at > 0 and taken[at - 1][1] >= start) or (at < len(taken) and taken[at][0] <= end)


class _Key(Record):
    """What a rule says about what: ids, or where there are none its words; ``level`` is an index of ``SEVERITIES``."""

    path: str
    rule: str
    about: tuple[str, ...]
    level: int


def _is_better(before: Report, after: Report, batch: Sequence[Finding]) -> bool:
    """Whether what a batch is about is gone, and nothing has come or become graver that was not there.

    What comes to light because something graver had stood before it was there.
    """
    was, now = _counts(_all(before)), _counts(_all(after))
    gone = Counter(key for key in _counts(batch).elements() if key.level == 0)
    return gone <= was - now and all(any(_covered(key, each) for each in batch) for key in now - was)


def _covered(key: _Key, finding: Finding) -> bool:
    """Whether a finding, as long as it was told, stood before another one: a milder one about what it is about.

    What is not understood may be about anything in its file, and hides what is as grave as well: only another thing
    that is not understood has to be milder.
    """
    if finding.rule in READING_RULES:
        lead = SEVERITIES.index(finding.severity) - key.level
        return key.path == finding.span.path and (lead > 0 or (lead == 0 and key.rule not in READING_RULES))
    about = {*finding.subjects, *((finding.fix.change.word,) if finding.fix else ())}
    lead = SEVERITIES.index(finding.severity) - key.level
    return about.issuperset(key.about) and (lead > 0 or (lead == 0 and key.rule in finding.also))


def _all(report: Report) -> tuple[Finding, ...]:
    """Also what is accepted: a fix must not end a finding by hiding it."""
    return (*report.findings, *report.suppressed, *report.kept)


def _counts(findings: Iterable[Finding]) -> Counter[_Key]:
    """How often which rule says how much about what: a finding counts at its own severity and at all below.

    Not by fingerprints, which hold words: with other words in it, a step is still the same one.
    """
    return Counter(
        _Key(member.span.path, finding.rule, member.subjects or (finding.message,), level)
        for finding in findings
        for member in finding.members
        for level in range(SEVERITIES.index(member.severity or finding.severity) + 1)
    )
