"""What each condition means, one by one."""

from collections.abc import Collection

import pytest
from sociable.engine.domains import Things
from sociable.facts.facts import AutomationFacts

from tests.engine.rules import found, places, rule, slots
from tests.setups import facts

STORY = """
accounts:
  shop: {platform: x}
automations:
  - {id: none, account: shop, when: mentioned, do: [notify: x, log: x]}
  - {id: one, account: shop, when: followed, do: [notify: x, post: "{{ event.user.name }}"]}
  - {id: two, account: shop, when: liked, do: [post: "{{ event.post.text }}", log: x, story: Hello]}
  - {id: all, account: shop, when: {event: schedule, on: monday},
     do: [{fetch: {gone: unfollowers}}, post: "{{ gone }}", {story: Hi}]}
"""
ALL = ["none", "one", "two", "all"]


def met(when: str, each: str = "automation s") -> list[str]:
    return places(facts(STORY), rule(each, when))


@pytest.mark.parametrize(
    ("quantity", "automations"),
    [
        ("some", ["one", "two", "all"]),
        ("no", ["none"]),
        ("every", []),
        ("at least 0", ALL),
        ("at least 1", ["one", "two", "all"]),
        ("at least 2", ["two", "all"]),
        ("at least 3", []),
        ("at most 0", ["none"]),
        ("at most 1", ["none", "one"]),
        ("at most 2", ALL),
    ],
)
def test_quantities(quantity: str, automations: list[str]) -> None:
    assert met(f"{quantity} step t in s.steps has t.audience is public") == automations


@pytest.mark.parametrize(
    ("body", "automations"),
    [
        ("t.audience is inward", ["none"]),
        ("t.audience in [public, inward]", ALL),
        ("not t.audience is public", ["none"]),
        ("t.verb in [notify, post]", ["one"]),
    ],
)
def test_every(body: str, automations: list[str]) -> None:
    assert met(f"every step t in s.steps has {body}") == automations


def test_every_of_nothing_holds_and_some_does_not() -> None:
    idle = facts("accounts: {shop: {platform: x}}")
    assert places(idle, rule("account s", "every step t in s.steps has t.is_approved")) == ["shop"]
    assert places(idle, rule("account s", "no step t in s.steps has t.is_approved")) == ["shop"]
    assert places(idle, rule("account s", "some step t in s.steps has t.is_approved")) == []


@pytest.mark.parametrize(
    ("when", "automations"),
    [
        ("s.event is followed", ["one"]),
        ("s.event is not followed", ["none", "two", "all"]),
        ("not s.event is followed", ["none", "two", "all"]),
        ("s.event in [followed, liked, joined]", ["one", "two"]),
        ("s.event not in [followed, liked, joined]", ["none", "all"]),
        ("s.event.group is acted_towards_us", ["one", "two"]),
        ("s.event.asked is yes or s.event is schedule", ["none", "all"]),
        ("s.event is followed and s.event.group is acted_towards_us", ["one"]),
        ("s.event is mentioned or s.event is liked and s.purpose is growth", ["none"]),
        ("(s.event is mentioned or s.event is liked) and s.purpose is growth", []),
        ("s.account.is_known", ALL),
        ("not s.account.is_known", []),
        ("s.purpose is unstated", ALL),
    ],
)
def test_words_and_flags(when: str, automations: list[str]) -> None:
    assert met(when) == automations


@pytest.mark.parametrize(
    ("sign", "groups"),
    [("=", [2]), ("!=", [1, 4]), ("<", [1]), ("<=", [1, 2]), (">", [4]), (">=", [2, 4])],
)
def test_numbers(sign: str, groups: list[int]) -> None:
    """Groups of one, two and four steps."""
    text = """
accounts: {shop: {platform: x}}
automations:
  - {id: a, account: shop, when: manual, do: [post: x, like: event.post, log: x, log: x, post: x, log: x, log: x]}
"""
    sizes = {"post": 2, "like": 1, "log": 4}
    for when in (f"g.size {sign} 2", f"2 {_turned(sign)} g.size"):
        alike = rule("group g of step s by s.verb", when, report='report g.first: "x"')
        assert sorted(sizes[place] for place in places(facts(text), alike)) == groups


def _turned(sign: str) -> str:
    return sign.translate(str.maketrans("<>", "><"))


@pytest.mark.parametrize(
    ("when", "verbs"),
    [
        ("s.text names s.automation.person", ["post"]),
        ("s.text names a.person", ["post"]),
        ("s.text echoes a.person", ["post"]),
        ("s.text names unfollowers", ["post"]),
        ("s.text echoes unfollowers", []),
        ("s.text echoes matching", []),
        ("s.text names followers", []),
        ("identity in s.text.origins", ["post", "post"]),
        ("words in s.text.origins", ["post"]),
        ("ours in s.text.origins", ["notify", "log", "notify", "log", "story", "story"]),
        ("words not in s.text.origins and s.verb is post", ["post", "post"]),
    ],
)
def test_texts(when: str, verbs: list[str]) -> None:
    each = "automation a, step s in a.steps"
    assert places(facts(STORY), rule(each, when, report='report s: "by {a}"')) == verbs


def test_posts_that_a_search_finds_are_echoed_and_never_named() -> None:
    text = """
automations:
  - id: a
    account: shop
    when: {event: schedule, every: 1 day}
    do: [fetch: {voices: matching("#town")}, post: "They say: {{ voices }}", log: "{{ voices.count }}"]
"""
    assert places(facts(text), rule("step s", "s.text echoes matching", report='report s: "x"')) == ["post"]


@pytest.mark.parametrize(("event", "hit"), [("followed", ["post"]), ("liked", []), ("schedule", []), ("mentioned", [])])
def test_naming_and_echoing_are_two_things(event: str, hit: list[str]) -> None:
    assert met(f"s.automation.event is {event} and s.text names s.automation.person", "step s") == hit


# ---------------------------------------------------------------------------- what many people read

TOLD = """
accounts: {{shop: {{platform: {platform}}}}}
automations:
  - id: a
    account: shop
    when: messaged
    do: [{step}]
"""


@pytest.mark.parametrize(
    ("step", "platform", "origin", "leaks"),
    [
        ('post: "{{ event.message.text }}"', "x", "private", True),
        ('post: "{{ event.message.text }}"', "slack", "private", True),
        ('dm: "{{ event.message.text }}"', "x", "private", False),
        ('notify: "{{ event.message.text }}"', "x", "private", False),
        ('post: "{{ event.message.text }}"', "x", "identity", False),
        ('post: "{{ secrets.key }}"', "x", "secret", True),
        ('generate: {made: "{{ event.message.text }}"}}, {post: "{{ made }}"', "x", "private", True),
        ("post: Hello", "x", "private", False),
    ],
)
def test_what_leaks(step: str, platform: str, origin: str, leaks: bool) -> None:
    told = facts(TOLD.format(step=f"{{{step}}}", platform=platform))
    assert bool(places(told, rule("text t", f"t leaks {origin}", report='report t: "x"'))) == leaks


# ------------------------------------------------------------------------- texts, chains and pairs

OURS = """
accounts: {shop: {platform: x}, cafe: {platform: x}}
automations:
  - {id: a, account: shop, when: manual, do: [follow: cafe, notify: "Done"]}
  - {id: b, account: cafe, when: followed, do: [{dm: "Hello"}, {notify: " "}]}
  - {id: c, account: shop, when: messaged, if: event.user.is_bot, do: [notify: "Hi"]}
  - {id: d, account: [shop, cafe], when: messaged, if: not event.user.is_bot, do: [notify: "Hey"]}
  - {id: e, account: shop, when: messaged, do: [notify: "Ho"]}
"""


def names(each: str, when: str = "", variables: tuple[str, ...] = ("a", "b")) -> list[str]:
    compiled = rule(each, when, report=f'report {variables[0]}: "{{{variables[-1]}.id}}"')
    found_ways = compiled.plan.environments(Things(facts(OURS)))
    return [" ".join(slots(compiled, env)[name].id for name in variables) for env in found_ways]


def test_every_text_that_says_something() -> None:
    assert places(facts(OURS), rule("text t", report='report t: "x"')) == [
        '"Done"',
        '"Hello"',
        '"Hi"',
        '"Hey"',
        '"Ho"',
    ]
    of_one = rule("automation a, text t in a.texts", "t.step.verb is dm", report='report t: "{a} {t.account}"')
    assert places(facts(OURS), of_one) == ['"Hello"']


@pytest.mark.parametrize("each", ["automation a, automation b", "automation b, automation a"])
def test_what_leads_where(each: str) -> None:
    assert sorted(names(each, "a leads to b")) == ["a b", "a c", "a d", "a e", "b c", "b d", "b e"]
    assert sorted(names(each, "a leads to b and b.event is followed")) == ["a b"]
    assert sorted(names(each, "not a leads to b and a.event is manual")) == ["a a", "a d"]


def test_a_quantifier_may_ask_what_leads_where() -> None:
    each, when = "account c, automation a in c.automations", "some automation b in c.automations has a leads to b"
    assert names(each, when, ("a",)) == ["a"]


def test_what_is_led_to_is_found_without_trying_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    set_off_by = Things.set_off_by

    def noting(domains: Things, automation: AutomationFacts) -> Collection[AutomationFacts]:
        asked.append(automation.id)
        return set_off_by(domains, automation)

    monkeypatch.setattr(Things, "set_off_by", noting)
    assert len(names("automation a, automation b", "a.event is manual and a leads to b")) == 4
    assert asked == ["a"]


def test_pairs_of_one_account_that_one_event_starts() -> None:
    assert names("pair a, b") == ["c e", "d e"]
    assert names("pair a, b", "a leads to b") == []
    first = rule("pair a, b", report='report b: "after {a.id}"')
    assert [(each.message, each.subjects) for each in found(facts(OURS), first)] == [
        ("after c (the same with `d`)", ("e", "shop", "c", "d"))
    ]


def test_the_severity_and_the_step_of_a_loop_may_ask_what_leads_where() -> None:
    loop = facts("""
accounts: {shop: {platform: x}, cafe: {platform: x}}
automations:
  - {id: a, account: [shop, cafe], when: followed, do: [follow: event.user]}
""")
    when = "every step s in l.steps has s.automation leads to s.automation"
    head = "severity info\nseverity error when l.first.automation leads to l.first.automation"
    (one,) = found(loop, rule("loop l", when, report='report l.first: "x"', head=head))
    assert one.severity == "error"
