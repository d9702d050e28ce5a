"""`action.yml`, as far as it runs without GitHub: its shape, and its steps in an environment like a runner's."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from tests.packaging.test_pre_commit import git

ROOT = Path(__file__).parents[2]
ACTION: Any = yaml.load((ROOT / "action.yml").read_text(encoding="utf-8"), yaml.CSafeLoader)

SHAPE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["name", "description", "runs"],
    "properties": {
        "name": {"type": "string"},
        "description": {"type": "string", "maxLength": 125},
        "inputs": {
            "additionalProperties": {
                "type": "object",
                "additionalProperties": False,
                "required": ["description"],
                "properties": {"description": {"type": "string"}, "default": {"type": "string"}},
            }
        },
        "outputs": {"additionalProperties": {"type": "object", "required": ["description", "value"]}},
        "runs": {
            "type": "object",
            "additionalProperties": False,
            "required": ["using", "steps"],
            "properties": {
                "using": {"const": "composite"},
                "steps": {
                    "items": {
                        "type": "object",
                        "additionalProperties": False,
                        "required": ["name", "shell", "run"],
                        "properties": {
                            "name": {"type": "string"},
                            "shell": {"const": "bash"},
                            "run": {"type": "string", "not": {"pattern": r"\$\{\{"}},
                            "env": {"additionalProperties": {"type": "string"}},
                        },
                    }
                },
            },
        },
    },
}
"""What GitHub asks of a composite action. In a script an expression would be code, so none stands there."""

SETUP = """\
sociable: 1
accounts: {shop: {platform: x, handle: "@shop", inbox: {read_by: Ann}}}
automations:
  - {id: back, account: shop, when: followed, do: [follow: event.user]}
"""

pytestmark = pytest.mark.xdist_group("action")


def test_it_is_a_composite_action_without_expressions_in_scripts() -> None:
    assert list(Draft202012Validator(SHAPE).iter_errors(ACTION)) == []


def test_every_expression_names_something_that_is_there() -> None:
    for expression in re.findall(r"\$\{\{ (.*?) \}\}", (ROOT / "action.yml").read_text(encoding="utf-8")):
        scope, _, name = expression.partition(".")
        assert name in ACTION["inputs"] if scope == "inputs" else expression == "github.event.pull_request.base.sha"


def test_the_page_names_every_input_and_pins_by_digest() -> None:
    page = (ROOT / "docs/github.md").read_text(encoding="utf-8")
    assert {name for name in ACTION["inputs"] if f"| `{name}` |" not in page} == set()
    for action, reference in re.findall(r"uses: (\S+)@(\S+)", page):
        assert re.fullmatch("[0-9a-f]{40}", reference) or (action, reference) == ("OWNER/sociable", "COMMIT")


class Runner:
    """Runs the steps as GitHub does: values of expressions in the environment, scripts in bash that stops at errors."""

    def __init__(self, folder: Path, action: Path, environment: dict[str, str]) -> None:
        self.temporary = folder / "temporary"
        self.work = folder / "work"
        for each in (self.temporary, self.work):
            each.mkdir()
        self.summary, self.environment = (
            folder / "summary.md",
            environment
            | {
                "RUNNER_TEMP": str(self.temporary),
                "GITHUB_ACTION_PATH": str(action),
                "GITHUB_SERVER_URL": action.parent.as_uri(),
                "GITHUB_ACTION_REPOSITORY": action.name,
                "GITHUB_STEP_SUMMARY": str(folder / "summary.md"),
            },
        )

    def step(self, number: int, base: str = "", **inputs: str) -> subprocess.CompletedProcess[str]:
        step = ACTION["runs"]["steps"][number]
        given = {name: row.get("default", "") for name, row in ACTION["inputs"].items()} | {"python": sys.executable}
        values = {f"inputs.{name}": value for name, value in (given | inputs).items()}
        values["github.event.pull_request.base.sha"] = base
        env = {name: values[text.removeprefix("${{ ").removesuffix(" }}")] for name, text in step["env"].items()}
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
            cwd=self.work,
            env=self.environment | env,
            capture_output=True,
            text=True,
        )


@pytest.fixture(scope="module")
def installed(
    checkout: Path, environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> subprocess.CompletedProcess[str]:
    """The first step, taken once."""
    runner = Runner(tmp_path_factory.mktemp("runner"), checkout, environment)
    done = runner.step(0)
    assert done.returncode == 0, done.stderr
    done.args = runner
    return done


@pytest.fixture
def runner(installed: subprocess.CompletedProcess[str]) -> Runner:
    """A runner after the first step, on a repository with one finding that somebody agreed to."""
    runner: Runner = installed.args
    shutil.rmtree(runner.work)
    runner.work.mkdir()
    runner.summary.write_text("")
    git(runner.work, runner.environment, "init")
    (runner.work / "a.yml").write_text(SETUP)
    (runner.work / "sociable.toml").write_text(
        'select = ["auto-follow-back"]\nseverity = {auto-follow-back = "warning"}\n'
    )
    git(runner.work, runner.environment, "add", ".")
    git(runner.work, runner.environment, "commit", "--message", "agreed")
    return runner


def test_a_push(runner: Runner) -> None:
    done = runner.step(1)
    assert done.returncode == 1, done.stderr
    assert "::warning file=a.yml,line=4" in done.stdout
    (run,) = json.loads((runner.work / "sociable.sarif").read_text())["runs"]
    assert [each["ruleId"] for each in run["results"]] == ["auto-follow-back"]
    assert "auto-follow-back" in runner.summary.read_text()
    assert runner.step(1, **{"fail-on": "error"}).returncode == 0


def test_several_paths_one_a_line(runner: Runner) -> None:
    (runner.work / "with space.yml").write_text(SETUP.replace("shop", "club"))
    done = runner.step(1, paths="a.yml\nwith space.yml\n", sarif="out.sarif")
    assert "with space.yml" in done.stdout
    assert (runner.work / "out.sarif").exists()
    assert "no such option" not in runner.step(1, paths="--help").stderr.lower()  # a path is never an option


def test_a_pull_request_cannot_excuse_itself(runner: Runner) -> None:
    base = git(runner.work, runner.environment, "rev-parse", "HEAD").strip()
    (runner.work / "sociable.toml").write_text('select = ["unfollow-shaming"]\n')
    (runner.work / "b.yml").write_text(SETUP.replace("shop", "club").replace("back", "club-back"))
    git(runner.work, runner.environment, "add", ".")
    git(runner.work, runner.environment, "commit", "--message", "proposed")
    done = runner.step(1, base=base)
    assert done.returncode == 1, done.stderr
    assert "file=b.yml" in done.stdout
    assert "what changes for people" in runner.summary.read_text()
    assert runner.step(1).returncode == 0  # as the proposal itself would have it


def test_a_given_version_comes_from_the_repository_of_the_action(
    checkout: Path, environment: dict[str, str], tmp_path: Path
) -> None:
    copy = tmp_path / "sociable"
    shutil.copytree(checkout, copy, ignore=shutil.ignore_patterns(".git"))
    git(copy, environment, "init")
    git(copy, environment, "add", "--all", "--force")
    git(copy, environment, "commit", "--message", "as it stands")
    git(copy, environment, "tag", "v9")
    (tmp_path / "run").mkdir()
    runner = Runner(tmp_path / "run", copy, environment)
    assert runner.step(0, version="v9").returncode == 0
    (runner.work / "a.yml").write_text(SETUP)
    assert "auto-follow-back" in runner.step(1).stdout
