"""Whatever the order in which the same paths are named, every command writes the same bytes."""

import gc
import io
import json
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import strategies
from tests.calls import called

COMMANDS = (
    *(("check", "-v", "-f", form) for form in ("text", "json", "sarif", "github")),
    ("check", "--why", "-f", "json"),
    ("check", "--why-not", "double-reaction"),
    ("check", "--stdin-filename", "b/standing-in.yml", "-f", "json", "-"),
    *(("graph", "-f", form) for form in ("svg", "mermaid", "dot")),
    *(("rehearse", "--when", "mentioned", "-f", form) for form in ("text", "json")),
    *(("query", "for each automation a", "-f", form) for form in ("text", "json")),
    ("query", "for each loop l"),
)
NAMES = ("a.json", "b/a.json", "b/z.json", "c.json")


@st.composite
def projects(draw: st.DrawFn) -> dict[str, Any]:
    """What stands in one file: few names, so that several files describe the same account or use the same id."""
    described = draw(st.lists(st.sampled_from(strategies.ACCOUNTS), max_size=2, unique=True))
    parts = {
        "accounts": {name: draw(strategies.accounts) for name in described},
        "automations": draw(st.lists(strategies.automations(), max_size=2)),
    }
    return {"sociable": 1, **{key: value for key, value in parts.items() if value}}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with what else a path may lead to: a broken file, links, and what is left alone."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "broken.yml").write_text("sociable: 1\na: }\n")
    (tmp_path / "gone.yml").symlink_to("nowhere")
    (tmp_path / "b" / "gone.yml").symlink_to("nowhere")
    (tmp_path / "linked.json").symlink_to("b/a.json")
    (tmp_path / "other.yml").write_text("image: nginx\n")
    yield tmp_path
    gc.enable()


def written(arguments: tuple[str, ...], paths: list[str], stdin: bytes) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patched, redirect_stdout(out), redirect_stderr(err):
        patched.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        code = called(*arguments, *paths)
    return code, out.getvalue(), err.getvalue()


@settings(
    max_examples=12,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    st.lists(projects(), min_size=len(NAMES) + 1, max_size=len(NAMES) + 1),
    st.permutations(("a.json", "b", "c.json", "linked.json", "./b/z.json", "gone.yml", ".")),
    st.integers(2, 7),
)
def test_the_order_of_paths_changes_nothing(
    here: Path, files: list[dict[str, Any]], paths: list[str], number: int
) -> None:
    *texts, typed = (json.dumps(each) for each in files)
    for name, text in zip(NAMES, texts, strict=True):
        (here / name).write_text(text)
    there, back = paths[:number], paths[:number][::-1]
    for command in COMMANDS:
        assert written(command, there, typed.encode()) == written(command, back, typed.encode()), command
