"""A page rests on facts that exist, still hold and are heavy enough, or says that it judges so itself."""

import pytest
from sociable.authoring.basis_checks import unfounded
from sociable.rulebook.pages import NOTHING_SHARED, read_and_check, read_page
from sociable.rulebook.rulebook import with_built_in
from sociable.sources.basis import basis_of
from sociable.sources.library import library

PAGES = with_built_in().rules


def written(severities: str, *sources: str, when: str = "s.verb is post") -> str:
    lines = "\n".join(f"- {each}" for each in sources)
    return f"""# A page

```rule
rule some-rule
{severities}
confidence high

for each step s
when {when}
report s: "posts"
because "It does."
suggest "Do not."
```

## Sources

{lines}
"""


def told(severities: str, *sources: str, when: str = "s.verb is post") -> list[str]:
    page, problems = read_page("loud/some-rule.md", written(severities, *sources, when=when), "loud")
    assert problems == []
    assert page.rule is not None
    return [each.message for each in unfounded(page, page.rule)]


def lacking(severity: str) -> list[str]:
    return [f"nothing under “Sources” carries `{severity}`"]


@pytest.mark.parametrize(
    ("severities", "sources", "missing"),
    [
        ("severity warning", ["Our judgement (warning): so."], []),
        ("severity warning", ["Our judgement: so."], lacking("warning")),
        ("severity warning", ["X-01 (warning): so."], lacking("warning")),
        ("severity error on x", ["X-01 (error): so."], []),
        ("severity error on x", ["X-01: so."], lacking("error on x")),
        ("severity error on x, bluesky", ["X-01 (error): so."], lacking("error on bluesky")),
        ("severity error on mastodon", ["X-01 (error): so."], lacking("error on mastodon")),
        ("severity error on mastodon", ["Our judgement (error on mastodon): so."], []),
        ("severity error on mastodon", ["MAST-02 (error): one server's rule."], lacking("error on mastodon")),
        ("severity error in public-body", ["LAW-15 (error): so."], []),
        ("severity error in public-body", ["Our judgement (error): so."], lacking("error in public-body")),
        ("severity error in public-body", ["Our judgement (error in public-body): so."], []),
        ("severity error", ["A house rule, <https://house.example>, 2026: so."], []),
    ],
)
def test_each_severity_has_a_ground(severities: str, sources: list[str], missing: list[str]) -> None:
    assert told(severities, *sources) == missing


def test_a_rule_for_some_platforms_needs_facts_of_those() -> None:
    two = "s.account.platform in [pinterest, tiktok]"
    assert told("severity error", "PIN-01 (error): so.", when=two) == lacking("error")
    assert told("severity error", "PIN-01 (error): so.", "TT-03 (error): so.", when=two) == []


@pytest.mark.parametrize(
    ("condition", "sources", "missing"),
    [
        ("eu-mail in s.account.laws", ["LAW-29 (warning): so."], []),
        ("eu-mail in s.account.laws", ["LAW-30 (warning): it binds by the seat as well."], []),
        ("eu in s.account.laws", ["LAW-29 (warning): it binds by the readers alone."], lacking("warning")),
        ("eu-mail in s.account.laws", ["LAW-29 (info): so."], lacking("warning")),
        ("eu in s.account.laws", ["LAW-27 (warning): Germany's alone."], lacking("warning")),
        (
            "s.verb is post and (eu in s.account.laws or gb in s.account.laws)",
            ["LAW-29 (warning): so."],
            lacking("warning"),
        ),
        ("(eu in s.account.laws or gb-mail in s.account.laws)", ["LAW-30 (warning): so.", "LAW-10 (warning): so."], []),
        ("s.verb is post or eu in s.account.laws", ["LAW-29 (warning): so."], lacking("warning")),
        ("yelp in s.automation.reviews_on", ["YELP-01 (warning): so."], []),
        ("yelp in s.automation.reviews_on", ["YELP-02 (warning): it is about mail."], lacking("warning")),
        ("yelp in s.automation.reviews_on", ["GBP-03 (warning): Google's."], lacking("warning")),
    ],
)
def test_a_law_carries_what_holds_only_under_it_and_a_platform_what_is_about_reviews_there(
    condition: str, sources: list[str], missing: list[str]
) -> None:
    text = written(f"severity info\nseverity warning when {condition}", "Our judgement (info): so.", *sources)
    page, rule, problems = read_and_check("loud/some-rule.md", text, "loud", NOTHING_SHARED)
    assert problems == []
    assert rule is not None
    assert [each.message for each in unfounded(page, rule)] == missing


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("X-99 (error): so.", "there is no fact `X-99`"),
        ("X-11 (error): so.", "`X-11` holds no longer"),
        ("META-01 (error): so.", "`META-01` carries no error"),
    ],
)
def test_a_fact_has_to_hold_and_to_be_heavy_enough(source: str, message: str) -> None:
    assert told("severity info", source, "Our judgement (info): so.") == [message]


@pytest.mark.parametrize(
    ("severity", "second_hand", "first_hand"),
    [
        ("error on x", "X-18 (error): others quote it.", "X-22 (error): its own page was seen."),
        ("error on tiktok", "TT-12 (error): somebody else tells of it.", "Our judgement (error on tiktok): so."),
        ("error when eu in s.account.laws", "LAW-30 (error): others quote the law.", "Our judgement (error): so."),
    ],
)
def test_what_was_seen_at_second_hand_carries_no_error_alone(severity: str, second_hand: str, first_hand: str) -> None:
    lines = f"severity info\nseverity {severity}"
    assert told(lines, second_hand, "Our judgement (info): so.") == lacking(severity.partition(" when")[0])
    assert told(lines, second_hand, first_hand, "Our judgement (info): so.") == []


@pytest.mark.parametrize(
    ("when", "missing"), [("", lacking("error on x")), (" when slow_out in s.automation.admitted", [])]
)
def test_what_is_cited_on_a_condition_is_a_ground_where_the_severity_asks_too(when: str, missing: list[str]) -> None:
    lines = f"severity info\nseverity error on x{when}\ncites X-24 when slow_out in s.automation.admitted"
    assert told(lines, "X-24 (error): so.", "Our judgement (info): so.") == missing


def test_what_is_cited_on_a_condition_stands_under_sources() -> None:
    lines = "severity info\ncites X-24, X-41 when s.verb is dm"
    assert told(lines, "X-24 (info): so.", "Our judgement (info): so.") == ["`X-41` does not stand under “Sources”"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.rule.name))
def test_pages_name_facts_only(page: object) -> None:
    """What a page rests on stands in the files of facts, where its age is known."""
    basis = basis_of(page.sources)  # type: ignore[attr-defined]
    assert [each.citation for each in basis if each.citation is not None] == []
    assert {each.fact for each in basis if each.fact} <= library().facts.keys()
    facts = [each.fact for each in basis if each.fact]
    assert len(facts) == len(set(facts))
