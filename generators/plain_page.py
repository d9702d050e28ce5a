"""One plain page for assistants that write automations and cannot ask a server: ``docs/llms.txt``."""

from collections.abc import Iterator
from os.path import join

from sociable.rulebook.categories import CATEGORIES, by_category
from sociable.rulebook.rulebook import load
from sociable.rulebook.summary import UNKNOWN, severity_words, summary
from sociable.server.assistants.instructions import EXAMPLE, HONESTY
from sociable.server.glossary import SORTS, glossary

_OPENING = """\
# sociable

> sociable reads a description of social automations (posts, replies, follows, messages that a program sends by itself)
> and says what a stranger would experience, why it matters, which platform or law says so, and what to change.

Write an automation file with the words below and no others, check it, put right what is found, and check again:

- `sociable check FILE --format json`: everything that is found (`--format text` for people); exit code 1 if anything is
- `sociable explain RULE --format markdown`: the whole page of a rule
- `sociable rehearse FILE --when EVENT`: who then does what to whom, in which words
- `sociable mcp`: the same for assistants that speak the Model Context Protocol (`pip install 'sociable[mcp]'`)
"""


def plain_page(project: str) -> str:
    """What the format and the rules say, on one page."""
    parts = [
        _OPENING,
        HONESTY,
        f"## A file\n\n```yaml\n{EXAMPLE}```",
        *(_words(sort) for sort in SORTS),
        *_rules(project),
    ]
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


def _words(sort: str) -> str:
    listed = (f"- `{word.name}`: {word.meaning}" for word in glossary() if word.sort == sort)
    return "\n".join([f"## Words: {sort}", "", *listed])


def _rules(project: str) -> Iterator[str]:
    for category, pages in by_category(load(join(project, "rules")).rules):
        about = CATEGORIES.get(category, category)
        lines = []
        for page in pages:
            advice = summary(page).advice.replace(UNKNOWN, "…")
            lines.append(
                f"- `{page.name}` ({severity_words(page.rule, in_full=False)}): {page.title}. {advice}".rstrip()
            )
        yield "\n".join([f"## Rules: {about}", "", *lines])
