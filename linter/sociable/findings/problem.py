"""What reading could not make sense of, told like any other finding."""

from sociable.findings.finding import Change, Finding, Fix, Member, Related
from sociable.records.record import Record
from sociable.text.source import Span
from sociable.text.suggest import TRUTHS, is_slip

READING_RULES = {
    "unreadable-file": "The file could not be read at all.",
    "broken-yaml": "The file is not well-formed YAML or JSON.",
    "not-understood": "The file says something that the automation format does not know.",
}
"""What is told by reading itself: there is no page for it, because no rule could run."""

_UNREAD = {
    "unreadable-file": "Nothing in this file is judged until it can be read.",
    "broken-yaml": "What cannot be read is not judged until it is mended.",
    "not-understood": "Until this is mended, what it does to people is judged by a guess or not at all.",
}
"""What follows for the check."""

_UNSEEN = {
    "unreadable-file": "Nobody has checked what people see of this.",
    "broken-yaml": "Nobody has checked what people see of this.",
    "not-understood": "What people see of this cannot be told for certain.",
}
"""What people see of what was not read, or of words that were taken for others."""

_MEND = "Mend it, or take this line out."
"""What to do where nothing better is known."""


REVIEW_RULES = {
    "malformed-suppression": "A comment begins like a suppression and is none, so it hides nothing.",
    "blanket-suppression": "A suppression names no rule, so it hides nothing.",
    "unknown-suppressed-rule": "A suppression names a rule that does not exist.",
    "renamed-suppressed-rule": "A suppression calls a rule by a name that it had before. It goes on working.",
    "suppression-without-reason": "A suppression does not say why, so it hides nothing.",
    "expired-suppression": "The last day of a suppression is over, so it hides nothing.",
    "untrusted-suppression": "A suppression is not in the commit that is trusted, so it hides nothing.",
    "unused-suppression": "A suppression names a rule that has nothing to say there.",
}
"""What is told of what people wrote to the linter; none of it can be suppressed."""

PAGELESS_RULES = {**READING_RULES, **REVIEW_RULES}


class Problem(Record):
    """Something that makes no sense where it stands; ``rule`` is one of ``PAGELESS_RULES``.

    ``change`` is what would end it, if that is known: of a word, of a comment, or of an entry in a configuration.
    ``is_guess`` says of the latter two that something else may have been meant; of a word, that shows. ``lacks`` are
    the names that no file describes, ``related`` other places that make it so.
    """

    rule: str
    span: Span
    message: str
    advice: str = ""
    change: Change | None = None
    is_guess: bool = False
    lacks: tuple[str, ...] = ()
    related: tuple[Related, ...] = ()


def finding_of(problem: Problem, seen: dict[str, int]) -> Finding:
    """A problem of reading or of a suppression, told like any other finding."""
    fingerprint = _fingerprint(problem, seen)
    severity = "error" if problem.rule in READING_RULES else "warning"
    return Finding(
        rule=problem.rule,
        severity=severity,
        confidence="high",
        span=problem.span,
        message=problem.message,
        people_see=_UNSEEN.get(problem.rule, ""),
        why=_UNREAD.get(problem.rule, ""),
        advice=problem.advice or (_MEND if problem.rule == "not-understood" else ""),
        subjects=problem.lacks,
        fingerprint=fingerprint,
        related=problem.related,
        fix=_fix(problem, problem.change) if problem.change else None,
        members=(Member(problem.span, "", (), fingerprint, message=problem.message, severity=severity),),
    )


def _fix(problem: Problem, change: Change) -> Fix:
    """Unsafe if another word may have been meant."""
    if change.action == "remove":
        return Fix("safe", f"delete this {change.kind}", problem.span, change)
    said = problem.span.text.strip("\"'")
    safe = is_slip(said, change.word) or said in TRUTHS if change.kind == "word" else not problem.is_guess
    return Fix("safe" if safe else "unsafe", f"write `{change.word}` instead", problem.span, change)


def _fingerprint(problem: Problem, seen: dict[str, int]) -> str:
    """With a counter for the second of two that are the same in all but their place."""
    from sociable.text.digests import sha256

    said = sha256("\0".join((problem.rule, problem.message, problem.span.text)).encode("utf-8", "surrogatepass"))
    first = said.hexdigest()  # the text itself may be long, and many may be of the same one
    seen[first] = seen.get(first, 0) + 1
    if seen[first] > 1:
        said.update(f"\0{seen[first]}".encode())
    return said.hexdigest()[:16]


SPREAD = "Spread the automations over several files; they are linted together."
