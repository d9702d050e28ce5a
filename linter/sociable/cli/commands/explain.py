"""`sociable explain`."""

import sys

from sociable.cli.console import CLEAN, DEFAULT_WIDTH, wants_colour, width
from sociable.cli.read_rules import rulebook_in_reach, when_checked
from sociable.records.record import Record
from sociable.rulebook.rulebook import with_built_in
from sociable.text.safe import defused, visible


class ExplainCall(Record):
    """What `sociable explain` was asked for; ``form`` is one of ``FORMS``."""

    name: str
    own_rules: tuple[str, ...]
    form: str


FORMS = {
    "text": "for people: drawn on a terminal",
    "markdown": "the page itself, for programs and assistants",
}


def run(call: ExplainCall) -> int:
    """Print the page of a rule in reading order, or what a word means: drawn on a terminal, else as Markdown."""
    from sociable.server.explained import explained

    page = explained(call.name, rulebook_in_reach(call.own_rules))
    text = "\n".join(defused(visible(line)) for line in page.text.splitlines()) + "\n"
    if call.form == "text" and sys.stdout.isatty():
        from sociable.output.markdown import show

        show(text, sys.stdout, width=min(width(sys.stdout), DEFAULT_WIDTH), colour=wants_colour(sys.stdout))
    else:
        sys.stdout.write(text)
    checked = when_checked(page.sources)
    sys.stdout.write(f"\n{checked}" if checked else "")
    return CLEAN


def rule_names(incomplete: str = "") -> list[str]:
    """Names for shell completion."""
    return [page.name for page in with_built_in().rules if page.name.startswith(incomplete)]


def explained_names(incomplete: str = "") -> list[str]:
    """Names of rules and words for shell completion."""
    from sociable.server.explained import known_names

    return [name for name in known_names(with_built_in()) if name.startswith(incomplete)]
