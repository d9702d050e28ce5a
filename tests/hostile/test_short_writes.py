"""A disk that fills up in the middle of what is written to standard output, with and without a buffer in between."""

import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.calls import OUR_CODE


@pytest.mark.parametrize("unbuffered", ["1", ""])
@pytest.mark.parametrize(
    "command",
    [["graph", "a.yml"], ["graph", "-f", "dot", "a.yml"], ["rules", "list"], ["--help"], ["import", "--help"]],
)
def test_is_told(tmp_path: Path, command: list[str], unbuffered: str) -> None:
    text = (
        "sociable: 1\naccounts: {c: {platform: x}}\nautomations: [{id: a, account: c, when: mentioned, do: [like]}]\n"
    )
    (tmp_path / "a.yml").write_text(text, encoding="utf-8")
    with (tmp_path / "out").open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-m", "sociable", *command],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": OUR_CODE, "PYTHONUNBUFFERED": unbuffered},
            stdout=out,
            stderr=subprocess.PIPE,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)),
            timeout=60,
            check=False,
        )
    assert done.returncode == 2
    assert b"could not be written" in done.stderr
