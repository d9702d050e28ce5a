"""By what a machine decides about people."""

import pytest
from sociable.facts.judging import judged_by

from tests.setups import facts


@pytest.mark.parametrize(
    ("when", "keys", "steps", "by"),
    [
        ("mentioned", "", "block", "nothing"),
        ("{event: mentioned, contains: [spam]}", "", "block", "words"),
        ("mentioned", "if: event.post.text contains 'spam'", "block", "words"),
        ("mentioned", "if: event.user.followers < 5", "block", "numbers"),
        ("mentioned", "if: event.post.sentiment is negative", "block", "mood"),
        ("mentioned", "", "stop: , if: not event.post.sentiment is negative}, {block: event.user", "mood"),
        (
            "mentioned",
            "",
            "generate: {v: 'Is it? {{ event.post.text }}'}}, {block: event.user, if: v contains 'yes'",
            "model",
        ),
        ("mentioned", "", "fetch: {v: 'https://score.example/x'}}, {block: event.user, if: v is 'bad'", "model"),
    ],
)
def test_the_gravest_of_what_decides(when: str, keys: str, steps: str, by: str) -> None:
    steps = f"{{{steps}}}" if ":" in steps else steps
    text = f"accounts: {{a: {{platform: x}}}}\nautomations:\n  - {{id: a, account: a, when: {when}, do: [{steps}]"
    found = facts(f"{text}{', ' + keys if keys else ''}}}")
    assert judged_by(found.steps[-1]) == by
