"""What happens if nothing is changed: to people, to the accounts, by law; and that nobody knows, where nobody does."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from sociable.client_report.content.content_of_report import (
    CitedSource,
    Consequence,
    Mark,
    Otherwise,
    Reference,
    Sentence,
)
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.findings_in_order.weight import TO_CHANGE
from sociable.client_report.findings_in_words.graded_findings import cited_source
from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.numbers_in_words import listed_numbers
from sociable.client_report.wording.titles import quoted
from sociable.client_report.wording.whose_rule_and_where import (
    laws_proper,
    nearest_first,
    place_names,
    places,
    whose,
    why_here,
)
from sociable.facts.review_gates import reviews_on
from sociable.findings.finding import SEVERITIES, Citation, Finding, Member
from sociable.findings.members import members_of
from sociable.sources.fact import VERDICTS, Fact
from sociable.sources.fitting import DEMANDS
from sociable.sources.library import citation_of, library
from sociable.vocabulary.platforms import OTHER, PLATFORMS

_FOLLOWS = "follows"
_ADVICE = frozenset(("discourages",))
_MOST_NUMBERS = 12
_MOST = 12
"""Rules of which what people see is repeated here; of the others it stands with what was found."""


def otherwise(numbering: Numbering, readers_asked: int, frame: Frame) -> Otherwise | None:
    """What comes of everything that has to be changed and that nobody has accepted; if nothing has to, of remarks.

    Nothing where nothing was found that people notice.

    ``readers_asked`` is the number of the question where readers live, or 0.
    """
    noticed = [each for each in numbering.undecided() if numbering.is_noticed(each[0])]
    to_change = [each for each in noticed if SEVERITIES.index(each[1].severity) >= TO_CHANGE] or noticed
    found = [each for each in to_change if not numbering.is_off(each[0])]
    if not to_change:
        return None
    against, people = _platforms(found, DEMANDS), _people(found)
    spoken = [(n, each) for n, own in found for each in (own, *numbering.folded.get(n, {}).values())]
    return Otherwise(
        people=people[:_MOST],
        more=_more(people[_MOST:], frame),
        off=_asleep([number for number, _ in to_change if numbering.is_off(number)], numbering, frame),
        accounts=tuple(
            _of_platform(name, following, numbers, frame)
            for name, of in against.items()
            for following, numbers in _by_what_follows(name, of, numbering).items()
        ),
        law=_laws(((number, finding, finding.laws) for number, finding in spoken), frame),
        law_if=_laws(((number, finding, finding.laws_if) for number, finding in spoken), frame, is_open=True),
        law_if_intro=_readers_unknown(readers_asked, frame),
        # a rule that speaks against what somebody accepted fits all the same
        silent=(*_advice(found, frame), *_silent(found, _platforms(numbering.everything()), numbering, frame)),
    )


def _asleep(numbers: Sequence[int], numbering: Numbering, frame: Frame) -> Sentence:
    """That nothing comes of what was switched off when its file was written."""
    if not numbers:
        return Sentence("")
    doing = dict.fromkeys(each for number in numbers for each in numbering.automations_of(number))
    names = tuple(Mark(quoted(each, frame), numbering.anchor(each)) for each in doing)
    listed, marks = listed_numbers(numbers, frame, _MOST_NUMBERS)
    shown = frame.listed([each.name for each in names])
    return Sentence(frame.say("otherwise", "off", numbers=listed, names=shown), (*marks, *names))


def _silent(
    found: Iterable[tuple[int, Finding]], cited: Container[str], numbering: Numbering, frame: Frame
) -> Iterator[Sentence]:
    """That we know of no rule that fits, wherever readers live: no leave to do it.

    What is about a file alone, such as a key in it, is no matter of rules.
    """
    uncited = _uncited(found, cited, numbering)
    unheld = [each for each in uncited if each in numbering.platforms_without_rules]
    for key, platforms in (("unheld", unheld), ("uncited", [each for each in uncited if each not in unheld])):
        if platforms:
            yield Sentence(frame.say("otherwise", key, platforms=frame.listed(platforms, most=len(platforms))))
    alone = [n for n, _ in found if numbering.is_done(n) and not numbering.is_founded(n)]
    beside, founded = numbering.founded_beside(alone, {n for n, _ in found})
    theirs_too = {*beside}
    if beside:
        listed, marks = listed_numbers(beside, frame, _MOST_NUMBERS)
        theirs, further = listed_numbers(founded, frame, _MOST_NUMBERS)
        yield Sentence(frame.say("otherwise", "beside", numbers=listed, others=theirs), (*marks, *further))
    if ours := [n for n in alone if n not in theirs_too]:
        listed, marks = listed_numbers(ours, frame, _MOST_NUMBERS)
        said = [frame.say("otherwise", "only_ours", numbers=listed)]
        if not any(account.model.audience.countries for n in ours for account in numbering.concerned(n)):
            said.append(frame.say("otherwise", "readers_unsaid"))
        yield Sentence(" ".join(said), marks)


def _advice(found: Iterable[tuple[int, Finding]], frame: Frame) -> Iterator[Sentence]:
    """Of what a platform only gives advice: what it does about broken rules is not said of that."""
    for name, numbers in _platforms(found, _ADVICE).items():
        listed, marks = listed_numbers(numbers, frame, _MOST_NUMBERS)
        yield Sentence(frame.say("otherwise", "advice", numbers=listed, platform=PLATFORMS[name].title), marks)


def _readers_unknown(asked: int, frame: Frame) -> Sentence:
    """That no file says where readers live, with the number of the question, if it is ``asked``."""
    question = frame.say("otherwise", "asked_number", n=asked) if asked else ""
    within = frame.say("otherwise", "asked", question=question) if asked else ""
    links = (Mark(question, "questions"),) if asked else ()
    return Sentence(frame.say("otherwise", "law_if_intro", asked=within), links)


def _people(found: Iterable[tuple[int, Finding]]) -> tuple[Reference, ...]:
    """What people see, each once, the gravest first."""
    seen: dict[str, list[int]] = {}
    for number, finding in found:
        if finding.people_see:
            seen.setdefault(finding.people_see, []).append(number)
    return tuple(Reference(tuple(numbers), text) for text, numbers in seen.items())


def _more(left_out: Iterable[Reference], frame: Frame) -> Sentence:
    """Where what people see stands that is not told here."""
    numbers = sorted(number for each in left_out for number in each.numbers)
    if not numbers:
        return Sentence("")
    listed, marks = listed_numbers(numbers, frame, _MOST_NUMBERS)
    return Sentence(frame.say("otherwise", "more", numbers=listed), marks)


def _platforms(found: Iterable[tuple[int, Finding]], verdicts: Container[str] = VERDICTS) -> dict[str, list[int]]:
    """The platforms that themselves say one of these things against something, with what they say it of."""
    against: dict[str, dict[int, None]] = {}
    for number, finding in found:
        for each, fact in _cited(finding):
            for name in whose(each, fact) if fact.verdict in verdicts else ():
                against.setdefault(name, {})[number] = None
    return {name: list(numbers) for name, numbers in against.items()}


def _cited(finding: Finding) -> Iterator[tuple[Member, Fact]]:
    """What is cited of each of its accounts, where that is a fact of ours."""
    facts = library().facts
    for each in members_of(finding):
        if each.citation is not None and each.citation.fact in facts:
            yield each, facts[each.citation.fact]


def reviewed_elsewhere(numbers: Iterable[int], numbering: Numbering) -> list[str]:
    """The platforms where people see it by the reviews there, as titles; none where it shows on the account itself."""
    platforms: dict[str, None] = {}
    for number in numbers:
        cited = list(_cited(numbering.finding(number)))
        if not cited or any(not fact.of_reviews or member.platform in fact.on for member, fact in cited):
            return []
        stand_on = [name for automation in numbering.automations_of(number) for name in reviews_on(automation)]
        platforms |= dict.fromkeys(name for _, fact in cited for name in fact.on if name in stand_on)
    return [PLATFORMS[each].title for each in platforms]


def _uncited(found: Iterable[tuple[int, Finding]], cited: Container[str], numbering: Numbering) -> list[str]:
    """The platforms where something was found that their own rules are not cited against: silence is no leave."""
    seen_here = [finding for number, finding in found if not reviewed_elsewhere((number,), numbering)]
    names = dict.fromkeys(each.platform for finding in seen_here for each in members_of(finding))
    return [PLATFORMS[name].title for name in names if name in PLATFORMS and name != OTHER and name not in cited]


def _by_what_follows(name: str, numbers: Iterable[int], numbering: Numbering) -> dict[tuple[Fact, ...], list[int]]:
    """The findings of a platform by what it says that follows, the gravest first."""
    of: dict[tuple[Fact, ...], dict[int, None]] = {}
    for number in numbers:
        cited = _cited(numbering.finding(number))
        for fact in {fact.id: fact for each, fact in cited if name in whose(each, fact)}.values():
            of.setdefault(_following(name, fact), {})[number] = None
    return {facts: list(against) for facts, against in of.items()}


def _following(name: str, broken: Fact) -> tuple[Fact, ...]:
    """What a platform says that follows where this is not kept: of it alone, in the same document, or of any rule."""
    all_follow = [fact for fact in library().facts.values() if fact.verdict == _FOLLOWS and name in fact.on]
    of_any = [fact for fact in all_follow if not fact.after]
    return tuple(
        [fact for fact in all_follow if broken.id in fact.after]
        or [fact for fact in of_any if fact.document.id == broken.document.id]
        or of_any
    )


def _of_platform(name: str, facts: Sequence[Fact], numbers: Iterable[int], frame: Frame) -> Consequence:
    title = PLATFORMS[name].title
    unknown = "" if facts else frame.say("otherwise", "unknown", platform=title)
    outcome = facts[0].says if facts else ""
    return Consequence(title, tuple(numbers), tuple(map(_source, facts)), unknown, outcome=outcome)


def _laws(
    found: Iterable[tuple[int, Finding, Sequence[Citation]]], frame: Frame, *, is_open: bool = False
) -> tuple[Consequence, ...]:
    """Laws, each document once for the places where it holds, with the numbers of what it speaks against."""
    documents: dict[tuple[str, tuple[str, ...]], dict[Fact, dict[int, Finding]]] = {}
    for number, finding, laws in found:
        for law in nearest_first(laws_proper(laws), [finding]):
            fact = library().facts[law.fact]
            documents.setdefault((fact.document.id, fact.where), {}).setdefault(fact, {})[number] = finding
    return tuple(_of_law(facts, is_open, frame) for facts in documents.values())


def _of_law(facts: Mapping[Fact, Mapping[int, Finding]], is_open: bool, frame: Frame) -> Consequence:
    """What the law asks for, then what follows where it is not done."""
    asks = tuple(facts)
    against = [finding for numbers in facts.values() for finding in numbers.values()]
    following = [fact for fact in library().facts.values() if not {each.id for each in asks}.isdisjoint(fact.after)]
    return Consequence(
        name=asks[0].document.title,
        numbers=tuple(sorted({number for numbers in facts.values() for number in numbers})),
        sources=(*map(_source, asks), *(_source(fact, _narrower(fact, asks[0], frame)) for fact in following)),
        unknown="" if following else frame.say("otherwise", "unknown_law"),
        where=frame.say("otherwise", "if_readers", places=places(asks[0], frame))
        if is_open
        else why_here(asks[0].id, against, frame),
        outcome=following[-1].says if following else "",
        places=tuple(place_names(asks, frame)),
    )


def _narrower(fact: Fact, law: Fact, frame: Frame) -> str:
    """Where something follows, if that is not everywhere where the law holds."""
    return "" if set(fact.where) >= set(law.where) else frame.say("otherwise", "only_in", places=places(fact, frame))


def _source(fact: Fact, lead: str = "") -> CitedSource:
    return cited_source(citation_of(fact), lead)
