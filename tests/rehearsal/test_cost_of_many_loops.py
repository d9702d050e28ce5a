"""Playing many loops costs as much as they have steps: nobody looks through the whole setup for each of them."""

import pytest
from sociable.facts.facts import AutomationFacts, Facts, derive
from sociable.graph.causality import find_loops
from sociable.graph.reactions import Reaction, listening
from sociable.project.load import read_text
from sociable.rehearsal import small_world
from sociable.rehearsal.loop_play import first_steps


def _loops_of(number: int) -> Facts:
    accounts = "".join(f"  a{each}: {{platform: x}}\n" for each in range(number))
    automations = "".join(
        f"  - {{id: o{each}, account: a{each}, when: posted, do: [{{post: hi}}]}}\n" for each in range(number)
    )
    return derive(read_text("a.yml", f"sociable: 1\naccounts:\n{accounts}automations:\n{automations}").setup)


@pytest.mark.parametrize("number", [3, 12])
def test_who_waits_elsewhere_is_asked_once_of_each(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    asked = []

    def counted(automation: AutomationFacts) -> Reaction:
        asked.append(automation)
        return listening(automation)

    monkeypatch.setattr(small_world, "listening", counted)
    facts = _loops_of(number)
    loops = find_loops(facts, lambda step: True, [])
    assert len(loops) >= number
    assert all(first_steps(loop) for loop in loops)
    assert len(asked) == number
