"""`sociable check --why-not`: why a rule says nothing."""

import sys
from typing import NamedTuple

from sociable.cli.console import CLEAN, NOTHING, complain, complain_of, quiet_pipe, style_for
from sociable.cli.read_paths import read_paths, unheard_of
from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.near_misses import why_not
from sociable.errors import NoSuchPath
from sociable.facts.facts import derive
from sociable.rulebook.applicability import runs_in
from sociable.rulebook.page_files import NoRulePages
from sociable.rulebook.rulebook import with_built_in
from sociable.text.suggest import did_you_mean


class WhyNotCall(NamedTuple):
    """What `--why-not` was asked for; ``asked`` is ``RULE`` or ``RULE:AUTOMATION``."""

    asked: str
    paths: tuple[str, ...]
    form: str
    profile: str
    project: str | None
    stdin_filename: str
    own_rules: tuple[str, ...]


def tell_why_not(call: WhyNotCall) -> int:
    """Say why a rule says nothing."""
    from sociable.output.why_not_text import write

    name, _, automation = call.asked.partition(":")
    try:
        book = with_built_in(call.own_rules)
    except NoRulePages as error:
        return complain(str(error))
    if book.problems:
        return complain_of(book.problems)
    pages = {page.rule.name: page for page in book.rules}
    if name not in pages:
        hint = did_you_mean(name, pages) or "`sociable rules list` shows them all."
        return complain(f"there is no rule `{name}`. {hint}")
    if call.form != "text":
        return complain("`--why-not` answers as text only.")
    if not runs_in(pages[name], call.profile):
        only = ", ".join(f"`{profile}`" for profile in pages[name].rule.profiles)
        return complain(f"`{name}` does not run in the profile `{call.profile}`, only in {only}.")
    try:
        reading = read_paths(call.paths, call.stdin_filename, call.project)
    except NoSuchPath as error:
        return complain(str(error))
    if not reading.files:
        return complain("no automation files found", code=NOTHING)
    facts = derive(reading.setup)
    if mistake := unheard_of(automation, facts):
        return complain(mistake)
    rules = [CompiledRule(page, profile=call.profile) for page in book.rules if runs_in(page, call.profile)]
    out = sys.stdout
    with quiet_pipe():
        write(why_not(pages[name], facts, automation, rules), out, name, automation, style_for(out))
    return CLEAN
