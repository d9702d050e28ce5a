"""The words on which it depends whether a text sets something off."""

import pytest
from sociable.facts.awaited_words import ANY_WORDS, words

from tests.setups import facts


@pytest.mark.parametrize(
    ("condition", "needed", "shunned"),
    [
        ('event.post.text contains "Help"', [{"help"}], set()),
        ("event.post.text contains help", [{"help"}], set()),
        ("event.post contains help or event.post.text is yes", [{"help", "yes"}], set()),
        ("event.post.text in [yes, no]", [{"yes", "no"}], set()),
        ("event.post.text = yes and event.post.text contains help", [{"help"}, {"yes"}], set()),
        ("not event.post.text contains stop", [], {"stop"}),
        ("event.post.text contains said", [], set()),  # what a step made
        ("event.post.text contains today", [], set()),  # the date
        ('event.post.text contains ["a", "b"]', [], set()),
        ("event.post.sentiment is negative", [], set()),
    ],
)
def test_words_that_a_condition_asks_for(condition: str, needed: list[set[str]], shunned: set[str]) -> None:
    steps = f"[generate: {{said: Say something}}, {{reply: Hello, if: '{condition}'}}]"
    found = facts(f"automations: [{{id: a, account: ann, when: mentioned, do: {steps}}}]")
    step = found.steps[1]
    asked = words(step.automation.model, step.model.guards, step.values)
    assert sorted(map(sorted, asked.needed)) == sorted(map(sorted, needed))
    assert asked.shunned == shunned
    assert (asked is ANY_WORDS) == (not needed and not shunned)


@pytest.mark.parametrize(
    ("keys", "needed"),
    [
        ("keywords: [tea, coffee]", [{"tea", "coffee"}]),
        ("keywords: [tea], hashtags: [coffee]", [{"tea", "#coffee"}]),
        ("search: tea OR coffee, hashtags: [cake]", [{"tea", "coffee", "#cake"}]),
        ('search: "from:(cafe)", keywords: [tea]', []),  # the search may find anything
        ("keywords: [tea], contains: [help]", [{"tea"}, {"help"}]),
    ],
)
def test_a_search_by_several_keys_finds_what_any_of_them_finds(keys: str, needed: list[set[str]]) -> None:
    (found,) = facts(
        f"automations: [{{id: a, account: ann, when: {{event: post_matched, {keys}}}, do: [like]}}]"
    ).automations
    assert sorted(map(sorted, words(found.model, ()).needed)) == sorted(map(sorted, needed))
