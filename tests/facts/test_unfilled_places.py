"""Places in texts that nothing fills."""

import pytest
from sociable.facts.unfilled_places import NO_GAP, Gap, first_gap
from sociable.setup.model import Text

from tests.setups import facts

WRITE_OUT = "Write out what belongs there, unless your tool fills it in. Nothing in this file has that name."


def gap(said: str) -> Gap:
    found = facts(f"""
accounts: {{shop: {{platform: x, vars: {{town: Leeds, street: Briggate}}}}}}
automations: [{{id: a, account: shop, when: mentioned, do: [reply: {said!r}]}}]
""")
    text = found.steps[0].model.text
    assert isinstance(text, Text)
    return first_gap(text, found.steps[0])


@pytest.mark.parametrize(
    "said",
    [
        "Good morning {{ account.town }}, {{ account.street }}",
        "{{ account.id }} {{ account.handle }} {{ account.platform }}",
        "{{ event.user.name }}, {{ event.post.text }}",
        "{} { } {1} {x} {two words} {a: 1}",
        "Not closed {name, nor opened name}",
    ],
)
def test_nothing_is_left_open(said: str) -> None:
    assert gap(said) == NO_GAP


@pytest.mark.parametrize(
    ("said", "shown", "hint", "is_slip"),
    [
        ("Dear {name}", "{name}", "Two braces fill something in: `{{ event.user.name }}`.", True),
        ("Dear ${first_name}", "${first_name}", WRITE_OUT, False),
        ("{town} is ours", "{town}", "Two braces fill something in: `{{ account.town }}`.", True),
        (
            "Dear { event.user.name }",
            "{ event.user.name }",
            "Two braces fill something in: `{{ event.user.name }}`.",
            True,
        ),
        ("{link} for {{ account.twon }}", "account.twon", "Did you mean `account.town`?", True),
        ("{{ account.twon }} {name}", "account.twon", "Did you mean `account.town`?", True),
        ("{{ account.zzzzzz }}", "account.zzzzzz", "Write `zzzzzz` under the `vars:` of the account.", True),
    ],
)
def test_what_is_left_open(said: str, shown: str, hint: str, is_slip: bool) -> None:
    assert gap(said) == Gap(shown, hint, is_slip)
