"""Whose posts something is done to."""

import pytest

from tests.engine.rules import found, rule
from tests.setups import facts

STORY = """
accounts: {{shop: {{platform: x, handle: "@shop"}}}}
automations:
  - {{id: one, account: shop, when: {when}, do: [{step}]}}
"""


@pytest.mark.parametrize(
    ("when", "step", "words"),
    [
        ("commented", "hide: event.post", "hides comments on its posts"),
        ("liked", "like: event.post", "likes its own posts"),
        ("{event: account_posted, from: followers}", "like", "likes posts by the people who follow it"),
        ("{event: account_posted, contains: [tea]}", "like", "likes posts of other accounts"),
        ("{event: posted_here, in: hall}", "hide: event.post", "hides posts in “hall”"),
        ("{event: post_matched, hashtags: [tea], from: ['@jo', '@al']}", "like", "likes posts of @jo and @al"),
        ("{event: post_matched, hashtags: [tea]}", "like", "likes posts that a search finds"),
        ("{event: schedule, every: 1 day}", "like: matching('tea')", "likes posts that match “tea”"),
    ],
)
def test_posts_are_told_by_whose_they_are_or_where_they_stand(when: str, step: str, words: str) -> None:
    (finding,) = found(facts(STORY.format(when=when, step=step)), rule("step s", report='report s: "{s.deed}"'))
    assert finding.message == words
