"""`sociable rehearse`: what goes to which stream, and the exit codes."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.calls import called

ROOT = Path(__file__).parents[3]
COUNCIL = """\
sociable: 1
accounts:
  council: {platform: x, handle: "@council"}
  library: {platform: x, handle: "@library"}
automations:
  - {id: shame, account: council, when: unfollowed, do: [post: "{{ event.user.handle }} left"]}
  - {id: count, account: library, when: unfollowed, do: [log: one fewer]}
  - {id: help, account: library, when: mentioned, do: [reply: Hello]}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "a.yml").write_text(COUNCIL)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


def rehearse(*arguments: str) -> int:
    return called("rehearse", *arguments)


def test_every_account_that_hears_it_is_played_in_file_order(capsys: pytest.CaptureFixture[str]) -> None:
    assert rehearse("a.yml", "--when", "unfollowed") == 0
    out, err = capsys.readouterr()
    first, second = out.split("\n\n")
    assert first.startswith("@stranger stops following @council. What happens then:")
    assert second.startswith("@stranger stops following @library.")
    assert err == ""


def test_a_mirror_that_nobody_listens_to_is_told_of(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "a.yml").write_text(COUNCIL.replace("when: mentioned", "when: {event: mentioned, from: council}"))
    assert rehearse("a.yml", "--when", "mentioned", "--with-mirror") == 0
    out, err = capsys.readouterr()
    assert out.startswith("@council mentions @library.")
    assert err == "sociable: @library listens only to whom the files name, so it is played without a mirror.\n"
    assert rehearse("a.yml", "--when", "unfollowed", "--account", "council", "--with-mirror") == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", ["library", "@library", "@LIBRARY"])
def test_one_account_by_id_or_handle(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert rehearse("--when", "unfollowed", "--account", name) == 0
    assert capsys.readouterr().out.startswith("@stranger stops following @library.")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--when", "unfolowed"), "there is no event `unfolowed`. Did you mean `unfollowed`?"),
        (("--when", "zzz"), "there is no event `zzz`. These automations start on: mentioned, unfollowed."),
        ((), "say with --when what happens first. These automations start on: mentioned, unfollowed."),
        (("--when", "liked"), "no automation here starts on `liked`. They start on: mentioned, unfollowed."),
        (("--when", "mentioned", "--account", "libary"), "runs on an account `libary`. Did you mean `library`?"),
        (("--when", "mentioned", "--account", "zzz"), "runs on an account `zzz`. There are: council, library."),
        (
            ("--when", "mentioned", "--account", "council"),
            "@council has no automation that starts on `mentioned`. These have: @library.",
        ),
        (("nowhere", "--when", "mentioned"), "nowhere"),
    ],
)
def test_mistakes_in_the_call(arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert rehearse(*arguments) == 2
    out, err = capsys.readouterr()
    assert (said in err, out) == (True, "")


def test_no_rounds_are_a_mistake() -> None:
    assert rehearse("--when", "mentioned", "--rounds", "0") == 2


def test_nothing_to_rehearse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert rehearse("empty", "--when", "mentioned") == 3
    assert "no automations found" in capsys.readouterr().err


def test_what_was_understood_is_played(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "b.yml").write_text("sociable: 1\nautomations: [{id: x, account: library, when: nonsense, do: [like]}]")
    assert rehearse("--when", "mentioned") == 0
    out, err = capsys.readouterr()
    assert "@library replies to @stranger" in out
    assert err.startswith("sociable: b.yml:2:")
    assert "What was understood is played" in err


def test_the_document_keeps_to_its_schema(capsys: pytest.CaptureFixture[str]) -> None:
    assert rehearse("--when", "unfollowed", "--with-mirror", "--format", "json") == 0
    document = json.loads(capsys.readouterr().out)
    schema = json.loads((ROOT / "schemas" / "rehearsal.schema.json").read_text())
    assert list(Draft202012Validator(schema).iter_errors(document)) == []
    first = document["rehearsals"][0]
    assert (first["account"], first["stranger"], first["mirror"], first["ending"]) == (
        "@council",
        "@stranger",
        True,
        "settles",
    )
    assert first["happenings"][0]["sentence"] == "@council posts in public: “@stranger left”"


def test_rounds_are_as_many_as_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("--when", "mentioned", "--with-mirror", "--format", "json", "--rounds", "4")
    assert rehearse(*arguments) == 0
    assert json.loads(capsys.readouterr().out)["rehearsals"][0]["rounds"] == 4


def test_what_comes_from_files_is_made_safe(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "b.yml").write_text(
        "sociable: 1\n"
        'automations: [{id: "x\\e[2J", account: ghost, when: messaged, do: [dm: "\\e]8;;a\\a\\n::error::"]}]'
    )
    assert rehearse("b.yml", "--when", "messaged") == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    assert not any(line.lstrip().startswith("::") for line in out.splitlines())


def test_the_stranger_is_nobody_of_ours(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.yml").write_text(COUNCIL.replace("@council", "@stranger"))
    assert rehearse("--when", "unfollowed", "--account", "council") == 0
    assert capsys.readouterr().out.startswith("@stranger_ stops following @stranger.")


@pytest.mark.parametrize("story", sorted(path.name for path in (ROOT / "examples").iterdir() if path.is_dir()))
@pytest.mark.parametrize("mirror", [(), ("--with-mirror",)])
def test_every_example_can_be_rehearsed(
    story: str, mirror: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    rehearse(str(ROOT / "examples" / story), "--when", "")
    events = capsys.readouterr().err.split("start on: ")[1].rstrip(".\n").split(", ")
    for event in events:
        assert rehearse(str(ROOT / "examples" / story), "--when", event, *mirror) == 0
        assert "What happens then:" in " ".join(capsys.readouterr().out.split())
