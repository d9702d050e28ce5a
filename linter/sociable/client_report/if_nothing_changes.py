"""What happens if nothing is changed: to people, to the accounts, by law; and that nobody knows, where nobody does."""

from collections.abc import Iterable, Iterator, Mapping

from sociable.client_report.content import Consequence, Otherwise, Reference, Source
from sociable.client_report.frame import Frame
from sociable.client_report.numbering import Numbering
from sociable.client_report.weekly_pace import noticed
from sociable.engine.citations import situation_of
from sociable.findings.finding import SEVERITIES, Finding
from sociable.rulebook.page_files import PageRule
from sociable.sources.basis import basis_of
from sociable.sources.fact import Fact
from sociable.sources.fitting import fits
from sociable.sources.library import citation_of, library
from sociable.vocabulary.countries import readers_in
from sociable.vocabulary.platforms import PLATFORMS

_TO_CHANGE = SEVERITIES.index("warning")
_FOLLOWS = "follows"
_MOST = 5
"""Rules of which what people see is repeated here; of the others it stands with what was found."""


def otherwise(numbering: Numbering, frame: Frame) -> Otherwise | None:
    """What comes of everything that has to be changed and that nobody has accepted; nothing where there is nothing."""
    found = [each for each in numbering.undecided() if SEVERITIES.index(each[1].severity) >= _TO_CHANGE]
    if not found:
        return None
    certain, possible = _laws(found, numbering)
    platforms = _platforms(found)
    possible = {law: numbers for law, numbers in possible.items() if _following(law)}
    threatened = {number for numbers in (*certain.values(), *possible.values()) for number in numbers}
    return Otherwise(
        people=_people(found),
        accounts=tuple(_of_platform(name, numbers, frame) for name, numbers in platforms.items()),
        law=tuple(_of_law(law, numbers, frame) for law, numbers in certain.items()),
        law_if=tuple(_of_law(law, numbers, frame) for law, numbers in possible.items()),
        only_ours=tuple(number for number, finding in found if finding.citation is None and number not in threatened),
        uncited=_uncited(found, platforms),
    )


def _people(found: Iterable[tuple[int, Finding]]) -> tuple[Reference, ...]:
    """What people see of the gravest, each once."""
    seen: dict[str, list[int]] = {}
    for number, finding in found:
        if finding.people_see:
            seen.setdefault(finding.people_see, []).append(number)
    return tuple(Reference(tuple(numbers), text) for text, numbers in list(seen.items())[:_MOST])


def _platforms(found: Iterable[tuple[int, Finding]]) -> dict[str, list[int]]:
    """The platforms whose own rules speak against something, with what they speak against."""
    facts = library().facts
    against: dict[str, list[int]] = {}
    for number, finding in found:
        fact = facts.get(finding.citation.fact) if finding.citation is not None else None
        if fact is not None and finding.platform in fact.on:
            against.setdefault(finding.platform, []).append(number)
    return against


def _uncited(found: Iterable[tuple[int, Finding]], cited: Mapping[str, object]) -> tuple[str, ...]:
    """The platforms where something was found that their own rules are not cited against: silence is no leave."""
    names = dict.fromkeys(finding.platform for _, finding in found)
    return tuple(PLATFORMS[name].title for name in names if name in PLATFORMS and name not in cited)


def _of_platform(name: str, numbers: Iterable[int], frame: Frame) -> Consequence:
    title = PLATFORMS[name].title
    facts = [fact for fact in library().facts.values() if fact.verdict == _FOLLOWS and name in fact.on]
    unknown = "" if facts else frame.say("otherwise", "unknown")
    return Consequence(title, tuple(numbers), tuple(map(_source, facts)), unknown)


_Laws = dict[tuple[Fact, ...], list[int]]
"""Laws by what they say of it, each document once, with the findings that it speaks against."""


def _laws(found: Iterable[tuple[int, Finding]], numbering: Numbering) -> tuple[_Laws, _Laws]:
    """Those of countries where readers are, and those that hold if readers are where no file says whether they are."""
    certain: dict[str, dict[Fact, dict[int, None]]] = {}
    possible: dict[str, dict[Fact, dict[int, None]]] = {}
    for number, finding in found:
        page = numbering.pages.get(finding.rule)
        for fact, is_certain in _speaking(number, finding, page, numbering) if page else ():
            document = (certain if is_certain else possible).setdefault(fact.document.id, {})
            document.setdefault(fact, {})[number] = None
    return _numbered(certain), _numbered(possible)


def _numbered(documents: Mapping[str, Mapping[Fact, Iterable[int]]]) -> _Laws:
    return {
        tuple(facts): sorted({number for numbers in facts.values() for number in numbers})
        for facts in documents.values()
    }


def _speaking(number: int, finding: Finding, page: PageRule, numbering: Numbering) -> Iterator[tuple[Fact, bool]]:
    """The laws that speak against something found, and whether its readers are known to live where they hold.

    What speaks only of some of what a rule finds is taken to speak of this where the finding cites it.
    """
    doing = numbering.automations_of(number)
    about = [step for each in doing for step in noticed(each)] or doing or numbering.accounts_of(number)
    if not about:
        return
    elsewhere = {fact for line in page.rule.cites for fact in line.facts}
    if finding.citation is not None:
        elsewhere.discard(finding.citation.fact)
    situation = situation_of(about, finding.platform, frozenset(elsewhere))
    facts = library().facts
    for basis in basis_of(page.sources):
        fact = facts.get(basis.fact)
        if fact is None or not fact.is_law or not basis.carries or basis.fact in situation.unmet:
            continue
        there = situation if situation.countries else situation._replace(countries=readers_in(fact.where[0]))
        if fits(fact, there):
            yield fact, bool(situation.countries)


def _following(law: Iterable[Fact]) -> list[Fact]:
    ids = {fact.id for fact in law}
    return [fact for fact in library().facts.values() if not ids.isdisjoint(fact.after)]


def _of_law(law: tuple[Fact, ...], numbers: Iterable[int], frame: Frame) -> Consequence:
    """What the law asks for, then what follows where it is not done."""
    title = law[0].document.title
    following = _following(law)
    unknown = "" if following else frame.say("otherwise", "unknown")
    return Consequence(title, tuple(numbers), tuple(map(_source, (*law, *following))), unknown)


def _source(fact: Fact) -> Source:
    citation = citation_of(fact)
    return Source(citation.title, fact.says, citation.dated, citation.address)
