"""The same bytes come out whatever the locale says of the encoding, of names, of what is typed and of what is read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.calls import OUR_CODE

pytestmark = pytest.mark.skipif(os.name != "posix", reason="elsewhere names of files are no bytes")

SETUP = """sociable: 1
accounts: {café: {platform: mastodon, handle: "@café@example.social"}}
automations: [{id: grüße, account: café, when: followed, do: [{follow: event.user}]}]
"""
UTF_8 = {"LC_ALL": "C.UTF-8"}
OTHERS = (
    {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "POSIX"},
)


def said(environment: dict[str, str], folder: Path, *arguments: str | bytes) -> tuple[bytes, bytes, int]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "PYTHON"))}
    done = subprocess.run(
        [sys.executable, "-m", "sociable", *arguments],
        cwd=folder,
        env={**kept, "PYTHONPATH": OUR_CODE, **environment},
        input=SETUP.encode(),
        capture_output=True,
        check=False,
    )
    return done.stdout, done.stderr, done.returncode


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize(
    "call",
    [
        "check é.yml",
        "check -f sarif é.yml",
        "check -",
        "check ñ.yml",
        "check -f ü é.yml",
        "check --account café é.yml",
        "explain grüße",
        "rehearse --when ü é.yml",
        "query é é.yml",
        "graph é.yml",
        "check -f json:ö/ü.json é.yml",
        "import é.yml",
    ],
)
def test_a_locale_changes_nothing(tmp_path: Path, call: str, other: dict[str, str]) -> None:
    (tmp_path / "é.yml").write_text(SETUP, encoding="utf-8")
    arguments = [word.encode() for word in call.split()]
    assert said(other, tmp_path, *arguments) == said(UTF_8, tmp_path, *arguments)


def test_what_is_no_utf_8_is_shown_alike(tmp_path: Path) -> None:
    everywhere = {said(each, tmp_path, "check", b"\xe9\xff.yml") for each in (UTF_8, *OTHERS)}
    assert len(everywhere) == 1
    assert b"no file" in next(iter(everywhere))[1]
