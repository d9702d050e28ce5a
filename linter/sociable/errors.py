"""Mistakes that are expected: a call, a file or a rule that makes no sense, each said in one sentence.

All are a ``SociableError``. Their types are part of the interface, the words they say are not.
"""

from sociable.records.static import Any


class SociableError(Exception):
    """Something was asked for that makes no sense; ``exit_code`` is what a command ends with that meets it."""

    exit_code = 2


class NoSuchPath(SociableError):
    """A path that was given does not exist. The message names it, and what may have been meant."""


class UnreadableFile(SociableError):
    """A file that is needed cannot be read. The message names it, and says why."""


class OurFault(SociableError):
    """A mistake of ours left nothing to tell. The message says what failed."""


class NoSuchProfile(SociableError):
    """There is no profile of the name that was given."""


class NoSuchRule(SociableError):
    """There is no rule, and no category of rules, of the name that was given."""


class BadBaseline(SociableError):
    """A file that should hold a baseline cannot be used as one. The message says why."""


class NoRevision(SociableError):
    """There is no such commit, no repository, or no git. The message says which."""


class NoStream(SociableError):
    """A stream that is needed was closed by whoever called. The message says which."""


class NoCluster(SociableError):
    """A cluster that was named cannot be used. The message says why."""


class NoRulePages(SociableError):
    """A folder that should hold rule pages holds none."""


class NobodyHears(SociableError):
    """No automation of the account, or of any, starts on the event."""


class NotThere(SociableError):
    """There is nothing with the id that was asked for. The message says so, and what may have been meant."""


class BadFrame(SociableError):
    """A table of words for a report cannot be used. The message says which, and why."""


class BadReport(SociableError):
    """What was given as the last report is none. The message says why."""


class BadClients(SociableError):
    """Whose the accounts are cannot be told. The message says why."""


class BadExpression(SociableError):
    """Says in plain words what is wrong with an expression.

    ``offset`` and ``length`` count characters in its text.
    """

    def __init__(self, message: str, offset: int, length: int) -> None:
        super().__init__(message)
        self.message = message
        self.offset = offset
        self.length = length


class BadRule(SociableError):
    """Carries what is wrong with a rule and where: ``problem`` is a ``sociable.findings.problem.Problem``."""

    def __init__(self, problem: Any) -> None:
        super().__init__(problem.message)
        self.problem = problem


class _Broken(SociableError):
    """Something that was written makes no sense; ``problems`` are the ``Problem``s that say where and why."""

    what = ""

    def __init__(self, problems: tuple[Any, ...]) -> None:
        super().__init__(f"{len(problems)} {'problem' if len(problems) == 1 else 'problems'} in {self.what}")
        self.problems = problems


class BrokenRules(_Broken):
    """A rule page does not make sense; ``problems`` says where and why."""

    what = "the rule pages"


class BadQuestion(_Broken):
    """A question that makes no sense; ``problems`` says where and why."""

    what = "the question"


class BadConfig(_Broken):
    """A configuration that makes no sense; ``problems`` says where and why."""

    what = "the configuration"
