"""`sociable explain`."""

import sys

from sociable.cli.console import CLEAN, DEFAULT_WIDTH, BadCall, wants_colour, width
from sociable.cli.read_rules import sound_rulebook, when_checked
from sociable.findings.problem import PAGELESS_RULES
from sociable.records.record import Record
from sociable.rulebook.former_names import former_names, of_today
from sociable.rulebook.rulebook import with_built_in
from sociable.text.safe import defused, visible
from sociable.text.suggest import did_you_mean


class ExplainCall(Record):
    """What `sociable explain` was asked for; ``form`` is one of ``FORMS``."""

    rule: str
    own_rules: tuple[str, ...]
    form: str


FORMS = {
    "text": "for people: drawn on a terminal",
    "markdown": "the page itself, for programs and assistants",
}


def run(call: ExplainCall) -> int:
    """Print the page of a rule in reading order: drawn on a terminal, else as Markdown."""
    from sociable.rulebook.readable import readable
    from sociable.rulebook.summary import summary

    if call.rule in PAGELESS_RULES:
        sys.stdout.write(f"{call.rule}: {PAGELESS_RULES[call.rule]}\n")
        return CLEAN
    book = sound_rulebook(call.own_rules)
    name, *_ = of_today((call.rule,), former_names(book.rules))
    pages = {page.name: page for page in book.rules}
    if name not in pages:
        hint = did_you_mean(name, [*pages, *PAGELESS_RULES]) or "`sociable rules list` shows them all."
        raise BadCall(f"there is no rule `{name}`. {hint}")
    text = "\n".join(defused(visible(line)) for line in readable(summary(pages[name])).splitlines()) + "\n"
    if call.form == "text" and sys.stdout.isatty():
        from sociable.output.markdown import show

        show(text, sys.stdout, width=min(width(sys.stdout), DEFAULT_WIDTH), colour=wants_colour(sys.stdout))
    else:
        sys.stdout.write(text)
    checked = when_checked(pages[name].sources)
    sys.stdout.write(f"\n{checked}" if checked else "")
    return CLEAN


def rule_names(incomplete: str = "") -> list[str]:
    """Names for shell completion."""
    return [page.name for page in with_built_in().rules if page.name.startswith(incomplete)]
