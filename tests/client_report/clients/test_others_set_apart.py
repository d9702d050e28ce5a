"""Where a place names an account, it is known to, whatever its id looks like."""

import re

import pytest
from sociable.client_report.clients.others_set_apart import without_set_apart
from sociable.client_report.clients.per_client import per_client
from sociable.client_report.pages.html_page import html
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.frame import built_in
from sociable.pipeline import Request, examine
from sociable.text.wording import SET_APART

from tests.client_report.reports import of_clients, wishes

BEGIN, END, PERSON = SET_APART

ACCOUNTS = """\
sociable: 1
accounts:
  energy: {platform: x, handle: "@wattwerk", client: Watt}
  ann: {platform: x, client: Town}
  mint: {platform: x, handle: "@minthotel", client: Mint, operator: energy, inbox: {read_by: ann}}
automations:
  - {id: m, account: mint, when: %s, do: [%s]}
"""


@pytest.fixture
def report(request: pytest.FixtureRequest) -> tuple[str, str]:
    """The pages of Mint."""
    when, do = request.param
    examined = examine(Request((), ("a.yml", (ACCOUNTS % (when, do)).encode())))
    made, _ = per_client(examined, wishes(), "folders", "html", [])
    content = made["Mint.html"].content
    return re.sub(r"<style.*?</style>|<[^>]*>", " ", html(content, built_in()), flags=re.DOTALL), markdown(
        content, built_in()
    )


@pytest.mark.parametrize(
    "report",
    [
        ("followed", "follow: energy, follow: ann"),
        ("{event: account_posted, from: [energy, ann]}", "repost: event.post"),
        ("mentioned, ignore: [energy, ann]", "reply: Thanks"),
        ("mentioned, only_from: [energy, ann]", "reply: Thanks"),
        ('messaged, if: \'event.user.handle in ["energy", "ann"]\'', "dm: Thanks"),
        ("{event: schedule, every: 1 day}", "follow: followers_of(energy), dm: {target: followers_of(ann), text: Hi}"),
        ("{event: schedule, every: 1 day}", "post: {text: Hi, mentions: [energy, ann]}"),
        ("{event: schedule, every: 1 day}", "fetch: {whom: followers_of(energy)}, follow: whom"),
        ("mentioned", "notify: {to: ann, text: Look}, post: {text: Hi, paid_by: energy}"),
    ],
    indirect=True,
)
def test_an_id_that_is_any_word_is_not_read_where_it_names_an_account(report: tuple[str, str]) -> None:
    for page in report:
        assert not re.search(r"\b(?:energy|ann)\b", page)
        assert not {*SET_APART} & {*page}
        assert "minthotel" in page


@pytest.mark.parametrize("report", [("mentioned", "reply: Full of energy")], indirect=True)
def test_the_same_word_stays_in_a_text(report: tuple[str, str]) -> None:
    assert all("Full of energy" in page for page in report)


@pytest.mark.parametrize(
    "said", [f"of {BEGIN}ann{END} too", f"of @{BEGIN}@ann{END} too", f"of {BEGIN}an… too"], ids=["id", "handle", "cut"]
)
def test_what_is_set_apart_is_taken_out_however_it_was_written(said: str) -> None:
    assert without_set_apart(said, "‹›") == "of ‹› too"


def test_a_person_of_several_names_is_one() -> None:
    said = f"Ask {PERSON}Nils{END} {PERSON}Berg{END}, {PERSON}Ida{END} and {BEGIN}ann{END} {PERSON}Udo{END}"
    assert without_set_apart(said, "‹account›", "‹person›") == "Ask ‹person›, ‹person› and ‹account› ‹person›"


NAMED = """\
sociable: 1
accounts:
  crust: {platform: mastodon, handle: "@crust@b.example", client: Crust}
  med: {platform: mastodon, handle: "@doc@med.example", client: Clinic, inbox: {read_by: "@nils@med.example"}}
automations:
  - {id: w2, account: crust, when: {event: schedule, every: week}, do: [{post: "Thanks SAID"}]}
  - {id: c2, account: med, when: followed, do: [{notify: x}]}
"""


@pytest.mark.parametrize("handle", ["@doc@med.example", "@nils@med.example"])
def test_an_account_or_a_person_of_another_client_is_no_stranger_who_is_named(handle: str) -> None:
    said = {}
    for names in (f"@out@else.example and {handle}", handle):
        file = ("a.yml", NAMED.replace("SAID", names).encode())
        made, _ = per_client(examine(Request((), file)), wishes(), "folders", "html", [])
        groups = [group for graded in made["Crust.html"].content.gravities for group in graded.groups]
        said[names] = [each.message for group in groups for each in group.findings if " names " in each.message]
    assert list(said.values()) == [[said[f"@out@else.example and {handle}"][0]], []]
    assert said[f"@out@else.example and {handle}"][0].startswith("@crust@b.example names @out@else.example, for")


def test_a_finding_is_known_by_the_same_mark_as_in_the_whole() -> None:
    do = "dm: {target: followers_of(energy), text: Half price today}"
    text = ACCOUNTS % ("{event: schedule, every: 1 hour}", do)
    examined = examine(Request((), ("a.yml", text.encode())))
    made, _ = per_client(examined, wishes(), "folders", "html", [])
    groups = [group for gravity in made["Mint.html"].content.gravities for group in gravity.groups]
    told = {found.fingerprint for group in groups for found in group.findings if group.rule == "bulk-dm"}
    assert told == {each.fingerprint for each in examined.report.findings if each.rule == "bulk-dm"} != set()


SHOP = """\
sociable: 1
accounts:
  shop: {{platform: telegram, handle: "@shop", client: Shop, inbox: {{read_by: Jo}}, pause: Jo}}
  zq1: {{platform: mastodon, handle: "@quux@h.example", client: "{other}", inbox: {{read_by: Ed}}, pause: Ed}}
automations:
  - {{id: hi, account: shop, when: joined, do: [{{dm: "Hello{said}"}}]}}
  - {{id: gone, account: shop, when: unfollowed, do: [{{post: "{{{{ event.user.handle }}}} left"}}]}}
  - {{id: zq2, account: zq1, when: {{event: schedule, every: 1 day}}, do: [{{post: "News"}}]}}
"""


def page_of_shop(other: str, said: str = "") -> str:
    examined = examine(Request((), ("setup.yml", SHOP.format(other=other, said=said).encode())))
    made, _ = per_client(examined, wishes(), "folders", "markdown", [])
    return markdown(made["Shop.markdown"].content, built_in())


@pytest.mark.parametrize(
    "other", ["A", "No", "The", "What", "Nothing", "Switch", "People", "Take", "Somebody", "Telegram", "Agree"]
)
def test_no_word_of_the_program_is_taken_for_the_name_of_a_client(other: str) -> None:
    neutral = page_of_shop("Quuxworks")
    assert "A person who quietly left" in neutral
    assert page_of_shop(other) == neutral
    assert f"“Hello from {other}”" not in page_of_shop(other, f" from {other}")


def test_a_name_in_a_condition_is_taken_out_although_its_quotation_marks_are_escaped_there() -> None:
    condition = r'event.post.text contains "Watt \"Werk\"" and event.user.handle = "@x"'
    text = ACCOUNTS.replace("Watt}", "'Watt \"Werk\"'}") % (f"replied, if: '{condition}'", "reply: Thanks")
    made = of_clients(text)
    page = html(made["Mint.html"].content, built_in())
    assert "the text of the reply contains ‹an account of another client›" in page
    assert "Werk" not in page
