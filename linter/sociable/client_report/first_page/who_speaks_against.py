"""Who speaks against something, in so many words: a platform's own rules, a law and where it holds, or a page."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sociable.client_report.content.content_of_report import Sentence
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.numbers_in_words import listed_numbers
from sociable.client_report.wording.whose_rule_and_where import law_name, laws_proper, nearest_first, place_names, whose
from sociable.findings.finding import Citation, Member
from sociable.findings.members import members_of
from sociable.sources.fitting import DEMANDS
from sociable.sources.library import library
from sociable.vocabulary.platforms import PLATFORMS

_MOST_NUMBERS = 6
_MOST_LAWS = 2
_MOST_PLACES = 3
"""Laws that a sentence names: their names are long, and all of them stand further down."""


def against(
    numbers: Sequence[int], numbering: Numbering, frame: Frame, accounts: Collection[str] = ()
) -> tuple[list[Sentence], list[Sentence]]:
    """Clauses, each once: of platforms and pages; and of laws, which a court alone can say are broken.

    Given some ``accounts``, only what speaks of these counts. Of laws first those that hold for certain, then those
    that hold if readers live there. What speaks against some of these findings alone says against which.
    """
    cited: dict[str, dict[int, None]] = {}
    for number in numbers:
        for member in _members(number, numbering, accounts):
            for clause in _cited(member, member.citation, frame) if member.citation is not None else ():
                cited.setdefault(clause, {})[number] = None
    rules = [_said(clause, list(of), numbers, frame) for clause, of in cited.items()]
    return rules, [_said(clause, of, numbers, frame) for clause, of in _laws(numbers, numbering, frame, accounts)]


def _members(number: int, numbering: Numbering, accounts: Collection[str]) -> list[Member]:
    """The places of a finding that these accounts have a part in; all, where no place names any of them."""
    members = members_of(numbering.finding(number))
    return [each for each in members if not set(accounts).isdisjoint(each.subjects)] or list(members)


def laws_against(numbers: Iterable[int], numbering: Numbering, frame: Frame) -> dict[str, list[int]]:
    """Laws alone, by where they hold, with the findings that they speak against."""
    return dict(_laws(numbers, numbering, frame))


def _laws(
    numbers: Iterable[int], numbering: Numbering, frame: Frame, accounts: Collection[str] = ()
) -> Iterator[tuple[str, list[int]]]:
    where: dict[str, dict[str, list[int]]] = {"law": {}, "law_if": {}}
    names: dict[tuple[str, str], dict[str, None]] = {}
    for number in numbers:
        members = _members(number, numbering, accounts)
        certain = tuple(dict.fromkeys(law for each in members for law in each.laws))
        possible = tuple(dict.fromkeys(law for each in members for law in each.laws_if))
        for key, laws in (("law", certain), ("law_if", possible)):
            for fact in (library().facts[law.fact] for law in nearest_first(laws_proper(laws), members)):
                for place in place_names([fact], frame):
                    where[key].setdefault(place, []).append(number)
                    names.setdefault((key, place), {})[law_name(fact)] = None
    for key, places in where.items():
        for of, together in _by_numbers(places).items():
            listed = (frame.either if key == "law_if" else frame.listed)(together, _MOST_PLACES)
            called = dict.fromkeys(f"“{name}”" for place in together for name in names[key, place])
            said = frame.say("against", key, names=frame.listed(list(called), _MOST_LAWS), places=listed)
            yield said, list(dict.fromkeys(of))


def _by_numbers(places: Mapping[str, Sequence[int]]) -> dict[tuple[int, ...], list[str]]:
    """The places where laws speak against the same findings together."""
    together: dict[tuple[int, ...], list[str]] = {}
    for place, of in places.items():
        together.setdefault(tuple(of), []).append(place)
    return together


def _said(clause: str, of: Sequence[int], numbers: Sequence[int], frame: Frame) -> Sentence:
    """The clause, with the numbers of what it speaks against unless that is all of it."""
    if set(of) == set(numbers):
        return Sentence(clause)
    listed, marks = listed_numbers(of, frame, _MOST_NUMBERS)
    return Sentence(frame.say("against", "of", who=clause, numbers=listed), marks)


def _cited(member: Member, citation: Citation, frame: Frame) -> Iterator[str]:
    """What is cited of an account, unless that is a law, of which it is said where it holds."""
    fact = library().facts.get(citation.fact)
    if fact is not None and fact.is_law and fact.verdict in DEMANDS:
        return
    platforms = [PLATFORMS[each].title for each in whose(member, fact) if each in PLATFORMS] if fact is not None else []
    if fact is not None and platforms:
        key = "platform" if fact.verdict in DEMANDS else "platform_advises"
        yield from (frame.say("against", key, platform=each) for each in platforms)
    else:
        key = "page" if fact is None or fact.verdict in DEMANDS else "page_advises"
        yield frame.say("against", key, title=citation.title)
