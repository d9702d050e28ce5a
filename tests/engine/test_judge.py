"""From what holds to what is told: place, words, severity, merging over accounts, fingerprint."""

import pytest
from sociable.engine.compiled_rule import CompiledRule
from sociable.engine.judge import judge
from sociable.facts.facts import derive
from sociable.findings.finding import by_gravity
from sociable.project.load import read_text
from sociable.rulebook.page_files import rule_of_page

from tests.engine.rules import compiled, found, places, rule
from tests.setups import facts

TWO = """
accounts:
  shop: {platform: x, handle: "@shop"}
  cafe: {platform: mastodon}
automations:
  - id: hello
    account: [shop, cafe]
    when: followed
    do:
      - dm: "Hello {{ event.user.name }}"
      - follow: event.user
"""


def test_a_finding_says_all_that_the_rule_says() -> None:
    dms = rule(
        "step s",
        "s.verb is dm",
        head="severity error\nconfidence low",
        report='report s.text: "writes {s.text} to {s.target}"\nshow s.account: "here is {s.account}"',
        tail='because "one" "two {s.verb}"\nsuggest "three {s.account}"',
    )
    one_account = TWO.replace("[shop, cafe]", "shop")
    (finding,) = found(facts(one_account), dms)
    assert finding.rule == "some-rule"
    assert finding.severity == "error"
    assert finding.confidence == "low"
    assert finding.span.text == '"Hello {{ event.user.name }}"'
    assert finding.message == "writes “Hello {{ event.user.name }}” to the person who followed it"
    assert finding.people_see == "They see it."
    assert finding.why == "one two dm"
    assert finding.advice == "three @shop"
    assert finding.subjects == ("hello", "shop")
    assert finding.platform == "x"
    assert [(each.span.text, each.label) for each in finding.related] == [("shop", "here is @shop")]
    assert finding.loop is None
    assert len(finding.fingerprint) == 16
    assert int(finding.fingerprint, 16) >= 0


BY_CASE = """\
because "because"
suggest "suggest"
see "They see a message." when s.verb is dm
see "They see it on X." when s.account.platform is x
report "writes to {s.target}" when s.verb is dm
because "because of {s.account}" when s.account.platform is mastodon
suggest "suggest a like" "instead" when s.verb is follow\
"""


def test_of_the_texts_whose_case_holds_the_last_one_of_each_part_is_told() -> None:
    by_case = rule("step s", "s.verb in [dm, follow]", report='report s: "does {s.verb}"', tail=BY_CASE)
    told = [
        (each.message, each.people_see, each.why, each.advice)
        for platform in ("shop", "cafe")
        for each in found(facts(TWO.replace("[shop, cafe]", platform)), by_case)
    ]
    assert told == [
        ("writes to the person who followed it", "They see it on X.", "because", "suggest"),
        ("does follow", "They see it on X.", "because", "suggest a like instead"),
        ("writes to the person who followed it", "They see a message.", "because of `cafe`", "suggest"),
        ("does follow", "They see it.", "because of `cafe`", "suggest a like instead"),
    ]


@pytest.mark.parametrize(
    ("place", "stands_there"),
    [
        ("s", "dm"),
        ("s.text", '"Hello {{ event.user.name }}"'),
        ("s.target", "dm"),
        ("s.automation", "hello"),
        ("s.account", "shop"),
    ],
)
def test_where_a_finding_is(place: str, stands_there: str) -> None:
    (finding,) = found(
        facts(TWO.replace("[shop, cafe]", "shop")), rule("step s", "s.verb is dm", report=f'report {place}: "x"')
    )
    assert finding.span.text == stands_there
    assert finding.platform == "x"
    assert set(finding.subjects) == ({"shop"} if place == "s.account" else {"hello", "shop"})


def test_the_very_place_is_not_shown_again() -> None:
    shown = rule("step s", "s.verb is dm", report='report s: "x"\nshow s: "here"\nshow s.automation: "in this"')
    (finding,) = found(facts(TWO.replace("[shop, cafe]", "shop")), shown)
    assert [each.label for each in finding.related] == ["in this"]


# ---------------------------------------------------------------------------------------- severity


@pytest.mark.parametrize(
    ("lines", "severity"),
    [
        ("severity info", "info"),
        ("severity info\nseverity error on x", "error"),
        ("severity info\nseverity error on mastodon", "info"),
        ("severity info\nseverity error on mastodon, x", "error"),
        ("severity info\nseverity error when s.verb is dm", "error"),
        ("severity info\nseverity error when s.is_approved", "info"),
        ("severity info\nseverity error on x when s.is_approved", "info"),
        ("severity info\nseverity error on mastodon when s.verb is dm", "info"),
        ("severity info\nseverity error on x when s.verb is dm", "error"),
        # the last that applies wins, be it milder or graver
        ("severity error\nseverity warning on x\nseverity info when s.verb is dm", "info"),
        ("severity error\nseverity info when s.verb is dm\nseverity warning on x", "warning"),
        ("severity error\nseverity warning on x\nseverity info on mastodon", "warning"),
    ],
)
@pytest.mark.parametrize("place", ["s", "s.text", "s.target", "s.automation", "s.account"])
def test_the_last_severity_line_that_applies_counts(lines: str, severity: str, place: str) -> None:
    one_account = facts(TWO.replace("[shop, cafe]", "shop"))
    (finding,) = found(one_account, rule("step s", "s.verb is dm", head=lines, report=f'report {place}: "x"'))
    assert finding.severity == severity


# ----------------------------------------------------------------------------------------- merging

DMS = 'report s: "writes to {s.automation.person} from {s.account}"'


def several(count: int) -> str:
    names = [f"a{number}" for number in range(count)]
    listed = ", ".join(f"{name}: {{platform: {'x' if name == 'a2' else 'mastodon'}}}" for name in names)
    return f"""
accounts: {{{listed}}}
automations:
  - {{id: hello, account: [{", ".join(names)}], when: followed, do: [dm: Hello]}}
"""


@pytest.mark.parametrize(
    ("count", "also"),
    [
        (1, ""),
        (2, " (the same on `a1`)"),
        (4, " (the same on `a1`, `a2`, `a3`)"),
        (5, " (the same on `a1`, `a2`, `a3` and 1 more)"),
        (9, " (the same on `a1`, `a2`, `a3` and 5 more)"),
    ],
)
def test_what_happens_on_several_accounts_is_said_once(count: int, also: str) -> None:
    (finding,) = found(facts(several(count)), rule("step s", "s.verb is dm", report=DMS))
    assert finding.message == f"writes to the person who followed it from `a0`{also}"
    assert finding.subjects == ("hello", *(f"a{number}" for number in range(count)))


def test_accounts_are_named_in_the_order_in_which_the_automation_has_them() -> None:
    turned = TWO.replace("[shop, cafe]", "[cafe, shop]")
    (finding,) = found(facts(turned), rule("account c, automation a in c.automations", report='report a: "found"'))
    assert finding.message == "found (the same on @shop)"
    assert (finding.platform, [each.platform for each in finding.members]) == ("", ["mastodon", "x"])
    assert finding.subjects == ("hello", "cafe", "shop")


def test_what_is_graver_on_one_platform_is_told_of_the_accounts_there() -> None:
    graver = rule("step s", "s.verb is dm", report=DMS, head="severity info\nseverity error on x")
    gravest, milder = by_gravity(found(facts(several(4)), graver))
    assert (gravest.severity, gravest.platform) == ("error", "x")
    assert gravest.message == "writes to the person who followed it from `a2`"
    assert (milder.severity, milder.platform) == ("info", "mastodon")
    assert milder.message == "writes to the person who followed it from `a0` (the same on `a1`, `a3`)"


def test_what_has_another_remedy_on_another_account_is_another_finding() -> None:
    advised = 'because "b"\nsuggest "Ask."\nsuggest "Stop." when s.account.platform is x'
    told = found(facts(several(4)), rule("step s", "s.verb is dm", report=DMS, tail=advised))
    assert {each.advice: len(each.members) for each in told} == {"Ask.": 3, "Stop.": 1}


def test_one_place_is_told_once_for_each_rule() -> None:
    by_pairs = rule("automation a, step s in a.steps", report='report a: "does {s}"')
    dms = rule("automation a, step s in a.steps", "s.verb is dm", report='report a: "does {s}"')
    assert places(facts(TWO), by_pairs, dms) == ["hello", "hello"]


def test_two_places_are_two_findings() -> None:
    both = facts(TWO, TWO.replace("hello", "again").split("automations:")[1].join(("automations:", "")))
    assert places(both, rule("step s", "s.verb is dm")) == ["dm", "dm"]


# ------------------------------------------------------------------------------------ fingerprints


def fingerprints(text: str, compiled: CompiledRule) -> list[str]:
    return [finding.fingerprint for finding in found(facts(text), compiled)]


STORY = """
accounts: {shop: {platform: x}}
automations:
  - {id: one, account: shop, when: followed, do: [dm: Hello, follow: event.user]}
  - {id: two, account: shop, when: followed, do: [dm: Hello]}
"""


@pytest.mark.parametrize(
    "moved",
    [
        "\n# a comment\n\n" + STORY,
        STORY.replace("{id: one, account: shop,", "{account: shop, title: Anew, id: one,"),
        STORY.replace("when: followed", "when: {event: followed}"),
        STORY.replace("dm: Hello", 'dm: {text: "Hello"}'),
        STORY.replace("dm: Hello, follow: event.user", "follow: event.user, dm: Hello"),
        "accounts: {shop: {platform: x}}\nautomations:\n" + "\n".join(STORY.strip().splitlines()[:1:-1]),
    ],
)
@pytest.mark.parametrize("place", ["s", "s.text", "s.target", "s.automation", "s.account"])
def test_moving_and_reordering_change_no_fingerprint(moved: str, place: str) -> None:
    dms = rule("step s", "s.verb is dm", report=f'report {place}: "x"')
    assert sorted(fingerprints(moved, dms)) == sorted(fingerprints(STORY, dms))


@pytest.mark.parametrize(
    "changed",
    [
        STORY.replace("Hello", "Good morning", 1),
        STORY.replace("dm: Hello", "email: Hello", 1),
        STORY.replace("dm: Hello", "dm: {text: Hello, target: followers}", 1),
        STORY.replace("id: one", "id: three"),
        STORY.replace("shop", "cafe"),
    ],
)
def test_what_is_said_changes_the_fingerprint(changed: str) -> None:
    speaking = rule("step s", "s.verb in [dm, email]")
    assert fingerprints(changed, speaking)[0] not in fingerprints(STORY, speaking)


def test_another_rule_has_another_fingerprint() -> None:
    first = rule("step s", "s.verb is dm")
    second = CompiledRule(rule_of_page(first.page.said._replace(rule=first.rule._replace(name="other-rule")), "", ""))
    assert not set(fingerprints(STORY, first)) & set(fingerprints(STORY, second))


def test_twins_are_counted() -> None:
    twins = STORY.replace("dm: Hello, follow", "dm: Hello, dm: Hello, dm: Hello, follow")
    dms = rule("step s", "s.verb is dm")
    assert len(set(fingerprints(twins, dms))) == 4
    assert set(fingerprints(STORY, dms)) <= set(fingerprints(twins, dms))


def test_one_more_account_changes_the_fingerprint_but_not_the_order_of_accounts() -> None:
    dms = rule("step s", "s.verb is dm")
    assert fingerprints(several(3), dms) == fingerprints(several(3).replace("[a0, a1, a2]", "[a2, a0, a1]"), dms)
    assert fingerprints(several(3), dms) != fingerprints(several(2), dms)


@pytest.mark.parametrize("each", ["reference s", "declaration s"])
def test_names_have_stable_fingerprints(each: str) -> None:
    """Twice over different objects: no address in memory may get in."""
    text = "automations: [{id: one, account: nowhere, when: manual, do: [follow: unheard-of]}]"
    first, second = (fingerprints(text, rule(each)) for _ in range(2))
    assert first == second
    assert len(set(first)) == len(first) > 0


# ----------------------------------------------------------------------------------------- defines


def test_a_define_does_not_take_the_variables_of_the_rule() -> None:
    """Both have an ``s``; the finding is about that of the rule."""
    busy = """define busy(c: account) means
    some step s in c.steps has s.verb is post and no step s in c.steps has s.verb is block"""
    text = """
accounts: {shop: {platform: x}}
automations:
  - {id: a, account: shop, when: manual, do: [post: Hello, story: Hi, follow: "@a", like: event.post]}
"""
    follows = rule("step s", "s.verb is follow and busy(s.account)", before=busy)
    assert places(facts(text), follows) == ["follow"]
    follows = rule("account c, step s in c.steps", "busy(c) and s.verb is follow", before=busy)
    assert places(facts(text), follows) == ["follow"]
    not_busy = busy.replace("is block", "is follow")
    assert places(facts(text), rule("step s", "s.verb is follow and busy(s.account)", before=not_busy)) == []


def test_what_some_found_is_the_first_that_fits() -> None:
    text = """
accounts: {shop: {platform: x}}
automations:
  - {id: a, account: shop, when: manual, do: [post: Hello, follow: "@a", like: event.post, follow: "@b"]}
"""
    when = "some step t in s.steps has t.verb in [like, follow] and no step q in s.steps has q.verb is block"
    (finding,) = found(facts(text), rule("automation s", when, report='report t: "{t} at {t.target}"'))
    assert (finding.span.text, finding.message) == ("follow", "`follow` at @a")


def test_a_text_names_the_person_behind_its_own_event_only() -> None:
    text = """
accounts: {shop: {platform: x}}
automations:
  - {id: a, account: shop, when: mentioned, do: [post: "{{ event.user.name }}"]}
  - {id: b, account: shop, when: followed, do: [post: "nobody"]}
"""
    each = "account c, automation a in c.automations, step s in c.steps"
    assert [finding.message for finding in found(facts(text), rule(each, "s.text names a.person", report=DMS))] == [
        "writes to the person who mentioned it from `shop`"
    ]
    other = rule(each, "s.text names a.person and a.event is followed")
    assert places(facts(text), other) == []


def test_what_is_shown_is_what_was_found_whatever_a_severity_calls_its_own_things() -> None:
    rule = compiled(
        """
rule posts-and-likes
severity warning
severity error when some step s in c.steps has s.verb is like
confidence high

for each account c
when some step s in c.steps has s.verb is post

report c: "{c} posts"
show s: "here"
because "It does."
suggest "Look."
"""
    )
    found = facts("""
accounts: {shop: {platform: x}}
automations:
  - {id: a, account: shop, when: mentioned, do: [like, {post: Hello}]}
""")
    (finding,) = judge(found, [rule])
    assert finding.severity == "error"
    assert [each.span.text for each in finding.related] == ["post"]


@pytest.mark.parametrize("rest", ["enabled: false", "until: 2026-11-29", 'if: today <= "2026-11-29"'])
def test_what_has_ended_is_passed_over_like_what_is_switched_off(rest: str) -> None:
    follows = compiled(_ABOUT_ENDED.format(when="s.verb is follow", of="step s", thing="s.automation"))
    (told,) = judge(derive(read_text("a.yml", _ENDED.format(rest=rest)).setup, "2026-11-30"), [follows])
    assert told.message == "`new` is told"


@pytest.mark.parametrize("when", ["a.is_over", "some step s in a.steps has s.automation.is_over"])
def test_a_rule_that_asks_for_what_has_ended_is_told_of_it(when: str) -> None:
    over = compiled(_ABOUT_ENDED.format(when=when, of="automation a", thing="a"))
    (told,) = judge(derive(read_text("a.yml", _ENDED.format(rest="until: 2026-11-29")).setup, "2026-11-30"), [over])
    assert told.message == "`old` is told"
    assert not judge(derive(read_text("a.yml", _ENDED.format(rest="until: 2026-11-30")).setup, "2026-11-30"), [over])


_ENDED = """sociable: 1
accounts:
  shop: {{platform: x}}
automations:
  - {{id: old, account: shop, when: followed, do: [follow: event.user], {rest}}}
  - {{id: new, account: shop, when: followed, do: [follow: event.user], until: 2026-12-01}}
"""
_ABOUT_ENDED = """rule ended
severity error
confidence high

for each {of}
when {when}

report {thing}: "{{{thing}}} is told"
because "It is."
suggest "Look."
"""
