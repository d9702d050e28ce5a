"""Where all that was found touches another client: neither nothing was found, nor are its accounts one's own."""

from sociable.client_report.pages.html_page import html
from sociable.client_report.pages.markdown_page import markdown
from sociable.client_report.wording.frame import built_in

from tests.client_report.reports import answer, of_clients

FILE = """\
sociable: 1
accounts:
  a: {platform: mastodon, handle: "@a@a.example", client: Ales, automated_label: true, inbox: {read_by: Nils}}
  b: {platform: mastodon, handle: "@b@b.example", client: Bread, automated_label: true, inbox: {read_by: Olga}}
automations:
  - {id: back-a, account: a, when: followed, do: [{follow: event.user}]}
  - {id: back-b, account: b, when: followed, do: [{follow: event.user}]}
"""


def test_what_was_found_is_only_what_touches_others() -> None:
    made = of_clients(FILE)
    content = made["Ales.html"].content
    assert content.crossings
    assert not content.gravities
    for page in (markdown(content, built_in()), html(content, built_in())):
        assert built_in().say("findings", "nothing_besides") in page
        assert built_in().say("findings", "nothing") not in page


def test_no_advice_calls_accounts_of_others_ones_own() -> None:
    made = of_clients(FILE)
    content = made["Ales.html"].content
    first = " ".join(each.text for each in answer(content, "first"))
    assert "(No. 1)" in first
    for page in (markdown(content, built_in()), html(content, built_in())):
        assert "own accounts" not in page


def test_in_markdown_what_is_counted_leads_to_the_only_one_there_is() -> None:
    made = of_clients(FILE)
    page = markdown(made["Ales.html"].content, built_in())
    assert "- **[1](#what-also-touches-another-client)** to agree on a change" in page
    assert "\nWhat it calls for: change\n" in page
