"""Facts are read when a finding cites one, and not before."""

import subprocess
import sys
from pathlib import Path

import pytest

FINE = "[{notify: hello}]"
FOLLOWS = "[{follow: event.user}]"


@pytest.mark.parametrize(("steps", "reads"), [(FINE, False), (FOLLOWS, True)])
def test_a_check_without_findings_reads_no_facts(tmp_path: Path, steps: str, reads: bool) -> None:
    (tmp_path / "a.yml").write_text(
        "sociable: 1\naccounts:\n  shop: {platform: x, handle: '@shop', automated_label: true, operator: '@o'}\n"
        f"automations:\n  - {{id: a, account: shop, when: {{event: followed}}, do: {steps}}}\n"
        "  - {id: b, account: shop, when: {event: schedule, every: 1 week}, do: [{notify: hello}]}\n"
    )
    code = (
        "import sys; from sociable.cli.commands import run_call; from sociable.cli.fast_options import parse; "
        "run_call(*parse(['check', 'a.yml'])); print('sociable.sources.library' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=True, encoding="utf-8")
    assert ran.stdout.splitlines()[-1] == str(reads)
