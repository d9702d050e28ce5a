"""The rules that come with the linter: each page is its own test, and all of them keep some manners."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from sociable.authoring.page_tests import PageResult, page_results
from sociable.engine.wants import wants_of
from sociable.rulebook.page_files import COMPILED, PageRule, page_paths
from sociable.rulebook.pages import Page, read_page
from sociable.rulebook.rulebook import compile_folder, load
from sociable.vocabulary.crowds import CROWDS, TARGET_KINDS
from sociable.vocabulary.events import EVENTS
from sociable.vocabulary.values import ADMISSIONS
from sociable.vocabulary.verbs import VERBS

ROOT = Path(__file__).parents[2]
RULES = ROOT / "rules"
POLICIES = ROOT.parent / "shared" / "facts" / "policies.json"

LONGEST_COPY = 15
"""Words in a row that a page may share with the page of a platform."""

PAGES = [(category, Path(path)) for category, path in page_paths(str(RULES))]


def in_words(result: PageResult) -> str:
    return "\n".join(f"{each.span}: {each.message}. {each.advice}".rstrip() for each in result.failures)


def test_every_page_is_true() -> None:
    results = list(page_results(str(RULES)))
    wrong = [in_words(result) for result in results if result.failures]
    assert not wrong, "\n".join(["", *wrong])
    assert [result.path for result in results] == [str(path) for _, path in PAGES]
    assert len(load(str(RULES)).rules) == len(PAGES) > 20


def test_compiled_pages_are_current() -> None:
    """`make generated` writes them anew."""
    written = (RULES / COMPILED).read_text(encoding="utf-8").splitlines()
    made = compile_folder(str(RULES), wants_of).splitlines()
    assert len(written) == len(made)
    assert [line for line, now in zip(written, made, strict=True) if line != now] == []


@pytest.mark.parametrize("page", load(str(RULES)).rules, ids=lambda page: str(page.rule.name))
def test_names_read_like_names(page: PageRule) -> None:
    """A rule is spoken of as in "ignore unfollow-shaming": one to four plain words."""
    assert re.fullmatch(r"[a-z]+(-[a-z]+){0,3}", page.rule.name)
    assert Path(page.path).name == f"{page.rule.name}.md"
    assert re.fullmatch(r"[a-z]+", page.category)


@pytest.mark.parametrize("page", load(str(RULES)).rules, ids=lambda page: str(page.rule.name))
def test_findings_read_like_sentences(page: PageRule) -> None:
    rule = page.rule
    message = "".join(part if isinstance(part, str) else "x" for part in rule.message.parts)
    assert not message.endswith((".", "!", "?"))
    for text in (rule.because, rule.suggest):
        said = "".join(part if isinstance(part, str) else "Something." for part in text.parts)
        assert said.endswith((".", "?", "`."))
        assert said[0].isupper()
    assert page.people_see.endswith((".", "?"))
    assert not page.title.endswith(".")


@pytest.mark.parametrize("page", load(str(RULES)).rules, ids=lambda page: str(page.rule.name))
def test_words_in_backticks_can_be_written(page: PageRule) -> None:
    """What a suggestion puts in backticks, a reader will copy."""
    known = {*VERBS, *EVENTS, *TARGET_KINDS, *CROWDS, *ADMISSIONS, "false", "none"}
    said = "".join(part if isinstance(part, str) else "" for text in (page.rule.suggest,) for part in text.parts)
    single = re.findall(r"`([a-z_]+)`", said)
    assert [word for word in single if word not in known] == []


def words(text: str) -> list[str]:
    """What anybody may copy is an address."""
    return re.findall(r"[^\W_]+", re.sub(r"https?://[^\s>]+", " ", text.casefold()))


def runs(text: list[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(text[start : start + length]) for start in range(len(text) - length + 1)}


def texts(value: Any) -> list[str]:
    """Every text in a JSON value that is long enough to be copied from."""
    if isinstance(value, str):
        return [value] if len(words(value)) > LONGEST_COPY else []
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for each in inner for text in texts(each)]


@pytest.mark.skipif(not POLICIES.is_file(), reason="the collected policy texts are not here")
def test_no_page_copies_a_platforms_words() -> None:
    quoted = {run for text in texts(json.loads(POLICIES.read_text())) for run in runs(words(text), LONGEST_COPY + 1)}
    assert quoted
    for category, path in PAGES:
        page: Page = read_page(str(path), path.read_text(encoding="utf-8"), category)[0]
        copied = runs(words(page.source.text), LONGEST_COPY + 1) & quoted
        assert not copied, f"{path}: {' '.join(min(copied))}"


def test_a_copy_would_be_noticed() -> None:
    text = words(" ".join(f"word{number}" for number in range(LONGEST_COPY + 3)))
    assert len(runs(text, LONGEST_COPY + 1)) == 3
    assert runs(text[:LONGEST_COPY], LONGEST_COPY + 1) == set()
