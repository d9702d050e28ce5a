"""What a document shows of the terminal is what the terminal shows.

After a change that is meant to be seen, SOCIABLE_UPDATE_GOLDEN=1 writes the document anew.
"""

import os
import re
import shlex
from calendar import timegm
from pathlib import Path

import pytest

from tests.calls import called
from tests.docs.test_documents import ROOT, blocks

_CONSOLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.DOTALL | re.MULTILINE)
_CALL = re.compile(r"^\$ sociable (.*)$", re.MULTILINE)


def test_the_page_about_why(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = ROOT / "docs" / "why.md"
    text = page.read_text(encoding="utf-8")
    (tmp_path / "council.yml").write_text(blocks("docs/why.md", "yaml")[0])
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(timegm((2026, 12, 1, 0, 0, 0))))  # on this day no source is old

    def played(block: re.Match[str]) -> str:
        shown = []
        for call in _CALL.findall(block[0]):
            called(*shlex.split(call))
            told = capsys.readouterr()
            shown.append(f"$ sociable {call}\n{(told.out + told.err).strip()}\n")
        return "\n".join(shown)

    anew, count = _CONSOLE.subn(played, text)
    if os.environ.get("SOCIABLE_UPDATE_GOLDEN") == "1":
        page.write_text(anew, encoding="utf-8", newline="\n")
    assert count == 5
    assert anew == page.read_text(encoding="utf-8")
