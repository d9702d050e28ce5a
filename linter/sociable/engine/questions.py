"""Questions asked once: ``for each … when … unless …``, answered with whatever in a setup fits.

A question is parsed, checked and run exactly like a rule; it only has nothing to say about what it finds.
"""

import os
from collections.abc import Iterator

from sociable.engine.compiled_rule import plan_for
from sociable.engine.domains import Things
from sociable.engine.explainer import bound_variables
from sociable.errors import BadQuestion, BadRule
from sociable.facts.facts import Facts, StepFacts
from sociable.facts.step_parts import TextFacts
from sociable.files import package_data
from sociable.graph.loops import Loop
from sociable.kinds.table import KINDS, kind_of, named
from sociable.language import ast
from sociable.language.checker import RuleChecker
from sociable.language.parser import parse_question
from sociable.records.record import Record
from sociable.records.static import Any
from sociable.rulebook.page_files import SHARED, page_text, read_bytes
from sociable.rulebook.pages import read_shared
from sociable.text.source import Source, Span
from sociable.vocabulary.loop_words import VERDICTS


class Question(Record):
    """A question that makes sense, with its own words."""

    tree: ast.Question
    text: str


class Place(Record):
    """Where something is, and what it is."""

    says: str
    span: Span


class Found(Record):
    """What one variable of ``for each`` came to stand for. A group or a loop is at several places."""

    variable: str
    kind: str
    says: str
    places: tuple[Place, ...]


def understood(text: str) -> Question:
    """The question, checked; lists and defines of the shared page may stand in it. Raises ``BadQuestion``."""
    source = Source("question", text)
    path = os.path.join(package_data.folder("rules"), SHARED)
    shared, _ = read_shared(path, page_text(read_bytes(path)))
    checker = RuleChecker(source, shared, KINDS)
    try:
        tree = checker.question(parse_question(source))
    except BadRule as error:
        raise BadQuestion((error.problem,)) from None
    if checker.problems:
        raise BadQuestion(tuple(checker.problems))
    return Question(tree, text)


def query(text: str, facts: Facts) -> tuple[tuple[Found, ...], ...]:
    """Everything that fits ``for each … when …``, in file order, each with all variables. Raises ``BadQuestion``."""
    return ask(understood(text), facts)


def ask(question: Question, facts: Facts) -> tuple[tuple[Found, ...], ...]:
    """Everything that fits, in file order, each with all variables."""
    return tuple(sorted(_matches(question.tree, Things(facts)), key=_where))


def _matches(tree: ast.Question, domains: Things) -> Iterator[tuple[Found, ...]]:
    plan = plan_for(tree)
    for env in plan.environments(domains):
        bound = bound_variables(tree, plan.variables.slots, plan.variables.types, env)
        yield tuple(_found(name, kind.name, thing) for name, (thing, kind) in bound.items())


def _found(name: str, kind: str, thing: Any) -> Found:
    says = f"{named(thing)}: {VERDICTS[thing.verdict]}" if isinstance(thing, Loop) else _on_its_account(thing)
    return Found(
        name, kind, says, tuple(Place(_on_its_account(each), each.span) for each in kind_of(thing).places(thing))
    )


def _on_its_account(thing: Any) -> str:
    return (
        f"{named(thing)} on {(thing.step if isinstance(thing, TextFacts) else thing).account.shown}"
        if isinstance(thing, StepFacts | TextFacts)
        else named(thing)
    )


def _where(match: tuple[Found, ...]) -> list[tuple[str, int]]:
    return [(found.places[0].span.path, found.places[0].span.start) for found in match]
