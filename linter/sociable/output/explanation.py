"""The words of a finding that the formats for people share."""

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from sociable.files import package_data
from sociable.findings.finding import Citation, EvidenceStep, Finding, Fix, LoopEvidence, Member
from sociable.findings.members import first_few, sources_of
from sociable.findings.origin import OWN
from sociable.findings.report import RuleSummary
from sociable.sources.dates import dated
from sociable.text.source import Span
from sociable.text.wording import counted, listed, sentence
from sociable.vocabulary.loop_words import STRANGERS_BOT
from sociable.vocabulary.platforms import PLATFORMS

_NO_PAGES: Mapping[str, RuleSummary] = MappingProxyType({})


def step_title(step: EvidenceStep) -> str:
    """Whose automation acts at one station of a loop; that of a stranger's bot is like ours and in no file."""
    if step.account == STRANGERS_BOT:
        return f"an automation like `{step.automation}`, on {step.account}"
    return f"`{step.automation}` on {step.account}"


def step_sentence(step: EvidenceStep) -> str:
    """What happens at one station of a loop."""
    return f"when {step.when}, {step.account} {step.does}"


def explanation(finding: Finding, today: str, pages: Mapping[str, RuleSummary] = _NO_PAGES) -> list[tuple[str, str]]:
    """What is said after the message, in reading order: pairs of a label and sentences, none of them empty.

    A pair without a label carries on from the one before. By ``today`` a source is old; where it is empty, none is.
    """
    told = [
        *(_loop(finding.loop) if finding.loop else ()),
        ("people see", finding.people_see),
        ("why", finding.why),
        *(("source", text) for text in _sources(finding, today)),
        ("do", finding.advice),
        ("open", next((each.origin.link for each in finding.members if each.origin.link), "")),
        ("also", _others(finding, pages)),
        *(_fix(finding.fix, finding.span) if finding.fix else ()),
    ]
    return [(label, text) for label, text in told if text]


def paragraphs(finding: Finding, today: str, pages: Mapping[str, RuleSummary] = _NO_PAGES) -> list[str]:
    """The whole finding for a format that knows neither layout nor loops."""
    walk = finding.loop.walk if finding.loop else ()
    return [
        sentence(finding.message),
        *(f"{number}. {step_title(step)}: {step_sentence(step)}" for number, step in enumerate(walk, 1)),
        *(f"{label.capitalize()}: {text}" if label else text for label, text in explanation(finding, today, pages)),
    ]


def _others(finding: Finding, pages: Mapping[str, RuleSummary]) -> str:
    """The faults in the same place, in one sentence."""
    others = "; ".join(_another(name, pages.get(name)) for name in finding.also)
    return sentence(others) if others else ""


def _another(rule: str, page: RuleSummary | None) -> str:
    """A fault of which nothing more is told here: what its page is called, and where to read it."""
    command = f"`{command_for(rule, page)}`"
    return f"another fault in the same place: {f'“{page.title}” ({command})' if page else command}"


def command_for(rule: str, page: RuleSummary | None) -> str:
    """What to type to read the page of a rule; one of a project's own has to be looked for in its folder."""
    folder = os.path.dirname(os.path.dirname(page.path)) if page else package_data.folder("rules")
    if folder == package_data.folder("rules"):
        return f"sociable explain {rule}"
    from shlex import quote

    from sociable.files.contents import shown

    return f"sociable explain {rule} --rules {quote(shown(folder))}"


def _sources(finding: Finding, today: str) -> list[str]:
    """Who says so: of each platform or account its own source, where they differ."""
    said: dict[str, list[Member]] = {}
    for members in sources_of(finding):
        said.setdefault(_source(members[0], today), []).extend(members)
    if len(said) == 1:
        return list(said)
    of_platform = Counter(each.platform for each in finding.members)
    return [f"{_for_whom(members, of_platform)}: {text}" for text, members in said.items() if text]


def _for_whom(members: Sequence[Member], of_platform: Mapping[str, int]) -> str:
    """The platforms, if a source speaks of all there are of the accounts on them, or else the accounts."""
    here = Counter(each.platform for each in members)
    if all(here[name] == of_platform[name] and name in PLATFORMS for name in here):
        return f"on {listed([PLATFORMS[name].title for name in here])}"
    return f"for {first_few(list(dict.fromkeys(each.account for each in members)))}"


def _source(member: Member, today: str) -> str:
    """Who says so, as of when; or that nobody does whom we know, and why we say it."""
    if member.citation is not None:
        return f"{_cited(member.citation, today)}{_by_seat(member, member.citation)}"
    says = sentence(member.judgement) if member.judgement else ""
    if member.laws_if:
        from sociable.sources.fitting import where_laws_hold

        laws, told = _first_laws(member.laws_if, today)
        places = where_laws_hold([each.fact for each in told]) or ["a country where it holds"]
        return f"if readers live in {listed(places, 'or')}, which no file says: {laws}. Elsewhere our judgement: {says}"
    return f"our judgement, no rule or law that we know fits what the files say: {says}" if says else ""


_MOST_OF_LAWS = 1400
"""So many signs of laws are read in one sentence, and leave room for what else it says."""


def _first_laws(laws: Sequence[Citation], today: str) -> tuple[str, Sequence[Citation]]:
    """What laws say, each as a whole: as many as can be read at once, and how many there are besides; and these."""
    told, room = list[str](), _MOST_OF_LAWS
    for law in laws:
        told.append(_cited(law, today))
        if (room := room - len(told[-1])) < 0 and len(told) > 1:
            told.pop()
            break
    left = len(laws) - len(told)
    more = [f"and {counted(left, 'more law')}, some of them of other countries"] if left else []
    return "; ".join([*told, *more]), laws[: len(told)]


def _by_seat(member: Member, citation: Citation) -> str:
    """That a law is cited because of where whoever runs the account is based, if that is so."""
    if not member.seats:
        return ""
    from sociable.sources.fitting import why_it_holds

    readers, seats = why_it_holds(citation.fact, member.readers, member.seats)
    beside = f", and as readers live in {listed(readers)}" if readers else ""
    return f"; it holds as whoever runs the account is based in {listed(seats)}{beside}" if seats else ""


def _cited(citation: Citation, today: str) -> str:
    return f"{citation.title}: {sentence(citation.says)} {citation.address} ({dated(citation, today)})"


def _fix(fix: Fix, told_at: Span) -> list[tuple[str, str]]:
    """The words speak of “this step”; where it is not on the line of the finding, its place is said."""
    apart = fix.also_at or fix.span.source is not told_at.source or fix.span.line != told_at.line
    places = f" ({', '.join(map(str, (fix.span, *fix.also_at)))})" if apart else ""
    return [(f"fix ({fix.safety})", sentence(f"{fix.words}{places}"))]


def _loop(loop: LoopEvidence) -> list[tuple[str, str]]:
    label = "what happens" if loop.certainty == "certain" else "may happen"
    until = "Nothing ends it sooner" if loop.verdict == "settles" else "Nothing stops it"
    brakes = f"{until} because: {sentence('; '.join(loop.brakes))}" if loop.brakes else ""
    cut = f"Least change: {sentence(loop.cut)}" if loop.cut else ""
    others = (
        f"In this loop too: {first_few([f'`{name}`' for name in dict.fromkeys(loop.others)])}." if loop.others else ""
    )
    pace = f"How much: {sentence(loop.pace)}" if loop.pace else ""
    return [(label, sentence(loop.verdict_words)), ("", pace), ("", brakes), ("", cut), ("", others)]


def called(finding: Finding) -> str:
    """What the tool that wrote the file calls the place, in its own words; nothing for files of ours, or an account."""
    origin = next((each.origin for each in finding.members), OWN)
    if not origin.importer or origin.within is None:
        return ""
    from sociable.readers.importers import IMPORTERS

    words = next((each.words for each in IMPORTERS if each.name == origin.importer), ("node", "workflow"))
    places = zip(words, (origin.called, origin.within.called), strict=True)
    return " in ".join(f"{word} “{name}”".strip() for word, name in places if name)
