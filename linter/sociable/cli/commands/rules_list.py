"""`sociable rules list`."""

import sys

from sociable.cli.console import CLEAN
from sociable.cli.read_rules import rulebook_in_reach, when_checked
from sociable.records.record import Record
from sociable.rulebook.applicability import applies_on, runs_in, severities
from sociable.text.safe import one_line
from sociable.text.wording import counted
from sociable.vocabulary.values import DEFAULT_PROFILE


class RulesListCall(Record):
    """What `sociable rules list` was asked for."""

    platform: str | None
    own_rules: tuple[str, ...]


def run(call: RulesListCall) -> int:
    """Print one line for each rule, by category; with a platform, those that apply there and how grave they are."""
    from sociable.rulebook.categories import CATEGORIES, by_category

    book = rulebook_in_reach(call.own_rules)
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
    usual = sum(runs_in(page, DEFAULT_PROFILE, preview=False) for page in pages)
    less = f"; a check runs {usual} of them unless a profile or `--preview` asks for more" if usual < len(pages) else ""
    sys.stdout.write(f"{counted(len(pages), 'rule')}{less}. `sociable explain NAME` shows the page of one.\n")
    return CLEAN
