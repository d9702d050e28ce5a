"""What is taken out of a report for readers who must not learn who is behind the accounts."""

import re
from functools import partial

import pytest
from sociable.client_report.about_the_check.since_last_time import Before, LastReport
from sociable.client_report.clients.per_client import per_client
from sociable.client_report.compose import compose
from sociable.client_report.content.content_of_report import Content, Passage
from sociable.client_report.names.redaction import Redaction, Report
from sociable.client_report.pages.html_page import html
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.frame import built_in
from sociable.pipeline import Examination, Request, examine

from tests.client_report.reports import (
    ROOT,
    agency,
    examined,
    report_of,
    texts_of,
    wishes,
    with_texts,
)

PEOPLE = """\
accounts:
  shop:
    platform: x
    handle: "@shop"
    run_by: business
    inbox: {read_by: Jane Doe}
    pause: Max Example
    operator: "@jane_doe"
  jane:
    platform: x
    handle: "@jane_private"
    run_by: person
automations:
  - id: one
    account: shop
    when: {event: mentioned, from: ["@the_baker"]}
    do:
      - reply: "Write to jane.doe@example.org or call +43 1 234 56 78, says @the_baker."
      - assign: Jane Doe
      - dm: {text: "Hello", target: "@somebody_else"}
  - id: two
    account: [shop, jane]
    when: followed
    do: [follow: event.user]
"""
NAMES = (
    "Jane Doe",
    "jane_doe",
    "Max Example",
    "jane_private",
    "the_baker",
    "jane.doe@example.org",
    "234 56 78",
    "somebody_else",
)


def redacted(content: Report, found: Examination) -> Report:
    return Redaction(found, built_in()).of(content)


def of_people() -> tuple[Content, Content]:
    found = examined(PEOPLE)
    content = compose(found, wishes())
    return content, redacted(content, found)


def test_names_and_addresses_of_people_are_gone_from_every_format() -> None:
    whole, part = of_people()
    for name in NAMES:
        assert name in " ".join(texts_of(whole)), f"the test says nothing of {name}"
        for page in (html(part, built_in()), markdown(part, built_in())):
            assert name.casefold() not in page.casefold()


def test_the_account_of_an_organisation_keeps_its_name() -> None:
    _, part = of_people()
    assert part.accounts[0].name == "@shop"


def test_the_same_person_has_the_same_number() -> None:
    _, part = of_people()
    reader = part.accounts[0].read_by
    assert re.fullmatch(r"‹person \d+›", reader)
    assert any(reader in reason for merit in part.merits for reason in merit.reasons)


def test_no_line_of_a_file_is_shown() -> None:
    _, part = of_people()
    places = [place for g in part.gravities for group in g.groups for found in group.findings for place in found.places]
    assert places
    assert all(place.excerpt == () for place in places)


def test_what_a_rule_says_stays_as_it_is() -> None:
    whole, part = of_people()

    def of_the_rule(content: Content) -> list[Passage]:
        groups = (group for gravity in content.gravities for group in gravity.groups)
        return [each for group in groups for each in group.passages if each.label in ("people see", "why")]

    assert of_the_rule(whole) == of_the_rule(part)


def test_people_of_a_rehearsal_stay_because_they_are_nobody() -> None:
    found = agency()
    part = redacted(compose(found, wishes()), found)
    assert part.stories[0].opening == "@stranger follows @town-energy.example."


def test_people_who_are_called_as_we_call_things_break_nothing() -> None:
    found = examined(PEOPLE.replace("Jane Doe", "Warning").replace("Max Example", "Error"))
    whole = compose(found, wishes())
    part = redacted(whole, found)
    assert part.accounts[0].read_by.startswith("‹person ")
    assert [gravity.severity for gravity in part.gravities] == [gravity.severity for gravity in whole.gravities]
    assert html(part, built_in())


def test_the_index_is_redacted_as_well() -> None:
    text = "".join(
        f"  - {{id: m{name}, account: {name}, when: followed, do: [follow: event.user, assign: Jane Doe]}}\n"
        for name in "ab"
    )
    accounts = "".join(
        f"  {name}: {{platform: bluesky, handle: '@{name}.example', client: {name}, inbox: {{read_by: Jane Doe}}}}\n"
        for name in "ab"
    )
    found = examined(f"accounts:\n{accounts}automations:\n{text}")
    _, index = per_client(found, wishes(), "folders", "html", [])
    assert index.between
    assert "Jane Doe" in html(index, built_in())
    assert "Jane Doe" not in html(redacted(index, found), built_in())


FOUND = examined(PEOPLE)
CONTENT = compose(FOUND, wishes())


def told(said: str) -> str:
    """What becomes of a text wherever a file may say it; people without their numbers."""
    (text,) = {part.accounts[0].read_by for part in [redacted(with_texts(CONTENT, lambda _: said), FOUND)]}
    return re.sub(r"‹person \d+›", "‹person›", text)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("thanks, @maria99!", "thanks, ‹person›!"),
        ("@a", "‹person›"),
        ("@a.b-c_d.", "‹person›."),
        ("(@anna1-)", "(‹person›-)"),
        ("@max2024 @follow1 @xfollower1", "‹person› ‹person› ‹person›"),
        ("@anna@social.example-town.org,", "‹person›,"),
        ("@anna@b", "‹person›"),
        ("@anna@-b", "‹person›"),
        ("@anna@club-follower1", "‹person›"),
        ("jane doe and @JANE_DOE", "‹person› and ‹person›"),
        ("a@b.c", "‹address›"),
        ("to ann.b+c-d_e@mail-1.example.co.uk.", "to ‹address›."),
        (f"{'a' * 64}@bb.cc", "‹address›"),
        (f"{'a' * 65}@bb.cc", "‹address›"),
        ("ring +43 (1) 234/56-78 now", "ring ‹number› now"),
        ("123456789", "‹number›"),
        ("1       9", "‹number›"),
        ("1(((((((9 1)))))))9", "‹number›"),
        ("1///////9", "‹number›"),
        ("1-------9", "‹number›"),
        *(
            (said, "‹address›")
            for said in (
                *("ann-@example.org", "ann.@example.org", "ann@example-.org", "ann@-example.org", "ann+x@example.org"),
                *('"ann maria"@example.org', '"ann@home"@example.org', "ann@[192.168.0.1]", "ann@[IPv6:2001:db8::1]"),
                *("ann@münchen.de", "änn@example.org", "анна@пример.рф", "अनीता@उदाहरण.भारत", "ann@例え。テスト"),
                *("jose\u0301@example.org", "ann\u200b@example.org", "ann@exa\xadmple.org", "ann\uff20example.org"),
                *(
                    "ann@localhost",
                    "o'brien@example.org",
                    "a&b@example.org",
                    "ann/x=y@example.org",
                    "ann%x@example.org",
                ),
                *("ann(at)example.org", "ann [at] example [dot] org", "ann at example dot org", "ann%40example.org"),
                *("ann&#64;example.org", "ann@example.org/bob@example.org", "ann@example.org|bob@example.org"),
            )
        ),
        ("ann@example.org-", "‹address›-"),
        ("{ann@example.org}, <ann@example.org>", "{‹address›}, <‹address›>"),
        ("[ann@example.org](mailto:ann@example.org)", "[‹address›](mailto:‹address›)"),
        ("https://ann:word@example.org/a?to=bob@example.org", "https://‹address›example.org/a?to=‹address›"),
        ("(@ann) [@ann] {@ann} “@ann” '@ann' /@ann .@ann @@ann", "(‹›) [‹›] {‹›} “‹›” '‹›' /‹› .‹› @‹›"),
        ("@ann&@bob, @ann/@bob, @ann's", "‹›&‹›, ‹›/‹›, ‹›'s"),
        ("\uff20ann \ufe6bann @jose\u0301maria @अनीता @an\u200bna @ann\N{GRINNING FACE}", "‹› ‹› ‹› ‹› ‹› ‹›"),
        ("@ann:matrix.org @ann:example.org:8448 @ann@münchen.social @ann:next", "‹› ‹› ‹› ‹›:next"),
        ("u/ann_h /u/ann_h ann.bsky.social ann#1234", "‹› ‹› ‹› ‹›"),
        ("https://www.reddit.com/user/ann_h, https://x.com/ann", "https://www.reddit.com/user/‹› https://x.com/‹›"),
        ("instagram.com/ann.h/ https://t.me/ann?a=b", "instagram.com/‹›/ https://t.me/‹›?a=b"),
        (
            "https://www.linkedin.com/in/ann-h-1/ https://mastodon.social/@ann",
            "https://www.linkedin.com/in/‹›/ https://mastodon.social/‹›",
        ),
        ("https://x.com/shop u/shop", "https://x.com/shop u/shop"),
        *(
            (said, "‹number›")
            for said in (
                *("+49.170.123.4567", "0170.123.45.67", "+49\u2011170\u20111234567", "+49\u2013170\u20131234567"),
                *("+49\xa0170\xa01234567", "+49\u202f170\u202f1234567", "\uff0b49 170 1234567", "0170\t1234567"),
                *("٠١٧٠١٢٣٤٥٦٧", "0170-1234567x12", "+43 1 58801", "0 1 7 0 1 2 3 4 5 6 7", "+49 (0)170 / 123 45 67"),
            )
        ),
        ("Tel.0170 1234567, Tel0170-1234567, (0170) 1234567", "Tel.‹number›, Tel‹number›, (‹number›"),
        ("https://wa.me/491701234567 0170-1234567er", "https://wa.me/‹number› ‹number›er"),
    ],
)
def test_people_addresses_and_numbers_are_taken_out_of_any_text(said: str, left: str) -> None:
    assert told(said) == left.replace("‹›", "‹person›")


@pytest.mark.parametrize(
    "said",
    [
        "@shop and @SHOP",
        "@stranger, @stranger__, @follower1, @non-follower12, @shop-follower1-listed2, @follower1-follower1",
        "@, @@, a @ b, (@), a at b, look at work dot",
        "12345678, 2026-11-29, 29.11.2026, 2026/11/29, 1,234,567 people, 3.14159265358979",
        "x123456789, 1.123456789, 1       x, 0123456789abcdef0123456789abcdef",
        "https://help.x.com/en/rules, https://example.org/u, shop/u/x",
        "Max Examples, xMax Example",
    ],
)
def test_what_is_nobody_stays(said: str) -> None:
    assert told(said) == said


@pytest.mark.parametrize(
    ("name", "is_one"),
    [
        *(("Al", True), ("al", False), ("王芳", True), ("Ann", True), ("ann", True), ("Mark May", True)),
        *(("us", False), ("customer service", False), ("official", False), ("none", False)),
    ],
)
def test_words_of_ours_in_small_letters_are_nobodys_name(name: str, is_one: bool) -> None:
    found = examined(PEOPLE.replace("Jane Doe", name))
    part = redacted(compose(found, wishes()), found)
    assert part.accounts[0].read_by.startswith("‹person ") == is_one


@pytest.mark.parametrize("target", ['followers_of("@anna")', 'followers_of(followers_of("@anna"))', "@anna"])
def test_somebody_whom_a_step_is_aimed_at_is_a_person(target: str) -> None:
    found = examined(PEOPLE.replace("'Hello'", "Hello").replace('target: "@somebody_else"', f"target: '{target}'"))
    part = redacted(compose(found, wishes()), found)
    assert "anna" not in " ".join(texts_of(part))
    assert "anna" in " ".join(texts_of(compose(found, wishes())))


WRITTEN_OTHERWISE = (
    ('operator: "@jane_doe"', "operator: Max Operator", "Max Operator, unstated", "‹›, unstated"),
    ('    operator: "@jane_doe"\n', "", "Max Operator, unstated", "Max Operator, unstated"),
    ("read_by: Jane Doe", 'read_by: "@SHOP"', "@SHOP and @shop", "@SHOP and @shop"),
    ("read_by: Jane Doe", "read_by: jó", "so jó says", "so ‹› says"),
    ("read_by: Jane Doe", 'read_by: "J. (D"', "J. (D, Jx (D", "‹›, Jx (D"),
    ('handle: "@shop"', "handle: town.news", "@town.news", "@town.news"),
    ('["@the_baker"]', "[old baker]", "old baker", "‹›"),
    ("when: {event: mentioned", "only_from: [old baker]\n    when: {event: mentioned", "old baker", "‹›"),
    ('"@somebody_else"', "'found(\"Kew\")'", "Kew", "‹name 1›"),
    ("", "", "jane says", "‹› says"),
    ("", "", "/u/shop, u/SHOP, \uff20shop", "/u/shop, u/SHOP, \uff20shop"),
    ("", "", "@strangerQ, @stranger_", "‹›, @stranger_"),
)
"""What is written in the place of what, what a text says then, and what of it is left."""


def _said(said: str, _: str) -> str:
    return said


def test_whoever_is_named_in_whatever_place_is_a_person() -> None:
    for former, written, said, left in WRITTEN_OTHERWISE:
        found = examined(PEOPLE.replace(former, written))
        part = redacted(with_texts(compose(found, wishes()), partial(_said, said)), found)
        assert re.sub(r"‹person \d+›", "‹›", part.accounts[0].read_by) == left, written


def test_people_are_numbered_from_one_on_the_longest_name_first_and_then_as_they_come() -> None:
    found = examined(PEOPLE.replace('operator: "@jane_doe"', "operator: Max van der Zeel"))
    said = "@one_more, Max van der Zeel, @two_more, max VAN der zeel, Jane Doe, jane DOE, @One_More"
    part = redacted(with_texts(compose(found, wishes()), lambda _: said), found)
    first, longest, second, again, jane, small_jane, first_again = part.accounts[0].read_by.split(", ")
    assert longest == again == "‹person 1›"
    assert jane == small_jane
    assert first == first_again
    assert len({first, longest, second, jane}) == 4


def test_a_key_is_hidden_before_what_looks_like_a_number_in_it_is_taken_out() -> None:
    end = "AbCdEfGhIjKlMnOpQrStUvWx"
    title = f"Key {'xox'}b-123456789012-123456789012-{end}"
    automation = f'{{id: i, title: "{title}", account: a, when: mentioned, do: [like]}}'
    found = examined(f"accounts: {{a: {{platform: x}}}}\nautomations: [{automation}]")
    shown = html(redacted(compose(found, wishes()), found), built_in())
    assert "Key ****" in shown
    assert end not in shown


def test_the_number_of_a_law_is_no_telephone_number() -> None:
    examination = examine(Request((str(ROOT / "examples" / "garden-centre"),)))
    content = redacted(compose(examination, wishes()), examination)
    assert content.otherwise is not None
    assert [each.name for each in content.otherwise.law_if] == ["Regulation (EU) 2024/1689 (AI Act)"]
    assert not [each for each in texts_of(content) if "‹number›" in each]


def test_whose_password_stands_in_an_address_is_nobodys_business_either() -> None:
    content = report_of("# https://petra:r4nd0m-w0rds@old.example/post\naccounts: {a: {platform: x, handle: '@a'}}\n")
    assert "petra" in " ".join(each.message for each in content.at_once)
    bare = redacted(content, examined("accounts: {a: {platform: x, handle: '@a'}}\n"))
    assert [each.message for each in bare.at_once] == [
        "a password in a web address (of “‹person 1›” for old.example) stands in plain sight"
    ]


FARM = """\
accounts:
  farm: {platform: instagram, handle: "@sonnenhof", client: Sonnenhof, run_by: business, inbox: {read_by: Eva Falk}}
  town: {platform: instagram, handle: "@rathaus", client: Rathaus, run_by: public-body, inbox: {read_by: Udo Graf}}
automations:
  - {id: m, account: [farm, town], when: unfollowed, do: [{notify: x}]}
"""


def test_organisations_keep_their_names_where_the_last_report_named_them_too() -> None:
    found = examined(FARM)
    before = Before("a-rule", "error", "@sonnenhof of Sonnenhof names Eva Falk", "a.yml", 1, ("f" * 16,), frozenset())
    last = LastReport(None, (before,), {})
    since = redacted(compose(found, wishes()._replace(last=last)), found).since
    assert since is not None
    assert re.sub(r"\d+", "", since.gone[0].message) == "@sonnenhof of Sonnenhof names ‹person ›"
    reports, index = per_client(found, wishes()._replace(last=last), "folders", "html", [])
    files, redone = Redaction(found, built_in()).of_clients(
        {name: each.content for name, each in reports.items()}, index, "html"
    )
    assert [each.file for each in redone.clients] == list(files) == ["Rathaus.html", "Sonnenhof.html"]


@pytest.mark.parametrize("asks", ['!= "Art Lang"', 'in ["Art Lang", "Bo Day"]'])
def test_somebody_whose_name_a_condition_asks_for_is_taken_out_although_it_is_made_of_words(asks: str) -> None:
    found = examined(
        "accounts: {shop: {platform: x, handle: '@shop', run_by: business}}\n"
        f"automations: [{{id: a, account: shop, when: mentioned, if: 'event.user.name {asks}', do: [reply: Hello]}}]\n"
    )
    whole = compose(found, wishes())
    assert "Art Lang" in " ".join(texts_of(whole))
    assert "Art Lang" not in " ".join(texts_of(Redaction(found, built_in()).of(whole)))
