"""What is explained is what was judged, and in words that say it."""

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, assume, given, settings
from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.domains import Things
from sociable.engine.explainer import Explainer, bound_variables
from sociable.facts.facts import Facts, derive
from sociable.findings.finding import Clause
from sociable.language import ast
from sociable.language.types import Bound
from sociable.language.visitor import free_variables
from sociable.rulebook.page_files import Said, page_source, rule_of_page
from sociable.setup.model import Setup
from sociable.text.source import Source

from tests.engine.naive import combinations, matches
from tests.engine.rule_texts import BINDINGS, GROUPS, rules
from tests.engine.rules import built_in, checked
from tests.setups import facts as facts_of
from tests.setups import page_examples
from tests.strategies import setups


def holds(clauses: tuple[Clause, ...]) -> bool:
    return all(each.held is (each.role == "when") for each in clauses)


def found(rule: ast.Rule, facts: Facts) -> Iterator[Bound]:
    """What the compiled rule finds."""
    compiled = CompiledRule(rule_of_page(Said(rule, "", ""), "", ""))
    for env in compiled.plan.environments(Things(facts)):
        yield bound_variables(rule, compiled.variables.slots, compiled.variables.types, env)


# --------------------------------------------------------------------------------------- agreement


def agree(rule: ast.Rule, text: str, facts: Facts) -> None:
    explainer = Explainer(rule, Source("page.md", text), Things(facts))
    explained = sum(holds(explainer.explain(bound)) for bound in combinations(rule, facts))
    assert explained == len(list(found(rule, facts))) == len(matches(rule, facts))
    assert all(holds(explainer.explain(bound)) for bound in found(rule, facts))


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(text=rules(BINDINGS), setup=setups())
def test_any_rule_on_any_setup(text: str, setup: Setup) -> None:
    rule, problems = checked(text)
    assume(not problems)
    agree(rule, text, derive(setup))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(text=rules(GROUPS), setup=setups())
def test_any_rule_about_groups_on_any_setup(text: str, setup: Setup) -> None:
    """All groups that members make are explained as holding exactly if the rule finds them."""
    rule, problems = checked(text)
    assume(not problems)
    (grouping,) = rule.bindings
    assert isinstance(grouping, ast.Grouping)
    tops = rule.when.operands if isinstance(rule.when, ast.And) else (rule.when,) if rule.when else ()
    about_members = tuple(each for each in tops if grouping.variable not in free_variables(each))
    unless = tuple(each for each in rule.unless if grouping.variable not in free_variables(each))
    assume(all(not isinstance(each, ast.And) for each in tops))
    every = rule._replace(when=ast.And(about_members, -1, -1), unless=unless)
    facts = derive(setup)
    explainer = Explainer(rule, Source("page.md", text), Things(facts))
    explained = [members(bound) for bound in found(every, facts) if holds(explainer.explain(bound))]
    assert explained == [members(bound) for bound in found(rule, facts)]


def members(bound: Bound) -> list[tuple[str, int]]:
    return [(str(each.span), getattr(each, "order", 0)) for each in bound["g"][0].members]


LOOP_RULES = (
    "when every step s in l.steps has not s.is_approved and some step f in l.steps has f.verb in [follow, connect]",
    "when no step s in l.steps has s.verb is post unless some step s in l.steps has s.text names followers",
    "when l.size >= 2 unless every step s in l.steps has s.account.platform is x",
    "when l.verdict is not settles unless no step s in l.steps has s.audience is public",
)


@pytest.mark.parametrize("asked", LOOP_RULES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(setup=setups(largest=8))
def test_loops_on_any_setup(asked: str, setup: Setup) -> None:
    text = f'rule some-rule severity info for each loop l {asked} report l.first: "" because "b" suggest "c"'
    rule, problems = checked(text)
    assert problems == []
    facts = derive(setup)
    explainer = Explainer(rule, Source("page.md", text), Things(facts))
    assert all(holds(explainer.explain(bound)) for bound in found(rule, facts))


@pytest.mark.parametrize("name", [name for name, page in built_in().items()])
def test_what_built_in_rules_find_is_explained_as_held(name: str) -> None:
    page, explained = built_in()[name], []
    for example, setup in page_examples().items():
        if example.startswith(f"{name}: "):
            facts = derive(setup)
            explainer = Explainer(page.rule, page_source(page.path), Things(facts))
            explained += [explainer.explain(bound) for bound in found(page.rule, facts)]
    assert explained
    assert all(map(holds, explained))


# ------------------------------------------------------------------------------------------- words

TOWN = """\
accounts:
  town: {platform: x, handle: "@town", inbox: unread}
  mill: {platform: x, handle: "@mill"}
automations:
  - id: wall
    account: town
    when: unfollowed
    do:
      - post: "Bye {{ event.user.handle }}"
      - notify: "one less"
  - id: news
    account: [town, mill]
    when: {event: feed_item, feed: "https://town.example/feed.xml"}
    do:
      - post: "Bye"
  - id: back
    account: town
    when: followed
    approval: human
    do:
      - follow: event.user
"""
BEFORE = """\
list speech = [post, reply]
define quiet(s: step) means s.audience is inward
define loud(s: step) means s.audience is public and s.verb in speech
define alone(c: account) means no automation a in c.automations has a.event is mentioned
"""


def lines(clause: Clause, depth: int = 0) -> list[str]:
    place = f" @{clause.span.line}" if clause.span else ""
    held = "yes" if clause.held else "no"
    own = f"{'  ' * depth}{held}: {clause.text}{f' | {clause.says}' if clause.says else ''}{place}"
    return [own, *(line for part in clause.parts for line in lines(part, depth + 1))]


def explained(asked: str, number: int = 0) -> list[str]:
    """All conditions of a rule for the thing of that number, whether the rule finds it or not."""
    text = f'{BEFORE}rule some-rule severity info for each {asked} report s: "" because "b" suggest "c"'
    rule, problems = checked(text)
    assert problems == []
    facts = facts_of(TOWN)
    bound = list(combinations(rule, facts))[number]
    clauses = Explainer(rule, Source("page.md", text), Things(facts)).explain(bound)
    return [line for clause in clauses for line in lines(clause)]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("step s when s.verb is post", ["yes: s.verb is post | what it does: `post` @10"]),
        (
            "step s when s.automation.event is followed",
            ["no: s.automation.event is followed | what starts it: `unfollowed` @8"],
        ),
        (
            "step s when s.account.inbox is not read",
            [
                (
                    "yes: s.account.inbox is not read | whether somebody reads what comes back, within a month: the "
                    "file says that nobody does, or that people wait longer than a month (`unread`) @3"
                )
            ],
        ),
        (
            "step s when s.audience in [group, person]",
            ["no: s.audience in [group, person] | who notices it: anybody can see it (`public`) @10"],
        ),
        ("step s when s.verb in # a list\n speech", ["yes: s.verb in speech | what it does: `post` @10"]),
        (
            "step s when identity in s.text.origins",
            [
                (
                    "yes: identity in s.text.origins | where its parts come from: a person's name, handle or profile "
                    "(`identity`); written by us (`ours`) @10"
                )
            ],
        ),
        (
            "step s when s.text names s.automation.person",
            [
                (
                    "yes: s.text names s.automation.person | “Bye {{ event.user.handle }}” names the person who "
                    "stopped following @10"
                )
            ],
        ),
        (
            "step s when s.text echoes unfollowers",
            [
                (
                    "no: s.text echoes unfollowers | “Bye {{ event.user.handle }}” repeats no words of the people who "
                    "stopped following @10"
                )
            ],
        ),
        (
            "step s unless s.is_approved",
            ["no: s.is_approved | whether a person of ours says yes before it happens: no @10"],
        ),
        (
            "step s when not (s.is_approved and s.verb is post)",
            [
                "yes: not (s.is_approved and s.verb is post)",
                "  no: s.is_approved | whether a person of ours says yes before it happens: no @10",
            ],
        ),
        (
            "step s when s.verb is dm or (s.verb is post and s.audience is public)",
            [
                "yes: s.verb is dm or (s.verb is post and s.audience is public)",
                "  yes: s.verb is post and s.audience is public",
                "    yes: s.verb is post | what it does: `post` @10",
                "    yes: s.audience is public | who notices it: anybody can see it (`public`) @10",
            ],
        ),
        (
            "step s when quiet(s)",
            [
                "no: quiet(s)",
                "  no: s.audience is inward | who notices it: anybody can see it (`public`) @10",
            ],
        ),
        (
            "step s when loud(s)",
            [
                "yes: loud(s)",
                "  yes: s.audience is public | who notices it: anybody can see it (`public`) @10",
                "  yes: s.verb in [post, reply] | what it does: `post` @10",
            ],
        ),
        (
            "account s when alone(s)",
            [
                "yes: alone(s)",
                "  yes: no automation a in s.automations has a.event is mentioned | true of none of 3 automations @3",
            ],
        ),
        (
            "account s when some step f in s.steps has f.verb is notify",
            [
                "yes: some step f in s.steps has f.verb is notify | true of `notify` in `wall` @11",
                "  yes: f.verb is notify | what it does: `notify` @11",
            ],
        ),
        (
            "account s when every step f in s.steps has f.verb is post",
            [
                "no: every step f in s.steps has f.verb is post | not true of `notify` in `wall` @11",
                "  no: f.verb is post | what it does: `notify` @11",
            ],
        ),
        (
            "account s when every step f in s.steps has not f.verb is dm",
            [
                "yes: every step f in s.steps has not f.verb is dm | true of each of 4 steps @3",
                "  yes: not f.verb is dm | `post` in `wall`: what it does: `post` @10",
                "  yes: not f.verb is dm | `notify` in `wall`: what it does: `notify` @11",
                "  yes: not f.verb is dm | `post` in `news`: what it does: `post` @16",
            ],
        ),
        (
            "account s when at least 2 step f in s.steps has f.verb is post",
            ["yes: at least 2 step f in s.steps has f.verb is post | true of 2 of 4 steps @3"],
        ),
        (
            "account s when at most 2 step f in s.steps has f.verb is post",
            ["yes: at most 2 step f in s.steps has f.verb is post | true of 2 of 4 steps @3"],
        ),
        (
            "account s when at least 3 step f in s.steps has f.verb is post",
            ["no: at least 3 step f in s.steps has f.verb is post | true of 2 of 4 steps @3"],
        ),
    ],
)
def test_the_words_say_what_is_so(asked: str, told: list[str]) -> None:
    assert explained(asked) == told


def test_an_event_without_a_person_has_nobody_to_name() -> None:
    asked = "step s when s.text names s.automation.person"
    assert explained(asked, 2) == [
        "no: s.text names s.automation.person | there is no person behind `feed_item` @16",
    ]
    assert explained("step s, automation a when s.text names a.person", 1) == [
        "no: s.text names a.person | this text knows nothing of nobody in particular: that is another automation @10",
    ]


def test_of_a_group_its_members_are_told() -> None:
    text = (
        "rule some-rule severity info for each group g of step s by s.text.wording when s.verb is post "
        'and g.accounts >= 2 report g.first: "" because "b" suggest "c"'
    )
    rule, _ = checked(text)
    facts = facts_of(TOWN)
    (bound,) = found(rule, facts)
    clauses = Explainer(rule, Source("page.md", text), Things(facts)).explain(bound)
    assert [line for clause in clauses for line in lines(clause)] == [
        "yes: s.verb is post | true of each of 2 steps",
        "  yes: s.verb is post | `post` in `news`: what it does: `post` @16",
        "  yes: s.verb is post | `post` in `news`: what it does: `post` @16",
        "yes: g.accounts >= 2 | on how many accounts: 2",
        "yes: by s.text.wording | alike in 2 steps: its words, as a comparison sees them: “bye”",
        "  yes: by s.text.wording | `post` in `news` @16",
        "  yes: by s.text.wording | `post` in `news` @16",
    ]
