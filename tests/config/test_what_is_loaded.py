"""A configuration and a suppression cost what they need, and no more."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.calls import OUR_CODE

SETUP = """\
sociable: 1
accounts: {shop: {platform: x, handle: "@shop"}}
automations:
  - {id: back, account: shop, when: mentioned, do: [notify: us]}
"""
PROGRAM = (
    "import sys; from sociable.cli.fast_options import parse; from sociable.cli.commands import run_call;"
    "run_call(*parse(['check', 'a.yml']));"
    "print(*(name for name in sys.modules if name.startswith('sociable.')), file=sys.stderr)"
)
READING = {"sociable.config.config_keys", "sociable.config.effective", "sociable.text.toml_values"}
REVIEW = {
    "sociable.review",
    *(f"sociable.review.{name}" for name in ("gravity", "review", "selection", "suppressed")),
    *(f"sociable.review.{name}" for name in ("suppression_grammar", "suppression_places", "unmet_entries")),
    "sociable.documents.comments",
    "sociable.rulebook.former_names",
    *("sociable.files.gitignore", "sociable.files.wildcards"),  # by which entries name files
}


def loaded(folder: Path, text: str = SETUP, config: str | None = None) -> set[str]:
    (folder / "a.yml").write_text(text, encoding="utf-8")
    if config is not None:
        (folder / "sociable.toml").write_text(config, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        cwd=folder,
        env={"PYTHONPATH": OUR_CODE},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Traceback" not in run.stderr
    return set(run.stderr.split())


@pytest.mark.parametrize("config", ["", 'profile = "default"\nfail-on = "error"\nexclude = ["drafts/"]\n'])
def test_a_configuration_that_accepts_nothing_needs_no_review(tmp_path: Path, config: str) -> None:
    assert loaded(tmp_path, config=config) - loaded_without(tmp_path) <= READING


def test_a_suppression_needs_the_review_alone(tmp_path: Path) -> None:
    text = SETUP.replace("mentioned, do: [notify: us]}", "mentioned, do: [like]}  # sociable: ignore[no-pause] -- x")
    plain = loaded(tmp_path, text.partition("  #")[0] + "\n")
    assert loaded(tmp_path, text) - plain <= READING | REVIEW


def loaded_without(folder: Path) -> set[str]:
    (folder / "sociable.toml").unlink()
    return loaded(folder)
