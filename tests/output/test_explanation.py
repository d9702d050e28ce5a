"""Who says so, in one line: a source, the laws of where readers may live, or we ourselves."""

from typing import Any

import pytest
from sociable.findings.finding import Change, Citation, Finding, Fix, LoopEvidence, Member
from sociable.findings.origin import OWN, Origin
from sociable.output.explanation import called, explanation
from sociable.sources.fitting import where_laws_hold
from sociable.sources.library import library

from tests.client_report.reports import examined
from tests.output.builders import ACCOUNTS, COUNCIL, finding, span

SETUP = """
accounts:
  nursery: {platform: instagram, handle: "@nursery"READERS}
automations:
  - id: tips
    account: nursery
    when: commented
    limit: 5 per day
    do:
      - generate: {answer: "Answer the question about plants."}
      - reply: "{{ answer }}"
"""

LAW = "if readers live in the European Union, which no file says: Regulation (EU) 2024/1689 (AI Act), Article 50(1): "


@pytest.mark.parametrize(
    ("readers", "begins"),
    [
        ("", LAW),
        (", audience: {countries: [US]}", "our judgement, no rule or law that we know fits what the files say: "),
        (", audience: {countries: [FI]}", "Regulation (EU) 2024/1689 (AI Act), Article 50(1): "),
    ],
)
def test_a_law_that_may_hold_is_told_where_no_file_says_where_readers_live(readers: str, begins: str) -> None:
    found = examined(f"sociable: 1\n{SETUP.replace('READERS', readers)}").report.findings
    (finding,) = (each for each in found if each.rule == "undisclosed-ai")
    source = dict(explanation(finding, "2026-11-30"))["source"]
    assert source.startswith(begins)
    assert ("lsewhere our judgement: " in source) is (not readers)


def test_no_law_is_cut_short_and_those_left_out_are_counted() -> None:
    text = """
sociable: 1
accounts:
  roof: {platform: sms, handle: "+44 1632 960410", run_by: business, inbox: {read_by: the office}}
automations:
  - id: gutters
    account: roof
    purpose: promotion
    when: {event: schedule, every: 3 months}
    stop_on: [stop]
    do:
      - dm: {target: rows("jobs since 2021"), text: "Gutters cleaned. STOP ends this."}
"""
    (finding,) = (each for each in examined(text).report.findings if each.rule == "bulk-dm")
    source = dict(explanation(finding, "2026-11-30"))["source"]
    told = [law for law in finding.laws_if if law.says in source]
    assert 0 < len(told) < len(finding.laws_if)
    assert f"and {len(finding.laws_if) - len(told)} more law" in source
    assert "social media" not in source
    assert len(source) < 2000


PLACE = span(COUNCIL, "help-desk")
X, LINE = (Citation(each, f"https://{each}.example/", "a page", f"{each} says no") for each in ("x", "line"))


def member(account: str, platform: str = "", **said: Any) -> Member:
    return Member(PLACE, account, (), account, platform=platform, **said)


def told(*members: Member, **fields: Any) -> list[tuple[str, str]]:
    return explanation(finding(PLACE)._replace(members=members, **fields), "")


@pytest.mark.parametrize(
    ("members", "whose"),
    [
        ([("@a", "x", X), ("@b", "line", LINE)], ["on X", "on LINE"]),
        ([("@a", "x", X), ("@b", "x", X), ("@c", "line", LINE)], ["on X", "on LINE"]),
        ([("@a", "x", X), ("@b", "instagram", X), ("@c", "line", LINE)], ["on X and Instagram", "on LINE"]),
        ([("@a", "x", X), ("@b", "x", LINE)], ["for @a", "for @b"]),
        ([("@a", "x", X), ("@a", "x", X), ("@b", "x", LINE)], ["for @a", "for @b"]),
        ([("@a", "odd", X), ("@b", "line", LINE)], ["for @a", "on LINE"]),
        ([(f"@{each}", "x", X) for each in "abcd"] + [("@e", "x", LINE)], ["for @a, @b, @c and 1 more", "for @e"]),
    ],
)
def test_each_source_says_for_whom(members: list[tuple[str, str, Citation]], whose: list[str]) -> None:
    said = told(*(member(account, platform, citation=cited) for account, platform, cited in members))
    assert said == [
        ("source", f"{who}: {cited.title}: {cited.says}. {cited.address} (a page)")
        for who, cited in zip(whose, (X, LINE), strict=True)
    ]


def test_one_source_for_all_says_it_of_nobody() -> None:
    says = "x: x says no. https://x.example/ (a page)"
    assert told(member("@a", "x", citation=X), member("@b", "line", citation=X)) == [("source", says)]


def test_where_laws_may_hold_our_judgement_is_told_for_elsewhere() -> None:
    (said,) = told(member("@a", laws_if=(X,), judgement="nobody asked for it"))
    assert said[1] == (
        "if readers live in a country where it holds, which no file says: x: x says no. https://x.example/ (a page)."
        " Elsewhere our judgement: nobody asked for it."
    )


@pytest.mark.parametrize(("longest", "left"), [(100, ""), (1400, "and 3 more laws"), (3000, "and 3 more laws")])
def test_so_many_laws_as_one_sentence_holds(longest: int, left: str) -> None:
    laws = tuple(Citation(f"law {each}", "", "old", "x" * longest) for each in range(4))
    (said,) = told(member("@a", laws_if=laws, judgement="no"))
    assert "law 0: x" in said[1]
    assert ("more law" in said[1]) is bool(left)
    assert left in said[1]


def test_laws_that_fill_a_sentence_to_its_last_sign_are_told() -> None:
    laws = tuple(Citation(f"law {each}", "", "", "x" * (700 - len("law 0: . ()") - 1)) for each in range(2))
    (said,) = told(member("@a", laws_if=laws, judgement="no"))
    assert "more law" not in said[1]


@pytest.mark.parametrize(
    ("fact", "seats", "readers", "says"),
    [
        ("LAW-04", {"DE"}, set(), "; it holds as whoever runs the account is based in Germany"),
        (
            "LAW-04",
            {"DE"},
            {"FR"},
            "; it holds as whoever runs the account is based in Germany, and as readers live in France",
        ),
        ("LAW-04", {"US"}, {"FR"}, ""),
        ("LAW-04", set(), {"FR"}, ""),
        ("X-73", {"DE"}, set(), ""),
    ],
)
def test_a_law_that_holds_by_a_seat_says_so(fact: str, seats: set[str], readers: set[str], says: str) -> None:
    one = member("@a", citation=X._replace(fact=fact), seats=frozenset(seats), readers=frozenset(readers))
    assert told(one) == [("source", f"x: x says no. https://x.example/ (a page){says}")]


FIX = Fix("safe", "write `a`", PLACE, Change("set", "step"))


@pytest.mark.parametrize(
    ("fix", "says"),
    [
        (FIX, "write `a`."),
        (FIX._replace(span=span(COUNCIL, "- id: help-desk")), "write `a`."),
        (FIX._replace(span=span(COUNCIL, "counsil")), "write `a` (clients/council/automations.yml:19:14)."),
        (FIX._replace(span=span(ACCOUNTS, "council")), "write `a` (accounts.yml:3:3)."),
        (
            FIX._replace(also_at=(span(ACCOUNTS, "council"),)),
            "write `a` (clients/council/automations.yml:18:9, accounts.yml:3:3).",
        ),
    ],
)
def test_a_fix_that_is_elsewhere_says_where(fix: Fix, says: str) -> None:
    assert told(fix=fix) == [("fix (safe)", says)]


def test_a_fix_on_the_same_line_of_another_file_says_where() -> None:
    fix = FIX._replace(span=span(ACCOUNTS, "council"))
    assert explanation(finding(span(COUNCIL, "automations"))._replace(fix=fix), "") == [
        ("fix (safe)", "write `a` (accounts.yml:3:3).")
    ]


LOOP = LoopEvidence((), "spawns", "it grows", "plain", "certain", 0, "", ("no step waits", "none ends"), "", ())


@pytest.mark.parametrize(
    ("verdict", "begins"),
    [("settles", "Nothing ends it sooner"), ("flips", "Nothing stops it"), ("spawns", "Nothing stops it")],
)
def test_what_does_not_stop_a_loop(verdict: str, begins: str) -> None:
    assert told(loop=LOOP._replace(verdict=verdict)) == [
        ("what happens", "it grows."),
        ("", f"{begins} because: no step waits; none ends."),
    ]


def test_another_fault_is_named_with_the_command_that_shows_its_page() -> None:
    said = (
        "another fault in the same place: `sociable explain a`; another fault in the same place: `sociable explain b`."
    )
    assert told(also=("a", "b")) == [("also", said)]


NODE = Origin("n8n", "Post it", within=Origin("n8n", "My workflow"))


@pytest.mark.parametrize(
    ("origin", "words"),
    [
        (OWN, ""),
        (NODE, "node “Post it” in workflow “My workflow”"),
        (NODE._replace(called=""), "workflow “My workflow”"),
        (NODE._replace(within=None), ""),
        (NODE._replace(importer=""), ""),
        (NODE._replace(importer="gone"), "node “Post it” in workflow “My workflow”"),
    ],
)
def test_what_its_tool_calls_a_place(origin: Origin, words: str) -> None:
    found: Finding = finding(PLACE)
    assert called(found) == ""
    assert called(found._replace(members=(member("@a", origin=origin),))) == words


@pytest.mark.parametrize(
    ("facts", "places"),
    [(("LAW-01",), "California"), (("LAW-11", "LAW-11"), "the United Kingdom"), (("LAW-32", "LAW-11"), None)],
)
def test_laws_are_told_with_the_places_where_they_hold(facts: tuple[str, ...], places: str | None) -> None:
    laws = tuple(Citation(each, "", "", "no", fact=each) for each in facts)
    (said,) = told(member("@a", laws_if=laws, judgement="no"))
    assert said[1].startswith(f"if readers live in {places or 'the European Union or the United Kingdom'}, which no")


def test_each_place_where_a_law_holds_has_words() -> None:
    laws = [fact for fact in library().facts.values() if fact.is_law]
    assert all(len(where_laws_hold([law.id])) == len(law.where) > 0 for law in laws)
