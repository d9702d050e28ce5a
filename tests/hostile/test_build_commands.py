"""No text of a file, page or argument becomes a command of a build server, in any format."""

import re
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from sociable.output.formats import FORMATS, write
from sociable.output.json_stream import write_document
from sociable.output.markdown import show
from sociable.pipeline import Request, check
from sociable.text.safe import defused, one_line, visible

from tests.calls import called

OBEYED = re.compile(r"##\w*\[|^\s*::|section_(?:start|end):")

MARKS = (
    "##vso[task.setvariable variable=p]v",
    "##[warning]x",
    "####[group]x",
    "##teamcity[buildStatus text='x']",
    "section_start:1560896352:name",
    "section_end:1560896353:name",
    "::add-mask::x",
    " \t::stop-commands::x",
)


@pytest.mark.parametrize("text", MARKS)
def test_one_line(text: str) -> None:
    assert not OBEYED.search(one_line(text))
    assert not OBEYED.search(defused(visible(text)))


@pytest.mark.parametrize("text", MARKS)
def test_json(text: str) -> None:
    import json

    out = StringIO()
    write_document(out, {"said": text, text: 1, "list": []}, "list", [{"said": f"a{text}"}])
    assert not any(map(OBEYED.search, out.getvalue().splitlines()))
    assert json.loads(out.getvalue()) == {"said": text, text: 1, "list": [{"said": f"a{text}"}]}


@pytest.mark.parametrize("text", MARKS)
@pytest.mark.parametrize("form", [each.name for each in FORMATS if each.takes == "report" and each.name != "github"])
def test_reports(form: str, text: str) -> None:
    said = text.replace("'", "''")
    data = (
        f"sociable: 1\naccounts: {{a: {{platform: x, handle: '{said}'}}}}\nautomations:\n- {{id: '{said}', account: a, "
    )
    data += f"when: mentioned, '{said}': 1, do: [{{reply: '{said}'}}]}}\n"
    out = StringIO()
    write("report", check(Request((), ("a.yml", data.encode()), today=date(2026, 11, 28))), out, form)
    assert not [line for line in out.getvalue().splitlines() if OBEYED.search(line)]


@pytest.mark.parametrize("text", ["&#x202e;a", "&#8238;a", "a &#x200b; b", "`&` &#x1b;[31m", "**&#x2066;**"])
def test_what_a_page_writes_by_number_is_shown_at_a_terminal(text: str) -> None:
    out = StringIO()
    show(f"# {text}\n\nSays {text}\n", out, width=80, colour=False)
    assert not re.search("[\u202a-\u202e\u2066-\u2069\u200b\x1b]", out.getvalue())


FOLLOWS = (
    "sociable: 1\naccounts: {club: {platform: mastodon, handle: '@club'}}\n"
    "automations: [{id: hello, account: club, when: followed, do: [follow]}]\n"
)


@pytest.mark.parametrize("name", ["::error::x.yml", "##[warning]x.yml", "##vso[a b=c]x.yml", "section_start:1:x.yml"])
def test_names_of_files_in_each_command(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(FOLLOWS, encoding="utf-8")
    Path("pages").mkdir()
    Path("pages", f"{name}.md").write_text("no page", encoding="utf-8")
    export = f"{name}.json"
    Path(export).write_text('{"nodes": [{"name": "a", "type": "x"}], "connections": {}}', encoding="utf-8")
    for call in (
        ["check", "--list-files"],
        *(["check", "--format", each] for each in ("text", "concise", "statistics")),
        ["check", "--diff", "--unsafe-fixes"],
        ["check", "--fix", "--unsafe-fixes"],
        ["check", "--why-not", "no-limit", name],
        ["config show", name],
        ["suppressions", name],
        ["graph", "--format", "dot", name],
        ["rehearse", "--when", "followed", name],
        ["query", "for each step s", name],
        ["diff", name, export],
        ["import", export],
        ["rules test", "pages"],
        ["rules format", "pages"],
        ["rules list", "--rules", "pages"],
        ["fleet", "."],
        ["baseline create", "--baseline", f"{name}.jsonl", name],
        ["baseline show", "--baseline", f"{name}.jsonl", name],
        ["baseline update", "--baseline", f"{name}.jsonl", name],
        ["init", f"{name}-folder"],
    ):
        called(*call)
        said = capfd.readouterr()
        assert [line for line in f"{said.out}\n{said.err}".splitlines() if OBEYED.search(line)] == [], call


@pytest.mark.parametrize("form", [each.name for each in FORMATS if each.takes == "register"])
@pytest.mark.parametrize("key", ["automation", "file"])
def test_what_a_suppression_of_the_configuration_is_about(
    key: str, form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yml").write_text(FOLLOWS, encoding="utf-8")
    entry = f'[[suppress]]\n{key} = "x\u202e##[group]\\u001b\\n::error::y"\nsays = "ignore[no-limit] -- asked"\n'
    Path("sociable.toml").write_text(entry, encoding="utf-8")
    called("suppressions", "--format", form)
    said = "".join(capfd.readouterr())
    assert "asked" in said
    assert not re.search("[\u202e\x1b]", said)
    assert not [line for line in said.splitlines() if OBEYED.search(line)]
