"""Mistakes in files as findings, with what mends them."""

import pytest
from sociable.pipeline import Request, examine


@pytest.mark.parametrize(("written", "meant"), [("yes", "true"), ("no", "false"), ("off", "false")])
def test_yes_and_no_are_mended_safely_where_true_or_false_belongs(written: str, meant: str) -> None:
    text = f"sociable: 1\naccounts:\n  shop: {{platform: x, automated_label: {written}}}\n"
    (finding,) = (each for each in examine(Request((), ("a.yml", text.encode()))).report.findings if each.fix)
    assert finding.fix is not None
    assert (finding.fix.safety, finding.fix.change.word) == ("safe", meant)
