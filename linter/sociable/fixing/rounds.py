"""Fixes, applied in rounds on copies of files: each round is linted once, and counts only if it makes nothing worse."""

from bisect import bisect_right, insort
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from sociable.documents.decode import decode
from sociable.findings.finding import Finding, Fix
from sociable.findings.problem import REVIEW_RULES
from sociable.findings.report import Report
from sociable.fixing.blame import suspects
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
    or brings new ones, the others are made before those to blame are tried again: see ``_Trial``. Nothing is written.
    """
    attempt = _Attempt(look, read)
    trial = _Trial()
    done: list[Finding] = []
    for _ in range(_MOST_ROUNDS):
        waiting = [each for each in attempt.report.findings if each.fix is not None and each.fix.safety in safeties]
        made = trial.make(attempt, [each for each in waiting if _can_be_made(each, may_change)])
        if not made:
            break
        done += made
    left = attempt.report.findings
    more = sum(_is_other(each, safeties) and _can_be_made(each, may_change) for each in left)
    return Fixed(attempt.report, attempt.contents, attempt.before, tuple(done), more)


class _Trial:
    """Which fixes are tried at once: all, without those that are ``_faulty``, and those that are ``_held`` until later.

    Held is what a failed batch is to be blamed on, while there is anything else. What is to be blamed again when only
    such are tried is faulty if nothing else can be to blame; of fixes that share a blame half is tried first. So
    faults in different places are found at once, and only where nothing is known of them one after the other.
    """

    def __init__(self) -> None:
        self._faulty: set[str] = set()
        self._held: set[str] = set()

    def make(self, attempt: "_Attempt", waiting: Sequence[Finding]) -> list[Finding]:
        """Try one batch after the other, each without what was to blame for the one before, until one is made."""
        again = False
        while batch := self._batch(waiting):
            blamed = attempt.make(batch)
            if blamed is None:
                return batch
            self._hold(batch, blamed or [tuple(range(len(batch)))], again)
            again = True
        return []

    def _batch(self, waiting: Sequence[Finding]) -> list[Finding]:
        batch = list(_apart(_first(each for each in waiting if each.fingerprint not in self._faulty)))
        free = [each for each in batch if each.fingerprint not in self._held]
        if not free:
            self._held.clear()
        return free or batch

    def _hold(self, batch: Sequence[Finding], suspects: Sequence[tuple[int, ...]], again: bool) -> None:
        blamed = {at for group in suspects for at in group}
        rest = [at for at in range(len(batch)) if at not in blamed]
        if rest:
            later = [*blamed, *(_second_half(rest) if again else ())]
        else:
            later = [at for group in suspects for at in _second_half(group)]
            self._faulty.update(batch[group[0]].fingerprint for group in suspects if len(group) == 1)
        self._held.update(batch[at].fingerprint for at in later)
        if self._held.issuperset(each.fingerprint for each in batch):  # several that look the same: no half is left
            self._faulty.add(batch[0].fingerprint)


def _second_half(places: Sequence[int]) -> Sequence[int]:
    return places[(len(places) + 1) // 2 :]


class _Attempt:
    """The files as they are by now, and what is found in them."""

    def __init__(self, look: Look, read: Read) -> None:
        self._look = look
        self._read = read
        self.contents: dict[str, bytes] = {}
        self.before: dict[str, bytes] = {}
        self.report = look({})

    def make(self, batch: Sequence[Finding]) -> list[tuple[int, ...]] | None:
        """Make all fixes of a batch, unless that makes anything worse: then these are the ``suspects``."""
        contents = dict(self.contents)
        by_source: dict[int, list[Edit]] = {}
        for edit in (edit for each in batch if each.fix for edit in each.fix.edits):
            by_source.setdefault(id(edit.span.source), []).append(edit)
        for edits in by_source.values():
            source = edits[0].span.source
            data = self._held(source)
            if data is None:
                return [(at,) for at, each in enumerate(batch) if each.fix and _is_in(source, each.fix)]
            contents[source.path] = edited(data, source, edits)
        report = self._look(contents)
        blamed = suspects(self.report, report, batch)
        if blamed is None:
            self.report, self.contents = report, contents
        return blamed

    def _held(self, source: Source) -> bytes | None:
        """The bytes that a text was read from; none if the file is another one by now."""
        path = source.path
        if path in self.contents:
            return self.contents[path]
        if path not in self.before:
            self.before[path] = self._read(path)
        now = decode(path, self.before[path])
        return self.before[path] if isinstance(now, Source) and now.text == source.text else None


def _is_in(source: Source, fix: Fix) -> bool:
    return any(edit.span.source is source for edit in fix.edits)


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
