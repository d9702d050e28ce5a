"""What a picture shows, what it folds, what it leaves out, and that it says so."""

import json
from collections import deque
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.cli.commands.query import answered
from sociable.drawing.legend import loop_sentence
from sociable.drawing.phrases import deed_words, when_words
from sociable.drawing.picture import Arrow, Card, Picture, picture
from sociable.drawing.picture_scope import LARGE, Wanted
from sociable.engine.questions import understood
from sociable.errors import NotThere
from sociable.facts.facts import AutomationFacts, Facts, derive
from sociable.graph.automation_links import links
from sociable.pipeline import Request, check
from sociable.project.load import load

from tests.drawing.setups import follow_backs, posters
from tests.graph.stories import Story, facts_of, stories
from tests.readers.n8n.exports import DAILY, line, node
from tests.setups import facts

COUNCIL = """
accounts: {council: {platform: x, handle: "@council"}, cafe: {platform: x, handle: "@cafe"}}
automations:
  - {id: back, account: council, when: followed, do: [follow: event.user]}
  - {id: asked-back, account: cafe, when: followed, approval: human, do: [follow: event.user]}
  - {id: off, account: cafe, enabled: false, when: followed, do: [follow: event.user]}
"""


def cards(drawn: Picture) -> dict[str, Card]:
    return {card.key: card for box in drawn.boxes for card in box.cards}


def expanded(drawn: Picture) -> set[tuple[str, str, str]]:
    """Each arrow from card to card, those through a hub made out, with what is done along it."""
    account = {card.key: box.key for box in drawn.boxes for card in box.cards}
    hubs = {hub.key: hub.words.endswith("other accounts") for hub in drawn.hubs}
    found = {
        (each.source, each.words, each.target) for each in drawn.arrows if not {each.source, each.target} & hubs.keys()
    }
    for into in drawn.arrows:
        for out in drawn.arrows:
            if into.target != out.source or into.target not in hubs:
                continue
            if not hubs[into.target] or account[into.source] != account[out.target]:
                found.add((into.source, into.words, out.target))
    return found


@settings(max_examples=150, deadline=None)
@given(stories())
def test_the_arrows_of_a_small_setup_are_its_links(story: Story) -> None:
    setup = facts_of(story)
    drawn = picture(setup, Wanted())
    ids = {key: card.id for key, card in cards(drawn).items()}
    assert len(ids) == len(setup.automations)
    assert {(ids[source], ids[target]) for source, _, target in expanded(drawn)} == {
        (step.automation.id, automation.id) for link in links(setup) for step, automation in link.pairs()
    }
    assert all(
        arrow.deed is None or card_of(drawn, arrow).deeds[arrow.deed].words == arrow.words for arrow in drawn.arrows
    )


def card_of(drawn: Picture, arrow: Arrow) -> Card:
    return cards(drawn)[arrow.source]


@settings(max_examples=150, deadline=None)
@given(stories())
def test_each_loop_comes_round_on_arrows_with_its_number(story: Story) -> None:
    drawn = picture(facts_of(story), Wanted())
    for loop in drawn.loops:
        after: dict[str, set[str]] = {}
        for arrow in drawn.arrows:
            if loop.number in arrow.loops:
                after.setdefault(arrow.source, set()).add(arrow.target)
        on = {key for key, card in cards(drawn).items() if loop.number in card.loops}
        assert on
        assert on <= after.keys() & set().union(*after.values())


@pytest.mark.parametrize("count", [4, 50, LARGE])
def test_many_that_set_off_many_are_drawn_through_a_hub(count: int) -> None:
    drawn = picture(follow_backs(count), Wanted())
    assert len(drawn.hubs) == 1
    assert len(drawn.arrows) == 2 * count
    assert len(expanded(drawn)) == count * (count - 1)
    assert {arrow.loops for arrow in drawn.arrows} == {(1,)}


def test_within_an_account_a_hub_names_no_other() -> None:
    automations = "".join(f"  - {{id: p{number}, account: a0, when: posted, do: [post: hi]}}\n" for number in range(4))
    (hub,) = picture(follow_backs(1, automations), Wanted()).hubs
    assert hub.words == "this account posts"


def test_two_that_set_each_other_off_need_no_hub() -> None:
    drawn = picture(follow_backs(2), Wanted())
    assert drawn.hubs == ()
    assert len(drawn.arrows) == 2


def test_what_waits_for_a_person_is_no_loop() -> None:
    drawn = picture(facts(COUNCIL), Wanted())
    assert drawn.loops == ()
    assert sorted(arrow.waits for arrow in drawn.arrows) == [False, True]


def test_a_step_of_an_approved_automation_waits() -> None:
    drawn = picture(facts(COUNCIL), Wanted())
    assert [deed.waits for card in cards(drawn).values() for deed in card.deeds] == [False, True]


def test_a_small_setup_is_drawn_whole() -> None:
    drawn = picture(follow_backs(2, posters(LARGE - 2)), Wanted())
    assert len(cards(drawn)) == LARGE
    assert drawn.left_out == ""
    assert drawn.subtitle == f"2 accounts, {LARGE} automations"


def test_of_a_large_setup_what_touches_nobody_is_counted() -> None:
    drawn = picture(follow_backs(2, posters(LARGE - 1)), Wanted())
    assert [card.id for card in cards(drawn).values()] == ["back-0", "back-1"]
    assert [box.left_out for box in drawn.boxes] == [f"and {LARGE - 1} more that touch nobody else here", ""]
    assert drawn.left_out == f"Left out: {LARGE - 1} automations that touch nobody else here."
    assert drawn.subtitle == f"2 accounts, 2 of {LARGE + 1} automations"


def test_accounts_of_which_nothing_is_shown_are_counted_too() -> None:
    setup = follow_backs(3, posters(LARGE))
    drawn = picture(setup, Wanted(around="back-1", only_loops=True))
    assert drawn.left_out == f"Left out: {LARGE} automations that are on no loop near it."
    drawn = picture(facts(COUNCIL), Wanted(only_loops=True))
    assert drawn.boxes == ()
    assert drawn.left_out == "Left out: 2 automations that are on no loop, among them all of 2 accounts."


def test_in_a_large_setup_those_that_do_alike_share_a_card() -> None:
    listener = "  - {id: listens, account: a1, when: {event: account_posted, from: ['@a0']}, do: [notify: 'look']}\n"
    drawn = picture(follow_backs(2, posters(LARGE), listener), Wanted())
    folded = next(card for card in cards(drawn).values() if card.name == f"{LARGE} automations alike")
    assert folded.id == f"post-1, post-2, post-3, post-4 and {LARGE - 4} more"
    assert folded.when == "when its time comes, each in its own case"
    assert sum(arrow.source == folded.key for arrow in drawn.arrows) == 1


def test_in_a_large_setup_accounts_of_a_kind_share_a_box() -> None:
    lead = "  - {id: leads, account: a7, when: {event: schedule, every: 1 day}, do: [follow: '@a3']}\n"
    drawn = picture(follow_backs(LARGE + 1, lead), Wanted())
    assert [box.title for box in drawn.boxes] == [f"{LARGE - 1} accounts alike", "@a3", "@a7"]
    assert drawn.boxes[0].platform == "on X, such as @a0"
    assert drawn.subtitle == f"{LARGE + 1} accounts, {LARGE + 2} automations"
    backs = cards(drawn)["m1"]
    assert backs.name == f"{LARGE - 1} automations alike"
    assert backs.id == f"back-0, back-1, back-2, back-4 and {LARGE - 5} more"
    (loop,) = drawn.loops
    assert (loop.size, loop.alike) == (f"{LARGE + 1} automations on {LARGE + 1} accounts", 1)
    (hub,) = drawn.hubs
    assert {(arrow.source, arrow.target) for arrow in drawn.arrows} >= {(backs.key, hub.key), (hub.key, backs.key)}


def test_what_each_of_many_alike_sets_off_by_itself_is_drawn_once_and_counted() -> None:
    accounts = "".join(f"  a{n}: {{platform: mastodon, handle: '@a{n}'}}\n" for n in range(LARGE + 1))
    again = "".join(
        f"  - {{id: again-{n}, account: a{n}, when: posted, do: [post: 'word {n}']}}\n" for n in range(LARGE + 1)
    )
    drawn = picture(facts(f"accounts:\n{accounts}automations:\n{again}"), Wanted())
    (box,) = drawn.boxes
    ((card,), (loop,), (arrow,)) = (box.cards, drawn.loops, drawn.arrows)
    assert (arrow.source, arrow.target, arrow.loops) == (card.key, card.key, (1,))
    assert (loop.size, loop.alike) == ("1 automation on 1 account", LARGE + 1)
    assert loop_sentence(loop).startswith(f"Loop 1, 1 automation on 1 account, and {LARGE} more like it: ")


@pytest.mark.parametrize(("few", "boxes"), [(9, []), (10, ["10 accounts alike"])])
def test_few_of_a_kind_are_drawn_one_by_one(few: int, boxes: list[str]) -> None:
    listener = "  - {id: listens, account: a1, when: {event: account_posted, from: ['@a0']}, do: [notify: 'look']}\n"
    drawn = picture(follow_backs(few + 2, posters(LARGE), listener), Wanted())
    assert [box.title for box in drawn.boxes if "alike" in box.title] == boxes


def chain(length: int) -> Facts:
    """Each account's automation writes to the next account; further ones stand alone."""
    accounts = "".join(f"  a{number}: {{platform: x, handle: '@a{number}'}}\n" for number in range(length))
    automations = "".join(
        f"  - {{id: m{number}, account: a{number}, when: messaged, do: [dm: {{text: hi, target: a{number + 1}}}]}}\n"
        for number in range(length - 1)
    )
    return facts(f"accounts:\n{accounts}automations:\n{automations}")


@pytest.mark.parametrize(("around", "shown"), [("m0", "012"), ("m3", "12345"), ("a3", "12345"), ("m8", "678")])
def test_around_shows_what_is_up_to_two_arrows_away(around: str, shown: str) -> None:
    drawn = picture(chain(10), Wanted(around=around))
    assert [card.id for card in cards(drawn).values()] == [f"m{number}" for number in shown]
    assert all(box.left_out == "" for box in drawn.boxes)
    assert f"Left out: {9 - len(shown)} automations that are further away" in drawn.left_out


@settings(max_examples=150, deadline=None)
@given(stories(), st.data())
def test_around_agrees_with_counting_arrows(story: Story, data: st.DataObject) -> None:
    setup = facts_of(story)
    if not setup.automations:
        return
    start = data.draw(st.sampled_from(setup.automations))
    near: dict[AutomationFacts, set[AutomationFacts]] = {each: set() for each in setup.automations}
    for link in links(setup):
        for step, automation in link.pairs():
            near[step.automation].add(automation)
            near[automation].add(step.automation)
    away = {start: 0}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for each in sorted(near[here] - away.keys(), key=lambda each: each.id):
            away[each] = away[here] + 1
            queue.append(each)
    drawn = picture(setup, Wanted(around=start.id))
    assert {card.id for card in cards(drawn).values()} == {each.id for each, count in away.items() if count <= 2}


@pytest.mark.parametrize(
    ("around", "message"),
    [
        ("counsil", "there is no account or automation `counsil`. Did you mean `council`?"),
        ("off", "the automation `off` is switched off, so it sets off nothing."),
    ],
)
def test_what_is_not_there_cannot_be_drawn_around(around: str, message: str) -> None:
    with pytest.raises(NotThere) as caught:
        picture(facts(COUNCIL), Wanted(around=around))
    assert str(caught.value) == message


def test_an_account_without_automations_has_nothing_around_it() -> None:
    with pytest.raises(NotThere, match="has no automation that is switched on"):
        picture(facts("accounts: {idle: {platform: x}}"), Wanted(around="idle"))


def test_what_leads_into_a_loop_is_no_part_of_it() -> None:
    outside = """
accounts: {gym: {platform: x, handle: "@gym"}}
automations:
  - {id: gym-follows, account: gym, when: {event: schedule, every: 1 day}, do: [follow: "@a0"]}
"""
    setup = facts(
        outside,
        "accounts: {a0: {platform: x, handle: '@a0'}, a1: {platform: x, handle: '@a1'}}\nautomations:\n"
        "  - {id: back-0, account: a0, when: followed, do: [follow: event.user]}\n"
        "  - {id: back-1, account: a1, when: followed, do: [follow: event.user]}\n",
    )
    drawn = picture(setup, Wanted())
    names = {key: card.id for key, card in cards(drawn).items()}
    assert {(names[arrow.source], names[arrow.target]): arrow.loops for arrow in drawn.arrows} == {
        ("gym-follows", "back-0"): (),
        ("back-0", "back-1"): (1,),
        ("back-1", "back-0"): (1,),
    }


def test_those_that_different_things_set_off_have_cards_of_their_own() -> None:
    listeners = (
        "  - {id: hears-post, account: a1, when: {event: account_posted, from: ['@a0']}, do: [log: x]}\n"
        "  - {id: hears-follow, account: a1, when: followed, do: [log: x]}\n"
    )
    drawn = picture(follow_backs(2, posters(LARGE), listeners), Wanted())
    assert {"hears-post", "hears-follow"} <= {card.id for card in cards(drawn).values()}


def test_drawing_check_and_query_count_alike(tmp_path: Path) -> None:
    file = tmp_path / "a.yml"
    file.write_text(
        "sociable: 1\n"
        "accounts: {shop: {platform: x}, cafe: {platform: x}}\n"
        "automations:\n"
        "  - {id: back, account: [shop, cafe], when: followed, do: [follow: event.user]}\n"
        "  - {id: off, account: cafe, enabled: false, when: followed, do: [follow: event.user]}\n"
    )
    reading = load([str(file)])
    drawn = picture(derive(reading.setup), Wanted())
    assert drawn.subtitle == "2 accounts, 2 automations"
    assert check(Request((str(file),))).automations == 2
    assert answered(understood("for each automation a"), reading).automations == 2


def test_whoever_is_not_named_is_not_nobody(tmp_path: Path) -> None:
    address = "=https://mastodon.social/api/v1/accounts/{{ $json.id }}/follow"
    flow = line(DAILY, node("Follow", "httpRequest", {"method": "POST", "url": address}))
    (tmp_path / "flow.json").write_text(json.dumps(flow))
    (box,) = picture(derive(load([str(tmp_path)]).setup), Wanted()).boxes
    assert [deed.words for deed in box.cards[0].deeds] == ["follows somebody"]


@pytest.mark.parametrize(
    ("when", "says"),
    [
        ("{event: schedule, every: 1 day, at: '05:45'}", "every day at 05:45"),
        ("{event: schedule, on: monday, at: ['08:00', '12:00']}", "on Monday at 08:00, 12:00"),
        ("{event: schedule, at: ['08:00', '09:00', '10:00', '11:00']}", "at 4 times of day"),
        ("{event: schedule, at: '2027-01-02 09:00'}", "on 2 January 2027 at 09:00"),
        ("{event: schedule, at: '2027-01-02'}", "on 2 January 2027"),
        ("{event: schedule, cron: '30 8 * * 1'}", "on Monday at 08:30"),
        ("{event: schedule, cron: '30 8 1 * *'}", "on day 1 at 08:30"),
        ("{event: schedule, cron: '30 8 4 dec *'}", "on 4 December at 08:30"),
        ("{event: schedule, cron: '30 8 * 12 *'}", "on certain days of the year at 08:30"),
        ("{event: command, named: start}", "when somebody gives a command: “start”"),
        ("{event: commented, on: 'https://x.example/1'}", "when somebody comments on our post"),
    ],
)
def test_a_card_says_when_a_schedule_runs_and_what_a_command_goes_by(when: str, says: str) -> None:
    (one,) = facts(
        f"accounts: {{a: {{platform: x}}}}\nautomations: [{{id: m, account: a, when: {when}, do: [log: x]}}]"
    ).automations
    assert when_words(one) == says


@pytest.mark.parametrize(
    ("step", "says"),
    [
        ("like: matching(tomatoes)", "likes posts that match “tomatoes”"),
        ("dm: {target: matching(tomatoes), text: Hi}", "writes to the authors of posts that match “tomatoes”"),
        ("follow: followers", "follows the followers of this account"),
    ],
)
def test_a_deed_tells_posts_from_whoever_wrote_them(step: str, says: str) -> None:
    (one,) = facts(
        f"accounts: {{a: {{platform: x}}}}\nautomations: [{{id: m, account: a, when: mentioned, do: [{step}]}}]"
    ).automations
    assert deed_words(one.steps[0]) == says
