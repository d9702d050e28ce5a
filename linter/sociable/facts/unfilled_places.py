"""Places in a text that look as if something were filled in there, and where nothing is."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sociable.facts.facts import AccountFacts, StepFacts
from sociable.facts.provenance import account_facts
from sociable.records.record import Record
from sociable.setup.model import Expression, Text
from sociable.text.suggest import Spellings
from sociable.vocabulary.carried import CARRIED

_SINGLE = r"(?<![{$\\])\$?\{ ?([A-Za-z_][\w.]+) ?\}(?!\})"


_READ_OFF = frozenset(field.name for thing in CARRIED.values() for field in thing.fields)


class Gap(Record):
    """What stands there as people would read it, and what to write instead, as a sentence.

    ``is_slip``: it is a name of ours that was to be filled in. Any other may be filled in by the tool that says it.
    ``is_way_out``: by its name, the link by which people leave belongs there.
    """

    shown: str
    hint: str
    is_slip: bool

    @property
    def is_way_out(self) -> bool:
        from sociable.vocabulary.detail_words import WAYS_OUT

        words = re.split(r"[\W_]+", self.shown.casefold())
        return not {*words, *map(" ".join, pairwise(words))}.isdisjoint(WAYS_OUT)


NO_GAP = Gap("", "", False)


def first_gap(text: Text, step: StepFacts) -> Gap:
    """The first place of a text that nothing fills in this step, slips first; ``NO_GAP`` if there is none."""
    gaps = list(_gaps(text, step))
    return next((gap for gap in gaps if gap.is_slip), gaps[0] if gaps else NO_GAP)


def _gaps(text: Text, step: StepFacts) -> Iterator[Gap]:
    for part in text.parts:
        if isinstance(part, Expression):
            yield from _missing(part, step.account)
        elif "{" in part:
            for found in re.finditer(_SINGLE, part):
                is_ours = found[1].rpartition(".")[2] in _READ_OFF or found[1] in account_facts(step.account.model)
                yield Gap(found[0], _instead_of(found[1], step), is_ours)


def _instead_of(name: str, step: StepFacts) -> str:
    """What to write where ``name`` stands in single braces: a value that there is, or else the words themselves."""
    root, _, rest = name.partition(".")
    if root in step.values or (root in ("event", "account") and rest):
        return f"Two braces fill something in: `{{{{ {name} }}}}`."
    of_account = [f"account.{name}"] if name in account_facts(step.account.model) else []
    carried = [f"event.{thing}.{name}" for thing in step.automation.event.carries if _has(thing, name)]
    if meant := next(iter(of_account + carried), ""):
        return f"Two braces fill something in: `{{{{ {meant} }}}}`."
    return "Write out what belongs there, unless your tool fills it in. Nothing in this file has that name."


def _has(thing: str, name: str) -> bool:
    return any(field.name == name for field in CARRIED[thing].fields)


def _missing(expression: Expression, account: AccountFacts) -> Iterator[Gap]:
    """The facts of the account that an expression asks for and no file gives."""
    if expression.op != "path":
        for operand in expression.args:
            if isinstance(operand, Expression):
                yield from _missing(operand, account)
        return
    if expression.args[0] == "account" and len(expression.args) == 2:
        name, known = expression.args[1], account_facts(account.model)
        if name not in known:
            spellings = account.memo.setdefault("spellings of its facts", Spellings(known))
            guess = spellings.did_you_mean(name).replace("`", "`account.", 1)
            yield Gap(f"account.{name}", guess or f"Write `{name}` under the `vars:` of the account.", True)
