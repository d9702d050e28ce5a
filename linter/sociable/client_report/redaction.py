"""A report without excerpts of files, and without names and addresses of people.

People are whoever a file names: who reads, who can stop, who answers for an account, whom it listens to or writes to;
and the person whose own account it is. Organisations' accounts keep theirs, or nobody could tell whose a finding is.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from sociable.client_report.content import Content
from sociable.client_report.content_of_index import Index
from sociable.client_report.people_in_texts import AT_SIGNS, without_people
from sociable.client_report.places import law_name
from sociable.client_report.rewriting import rewritten, without_excerpts
from sociable.facts.facts import AccountFacts, Facts
from sociable.records.static import TypeVar
from sociable.setup.model import Target
from sociable.sources.library import library
from sociable.vocabulary.crowds import CROWDS

Report = TypeVar("Report", Content, Index)

_STANDS_IN = rf"(?:^|-)(?:{'|'.join(sorted({crowd.stand_in for crowd in CROWDS.values()}))})\d+$"
"""How the name of somebody ends who stands for a crowd in a rehearsal."""

_USER = re.compile(r"(?<= \(of “)[^”]+(?=” for )")
"""Whose password it is that stands in a web address, as its finding says it."""

_SHORTEST = 3
"""Letters from which a name can be told from the words around it however it is written."""


def redacted(content: Report, facts: Facts) -> Report:
    """The same with ``‹person 1›`` for people, the same number for the same one, and with no excerpt."""
    bare = without_excerpts(content, lambda _: True)
    redone: Report = rewritten(bare, _hiding(facts))
    return redone


def _hiding(facts: Facts) -> Callable[[str], str]:
    kept = {name for account in facts.accounts if not _is_a_person(account) for name in account.known_as}
    ours = {_bare(name) for name in kept}
    people = sorted({name for name in _people(facts) if name and name.casefold() not in kept}, key=_longest_first)
    numbers = {name.casefold(): at for at, name in enumerate(people, 1)}
    long = _names([name for name in people if len(name) >= _SHORTEST], re.IGNORECASE)
    short = _names([name for name in people if len(name) < _SHORTEST and not (name.isascii() and name.islower())], 0)

    def person(name: str) -> str:
        return f"‹person {numbers.setdefault(name.casefold(), len(numbers) + 1)}›"

    def handle(name: str) -> str:
        return name if _bare(name) in ours or _is_made_up(name) else person(name)

    def hide_in(text: str) -> str:
        for names in (long, short):
            text = names.sub(lambda match: person(match[0]), text)
        return without_people(_USER.sub(lambda match: person(match[0]), text), handle)

    laws = _laws()
    # Every second part is the title of a law, whose number looks like that of a telephone.
    return lambda text: "".join(part if at % 2 else hide_in(part) for at, part in enumerate(laws.split(text)))


def _laws() -> re.Pattern[str]:
    """A pattern for the titles of laws, each in brackets."""
    laws = [fact for fact in library().facts.values() if fact.is_law]
    titles = {each for fact in laws for each in (fact.document.title, law_name(fact))}
    return re.compile(f"({'|'.join(map(re.escape, sorted(titles, key=_longest_first)))})")


def _names(names: list[str], how: int) -> re.Pattern[str]:
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
    for account in facts.accounts:
        model = account.model
        yield from (model.inbox_read_by, model.stopped_by)
        if model.operator != "unstated":
            yield model.operator
        if _is_a_person(account):
            yield from (model.handle, account.id)
    for automation in facts.setup.automations:
        yield from automation.only_from
        yield from automation.trigger.narrowed.get("from", ())
        for step in automation.steps:
            yield step.to
            yield from _named(step.target)


def _named(target: Target | None) -> Iterable[str]:
    while target is not None:
        if target.kind == "handle":
            yield target.name
        target = target.of


def _is_a_person(account: AccountFacts) -> bool:
    return account.model.run_by == "person"
