"""What is configured where, and what is wrong with it."""

from pathlib import Path

import pytest
from sociable.config.config_keys import KEYS
from sociable.config.effective import DEFAULTS, UNCONFIGURED, Configurations, Setting, effective
from sociable.engine.running_rules import Settings
from sociable.errors import BadConfig, NoSuchPath
from sociable.pipeline import Request, check, examine, settings
from sociable.project.load import load
from sociable.text.wording import either


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
    assert effective(["client"]) == effective([]) == UNCONFIGURED
    assert all(setting.span is None for setting in DEFAULTS.values())
    assert settings(Request(("client",))) == Settings()


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
        ("pyproject.toml", ' [ "tool" . \'sociable\' ]\nprofile = "strict"\n', "client/pyproject.toml:2:1"),
        ("pyproject.toml", 'tool = {sociable = {profile = "strict"}}\n', "client/pyproject.toml:1:21"),
    ],
)
def test_a_value_knows_its_file_and_line(name: str, text: str, at: str) -> None:
    write(f"client/{name}", text)
    setting = effective(["client/deep/a.yml"]).settings["profile"]
    assert (setting.value, place(setting)) == ("strict", at)


def test_a_shared_file_that_holds_only_lists_of_tables_is_a_configuration() -> None:
    entry = '[[tool.sociable.suppress]]\naccount = "a"\nsays = "ignore[welcome-dm] -- x"\n'
    for text in (entry, entry.replace("[[tool.sociable", "[[ tool . sociable")):
        write("client/pyproject.toml", text)
        assert [each.account for each in effective(["client"]).value("suppress")] == ["a"]


def test_what_stands_for_a_file_counts_in_its_place() -> None:
    write("sociable.toml", 'profile = "strict"\n')
    unsaved = Configurations(instead={"sociable.toml": b'profile = "personal"\n'})
    assert effective(["a.yml"], unsaved).value("profile") == "personal"


def test_the_nearest_configuration_counts_alone() -> None:
    write("sociable.toml", 'profile = "strict"\nrules = ["rules"]\n')
    write("client/sociable.toml", 'profile = "personal"\n')
    near = effective(["client/deep"])
    assert (near.value("profile"), near.value("rules")) == ("personal", ())
    assert effective(["."]).value("rules") == (str(Path("rules").absolute()),)


def test_its_own_file_comes_before_a_shared_one_and_other_tools_do_not_count() -> None:
    write("sociable.toml", 'profile = "strict"\n')
    for shared in ("[tool.ruff]\n", "sociable = [", "[project]\nname = 'sociable'\n", "sociable = 1\n"):
        write("client/pyproject.toml", shared)
        assert effective(["client"]).value("profile") == "strict"
    write("client/pyproject.toml", '[tool.sociable]\nprofile = "personal"\n')
    assert effective(["client"]).value("profile") == "personal"
    write("client/sociable.toml", "")
    assert problems("client") == [
        (
            "client/sociable.toml:1:1",
            "there are two configurations in this folder: this one, and `[tool.sociable]` in client/pyproject.toml",
            "Keep one of them.",
        )
    ]
    write("client/pyproject.toml", "")
    assert effective(["client"]).settings == DEFAULTS
    assert effective(["client"]).path.endswith("client/sociable.toml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('profil = "strict"\n', ("sociable.toml:1:1", "there is no setting `profil`", "Did you mean `profile`?")),
        ("\nxyz = 1\n", ("sociable.toml:2:1", "there is no setting `xyz`", f"There are {either(KEYS)}.")),
        (
            'profile = "strickt"\n',
            (
                "sociable.toml:1:1",
                "`profile` should be the name of a profile, and not `strickt`",
                "Did you mean `strict`?",
            ),
        ),
        (
            "profile = 3\n",
            (
                "sociable.toml:1:1",
                "`profile` should be the name of a profile, and not `3`",
                "Write `default`, `strict`, `public-body` or `personal`.",
            ),
        ),
        (
            'rules = "rules"\n',
            ("sociable.toml:1:1", 'rules` should be a list of folders, such as ["rules"], and not `rules`', ""),
        ),
        ("a = 1\nprofile = strict\n", ("sociable.toml:2:11", "this is not TOML: invalid value", "")),
        ("rules = [", ("sociable.toml:1:10", "this is not TOML: invalid value", "")),
        *(
            (
                f"{key} = {value}\n",
                ("sociable.toml:1:1", f"`{key}` should be {KEYS[key].expects}, and not `{said}`".removeprefix("`"), ""),
            )
            for key, value, said in (
                ("extends", '"\\u0000"', "\0"),
                ("baseline", '"a\\u0000.jsonl"', "a\0.jsonl"),
                ("rules", '["own", "\\u0000"]', "\0"),
            )
        ),
        (
            'profile = "strict"\n' + "#" * 512 * 1024,
            (
                "sociable.toml:1:1",
                "this file is too long: it has more than 524,288 characters",
                "Take out what is no setting, such as long comments, or move it to another file.",
            ),
        ),
        ("a = " + "[" * 100_000, ("sociable.toml:1:1", "this is not TOML: it is nested too deeply", "")),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, told: tuple[str, str, str]) -> None:
    write("sociable.toml", text)
    ((at, message, advice),) = problems(".")
    assert (at, message.removeprefix("`"), advice) == (told[0], told[1].removeprefix("`"), told[2])


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
        assert row.default in ((), {}, "", True, False, *row.words)


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
    assert check(Request(("client/a.yml",), project=".")).rules == rules
    write("client/sociable.toml", 'profile = "nobody"\n')
    with pytest.raises(BadConfig):
        check(Request(("client",)))
    assert check(Request(("client",), isolated=True)).files == ("client/a.yml",)


def test_one_parent_is_extended() -> None:
    write("house/house.toml", 'profile = "strict"\nrules = ["own"]\nignore = ["courtesy"]\nselect = ["loops"]\n')
    write("client/sociable.toml", 'extends = "../house/house.toml"\nignore = ["care"]\nselect = ["consent"]\n')
    config = effective(["client/deep"])
    assert config.value("profile") == "strict"
    assert config.value("ignore") == ("courtesy", "care")
    assert config.value("select") == ("consent",)
    assert config.value("rules") == (str(Path("house/own").absolute()),)
    assert [str(part.span) for part in config.settings["ignore"].parts()] == [
        "house/house.toml:3:1",
        "client/sociable.toml:2:1",
    ]
    assert place(config.settings["profile"]) == "house/house.toml:1:1"
    write("house/house.toml", 'extends = "more.toml"\n')
    assert problems("client") == [
        (
            "house/house.toml:1:1",
            "a configuration that another one extends may not extend a third",
            "Write its settings here, or let both extend the same one.",
        )
    ]
    write("client/sociable.toml", 'extends = "../hose.toml"\n')
    assert problems("client")[0][:2] == ("client/sociable.toml:1:1", "there is no file `hose.toml`")


def test_a_given_configuration_counts_for_all_and_an_isolated_run_has_none() -> None:
    write("sociable.toml", 'profile = "strict"\n')
    write("other.toml", 'profile = "personal"\n')
    assert Configurations("other.toml").of("client").value("profile") == "personal"
    with pytest.raises(NoSuchPath, match="there is no configuration `nowhere"):
        Configurations("nowhere.toml").of("client")


@pytest.mark.parametrize(
    ("text", "at", "message", "advice"),
    [
        ('platforms = ["x",\n "y"]\n', "sociable.toml:2:2", "`platforms` should hold a platform, and not `y`", "x"),
        (
            'severity = {a = "grave"}\n',
            "sociable.toml:1:13",
            "`severity.a` should be a severity, and not `grave`",
            "Write `info`, `warning` or `error`.",
        ),
        ('[[suppress]]\nsays = "x"\n', "sociable.toml:1:3", "`suppress` should hold a table that says where", ""),
        ('[[suppress]]\nfile = "x"\n', "sociable.toml:1:3", "`suppress` should hold a table with the key `says`", ""),
        (
            '[[suppress]]\nsays = "x"\n[[suppress]]\nsays = "x"\nfiles = "a"\n',
            "sociable.toml:5:1",
            "there is no key `files` in `suppress`",
            "Did you mean `file`?",
        ),
        ('[[per-path]]\nfiles = "a"\n', "sociable.toml:2:1", "`per-path.files` should be a list of texts", ""),
        (
            '[[per-path]]\nfiles = ["a"]\nseverity = 3\n',
            "sociable.toml:3:1",
            "`per-path.severity` should be a table of rules, and not `3`",
            "",
        ),
        ("require-reason = 1\n", "sociable.toml:1:1", "`require-reason` should be true or false, and not `1`", ""),
    ],
)
def test_what_is_wrong_in_a_table_is_told_there(text: str, at: str, message: str, advice: str) -> None:
    write("sociable.toml", text)
    ((where, says, hint),) = problems(".")
    assert (where, advice in hint) == (at, True)
    assert says.startswith(message)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ('select = ["courtesy", "auto-folow-back"]\n', ("sociable.toml:1:23", "Did you mean `auto-follow-back`?")),
        ('[severity]\n"courtesy" = "error"\n', ("sociable.toml:2:2", "")),
        ('[[per-path]]\nfiles = ["a"]\nignore = ["xyz"]\n', ("sociable.toml:3:11", "`sociable rules list`")),
        ('[[per-path]]\nfiles = ["a"]\nseverity.xyz = "info"\n', ("sociable.toml:3:10", "`sociable rules list`")),
    ],
)
def test_rules_that_do_not_exist_are_told_at_their_place(text: str, wrong: tuple[str, str]) -> None:
    write("a.yml", SETUP)
    write("sociable.toml", text)
    with pytest.raises(BadConfig) as caught:
        check(Request((".",)))
    (problem,) = caught.value.problems
    assert str(problem.span) == wrong[0]
    assert problem.message.startswith("there is no rule `")
    assert wrong[1] in problem.advice


def found(*paths: str) -> dict[str, str]:
    return {f"{each.span.path} {each.rule}": each.severity for each in check(Request(paths)).findings}


def test_each_project_is_judged_by_its_own() -> None:
    for name in ("one", "two", "three"):
        write(f"{name}/a.yml", SETUP.replace('dm: "Buy our shoes!"', "follow: event.user"))
    everything = found("one")
    assert "one/a.yml auto-follow-back" in everything
    write("two/sociable.toml", 'ignore = ["courtesy"]\nseverity = {"auto-follow-back" = "error"}\n')
    write("three/sociable.toml", 'severity = {"auto-follow-back" = "error"}\n')
    together = found(".")
    assert together == {**found("one"), **found("two"), **found("three")}
    assert together["three/a.yml auto-follow-back"] == "error"
    assert "two/a.yml auto-follow-back" not in together
    report = check(Request((".",)))
    assert (len(report.files), report.accounts, report.automations) == (3, 3, 3)


def test_what_is_left_out_and_what_holds_for_some_files() -> None:
    for name in ("a", "drafts/b", "old/c"):
        write(f"{name}.yml", SETUP.replace('dm: "Buy our shoes!"', "follow: event.user"))
    write(
        "sociable.toml",
        """\
exclude = ["drafts/"]
[[per-path]]
files = ["old/**"]
ignore = ["auto-follow-back"]
[[per-path]]
files = ["a.yml"]
severity = {auto-follow-back = "info"}
""",
    )
    report = check(Request((".",)))
    assert report.files == ("a.yml", "old/c.yml")
    assert ("drafts/b.yml", "left out by sociable.toml") in report.skipped
    told = [(each.span.path, each.severity) for each in report.findings if each.rule == "auto-follow-back"]
    assert told == [("a.yml", "info")]
    assert check(Request(("drafts/b.yml",))).files == ("drafts/b.yml",)


def test_what_is_left_out_of_a_check_is_left_out_of_everything() -> None:
    write("client/sociable.toml", 'exclude = ["old/"]\n')
    for name in ("now", "old/then"):
        write(f"client/{name}.yml", f"sociable: 1\naccounts: {{{name[-3:]}: {{platform: x}}}}\n")
    assert check(Request(("client",))).files == ("client/now.yml",)
    assert examine(Request(("client",))).report.files == ("client/now.yml",)
    assert load(["."]).files == ("client/now.yml",)
    assert load(["client/old/then.yml"]).files == ("client/old/then.yml",)
