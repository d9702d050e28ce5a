"""Places in a text that look as if something were filled in there, and where nothing is."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sociable.facts.facts import AccountFacts
from sociable.facts.provenance import account_facts
from sociable.setup.model import Expression, Text
from sociable.text.suggest import Spellings

_SINGLE = r"(?<![{$\\])\$?\{ ?([A-Za-z_][\w.]+) ?\}(?!\})"


class Gap(NamedTuple):
    """What stands there as people would read it, and what to write instead, as a sentence."""

    shown: str
    hint: str


NO_GAP = Gap("", "")


def first_gap(text: Text, account: AccountFacts) -> Gap:
    """The first place of a text that nothing fills on this account; ``NO_GAP`` if there is none."""
    return next(_gaps(text, account), NO_GAP)


def _gaps(text: Text, account: AccountFacts) -> Iterator[Gap]:
    for part in text.parts:
        if isinstance(part, Expression):
            yield from _missing(part, account)
        elif "{" in part:
            for found in re.finditer(_SINGLE, part):
                yield Gap(found[0], f"Two braces fill something in: `{{{{ {found[1]} }}}}`.")


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
            yield Gap(f"account.{name}", guess or f"Write `{name}` under the `vars:` of the account.")
