"""`sociable check --fix` and `--diff`, as they are typed."""

import io
import os
from pathlib import Path

import pytest

from tests.calls import called

BEFORE = """\
sociable: 1
accounts:
  shop: {platform: mastodon, handle: "@shop", inbox: {read_by: us}}
automations:
  - id: bye
    account: shop
    when: unfollowed
    do:
      - dm: Why? # c
      - log: gone
"""
AFTER = BEFORE.replace("dm:", "notify:")
LOOP = """\
  - {id: one, account: shop, when: mentioned, do: [reply: Hi]}
  - {id: two, account: cafe, when: replied, do: [reply: Hi]}
"""
ONLY = ("--select", "unfollow-guilt-trip")


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "a.yml"
    path.write_bytes(BEFORE.encode())
    return path


def test_unsafe_fixes_are_applied_when_asked_for(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called("check", "--fix", *ONLY) == 1
    assert file.read_text() == BEFORE
    assert "; 0 fixed, 1 more can be with --unsafe-fixes" in " ".join(capsys.readouterr().out.split())
    file.chmod(0o640)
    assert called("check", "--fix", "--unsafe-fixes", *ONLY) == 0
    assert file.read_text() == AFTER
    assert file.stat().st_mode & 0o777 == 0o640
    assert "; 1 fixed." in capsys.readouterr().out
    assert os.listdir(file.parent) == ["a.yml"]


def test_a_diff_shows_it_and_changes_nothing(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called("check", "--diff", "--unsafe-fixes", *ONLY) == 1
    out, err = capsys.readouterr()
    assert out == (
        "--- a.yml\n+++ a.yml\n@@ -6,5 +6,5 @@\n     account: shop\n     when: unfollowed\n     do:\n"
        "-      - dm: Why? # c\n+      - notify: Why? # c\n       - log: gone\n"
    )
    assert err == "sociable: 1 fixed, 0 findings left if this were applied\n"
    assert file.read_text() == BEFORE
    assert called("check", "--diff", *ONLY) == 0
    assert capsys.readouterr().out == ""


def test_a_diff_goes_into_a_file_and_says_where_no_line_ends(file: Path) -> None:
    file.write_text(BEFORE.replace("      - log: gone\n", "").rstrip("\n"))
    assert called("check", "--diff", "--unsafe-fixes", "-o", "fixes.diff", *ONLY) == 1
    end = "\n\\ No newline at end of file\n"
    then = f"-      - dm: Why? # c{end}+      - notify: Why? # c{end}"
    assert Path("fixes.diff").read_text().endswith(then)


def test_a_diff_of_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert called("check", "--diff") == 3


def test_json_counts_fixes(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert called("check", "--fix", "--format", "json", *ONLY) == 1
    out = capsys.readouterr().out
    assert '"fixed": 0, "unsafely_fixable": 1' in " ".join(out.split())
    assert '"text": "notify"' in out


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--unsafe-fixes",), "`--unsafe-fixes` says which fixes count: write `--fix` or `--diff` beside it"),
        (("--watch", "--fix"), "`--watch` only looks, again and again: leave out `--fix` and `--diff`"),
        (("--diff", "--format", "json"), "`--diff` writes a diff and no report: leave out `--format`"),
        (("--fix", "--diff"), "`--diff` shows what `--fix` would change: choose one of them"),
        (
            ("--fix", "-"),
            "`--fix` writes into files, and standard input is none: `--diff` shows what it would change",
        ),
    ],
)
def test_what_makes_no_sense(
    options: tuple[str, ...],
    message: str,
    file: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(BEFORE.encode())))
    assert called("check", *options) == 2
    assert capsys.readouterr().err == f"sociable: {message}\n"
    assert file.read_text() == BEFORE


def test_a_diff_of_standard_input(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(BEFORE.encode())))
    assert called("check", "--diff", "--unsafe-fixes", "-", "--stdin-filename", "./b.yml", *ONLY) == 1
    assert "+++ b.yml\n" in capsys.readouterr().out


def test_a_link_is_left_alone_unless_it_is_named(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.rename("a.yml", "real.txt")
    os.symlink("real.txt", "a.yml")
    assert called("check", "--fix", "--unsafe-fixes", ".", *ONLY) == 1
    assert "a.yml is left as it is: it is a link to " in capsys.readouterr().err
    assert called("check", "--fix", "--unsafe-fixes", "a.yml", *ONLY) == 0
    assert os.path.islink("a.yml")
    assert Path("real.txt").read_text() == AFTER


def test_a_link_out_of_the_project_is_left_alone(
    file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    inner = file.parent / "project"
    inner.mkdir()
    monkeypatch.chdir(inner)
    os.symlink("../a.yml", "a.yml")
    assert called("check", "--fix", "--unsafe-fixes", "a.yml", *ONLY) == 1
    assert "which is outside of this project" in capsys.readouterr().err
    assert file.read_text() == BEFORE


def test_only_files_that_were_asked_about_are_changed(file: Path) -> None:
    accounts = BEFORE.split("automations:")[0] + '  cafe: {platform: mastodon, handle: "@cafe"}\n'
    first, second = LOOP.splitlines(keepends=True)
    file.write_text(f"{accounts}automations:\n{first}")
    Path("b.yml").write_text(f"sociable: 1\nautomations:\n{second}")
    call = ("check", "--fix", "--project", ".", "--select", "reply-loop")
    called(*call, "b.yml")
    assert file.read_text() == f"{accounts}automations:\n{first}"
    called(*call, "a.yml")
    assert "ignore: [own_accounts]" in file.read_text() + Path("b.yml").read_text()


def test_a_name_that_is_no_text_keeps_nobody_from_fixing_the_others(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    odd = os.path.join(os.fsencode(file.parent), b"\xff.yml")
    with open(odd, "wb") as other:
        other.write(BEFORE.replace("shop", "club").encode())
    assert called("check", "--fix", "--unsafe-fixes", *ONLY) == 1
    assert file.read_text() == AFTER
    with open(odd, "rb") as other:
        assert other.read() == BEFORE.replace("shop", "club").encode()
    assert "its name cannot be written as text" in " ".join(capsys.readouterr().err.split())


def test_no_name_of_a_file_passes_for_a_line_of_a_diff(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.rename(file.with_name('q\n+++ "b".yml'))
    assert called("check", "--diff", "--unsafe-fixes", *ONLY) == 1
    begin = capsys.readouterr().out.splitlines()[:3]
    assert begin == ['--- "q\\012+++ \\"b\\".yml"', '+++ "q\\012+++ \\"b\\".yml"', "@@ -6,5 +6,5 @@"]


ACTING = [
    "##vso[task.complete]",
    "::error::x",
    "a\r          ::error::x",
    "##[group]x",
    "section_start:1:a",
    "a\x85          b",
    "ghp_" + "a1" * 20,
]


@pytest.mark.parametrize("said", ACTING)
def test_what_acts_in_a_log_is_written_out_and_the_patch_goes_into_a_file(
    file: Path, said: str, capfd: pytest.CaptureFixture[str]
) -> None:
    text = BEFORE.replace("      - log: gone", f"      - log: |\n          {said}")
    file.write_bytes(text.encode())
    assert called("check", "--diff", "--unsafe-fixes", *ONLY) == 1
    shown = capfd.readouterr()
    assert said not in shown.out
    assert not any(line.lstrip().startswith("::") for line in shown.out.splitlines())
    assert "`--output FILE` writes one" in " ".join(shown.err.split())
    assert called("check", "--diff", "--unsafe-fixes", "-o", "fixes.diff", *ONLY) == 1
    assert said.encode() in Path("fixes.diff").read_bytes()


def test_a_patch_that_acts_nowhere_is_printed_byte_for_byte(file: Path, capfd: pytest.CaptureFixture[str]) -> None:
    said = "\u05d0\u200f \u0645\u200c\u0645\t\U0001f469\u200d\U0001f680"
    file.write_bytes(BEFORE.replace("gone\n", said).replace("\n", "\r\n").encode())
    assert called("check", "--diff", "--unsafe-fixes", "-o", "fixes.diff", *ONLY) == 1
    capfd.readouterr()
    assert called("check", "--diff", "--unsafe-fixes", *ONLY) == 1
    assert capfd.readouterr().out.encode() == Path("fixes.diff").read_bytes()


@pytest.mark.parametrize(
    ("lines", "key"),
    [
        ("x-token:\n  - tulip7Xq9\n", "tulip7Xq9"),
        ("x-secret: |\n  tulip7Xq9\n", "tulip7Xq9"),
        ('x-login: {"api_key":\n  "tulip7Xq9"}\n', "tulip7Xq9"),
        (
            f"x: |\n  -----BEGIN EC PRIVATE KEY-----\n  {'MHcCAQEEIA7tulip' * 4}\n  -----END EC PRIVATE KEY-----\n",
            "tulip",
        ),
    ],
)
def test_a_diff_shows_no_key_of_several_lines(
    file: Path, capsys: pytest.CaptureFixture[str], lines: str, key: str
) -> None:
    file.write_text(BEFORE.replace("      - log: gone\n", "") + lines)
    assert called("check", "--diff", "--unsafe-fixes", *ONLY) == 1
    out, err = capsys.readouterr()
    assert "notify" in out
    assert key not in out
    assert "this is no patch" in err
