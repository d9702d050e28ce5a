"""The same files give the same bytes wherever and however they are looked at: all that may differ is drawn at once.

Each process runs the same commands in a project that is put down anew, and everything that it says and writes counts.
"""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from tests.calls import OUR_CODE

PAGE = (Path(__file__).parents[2] / "rules" / "loops" / "self-trigger.md").read_text(encoding="utf-8")
DAY = datetime.now(UTC).date().isoformat()
"""The last day of a suppression: in some places of the world it is over, in others it has not begun."""

FILES: Mapping[str, str] = {
    "sociable.toml": """rules = ["own"]
baseline = "known.jsonl"
[[per-path]]
files = ["north/"]
ignore = ["no-opt-out"]
""",
    "known.jsonl": '{"sociable-baseline": 1}\n',
    ".gitignore": "*.bak\n",
    "own/care/own-trigger.md": PAGE.replace("self-trigger", "own-trigger"),
    "a.yml": f"""sociable: 1
# sociable: ignore[auto-follow-back] until={DAY} -- for the festival
accounts:
  club: {{platform: mastodon, handle: "@club@example.social", client: Club}}
  shop: {{platform: x, handle: "@shop", client: Shop, inbox: {{read_by: Ann Lee, reply_within: 2 days}}}}
automations:
  - {{id: back, account: [club, shop], when: followed, do: [{{follow: event.user}}]}}
  - {{id: thanks, account: shop, when: mentioned, do: [{{reply: "Danke {{{{ event.user.name }}}}"}}], limit: 3 per day}}
""",
    "café.yml": """sociable: 1
accounts:
  café: {platform: x, handle: "@cafe"}
automations:
  - {id: grüße, account: café, when: mentioned, do: [{reply: "Grüße 😀"}, {dm: "@shop"}]}
  - {id: posts, account: café, when: {event: schedule, every: 2 days}, do: [{post: "Neu @shop"}]}
""",
    "north/b.yml": """sociable: 1
accounts: {north: {platform: mastodon, handle: "@north@example.social"}}
automations:
  - {id: answer, account: [north, club], when: account_posted, do: [{repost: event.post}, {like: event.post}]}
  - {id: gone, account: north, when: unfollowed, do: [{unfollow: event.user}, {dm: "Why did you leave?"}]}
""",
    "north/flow.json": json.dumps(
        {
            "name": "Follow",
            "nodes": [
                {"name": "Cron", "type": "n8n-nodes-base.scheduleTrigger", "parameters": {"rule": {"interval": [{}]}}},
                {
                    "name": "Post",
                    "type": "n8n-nodes-base.twitter",
                    "parameters": {"text": "Hello", "operation": "create"},
                },
            ],
            "connections": {"Cron": {"main": [[{"node": "Post", "type": "main", "index": 0}]]}},
        }
    ),
    "broken.yml": "sociable: 1\naccounts: [\n",
}
PATHS = ("a.yml", "café.yml", "north", "broken.yml")
CALLS = (
    *(
        f"check -f {form} PATHS"
        for form in ("text", "json", "sarif", "github", "gitlab", "junit", "markdown", "statistics")
    ),
    "check -f jsonl:OUT/all.jsonl -v PATHS",
    "report -f html --since known.jsonl PATHS",
    "report -f markdown --clients folders -o OUT/clients PATHS",
    "graph -f svg PATHS",
    "graph -f mermaid PATHS",
    "graph -f dot PATHS",
    "rehearse --when mentioned PATHS",
    "query -f json QUESTION PATHS",
    "suppressions -f json PATHS",
    "diff -f json a.yml café.yml",
    "import north/flow.json",
    "baseline create --baseline OUT/base.jsonl a.yml café.yml",
    "check --diff --unsafe-fixes PATHS",
    "rules list --rules own",
    "explain auto-follow-back",
)
DRIVER = """
import contextlib, io, json, sys
from sociable.cli import app, console
from sociable.cli.commands import run_call
from sociable.cli.fast_options import parse

def run(arguments):
    parsed = parse(arguments)
    return app.run(arguments) if parsed is None else run_call(*parsed)

if __name__ == "__main__":
    told = []
    for call in json.loads(sys.argv[1]):
        sys.stdout = io.TextIOWrapper(out := io.BytesIO(), encoding="utf-8")
        sys.stderr = io.TextIOWrapper(err := io.BytesIO(), encoding="utf-8")
        status = console.guarded(run, call)
        sys.stdout.flush(), sys.stderr.flush()
        told.append([call, status, out.getvalue().decode("utf-8"), err.getvalue().decode("utf-8")])
    sys.__stdout__.buffer.write(json.dumps(told).encode())
"""


class Surroundings:
    """Where and how a process runs."""

    def __init__(self, tmp: Path) -> None:
        self._tmp = tmp
        self._numbers = count()

    def project(self, drawn: Mapping[str, Any]) -> Path:
        folder: Path = self._tmp / str(next(self._numbers)) / drawn["folder"]
        for name in drawn["put down"]:
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(FILES[name], encoding="utf-8")
            os.utime(path, (drawn["written"], drawn["written"]))
        (folder / ".git").mkdir()
        (folder / "out").mkdir()
        return folder

    def environment(self, drawn: Mapping[str, Any], folder: Path) -> dict[str, str]:
        hidden = ("LC_", "LANG", "PYTHON", "HOME", "XDG", "SOCIABLE", "COLUMNS", "TERM", "NO_COLOR", "TZ", "USER")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
        places = {"own": str(folder), "none": "/nonexistent", "other": str(self._tmp)}
        caches = {"cold": str(folder.parent / "cache"), "warm": str(self._tmp / "cache")}
        home = {"HOME": places[drawn["home"]]} if drawn["home"] else {}
        return {
            **kept,
            **home,
            **drawn["locale"],
            "PYTHONPATH": OUR_CODE,
            "PYTHONHASHSEED": str(drawn["hash seed"]),
            "TZ": drawn["time zone"],
            "SOCIABLE_CACHE_DIR": caches[drawn["cache"]],
        }

    def said(self, drawn: Mapping[str, Any]) -> dict[str, Any]:
        """What is said in each call and what stands in each file afterwards, but for the order of calls."""
        folder = self.project(drawn)
        fleet = f"fleet . -f json -o OUT/fleet --summary json --workers {drawn['workers']}"
        calls = [_words(call, drawn) for call in (*CALLS, fleet)]
        turned = calls[drawn["first"] :] + calls[: drawn["first"]]
        done = subprocess.run(
            [sys.executable, "-c", DRIVER, json.dumps(turned)],
            cwd=folder,
            env=self.environment(drawn, folder),
            capture_output=True,
            check=True,
        )
        said = {_name(call): rest for call, *rest in json.loads(done.stdout)}
        files = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        return {**said, **files}


def _words(call: str, drawn: Mapping[str, Any]) -> list[str]:
    words = {"PATHS": drawn["paths"], "QUESTION": ["for each step s"]}
    uncached = ["--no-cache"] if drawn["uncached"] and call.startswith(("check", "fleet")) else []
    return [each for word in call.split() for each in words.get(word, [word.replace("OUT", "out")])] + uncached


def _name(call: list[str]) -> str:
    return " ".join(sorted(set(call) - {"--no-cache", *"123"}))


USUAL: Mapping[str, Any] = {
    "folder": "project",
    "put down": list(FILES),
    "written": 1_700_000_000,
    "paths": list(PATHS),
    "home": "own",
    "locale": {"LC_ALL": "C.UTF-8"},
    "hash seed": 0,
    "time zone": "UTC",
    "cache": "cold",
    "uncached": True,
    "workers": 1,
    "first": 0,
}
UNUSUAL = st.fixed_dictionaries(
    {
        "folder": st.sampled_from(("project", "deep/er/näher", "with space", "[a]*?", "%s{x}")),
        "put down": st.permutations(list(FILES)),
        "written": st.sampled_from((0, 1_700_000_000, 4_000_000_000)),
        "paths": st.permutations(PATHS),
        "home": st.sampled_from(("", "none", "other")),
        "locale": st.sampled_from(
            (
                {"LC_ALL": "POSIX"},  # that of a terminal without UTF-8 is for `test_locales.py`
                {"LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "1"},
                {"LANG": "de_DE"},
                {},
            )
        ),
        "hash seed": st.integers(1, 2**32 - 1),
        "time zone": st.sampled_from(("Pacific/Kiritimati", "Etc/GMT+12", "Asia/Kolkata", "nonsense")),
        "cache": st.sampled_from(("cold", "warm")),
        "uncached": st.booleans(),
        "workers": st.sampled_from((1, 2, 3)),
        "first": st.integers(0, len(CALLS)),
    }
)


@cache
def _usual(surroundings: Surroundings) -> dict[str, Any]:
    return surroundings.said(USUAL)


@pytest.fixture(scope="module")
def surroundings(tmp_path_factory: pytest.TempPathFactory) -> Surroundings:
    return Surroundings(tmp_path_factory.mktemp("everywhere"))


@settings(
    max_examples=4 if settings().derandomize else 100,
    phases=[Phase.generate],  # each example is a process, and says by itself what was drawn
    suppress_health_check=list(HealthCheck),
)
@given(drawn=UNUSUAL)
def test_all_that_is_said_and_written_is_the_same(surroundings: Surroundings, drawn: dict[str, Any]) -> None:
    usual, now = _usual(surroundings), surroundings.said(drawn)
    assert now.keys() == usual.keys()
    for name, said in usual.items():
        assert now[name] == said, name


def test_something_is_said_everywhere(surroundings: Surroundings) -> None:
    """Or nothing could differ."""
    usual = _usual(surroundings)
    calls = {name: said for name, said in usual.items() if isinstance(said, list)}
    assert len(calls) == len(CALLS) + 1
    assert {status for status, *_ in calls.values()} == {0, 1}
    assert all(out or "out/" in name for name, (_, out, _) in calls.items())
    assert len([name for name in usual if name.startswith("out/")]) >= 6


def test_a_file_by_itself_is_told_what_all_of_them_are(surroundings: Surroundings) -> None:
    """As a hook does that hands over what has changed, a file a time, beside the project that it belongs to."""
    folder = surroundings.project(USUAL)
    environment = surroundings.environment(USUAL, folder)

    def found(*paths: str) -> list[dict[str, Any]]:
        call = ["check", "-f", "jsonl", "-v", *paths]
        run = subprocess.run(
            [sys.executable, "-m", "sociable", *call], cwd=folder, env=environment, capture_output=True, check=False
        )
        return [json.loads(line) for line in run.stdout.splitlines()]

    whole = found(".")
    files = sorted({each["place"]["path"] for each in whole})
    alone = {file: found(file, "--project", ".") for file in files}
    assert len(files) == 4
    for file, told in alone.items():
        assert [each for each in told if each["place"]["path"] == file] == [
            each for each in whole if each["place"]["path"] == file
        ]
        assert all(each in whole for each in told)  # also of other files, where this one has a part in it
