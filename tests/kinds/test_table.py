"""What rules can ask: every attribute gives what its type promises, for whatever it is asked of."""

from collections.abc import Iterator
from typing import Any

import pytest
from sociable.facts.credentials import credentials
from sociable.facts.declarations import References, declarations
from sociable.facts.facts import AutomationFacts, Facts, derive
from sociable.facts.guards import guards
from sociable.facts.made_values import made_values
from sociable.facts.open_facts import open_facts
from sociable.facts.overlong_texts import too_long
from sociable.facts.quotas import quotas
from sociable.facts.sameness import repeats
from sociable.graph.causality import find_loops
from sociable.kinds.group import Group
from sociable.kinds.table import KINDS, kind_of
from sociable.kinds.words import WORDS
from sociable.language.conditions.about_texts import PEOPLE
from sociable.language.types import Type
from sociable.text.source import Span
from sociable.vocabulary.crowds import CROWDS

from tests.setups import facts, page_examples

FOUND = KINDS.names(lambda row: row.find)

UNKNOWN = """
automations:
  - {id: a, account: nowhere, when: mentioned, do: [reply: "Hi", notify: "x", follow: nobody-known]}
"""


def things(found: Facts) -> dict[str, list[Any]]:
    open_together = open_facts(found)
    return {
        "account": [*found.accounts, *(step.account for step in found.steps)],
        "automation": found.automations,
        "step": found.steps,
        "text": [step.text for step in found.steps],
        "target": [step.target for step in found.steps],
        "loop": find_loops(found, lambda _: True, []),
        "mirror_loop": find_loops(found, lambda _: True, [], mirror=True),
        "quota": quotas(found),
        "share": [share for quota in quotas(found) for share in quota.shares],
        "guard": guards(found),
        "declaration": declarations(found),
        "reference": list(References(found)),
        "credential": credentials(found),
        "repeat": repeats(found),
        "overlong_text": too_long(found),
        "made_value": made_values(found),
        "open_facts": open_together,
        "open_fact": [fact for every in open_together for fact in every.facts],
    }


def examples() -> Iterator[Facts]:
    yield facts(UNKNOWN)
    for setup in page_examples().values():
        yield derive(setup)


def fits(value: Any, kind: Type, found: dict[str, list[Any]]) -> bool:
    match kind.name:
        case "flag":
            return isinstance(value, bool)
        case "number":
            return type(value) is int
        case "string":
            return isinstance(value, str)
        case "word":
            return value in WORDS[kind.of]
        case "set":
            return isinstance(value, frozenset) and value <= WORDS[kind.of].keys()
        case "list":
            return all(any(each is known for known in found[kind.of]) for each in value)
        case "person":
            return isinstance(value, AutomationFacts)
        case "target":  # made for whoever asks
            return any(value.step is known.step for known in found["target"])
    return any(value is known for known in found[kind.name])


@pytest.mark.parametrize("kind", KINDS.rows)
def test_attributes_give_what_they_promise(kind: str) -> None:
    asked = 0
    for example in examples():
        found = things(example)
        for thing in found[kind]:
            for name, attribute in KINDS.attributes(Type(kind)).items():
                value = attribute.get(thing)
                assert fits(value, attribute.type, found), (name, value)
                asked += 1
                for of_word in KINDS.attributes(attribute.type).values() if attribute.type.name == "word" else ():
                    assert fits(of_word.get(value), of_word.type, found)
    assert asked


@pytest.mark.parametrize("kind", FOUND)
def test_attributes_of_groups(kind: str) -> None:
    for example in examples():
        found = things(example)
        members = found[kind]
        for size in range(1, len(members) + 1):
            for name, attribute in KINDS.attributes(Type("group", kind)).items():
                assert fits(attribute.get(Group(members[:size])), attribute.type, found), name


def test_groups_count_accounts_where_there_are_any() -> None:
    offered = {kind for kind in FOUND if "accounts" in KINDS.attributes(Type("group", kind))}
    assert offered == {"automation", "step", "text", "guard", "quota", "open_fact", "overlong_text", "made_value"}


@pytest.mark.parametrize(
    ("members", "first", "second"),
    [
        (["a"], "a", "a"),
        (["a", "b", "c"], "a", "b"),
        (["a", "a", "b"], "a", "b"),  # the same automation on another account is no second place
        (["a", "a"], "a", "a"),
    ],
)
def test_first_and_second(members: list[str], first: str, second: str) -> None:
    found = facts(
        "automations:" + "".join(f"\n  - {{id: {name}, account: x, when: manual, do: [stop]}}" for name in "abc")
    )
    by_id = {automation.id: automation for automation in found.automations}
    group = Group([by_id[name] for name in members])
    asked = KINDS.attributes(Type("group", "automation"))
    assert asked["size"].get(group) == len(members)
    assert (asked["first"].get(group).id, asked["second"].get(group).id) == (first, second)


@pytest.mark.parametrize("kind", KINDS.rows)
def test_every_thing_has_a_name_and_a_place_if_that_is_promised(kind: str) -> None:
    row = KINDS.rows[kind]
    for found in map(things, examples()):
        for thing in found[kind]:
            assert kind_of(thing).of is row.of
            assert row.named(thing) != ""
            assert row.shown is None or row.shown(thing) != "" or thing.model is None
            assert not row.placed or isinstance(thing.span, Span)
            assert all(kind_of(each).placed for each in row.members(thing))
            assert row.places(thing) != ()


def test_every_type_exists() -> None:
    for kind in (*(Type(name) for name in KINDS.rows), *(Type("word", name) for name in WORDS)):
        for attribute in KINDS.attributes(kind).values():
            match attribute.type.name:
                case "word" | "set":
                    assert attribute.type.of in WORDS
                case "list":
                    assert attribute.type.of in KINDS.rows
                case name:
                    assert name in {*KINDS.rows, "flag", "number", "string", "person"}
            assert attribute.doc.endswith(".")


def test_what_is_not_said_is_neither_yes_nor_no() -> None:
    account = facts("accounts: {shop: {platform: x}}").accounts[0]
    asked = (
        "automated_label",
        "operator",
        "inbox",
        "pause",
        "api_tier",
        "run_by",
        "ai_replies_approved",
        "verified",
        "moderates",
    )
    assert {name: KINDS.rows["account"].attributes[name].get(account) for name in asked} == dict.fromkeys(
        asked, "unstated"
    )


def test_what_is_said_of_an_account() -> None:
    account = facts("""
accounts:
  shop:
    platform: x
    run_by: business
    automated_label: false
    operator: "@jane"
    inbox: {read_by: the team}
    pause: Jane
    api_tier: enterprise
    ai_replies_approved: true
    verified: true
    moderates: false
""").accounts[0]
    said = {name: KINDS.rows["account"].attributes[name].get(account) for name in KINDS.rows["account"].attributes}
    assert {name: value for name, value in said.items() if isinstance(value, str)} == {
        "id": "shop",
        "platform": "x",
        "server": "other",
        "kind": "unstated",
        "growing": "",
        "publishing": "unstated",
        "program": "unstated",
        "ai_approval": " On X, AI replies also need the platform's approval; once it is there, write "
        "`approved: {ai_replies: true}` under the account.",
        "run_by": "business",
        "automated_label": "no",
        "operator": "yes",
        "inbox": "read",
        "neglect": "nobody reads what people write back",
        "neglect_remedy": "Let somebody read what people write back, and write down who, under the account: "
        "`inbox:` with `read_by:`.",
        "pause": "yes",
        "api_tier": "enterprise",
        "ai_replies_approved": "yes",
        "unapproved_words": "the program behind `shop`",
        "verified": "yes",
        "moderates": "no",
    }


@pytest.mark.parametrize(("own", "via"), [("", "browser"), (", via: api", "api")])
def test_a_step_is_reached_as_its_automation_unless_it_says_otherwise(own: str, via: str) -> None:
    step = facts(f"""
accounts: {{shop: {{platform: x}}}}
automations:
  - {{id: a, account: shop, when: manual, via: browser, do: [{{post: Hi{own}}}]}}
""").steps[0]
    assert KINDS.rows["step"].attributes["via"].get(step) == via


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Type("account"), "an account"),
        (Type("step"), "a step"),
        (Type("word", "api_tier"), "one api tier"),
        (Type("set", "origin"), "a set of origins"),
        (Type("list", "step"), "a list of steps"),
        (Type("group", "step"), "a group"),
    ],
)
def test_how_a_type_reads(kind: Type, words: str) -> None:
    assert str(kind) == words


def test_who_may_be_named() -> None:
    assert {name for name in CROWDS if name not in PEOPLE} == {"matching", "own_posts", "posts_of"}


def asked_of_the_first(kind: str, name: str, text: str) -> Any:
    found = facts(f"accounts: {{shop: {{platform: x}}}}\nautomations:\n  - {{id: a, account: shop, {text}}}\n")
    return KINDS.rows[kind].attributes[name].get(things(found)[kind][0])


@pytest.mark.parametrize(
    ("text", "ignored"),
    [
        ("when: mentioned, do: [like]", set()),
        ("when: mentioned, ignore: [followers, bots], do: [like]", {"followers", "bots"}),
        ("when: mentioned, if: not event.user.is_bot, do: [like]", {"bots"}),
        ("when: mentioned, if: event.user.is_bot, ignore: opted_out, do: [like]", {"opted_out"}),
    ],
)
def test_whom_an_automation_passes_over(text: str, ignored: set[str]) -> None:
    assert asked_of_the_first("automation", "ignores", text) == ignored


@pytest.mark.parametrize(
    ("text", "automation", "step"),
    [
        ("when: mentioned, do: [like]", False, False),
        ("when: mentioned, if: event.post.likes > 3, do: [like]", True, True),
        ("when: mentioned, do: [{like: event.post, if: event.post.likes > 3}]", False, True),
    ],
)
def test_what_has_a_condition(text: str, automation: bool, step: bool) -> None:
    assert asked_of_the_first("automation", "is_conditional", text) is automation
    assert asked_of_the_first("step", "is_conditional", text) is step


@pytest.mark.parametrize(
    ("said", "is_ready_made"),
    [
        ("Thank you!", True),
        ("Thank you, {{ event.user.name }} of {{ account.city }}, on {{ today }}!", True),
        ("You said {{ event.post.text }}", False),
        ("Write to {{ event.user.email }}", False),
    ],
)
def test_texts_that_were_written_beforehand(said: str, is_ready_made: bool) -> None:
    assert asked_of_the_first("text", "is_ready_made", f'when: mentioned, do: [reply: "{said}"]') is is_ready_made
