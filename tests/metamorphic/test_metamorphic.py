"""Saying the same thing differently changes no finding but its place."""

import re
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.metamorphic import variants
from tests.metamorphic.documents import ROOT, STYLES, Files, Project, judged, read, told, written
from tests.metamorphic.setups import setups

_EXAMPLE = re.compile(r"^```yaml (.*?)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def _stories() -> Iterator[tuple[str, Files]]:
    """Every example of a rule page, every example project, every conformance file."""
    for page in sorted(ROOT.glob("rules/*/*.md")):
        for name, text in _EXAMPLE.findall(page.read_text()):
            yield f"{page.stem}: {name}", [("page.yml", text.encode())]
    for folder in sorted(path for path in ROOT.glob("examples/*") if path.is_dir()):
        yield folder.name, [(path.name, path.read_bytes()) for path in sorted(folder.glob("*.yml"))]
    for path in sorted(ROOT.glob("tests/conformance/*/*.yml")):
        yield path.stem, [(path.name, path.read_bytes())]


STORIES = dict(_stories())
every_story = pytest.mark.parametrize("story", STORIES)


@cache
def as_written(story: str) -> Any:
    return told(judged(STORIES[story]))


def project(story: str) -> Project:
    return [document for _, data in STORIES[story] for document in read(data.decode())]


def dice(story: str) -> Random:
    """The same throws for the same story."""
    return Random(story)  # noqa: S311 - nothing to keep secret


def test_there_are_stories_with_and_without_findings() -> None:
    findings = [len(as_written(story)) for story in STORIES]
    assert findings.count(0) > 20
    assert sum(count > 0 for count in findings) > 20
    assert any(finding[10] for story in STORIES for finding in as_written(story)), "no story holds a loop"


@pytest.mark.parametrize("style", STYLES)
@every_story
def test_the_way_it_is_written_changes_nothing(story: str, style: str) -> None:
    assert told(judged(written(project(story), style))) == as_written(story)


@every_story
def test_new_names_change_nothing(story: str) -> None:
    renamed, names = variants.renamed(project(story), dice(story))
    assert told(judged(written(renamed)), names) == told(judged(STORIES[story]), names)


@every_story
def test_another_order_changes_nothing(story: str) -> None:
    assert told(judged(written(variants.reordered(project(story), dice(story))))) == as_written(story)


@every_story
def test_another_order_of_keys_changes_nothing(story: str) -> None:
    assert told(judged(written(variants.keys_reordered(project(story), dice(story))))) == as_written(story)


@every_story
def test_several_files_change_nothing(story: str) -> None:
    assert told(judged(written(variants.split(project(story), dice(story))))) == as_written(story)


@every_story
def test_one_file_changes_nothing(story: str) -> None:
    assert told(judged(written(variants.joined(project(story))))) == as_written(story)


@every_story
def test_long_forms_change_nothing(story: str) -> None:
    lengthened = variants.lengthened(project(story))
    assert lengthened != project(story)
    assert told(judged(written(lengthened))) == as_written(story)


@every_story
def test_short_forms_change_nothing(story: str) -> None:
    shortened = variants.shortened(variants.lengthened(project(story)))
    assert told(judged(written(shortened))) == as_written(story)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(setup=setups(), random=st.randoms(use_true_random=False), style=st.sampled_from(sorted(STYLES)))
def test_all_of_it_together_changes_nothing(setup: Project, random: Random, style: str) -> None:
    renamed, names = variants.renamed(setup, random)
    variant = variants.keys_reordered(variants.split(variants.reordered(renamed, random), random), random)
    variant = random.choice([variants.lengthened, variants.shortened])(variant)
    assert told(judged(written(variant, style)), names) == told(judged(written(setup)), names)
