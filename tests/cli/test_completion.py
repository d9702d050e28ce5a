"""What the shell is told when somebody presses Tab: the real process, asked as bash asks."""

import os
import subprocess
import sys

import pytest

from tests.calls import OUR_CODE


def completed(typed: str) -> list[str]:
    """What may stand in the place of the last word."""
    surroundings = {
        "_SOCIABLE_COMPLETE": "complete_bash",
        "COMP_WORDS": f"sociable {typed}",
        "COMP_CWORD": str(len(typed.split(" "))),
        "PYTHONPATH": OUR_CODE,
    }
    program = "import sys; from sociable.__main__ import main; sys.argv = ['sociable']; main()"
    run = subprocess.run(
        [sys.executable, "-c", program], env=os.environ | surroundings, capture_output=True, text=True, check=True
    )
    return run.stdout.split()


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("dif", {"diff"}),
        ("baseline cr", {"create"}),
        ("check --watc", {"--watch"}),
        ("explain unfollow-sh", {"unfollow-shaming"}),
        ("check --select unfollow-sh", {"unfollow-shaming"}),
        ("check --format sar", {"sarif"}),
        ("diff --format mark", {"markdown"}),
        ("check --platform masto", {"mastodon"}),
        ("check --severity ", {"info", "warning", "error"}),
    ],
)
def test_what_is_offered(typed: str, offered: set[str]) -> None:
    assert set(completed(typed)) == offered
