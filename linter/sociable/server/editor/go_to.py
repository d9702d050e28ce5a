"""Where something is described that is named somewhere else."""

import re

from sociable.server.editor.at_cursor import standing_at
from sociable.server.editor.hover_texts import rule_named_at
from sociable.server.editor.known_things import ACCOUNT, sorts_at, things
from sociable.server.editor.open_projects import Checked
from sociable.setup.handles import named_forms
from sociable.text.source import Source, Span

_NAME = r"[@\w./-]+"


def described_at(source: Source, offset: int, checked: Checked) -> Span | None:
    """The place of the account, list, place or page of a rule that is named here."""
    rule = checked.pages.get(rule_named_at(source, offset))
    if rule is not None:
        return Span(Source(rule.path, ""), 0, 0)
    found = standing_at(source.text, offset)
    if found is None or found.is_key:
        return None
    sorts = sorts_at(found.route)
    names = {found.node.value, _word_at(source.text[found.node.start : found.node.end], offset - found.node.start)}
    for thing in things(checked.setups):
        if thing.name in names and (thing.sort in sorts or (not sorts and thing.name != found.node.value)):
            return thing.span
    return _by_handle(names, checked) if ACCOUNT in sorts else None


def _word_at(text: str, at: int) -> str:
    return next((each[0] for each in re.finditer(_NAME, text) if each.start() <= at <= each.end()), "")


def _by_handle(names: set[str], checked: Checked) -> Span | None:
    wanted = named_forms(tuple(names))
    for setup in checked.setups:
        for account in setup.accounts:
            if account.handle and not wanted.isdisjoint(named_forms((account.handle,))):
                return account.id.span
    return None
