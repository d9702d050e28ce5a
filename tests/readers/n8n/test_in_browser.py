"""What is found in an export links to where n8n opens it, if the configuration says where that is."""

import json
from pathlib import Path

import pytest
from sociable.findings.origin import Origin
from sociable.readers.n8n.in_browser import link

from tests.calls import called
from tests.readers.n8n.exports import DAILY, WRITER, line, node

HOME = "https://n8n.example.org"
FLOW = Origin("n8n", "News", "aB3")


@pytest.mark.parametrize(
    ("origin", "address"),
    [
        (Origin("n8n", "Post", "1-2", within=FLOW), f"{HOME}/workflow/aB3/1-2"),
        (Origin("n8n", "Post", "", within=FLOW), f"{HOME}/workflow/aB3"),
        (Origin("n8n", "Post", "a/../b?c#d", within=FLOW), f"{HOME}/workflow/aB3/a%2F..%2Fb%3Fc%23d"),
        (Origin("n8n", "Post", "1-2", within=FLOW._replace(id="")), ""),
        (FLOW, f"{HOME}/workflow/aB3"),
    ],
)
def test_the_address_of_a_node(origin: Origin, address: str) -> None:
    assert link(origin, HOME) == address


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    post = node("Post", "linkedIn", {"text": "={{ $json.output }}"})
    (tmp_path / "news.json").write_text(json.dumps(line(DAILY, WRITER, post, id="aB3")), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def configured(folder: Path, address: str) -> None:
    (folder / "sociable.toml").write_text(f'n8n-address = "{address}"\n', encoding="utf-8")


@pytest.mark.parametrize("address", [HOME, f"{HOME}/"])
def test_a_finding_says_where_to_open_it(folder: Path, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    configured(folder, address)
    there = f"{HOME}/workflow/aB3/id%20of%20Post"
    called("check", "-v", ".")
    assert f"open: {there}" in " ".join(capsys.readouterr().out.split())
    called("check", "--format", "json", ".")
    told = json.loads(capsys.readouterr().out)["findings"]
    (finding,) = [each for each in told if each["rule"] == "unreviewed-ai-post"]
    assert [each["origin"]["link"] for each in finding["members"]] == [there]


def test_nothing_links_anywhere_by_itself(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    called("check", "-v", str(folder))
    assert "/workflow/" not in capsys.readouterr().out


@pytest.mark.parametrize("address", ["n8n.example.org", "javascript:alert(1)", "https://a b", "https://a\\u001b[0m"])
def test_what_is_no_address_is_told(folder: Path, address: str, capsys: pytest.CaptureFixture[str]) -> None:
    configured(folder, address)
    called("check", ".")
    told = "".join(capsys.readouterr())
    assert "n8n-address" in told
    assert "such as" in told
