"""A report without excerpts of files, and without names and addresses of people.

People are whoever a file names: who reads, who can stop, who answers for an account, whom it listens to or writes to;
and the person whose own account it is. Organisations' accounts and clients keep theirs, or nobody could tell whose a
finding is. Anything else that somebody wrote may name people too, whatever it is called: of what stands in files, in
their paths and in notes, only words that the program says itself are left.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from functools import partial
from itertools import chain

from sociable.client_report.content.content_of_index import Index
from sociable.client_report.content.content_of_report import Content
from sociable.client_report.content.rewriting import rewritten, without_excerpts
from sociable.client_report.names.names_by_place import without_named
from sociable.client_report.names.names_in_words import names_in, plain, words_in
from sociable.client_report.names.own_words import own_words
from sociable.client_report.names.people_by_key import keepers
from sociable.client_report.names.people_in_texts import AT_SIGNS, without_people
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.whose_rule_and_where import law_name
from sociable.facts.facts import AccountFacts, Facts
from sociable.files.report_names import report_names
from sociable.pipeline import Examination
from sociable.records.static import TypeVar
from sociable.setup.model import Expression, Target
from sociable.sources.library import library
from sociable.text.wording import as_it_was
from sociable.vocabulary.crowds import CROWDS
from sociable.vocabulary.same_words import PLACE_WORDS
from sociable.vocabulary.values import LIKE_A_PERSON, OF_A_PERSON, UNSTATED

Report = TypeVar("Report", Content, Index)

_STANDS_IN = rf"(?:^|-)(?:{'|'.join(sorted({crowd.stand_in for crowd in CROWDS.values()}))})\d+$"
"""How the name of somebody ends who stands for a crowd in a rehearsal."""

_USER = re.compile(r"(?<= \(of “)[^”]+(?=” for )")
"""Whose password it is that stands in a web address, as its finding says it."""

_BEGIN, _END = "\ue000", "\ue001"
_MARK = f"{_BEGIN}[^{_END}]*{_END}"
"""What stands for something that was taken out, as long as more is looked for around it."""

_STREET = re.compile(
    rf"(?:(?<!\w)\d{{1,6}}\w?,?\s)?(?P<street>{_MARK})\s(?:{'|'.join(sorted(PLACE_WORDS))})(?!\w)(?:,?\s\d{{1,6}}[a-z]?(?!\w))*"
    rf"|(?P<number>{_MARK})(?:,?\s\d{{1,6}}[a-z]?(?!\w))+|(?<!\w)\d{{4,6}}\s(?P<city>{_MARK})",
    re.IGNORECASE,
)
"""What belongs to the address of somebody: the rest of a street's name, a number behind a name, one before a town."""


class Redaction:
    """What takes people out of the reports of one check: the same person has the same number in all of them."""

    def __init__(self, examined: Examination, frame: Frame) -> None:
        facts = examined.facts
        kept = set(chain.from_iterable(each.known_as for each in facts.accounts if not _is_a_person(each)))
        clients = {each.model.client for each in facts.accounts}
        of_people = {each.model.client for each in facts.accounts if _is_a_person(each)}
        self._ours = {_bare(name) for name in kept}
        self._numbers: dict[str, int] = {}
        self._names: dict[str, int] = {}
        named = (*map(as_it_was, _people(facts)), *of_people)
        people = sorted({name for name in named if name and name.casefold() not in kept}, key=_longest_first)
        self._own = own_words() | words_in(_texts_of(frame.tables)) | words_in(_said_by_rules(examined))
        people = [name for name in people if name != name.casefold() or not self._is_of_own_words(name)]
        common = {name for name in people if self._is_of_own_words(name)}
        self._patterns = (
            _pattern([name for name in people if name not in common], re.IGNORECASE),
            _pattern([name for name in people if name in common], 0),  # as it is written, with its capitals
        )
        for name in people:
            self._person(name)
        self._kept = self._own | words_in((*kept, *(clients - of_people)))
        self._words = words_in(_texts(examined)) - self._kept
        self._laws = _laws()

    def of(self, content: Report) -> Report:
        """The same with ``‹person 1›`` for people, the same number for the same one, and with no excerpt."""
        bare = without_excerpts(content, lambda _: True)
        redone: Report = rewritten(bare, partial(self.hidden, more=words_in(_said_before(content)) - self._kept))
        return redone

    def of_clients(
        self, contents: Mapping[str, Content], index: Index, ending: str
    ) -> tuple[dict[str, Content], Index]:
        """The reports of clients by files whose names tell no more than the reports do, and the index of these."""
        files = report_names([self.hidden(each.name) for each in index.clients], ending, ("index",))
        redone = self.of(index)
        named = zip(redone.clients, files, strict=True)
        redone = redone._replace(clients=tuple(each._replace(file=file) for each, file in named))
        return {file: self.of(each) for file, each in zip(files, contents.values(), strict=True)}, redone

    def _is_of_own_words(self, name: str) -> bool:
        """Whether it says what somebody is, such as `customer service`, or could."""
        return {plain(word) for word in name.split()} <= self._own

    def hidden(self, text: str, more: Set[str] = frozenset()) -> str:
        """A text without people; ``more`` are further words that nobody here has written."""
        # Every second part is the title of a law, whose number looks like that of a telephone.
        parts = self._laws.split(re.sub(f"[{_BEGIN}{_END}]", "", text))
        return _shown("".join(part if at % 2 else self._without(part, more) for at, part in enumerate(parts)))

    def _without(self, text: str, more: Set[str]) -> str:
        text = without_named(text, self._person)
        for names in (*self._patterns, _USER):
            text = _outside(text, partial(names.sub, lambda match: self._person(match[0])))
        text = _outside(text, lambda part: without_people(part, self._handle))
        text = _outside(text, lambda part: self._without_words(part, more))
        return _STREET.sub(lambda match: match["street"] or match["number"] or match["city"], text)

    def _without_words(self, text: str, more: Set[str]) -> str:
        def is_name(word: str, is_cut: bool) -> bool:
            known = word in self._words or word in more or (is_cut and word not in self._own)
            return known and (len(word) > 1 or not word.isascii())

        made, done = [], 0
        for begin, end in names_in(text, is_name):
            made += [text[done:begin], self._name(text[begin:end])]
            done = end
        return "".join((*made, text[done:]))

    def _handle(self, name: str) -> str:
        return name if _bare(name) in self._ours or _is_made_up(name) else self._person(name)

    def _person(self, name: str) -> str:
        return _mark("person", self._numbers.setdefault(name.casefold(), len(self._numbers) + 1))

    def _name(self, name: str) -> str:
        return _mark("name", self._names.setdefault(name.casefold(), len(self._names) + 1))


def _mark(word: str, number: int) -> str:
    return f"{_BEGIN}{word} {number}{_END}"


def _outside(text: str, change: Callable[[str], str]) -> str:
    """A text changed wherever nothing has been taken out yet."""
    if _BEGIN not in text:
        return change(text)
    return "".join(part if at % 2 else change(part) for at, part in enumerate(re.split(f"({_MARK})", text)))


def _shown(text: str) -> str:
    """The marks as people read them: ``‹person 1›``, and within such signs without them."""
    text = re.sub(r"(?<=‹)[^‹›]*(?=›)", lambda match: re.sub(f"[{_BEGIN}{_END}]", "", match[0]), text)
    return text.replace(_BEGIN, "‹").replace(_END, "›")


def _texts(examined: Examination) -> Iterator[str]:
    """All that people wrote: files with their paths, and the notes by which findings are accepted."""
    for source in examined.project.sources:
        yield from (source.path, source.text)
    report = examined.report
    yield from (*report.files, *(each.path for each in report.skipped))
    for finding in (*report.findings, *report.suppressed):
        yield finding.span.path
        if finding.suppressed is not None:
            yield finding.suppressed.reason


def _said_before(content: Content | Index) -> Iterator[str]:
    """What the last report said, of files as they were then."""
    if content.since is not None:
        parts = content.since.beyond if isinstance(content, Index) else (content.since,)
        for each in chain.from_iterable(part.gone for part in parts):
            yield from (each.message, each.place)


def _said_by_rules(examined: Examination) -> Iterator[str]:
    for rule in examined.rules:
        yield from (rule.page.title, rule.page.people_see)


def _texts_of(tables: object) -> Iterator[str]:
    """Every text in tables, whatever holds it."""
    if isinstance(tables, str):
        yield tables
    elif isinstance(tables, Mapping):
        yield from chain.from_iterable(map(_texts_of, tables.values()))
    elif isinstance(tables, list):
        yield from chain.from_iterable(map(_texts_of, tables))


def _laws() -> re.Pattern[str]:
    """A pattern for the titles of laws, each in brackets."""
    laws = [fact for fact in library().facts.values() if fact.is_law]
    titles = {each for fact in laws for each in (fact.document.title, law_name(fact))}
    return re.compile(f"({'|'.join(map(re.escape, sorted(titles, key=_longest_first)))})")


def _pattern(names: Iterable[str], how: int) -> re.Pattern[str]:
    """A pattern for any of these; it fits nowhere where there are none."""
    return re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names) or r"(?!)", how)


def _bare(handle: str) -> str:
    return handle.casefold().lstrip(AT_SIGNS).removeprefix("/").removeprefix("u/")


def _is_made_up(handle: str) -> bool:
    """Whether it is one of those that a rehearsal makes up, who are nobody, as `@cafe-follower1`."""
    name = handle[1:]
    stands_in = re.search(_STANDS_IN, name)
    return name.rstrip("_") == "stranger" or (stands_in is not None and "@" not in name[: stands_in.start()])


def _longest_first(name: str) -> tuple[int, str]:
    return -len(name), name


def _people(facts: Facts) -> Iterator[str]:
    yield from keepers(facts.setup)
    for account in facts.accounts:
        if _is_a_person(account):
            yield from (account.model.handle, account.id)
    for automation in facts.setup.automations:
        yield from automation.only_from
        yield from automation.trigger.narrowed.get("from", ())
        for guard in chain(automation.guards, *(step.guards for step in automation.steps)):
            yield from _asked_for(guard.expression)
        for step in automation.steps:
            yield from _named(step.target)


def _asked_for(said: Expression) -> Iterator[str]:
    """Names of people that a condition asks for."""
    if said.op in ("or", "and", "not"):
        yield from chain.from_iterable(map(_asked_for, said.args))
    elif any(path[-1] == "name" and not {"user", "author"}.isdisjoint(path) for path in said.paths()):
        yield from _texts_in(said)


def _texts_in(said: Expression) -> Iterator[str]:
    for each in said.args:
        if isinstance(each, Expression):
            yield from _texts_in(each)
        elif isinstance(each, str) and said.op in ("text", "list"):
            yield each


def _named(target: Target | None) -> Iterable[str]:
    while target is not None:
        if target.kind == "handle":
            yield target.name
        target = target.of


def _is_a_person(account: AccountFacts) -> bool:
    """Whether it is called as a person is: by who runs it, or where nobody says who, as what a person signs in to."""
    model = account.model
    return model.run_by in LIKE_A_PERSON or (model.run_by == UNSTATED and model.kind == OF_A_PERSON)
