"""Whether files are better after fixes than before and, if they are not, which of the fixes may be at fault."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from itertools import accumulate
from operator import add

from sociable.findings.finding import SEVERITIES, Finding, Member
from sociable.findings.problem import READING_RULES
from sociable.findings.report import Report
from sociable.records.record import Record
from sociable.text.source import Edit


class _Key(Record):
    """What a rule says about what: ids, or where there are none its words; ``level`` is an index of ``SEVERITIES``."""

    path: str
    rule: str
    about: tuple[str, ...]
    level: int


def suspects(before: Report, after: Report, fixes: Sequence[Finding]) -> list[tuple[int, ...]] | None:
    """For each thing that fixes have made worse those that may be at fault, as places in their row; none if nothing is.

    Worse is a finding that is not gone, one that has come or become graver. What comes to light because something
    graver had stood before it was there. Where nobody knows what is at fault, the list is empty.
    """
    was, now = _counts(_all(before)), _counts(_all(after))
    fixed = _Fixed(fixes)
    asked = Counter(_key(each, member) for each in fixes for member in each.members)
    gone = was - now
    left = (asked - gone).keys()
    come = {key._replace(level=0) for key in _without_rests(now - was, gone - asked) if not fixed.covers(key)}
    if not left and not come:
        return None
    stood = _Index(key.about for key in gone if key.level == 0)
    places = _Places(before, after, fixes)
    return _narrowest(group for key in left | come for group in fixed.nearest(key, stood) or places.nearest(key))


def _without_rests(come: Iterable[_Key], ended: Iterable[_Key]) -> Iterator[_Key]:
    """Those that are no rest of what has ended: of a loop through many automations, a smaller one may be left."""
    by_rule: dict[tuple[str, int], list[_Key]] = {}
    for key in ended:
        by_rule.setdefault((key.rule, key.level), []).append(key)
    larger = {rule: _Index(key.about for key in keys) for rule, keys in by_rule.items()}
    for key in come:
        known = larger.get((key.rule, key.level))
        if known is None or not any(known.rows[at].issuperset(key.about) for at in known.nearest(key.about)):
            yield key


def _narrowest(groups: Iterable[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """Those that hold no other one: what a few are to blame for may well be why something else is wrong around them."""
    kept: dict[int, list[set[int]]] = {}
    for group in sorted(set(groups), key=lambda each: (len(each), each)):
        among = set(group)
        if group and not any(other <= among for at in group for other in kept.get(at, ())):
            kept.setdefault(group[0], []).append(among)
    return sorted(tuple(sorted(group)) for groups in kept.values() for group in groups)


class _Index:
    """Rows of words, by what is in them."""

    def __init__(self, rows: Iterable[Iterable[str]]) -> None:
        self.rows = list(map(frozenset, rows))
        self._places: dict[str, list[int]] = {}
        for at, row in enumerate(self.rows):
            for word in row:
                self._places.setdefault(word, []).append(at)

    def holding(self, word: str) -> Sequence[int]:
        return self._places.get(word, ())

    def nearest(self, words: Collection[str]) -> tuple[int, ...]:
        """The rows that share most with others, if any shares something."""
        shared = Counter(at for word in set(words) for at in self.holding(word))
        most = max(shared.values(), default=0)
        return tuple(sorted(at for at, many in shared.items() if many == most))


class _Fixed:
    """Fixes, by what they are about."""

    def __init__(self, fixes: Sequence[Finding]) -> None:
        self._fixes = fixes
        self._about = _Index(map(_about, fixes))
        self._own: dict[_Key, list[int]] = {}
        self._reading: dict[str, list[int]] = {}
        for at, each in enumerate(fixes):
            for key in {_key(each, member) for member in each.members}:
                self._own.setdefault(key, []).append(at)
            if each.rule in READING_RULES:
                self._reading.setdefault(each.span.path, []).append(at)

    def nearest(self, key: _Key, gone: _Index) -> list[tuple[int, ...]]:
        """Those whose own finding it is, or that are about all it is about, or most, also of what had stood there."""
        if key in self._own:
            return [tuple(self._own[key])]
        near = self._about.nearest(key.about)
        if not near or not self._about.rows[near[0]].issuperset(key.about):
            before = gone.nearest(key.about)
            near = self._about.nearest({*key.about, *(word for at in before for word in gone.rows[at])})
        return [near] if near else []

    def covers(self, key: _Key) -> bool:
        """Whether one of them, as long as it was told, stood before a finding."""
        places = (*self._about.holding(key.about[0]), *self._reading.get(key.path, ()))
        return any(_covered(key, self._fixes[at], self._about.rows[at]) for at in places)


class _Places:
    """Where findings stand that have come, and what was fixed next to them."""

    def __init__(self, before: Report, after: Report, fixes: Sequence[Finding]) -> None:
        self._was, self._now = _starts(before), _starts(after)
        edits: dict[str, list[Edit]] = {}
        self._fixed: dict[str, list[tuple[int, int]]] = {}
        for at, each in enumerate(fixes):
            changed = each.fix.edits if each.fix else ()
            for edit in changed:
                edits.setdefault(edit.span.path, []).append(edit)
            for span in (*(edit.span for edit in changed), *each.hidden):
                self._fixed.setdefault(span.path, []).append((span.start, at))
        self._moved = {path: _Moved(there) for path, there in edits.items()}
        for fixed in self._fixed.values():
            fixed.sort()

    def nearest(self, key: _Key) -> Iterator[tuple[int, ...]]:
        """For each place at which a finding stands that did not stand there those that are the last before it."""
        moved = self._moved.get(key.path)
        if moved is None:
            return
        known = Counter(self._was.get(key, ()))
        for start in self._now.get(key, ()):
            was = moved.back(start)
            if not known[was]:
                yield self._last_before(key.path, was)
            known[was] -= 1

    def _last_before(self, path: str, start: int) -> tuple[int, ...]:
        fixed = self._fixed[path]
        last, _ = fixed[max(bisect_right(fixed, (start + 1,)) - 1, 0)]
        return tuple(sorted({at for _, at in fixed[bisect_left(fixed, (last,)) : bisect_left(fixed, (last + 1,))]}))


class _Moved:
    """Where what stands in a file after its edits stood before them."""

    def __init__(self, edits: Iterable[Edit]) -> None:
        edits = sorted(edits, key=lambda each: each.span[1:])
        longer = (len(each.text) - (each.span.end - each.span.start) for each in edits)
        self._shifts = list(accumulate(longer, initial=0))
        self._starts = [each.span.start for each in edits]
        self._now = list(map(add, self._starts, self._shifts))

    def back(self, now: int) -> int:
        """The place before the edits; of what an edit has written, where that edit is."""
        edits = bisect_right(self._now, now)
        was = now - self._shifts[edits]
        return max(was, self._starts[edits - 1]) if edits else was


def _starts(report: Report) -> dict[_Key, list[int]]:
    starts: dict[_Key, list[int]] = {}
    for finding in _all(report):
        for member in finding.members:
            starts.setdefault(_key(finding, member), []).append(member.span.start)
    return starts


def _about(finding: Finding) -> set[str]:
    return {*finding.subjects, *((finding.fix.change.word,) if finding.fix else ())}


def _covered(key: _Key, finding: Finding, about: Set[str]) -> bool:
    """Whether a finding, as long as it was told, stood before another one: a milder one about what it is about.

    What is not understood may be about anything in its file, and hides what is as grave as well: only another thing
    that is not understood has to be milder.
    """
    lead = SEVERITIES.index(finding.severity) - key.level
    if finding.rule in READING_RULES:
        return key.path == finding.span.path and (lead > 0 or (lead == 0 and key.rule not in READING_RULES))
    return about >= {*key.about} and (lead > 0 or (lead == 0 and key.rule in finding.also))


def _all(report: Report) -> tuple[Finding, ...]:
    """Also what is accepted: a fix must not end a finding by hiding it."""
    return (*report.findings, *report.suppressed, *report.kept)


def _counts(findings: Iterable[Finding]) -> Counter[_Key]:
    """How often which rule says how much about what: a finding counts at its own severity and at all below.

    Not by fingerprints, which hold words: with other words in it, a step is still the same one.
    """
    return Counter(
        _key(finding, member, level)
        for finding in findings
        for member in finding.members
        for level in range(SEVERITIES.index(member.severity or finding.severity) + 1)
    )


def _key(finding: Finding, member: Member, level: int = 0) -> _Key:
    return _Key(member.span.path, finding.rule, member.subjects or (finding.message,), level)
