"""What a suppression says: ``ignore[rule-a, rule-b] until=2027-01-31 -- reason``, in comments and elsewhere."""

import re

from sociable.records.record import Record
from sociable.text.suggest import nearest

EXAMPLE = "ignore[auto-follow-back] until=2027-01-31 -- why this is fine here"
_WRITE = f"Write `# sociable: {EXAMPLE}`."

_LEAD = r"(?i)#+\s*sociable\s*:\s*"
_ALMOST = r"(?i)#+\s*sociable[\s:,-]*(?=(?:ignore|ignored|disable|allow|suppress|skip|noqa)\b)"
_MARKER = r"\d+\s*(?:#.*)?$"
"""A first line of ours that was commented out."""

_FORM = re.compile(
    r"ignore\s*\[(?P<rules>[^\[\]]*)\](?:\s+until\s*=\s*(?P<until>\S+))?\s*(?:--(?P<reason>.*))?$", re.DOTALL
)
_UNTIL = r"\buntil\s*=\s*\d"
_DAY = r"\d{4}-\d\d-\d\d$"
_EVERYTHING = ("*", "all")
_MOST_RULES = 50
"""In one suppression: each is told of with the whole of it."""


class Directive(Record):
    """What a suppression says; ``until`` is the last day, as ISO date, or empty."""

    rules: tuple[str, ...]
    reason: str
    until: str


class Mistake(Record):
    """Why a text is no suppression: a rule of ``REVIEW_RULES``, a clause and a sentence.

    ``becomes`` is the text as it was meant, if that is plain; ``is_guess`` if something else may have been meant.
    """

    rule: str
    message: str
    advice: str
    becomes: str = ""
    is_guess: bool = False


def body(comment: str) -> str | Mistake | None:
    """What stands behind ``# sociable:`` in a comment; nothing where it is an ordinary comment."""
    lead = re.match(_LEAD, comment)
    if lead is not None:
        said = comment[lead.end() :].strip()
        return None if re.match(_MARKER, said) else said
    if almost := re.match(_ALMOST, comment):
        mistake = Mistake("malformed-suppression", "this reads like a suppression, but lacks the colon", _WRITE)
        return _with_meaning(mistake, comment[almost.end() :].strip())
    return None


def with_body(comment: str, said: str) -> str:
    """A comment that says something else behind ``# sociable:``."""
    lead = re.match(_LEAD, comment)
    return f"{comment[: lead.end()] if lead else '# sociable: '}{said}"


def parse(said: str) -> Directive | Mistake:
    """What a suppression says, or what is wrong with it."""
    read = _parsed(said)
    return _with_meaning(read, said) if isinstance(read, Mistake) else read


def _with_meaning(mistake: Mistake, said: str) -> Mistake:
    """The mistake with what was meant, where that makes a suppression."""
    if mistake.rule != "malformed-suppression":
        return mistake
    from sociable.review.suppression_slips import meant

    found = meant(said)
    if found is None or not isinstance(_parsed(found.says), Directive):
        return mistake
    written = f"`# sociable: {found.says}`"
    advice = f"Did you mean {written}?" if found.is_guess else f"Write {written}."
    return mistake._replace(advice=advice, becomes=found.says, is_guess=found.is_guess)


def _parsed(said: str) -> Directive | Mistake:
    form = _FORM.match(said)
    if form is None:
        return _mistake(said)
    names = tuple(dict.fromkeys(name for name in re.split(r"[\s,]+", form["rules"]) if name))
    if len(names) > _MOST_RULES:
        advice = "Name what is accepted here. Leave out what you never want to hear of: `ignore` in `sociable.toml`."
        return Mistake("malformed-suppression", f"it names {len(names)} rules, and may name {_MOST_RULES}", advice)
    if not names or any(name in _EVERYTHING for name in names):
        return _blanket()
    until = form["until"] or ""
    if until and not _is_day(until):
        advice = "Write the last day as year, month and day, such as `until=2027-01-31`."
        why = f"`{until}` is no day" if re.match(_DAY, until) else f"`{until}` is not a year, a month and a day"
        return Mistake("malformed-suppression", why, advice)
    reason = " ".join((form["reason"] or "").split())
    if not until and re.search(_UNTIL, reason):
        return Mistake(
            "malformed-suppression", "`until=` has to come before ` -- `, or it is a part of the reason", _WRITE
        )
    return Directive(names, reason, until)


def _mistake(said: str) -> Mistake:
    word = re.match(r"[\w-]*", said)
    verb = word[0] if word else ""
    if verb != "ignore":
        hint = "Did you mean `ignore`?" if nearest(verb, ("ignore",)) else _WRITE
        return Mistake("malformed-suppression", f"`{verb}` is nothing that can be said here", hint)
    rest = said[len(verb) :].strip()
    if not rest.startswith("["):
        return _without_bracket(rest)
    if "]" not in rest:
        return Mistake("malformed-suppression", "the bracket is not closed", _WRITE)
    after = rest[rest.index("]") + 1 :].strip()
    if after.startswith(("\u2013", "\u2014", "-", ":", "#")):
        return Mistake("malformed-suppression", "the reason has to come after ` -- `", _WRITE)
    return Mistake("malformed-suppression", f"`{after}` cannot stand here", _WRITE)


def _without_bracket(rest: str) -> Mistake:
    named = re.match(r"[({:=\s]*([A-Za-z][\w-]*)", rest)
    if named is None or named[1] in ("until", *_EVERYTHING):
        return _blanket()
    advice = f"Write `# sociable: ignore[{named[1]}] -- why this is fine here`."
    return Mistake("malformed-suppression", "the rule has to stand in square brackets", advice)


def _blanket() -> Mistake:
    advice = f"Name what is accepted: `{EXAMPLE}`."
    return Mistake("blanket-suppression", "this would hide everything, whatever is found later", advice)


def _is_day(text: str) -> bool:
    from datetime import date

    if not re.match(_DAY, text):
        return False
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
