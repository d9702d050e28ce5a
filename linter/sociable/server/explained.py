"""What a name means that somebody came across: of a rule, of a category of rules, or of a word of the format."""

from collections.abc import Iterator

from sociable.errors import NoSuchRule
from sociable.findings.problem import PAGELESS_RULES
from sociable.records.record import Record
from sociable.rulebook.categories import CATEGORIES
from sociable.rulebook.former_names import former_names, of_today
from sociable.rulebook.page_files import PageRule
from sociable.rulebook.readable import readable
from sociable.rulebook.rulebook import Rulebook
from sociable.rulebook.summary import summary
from sociable.server.glossary import Word, glossary
from sociable.text.suggest import did_you_mean
from sociable.vocabulary.platforms import PLATFORMS

_SORTS = {"events": "event", "verbs": "verb", "platforms": "platform"}
"""Sorts of words that can be asked for as a whole."""


class Explained(Record):
    """A page of Markdown, and the lines under *Sources* that it rests on, if it is that of a rule."""

    text: str
    sources: tuple[str, ...] = ()


def explained(name: str, book: Rulebook) -> Explained:
    """The page of a rule, and whatever else has this name. Raises ``NoSuchRule`` where nothing does."""
    if name in PAGELESS_RULES:
        return Explained(f"{name}: {PAGELESS_RULES[name]}\n")
    pages = {page.name: page for page in book.rules}
    now, *_ = of_today((name,), former_names(book.rules))
    if now in pages:
        return Explained(readable(summary(pages[now])), pages[now].sources)
    parts = [*_of_category(name, book), *_of_sort(name), *map(_of_word, words_called(name))]
    if not parts:
        raise NoSuchRule(f"there is no rule and no word `{name}`. {_hint(name, book)}")
    return Explained("\n\n".join((f"# {name}", *parts)) + "\n")


def _hint(name: str, book: Rulebook) -> str:
    if hint := did_you_mean(name, known_names(book)):
        return hint
    telling = next((word.name for word in glossary() if f"`{name}`" in word.meaning), "")
    return (
        f"`{telling}` speaks of it."
        if telling
        else "`sociable rules list` shows all rules, `sociable explain events`, `verbs` or `platforms` all such words."
    )


def words_called(name: str) -> list[Word]:
    """The words of the format of this name; of a value, with or without the key that holds it."""
    return [word for word in glossary() if name in (word.name, _bare(word))]


def known_names(book: Rulebook) -> list[str]:
    """Everything that can be explained, each once: rules first."""
    words = (_bare(word) for word in glossary())
    return list(
        dict.fromkeys((*(page.name for page in book.rules), *PAGELESS_RULES, *_categories(book), *_SORTS, *words))
    )


def _bare(word: Word) -> str:
    return word.name.rpartition(": ")[2] if word.sort == "value" else word.name


def _categories(book: Rulebook) -> dict[str, list[PageRule]]:
    found: dict[str, list[PageRule]] = {}
    for page in book.rules:
        found.setdefault(page.category, []).append(page)
    return found


def _of_category(name: str, book: Rulebook) -> Iterator[str]:
    pages = _categories(book).get(name)
    if pages:
        about = f": {CATEGORIES[name]}" if name in CATEGORIES else ""
        yield f"A category of rules{about}."
        yield "\n".join(f"- `{page.name}`: {page.title}" for page in pages)


def _of_sort(name: str) -> Iterator[str]:
    words = [f"`{word.name}`" for word in glossary() if _SORTS.get(name) == word.sort]
    if words:
        yield f"All {name}: {', '.join(words)}."


def _of_word(word: Word) -> str:
    of = f" of `{word.name.partition(':')[0]}`" if word.sort == "value" else ""
    more = ""
    if word.name in PLATFORMS and word.sort == "platform":
        more = f"\n\nWhat applies there: `sociable rules list --platform {word.name}`; what it says itself: "
        more += f"`sociable facts list --platform {word.name}`."
    return f"**{word.sort.capitalize()}{of}.** {word.meaning}{more}"
