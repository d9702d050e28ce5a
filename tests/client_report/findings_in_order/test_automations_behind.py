"""Which automations a finding is about, where several have one id."""

from sociable.client_report.findings_in_order.automations_behind import Doers

from tests.client_report.reports import numbering_of

HEAD = "sociable: 1\naccounts: {club: {platform: x}, shop: {platform: x}}\nautomations:\n"


def same(count: int) -> str:
    lines = (f"  - {{do: [reply: Hello {at}], id: thanks, account: club, when: mentioned}}\n" for at in range(count))
    return HEAD + "".join(lines)


def test_of_many_with_one_id_a_finding_is_about_that_in_which_it_stands() -> None:
    numbering = numbering_of(same(30))
    alone = [number for number, each in numbering.numbered() if each.rule == "no-opt-out"]
    assert len(alone) == 30
    for number in alone:
        (automation,) = numbering.automations_of(number)
        assert automation.span.line == numbering.finding(number).span.line


def test_each_is_told_where_no_part_of_them_is_meant() -> None:
    numbering = numbering_of(same(3))
    finding = next(each for each in numbering.findings if each.rule == "no-opt-out")
    before = finding.span._replace(start=0, end=1)
    assert len(Doers(numbering.facts.automations).of(finding._replace(span=before, related=()))) == 3


def test_an_automation_counts_on_those_accounts_that_a_finding_is_about() -> None:
    text = f"{HEAD}  - {{id: thanks, account: [shop, club], when: mentioned, do: [reply: Hello]}}\n"
    numbering = numbering_of(text)
    doers = Doers(numbering.facts.automations)
    finding = next(each for each in numbering.findings if "club" in each.subjects)
    assert [each.account.id for each in doers.of(finding._replace(subjects=("thanks", "club")))] == ["club"]
    assert [each.account.id for each in doers.of(finding._replace(subjects=("club", "thanks", "shop")))] == [
        "shop",
        "club",
    ]
