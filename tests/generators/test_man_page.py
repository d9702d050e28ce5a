"""The manual page holds what --help holds."""

import shutil
import subprocess

import pytest
from sociable.cli.option_table import COMMANDS

from generators.man_page import man_page


def test_every_command_and_option_is_on_it() -> None:
    page = man_page().replace(r"\-", "-")
    for command, rows in COMMANDS.items():
        part = page.partition(f'.SS "{command}"\n')[2].partition("\n.SS ")[0]
        assert part, command
        for row in rows:
            assert all(rf"\fB{spelled}\fR" in part for spelled in row[1] if spelled != "--help")


@pytest.mark.skipif(not shutil.which("man"), reason="no man to read it with")
def test_man_takes_it_without_a_warning(tmp_path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "sociable.1"
    path.write_text(man_page(), encoding="utf-8")
    run = subprocess.run(["man", "--warnings", "-l", path], capture_output=True, text=True, check=True)
    assert run.stderr == ""
    assert "diff" in run.stdout
