"""Whether a page rests on what it says it rests on: facts that exist and still hold, and a ground for each severity."""

from collections.abc import Iterable, Iterator, Sequence

from sociable.findings.problem import Problem
from sociable.language import ast
from sociable.language.condition import Condition
from sociable.language.conditions.joined import conjuncts
from sociable.language.parser import problem
from sociable.rulebook.applicability import applies_on
from sociable.rulebook.pages import Page
from sociable.sources.basis import JUDGEMENT, Basis, basis_of
from sociable.sources.fact import Fact
from sociable.sources.library import library
from sociable.text.suggest import did_you_mean
from sociable.vocabulary.law_words import LAWS
from sociable.vocabulary.platforms import PLATFORMS, server_word

_WEIGHTS = {"error": ("error",), "warning": ("warning", "error"), "info": ("info", "warning", "error")}
"""How heavy a fact has to be to carry a severity."""


def unfounded(page: Page, rule: ast.Rule) -> Iterator[Problem]:
    """What is wrong with the lines under *Sources*, each at its place."""
    facts = library().facts
    basis = basis_of(page.sources)
    for each in basis:
        message, advice = _wrong(each, facts)
        if message:
            at = page.source.text.rfind(each.fact)
            yield problem(page.source, at, at + len(each.fact), message, advice)
    yield from _not_under_sources(page, rule, {each.fact for each in basis})
    if any(each.citation is not None for each in basis):
        return  # a project's own guidelines may carry whatever they like
    known = [each for each in basis if not each.fact or each.fact in facts]
    conditional = {fact for line in rule.cites for fact in line.facts}
    for line in rule.severities:
        speaking = [each for each in known if line.when or each.fact not in conditional]
        for missing in _missing(line, rule, speaking, facts):
            advice = f"Name a fact that carries it, or write `- {JUDGEMENT} ({missing}): …` and say why."
            yield problem(page.source, line.at, line.end, f"nothing under “Sources” carries `{missing}`", advice)


def _not_under_sources(page: Page, rule: ast.Rule, named: set[str]) -> Iterator[Problem]:
    for line in rule.cites:
        for fact in line.facts:
            if fact not in named:
                advice = f"Say there how it bears on the rule: `- {fact} (…): …`."
                yield problem(page.source, line.at, line.end, f"`{fact}` does not stand under “Sources”", advice)


def _wrong(basis: Basis, facts: dict[str, Fact]) -> tuple[str, str]:
    if not basis.fact:
        return "", ""
    if basis.fact not in facts:
        return f"there is no fact `{basis.fact}`", did_you_mean(basis.fact, facts)
    fact = facts[basis.fact]
    if fact.superseded_by:
        return f"`{fact.id}` holds no longer", f"`{fact.superseded_by}` holds instead."
    for carried in basis.carries:
        if fact.weight not in _WEIGHTS[carried.level]:
            return f"`{fact.id}` carries no {carried.level}", f"Its weight is {fact.weight}."
    return "", ""


def _missing(line: ast.Severity, rule: ast.Rule, basis: Sequence[Basis], facts: dict[str, Fact]) -> Iterator[str]:
    """What of a severity has no ground, as one would write it."""
    profiles = line.profiles or rule.profiles
    if not line.platforms and _is_judged(line, basis):
        return
    if profiles and any(_is_for(fact, profiles) for fact in _carrying(line.level, basis, facts)):
        return
    if not line.platforms and _is_law_where_it_asks(line, basis, facts):
        return
    if _is_rule_of_the_server_it_asks(line, basis, facts) or _is_rule_on_the_reviews_it_asks(line, basis, facts):
        return
    where = line.platforms or [name for name in PLATFORMS if applies_on(rule, name)]
    lacking = [name for name in where if not _is_grounded(line.level, name, basis, facts)]
    if lacking:
        on = f" on {', '.join(lacking)}" if line.platforms else ""
        yield f"{line.level}{on}{' in ' if line.profiles else ''}{', '.join(line.profiles)}"


def _is_judged(line: ast.Severity, basis: Iterable[Basis]) -> bool:
    return any(
        carried.level == line.level and not carried.platforms and carried.profiles == tuple(line.profiles)
        for each in basis
        if each.is_judgement
        for carried in each.carries
    )


def _is_law_where_it_asks(line: ast.Severity, basis: Iterable[Basis], facts: dict[str, Fact]) -> bool:
    """Whether the line holds only under certain laws, and for each of these one carries it that binds whom it does."""
    asked = [LAWS[word] for each in conjuncts(line.when) for word in _laws_in(each)]
    told = list(_carrying(line.level, basis, facts))
    return bool(asked) and all(
        any(law.where in fact.where and set(law.binds) <= set(fact.document.binds) for fact in told) for law in asked
    )


def _laws_in(condition: Condition) -> tuple[str, ...]:
    """The words of the laws of which one has to hold; none where something else would do."""
    ways = condition.operands if isinstance(condition, ast.Or) else (condition,)
    words = tuple(way.word for way in ways if isinstance(way, ast.Holds) and way.right.names[-1] == "laws")
    return words if len(words) == len(ways) else ()


def _is_rule_of_the_server_it_asks(line: ast.Severity, basis: Iterable[Basis], facts: dict[str, Fact]) -> bool:
    """Whether the line holds only on one server, and a rule of that server carries it."""
    asked = {each.word for each in conjuncts(line.when) if isinstance(each, ast.Is) and each.left.names[-1] == "server"}
    told = _carrying(line.level, basis, facts)
    return bool(asked) and asked <= {server_word(fact.server) for fact in told if fact.server}


def _is_rule_on_the_reviews_it_asks(line: ast.Severity, basis: Iterable[Basis], facts: dict[str, Fact]) -> bool:
    """Whether the line holds only for reviews on one platform, and what that says of reviews carries it."""
    asked = {
        each.word
        for each in conjuncts(line.when)
        if isinstance(each, ast.Holds) and each.right.names[-1] == "reviews_on"
    }
    told = _carrying(line.level, basis, facts)
    return bool(asked) and asked <= {platform for fact in told if fact.of_reviews for platform in fact.on}


def _is_for(fact: Fact, profiles: Iterable[str]) -> bool:
    return bool(fact.kinds) and set(profiles) <= set(fact.kinds)


def _is_grounded(level: str, platform: str, basis: Iterable[Basis], facts: dict[str, Fact]) -> bool:
    """Whether the platform's own fact carries it, or our judgement that names the platform. A server is no platform."""
    judged = (carried for each in basis if each.is_judgement for carried in each.carries)
    return any(platform in fact.on and not fact.server for fact in _carrying(level, basis, facts)) or any(
        carried.level == level and platform in carried.platforms for carried in judged
    )


def _carrying(level: str, basis: Iterable[Basis], facts: dict[str, Fact]) -> Iterator[Fact]:
    """The facts that are ground enough by themselves: for an error never one that was not seen at its own page."""
    for each in basis:
        if each.fact and any(carried.level == level for carried in each.carries):
            fact = facts[each.fact]
            if level != "error" or fact.is_its_own_page:
                yield fact
