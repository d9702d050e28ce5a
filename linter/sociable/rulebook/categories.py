"""The categories of rules: their order and what each is about."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from sociable.rulebook.page_files import PageRule

CATEGORIES = {
    "courtesy": "how accounts treat the people who meet them",
    "loops": "automations that set each other off, or get in each other's way",
    "consent": "who has asked to be written to",
    "honesty": "what is a machine, what is meant, and who speaks",
    "care": "what belongs to people or to platforms, and how it is handled",
    "setup": "slips in the files themselves",
}
"""What each category is about, in the order of reading. Others, as a project of its own may have, come after these."""


def by_category(rules: Iterable[PageRule]) -> Iterator[tuple[str, list[PageRule]]]:
    """Each category that has rules, in the order of reading, with its rules by name."""
    order = list(CATEGORIES)

    def place(rule: PageRule) -> tuple[int, str]:
        return (order.index(rule.category) if rule.category in order else len(order)), rule.category

    for (_, category), members in groupby(sorted(rules, key=lambda rule: (*place(rule), rule.name)), key=place):
        yield category, list(members)
