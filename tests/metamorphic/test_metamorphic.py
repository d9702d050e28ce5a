"""Saying the same thing differently changes no finding but its place."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import cycle
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
            if "#" in text:  # comments are not written anew, and a key may stand in one
                continue
            yield f"{page.stem}: {name}", [("page.yml", text.encode())]
    for folder in sorted(path for path in ROOT.glob("examples/*") if path.is_dir()):
        yield folder.name, [(path.name, path.read_bytes()) for path in sorted(folder.glob("*.yml"))]
    for path in sorted(ROOT.glob("tests/conformance/*/*.yml")):
        yield path.stem, [(path.name, path.read_bytes())]


STORIES = dict(_stories())


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


def by_turns(ways: Iterable[str], each: int = 1) -> pytest.MarkDecorator:
    """One story of so many, each in the next of these ways: all in all ways would take minutes and find no more."""
    return pytest.mark.parametrize(("story", "way"), list(zip(list(STORIES)[::each], cycle(ways), strict=False)))


@by_turns(STYLES, each=3)
def test_the_way_it_is_written_changes_nothing(story: str, way: str) -> None:
    assert told(judged(written(project(story), way))) == as_written(story)


@by_turns(["order", "keys", "several files", "one file", "long forms", "short forms", "names"])
def test_saying_it_in_another_way_changes_nothing(story: str, way: str) -> None:
    varied, names = varied_by(way, project(story), dice(story))
    assert varied != project(story) or way != "names"
    assert told(judged(written(varied)), names) == told(judged(STORIES[story]), names)


def varied_by(way: str, story: Project, random: Random) -> tuple[Project, dict[str, str]]:
    """A story said in another way, and what its names have become."""
    match way:
        case "names":
            return variants.renamed(story, random)
        case "order":
            return variants.reordered(story, random), {}
        case "keys":
            return variants.keys_reordered(story, random), {}
        case "several files":
            return variants.split(story, random), {}
        case "one file":
            return variants.joined(story), {}
        case "long forms":
            return variants.lengthened(story), {}
    return variants.shortened(variants.lengthened(story)), {}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(setup=setups(), random=st.randoms(use_true_random=False), style=st.sampled_from(sorted(STYLES)))
def test_all_of_it_together_changes_nothing(setup: Project, random: Random, style: str) -> None:
    renamed, names = variants.renamed(setup, random)
    variant = variants.keys_reordered(variants.split(variants.reordered(renamed, random), random), random)
    variant = random.choice([variants.lengthened, variants.shortened])(variant)
    assert told(judged(written(variant, style)), names) == told(judged(written(setup)), names)
