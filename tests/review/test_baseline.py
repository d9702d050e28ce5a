"""What was there before: what a baseline holds, what survives moves, and what is told of it."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sociable.errors import BadBaseline
from sociable.findings.report import Report
from sociable.pipeline import Request, check
from sociable.review.baseline import compared, read_baseline, write_baseline
from sociable.review.compare import entries_of

from tests.calls import called

ACCOUNTS = """\
accounts:
  one: {platform: mastodon, handle: "@one"}
  two: {platform: x, handle: "@two"}
"""
AUTOMATIONS = {
    "back": "account: {account}, when: followed, do: [{{follow: event.user}}]",
    "gone": 'account: {account}, when: unfollowed, do: [{{post: "{{{{ event.user.handle }}}} left us."}}]',
    "ad": 'account: {account}, when: followed, do: [{{dm: "Buy our shoes at https://example.org!"}}]',
    "quiet": "account: {account}, when: mentioned, do: [{{notify: us}}]",
}
IDS = st.permutations([(kind, account) for kind in AUTOMATIONS for account in ("one", "two")])


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def automation(kind: str, account: str, name: str, *, block: bool) -> str:
    said = f"id: {name}, " + AUTOMATIONS[kind].format(account=account)
    if not block:
        return f"  - {{{said}}}\n"
    first, second, third, rest = said.split(", ", 3)
    return f"  - {first}\n    {second}\n    # a note\n    {third}\n    {rest}\n"


def judged(folder: Path, files: dict[str, str]) -> Report:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(f"sociable: 1\n{text}", encoding="utf-8")
    return check(Request((str(folder),)))


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(IDS, st.integers(0, 8), st.booleans(), st.integers(0, 5), st.sampled_from(["quiet-one", "other"]))
def test_fingerprints_survive_moves_files_order_layout_and_neighbours(
    tmp_path_factory: pytest.TempPathFactory,
    order: list[tuple[str, str]],
    cut: int,
    block: bool,
    lines: int,
    neighbour: str,
) -> None:
    base = tmp_path_factory.mktemp("base")
    plain = [automation(kind, account, f"{kind}-{account}", block=False) for kind, account in sorted(order)]
    before = judged(base / "a", {"all.yml": f"{ACCOUNTS}automations:\n{''.join(plain)}"})
    names = {("quiet", "one"): neighbour}
    moved = [
        automation(kind, account, names.get((kind, account), f"{kind}-{account}"), block=block)
        for kind, account in order
    ]
    files = {"accounts.yml": "\n" * lines + ACCOUNTS}
    for name, part in (("x.yml", moved[:cut]), ("y.yml", moved[cut:])):
        if part:
            files[name] = "\n" * lines + f"automations:\n{''.join(part)}"
    after = judged(base / "b", files)
    assert before.findings
    new, kept, stale, _ = compared(after.findings, entries_of(before.findings))
    assert [each.message for each in new] == []
    assert stale == []
    assert len(kept) == len(before.findings)


SETUP = """\
sociable: 1
accounts: {shop: {platform: x, handle: "@shop"}}
automations:
  - {id: back, account: shop, when: followed, do: [{follow: event.user}]}
"""
MORE = '  - {id: gone, account: shop, when: unfollowed, do: [{post: "{{ event.user.handle }} left."}]}\n'


def set_up(text: str = SETUP) -> None:
    Path("a.yml").write_text(text, encoding="utf-8")


def test_only_what_is_new_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    set_up()
    assert called("baseline create") == 0
    assert 'baseline = "sociable-baseline.jsonl"' in capsys.readouterr().out
    Path("sociable.toml").write_text('baseline = "sociable-baseline.jsonl"\n', encoding="utf-8")
    assert called("check") == 0
    assert "2 kept by" in capsys.readouterr().out
    assert called("check", "--no-baseline") == 1
    set_up(SETUP + MORE)
    capsys.readouterr()
    assert called("check") == 1
    out = capsys.readouterr().out
    assert "error[unfollow-shaming]" in out
    assert "auto-follow-back" not in out


def test_a_member_more_is_new_and_told_alone() -> None:
    text = SETUP.replace("shop:", "shop: {platform: x, handle: '@shop'}, club:").replace('@shop"', '@club"')
    set_up(text)
    before = entries_of(check(Request(("a.yml",))).findings)
    set_up(text.replace("account: shop", "account: [shop, club]"))
    new, kept, _, _ = compared(check(Request(("a.yml",))).findings, before)
    (told,) = (each for each in new if each.rule == "auto-follow-back")
    assert [each.account for each in told.members] == ["@club"]
    assert told.message.endswith("(2 places, of which 1 kept by the baseline)")
    assert "auto-follow-back" in {each.rule for each in kept}


def test_what_became_graver_is_new() -> None:
    set_up()
    findings = check(Request(("a.yml",))).findings
    entries = [each._replace(severity="info") for each in entries_of(findings)]
    graver = [each.rule for each in findings if each.severity != "info"]
    assert graver
    assert [each.rule for each in compared(findings, entries).new] == graver


def test_a_baseline_only_shrinks_unless_told_otherwise(capsys: pytest.CaptureFixture[str]) -> None:
    set_up(SETUP + MORE)
    assert called("baseline create", "--baseline", "b.jsonl") == 0
    held = len(read_baseline("b.jsonl"))
    set_up(SETUP + MORE.replace("left.", "has left."))
    capsys.readouterr()
    assert called("baseline update", "--baseline", "b.jsonl") == 0
    out = capsys.readouterr().out
    assert "changed: unfollow-shaming" in out
    assert len(read_baseline("b.jsonl")) == held
    set_up()
    assert called("baseline show", "--baseline", "b.jsonl") == 0
    assert "found no more" in capsys.readouterr().out
    assert called("check", "--baseline", "b.jsonl") == 0
    assert "of the baseline" in " ".join(capsys.readouterr().out.split())
    assert called("baseline prune", "--baseline", "b.jsonl") == 0
    small = len(read_baseline("b.jsonl"))
    assert small < held
    set_up(SETUP + MORE)
    assert called("baseline update", "--baseline", "b.jsonl") == 0
    assert len(read_baseline("b.jsonl")) == small
    assert called("baseline update", "--baseline", "b.jsonl", "--grow") == 0
    assert len(read_baseline("b.jsonl")) == held
    assert called("baseline create", "--baseline", "b.jsonl") == 2
    assert "is there already" in capsys.readouterr().err


def test_an_automation_of_another_name_is_told_to_be_new(capsys: pytest.CaptureFixture[str]) -> None:
    set_up(SETUP + MORE)
    assert called("baseline create", "--baseline", "b.jsonl") == 0
    set_up(SETUP + MORE.replace("id: ", "id: other-"))
    capsys.readouterr()
    assert called("baseline update", "--baseline", "b.jsonl") == 0
    out = capsys.readouterr().out
    assert "1 finding is new and not in it: `--grow` takes them in." in out
    assert "An automation with another `id` is a new one" in out
    assert called("baseline update", "--baseline", "b.jsonl", "--grow") == 0
    assert "another `id`" not in capsys.readouterr().out


def test_lines_that_call_a_rule_by_a_former_name_go_on_working(capsys: pytest.CaptureFixture[str]) -> None:
    set_up(SETUP + MORE)
    entries = entries_of(check(Request(("a.yml",))).findings)
    old = [
        each._replace(rule="shamed-after-silence", fingerprint="0" * 16) if each.rule == "unfollow-shaming" else each
        for each in entries
    ]
    assert old != entries
    write_baseline("b.jsonl", old)
    assert called("check", "--baseline", "b.jsonl") == 0
    told = capsys.readouterr()
    assert "former names (`shamed-after-silence`): `sociable baseline update` writes them anew" in told.err
    assert "found no more" not in told.out
    assert called("baseline update", "--baseline", "b.jsonl") == 0
    assert read_baseline("b.jsonl") == entries
    assert called("check", "--baseline", "b.jsonl") == 0
    assert "former" not in capsys.readouterr().err


def test_it_is_sorted_a_member_a_line() -> None:
    set_up(SETUP + MORE)
    entries = entries_of(check(Request(("a.yml",))).findings)
    write_baseline("deep/b.jsonl", entries)
    head, *lines = Path("deep/b.jsonl").read_text(encoding="utf-8").splitlines()
    assert head == '{"sociable-baseline": 1}'
    assert [json.loads(line)["rule"] for line in lines] == sorted(each.rule for each in entries)
    assert read_baseline("deep/b.jsonl") == entries


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (None, "there is no baseline b.jsonl. `sociable baseline create` makes one."),
        (b"\xff", "b.jsonl is no baseline: it is not UTF-8 text"),
        (b"", 'b.jsonl is no baseline: its first line should be {"sociable-baseline": 1}'),
        (b"[]\n", 'b.jsonl is no baseline: its first line should be {"sociable-baseline": 1}'),
        (b'{"sociable-baseline": 2}\n', "b.jsonl: version 2 of baselines is not known; update sociable"),
        (
            b'{"sociable-baseline": 1}\n<<<<<<< HEAD\n',
            "b.jsonl:2: this is no line of a baseline. Two branches may have met here: keep both their lines.",
        ),
        (b'{"sociable-baseline": 1}\n\n{"rule": "x"}\n', "b.jsonl:3: this is no line of a baseline."),
    ],
)
def test_one_that_cannot_be_read_is_told(data: bytes | None, message: str) -> None:
    if data is not None:
        Path("b.jsonl").write_bytes(data)
    with pytest.raises(BadBaseline) as caught:
        read_baseline("b.jsonl")
    assert str(caught.value) == message


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85", "\x0b", "\x1c", "\r"])
def test_a_name_with_what_may_pass_for_a_line_end_is_kept(sign: str, here: Path) -> None:
    name = json.dumps(f"one{sign}two")
    report = judged(here / "a", {"a.yml": ACCOUNTS + "automations:\n" + automation("gone", "one", name, block=False)})
    entries = sorted(entries_of(report.findings))
    assert entries
    write_baseline("baseline.jsonl", entries)
    assert read_baseline("baseline.jsonl") == entries


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200b", "\x7f", "\x9b", "\ufeff", "\U000e0041"])
def test_a_sign_that_hides_is_written_by_its_number_and_kept(sign: str) -> None:
    set_up(SETUP)
    (entry, *_) = entries_of(check(Request(("a.yml",))).findings)
    entry = entry._replace(file=f"é{sign}日.yml", message=f"{sign}x")
    write_baseline("b.jsonl", [entry])
    text = Path("b.jsonl").read_text(encoding="utf-8")
    assert sign not in text
    assert "é" in text
    assert "日" in text
    assert read_baseline("b.jsonl") == [entry]


def test_only_a_baseline_that_is_named_is_said_to_count(capsys: pytest.CaptureFixture[str]) -> None:
    set_up()
    assert called("baseline create") == 0
    told = capsys.readouterr().out
    assert 'Only what is new is told once sociable.toml has this line: baseline = "sociable-baseline.jsonl"' in told
    assert "From now on" not in told


def test_it_holds_no_key_and_what_is_edited_is_known_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    body = "4bCdEfGh1jKlMn0pQrStUvWxYz0123456789"
    key = f"gh{'p_'}{body}"
    text = SETUP + automation("gone", "shop", f'"left {key}"', block=False)
    set_up(text)
    assert called("baseline create", "--baseline", "b.jsonl") == 0
    set_up(text.replace("left us.", "has left us."))
    assert called("baseline update", "--baseline", "b.jsonl") == 0
    assert "changed: unfollow-shaming" in capsys.readouterr().out
    written = Path("b.jsonl").read_text(encoding="utf-8")
    assert '"left ****' in written
    assert body not in written


def test_it_is_not_written_into_a_folder_to_which_a_link_leads_out(
    here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("project", "outside"):
        (here / name).mkdir()
    monkeypatch.chdir(here / "project")
    set_up(SETUP)
    Path("kept").symlink_to("../outside")
    assert called("baseline create", "--baseline", "kept/deeper/b.jsonl") == 2
    assert "leads out of this folder" in capsys.readouterr().err
    assert list((here / "outside").iterdir()) == []
