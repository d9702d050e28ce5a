"""Questions at the terminal: why a rule says nothing, and what there is of a kind."""

import sys

from sociable.cli.commands.check import CheckCall
from sociable.cli.console import CLEAN, NOTHING, complain, complain_of, quiet_pipe, wants_colour, width
from sociable.cli.read_paths import read_paths, unheard_of
from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.near_misses import why_not as misses_of
from sociable.errors import NoRulePages, NoSuchPath
from sociable.facts.facts import derive
from sociable.rulebook.applicability import runs_in
from sociable.rulebook.rulebook import with_built_in
from sociable.text.suggest import did_you_mean


def why_not(asked: str, options: CheckCall) -> int:
    """Say why a rule says nothing; ``asked`` is ``RULE`` or ``RULE:AUTOMATION``."""
    from sociable.output.why_not_text import write

    name, _, automation = asked.partition(":")
    try:
        book = with_built_in(options.rules)
    except NoRulePages as error:
        return complain(str(error))
    if book.problems:
        return complain_of(book.problems)
    pages = {page.rule.name: page for page in book.rules}
    if name not in pages:
        hint = did_you_mean(name, pages) or "`sociable rules list` shows them all."
        return complain(f"there is no rule `{name}`. {hint}")
    if options.form != "text":
        return complain("`--why-not` answers as text only.")
    if not runs_in(pages[name], options.profile):
        only = ", ".join(f"`{profile}`" for profile in pages[name].rule.profiles)
        return complain(f"`{name}` does not run in the profile `{options.profile}`, only in {only}.")
    try:
        reading = read_paths(options.paths, options.stdin_filename, options.project)
    except NoSuchPath as error:
        return complain(str(error))
    if not reading.files:
        return complain("no automation files found", code=NOTHING)
    facts = derive(reading.setup)
    if mistake := unheard_of(automation, facts):
        return complain(mistake)
    rules = [CompiledRule(page, profile=options.profile) for page in book.rules if runs_in(page, options.profile)]
    out = sys.stdout
    with quiet_pipe():
        write(misses_of(pages[name], facts, automation, rules), out, name, automation, wants_colour(out), width(out))
    return CLEAN
