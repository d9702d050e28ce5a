"""`sociable rules list`."""

import sys

from sociable.cli.console import CLEAN
from sociable.cli.read_rules import sound_rulebook, when_checked
from sociable.records.record import Record
from sociable.rulebook.applicability import applies_on, severities
from sociable.text.safe import one_line
from sociable.text.wording import counted


class RulesListCall(Record):
    """What `sociable rules list` was asked for."""

    platform: str | None
    own_rules: tuple[str, ...]


def run(call: RulesListCall) -> int:
    """Print one line for each rule, by category; with a platform, those that apply there and how grave they are."""
    from sociable.rulebook.categories import CATEGORIES, by_category

    book = sound_rulebook(call.own_rules)
    pages = [page for page in book.rules if not call.platform or applies_on(page.rule, call.platform)]
    longest = max(len(page.name) for page in pages)
    levels = {page.name: "/".join(severities(page.rule, call.platform)) for page in pages}
    widest = max(map(len, levels.values()))
    for category, members in by_category(pages):
        about = CATEGORIES.get(category, "")
        sys.stdout.write(f"{one_line(category)}{f': {about}' if about else ''}\n")
        for page in members:
            only = f" (only in {', '.join(page.rule.profiles)})" if page.rule.profiles else ""
            only += f" (preview since {page.rule.preview})" if page.rule.preview else ""
            title = one_line(page.title)
            sys.stdout.write(f"  {page.name:<{longest}}  {levels[page.name]:<{widest}}  {title}{only}\n")
        sys.stdout.write("\n")
    sys.stdout.write(when_checked(line for page in pages for line in page.sources))
    sys.stdout.write(f"{counted(len(pages), 'rule')}. `sociable explain NAME` shows the page of one.\n")
    return CLEAN
