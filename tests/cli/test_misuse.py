"""What people are told who get something wrong, word for word."""

import re
from pathlib import Path

import pytest

from tests.calls import called
from tests.goldens import comparing_with

SETUP = """\
sociable: 1
accounts:
  shop: {platform: x, handle: "@shop", inbox: {read_by: Ann}}
automations:
  - id: tell-us
    account: shop
    when: mentioned
    do: [notify: Ann]
"""
FOLLOWS = SETUP.replace("when: mentioned", "when: followed").replace("notify: Ann", "follow: event.user")
EXPIRED = FOLLOWS.replace(
    "    do: [", "    # sociable: ignore[auto-follow-back] until=2026-06-30 -- until the assembly\n    do: ["
)

CASES: dict[str, tuple[dict[str, str], str]] = {
    "a-key-of-an-automation": ({"a.yml": SETUP.replace("account: shop", "acount: shop")}, "check"),
    "a-key-of-the-configuration": ({"a.yml": SETUP, "sociable.toml": 'profil = "strict"\n'}, "check"),
    "a-value-in-the-configuration": ({"a.yml": SETUP, "sociable.toml": 'profile = "public"\n'}, "check"),
    "a-rule-in-the-configuration": ({"a.yml": SETUP, "sociable.toml": 'ignore = ["auto-folow-back"]\n'}, "check"),
    "a-rule-that-is-selected": ({"a.yml": SETUP}, "check --select auto-folow-back"),
    "a-rule-to-explain": ({}, "explain auto-folow-back"),
    "a-rule-in-a-suppression": (
        {"a.yml": SETUP.replace("do:", "do: # sociable: ignore[auto-folow-back] -- we agreed\n     ")},
        "check",
    ),
    "an-expired-suppression": ({"a.yml": EXPIRED}, "check --today 2026-11-28"),
    "a-suppression-without-a-reason": (
        {"a.yml": EXPIRED.replace(" -- until the assembly", "")},
        "check --today 2026-06-01",
    ),
    "a-baseline-that-is-none": ({"a.yml": SETUP, "kept.jsonl": "nonsense\n"}, "check --baseline kept.jsonl"),
    "a-baseline-that-is-not-there": ({"a.yml": SETUP}, "check --baseline kept.jsonl"),
    "a-baseline-with-both-sides-of-a-merge": (
        {"a.yml": SETUP, "kept.jsonl": '{"sociable-baseline": 1}\n<<<<<<< HEAD\n'},
        "check --baseline kept.jsonl",
    ),
    "two-configurations": (
        {"a.yml": SETUP, "sociable.toml": "", "pyproject.toml": "[tool.sociable]\n"},
        "check",
    ),
    "no-files": ({"notes.txt": "nothing\n"}, "check"),
    "a-path-that-is-not-there": ({"social.yml": SETUP}, "check socail.yml"),
    "a-platform": ({"a.yml": SETUP}, "check --platform twitter"),
    "a-number": ({"a.yml": SETUP}, "check --max-findings many"),
    "a-format": ({"a.yml": SETUP}, "check --format sarf"),
    "an-option": ({"a.yml": SETUP}, "check --sevrity error"),
    "a-command": ({}, "chek"),
    "a-file-in-the-place-of-a-command": ({"a.yml": SETUP}, "a.yml --verbose"),
    "an-account": ({"a.yml": SETUP}, "check --account shopp"),
    "an-account-like-no-other": ({"a.yml": SETUP}, "check --account council"),
    "a-report-of-findings-by-the-ending-of-its-file": ({"a.yml": SETUP}, "check --output found.json"),
    "a-report-for-people-by-the-ending-of-its-file": ({"a.yml": SETUP}, "report --output found.md"),
    "a-report-for-people-as-pdf": ({"a.yml": SETUP}, "report --output found.pdf"),
    "clients-by-a-word": ({"a.yml": SETUP}, "report --clients client --output out"),
    "clients-by-a-file-that-is-no-toml": (
        {"a.yml": SETUP, "clients.yml": "clients:\n  Museum: [shop]\n"},
        "report --clients clients.yml --output out",
    ),
    "clients-in-a-file": ({"a.yml": SETUP, "r.html": ""}, "report --clients folders --output r.html"),
    "a-fact": ({}, "facts show X"),
    "one-thing-to-compare": ({"a.yml": SETUP}, "diff a.yml"),
    "a-commit-outside-of-git": ({"a.yml": SETUP}, "diff --since main"),
}


@pytest.mark.parametrize("case", CASES)
def test_as_it_was_last_read_and_accepted(
    case: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files, call = CASES[case]
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1796083200")  # on this day no source is old
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    words = call.split()
    command = 2 if words[0] in ("baseline", "facts") else 1
    code = called(" ".join(words[:command]), *words[command:])
    told = capsys.readouterr()
    said = re.sub(r"\d+ rules\)", "… rules)", told.out + told.err)
    assert str(tmp_path) not in said
    comparing_with("misuse")(f"{case}.txt", f"$ sociable {call}\n{said}(exit code {code})\n")


def test_what_to_type_is_as_a_shell_takes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    name = "our $(file); it's.yml"
    Path(name).write_text(SETUP, encoding="utf-8")
    assert called("", name) == 2
    assert "sociable check 'our $(file); it'\"'\"'s.yml'" in capsys.readouterr().err
