"""What is played of a loop that other clients are on too: their words and names are no part of it."""

from itertools import pairwise

import pytest

from tests.client_report.reports import of_clients

FILE = """\
sociable: 1
accounts:
  energy: {{platform: x, handle: energy, client: Watt}}
  mint: {{platform: x, handle: "@minthotel", client: Mint}}
automations:
  - {{id: m, account: mint, when: mentioned, do: [{{reply: "{said}"}}]}}
  - {{id: e, account: energy, when: {{event: mentioned, in: "Watt room"}}, do: [{{reply: "Secret of Watt"}}]}}
  - {{id: f, account: energy, when: mentioned, do: [{{reply: "Secret of Watt"}}]}}
"""
OTHER = "An account of another client reacts; what it does and says is not shown here"


@pytest.mark.parametrize(
    ("said", "ends"),
    [
        ("Thank you", "in public: “Thank you”"),
        ("Thanks, {{{{ event.user.handle }}}}: {{{{ event.post.text }}}}", "in public"),
    ],
)
def test_of_others_nothing_is_told_but_that_they_react(said: str, ends: str) -> None:
    text = FILE.format(said=said.format())
    made = of_clients(text)
    story = made["Mint.html"].content.stories[0]
    assert story.opening == "When ‹an account of another client› replies to @minthotel"
    first, second = (line.sentence for line in story.lines[:2])
    assert first == f"@minthotel replies to ‹an account of another client› {ends}"
    assert second.casefold() == OTHER.casefold()


CHAIN = """\
sociable: 1
accounts:
  hof: {platform: mastodon, handle: "@hof@farm.example", client: Hof, inbox: {read_by: Eva}}
  bar: {platform: mastodon, handle: "@bar@wine.example", client: Bar, inbox: {read_by: Udo}}
  inn: {platform: mastodon, handle: "@inn@beds.example", client: Inn, inbox: {read_by: Ida}}
automations:
  - {id: hof-left, account: hof, when: unfollowed, do: [{post: "{{ event.user.handle }} left."}]}
  - {id: bar-toast, account: bar, when: {event: account_posted, from: [hof]}, do: [{comment: "Cheers!"}]}
  - {id: inn-left, account: inn, when: unfollowed, do: [{post: "{{ event.user.handle }} left."}]}
"""


def test_where_an_account_of_others_waits_for_it_no_story_says_that_nothing_more_happens() -> None:
    made = of_clients(CHAIN)
    ends = {name: " ".join(made[f"{name}.html"].content.stories[0].ending) for name in ("Hof", "Inn")}
    assert "An account of another client waits for what comes from @hof@farm.example and may react" in ends["Hof"]
    assert "nothing more happens." in ends["Inn"]
    assert "another client" not in ends["Inn"]


BACK = """\
sociable: 1
accounts:
  mill: {platform: bluesky, handle: "@mill.example", client: Mill, inbox: {read_by: Eva}}
  pond: {platform: bluesky, handle: "@pond.example", client: Pond, inbox: {read_by: Udo}}
automations:
  - {id: mill-praise, account: mill, when: {event: account_posted, from: [pond]}, do: [{comment: "Lovely!"}]}
  - {id: mill-left, account: mill, when: unfollowed, do: [{post: "{{ event.user.handle }} left."}]}
  - {id: pond-thanks, account: pond, when: commented, do: [{like: event.post}]}
"""


def test_what_an_account_of_others_answers_is_not_over_either() -> None:
    stories = of_clients(BACK)["Mill.html"].content.stories
    ends = {bool("posts" in story.lines[0].sentence): " ".join(story.ending) for story in stories}
    assert "An account of another client waits for what comes from @mill.example and may react" in ends[False]
    assert "another client" not in ends[True]


ENDLESS = """\
sociable: 1
accounts:
  quay: {platform: mastodon, handle: "@quay@sea.example", client: Quay, inbox: {read_by: Ann}}
  kiln: {platform: mastodon, handle: "@kiln@pot.example", client: Kiln, inbox: {read_by: Bo}}
automations:
  - {id: quay-answer, account: quay, when: mentioned, do: [{reply: "Hello {{ event.user.name }}"}]}
  - {id: kiln-boost, account: kiln, when: {event: account_posted, from: [quay]}, do: [like]}
"""


def test_of_what_never_ends_no_story_says_that_nothing_more_happens() -> None:
    made = of_clients(ENDLESS)
    ends = " ".join(made["Quay.html"].content.stories[0].ending)
    assert "It never ends" in ends
    assert "An account of another client waits for what comes from @quay@sea.example" in ends
    assert "nothing more happens" not in ends


def ring(amount: int) -> str:
    accounts = "".join(f"  a{n}: {{platform: x, handle: '@acc{n}', client: C{n}}}\n" for n in range(amount))
    heard = "when: {{event: account_posted, from: [a{}]}}, do: [post: N]"
    automations = "".join(f"  - {{id: m{n}, account: a{n}, {heard.format((n - 1) % amount)}}}\n" for n in range(amount))
    return f"sociable: 1\naccounts:\n{accounts}automations:\n{automations}"


def test_others_in_a_row_react_once_and_a_story_of_others_alone_is_none() -> None:
    made = of_clients(ring(9))
    told = [[line.sentence for line in story.lines] for each in made.values() for story in each.content.stories]
    reacts = [[sentence.casefold() == OTHER.casefold() for sentence in lines] for lines in told]
    assert any(map(any, reacts))
    assert not any(one and other for lines in reacts for one, other in pairwise(lines))
    assert not any(all(lines) for lines in reacts)
