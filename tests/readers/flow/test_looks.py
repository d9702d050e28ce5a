"""What a tool finds when it looks, on a schedule, is not told as if it came at once."""

from sociable.pipeline import Request, examine

from tests.client_report.reports import ROOT

GARDEN = ROOT / "examples" / "garden-centre" / "exports"


def test_what_is_found_on_a_schedule_keeps_when_the_tool_looks() -> None:
    looks = {
        each.title: (each.trigger.event.name, dict(each.trigger.looks))
        for each in examine(Request((str(GARDEN),))).facts.setup.automations
    }
    assert looks["Welcome new followers"] == ("followed", {"every": ("1 hour",)})
    assert looks["Tip of the week"] == ("schedule", {})
    assert looks["Answer comments"] == ("commented", {})
