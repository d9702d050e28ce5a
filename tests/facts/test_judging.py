"""By what a machine decides about people."""

import pytest
from sociable.facts.judging import judged_by, tells_its_judgement

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


@pytest.mark.parametrize(
    ("steps", "tells"),
    [
        ("generate: {v: 'How likely is it that a machine wrote {{ event.post.text }}?'}}, {reply: '{{ v }} %'", True),
        ("generate: {v: 'Answer kindly: {{ event.post.text }}'}}, {reply: '{{ v }}'", False),
        ("generate: {v: 'Answer kindly: {{ event.post.text }}'}}, {reply: '{{ v }} I am a bot.'", False),
        ("fetch: {toxicity: code}}, {reply: '{{ toxicity }} of 100'", True),
        ("fetch: {v: code}}, {reply: 'Credibility: {{ v }}'", True),
        ("fetch: {v: code}}, {reply: 'Page {{ v }}'", False),
        ("reply: 'You sound {{ event.post.sentiment }}'", True),
        ("reply: 'Your account looks fake'", False),  # said to whoever comes
        ("reply: 'Your account looks fake', if: event.user.followers < 5", True),
        ("reply: 'Welcome', if: event.user.followers < 5", False),
        ("like: event.post, if: event.user.followers < 5", False),
    ],
)
def test_what_a_program_makes_of_people_is_told(steps: str, tells: bool) -> None:
    text = (
        f"accounts: {{a: {{platform: x}}}}\nautomations:\n  - {{id: a, account: a, when: commented, do: [{{{steps}}}]}}"
    )
    assert tells_its_judgement(facts(text).steps[-1]) == tells
