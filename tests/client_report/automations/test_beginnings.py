"""Whose words begin alike is told of other accounts alone: the first few, and how many there are."""

from sociable.client_report.automations.beginnings import MOST_NAMED, Beginnings

from tests.client_report.reports import facts_of

ALIKE = "A city is a conversation that nobody has to finish."


def test_the_first_on_other_accounts_and_how_many() -> None:
    runs = ["a", "a", "a", "a", "b", "b", "b", "b", "b", "c"]
    text = "accounts:\n" + "".join(f"  {each}: {{platform: mastodon}}\n" for each in "abc") + "automations:\n"
    for at, account in enumerate(runs):
        text += f'  - {{id: p{at}, account: {account}, when: posted, do: [post: "{ALIKE} And {at} more."]}}\n'
    text += '  - {id: own, account: c, when: posted, do: [post: "What nobody else begins with, at all."]}\n'
    automations = facts_of(text).automations
    beginnings = Beginnings(automations)
    for each in automations:
        others, number = beginnings.elsewhere(each)
        alike = [] if each.id == "own" else [other for other in automations if other.id != "own"]
        elsewhere = [other for other in alike if other.account is not each.account]
        assert (others, number) == (elsewhere[:MOST_NAMED], len(elsewhere))
