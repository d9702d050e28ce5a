"""No text of a file, page or argument becomes a command of a build server, in any format."""

import re
from datetime import date
from io import StringIO

import pytest
from sociable.output.formats import FORMATS, write
from sociable.output.json_stream import write_document
from sociable.output.markdown import show
from sociable.pipeline import Request, check
from sociable.text.safe import defused, one_line, visible

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
