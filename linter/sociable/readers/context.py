"""What is noticed while one file is read."""

from collections.abc import Collection, Iterable

from sociable.documents.defects import Defect
from sociable.documents.nodes import Node, span_of
from sociable.findings.finding import Change
from sociable.findings.problem import SPREAD, Problem
from sociable.text.source import Source, Span

MAX_PROBLEMS = 100
"""Told about one file: more than anybody mends at once, and few enough to tell quickly."""

MAX_EXPRESSIONS = 50_000
"""In one file: several for each automation that fits into one."""

MAX_STEPS = 50_000
"""The same. A step may be a single word, and takes many times as much once it is judged."""


class ReadingContext:
    """The file that is being read, and what is wrong with it.

    ``fits`` turns false when the part at hand (an account, an automation) is not as the format asks;
    ``sociable.readers.automation_file.misfits`` then finds the words. ``misread`` gathers the keys of that part whose
    values were not understood.
    """

    __slots__ = ("_expressions", "_first_untold", "_steps", "_untold", "fits", "misread", "problems", "source")

    def __init__(self, source: Source) -> None:
        self.source = source
        self.fits = True
        self.misread: set[str] = set()
        self._expressions = 0
        self._steps = 0
        self.problems: list[Problem] = []
        self._untold = 0
        self._first_untold = Span(source, 0, 0)

    def span(self, node: Node) -> Span:
        """Find the place of a node."""
        return span_of(self.source, node)

    @property
    def full(self) -> bool:
        """Whether further problems are only counted."""
        return len(self.problems) >= MAX_PROBLEMS

    def misreads(self, name: str, known: Collection[str] = ()) -> None:
        """Note that a key of the part at hand does not fit, or another one that was meant by an unknown name."""
        self.fits = False
        if name in known or not known:
            self.misread.add(name)
        elif not self.full:
            from sociable.text.suggest import nearest

            self.misread.add(nearest(name, known))

    def say(self, span: Span, message: str, advice: str = "", rule: str = "not-understood", meant: str = "") -> None:
        """Note a problem, or count it when enough have been told; ``meant`` is the word that belongs there instead."""
        self.tell(Problem(rule, span, message, advice, Change("replace", "word", "", meant) if meant else None))

    def tell(self, problem: Problem) -> None:
        """Note a problem, or count it when enough have been told."""
        if not self.full:
            self.problems.append(problem)
            return
        if not self._untold:
            self._first_untold = problem.span
        self._untold += 1

    def say_defects(self, defects: Iterable[Defect]) -> None:
        """Note what is wrong with the text itself."""
        for start, end, message, advice, rule in defects:
            self.say(Span(self.source, start, end), message, advice, rule)

    def takes_expression(self, node: Node) -> bool:
        """Count an expression in a node, and say so once when there are too many."""
        self._expressions += 1
        return self._keeps_to(MAX_EXPRESSIONS, self._expressions, "expressions", node)

    def takes_step(self, node: Node) -> bool:
        """Count a step, and say so once when there are too many."""
        self._steps += 1
        return self._keeps_to(MAX_STEPS, self._steps, "steps", node)

    def _keeps_to(self, most: int, count: int, what: str, node: Node) -> bool:
        if count == most + 1:
            self.say(self.span(node), f"the file holds more than {most:,} {what}", SPREAD)
        return count <= most

    def told(self) -> list[Problem]:
        """List the problems in file order, and after them how many more there are."""
        problems = sorted(dict.fromkeys(self.problems), key=lambda problem: problem.span.start)
        if self._untold:
            more = f"from here on, {self._untold:,} more parts of this file are not understood"
            problems.append(Problem("not-understood", self._first_untold, more, "Mend the ones above first."))
        return problems
