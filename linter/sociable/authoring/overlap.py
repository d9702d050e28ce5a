"""Rules that speak of the same step: found by running all of them over all examples, in every profile.

Two rules must not say the same thing twice. Where both find something at one step, a page has to say how
that is meant: ``subsumes`` (only one of them is told) or ``beside`` (each says something else).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from sociable.authoring.page_tests import read_example
from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.judge import verdicts
from sociable.engine.subsumption import Subsumption
from sociable.facts.facts import StepFacts, derive
from sociable.language import ast
from sociable.records.record import Record
from sociable.rulebook.applicability import runs_in
from sociable.rulebook.page_files import PageRule, page_text, read_bytes
from sociable.rulebook.pages import Page, read_page
from sociable.setup.model import Setup
from sociable.text.source import Span
from sociable.vocabulary.values import KEPT_IN, PROFILES, UNSTATED

Pair = tuple[str, str]
"""The names of two rules in the order of the alphabet."""


class Where(Record):
    """A step of which two rules speak; ``example`` is the name of the example it is in, empty in a file."""

    span: Span
    example: str


class Overlap(Record):
    """Two rules at the same steps. ``twice`` are the places where both are told though no page wants that."""

    pair: Pair
    resolution: str
    places: tuple[Where, ...]
    twice: tuple[Where, ...]


class Trial(Record):
    """A setup to run the rules over; what it was read from begins at ``start`` of ``page`` if that is an example."""

    setup: Setup
    page: Page | None = None
    example: str = ""
    start: int = 0

    def where(self, span: Span) -> Where:
        if self.page is None:
            return Where(span, "")
        return Where(Span(self.page.source, self.start + span.start, self.start + span.end), self.example)


def trials_of(page: PageRule) -> Iterator[Trial]:
    """Every example of a page."""
    read, _ = read_page(page.path, page_text(read_bytes(page.path)), page.category)
    for example in read.examples:
        setup, _ = read_example(example, read)
        yield Trial(setup, read, example.name, example.span.start)


_SIDE_BY_SIDE, _ONE_HABIT = "side by side: ", "one habit, told once: "
"""How what pages say of two rules begins where both may speak."""


def overlaps(pages: Sequence[PageRule], trials: Sequence[Trial]) -> list[Overlap]:
    """Each pair of rules that meet at a step, and each that is said to and never does, in order of their names."""
    met: dict[Pair, dict[Where, bool]] = {}
    for profile in PROFILES:
        running = [page for page in pages if runs_in(page, profile)]
        rules = [CompiledRule(page, profile=profile) for page in running]
        keeper = KEPT_IN.get(profile, UNSTATED)
        for trial in trials:
            for pair, where, both in _meetings(rules, trial, keeper):
                places = met.setdefault(pair, {})
                places[where] = places.get(where, False) or both
    said = _said(pages)
    broadly = _said_of_many(pages)
    said |= {pair: broadly[pair] for pair in met if pair in broadly and pair not in said}
    return [_overlap(pair, said, met.get(pair, {})) for pair in sorted(met.keys() | said.keys())]


def _meetings(rules: Sequence[CompiledRule], trial: Trial, keeper: str) -> Iterator[tuple[Pair, Where, bool]]:
    """Two rules at one step, and whether both are told of it."""
    found: dict[StepFacts, dict[str, bool]] = {}
    for sifted in verdicts(derive(trial.setup, keeper=keeper), rules):
        for hit, instead in sifted:
            for step in (thing for thing in hit.things if isinstance(thing, StepFacts)):
                is_told = found.setdefault(step, {})
                is_told[hit.finding.rule] = is_told.get(hit.finding.rule, False) or not instead
    for step, is_told in found.items():
        for pair in combinations(sorted(is_told), 2):
            yield pair, trial.where(step.span), all(is_told[name] for name in pair)


def _said(pages: Iterable[PageRule]) -> dict[Pair, str]:
    """What pages say of each pair: who subsumes whom, or what each of them says."""
    known = list(pages)
    said: dict[Pair, str] = {}
    for name, subsumers in Subsumption(page.heading for page in known).subsumers.items():
        for other in subsumers:
            said[_pair(name, other)] = f"{other} subsumes {name}"
    names = {page.name for page in known}
    for page in known:
        for each in page.rule.beside:
            for neighbour in each.rules:
                if neighbour.name in names:
                    said.setdefault(_pair(page.name, neighbour.name), _side_by_side(each))
    return said


def _said_of_many(pages: Sequence[PageRule]) -> dict[Pair, str]:
    """What pages say of all rules of a category, or of a habit, at once."""
    said: dict[Pair, str] = {}
    of_habit: dict[str, list[str]] = {}
    for page in pages:
        for habit in page.rule.habits:
            of_habit.setdefault(habit, []).append(page.name)
    for habit, names in of_habit.items():
        said.update({_pair(*pair): f"{_ONE_HABIT}{habit}" for pair in combinations(names, 2)})
    for page in pages:
        for each in page.rule.beside:
            categories = {other.name for other in each.rules}
            for neighbour in pages:
                if neighbour.category in categories and neighbour is not page:
                    said.setdefault(_pair(page.name, neighbour.rule.name), _side_by_side(each))
    return said


def _side_by_side(beside: ast.Beside) -> str:
    return f"{_SIDE_BY_SIDE}{''.join(part for part in beside.says.parts if isinstance(part, str))}"


def _overlap(pair: Pair, said: dict[Pair, str], places: dict[Where, bool]) -> Overlap:
    resolution = said.get(pair, "")
    is_settled = resolution.startswith((_SIDE_BY_SIDE, _ONE_HABIT))
    twice = () if is_settled else tuple(where for where, both in places.items() if both)
    return Overlap(pair, resolution, tuple(places), twice)


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
