"""Every format as it was last read and accepted."""

import json
from io import StringIO

import pytest
from sociable.output.formats import write
from sociable.text.style import Style

from tests.goldens import Golden
from tests.output.builders import REPORTS


@pytest.fixture(autouse=True)
def version(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sociable.output.json_report.__version__", "0.0.0")
    monkeypatch.setattr("sociable.output.sarif.__version__", "0.0.0")
    monkeypatch.setattr("sociable.output.json_report.day_or_now", lambda _: "2026-11-28")


def written(name: str, form: str, *, colour: bool = False, width: int = 80, verbose: bool = False) -> str:
    out = StringIO()
    write("report", REPORTS[name], out, form, Style(colour, width, verbose))
    return out.getvalue()


@pytest.mark.parametrize("width", [60, 100])
@pytest.mark.parametrize("name", REPORTS)
def test_text(name: str, width: int, golden: Golden) -> None:
    golden(f"{name}.text-{width}.txt", written(name, "text", width=width))


@pytest.mark.parametrize("name", ["story", "loop", "hostile"])
def test_text_in_colour(name: str, golden: Golden) -> None:
    golden(f"{name}.colour.txt", written(name, "text", colour=True))


@pytest.mark.parametrize("name", ["story", "edges", "hostile"])
def test_text_with_nothing_left_out(name: str, golden: Golden) -> None:
    golden(f"{name}.verbose.txt", written(name, "text", verbose=True))


@pytest.mark.parametrize("form", ["json", "sarif"])
@pytest.mark.parametrize("name", ["story", "loop", "hostile", "edges", "clean"])
def test_documents_for_programs(name: str, form: str, golden: Golden) -> None:
    golden(f"{name}.{form}.json", json.dumps(json.loads(written(name, form)), indent=2) + "\n")


@pytest.mark.parametrize("name", ["story", "loop", "hostile", "edges", "clean"])
def test_github(name: str, golden: Golden) -> None:
    golden(f"{name}.github.txt", written(name, "github"))
