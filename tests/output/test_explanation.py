"""Who says so, in one line: a source, the laws of where readers may live, or we ourselves."""

import pytest
from sociable.output.explanation import explanation

from tests.client_report.reports import examined

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

LAW = "if readers live where it holds, which no file says: Regulation (EU) 2024/1689 (AI Act), Article 50(1): "


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
