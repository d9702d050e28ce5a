"""What `sociable import` prints is harmless wherever it is printed, and reads back as what it was."""

import json
import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from sociable.findings.report import Coverage
from sociable.output.automation_yaml import write
from sociable.project.load import read_text
from sociable.setup.model import Text

from tests.calls import called
from tests.client_report.reports import examined

OBEYED = re.compile(
    r"##\w*\[|^\s*::|section_(?:start|end):|[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\U000e0041]"
)
SAID = [
    *(
        "##vso[task.complete]x",
        "##[group]x",
        "\n::error::x",
        "##teamcity[x]",
        "section_start:1:a",
        "\x1b[31m",
        "\x9b1m",
    ),
    *(
        "\u202eabc",
        "\u2066x",
        "\u200b",
        "\x07",
        "\r::error::x",
        "\u2028::error::x",
        "\x85::x",
        "\U000e0041",
        "\ud800",
        "\udfff",
        "\uffff",
        "\U00010fff",
    ),
]


def export(said: str, greeting: str = "Hello ") -> str:
    trigger = {
        "id": "1",
        "name": f"T{said}",
        "type": "n8n-nodes-base.scheduleTrigger",
        "typeVersion": 1.2,
        "position": [0, 0],
        "parameters": {},
    }
    step = {
        "id": "2",
        "name": f"X{said}",
        "type": "n8n-nodes-base.twitter",
        "typeVersion": 2,
        "position": [0, 0],
        "parameters": {"operation": "create", "text": f"{greeting}{said}"},
    }
    unknown = {**step, "id": "3", "name": f"Y{said}", "parameters": {"resource": said}}
    links = {f"T{said}": {"main": [[{"node": name, "type": "main", "index": 0} for name in (f"X{said}", f"Y{said}")]]}}
    return json.dumps({"name": f"W{said}", "nodes": [trigger, step, unknown], "connections": links})


@pytest.mark.parametrize("said", SAID)
def test_what_acts_or_hides_is_written_out(said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "w.json"
    path.write_text(export(said), encoding="utf-8")
    assert called("import", str(path)) == 0
    out = capsys.readouterr().out
    assert not [line for line in re.split("[\n\r\x85\u2028\u2029]", out) if OBEYED.search(line)]
    ours = tmp_path / "ours.yml"
    ours.write_text(out, encoding="utf-8")
    assert called("query", "for each step s", "-f", "json", str(ours)) == 0
    assert re.sub("[\ud800-\udfff]", "\ufffd", f"Hello {said}") in _texts(ours)


def _texts(path: Path) -> list[str]:
    from sociable.project.load import load

    return [
        "".join(map(str, step.text.parts))
        for each in load((str(path),)).setup.automations
        for step in each.steps
        if step.text
    ]


def imported(said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """What is printed of an export that posts just this."""
    path = tmp_path / "w.json"
    path.write_text(export(said, ""), encoding="utf-8")
    assert called("import", str(path)) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize(
    "said",
    [
        *("null", "True", "FALSE", "yes", "No", "on", "Off", "y", "N", "~", "1.5", "0x1f", ".inf"),
        *("a: b", "a:", "a #b", "# a", "- a", "? a", "'a", '"a"', "{a}", "[a", "a, b", "@a", "`a`", "%a", "&a", "*a"),
        *("!a", "|", ">", "a\\b", " a", "a ", "a  b", "a\nb", "a\tb", "é", "😀", "a-b/c (d) e_f", "Plain words"),
    ],
)
def test_a_text_is_read_back_as_it_was(said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ours = tmp_path / "ours.yml"
    ours.write_text(imported(said, tmp_path, capsys), encoding="utf-8")
    assert _texts(ours) == [said]


def test_what_needs_no_quotation_marks_has_none(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "- post: Good day (a/b), c_d\n" not in (out := imported("Good day (a/b), c_d", tmp_path, capsys))
    assert '- post: "Good day (a/b), c_d"\n' in out
    assert "- post: Good day (a/b) c_d\n" in imported("Good day (a/b) c_d", tmp_path, capsys)


def test_braces_of_a_text_begin_no_place_to_fill(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert '- post: "a { { b }} c"' in imported("a {{ b }} c", tmp_path, capsys)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("ask ann.b+c-d@mail.example.org now", "ask (address) now"),
        ("ask a@b.c", "ask (address)"),
        (f"ask {'a' * 64}@{'b' * 63}.{'c' * 63}.d.e.f.g", "ask (address)"),
        (f"ask {'a' * 65}@b.cc", "ask a(address)"),
        (f"ask ann@b.cc.{'d' * 64}", "ask (address)d"),
        ("ask ann@b.c.d.e.f.g.h", "ask (address).h"),
        ("ask ann@mail-1.example.org", "ask (address)"),
        ("ring +47 (22) 33/44-55 now", "ring (number) now"),
        ("ring 123456789", "ring (number)"),
        (f"ring {'1' * 20}", "ring (number)"),
        ("key ghp_" + "a1B2" * 9, "key " + "*" * 40),
    ],
)
def test_people_and_keys_are_left_out(said: str, left: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In texts, and in the comments that tell of what was not understood."""
    out = imported(said, tmp_path, capsys)
    assert f"- post: {left}\n" in out.replace('"', "")
    assert f"“Y{left}”" in out
    assert said not in out
    assert f"T{left} / x" in out


BRIDGE = """
[mastodon.ann]
Server = "https://example.social"
[discord.ben]
Server = "club"
"""
GATEWAY = """
[[gateway]]
name = "ask {who}@example.org"
enable = true
[[gateway.inout]]
account = "mastodon.ann"
channel = "home"
[[gateway.inout]]
account = "discord.ben"
channel = "{who}"
"""


def test_names_that_only_differ_in_what_is_left_out_are_numbered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "bridge.toml"
    path.write_text(BRIDGE + "".join(GATEWAY.format(who=who) for who in ("ann", "bob", "eve")), encoding="utf-8")
    assert called("import", str(path)) == 0
    out = capsys.readouterr().out
    assert [re.findall(r'id: "(.*)"', line)[0] for line in out.splitlines() if " mastodon.ann home" in line] == [
        "ask (address) / mastodon.ann home / what people say",
        "ask (address) / mastodon.ann home / what people say 2",
        "ask (address) / mastodon.ann home / what people say 3",
    ]
    assert "example.org" not in out


@pytest.mark.parametrize("said", ["12345678", "5 to 7", "a@b", "@ann", "a.b@", "(@ann.b)", "a@.b", "10 (20) x"])
def test_what_leads_to_nobody_stays(said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert f"“Y{said}”" in imported(said, tmp_path, capsys)


def test_a_name_too_long_for_a_key_is_shortened(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "config.yml"
    text = f"username: {'rose' * 800}\nunfollow-non-followers: 10-20\nunfollow-any: 5\ntotal-unfollows-limit: 50\n"
    path.write_text(text, encoding="utf-8")
    assert called("import", str(path)) == 0
    assert [name[:8] for name in yaml.safe_load(capsys.readouterr().out)["accounts"]] == ["roserose"]


def test_words_of_a_search_and_of_a_trigger_are_written_without_people_and_keys() -> None:
    key = f"gh{'p_'}4bCdEfGh1jKlMn0pQrStUvWxYz0123456789"
    said = f"anna@example.org or +43 1 234 56 78 90 {key}"
    setup = examined(
        "accounts: {a: {platform: x}}\n"
        "automations:\n"
        f"  - {{id: i, account: a, when: {{event: mentioned, contains: ['{said}']}}, "
        f"do: [{{follow: 'found(\"{said}\")'}}]}}\n"
    ).facts.setup
    written = "\n".join(write(setup, Coverage("n8n")))
    assert written.count("(address) or (number) ****") == 2
    assert not re.search(r"anna|234|4bCdEfGh", written)


@pytest.mark.parametrize(
    "said",
    [
        'media: [{image: garden.jpg, alt: "Beds in May"}]',
        "media: [{video: garden.mp4, ai: true}, {image: garden.jpg, ai: false}]",
        "language: [de, cy]",
        "link: https://garden.example/may",
    ],
)
def test_what_people_see_beside_a_text_is_written_as_it_is_read(said: str) -> None:
    post = f"{{text: The beds, {said}}}"
    file = (
        "sociable: 1\n"
        "accounts: {a: {platform: mastodon}}\n"
        f"automations: [{{id: i, account: a, when: liked, do: [{{post: {post}, disclose: [ai]}}]}}]\n"
    )
    read = read_text("ours.yml", file)
    again = read_text("again.yml", "\n".join(write(read.setup, Coverage("n8n"))))
    assert read.problems == again.problems == ()
    was, now = (each.setup.automations[0].steps[0] for each in (read, again))
    assert now.disclose == was.disclose == {"ai"}
    assert now.languages == was.languages
    assert {key: _shown(text) for key, text in now.beside.items()} == {
        key: _shown(text) for key, text in was.beside.items()
    }
    assert [(each.kind, each.ai) for each in now.media] == [(each.kind, each.ai) for each in was.media]


@given(
    st.lists(st.sampled_from(("{{", "}}", "{", "{title}", "{hashtags}", "to ", "ö", " ", "\n", '"', "'", "\\", "#")))
)
@settings(deadline=None)
def test_whatever_a_text_holds_it_is_read_as_what_it_was(pieces: list[str]) -> None:
    template = json.dumps("".join(("New: ", *pieces)))
    file = f"client_id: i\nfeeds: [{{url: https://garden.example/, template: {template}}}]\n"
    read = read_text("flow.yml", file)
    again = read_text("ours.yml", "\n".join(write(read.setup, Coverage("feediverse"))))
    assert again.problems == ()
    was, now = (_shown(each.setup.automations[0].steps[0].text) for each in (read, again))
    assert now.replace("{ ", "{") == was.replace("{ ", "{")


def _shown(text: Text | None) -> str:
    assert text is not None
    return "".join(part if isinstance(part, str) else f"<{part.text}>" for part in text.parts)
