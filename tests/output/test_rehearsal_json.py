"""The transcripts in docs/rehearsal.md are what the command prints."""

import re
import shlex
from pathlib import Path

import pytest

from tests.calls import called

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "rehearsal.md").read_text()
BLOCKS = re.findall(r"```console\n\$ sociable (.*?)\n```\n\n```text\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize(("call", "transcript"), BLOCKS)
def test_transcripts(
    call: str, transcript: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "library.yml").write_text(re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)[0])
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(ROOT if "examples/" in call else tmp_path)
    assert called(*shlex.split(call)) == 0
    assert capsys.readouterr().out == transcript


def test_there_are_two_of_them() -> None:
    assert len(BLOCKS) == 2
