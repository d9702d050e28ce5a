"""Suppressions where people wrote them: in comments, and in the configuration for what holds no comments."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from sociable.config.config_keys import SuppressEntry
from sociable.config.effective import Configuration
from sociable.documents.document import Comment, Document
from sociable.documents.nodes import Sequence
from sociable.files.contents import absolute, shown
from sociable.findings.finding import Change, Finding, Member
from sociable.findings.problem import Problem
from sociable.readers.automation_file.marker import TO_US, may_suppress
from sociable.readers.fragment import Note
from sociable.records.record import Record
from sociable.records.static import TYPE_CHECKING
from sociable.review.suppression_grammar import Directive, Mistake, body, parse, with_body
from sociable.rulebook.former_names import FormerNames, of_today
from sociable.text.source import Source, Span

if TYPE_CHECKING:
    from sociable.files.gitignore import Ignored

_MARKER_LINE = r"""[\s{]*["']?sociable["']?\s*:"""
_BEFORE_CONTENT = r"(?m)(?:\s|#[^\r\n]*|^---.*$|^%.*$)*+"
_LONGEST = 2000
"""Characters of a comment that are compared with what was agreed."""

WHOLE_FILE = 0
"""Instead of the number of a line."""


class Placed(Record):
    """A suppression and where it counts: at a ``line`` or in all of a file, for an ``entry``, or ``within`` a part.

    ``says`` names rules as they are called now, ``written`` as they are called there. ``own`` is false for what stands
    in a configuration that others extend as well.
    """

    says: Directive
    span: Span
    line: int = WHOLE_FILE
    entry: SuppressEntry | None = None
    within: Span | None = None
    written: tuple[str, ...] = ()
    own: bool = True

    @property
    def where(self) -> str:
        """For people."""
        if self.entry is not None:
            named = zip(("file", "automation", "account", "node"), self.entry[1:5], strict=True)
            return ", ".join(f"{what} {value}" for what, value in named if value)
        line = self.line if self.within is None else self.span.line
        return f"{self.span.path}:{line}" if line else self.span.path


def in_comments(
    sources: Iterable[Source],
    documents: Mapping[str, Document],
    former: FormerNames,
    trusted: Callable[[str], str] | None = None,
) -> tuple[list[Placed], list[Problem]]:
    """The suppressions in files, and what reads like one and is none.

    ``trusted`` gives the text of a file as somebody trusts it: what does not stand there does not count.
    """
    placed: list[Placed] = []
    problems: list[Problem] = []
    for source in sources:
        if not may_suppress(source.text):
            continue
        lines = _Lines(source)
        agreed = None if trusted is None else set(_to_us(trusted(source.path)))
        for comment in documents[source.path].comments:
            text = comment.span.text
            read = _read(text, is_agreed=agreed is None or not agreed.isdisjoint(_to_us(text)))
            if isinstance(read, Mistake):
                change = Change("replace", "comment", "", with_body(text, read.becomes)) if read.becomes else None
                problems.append(Problem(read.rule, comment.span, read.message, read.advice, change, read.is_guess))
            elif read is not None:
                placed.append(_placed(read, comment.span, former)._replace(line=lines.of(comment)))
    return placed, problems


def in_notes(
    notes: Iterable[Note], former: FormerNames, trusted: Callable[[str], str] | None = None
) -> tuple[list[Placed], list[Problem]]:
    """The suppressions in the notes of parts that another tool exported; ``trusted`` is as for comments."""
    placed: list[Placed] = []
    problems: list[Problem] = []
    for note in notes:
        agreed = None if trusted is None else trusted(note.span.path)
        for line in map(str.strip, note.text.splitlines()):
            read = _read(line, is_agreed=agreed is None or any(each in agreed for each in _as_json(line)))
            if isinstance(read, Mistake):
                problems.append(Problem(read.rule, note.span, read.message, read.advice))
            elif read is not None:
                placed.append(_placed(read, note.span, former)._replace(within=note.about))
    return placed, problems


def _as_json(line: str) -> tuple[str, str]:
    """The two ways in which a line stands in a JSON file."""
    import json  # only where somebody says whose suppressions count

    return json.dumps(line)[1:-1], json.dumps(line, ensure_ascii=False)[1:-1]


def _read(text: str, *, is_agreed: bool) -> Directive | Mistake | None:
    """What a comment says, if it is to us; what is not agreed to counts for nothing."""
    said = body(text)
    if said is None:
        return None
    if not is_agreed:
        return Mistake("untrusted-suppression", "this is not in the commit that is trusted", "Let somebody agree.")
    return parse(said) if isinstance(said, str) else said


def in_configuration(config: Configuration, former: FormerNames) -> tuple[list[Placed], list[Problem]]:
    """The suppressions that a configuration holds; those of the one that it extends count for others too."""
    placed: list[Placed] = []
    problems: list[Problem] = []
    for part in config.settings["suppress"].parts():
        own = part.source is not None and part.source.path == shown(config.path)
        for number, entry in enumerate(part.own):
            span = part.place(number, "says")
            read = parse(entry.says)
            if isinstance(read, Mistake):
                change = Change("replace", "entry", "", read.becomes) if read.becomes and own else None
                advice = read.advice.replace("# sociable: ", "")
                problems.append(Problem(read.rule, span, read.message, advice, change, read.is_guess))
            else:
                placed.append(_placed(read, span, former)._replace(entry=entry, own=own))
    return placed, problems


def _placed(read: Directive, span: Span, former: FormerNames) -> Placed:
    return Placed(read._replace(rules=of_today(read.rules, former)), span, written=read.rules)


def with_rules(placed: Placed, names: Iterable[str]) -> Change | None:
    """The change to a suppression that names these rules, and is otherwise as it was: without any, it goes."""
    named = ", ".join(dict.fromkeys(names))
    return _with(placed, r"\[[^\]]*\]", f"[{named}]" if named else "")


def with_day(placed: Placed, day: str) -> Change | None:
    """The change to a suppression that holds until another day."""
    return _with(placed, r"until\s*=\s*\S+", f"until={day}")


def _with(placed: Placed, part: str, becomes: str) -> Change | None:
    """The change that puts something else in the place of a part, or takes out the whole; nothing where others write.

    These are the tools that export notes, and configurations that others extend as well.
    """
    if placed.within is not None or not placed.own:
        return None
    kind, said = ("comment", placed.span.text) if placed.entry is None else ("entry", placed.entry.says)
    if not becomes:
        return Change("remove", kind)
    return Change("replace", kind, "", re.sub(part, lambda _: becomes, said, count=1))


class Lookup:
    """Finds the suppressions that count for a member of a finding."""

    def __init__(self, placed: Iterable[Placed], documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._at: dict[tuple[str, int], list[Placed]] = {}
        self._entries: dict[tuple[str, str], list[_Entry]] = {}
        self._count = 0
        self._within: dict[str, list[Placed]] = {}
        self.names: set[str] = set()
        for each in placed:
            self.names.update(each.says.rules)
            if each.within is not None:
                self._within.setdefault(each.span.path, []).append(each)
            elif each.entry is None:
                self._at.setdefault((each.span.path, each.line), []).append(each)
            else:
                self._add(each, each.entry)
        self._paths = {path for path, _ in self._at}
        for noted in self._within.values():
            noted.sort(key=_begins)

    def counting_for(self, finding: Finding, member: Member) -> Iterator[Placed]:
        """All that count at the place of a member, whatever rules they name."""
        places = {(member.span.path, WHOLE_FILE): None, **dict.fromkeys(self._lines(member))} if self._at else {}
        for place in places:
            yield from self._at.get(place, ())
        yield from self._noted(member)
        # Of a pair, each may be accepted at either, and so is about both.
        subjects = finding.subjects if member.hidden == finding.hidden else member.subjects
        if self._entries:
            yield from self._configured(_About(member, subjects))

    def _add(self, placed: Placed, entry: SuppressEntry) -> None:
        """File an entry under the first thing that it names."""
        files = _files(entry) if entry.file else None
        named = {"node": entry.node, "automation": entry.automation, "account": entry.account}
        key = next((each for each in named.items() if each[1]), ("", ""))
        self._entries.setdefault(key, []).append(_Entry(self._count, placed, entry, files))
        self._count += 1

    def _configured(self, about: "_About") -> list[Placed]:
        """The entries of a configuration that fit, as they follow each other there."""
        keys = (
            ("", ""),
            *(("node", each) for each in about.nodes),
            *(("automation", each) for each in about.automations),
            *(("account", each) for each in about.accounts),
        )
        fitting = (each for key in dict.fromkeys(keys) for each in self._entries.get(key, ()) if about.fits(each))
        return [each.placed for each in sorted(fitting, key=lambda each: each.number)]

    def _noted(self, member: Member) -> Iterator[Placed]:
        """Those in the notes of the part in which a member lies; parts do not overlap."""
        noted, start = self._within.get(member.span.path, []), member.span.start
        last = bisect_right(noted, start, key=_begins)
        while last and _ends(noted[last - 1]) > start:
            last -= 1
            yield noted[last]

    def _lines(self, member: Member) -> Iterator[tuple[str, int]]:
        span = member.span
        if span.path in self._paths:
            last = span.source.position(max(span.start, span.end - 1))[0]
            yield from ((span.path, number) for number in range(span.line, last + 1))
        for owner in member.hidden:
            if owner.path in self._paths:
                yield owner.path, owner.line
                yield from self._item_line(owner)

    def _item_line(self, owner: Span) -> Iterator[tuple[str, int]]:
        """The line on which the item of a list begins that is a step or an automation."""
        try:
            path = self._documents[owner.path].path_to(owner)
        except LookupError:
            return
        lists = [number for number, node in enumerate(path) if type(node) is Sequence]
        if lists and lists[-1] + 1 < len(path):
            yield owner.path, owner.source.position(path[lists[-1] + 1].start)[0]


def _begins(placed: Placed) -> int:
    return placed.within.start if placed.within is not None else 0


def _ends(placed: Placed) -> int:
    return placed.within.end if placed.within is not None else 0


def _files(entry: SuppressEntry) -> "Ignored":
    from sociable.files.gitignore import Ignored

    return Ignored.by(entry.folder, [entry.file])


class _Entry(Record):
    """An entry of a configuration, the how manieth it is there, and the files that it names, if any."""

    number: int
    placed: Placed
    entry: SuppressEntry
    files: "Ignored | None"


class _About:
    """By what entries may name a member of a finding."""

    def __init__(self, member: Member, subjects: Collection[str]) -> None:
        self.path = absolute(member.span.path)
        self.automations = {*subjects, *member.origin.whole.names()}
        self.accounts = {member.account, *member.subjects}
        self.nodes = set(member.origin.names())

    def fits(self, each: _Entry) -> bool:
        entry, files = each.entry, each.files
        return (
            (not entry.automation or entry.automation in self.automations)
            and (not entry.account or entry.account in self.accounts)
            and (not entry.node or entry.node in self.nodes)
            and (files is None or files.file_or_one_above(self.path))
        )


def _to_us(text: str) -> Iterator[str]:
    """What is said to us in a text, up to the end of each line."""
    for found in re.finditer(TO_US, text):
        yield re.split(r"[\r\n]", text[found.start() : found.start() + _LONGEST], maxsplit=1)[0].rstrip()


class _Lines:
    """Which lines of a file its comments are about."""

    def __init__(self, source: Source) -> None:
        self._source = source
        begins = re.match(_BEFORE_CONTENT, source.text)
        self._content_begins = begins.end() if begins else 0
        self._content_after: dict[int, int] = {}
        self._is_marker: dict[int, bool] = {}

    def of(self, comment: Comment) -> int:
        """The line that a comment stands on, or if it stands alone, the next that says something."""
        number = comment.span.line
        if comment.alone:
            if comment.span.start < self._content_begins:
                return WHOLE_FILE
            number = self._next_content(number) or number
        if number not in self._is_marker:  # many comments may stand above one line of megabytes
            self._is_marker[number] = re.match(_MARKER_LINE, self._source.line(number)) is not None
        return WHOLE_FILE if self._is_marker[number] else number

    def _next_content(self, number: int) -> int:
        """The next line that is neither empty nor a comment; 0 if there is none."""
        count = len(self._source.line_starts())
        passed = [number]
        while (number := number + 1) <= count and number not in self._content_after:
            if self._source.line(number).lstrip()[:1] not in ("", "#"):
                break
            passed.append(number)
        found = self._content_after.get(number, number if number <= count else 0)
        self._content_after.update(dict.fromkeys(passed, found))
        return found
