"""What reading could not make sense of, told like any other finding."""

from typing import NamedTuple

from sociable.findings.finding import Finding, Member
from sociable.text.source import Span

READING_RULES = {
    "unreadable-file": "The file could not be read at all.",
    "broken-yaml": "The file is not well-formed YAML or JSON.",
    "not-understood": "The file says something that the automation format does not know.",
}
"""What is told by reading itself: there is no page for it, because no rule could run."""


class Problem(NamedTuple):
    """Something reading could not make sense of; ``rule`` is one of ``READING_RULES``."""

    rule: str
    span: Span
    message: str
    advice: str = ""


def finding_of(problem: Problem, seen: dict[str, int]) -> Finding:
    """A problem of reading, told like any other finding."""
    fingerprint = _fingerprint(problem, seen)
    return Finding(
        rule=problem.rule,
        severity="error",
        confidence="high",
        span=problem.span,
        message=problem.message,
        people_see="",
        why="",
        advice=problem.advice,
        subjects=(),
        fingerprint=fingerprint,
        members=(Member(problem.span, "", (), fingerprint),),
    )


def _fingerprint(problem: Problem, seen: dict[str, int]) -> str:
    """With a counter for the second of two that are the same in all but their place."""
    from hashlib import sha256

    text = "\0".join((problem.rule, problem.span.path, problem.message, problem.span.text))
    seen[text] = seen.get(text, 0) + 1
    if seen[text] > 1:
        text += f"\0{seen[text]}"
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


SPREAD = "Spread the automations over several files; they are linted together."
