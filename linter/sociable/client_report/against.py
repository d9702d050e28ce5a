"""Who speaks against something, in so many words: a platform's own rules, a law and where it holds, or a page."""

from collections.abc import Iterable, Iterator

from sociable.client_report.frame import Frame
from sociable.client_report.places import place_names
from sociable.findings.finding import Citation, Finding
from sociable.sources.fitting import DEMANDS
from sociable.sources.library import library
from sociable.vocabulary.platforms import PLATFORMS


def against(findings: Iterable[Finding], frame: Frame) -> tuple[str, ...]:
    """Clauses, each once: platforms, then laws for certain, then those that hold if readers live there."""
    found = list(findings)
    cited = (clause for each in found if each.citation is not None for clause in _cited(each, each.citation, frame))
    return tuple(dict.fromkeys((*cited, *laws_against(found, frame))))


def laws_against(findings: Iterable[Finding], frame: Frame) -> Iterator[str]:
    """Laws alone, by where they hold."""
    found = list(findings)
    for key, laws in (
        ("law", [law for each in found for law in each.laws]),
        ("law_if", [law for each in found for law in each.laws_if]),
    ):
        if places := place_names((library().facts[law.fact] for law in laws), frame):
            yield frame.say("against", key, places=frame.either(places) if key == "law_if" else frame.listed(places))


def _cited(finding: Finding, citation: Citation, frame: Frame) -> Iterator[str]:
    """What a finding cites, unless that is a law, of which it is said where it holds."""
    fact = library().facts.get(citation.fact)
    if fact is not None and fact.is_law and fact.verdict in DEMANDS:
        return
    if fact is not None and finding.platform in fact.on and finding.platform in PLATFORMS:
        key = "platform" if fact.verdict in DEMANDS else "platform_advises"
        yield frame.say("against", key, platform=PLATFORMS[finding.platform].title)
    else:
        key = "page" if fact is None or fact.verdict in DEMANDS else "page_advises"
        yield frame.say("against", key, title=citation.title)
