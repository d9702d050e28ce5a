"""Which line or key rules a condition out: what stands before it where it is asked, and no line of another step."""

from tests.kinds.told import told

RUNS = "  - {id: two, account: a, when: mentioned, ignore: [bots], do: [%s]}"
HELLO = "{reply: Hello, if: not event.user.is_bot}"


def test_the_condition_of_another_step_rules_nothing_out() -> None:
    bots = RUNS % f"{HELLO}, {{notify: us, if: event.user.is_bot}}"
    assert told("guard g", 'report g: "{g.rival}"', bots)[-1:] == ["`ignore: [bots]`"]


def test_an_earlier_line_of_its_own_does() -> None:
    both = RUNS % '{notify: us, if: [event.user.name = "Ada", event.user.name = "Bob"]}'
    assert told("guard g", 'report g: "{g.rival}"', both)[-1:] == ['`event.user.name = "Ada"`']
