"""What two people said of public workflows that are kept beside the project, against what is read and found there."""

from os.path import isdir

import pytest

from tools.labels import FOLDER, Figures, measured

pytestmark = pytest.mark.skipif(not isdir(FOLDER), reason="the workflows are not beside this checkout")


@pytest.fixture(scope="module")
def figures() -> Figures:
    return measured()


def test_triggers_mean_what_people_read_in_them(figures: Figures) -> None:
    assert figures.events[True] / figures.events.total() >= 0.9


def test_what_people_outside_notice_is_read(figures: Figures) -> None:
    assert figures.outward[True] / figures.outward.total() >= 0.9


def test_what_people_object_to_is_told_or_asked_for(figures: Figures) -> None:
    seen = len(figures.told) + len(figures.asked)
    assert seen / (seen + len(figures.missed)) >= 0.85


def test_what_is_told_gravely_is_right(figures: Figures) -> None:
    right, wrong = ([each for each in group if each[2] != "info"] for group in (figures.right, figures.wrong))
    assert len(right) / (len(right) + len(wrong)) >= 0.95


def test_infos_are_few(figures: Figures) -> None:
    assert max(figures.infos.values()) <= 2
    assert sum(count > 1 for count in figures.infos.values()) <= 1
