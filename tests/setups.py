"""Setups for tests, read from automation files as users write them."""

import json
from functools import cache

from sociable.facts.facts import Facts, derive
from sociable.files import package_data
from sociable.project.load import read_text
from sociable.readers.automation_file.whole_project import settled
from sociable.rulebook.page_files import page_paths
from sociable.rulebook.pages import read_page
from sociable.setup.model import Setup

from tests.metamorphic.documents import read
from tests.metamorphic.variants import ids, under_new_ids


def setup(text: str, path: str = "a.yml") -> Setup:
    """The setup of one file, which has to be without mistakes."""
    reading = read_text(path, text if text.startswith("sociable:") else f"sociable: 1\n{text}")
    assert reading.problems == ()
    return reading.setup


def joined(*setups: Setup) -> Setup:
    """What several files make together."""
    together = Setup(
        tuple(account for each in setups for account in each.accounts),
        tuple(automation for each in setups for automation in each.automations),
        tuple(people for each in setups for people in each.lists),
        tuple(place for each in setups for place in each.places),
        files=tuple(file for each in setups for file in each.files),
    )
    return settled(together)[0]


def facts(*texts: str) -> Facts:
    """The facts of several files together; the paths are ``a.yml``, ``b.yml``, …"""
    return derive(joined(*(setup(text, f"{chr(ord('a') + number)}.yml") for number, text in enumerate(texts))))


@cache
def page_examples() -> dict[str, Setup]:
    """Every example of the built-in pages, by rule and name."""
    return {name: read_text(name, text).setup for name, text in example_texts().items()}


@cache
def page_examples_together() -> Facts:
    """All examples of the built-in pages side by side; accounts of two examples are two, whatever they are called."""
    stories = []
    for number, (name, text) in enumerate(example_texts().items()):
        story = read(text)
        documents = under_new_ids(story, {old: f"{old}_{number}" for old in ids(story)})
        stories.append(read_text(name, "\n---\n".join(map(json.dumps, documents))).setup)
    return derive(joined(*stories))


@cache
def example_texts() -> dict[str, str]:
    """The text of each example, by rule and name."""
    found = {}
    for category, path in page_paths(package_data.folder("rules")):
        with open(path, encoding="utf-8") as file:
            page, _ = read_page(path, file.read(), category)
        for example in page.examples:
            assert page.rule is not None
            name = f"{page.rule.name}: {example.name}"
            found[name] = example.text
    return found
