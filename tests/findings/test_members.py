"""What is told once of accounts on several platforms: of each its own gravity and source, and of nobody another's."""

import json
from pathlib import Path

import pytest
from sociable.findings.finding import Finding, by_gravity
from sociable.findings.members import retold, sources_of
from sociable.pipeline import Request, check
from sociable.records.static import Any

from tests.calls import called

ACCOUNTS = """
sociable: 1
accounts:
  bakery: {platform: x, handle: "@crumb"}
  office: {platform: linkedin, handle: Crumb Ltd, kind: page}
  films: {platform: youtube, handle: crumbfilms}
  loud: {platform: bluesky, handle: wood.example}
  also: {platform: bluesky, handle: block.example}
  pins: {platform: pinterest, handle: wood}
  quiet: {platform: mastodon, handle: "@crumb@toot.wales"}
  strict: {platform: mastodon, handle: "@crumb@social.mootech.eu"}
  chat: {platform: discord, handle: crumbs}
  gang: {platform: reddit, handle: u/crumb}
  gram: {platform: instagram, handle: crumb.gram}
  leeds: {platform: email, handle: news@leeds.example, audience: {countries: [GB]}}
  lyon: {platform: email, handle: lettre@lyon.example, audience: {countries: [FR]}}
automations:
"""
LIKES = "- {id: a, account: [ACCOUNTS], when: {event: post_matched, hashtags: [bread]}, do: [like: event.post]}"
FOLLOWS = "- {id: a, account: [ACCOUNTS], when: {event: post_matched, hashtags: [bread]}, do: [follow: event.user]}"
GREETS = "- {id: a, account: [ACCOUNTS], when: followed, do: [{dm: Thank you for following!}]}"
BACK = "- {id: a, account: [ACCOUNTS], when: followed, do: [follow: event.user]}"
OFFERS = (
    "- {id: a, account: [ACCOUNTS], purpose: promotion, when: {event: schedule, every: 1 month},"
    ' do: [email: {text: "Our new shoe is here!", target: followers_of("@rival")}]}'
)


def found(folder: Path, automation: str, on: str, /, **asked: Any) -> list[Finding]:
    (folder / "a.yml").write_text(f"{ACCOUNTS}  {automation.replace('ACCOUNTS', on)}\n", encoding="utf-8")
    return by_gravity(check(Request((str(folder),), **asked)).findings)


def told(found: list[Finding], rule: str) -> list[tuple[str, dict[str, str]]]:
    """How grave it is, and what is cited of each account."""
    return [
        (each.severity, {member.account: member.citation.fact if member.citation else "" for member in each.members})
        for each in found
        if each.rule == rule
    ]


@pytest.mark.parametrize(
    ("automation", "accounts", "rule", "expected"),
    [
        pytest.param(
            LIKES,
            "bakery, office, films",
            "unread-engagement",
            [("error", {"@crumb (X)": "X-17", "“Crumb Ltd”": "LI-01", "“crumbfilms”": "YT-03"})],
            id="a bakery: as grave everywhere, by three rules",
        ),
        pytest.param(
            GREETS,
            "pins, loud, also",
            "welcome-dm",
            [("error", {"“wood.example”": "BSKY-05", "“block.example”": "BSKY-05"}), ("warning", {"“wood”": ""})],
            id="a sawmill: graver where a platform forbids it, whichever account comes first",
        ),
        pytest.param(
            FOLLOWS,
            "quiet, strict, chat",
            "follow-the-followers",
            [
                ("error", {"@crumb@social.mootech.eu": "MAST-09"}),
                ("warning", {"@crumb@toot.wales": "", "“crumbs”": ""}),
            ],
            id="two servers of one platform",
        ),
        pytest.param(
            BACK,
            "gang, quiet, gram, bakery",
            "auto-follow-back",
            [
                ("error", {"“crumb.gram”": "META-11", "@crumb (X)": "X-01"}),
                ("warning", {"u/crumb (Reddit)": ""}),
                ("info", {"@crumb@toot.wales": ""}),
            ],
            id="a club: three gravities, and not more findings than that",
        ),
    ],
)
def test_each_account_has_the_gravity_and_the_source_of_its_platform(
    tmp_path: Path, automation: str, accounts: str, rule: str, expected: list[tuple[str, dict[str, str]]]
) -> None:
    assert told(found(tmp_path, automation, accounts), rule) == expected


def test_each_account_has_the_law_of_its_own_readers(tmp_path: Path) -> None:
    (finding,) = [each for each in found(tmp_path, OFFERS, "leeds, lyon") if each.rule == "cold-email"]
    laws = {each.account: {law.fact for law in each.laws} for each in finding.members}
    english, french = laws["news@leeds.example"], laws["lettre@lyon.example"]
    assert english - french
    assert french - english
    assert {law.fact for law in retold(finding, finding.members[:1]).laws} == english, (
        "what is left has laws of its own"
    )


def test_all_formats_tell_of_each_platform_its_own_source(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A whole finding is of no platform that only some of its places are on."""
    found(tmp_path, LIKES, "bakery, office, films")
    documents = ("docs.x.com/developer-guidelines", "linkedin.com/legal/user-agreement", "youtube/answer/3399767")
    for form in ("text", "markdown", "junit", "github", "sarif", "json", "jsonl"):
        called("check", "--format", form, str(tmp_path))
        said = capsys.readouterr().out
        assert [each for each in documents if each not in said] == [], form
    called("check", "--format", "json", "--select", "unread-engagement", str(tmp_path))
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert (finding["platform"], finding["citation"], finding["judgement"]) == (None, None, "")
    assert [(each["severity"], each["platform"], each["citation"]["fact"]) for each in finding["members"]] == [
        ("error", "x", "X-17"),
        ("error", "linkedin", "LI-01"),
        ("error", "youtube", "YT-03"),
    ]
    called("check", "--format", "sarif", "--select", "unread-engagement", str(tmp_path))
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    members = result["properties"]["members"]
    assert [(each["platform"], each["source"].partition(",")[0]) for each in members] == [
        ("x", "X"),
        ("linkedin", "LinkedIn"),
        ("youtube", "YouTube Help"),
    ]


@pytest.mark.parametrize(
    "asked",
    [{"platforms": ("linkedin",)}, {"accounts": ("office",)}, {"accounts": ("crumb ltd",), "severity": "error"}],
)
def test_what_somebody_asks_for_is_told_by_the_rules_that_hold_there(tmp_path: Path, asked: dict[str, Any]) -> None:
    (finding,) = [
        each for each in found(tmp_path, LIKES, "bakery, office, films", **asked) if each.rule == "unread-engagement"
    ]
    assert (finding.platform, finding.citation and finding.citation.fact) == ("linkedin", "LI-01")
    assert finding.message == "“Crumb Ltd” likes posts that a search finds, and nobody here has read them"


def test_a_milder_place_is_not_told_as_the_graver_one(tmp_path: Path) -> None:
    """Of a greeting that Bluesky forbids, Pinterest says nothing: somebody who asks of it gets a warning."""
    asked = found(tmp_path, GREETS, "loud, pins", platforms=("pinterest",))
    (finding,) = [each for each in asked if each.rule == "welcome-dm"]
    assert (finding.severity, finding.platform, finding.citation) == ("warning", "pinterest", None)
    assert finding.judgement
    assert not [each for each in found(tmp_path, GREETS, "loud, pins", platforms=("x",)) if each.rule == "welcome-dm"]


def test_a_further_platform_is_new_and_leaves_what_was_known_of_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    after.mkdir()
    known = {each.fingerprint for each in found(before, LIKES, "bakery") if each.rule == "unread-engagement"}
    more = [each for each in found(after, LIKES, "bakery, office, quiet") if each.rule == "unread-engagement"]
    assert known < {member.fingerprint for each in more for member in each.members}
    called("diff", "--format", "json", str(before), str(after))
    changes = [(each["change"], each["finding"]) for each in json.loads(capsys.readouterr().out)["changes"]]
    assert {
        (change, finding["severity"], finding["platform"], finding["citation"] and finding["citation"]["fact"])
        for change, finding in changes
        if finding and finding["rule"] == "unread-engagement"
    } == {("new", "error", "linkedin", "LI-01"), ("new", "warning", "mastodon", None)}


def test_the_report_of_a_client_names_the_rules_of_its_own_platform(tmp_path: Path) -> None:
    """An agency runs one automation for a shop on X and for a school on LinkedIn."""
    (tmp_path / "setup.yml").write_text(
        """
sociable: 1
accounts:
  shop: {platform: x, handle: "@shop", client: Shop}
  school: {platform: linkedin, handle: School, kind: page, client: School}
automations:
  - {id: a, account: [shop, school], when: {event: post_matched, hashtags: [bread]}, do: [like: event.post]}
""",
        encoding="utf-8",
    )
    out = tmp_path / "reports"
    called("report", "--clients", "folders", "--format", "markdown", "--output", str(out), str(tmp_path / "setup.yml"))
    reports = {path.stem.casefold(): path.read_text(encoding="utf-8") for path in out.glob("*.md")}
    named = {
        client: {each for each in ("docs.x.com", "linkedin.com/legal") if each in reports[client]} for client in reports
    }
    assert named["shop"] == {"docs.x.com"}
    assert named["school"] == {"linkedin.com/legal"}


def test_a_hundred_accounts_are_as_many_findings_as_there_are_gravities(tmp_path: Path) -> None:
    platforms = ("x", "linkedin", "youtube", "mastodon", "bluesky")
    accounts = "".join(f"  a{n}: {{platform: {platforms[n % 5]}, handle: h{n}}}\n" for n in range(100))
    named = ", ".join(f"a{n}" for n in range(100))
    automation = LIKES.replace("ACCOUNTS", named)
    text = f"sociable: 1\naccounts:\n{accounts}automations:\n  {automation}\n"
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")
    likes = [each for each in check(Request((str(tmp_path),))).findings if each.rule == "unread-engagement"]
    assert sorted((each.severity, len(each.members), len(sources_of(each))) for each in likes) == [
        ("error", 80, 4),
        ("warning", 20, 1),
    ]
