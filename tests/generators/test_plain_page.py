"""The plain page for assistants."""

from pathlib import Path

from sociable.rulebook.rulebook import with_built_in
from sociable.server.assistants.instructions import EXAMPLE
from sociable.server.glossary import SORTS, glossary
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.verbs import VERBS

from generators.plain_page import plain_page

ROOT = Path(__file__).parents[2]


def test_the_page_names_every_word_and_every_rule() -> None:
    page = plain_page(str(ROOT))
    names = [*EVENTS, *VERBS, *PLATFORMS, *(rule.name for rule in with_built_in().rules)]
    assert [name for name in names if f"\n- `{name}`" not in page] == []
    assert EXAMPLE in page
    assert page == (ROOT / "docs" / "llms.txt").read_text(encoding="utf-8")


def test_every_word_says_what_it_means_in_a_sentence() -> None:
    for word in glossary():
        assert word.meaning[:1] == word.meaning[:1].upper(), word
        assert word.meaning.endswith("."), word
    assert list(dict.fromkeys(word.sort for word in glossary())) == list(SORTS)
