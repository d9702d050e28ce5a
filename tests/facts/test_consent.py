"""What people did, and what that licenses: by event, by list, by set, and by what the file says that they agreed to."""

import pytest
from sociable.facts.consent import consent
from sociable.facts.naming import naming

from tests.setups import facts

FILE = """
lists:
  readers: {{came_by: form}}
  buyers: {{came_by: order}}
  bought: {{came_by: bought}}
  offers: {{came_by: form, agreed_to: promotion}}
  reminded: {{agreed_to: reminder}}
  named: {{agreed_to: naming}}
  team: {{inside: true}}
accounts:
  shop: {{platform: {platform}, handle: "@shop", operator: "@boss"}}
  branch: {{platform: {platform}, handle: "@branch", pause: Mo, inbox: {{read_by: desk}}}}
automations:
  - id: a
    account: shop
    when: {when}
    {keys}
    do:
      - {step}
"""


def asked(step: str, when: str = "{event: schedule, every: 1 day}", keys: str = "title: x", platform: str = "x") -> str:
    return consent(facts(FILE.format(platform=platform, when=when, keys=keys, step=step)).steps[-1])


@pytest.mark.parametrize(
    ("when", "keys", "state"),
    [
        ("messaged", "title: x", "asked"),
        ("mentioned", "title: x", "asked"),
        ("{event: opted_in, to: offers}", "purpose: promotion", "asked"),
        ("opted_in", "purpose: promotion", "none"),
        ("opted_in", "purpose: news", "asked"),
        ("quoted", "title: x", "none"),
        ("followed", "title: x", "none"),
        ("followed", "agreed_to: the tide times", "agreed"),
        ("followed", "{agreed_to: the tide times, purpose: promotion}", "none"),
        ("liked", "title: x", "none"),
        ("order_placed", "purpose: receipt", "asked"),
        ("order_placed", "purpose: promotion", "none"),
        ("unfollowed", "title: x", "ended"),
        ("unfollowed", "agreed_to: messages", "ended"),
        ("{event: quiet, for: 30 days}", "title: x", "ended"),
        ("{event: post_matched, keywords: [x]}", "title: x", "none"),
        ("{event: post_matched, keywords: [x]}", "agreed_to: messages", "none"),
        ("{event: account_posted, from: followers}", "agreed_to: messages", "agreed"),
        ("{event: account_posted, from: staff}", "title: x", "inside"),
        ("{event: account_posted, from: team}", "title: x", "inside"),
        ("{event: account_posted, from: offers}", "purpose: promotion", "agreed"),
        ('{event: account_posted, from: ["@branch"]}', "title: x", "inside"),
        ('{event: account_posted, from: ["@ann"]}', "title: x", "none"),
        ("manual", "title: x", "chosen"),
        ("liked", "approval: human", "chosen"),
    ],
)
def test_of_the_person_behind_the_event(when: str, keys: str, state: str) -> None:
    assert asked("dm: Hello", when, keys.strip("{}").replace(", purpose", "\n    purpose")) == state


@pytest.mark.parametrize(
    ("target", "purpose", "state"),
    [
        ("readers", "news", "asked"),
        ("readers", "promotion", "none"),
        ("buyers", "reminder", "asked"),
        ("bought", "news", "taken"),
        ("offers", "promotion", "agreed"),
        ("reminded", "accessibility", "agreed"),
        ("reminded", "promotion", "none"),
        ("named", "promotion", "none"),
        ("team", "promotion", "inside"),
        ("staff", "promotion", "inside"),
        ('list("leads")', "promotion", "unstated"),
        ('rows("cards")', "news", "unstated"),
        ("followers", "news", "none"),
        ("unfollowers", "news", "ended"),
        ('found("bakers")', "news", "taken"),
        ("customers", "reminder", "asked"),
        ("customers", "promotion", "none"),
        ('"@boss"', "news", "inside"),
        ("branch", "news", "inside"),
        ('"@desk"', "news", "inside"),
        ('"@mo"', "news", "inside"),
        ('"@ann"', "news", "none"),
    ],
)
def test_of_whom_a_step_is_aimed_at(target: str, purpose: str, state: str) -> None:
    assert asked(f"dm: {{text: Hello, target: {target}}}", keys=f"purpose: {purpose}") == state


def test_a_yes_to_a_step_chooses_no_set_of_people() -> None:
    assert asked("dm: {text: Hello, target: followers}", keys="approval: human") == "none"
    assert asked("like: followers", keys="approval: human") == "chosen"


@pytest.mark.parametrize(
    ("before", "text", "state"),
    [
        ("notify: x", "Nobody is named.", "nobody"),
        ("notify: x", "Ask @boss", "inside"),
        ("notify: x", "Ask @ann", "none"),
        ("fetch: {them: followers}", "{{ them }}", "none"),
        ("fetch: {them: followers}", "{{ them.count }}", "nobody"),
        ("fetch: {them: named}", "{{ them }}", "agreed"),
        ("fetch: {them: named}", "{{ them }} and @ann", "none"),
        ('fetch: {row: rows("late readers")}', "{{ row.name }}", "unstated"),
        ('fetch: {row: rows("late trains")}', "{{ row.name }}", "nobody"),
    ],
)
def test_the_least_willing_of_those_who_are_named(before: str, text: str, state: str) -> None:
    steps = f'{before}\n      - post: "{text}"'
    written = FILE.format(platform="x", when="{event: schedule, every: 1 day}", keys="title: x", step=steps)
    assert naming(facts(written).steps[-1]) == state


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("{{ them.name }}", "none"),
        ("{{ them.count }}", "nobody"),
        ("{{ ours.name }}", "inside"),
        ("{{ ours.name }} and {{ them.name }}", "none"),
        ("Nobody is named.", "nobody"),
    ],
)
def test_the_least_willing_of_those_who_are_handed_on(text: str, state: str) -> None:
    steps = f'fetch: {{them: members}}\n      - fetch: {{ours: staff}}\n      - share: {{text: "{text}", to: A dealer}}'
    written = FILE.format(platform="discord", when="{event: schedule, every: 1 day}", keys="title: x", step=steps)
    assert consent(facts(written).steps[-1]) == state


@pytest.mark.parametrize(
    ("keys", "drawn", "to", "state"),
    [
        ("{entry: [comment], purpose: giveaway}", "commenters_of(shop)", "won", "asked"),
        ("{entry: [comment], purpose: giveaway}", "commenters_of('@shop')", "won", "asked"),
        ("{entry: [comment], purpose: giveaway}", "commenters_of('@rival')", "won", "none"),
        ("{entry: [comment], purpose: giveaway}", "commenters_of(shop)", "commenters_of(shop)", "none"),
        ("purpose: giveaway", "commenters_of(shop)", "won", "none"),
    ],
)
def test_who_won_waits_to_hear_of_it(keys: str, drawn: str, to: str, state: str) -> None:
    lines = keys.strip("{}").replace("], ", "]\n    ")
    step = f'draw: {{won: "{drawn}"}}\n      - dm: {{target: {to}, text: You have won.}}'
    assert asked(step, "{event: started}", lines) == state
