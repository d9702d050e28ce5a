"""Mistakes that are expected: a call, a file or a rule that makes no sense, each said in one sentence."""

from sociable.findings.problem import Problem


class BrokenRules(Exception):
    """A rule page does not make sense; ``problems`` says where and why."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems in the rule pages")
        self.problems = problems


class NoStream(Exception):
    """A stream that is needed was closed by whoever called. The message says which."""


class NoSuchPath(Exception):
    """A path that was given does not exist. The message names it, and what may have been meant."""
