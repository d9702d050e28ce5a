"""Whether a circle is certain: who names an account misses nothing, and a text may have the very words asked for."""

import pytest
from sociable.facts.facts import derive
from sociable.graph.causality import find_loops
from sociable.project.load import read_text

FILE = """sociable: 1
accounts:
  club: {{platform: mastodon, handle: "@club@a.example"}}
  hall: {{platform: mastodon, handle: "@hall@a.example"}}
automations:
  - {{id: a, account: club, when: {{event: account_posted, from: [hall]}}, {asks} do: [post: Closed by the flood.]}}
  - {{id: b, account: hall, when: {heard}, do: [post: "{says}"]}}
"""
CLUB = "{event: account_posted, from: [club]}"


@pytest.mark.parametrize(
    ("asks", "says", "heard", "certainty"),
    [
        ("", "No training today.", CLUB, "certain"),
        ('if: event.post.text contains "flood",', "No training: flood.", CLUB, "certain"),
        ('if: not event.post.text contains "fire",', "No training: flood.", CLUB, "certain"),
        ('if: event.post.text contains "flood",', "{{ event.post.text }}", CLUB, "may"),
        ("if: event.post.likes > 3,", "No training: flood.", CLUB, "may"),
        ("", "No training: flood.", "{event: post_matched, keywords: [flood]}", "may"),
        ("ignore: [bots],", "No training: flood.", CLUB, "may"),
    ],
)
def test_a_circle_is_certain_only_where_the_files_show_it(asks: str, says: str, heard: str, certainty: str) -> None:
    setup = read_text("a.yml", FILE.format(asks=asks, says=says, heard=heard)).setup
    (loop,) = find_loops(derive(setup), lambda step: True, [])
    assert loop.certainty == certainty
