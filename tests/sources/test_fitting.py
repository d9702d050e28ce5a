"""What a finding cites: of its own platform, server, kind of account and step, or nothing."""

import re
from pathlib import Path
from typing import Any

import pytest
from sociable.findings.finding import Citation
from sociable.pipeline import Request, check
from sociable.rulebook.rulebook import with_built_in
from sociable.sources.basis import basis_of
from sociable.sources.fitting import Situation, all_grounds, fits, grounds
from sociable.sources.library import citation_of, library
from sociable.vocabulary.countries import COUNTRIES
from sociable.vocabulary.platforms import PLATFORMS
from sociable.vocabulary.values import RUN_BY
from sociable.vocabulary.verbs import VERBS

from tests.calls import called

FACTS = library().facts
PAGES = {page.rule.name: page for page in with_built_in().rules}


def cited(rule: str, platform: str, narrower: dict[str, object], severity: str = "warning") -> str:
    situation = Situation(platform, **narrower)  # type: ignore[arg-type]
    citation, judgement = grounds(basis_of(PAGES[rule].sources), situation, severity)
    assert (citation is None) == bool(judgement)
    return citation.fact if citation else judgement


def verb(*names: str) -> dict[str, object]:
    return {"verbs": frozenset(names)}


@pytest.mark.parametrize(
    ("rule", "platform", "narrower", "fact"),
    [
        ("unread-engagement", "x", verb("like"), "X-17"),
        ("unread-engagement", "x", verb("repost"), "X-57"),
        ("fake-engagement", "x", verb("vote"), "X-54"),
        ("engagement-pod", "x", verb("repost"), "X-55"),
        ("unsolicited-reply", "x", {**verb("reply"), "events": frozenset(("account_posted",))}, "X-62"),
        ("unsolicited-reply", "x", {**verb("quote"), "events": frozenset(("account_posted",))}, "X-57"),
        ("auto-follow-back", "instagram", verb("follow"), "META-11"),
        ("unlabelled-bot", "lemmy", {}, "MAST-10"),
        ("unlabelled-bot", "mastodon", {}, "MAST-01"),
        ("unlabelled-bot", "mastodon", {"server": "toot.wales"}, "MAST-05"),
        ("trend-hijacking", "mastodon", {**verb("post"), "server": "toot.wales"}, "MAST-06"),
        ("welcome-dm", "linkedin", verb("dm"), "LI-01"),
        (
            "follow-the-followers",
            "mastodon",
            {**verb("follow"), "kinds": frozenset(("public-body",)), "countries": frozenset(("GB",))},
            "LAW-19",
        ),
        ("auto-connect", "linkedin", verb("connect"), "LI-01"),
        ("engagement-gate", "threads", {}, "META-22"),
        ("engagement-gate", "threads", {"unmet": frozenset(("META-22",))}, "META-21"),
        ("bulk-dm", "whatsapp", {**verb("dm"), "unmet": frozenset(("WA-17",))}, "WA-01"),
        ("bulk-dm", "whatsapp", {**verb("dm"), "unmet": frozenset(("WA-01",))}, "WA-17"),
        ("unsolicited-mention", "discord", {**verb("post"), "purposes": frozenset(("promotion",))}, "DISC-02"),
    ],
)
def test_the_source_that_fits_is_cited(rule: str, platform: str, narrower: dict[str, object], fact: str) -> None:
    assert cited(rule, platform, narrower, "error") == fact


@pytest.mark.parametrize(
    ("rule", "platform", "narrower"),
    [
        ("thank-you-mention", "mastodon", verb("post")),
        ("auto-follow-back", "threads", verb("follow")),
        ("auto-follow-back", "mastodon", verb("follow")),
        ("verb-not-on-platform", "slack", verb("follow")),
        ("event-not-on-platform", "facebook", {}),
        ("megaphone", "slack", verb("post")),
        ("trend-hijacking", "mastodon", verb("post")),
        ("follow-the-followers", "mastodon", {**verb("follow"), "kinds": frozenset(("business",))}),
        ("unread-engagement", "reddit", verb("like")),
        ("silent-inbox", "reddit", {"kinds": frozenset(("business",))}),
        ("message-loop", "discord", verb("dm")),
        ("mirror-loop", "telegram", verb("reply")),
        ("megaphone", "discord", verb("post")),
        ("unsolicited-mention", "discord", verb("post")),
        ("unsolicited-mention", "discord", {**verb("post"), "purposes": frozenset(("moderation",))}),
        ("undisclosed-ai", "line", {**verb("reply"), "countries": frozenset(("US",))}),
        ("unlabelled-bot", "line", {"countries": frozenset(("DE",)), "kinds": frozenset(("business",))}),
    ],
)
def test_where_nobody_says_so_it_is_our_judgement(rule: str, platform: str, narrower: dict[str, object]) -> None:
    assert " " in cited(rule, platform, narrower)


@pytest.mark.parametrize("rule", PAGES)
def test_nothing_of_another_platform_or_server_is_ever_cited(rule: str) -> None:
    basis = basis_of(PAGES[rule].sources)
    for platform in ("", *PLATFORMS):
        for kind in ("", *RUN_BY):
            situation = Situation(platform, kinds=frozenset((kind,)))
            citation, _ = grounds(basis, situation, "warning")
            if citation is not None:
                fact = FACTS[citation.fact]
                assert platform in fact.on or not fact.on
                assert not fact.server
                assert not fact.kinds or kind in fact.kinds
                assert fact.verdict not in ("allows", "reports")


PAST: dict[str, Any] = {"account": "", "ways": frozenset(("browser",))}
A_PERSONS: dict[str, Any] = {"account": "user", "ways": frozenset(("unstated",))}
A_BOT: dict[str, Any] = {"account": "bot", "ways": frozenset(("unstated",))}
UNKNOWN: dict[str, Any] = {"account": "unstated", "ways": frozenset(("unstated",))}
BY_API: dict[str, Any] = {"account": "unstated", "ways": frozenset(("api",))}


@pytest.mark.parametrize(
    ("fact", "fitting"),
    [
        ("X-17", (UNKNOWN, BY_API, A_BOT, A_PERSONS)),
        ("X-26", (UNKNOWN, BY_API, A_BOT, A_PERSONS, PAST)),
        ("X-57", (UNKNOWN, BY_API, A_BOT, A_PERSONS, PAST)),
        ("DISC-01", (UNKNOWN, BY_API, A_BOT)),
        ("DISC-04", (A_PERSONS, PAST)),
        ("TG-14", (UNKNOWN, BY_API, A_BOT)),
        ("TG-16", (UNKNOWN, BY_API, A_BOT, A_PERSONS, PAST)),
        ("WA-01", (UNKNOWN, BY_API, A_BOT)),
    ],
)
def test_what_was_written_for_some_accounts_fits_no_others(fact: str, fitting: tuple[dict[str, Any], ...]) -> None:
    (platform,) = FACTS[fact].on
    asked = (UNKNOWN, BY_API, A_BOT, A_PERSONS, PAST)
    assert [each for each in asked if fits(FACTS[fact], Situation(platform, **each))] == [
        each for each in asked if each in fitting
    ]


@pytest.mark.parametrize("rule", PAGES)
def test_no_page_cites_what_was_written_for_another_sort_of_account(rule: str) -> None:
    basis = basis_of(PAGES[rule].sources)
    for platform in PLATFORMS:
        for account in (A_PERSONS, PAST):
            citation, _ = grounds(basis, Situation(platform, **account), "error")
            assert citation is None or FACTS[citation.fact].meant_for not in ("bots", "businesses")
        citation, _ = grounds(basis, Situation(platform, **A_BOT), "error")
        assert citation is None or FACTS[citation.fact].meant_for != "people"


@pytest.mark.parametrize(
    ("line", "platform", "account", "words"),
    [
        ("X-01 (error): it follows.", "x", UNKNOWN, "we take it that it does so."),
        ("X-01 (error): it follows.", "x", BY_API, "it follows."),
        ("X-01 (error): it follows.", "x", A_BOT, "we take it that it does so."),
        ("TG-08 (error): it counts.", "telegram", A_BOT, "it counts."),
        ("DISC-01 (error): it writes.", "discord", UNKNOWN, "we take it for one."),
        (
            "DISC-01 (error): it writes.",
            "discord",
            {**UNKNOWN, "is_marked": True},
            "is automated, and we take it for one of them.",
        ),
        ("WA-01 (error): it writes.", "whatsapp", UNKNOWN, "we take it that it does."),
        (
            "WA-01 (error): it writes.",
            "whatsapp",
            {**UNKNOWN, "kinds": frozenset(("business",))},
            "we take it that it does.",
        ),
        ("WA-01 (error): it writes.", "whatsapp", BY_API, "it writes."),
    ],
)
def test_what_the_file_does_not_say_of_the_account_is_said_to_be_taken_for_granted(
    line: str, platform: str, account: dict[str, Any], words: str
) -> None:
    citation, _ = grounds(basis_of((line,)), Situation(platform, **account), "error")
    assert citation is not None
    assert citation.bears.endswith(words)


@pytest.mark.parametrize(
    ("account", "fact"), [(A_BOT, "TG-14"), (UNKNOWN, "TG-16"), (A_PERSONS, "TG-16")], ids=["bot", "unknown", "person"]
)
def test_what_is_for_this_sort_of_account_goes_before_what_is_for_all(account: dict[str, Any], fact: str) -> None:
    assert cited("ai-training-use", "telegram", {**verb("store"), **account}, "error") == fact


def test_a_document_for_developers_says_which_accounts_it_is_meant_for() -> None:
    """Where nothing is said, it is meant for everyone: a page for developers hardly ever is."""
    documents = {fact.document for fact in FACTS.values() if fact.on and fact.verdict not in ("reports", "explains")}
    for_all = {"google-business-violations"}  # what it is about is on Maps
    for_developers = {each.id for each in documents if re.search(r"Developer|\bAPIs?\b|Business M", each.title)}
    said = {each.id for each in documents if each.meant_for != "everyone"}
    assert for_developers - said == for_all


_SAYS_NOTHING = r"(?:does not (?:say|speak|forbid|ask|name)|names no|says nothing)\b"


@pytest.mark.parametrize("rule", PAGES)
def test_nobody_is_said_to_say_nothing_only_because_one_page_does_not(rule: str) -> None:
    """Write "this page", "this section" or the like: what else a platform says, nobody has read to the end."""
    titles = "|".join(re.escape(each.title) for each in PLATFORMS.values())
    platforms_silence = re.compile(rf"\b(?:{titles}|Meta)(?: \w+,)? {_SAYS_NOTHING}")
    means = re.compile(rf"\b(?:{titles}|Meta) means\b[^;.]*, it {_SAYS_NOTHING}")
    for each in basis_of(PAGES[rule].sources):
        assert not platforms_silence.search(each.says), each.says
        assert not means.search(each.says), each.says


def test_a_narrow_fact_fits_what_nobody_knows() -> None:
    like = FACTS["X-17"]
    assert [fits(like, Situation("x", verbs=frozenset(verbs))) for verbs in ((), ("like",), ("post",))] == [
        True,
        True,
        False,
    ]
    assert like.verbs <= VERBS.keys()


@pytest.mark.parametrize(
    ("countries", "fact"),
    [
        ((), ""),
        (("FR",), "LAW-30"),
        (("EU",), "LAW-30"),
        (("US", "GB"), "LAW-63"),
        (("US",), ""),
        (("CH",), ""),
    ],
)
def test_a_law_is_cited_where_readers_live_under_it(countries: tuple[str, ...], fact: str) -> None:
    told = cited("personal-data-in-public", "facebook", {**verb("post"), "countries": frozenset(countries)})
    assert told == fact or (not fact and " " in told)


STATE_LAWS = basis_of(("LAW-35 (error): a.", "Our judgement (error): b."))


@pytest.mark.parametrize(
    ("countries", "regions", "sure", "if_there"),
    [
        (("US",), ("US-ME",), ["LAW-35"], []),
        (("US",), (), [], ["LAW-35"]),
        (("US", "DE"), (), [], ["LAW-35"]),
        ((), (), [], ["LAW-35"]),
        (("US",), ("US-CA",), [], []),
        (("US",), ("Ohio",), [], []),
        (("DE",), (), [], []),
    ],
)
def test_a_law_of_one_state_is_cited_where_the_state_is_named_and_else_on_that_condition(
    countries: tuple[str, ...], regions: tuple[str, ...], sure: list[str], if_there: list[str]
) -> None:
    trade = Situation("telegram", kinds=frozenset(("business",)), verbs=frozenset(("dm",)))
    told = all_grounds(STATE_LAWS, trade._replace(countries=frozenset(countries), regions=frozenset(regions)), "error")
    assert [law.fact for law in told.laws] == sure
    assert [law.fact for law in told.laws_if] == if_there
    assert (told.citation.fact if told.citation else told.judgement) == (sure or ["b."])[0]


@pytest.mark.parametrize(
    ("region", "severity"), [("", "warning"), (", region: Ohio", "warning"), (", region: California", "error")]
)
def test_a_country_alone_makes_nothing_as_grave_as_the_law_of_one_of_its_states(
    tmp_path: Path, region: str, severity: str
) -> None:
    (tmp_path / "a.yml").write_text(
        "sociable: 1\naccounts:\n  tea: {platform: instagram, handle: tea, run_by: person, inbox: {read_by: us}, "
        f"audience: {{countries: [US]{region}}}}}\nautomations:\n  - {{id: a, account: tea, when: messaged, "
        "do: [{generate: {words: 'Answer: {{ event.message.text }}'}}, {dm: '{{ words }}', disclose: [person]}]}\n"
    )
    report = check(Request((str(tmp_path),), select=("undisclosed-ai",), isolated=True))
    assert [each.severity for each in report.findings] == [severity]


def test_a_report_says_of_the_law_of_a_state_that_nobody_knows_whether_readers_live_there(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "2000")
    setup = (
        "sociable: 1\naccounts:\n  boats: {platform: telegram, kind: user, handle: boats, run_by: business, "
        "audience: {countries: [US]REGION}, inbox: {read_by: us}}\nautomations:\n  - {id: a, account: boats, "
        "when: messaged, do: [{generate: {words: 'Answer: {{ event.message.text }}'}}, "
        "{dm: '{{ words }}', disclose: none}]}\n"
    )
    for region, severity, words in (
        ("", "warning", "if readers live in Maine, which no file says: Maine, 10 MRSA"),
        (", region: Ohio", "warning", "our judgement, no rule or law that we know fits"),
        (", region: Maine", "error", "source:       Maine, 10 MRSA"),
    ):
        (tmp_path / "a.yml").write_text(setup.replace("REGION", region))
        called("check", str(tmp_path), "--select", "undisclosed-ai", "-v", "--isolated")
        out = capsys.readouterr().out
        assert f"{severity}[undisclosed-ai]" in out, out
        assert words in out, out


def test_what_holds_in_a_member_holds_for_some_readers_in_the_union() -> None:
    selling = frozenset(("promotion",))
    assert fits(FACTS["LAW-27"], Situation("email", countries=frozenset(("EU",)), purposes=selling))
    assert not fits(FACTS["LAW-27"], Situation("email", countries=frozenset(("FR",)), purposes=selling))


def test_a_law_on_advertising_says_nothing_of_other_letters() -> None:
    for purposes, holds in (((), False), (("reminder",), False), (("reminder", "giveaway"), True)):
        situation = Situation("email", countries=frozenset(("DE",)), purposes=frozenset(purposes))
        assert fits(FACTS["LAW-27"], situation) is holds


def test_what_carries_a_graver_severity_is_a_better_ground_than_what_carries_a_milder_one() -> None:
    lines = basis_of(("X-23 (info): a.", "X-22 (error): b.", "X-24: c."))
    told = {severity: grounds(lines, Situation("x"), severity)[0] for severity in ("info", "warning", "error")}
    assert {severity: found and found.fact for severity, found in told.items()} == {
        "info": "X-23",
        "warning": "X-22",
        "error": "X-22",
    }


def test_the_law_of_a_state_is_not_for_readers_in_another() -> None:
    for regions, holds in (((), False), (("US-CA",), True), (("US-ME",), False), (("Ohio",), False)):
        situation = Situation("x", countries=frozenset(("US",)), regions=frozenset(regions))
        assert fits(FACTS["LAW-03"], situation) is holds
        assert fits(FACTS["LAW-07"], situation)


def test_the_law_of_a_country_is_cited_before_that_of_the_union() -> None:
    narrower = {**verb("email"), "purposes": frozenset(("promotion",))}
    for country, fact in (("DE", "LAW-27"), ("AT", "LAW-82"), ("BE", "LAW-87"), ("IE", "LAW-42"), ("SE", "LAW-29")):
        assert cited("cold-email", "email", {**narrower, "countries": frozenset((country,))}, "error") == fact


def test_a_fact_whose_condition_does_not_hold_is_not_cited() -> None:
    lines = basis_of(("X-24 (error): a.", "X-41 (warning): b.", "Our judgement (error): c."))
    for unmet, said in (((), "X-24"), (("X-24",), "X-41"), (("X-24", "X-41"), "c.")):
        citation, own = grounds(lines, Situation("x", unmet=frozenset(unmet)), "error")
        assert (citation.fact if citation else own) == said


def test_a_fact_gives_way_to_the_one_that_narrows_it_where_both_fit() -> None:
    lines = basis_of(("META-07 (error): a.", "META-23 (error): b."))
    assert FACTS["META-07"].narrowed_by == "META-23"
    for unmet, fact in (((), "META-23"), (("META-23",), "META-07")):
        citation, _ = grounds(lines, Situation("instagram", unmet=frozenset(unmet)), "error")
        assert citation is not None
        assert citation.fact == fact


def test_what_a_rule_asks_for_a_fact_is_asked_of_the_file(tmp_path: Path) -> None:
    setup = (
        "sociable: 1\naccounts:\n  shop: {platform: instagram, handle: shop, inbox: {read_by: us}}\nautomations:\n"
        "  - {id: a, account: shop, when: TRIGGER, do: [{wait: 8 days}, {dm: 'Have you made up your mind?'}]}\n"
    )
    for trigger, fact in (("messaged", "META-07"), ("{event: messaged, came_by: ad}", "META-23")):
        (tmp_path / "a.yml").write_text(setup.replace("TRIGGER", trigger), encoding="utf-8")
        late = [each for each in check(Request((str(tmp_path),))).findings if each.rule == "late-reply-window"]
        assert [each.citation and each.citation.fact for each in late] == [fact]


@pytest.mark.parametrize("rule", PAGES)
def test_a_line_that_carries_nothing_is_never_cited(rule: str) -> None:
    basis = basis_of(PAGES[rule].sources)
    telling = {each.fact for each in basis if not each.carries}
    for platform in PLATFORMS:
        everything = Situation(platform, kinds=frozenset(RUN_BY), countries=frozenset(COUNTRIES))
        citation, _ = grounds(basis, everything, "warning")
        assert citation is None or citation.fact not in telling


def test_the_countries_are_those_of_the_account(tmp_path: Path) -> None:
    setup = (
        "sociable: 1\naccounts:\n  shop: {platform: facebook, handle: shop, audience: {countries: [US]}}\n"
        "automations:\n"
        "  - {id: a, account: shop, when: order_placed, do: [{post: 'Thank you, {{ event.user.email }}!'}]}\n"
    )
    told = []
    for text in (setup, setup.replace("[US]", "[IE]")):
        (tmp_path / "a.yml").write_text(text)
        found = check(Request((str(tmp_path),))).findings
        told += [each.citation for each in found if each.rule == "personal-data-in-public"]
    assert [each and each.fact for each in told] == [None, "LAW-30"]


def test_every_law_is_told_that_would_hold_where_nobody_knows_in_which_countries_readers_live() -> None:
    basis = basis_of(PAGES["unsolicited-dm"].sources)
    situation = Situation("bluesky", verbs=frozenset(("dm",)), purposes=frozenset(("promotion",)))
    nowhere = all_grounds(basis, situation, "error")
    assert nowhere.laws == ()
    assert {"LAW-11", "LAW-27", "LAW-29"} <= {law.fact for law in nowhere.laws_if}
    german = all_grounds(basis, situation._replace(countries=frozenset(("DE",))), "error")
    assert german.laws_if == ()
    assert {"LAW-27", "LAW-29"} <= {law.fact for law in german.laws}
    assert "LAW-11" not in {law.fact for law in german.laws}
    unmet = all_grounds(basis, situation._replace(unmet=frozenset(("LAW-27",))), "error")
    assert "LAW-27" not in {law.fact for law in unmet.laws_if}


def test_a_law_that_binds_by_the_seat_holds_wherever_readers_live() -> None:
    basis = basis_of(PAGES["unsolicited-dm"].sources)
    situation = Situation("bluesky", verbs=frozenset(("dm",)), purposes=frozenset(("promotion",)))
    latvian = situation._replace(seats=frozenset(("LV",)))
    sure, supposed = ({law.fact for law in found} for found in all_grounds(basis, latvian, "error")[2:])
    assert {"LAW-11", "LAW-27", "LAW-29"} <= supposed - sure, "these bind by those who get it"
    used = basis_of(PAGES["used-for-something-else"].sources)
    assert [law.fact for law in all_grounds(used, latvian, "error").laws] == ["LAW-30"]
    assert [law.fact for law in all_grounds(used, latvian, "error").laws_if] == ["LAW-63"]
    german = FACTS["LAW-26"]
    for seats, readers, holds in (("DE", "", True), ("LV", "DE", False), ("", "DE", True), ("EU", "", False)):
        there = Situation("x", seats=frozenset(seats.split()), countries=frozenset(readers.split()))
        assert fits(german, there._replace(kinds=frozenset(("person",)))) is holds


def test_a_law_that_binds_by_the_seat_alone_says_that_it_goes_by_readers_where_no_seat_is_named() -> None:
    basis = basis_of(("LAW-26 (error): it is not marked.",))
    situation = Situation("x", kinds=frozenset(("person",)), countries=frozenset(("DE",)))
    presumed, _ = grounds(basis, situation, "error")
    known, _ = grounds(basis, situation._replace(seats=frozenset(("DE",))), "error")
    assert presumed is not None
    assert known is not None
    by_readers = "What counts is the seat of whoever runs it; the file names none, so we go by where readers live."
    assert presumed.bears == f"it is not marked. {by_readers}"
    assert known.bears == "it is not marked."


def test_a_law_on_what_belongs_to_people_says_that_it_goes_by_readers_where_no_seat_is_named() -> None:
    basis = basis_of(("LAW-30 (error): it is shown.",))
    situation = Situation("facebook", countries=frozenset(("PT",)))
    presumed, _ = grounds(basis, situation, "error")
    known, _ = grounds(basis, situation._replace(seats=frozenset(("PT",))), "error")
    assert presumed is not None
    assert known is not None
    assert presumed.bears.endswith("the file names neither, so we go by where readers live.")
    assert known.bears == "it is shown."


def test_a_text_that_was_replaced_is_cited_with_what_is_known_of_the_newer_one() -> None:
    assert citation_of(FACTS["WA-01"]).dated.endswith("; others quote the text of 23 September 2026 as saying the same")
    assert citation_of(FACTS["WA-13"]).dated.endswith("; the text of 23 September 2026 was not read")


def test_an_office_that_passes_on_a_candidate_is_told_of_the_guidance_that_holds() -> None:
    office = {**verb("repost"), "kinds": frozenset(("public-body",)), "countries": frozenset(("GB",))}
    assert cited("unchosen-endorsement", "bluesky", office, "error") == "LAW-15"


def test_what_is_said_of_reviews_holds_where_they_stand() -> None:
    for platform, stand, holds in (
        ("email", "yelp", True),
        ("yelp", "bing", False),
        ("yelp", "", True),
        ("sms", "", False),
    ):
        situation = Situation(platform, reviews_on=frozenset(stand.split()))
        assert fits(FACTS["YELP-01"], situation) is holds
        assert fits(FACTS["YELP-02"], situation) is (platform == "yelp")


def test_every_law_says_whom_it_binds() -> None:
    documents = {fact.document for fact in FACTS.values() if fact.is_law}
    assert [each.id for each in documents if not each.binds or not each.scope] == []


def test_advice_to_public_bodies_is_no_law_that_might_hold() -> None:
    situation = Situation("bluesky", kinds=frozenset(("public-body",)), verbs=frozenset(("follow",)))
    told = all_grounds(basis_of(PAGES["auto-follow-back"].sources), situation, "error")
    assert "LAW-21" not in {law.fact for law in told.laws_if}


def test_one_thing_on_accounts_for_several_countries_tells_the_laws_of_all(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("""\
sociable: 1
accounts:
  here: {platform: facebook, handle: here, inbox: {read_by: us}, audience: {countries: [DE]}}
  there: {platform: facebook, handle: there, inbox: {read_by: us}}
automations:
  - {id: a, account: [here, there], when: order_placed, do: [{post: "Thank you, {{ event.user.email }}!"}]}
""")
    found = check(Request((str(tmp_path),))).findings
    (finding,) = (each for each in found if each.rule == "personal-data-in-public")
    assert [[law.fact for law in laws] for laws in (finding.laws, finding.laws_if)] == [
        ["LAW-30"],
        ["LAW-30", "LAW-63"],
    ]


@pytest.mark.parametrize(
    ("run_by", "facts"),
    [("public-body", ["LAW-15"]), ("institution", [None]), ("unstated", ["LAW-15"]), ("business", [])],
)
def test_the_profile_says_who_runs_an_account_where_its_file_does_not(
    tmp_path: Path, run_by: str, facts: list[str | None]
) -> None:
    said = f"run_by: {run_by}, " if run_by != "unstated" else ""
    (tmp_path / "a.yml").write_text(
        f"sociable: 1\naccounts:\n  choir: {{platform: mastodon, {said}audience: {{countries: [GB]}}}}\n"
        "automations:\n  - {id: a, account: choir, when: mentioned, do: [repost]}\n"
    )
    found = check(Request((str(tmp_path),), profile="public-body")).findings
    assert [each.citation and each.citation.fact for each in found if each.rule == "unchosen-endorsement"] == facts


def test_what_advertises_is_what_the_step_or_the_automation_or_the_account_is_for(tmp_path: Path) -> None:
    setup = (
        "sociable: 1\nlists:\n  leads: {came_by: bought}\n"
        "accounts:\n  shop: {platform: email, handle: a@b.example, audience: {countries: [GB]}}\n"
        "automations:\n  - id: a\n    account: shop\n    when: {event: schedule, every: 1 month}\n"
        "    do: [{email: {text: Hello, target: leads}}]\n"
    )
    told = []
    for text in (
        setup,
        setup.replace("GB]}", "GB]}, purpose: promotion"),
        setup.replace("    when", "    purpose: giveaway\n    when"),
        setup.replace("    when", "    purpose: reminder\n    when"),
    ):
        (tmp_path / "a.yml").write_text(text)
        found = check(Request((str(tmp_path),))).findings
        told += [each.citation and each.citation.fact for each in found if each.rule == "cold-email"]
    assert told == ["LAW-63", "LAW-43", "LAW-43", "LAW-63"]


def test_a_finding_shows_who_says_so(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(
        "sociable: 1\naccounts:\n  shop: {platform: x, handle: '@shop', automated_label: true, operator: '@o'}\n"
        "automations:\n  - {id: a, account: shop, when: {event: followed}, do: [{follow: event.user}], via: api}\n"
    )
    (finding,) = [each for each in check(Request((str(tmp_path),))).findings if each.rule == "auto-follow-back"]
    fact = FACTS["X-01"]
    assert finding.citation == Citation(
        *("X, Developer Guidelines", fact.document.address, "page of 24 July 2026, seen 29 November 2026", fact.says),
        *("2026-11-29", "X-01", "this is the very case that X lists."),
    )
    assert finding.judgement == ""


def test_who_has_a_plan_for_the_interface_comes_by_it(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text(
        "sociable: 1\naccounts:\n  castle: {platform: x, handle: '@castle', api_tier: self-serve}\n"
        "automations:\n  - {id: a, account: castle, when: mentioned, do: [{quote: {text: Thanks}}]}\n"
    )
    (finding,) = [each for each in check(Request((str(tmp_path),))).findings if each.rule == "verb-not-in-plan"]
    assert finding.citation is not None
    assert finding.citation.bears == "by the file, the plan is one that anybody can buy."


def test_a_fact_that_does_not_exist_says_nothing() -> None:
    lines = basis_of(("X-99 (error): so.", "Our judgement (warning): it is rude."))
    assert grounds(lines, Situation("x"), "warning") == (None, "it is rude.")
    assert grounds(lines[:1], Situation("x"), "error") == (None, "")
