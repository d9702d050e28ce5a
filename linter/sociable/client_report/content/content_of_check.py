"""What a report says of the check that it tells of: when, of which files, what it did not see, what is new."""

from sociable.records.record import Record


class CheckedFile(Record):
    """A file, what it holds, and its SHA-256 in hexadecimal digits; empty where it could not be read again."""

    path: str
    holds: str
    digest: str


class Unseen(Record):
    """What could not be seen: a sentence, and the cases."""

    sentence: str
    cases: tuple[str, ...] = ()


class Gone(Record):
    """A finding of the last report that is no longer there."""

    severity: str
    message: str
    place: str


class Since(Record):
    """What changed since the last report, of which ``date`` may be empty, by numbers of findings.

    ``accepted`` is what somebody has accepted since, ``reopened`` what nobody accepts any more. ``by_baseline``
    says that it is compared with a baseline instead. So many are gone only because what did them is ``at_rest``.
    """

    date: str
    new: tuple[int, ...]
    kept: tuple[int, ...]
    worse: tuple[int, ...]
    better: tuple[int, ...]
    accepted: tuple[int, ...]
    reopened: tuple[int, ...]
    gone: tuple[Gone, ...]
    by_baseline: bool = False
    at_rest: int = 0


class Stamp(Record):
    """When and with what was checked."""

    date: str
    version: str
    profile: str
    rules: int


class Number(Record):
    """Something that is counted, in words, and where what it counts stands; no anchor for nothing.

    ``severity`` is that of findings.
    """

    amount: int
    words: str
    anchor: str
    severity: str = ""


class Counted(Record):
    """Findings that are counted together, in ``words``, and where they stand; by its ``key`` what is a whole kind.

    Where nothing else holds just these, they are ``listed`` there by their numbers.
    """

    key: str
    words: str
    numbers: tuple[int, ...]
    anchor: str
    listed: bool
