"""A page of ``docs/platforms/`` for each platform, and one for law: what they say, and the rules that look for it."""

from collections.abc import Iterable, Iterator
from os.path import basename

from sociable.rulebook.page_files import PageRule
from sociable.sources.basis import basis_of
from sociable.sources.fact import Fact
from sociable.sources.library import citation_of, library
from sociable.text.wording import listed, sentence
from sociable.vocabulary.law_words import BINDS
from sociable.vocabulary.platforms import OTHER
from sociable.vocabulary.values import EVIDENCE

from generators.sources_schema import platform_title, platforms

_MADE = "<!-- Made by `make generated` from rules/sources/. -->"
_ABOUT = """
What {title} says about accounts that act by themselves, in our own words, and the rules that look for it. This is no
legal advice, and no substitute for the pages themselves. [How facts are kept](../facts.md) says what the words mean."""
_NONE = """
No fact is held here yet of rules that {title} itself has for accounts that act by themselves. What is told of an
account there rests on [law](law.md) or on our judgement, and the finding says on which. That nothing stands here does
not mean that everything is allowed. [How facts are kept](../facts.md) tells how to add one."""
_SECTIONS = {
    "forbids": "What may not be done",
    "asks": "What has to be done",
    "discourages": "What can have consequences",
    "allows": "What may be done",
    "explains": "What else there is to know",
    "follows": "What can follow",
}
_LAW = "law"
_OVERTAKEN = "What held before"

Links = dict[str, list[str]]
"""For each fact the rules that rest on it, as links."""


def facts_pages(rules: Iterable[PageRule]) -> dict[str, str]:
    """Each page by its name; one for each platform that has a name, also where no fact is held."""
    links = _links(rules)
    facts = list(library().facts.values())
    pages = {
        name: _page(platform_title(name), [fact for fact in facts if name in fact.on], links) for name in page_names()
    }
    law = [fact for fact in facts if not fact.on and fact.verdict != "reports"]
    return pages | {_LAW: _page("Law", law, links)}


def page_names() -> list[str]:
    """The platforms that have a page: each that has a name."""
    return [name for name in platforms() if name != OTHER]


def read_platforms() -> list[str]:
    """Those of which facts are held."""
    spoken_of = {name for fact in library().facts.values() for name in fact.on}
    return [name for name in page_names() if name in spoken_of]


def _links(rules: Iterable[PageRule]) -> Links:
    found: Links = {}
    for page in rules:
        link = f"[{page.rule.name}](../../rules/{page.category}/{basename(page.path)})"
        for basis in basis_of(page.sources):
            found.setdefault(basis.fact, []).append(link)
    return found


def _page(title: str, facts: list[Fact], links: Links) -> str:
    parts = [f"# {title}", _MADE, (_ABOUT if facts else _NONE).strip().format(title=title)]
    holding = [fact for fact in facts if not fact.superseded_by]
    for verdict, heading in _SECTIONS.items():
        parts += _section(heading, [fact for fact in holding if fact.verdict == verdict], links)
    parts += _section(_OVERTAKEN, [fact for fact in facts if fact.superseded_by], links)
    return "\n\n".join(parts) + "\n"


def _section(heading: str, facts: list[Fact], links: Links) -> list[str]:
    if not facts:
        return []
    return [f"## {heading}", "\n".join(f"- {' '.join(_told(fact, links))}" for fact in facts)]


def _told(fact: Fact, links: Links) -> Iterator[str]:
    citation = citation_of(fact)
    says = sentence(fact.says)
    yield f"**{fact.id}**: {says[0].upper()}{says[1:]}"
    yield f"[{citation.title}]({citation.address}), {citation.dated}."
    if not fact.is_its_own_page:
        yield f"{EVIDENCE[fact.document.evidence].capitalize()}."
    if fact.where:
        binds = listed([BINDS[each] for each in fact.document.binds])
        scope = f": {fact.document.scope}" if fact.document.scope else ""
        yield f"Holds in {', '.join(fact.where)} for {binds}{scope}."
    if fact.of_reviews:
        yield "It holds for reviews there, from whichever account people are asked for them."
    for what, other in (
        ("Instead", fact.superseded_by),
        ("Narrowed by", fact.narrowed_by),
        ("Otherwise", fact.conflicts_with),
    ):
        if other:
            yield f"{what}: {other}."
    if fact.after:
        yield f"After: {', '.join(fact.after)}."
    if fact.note:
        yield fact.note
    rules = links.get(fact.id, [])
    if rules:
        yield f"Rules: {', '.join(rules)}."
    elif fact.unused:
        yield f"No rule rests on it. {fact.unused}"
