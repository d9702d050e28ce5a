"""An index spares a rule what it cannot match: counted in looks, not in seconds."""

from collections import Counter
from typing import Any

import pytest
from sociable.engine.domains import Things
from sociable.engine.plan import Plan
from sociable.facts.facts import Facts, derive
from sociable.kinds.table import KINDS
from sociable.language import ast
from sociable.language.compile import Test, Variables
from sociable.project.load import read_text

from tests.engine.rules import places, rule
from tests.setups import facts

ONE_IN_TEN = "accounts: {shop: {platform: x}, chat: {platform: slack}}\nautomations:\n" + "".join(
    f"  - {{id: a{n}, account: {'chat' if n % 10 == 0 else 'shop'}, when: {'followed' if n % 10 == 0 else 'mentioned'},"
    f" do: [{'follow: event.user' if n % 10 == 0 else 'dm: Hello'}, notify: Hello]}}\n"
    for n in range(50)
)


@pytest.fixture
def looks(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each attribute is looked at while a plan runs, but for building its indexes."""
    counted: Counter[str] = Counter()
    for row in KINDS.rows.values():
        assert isinstance(row.attributes, dict)
        for name, attribute in row.attributes.items():
            monkeypatch.setitem(row.attributes, name, attribute._replace(get=_counting(name, attribute.get, counted)))
    return counted


def _counting(name: str, get: Any, counted: Counter[str]) -> Any:
    def counts(thing: Any) -> Any:
        counted[name] += 1
        return get(thing)

    return counts


def looked_at(each: str, when: str, found: Facts, looks: Counter[str]) -> tuple[int, Counter[str]]:
    """How many findings a rule makes, and what it looks at once the indexes stand."""
    compiled = rule(each, when)
    domains = Things(found)
    first = len(list(compiled.plan.environments(domains)))
    looks.clear()
    second = len(list(compiled.plan.environments(domains)))
    assert first == second
    return second, looks


@pytest.mark.parametrize(
    ("each", "when", "hits", "flags"),
    [
        # with an index, only what it gives is asked the rest
        ("step s", "s.verb is follow and not s.is_approved", 5, 5),
        ("step s", "not s.is_approved and s.verb in [follow, like]", 5, 5),
        ("step s", "s.verb.group is tie and not s.is_approved", 5, 5),
        ("automation a, step s in a.steps", "s.verb is follow and not s.is_approved", 5, 5),
        ("automation a, step s in a.steps", "a.event is followed and s.verb is follow and not s.is_approved", 5, 5),
        ("automation a, step s in a.steps", "a.event is followed and not s.is_approved", 10, 10),
        ("account c, step s in c.steps", "s.verb is follow and not s.is_approved", 5, 5),
        ("account c, step s in c.steps", "c.platform is slack and not s.is_approved", 10, 10),
        # what does not occur costs nothing
        ("step s", "s.verb is block and not s.is_approved", 0, 0),
        ("automation a, step s in a.steps", "a.event is liked and not s.is_approved", 0, 0),
        ("automation a, step s in a.steps", "a.event is followed and s.verb is block and not s.is_approved", 0, 0),
        # without one, everything is asked
        ("step s", "s.use is crm or not s.is_approved", 100, 100),
    ],
)
def test_only_what_can_match_is_asked(each: str, when: str, hits: int, flags: int, looks: Counter[str]) -> None:
    found, seen = looked_at(each, when, facts(ONE_IN_TEN), looks)
    assert (found, seen["is_approved"]) == (hits, flags)


@pytest.mark.parametrize(
    "when",
    [
        "s.is_conditional and not s.is_reached",
        "s.is_conditional and s.use is crm",
        "s.is_conditional and (not s.is_reached or s.use is crm)",
        "(s.is_conditional and not s.is_reached) or s.use is crm",
    ],
)
def test_what_has_to_be_worked_out_is_asked_after_what_is_read_off(when: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: Counter[str] = Counter()
    row = KINDS.rows["step"].attributes
    assert isinstance(row, dict)
    dear = row["is_conditional"]
    monkeypatch.setitem(row, "is_conditional", dear._replace(get=_counting("dear", dear.get, asked)))
    assert not list(rule("step s", when).plan.environments(Things(facts(ONE_IN_TEN))))
    assert not asked


def test_of_a_pair_only_those_are_asked_more_that_can_be_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()
    row = KINDS.rows["automation"].attributes
    assert isinstance(row, dict)
    dear = row["can_be_ended"]

    def counts(automation: Any) -> Any:
        asked.add(automation.event.name)
        return dear.get(automation)

    monkeypatch.setitem(row, "can_be_ended", dear._replace(get=counts))
    compiled = rule(
        "pair s, t", "s.event is followed and not s.can_be_ended and not t.can_be_ended and t.event is followed"
    )
    assert len(list(compiled.hits(Things(facts(ONE_IN_TEN))))) == 1
    assert asked == {"followed"}


@pytest.mark.parametrize(
    "when",
    [
        "s.verb is follow and s.automation.event in [followed, mentioned]",
        "s.automation.event in [followed, mentioned] and s.verb is follow",
    ],
)
def test_of_several_indexes_the_one_that_finds_fewest_is_taken(when: str, looks: Counter[str]) -> None:
    found, seen = looked_at("step s", when, facts(ONE_IN_TEN), looks)
    assert (found, seen["verb"], seen["event"]) == (5, 5, 5)


def test_an_index_is_built_once_for_all_rules(looks: Counter[str]) -> None:
    found = facts(ONE_IN_TEN)
    domains = Things(found)
    for _ in range(3):
        assert len(list(rule("step s", "s.verb is follow").plan.environments(domains))) == 5
    assert looks["verb"] == len(found.steps) + 3 * 5, "what an index gives is asked again"


def test_indexes_of_different_attributes_are_kept_apart() -> None:
    domains = Things(facts(ONE_IN_TEN))
    for when, hits in (("s.verb is follow", 5), ("s.verb.group is tie", 5), ("s.audience is inward", 50)):
        assert len(list(rule("step s", when).plan.environments(domains))) == hits


@pytest.mark.parametrize(
    ("when", "passed"),
    [
        ("c.run_by is business and s.is_approved", 0),
        ("s.is_approved and c.run_by is business", 0),
    ],
)
def test_a_condition_is_asked_as_soon_as_it_can_be(when: str, passed: int, looks: Counter[str]) -> None:
    """What is asked of the account comes before its steps are gone through, wherever it is written."""
    _, seen = looked_at("account c, step s in c.steps", when, facts(ONE_IN_TEN), looks)
    assert (seen["run_by"], seen["is_approved"]) == (2, passed)


@pytest.mark.parametrize(
    ("each", "quantity", "found"),
    [
        ("step s", "some step w in s.automation.steps has w.is_approved", 2),
        ("step s", "no step w in s.automation.steps has w.is_approved", 60),
        ("step s", "at least 2 step w in s.automation.steps has not w.is_approved", 60),
        ("automation a, step s in a.steps", "every step w in a.steps has not w.is_approved", 60),
        ("step s", "some step w in s.account.steps has w.is_approved", 62),
    ],
)
def test_what_only_a_list_decides_is_asked_once_of_each_list(
    each: str, quantity: str, found: int, looks: Counter[str]
) -> None:
    many = ", ".join(["log: a line"] * 60)
    setup = facts(f"""
accounts: {{shop: {{platform: x}}}}
automations:
  - {{id: first, account: shop, when: mentioned, do: [{many}]}}
  - {{id: second, account: shop, when: mentioned, approval: human, do: [notify: Hello, reply: Hello]}}
""")
    seen, asked = looked_at(each, f"{quantity} and s.verb is not hide", setup, looks)
    assert seen == found
    assert asked["is_approved"] <= 62, "some stop at the first that fits"


def test_unless_is_asked_only_of_what_holds(looks: Counter[str]) -> None:
    _, seen = looked_at("step s", "s.verb is follow\nunless s.is_approved", facts(ONE_IN_TEN), looks)
    assert seen["is_approved"] == 5


def test_no_condition_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each condition becomes exactly one test, whatever an index says beforehand."""
    compiled_conditions: list[ast.Condition] = []

    def recording(kind: type[ast.Condition]) -> None:
        compiled = kind.compiled

        def recorded(condition: ast.Condition, variables: Variables) -> Test:
            compiled_conditions.append(condition)
            return compiled(condition, variables)

        monkeypatch.setattr(kind, "compiled", recorded)

    recording(ast.OneOf)
    recording(ast.Compare)
    when = "a.event is followed and s.verb is follow and s.audience is person and a.purpose is growth and 1 < 2"
    made = rule("automation a, step s in a.steps", when).plan
    assert isinstance(made, Plan)
    assert len(compiled_conditions) == 5
    assert not made.pending


IDLE = ", ".join(f"idle{n}: {{platform: x}}" for n in range(9))
RARE_STEPS = (
    f"accounts: {{shop: {{platform: x}}, quiet: {{platform: slack}}, {IDLE}}}"
    """
automations:
  - {id: a, account: [shop, nowhere], when: followed, do: [follow: event.user, dm: Hello]}
  - {id: b, account: shop, when: followed, do: [dm: Hello, dm: Hi]}
  - {id: c, account: shop, when: followed, do: [dm: Hello]}
  - {id: d, account: shop, when: followed, do: [dm: Hello]}
  - {id: e, account: quiet, when: mentioned, do: [follow: event.user, dm: Hello]}
"""
)


@pytest.mark.parametrize(
    ("each", "when", "found"),
    [
        # few steps, many automations or accounts: the steps lead
        ("automation a, step s in a.steps", "s.verb is follow", ["a@nowhere", "a@shop", "e@quiet"]),
        ("automation a, step s in a.steps", "a.event is followed and s.verb is follow", ["a@nowhere", "a@shop"]),
        ("automation a, step s in a.steps", "a.event is mentioned and s.verb is follow", ["e@quiet"]),
        ("automation a, step s in a.steps", "a.event is liked and s.verb is follow", []),
        ("account a, step s in a.steps", "s.verb is follow", ["a@shop", "e@quiet"]),
        ("account a, step s in a.steps", "a.platform is x and s.verb is follow", ["a@shop"]),
        ("account a, step s in a.steps", "s.verb is follow and a.platform is slack", ["e@quiet"]),
        # many steps, few automations or accounts: those lead
        ("automation a, step s in a.steps", "a.event is mentioned and s.verb is dm", ["e@quiet"]),
        ("account a, step s in a.steps", "a.platform is slack and s.verb is dm", ["e@quiet"]),
    ],
)
def test_whichever_way_it_is_gone_the_same_is_found(each: str, when: str, found: list[str]) -> None:
    """An account that no file describes is no account of ours, though its steps are steps."""
    environments = rule(each, when).plan.environments(Things(facts(RARE_STEPS)))
    assert sorted(f"{step.automation.id}@{step.account.id}" for _, step in map(list, environments)) == found


@pytest.mark.parametrize("each", ["automation a, step s in a.steps", "account a, step s in a.steps"])
def test_the_rarer_thing_leads(each: str, looks: Counter[str]) -> None:
    """Three steps are found without going through anybody's steps."""
    found, seen = looked_at(each, "s.verb is follow", facts(RARE_STEPS), looks)
    assert (seen["steps"], seen["verb"]) == (0, found)


def test_members_of_a_group_stand_in_the_order_of_their_places() -> None:
    found = facts("""
accounts: {shop: {platform: x}, cafe: {platform: x}}
automations:
  - {id: a, account: shop, when: manual, do: [story: Hello]}
  - {id: b, account: cafe, when: manual, do: [post: Hello]}
  - {id: c, account: shop, when: manual, do: [story: Hello]}
""")
    each = "group g of step s by s.text.wording"
    in_order = rule(each, "s.verb in [post, story] and g.size = 3", report='report g.second: "after {g.first.account}"')
    (finding,) = in_order.hits(Things(found))
    assert (finding.finding.span.text, finding.finding.message) == ("post", "after `shop`")


def test_what_excuses_a_member_is_asked_before_groups_are_made() -> None:
    found = facts("""
accounts: {shop: {platform: x}}
automations:
  - {id: a, account: shop, when: manual, do: [post: Hello]}
  - {id: b, account: shop, when: mentioned, do: [post: Hello]}
""")
    each = "group g of step s by s.text.wording"
    assert places(found, rule(each, "g.size >= 2", report='report g.second: "x"')) == ["post"]
    assert places(found, rule(each, "g.size >= 2\nunless s.is_approved", report='report g.second: "x"')) == []
    assert places(found, rule(each, "g.size >= 1\nunless g.size = 2", report='report g.second: "x"')) == []


def test_of_the_steps_on_a_loop_what_holds_of_their_automation_is_asked_once(looks: Counter[str]) -> None:
    steps = ", ".join("dm: Hello" for _ in range(20))
    talks = facts(
        "accounts: {chat: {platform: x}}\nautomations:\n"
        f"  - {{id: a, account: chat, when: messaged, do: [{steps}]}}\n"
    )
    when = "every step s in l.steps has some automation a in s.account.automations has a.is_once_each"
    assert (
        len(list(rule("mirror_loop l", when, report='report l.first: "found"').plan.environments(Things(talks)))) == 0
    )
    assert looks["is_once_each"] == 1


def test_a_case_goes_through_the_steps_once_however_many_are_found(looks: Counter[str]) -> None:
    found = facts(
        "accounts: {shop: {platform: x}}\nautomations: [{id: a, account: shop, when: followed, do: ["
        + "notify: Hello, " * 50
        + "]}]\n"
    )
    case = 'suggest "Take it out."\n  when some step w in s.automation.steps has w.verb is delete'
    looked = []
    for more in ("", case):
        compiled = rule("step s", "s.verb is notify", tail=f'because "b"\nsuggest "c"\n{more}')
        looks.clear()
        assert len(list(compiled.hits(Things(found)))) == 50
        looked.append(looks["verb"])
    assert looked[1] - looked[0] <= 50


def test_whether_a_rule_is_sure_goes_through_the_steps_once(looks: Counter[str]) -> None:
    steps = "{notify: Hello, approval: maybe}, " * 50
    head = "sociable: 1\naccounts: {c: {platform: x}}\nautomations:\n"
    text = f"{head}  - {{id: a, account: c, when: followed, do: [{steps}]}}"
    compiled = rule(
        "step s",
        "(s.verb is notify or not s.is_approved) and (no step w in s.automation.steps has w.verb is delete)",
    )
    domains = Things(derive(read_text("a.yml", text).setup))
    looks.clear()
    assert len(list(compiled.hits(domains, doubtful=True))) == 50
    assert looks["verb"] <= 500
