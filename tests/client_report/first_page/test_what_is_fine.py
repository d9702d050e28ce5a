"""What is told as fine: no change that has to be agreed on is among it."""

from tests.client_report.reports import answer, report_of

POST = """
accounts:
  news: {platform: mastodon, handle: "@news", run_by: business, inbox: {read_by: Jo}, pause: Jo, paid_by: Ann}
automations:
  - {id: sale, account: news, approval: human, purpose: promotion, when: {event: schedule, every: 1 day}, do: [post: A]}
"""


def test_what_is_to_be_agreed_on_is_not_told_as_fine() -> None:
    content = report_of(POST)
    told = [each.text for each in answer(content, "fine")]
    assert "This may go on until you have agreed on a change to it: “sale” (No. 1)." in told
    assert not any("Fine, but" in each for each in told)
    (merit,) = (each for account in content.merits for each in account.automations)
    assert merit.reasons[0] == "may go on until a change is agreed on: No. 1"


READ_IN_PART = """
accounts:
  vet: {platform: facebook, handle: "Vet", run_by: business, inbox: {read_by: Jo}, pause: Jo}
lists:
  owners: {came_by: order, agreed_to: [reminder], stop_on: [stop]}
automations:
  - {id: hours, account: vet, when: {event: schedule, on: monday, at: "9:00"}, do: [post: We are open until six.]}
  - id: recall
    account: vet
    purpose: reminder
    when: {event: schedule, on: first monday, at: "10:00"}
    stop_on: [stop]
    do: [dm: {target: owners, text: "Hello WHO, it is time."}]
"""


def test_nobody_calls_fine_what_could_not_be_read_in_full() -> None:
    content = report_of(READ_IN_PART.replace("WHO", "{{ event.user.name }}"))
    told = " ".join(each.text for each in answer(content, "fine"))
    assert "In 1 of 2 automations nothing was found. On “Vet” (Facebook): “hours”." in told
    assert "Could not be read in full, so that nobody can say whether it is fine: “recall” on “Vet” (Facebook)." in told
    assert answer(content, "first")[0].text == "Nothing of what was read has to be switched off or changed."
    (merit,) = (each for account in content.merits for each in account.automations if "recall" in each.name)
    assert merit.reasons[0] == "it could not be read in full; in what was read, nothing was found about it"
    whole = report_of(READ_IN_PART.replace("WHO", "you"))
    assert answer(whole, "first")[0].text == "Nothing has to be switched off or changed."
    assert not any("in full" in each.text for each in answer(whole, "fine"))


def test_a_key_that_nobody_knows_leaves_its_automation_unread_in_part_and_no_other() -> None:
    content = report_of(READ_IN_PART.replace("WHO", "you").replace("{id: hours,", "{id: hours, quorum: 7,"))
    (told,) = (each.text for each in answer(content, "fine") if "in full" in each.text)
    assert told == "Could not be read in full, so that nobody can say whether it is fine: “hours” on “Vet” (Facebook)."


ENDS_WITH_ANOTHER = """
accounts:
  bar: {platform: x, handle: "@bar", run_by: business, inbox: {read_by: Jo}, operator: "@jo", automated_label: true}
automations:
  - {id: thank, account: bar, when: commented, do: [reply: Thanks!]}
  - {id: share, account: bar, when: mentioned, do: [repost: event.post]}
  - id: look
    account: bar
    purpose: promotion
    when: {event: post_matched, keywords: [wine]}
    do: [reply: Do you like wine? Try ours.]
"""


def test_what_is_fine_once_another_is_off_is_not_told_as_to_be_changed_too() -> None:
    content = report_of(ENDS_WITH_ANOTHER)
    told = [each.text for each in answer(content, "fine")]
    assert "Once what has to stop is off, this is fine too: “share” on @bar." in told
    assert not any("until you have agreed" in each for each in told)
    (merit,) = (each for account in content.merits for each in account.automations if "share" in each.name)
    assert merit.reasons[0].startswith("fine once what has to stop is off: No. ")


def test_what_was_switched_off_counts_once_and_not_as_fine() -> None:
    text = READ_IN_PART.replace("WHO", "you").replace("{id: hours,", "{id: hours, until: 2026-11-01,")
    told = " ".join(each.text for each in answer(report_of(text), "fine"))
    assert told.startswith("In 1 of 1 automation nothing was found.")
    assert "Ended, and does nothing any more: “hours”" in told
