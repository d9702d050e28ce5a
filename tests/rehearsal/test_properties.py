"""Whatever the setup: a rehearsal ends, is the same each time, and agrees with what was found about loops."""

import json
from io import StringIO
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from sociable.facts.facts import Facts, derive
from sociable.graph.causality import find_loops
from sociable.output import rehearsal_json, rehearsal_text
from sociable.rehearsal.loop_play import rehearse_loop
from sociable.rehearsal.player import MOST_HAPPENINGS
from sociable.rehearsal.rehearsal import rehearse
from sociable.rehearsal.timeline import Rehearsal, Start
from sociable.setup.model import Setup
from sociable.text.style import PLAIN, Style

from tests.graph.stories import Plot, Story, facts_of, stories
from tests.strategies import setups

SCHEMA = Path(__file__).parents[2] / "schemas" / "rehearsal.schema.json"
VALIDATOR = Draft202012Validator(json.loads(SCHEMA.read_text()))
GOING = ("repeats", "goes_on", "unfinished")

some = settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])


def everything(facts: Facts, mirror: bool, rounds: int = 6) -> list[Rehearsal]:
    events = dict.fromkeys(automation.event.name for automation in facts.automations)
    return [rehearse(facts, Start(event), rounds, mirror) for event in events]


@some
@given(setups(), st.booleans())
def test_any_setup_can_be_played_and_told(setup: Setup, mirror: bool) -> None:
    for rehearsal in everything(derive(setup), mirror):
        _is_in_order(rehearsal)
        for width in (40, 200):
            out = StringIO()
            rehearsal_text.write([rehearsal], out, Style(width=width))
            lines = out.getvalue().splitlines()
            assert all(line.isprintable() for line in lines)
            assert all(len(line) <= width or line.lstrip().startswith("-->") for line in lines)
        out = StringIO()
        rehearsal_json.write([rehearsal], out, PLAIN)
        assert [error.message for error in VALIDATOR.iter_errors(json.loads(out.getvalue()))] == []


def _is_in_order(rehearsal: Rehearsal) -> None:
    happenings = rehearsal.happenings
    assert len(happenings) <= MOST_HAPPENINGS
    assert [each.number for each in happenings] == list(range(1, len(happenings) + 1))
    assert [each.time for each in happenings] == sorted(each.time for each in happenings)
    for each in happenings:
        assert 0 <= each.because < each.number
        assert each.round == (happenings[each.because - 1].round + 1 if each.because else 1)
        assert each.round <= 6
    if rehearsal.repeats is not None:
        first, last = rehearsal.repeats
        assert 0 <= first < last <= len(happenings)


@some
@given(stories(), st.booleans())
def test_a_rehearsal_is_the_same_each_time(story: Story, mirror: bool) -> None:
    once, again = (everything(facts_of(story), mirror) for _ in range(2))
    assert [_plain(each) for each in once] == [_plain(each) for each in again]


def _plain(rehearsal: Rehearsal) -> str:
    out = StringIO()
    rehearsal_json.write([rehearsal], out, PLAIN)
    return out.getvalue()


def unhindered(story: Story) -> Story:
    """Without what the two look at differently: the rehearsal knows times, and who else is in a conversation.

    A person's yes goes, too: whether it is a brake is for a rule to say.
    """
    return story._replace(plots=tuple(map(_unhindered, story.plots)))


def _unhindered(plot: Plot) -> Plot:
    plot = plot._replace(approved=False, brake="" if plot.brake == "once a day" else plot.brake)
    if plot.brake in ("once in a thread", "capped"):
        plot = plot._replace(acts=tuple(act._replace(says="plain") for act in plot.acts))
    return plot


@settings(deadline=None, max_examples=250, suppress_health_check=[HealthCheck.too_slow])
@given(stories())
def test_a_loop_ends_as_was_found(story: Story) -> None:
    """Of a loop that depends on nothing else, the walk by itself goes on exactly if the verdict says so."""
    for loop in find_loops(facts_of(unhindered(story)), lambda _: True, []):
        if loop.certainty == "certain":
            rehearsal = rehearse_loop(loop)
            lasts = loop.verdict != "settles" and not loop.stops_after
            assert (rehearsal.ending in GOING) == lasts, (loop.verdict, rehearsal)


@settings(deadline=None, max_examples=250, suppress_health_check=[HealthCheck.too_slow])
@given(stories())
def test_what_comes_back_was_found_to_be_a_loop(story: Story) -> None:
    """Whatever the rehearsal of a whole setup proves to go on for ever, is among its loops."""
    facts = facts_of(unhindered(story))
    for rehearsal in everything(facts, mirror=False, rounds=12):
        if rehearsal.ending in ("repeats", "goes_on"):
            verdicts = {loop.verdict for loop in find_loops(facts, lambda _: True, [])}
            assert verdicts - {"settles"}, rehearsal
