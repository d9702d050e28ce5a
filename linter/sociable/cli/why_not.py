"""`sociable check --why-not`: why a rule says nothing."""

import sys

from sociable.cli.console import CLEAN, BadCall, NothingToDo, quiet_pipe, style_for
from sociable.cli.read_paths import read_paths, unheard_of
from sociable.cli.read_rules import sound_rulebook
from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.near_misses import why_not
from sociable.facts.facts import derive
from sociable.pipeline import Request, settings
from sociable.records.record import Record
from sociable.rulebook.applicability import runs_in
from sociable.rulebook.former_names import former_names, of_today
from sociable.text.suggest import did_you_mean
from sociable.vocabulary.values import KEPT_IN, UNSTATED


class WhyNotCall(Record):
    """What `--why-not` was asked for; ``asked`` is ``RULE`` or ``RULE:AUTOMATION``."""

    asked: str
    paths: tuple[str, ...]
    forms: tuple[str, ...]
    profile: str | None
    project: str | None
    stdin_filename: str
    own_rules: tuple[str, ...]
    preview: bool
    config: str
    isolated: bool


def tell_why_not(call: WhyNotCall) -> int:
    """Say why a rule says nothing."""
    from sociable.output.why_not_text import write

    name, _, automation = call.asked.partition(":")
    holds = settings(
        Request(
            call.paths,
            project=call.project,
            profile=call.profile,
            rules=call.own_rules or None,
            preview=call.preview or None,
            config=call.config,
            isolated=call.isolated,
        )
    )
    profile, book = holds.profile, sound_rulebook(holds.rules)
    pages = {page.name: page for page in book.rules}
    name, *_ = of_today((name,), former_names(book.rules))
    if name not in pages:
        hint = did_you_mean(name, pages) or "`sociable rules list` shows them all."
        raise BadCall(f"there is no rule `{name}`. {hint}")
    if {*call.forms} - {"text"}:
        raise BadCall("`--why-not` answers as text only.")
    if (since := pages[name].heading.preview) and not holds.preview:
        raise BadCall(f"`{name}` is a preview since {since} and does not run: `--preview` runs it.")
    if not runs_in(pages[name], profile):
        only = ", ".join(f"`{profile}`" for profile in pages[name].rule.profiles)
        raise BadCall(f"`{name}` does not run in the profile `{profile}`, only in {only}.")
    reading = read_paths(call.paths, call.stdin_filename, call.project)
    if not reading.files:
        raise NothingToDo("no automation files found")
    facts = derive(reading.setup, keeper=KEPT_IN.get(profile, UNSTATED))
    if mistake := unheard_of(automation, facts):
        raise BadCall(mistake)
    rules = [CompiledRule(page, profile=profile) for page in book.rules if runs_in(page, profile, holds.preview)]
    out = sys.stdout
    with quiet_pipe():
        write(why_not(pages[name], facts, automation, rules), out, name, automation, style_for(out))
    return CLEAN
