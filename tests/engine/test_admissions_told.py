"""Whatever people admit in a file is told of by some rule; nobody writes it down for nothing."""

from functools import cache

import pytest
from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.judge import judge
from sociable.vocabulary.values import ADMISSIONS

from tests.engine.rules import built_in
from tests.setups import facts

FILE = """
lists: {{people: {{came_by: form, agreed_to: [messages, promotion], out_by: [link]}}}}
accounts: {{shop: {{platform: {platform}, run_by: business, automated_label: true, operator: "@jane", \
inbox: {{read_by: us, reply_within: 1 day}}, pause: us}}}}
automations:
  - {{id: a, account: shop, when: {event}, do: [{step}]{admits}}}
"""
DEEDS = (
    ("whatsapp", "messaged", "{dm: Hello}"),
    ("email", "{event: schedule, on: monday}", "{email: {target: people, text: Hello}}"),
    ("facebook", "{event: schedule, on: monday}", "{post: Hello}"),
)


@cache
def _rules() -> tuple[CompiledRule, ...]:
    return tuple(CompiledRule(rule) for rule in built_in().values())


def _told(platform: str, event: str, step: str, admits: str) -> set[str]:
    found = facts(FILE.format(platform=platform, event=event, step=step, admits=admits))
    return {each.rule for each in judge(found, _rules()) if each.severity != "info"}


@pytest.mark.parametrize("word", ADMISSIONS)
def test_an_admission_is_told_of(word: str) -> None:
    assert any(_told(*deed, f", admits: [{word}]") - _told(*deed, "") for deed in DEEDS)
