"""What is configured where, and what is wrong with it."""

from pathlib import Path

import pytest
from sociable.config.config_keys import KEYS
from sociable.config.effective import DEFAULTS, Setting, effective
from sociable.config.find import nearest
from sociable.errors import BadConfig
from sociable.pipeline import Request, Settings, check, settings


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "client" / "deep").mkdir(parents=True)
    return tmp_path


def write(path: str, text: str) -> None:
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text(text, encoding="utf-8")


def place(setting: Setting) -> str:
    return str(setting.span)


def problems(*paths: str) -> list[tuple[str, str, str]]:
    with pytest.raises(BadConfig) as caught:
        effective(paths)
    return [(str(each.span), each.message, each.advice) for each in caught.value.problems]


def test_without_a_configuration_the_defaults_hold() -> None:
    assert effective(["client"]) == effective([]) == DEFAULTS
    assert {name: setting.value for name, setting in DEFAULTS.items()} == {"profile": "default", "rules": ()}
    assert all(setting.span is None for setting in DEFAULTS.values())
    assert settings(Request(("client",))) == Settings()
    assert Settings()._asdict() == {name: row.default for name, row in KEYS.items()}


@pytest.mark.parametrize(
    ("name", "text", "at"),
    [
        ("sociable.toml", 'profile = "strict"\n', "client/sociable.toml:1:1"),
        (
            "sociable.toml",
            '# profile = "x"\n\nrules = [\n  "profile",\n]\nprofile = "strict"\n',
            "client/sociable.toml:6:1",
        ),
        ("sociable.toml", 'rules = ["a\\"", """\nprofile = 1"""]\n"profile" = "strict"\n', "client/sociable.toml:3:2"),
        ("pyproject.toml", '[tool.a]\nprofile = 1\n[tool.sociable]\nprofile = "strict"\n', "client/pyproject.toml:4:1"),
        ("pyproject.toml", 'tool.sociable = {rules = [], profile = "strict"}\n', "client/pyproject.toml:1:30"),
        ("pyproject.toml", '[tool]\nsociable.profile = "strict"\r\n', "client/pyproject.toml:2:10"),
    ],
)
def test_a_value_knows_its_file_and_line(name: str, text: str, at: str) -> None:
    write(f"client/{name}", text)
    setting = effective(["client/deep/a.yml"])["profile"]
    assert (setting.value, place(setting)) == ("strict", at)


def test_the_nearest_configuration_counts_alone() -> None:
    write("sociable.toml", 'profile = "strict"\nrules = ["rules"]\n')
    write("client/sociable.toml", 'profile = "personal"\n')
    assert {name: setting.value for name, setting in effective(["client/deep"]).items()} == {
        "profile": "personal",
        "rules": (),
    }
    assert effective(["."])["rules"].value == (str(Path("rules").absolute()),)


def test_its_own_file_comes_before_a_shared_one_and_other_tools_do_not_count() -> None:
    write("sociable.toml", 'profile = "strict"\n')
    for shared in ("[tool.ruff]\n", "sociable = [", "[project]\nname = 'sociable'\n", "sociable = 1\n"):
        write("client/pyproject.toml", shared)
        assert effective(["client"])["profile"].value == "strict"
    write("client/pyproject.toml", '[tool.sociable]\nprofile = "personal"\n')
    assert effective(["client"])["profile"].value == "personal"
    write("client/sociable.toml", "")
    assert effective(["client"]) == DEFAULTS
    found = nearest("client")
    assert found is not None
    assert found.path.endswith("sociable.toml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('profil = "strict"\n', ("sociable.toml:1:1", "there is no setting `profil`", "Did you mean `profile`?")),
        ("\nxyz = 1\n", ("sociable.toml:2:1", "there is no setting `xyz`", "There are `profile` or `rules`.")),
        (
            'profile = "strickt"\n',
            (
                "sociable.toml:1:1",
                "`profile` should be the name of a profile, but found `strickt`",
                "Did you mean `strict`?",
            ),
        ),
        (
            "profile = 3\n",
            (
                "sociable.toml:1:1",
                "`profile` should be the name of a profile, but found `3`",
                "Write `default`, `strict`, `public-body` or `personal`.",
            ),
        ),
        (
            'rules = "rules"\n',
            ("sociable.toml:1:1", 'rules` should be a list of folders, such as ["rules"], but found `rules`', ""),
        ),
        ("a = 1\nprofile = strict\n", ("sociable.toml:2:11", "this is not TOML: invalid value", "")),
        ("rules = [", ("sociable.toml:1:10", "this is not TOML: invalid value", "")),
        ("a = " + "[" * 100_000, ("sociable.toml:1:1", "this is nested too deeply", "")),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, told: tuple[str, str, str]) -> None:
    write("sociable.toml", text)
    ((at, message, advice),) = problems(".")
    assert (at, message.removeprefix("`") if told[1].startswith("rules") else message, advice) == told


def test_all_that_is_wrong_is_told_at_once() -> None:
    write("pyproject.toml", "[tool.sociable]\nfirst = 1\nprofile = 2\n")
    assert [at for at, _, _ in problems(".")] == ["pyproject.toml:2:1", "pyproject.toml:3:1"]


def test_a_table_that_is_none() -> None:
    write("pyproject.toml", "[tool]\nsociable = 3\n")
    assert problems(".") == [
        ("pyproject.toml:2:1", "`tool.sociable` should be a table", "Write `[tool.sociable]`."),
    ]


def test_bytes_that_are_no_text() -> None:
    Path("sociable.toml").write_bytes(b'# \xc3\xa4\nprofile = "\xff"\n')
    assert problems(".") == [("sociable.toml:2:12", "this is not UTF-8 text", "Save the file as UTF-8.")]


def test_paths_of_two_projects() -> None:
    write("client/sociable.toml", "")
    (alone,) = problems("client", "other")
    assert alone == (
        "client/sociable.toml:1:1",
        "these paths belong to two projects, with client/sociable.toml and no configuration",
        "Check each project by itself.",
    )
    write("other/sociable.toml", "")
    assert "client/sociable.toml and other/sociable.toml" in problems("client", "other")[0][1]


def test_every_key_says_what_it_is_and_takes_its_default() -> None:
    for row in KEYS.values():
        assert row.says.endswith(".")
        assert row.default in ((), *row.words)


SETUP = """\
sociable: 1
accounts: {shop: {platform: x, handle: "@shop"}}
automations:
  - {id: hello, account: shop, when: followed, do: [{dm: "Buy our shoes!"}]}
"""

PAGE = """\
# No messages

```rule
rule no-messages
severity error
confidence high
for each step s
when s.verb is dm
report s: "writes"
because "b"
suggest "c"
```
"""


def test_a_check_goes_by_the_configuration_and_the_request_wins() -> None:
    write("client/a.yml", SETUP)
    write("client/own/mine/no-messages.md", PAGE)
    write("client/sociable.toml", 'rules = ["own"]\n')
    rules = check(Request(("client",))).rules
    assert check(Request(("client",), rules=())).rules == rules - 1
    assert check(Request((), ("client/a.yml", SETUP.encode()))).rules == rules
    assert check(Request(("client/a.yml",), project=".")).rules == rules - 1
    write("client/sociable.toml", 'profile = "nobody"\n')
    with pytest.raises(BadConfig):
        check(Request(("client",)))
    assert check(Request(("client",), profile="strict", rules=())).files == ("client/a.yml",)
