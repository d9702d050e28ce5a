"""A team adopts it, in the order a team would: real commands on real files in a repository of its own."""

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(sys.executable).parent

SHOP = """\
sociable: 1

accounts:
  bakery:
    platform: instagram
    handle: "@bakery.example"
    automated_label: true
    operator: owner
    inbox: {read_by: owner}

automations:
  - id: follow-back
    account: bakery
    when: followed
    do:
      - follow: event.user

  - id: who-left
    account: bakery
    when: unfollowed
    do:
      - story: "{{ event.user.handle }} has left us."
"""
WELCOME = """\
sociable: 1

automations:
  - id: welcome
    account: bakery
    when: followed
    do:
      - dm: "Thank you! Here is what we bake this week."
"""
RULE = """\
# Telling the owner

```rule
rule telling-the-owner
severity warning
preview since "0.2"

for each step s
when s.verb is notify

report s: "tells the owner, who reads nothing"
because "The owner is in the bakery."
suggest "Tell the shop."
```

## What people see

Nobody answers.

## Caught

```yaml the owner is told
sociable: 1
accounts: {shop: {platform: instagram}}
automations:
  - {id: a, account: shop, when: mentioned, do: [notify: owner]}
```

## Fine

```yaml nobody is told
sociable: 1
accounts: {shop: {platform: instagram}}
automations:
  - {id: a, account: shop, when: mentioned, do: [like: event.post]}
```

## Sources

- Our judgement (warning): we know her.
"""


class Team:
    """Somebody at a terminal in the repository."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PYTHON"))}
        people = {
            f"GIT_{role}_{what}": "test@example.org" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")
        }
        self.environment = {
            **inherited,
            **people,
            "PATH": f"{PROGRAMS}{os.pathsep}{inherited['PATH']}",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            "NO_COLOR": "1",
            "COLUMNS": "200",
            "PRE_COMMIT_HOME": str(folder / ".git" / "pre-commit-home"),
        }

    def types(self, *words: str) -> tuple[int, str]:
        """The exit code and all that is printed."""
        run = subprocess.run(
            words,
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        return run.returncode, run.stdout

    def succeeds(self, *words: str) -> str:
        code, output = self.types(*words)
        assert code == 0, output
        return output

    def commits(self, message: str) -> tuple[int, str]:
        self.succeeds("git", "add", "--all")
        return self.types("git", "commit", "--message", message)

    def writes(self, path: str, text: str) -> None:
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).write_text(text, encoding="utf-8")

    def reads(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")


def hook(team: Team) -> None:
    """The hook that `init` wrote, by pre-commit; without that, the same call by git itself."""
    if importlib.util.find_spec("pre_commit"):
        team.succeeds(sys.executable, "-m", "pre_commit", "install")
        return
    (entry,) = re.findall(r"entry: (.*)", team.reads(".pre-commit-config.yaml"))
    team.writes(".git/hooks/pre-commit", f"#!/bin/sh\ngit diff --cached --name-only -z | xargs -0 {entry}\n")
    (team.folder / ".git/hooks/pre-commit").chmod(0o755)


@pytest.mark.skipif(not (PROGRAMS / "sociable").exists(), reason="sociable is not installed beside this Python")
def test_a_team_adopts_it(tmp_path: Path) -> None:
    team = Team(tmp_path)
    team.succeeds("git", "init", "--quiet", "--initial-branch", "main")
    team.writes("social/shop.yml", SHOP)
    assert team.commits("Our automations")[0] == 0

    # init: a first configuration and a hook, and nothing that is there is touched
    output = team.succeeds("sociable", "init")
    assert "Wrote sociable.toml" in output
    assert "Wrote .pre-commit-config.yaml" in output
    assert team.reads("social/shop.yml") == SHOP

    # the baseline: what is there is kept, and the configuration says so
    code, output = team.types("sociable", "check")
    assert code == 1
    assert "error[unfollow-shaming]" in output
    output = team.succeeds("sociable", "baseline", "create")
    (line,) = re.findall(r"once sociable\.toml has this line: (.*)$", output, re.MULTILINE)
    team.writes("sociable.toml", f"{team.reads('sociable.toml')}\n{line}\n")
    assert "kept by the baseline" in team.succeeds("sociable", "check")
    assert "sociable.toml" in team.succeeds("sociable", "config", "show")

    # the hook: a commit that makes nothing worse goes in, one that does is stopped
    hook(team)
    code, output = team.commits("Check our automations")
    assert code == 0, output
    team.writes("social/welcome.yml", WELCOME)
    code, output = team.commits("Welcome people")
    assert code != 0
    assert "welcome-dm" in output
    assert "unfollow-shaming" not in output

    # what the change would do to people
    code, output = team.types("sociable", "diff", "--since", "HEAD", "--format", "markdown")
    assert code == 1
    assert "People will newly meet (1)" in output
    team.writes(
        "social/welcome.yml", WELCOME.replace('dm: "Thank you! Here is what we bake this week."', "notify: owner")
    )
    code, output = team.commits("Tell the owner who comes")
    assert code == 0, output

    # the action file, as the documents show it
    (workflow,) = re.findall(r"^```yaml\n(.*?)^```$", (ROOT / "docs/github.md").read_text(), re.DOTALL | re.MULTILINE)
    assert yaml.load(workflow, yaml.CSafeLoader)["jobs"]
    team.writes(".github/workflows/sociable.yml", workflow)
    code, output = team.commits("Check pull requests")
    assert code == 0, output

    first_fix(team)
    first_suppression(team)
    upgrade(team)


def first_fix(team: Team) -> None:
    """By the program where it can, and else as it advises; what the baseline knew of it comes out."""
    if "--unsafe-fixes" in team.succeeds("sociable", "check", "--help"):
        team.types("sociable", "check", "--no-baseline", "--fix", "--unsafe-fixes")
    else:
        team.writes("social/shop.yml", SHOP.replace('story: "{{ event.user.handle }} has left us."', "notify: owner"))
    assert "story:" not in team.reads("social/shop.yml")
    assert "found no more" in team.succeeds("sociable", "check")
    assert "unfollow-shaming" in team.succeeds("sociable", "baseline", "update")
    code, output = team.commits("Leave those alone who leave")
    assert code == 0, output


def first_suppression(team: Team) -> None:
    """With a reason, where it stands; the register shows it, and the baseline is empty."""
    shop = team.reads("social/shop.yml")
    follow = "follow: event.user"
    if follow not in shop:  # a fix has taken it out
        shop = SHOP.replace('story: "{{ event.user.handle }} has left us."', "notify: owner")
    accepted = f"{follow}  # sociable: ignore[auto-follow-back] -- the assembly wants it so"
    team.writes("social/shop.yml", shop.replace(follow, accepted))
    team.succeeds("sociable", "baseline", "prune")
    output = team.succeeds("sociable", "check")
    assert "1 suppressed" in output
    assert "kept" not in output
    output = team.succeeds("sociable", "suppressions")
    assert "the assembly wants it so" in output
    assert "hides:  1 finding" in output
    code, output = team.commits("Accept following back")
    assert code == 0, output


def upgrade(team: Team) -> None:
    """A new rule is a preview at first, and breaks nothing; once it is none, the baseline keeps what it finds."""
    team.writes("house-rules/own/telling-the-owner.md", RULE)
    team.writes("sociable.toml", f'rules = ["house-rules"]\n{team.reads("sociable.toml")}')
    assert "0 failed" in team.succeeds("sociable", "rules", "test", "house-rules")
    code, output = team.commits("Write a rule of our own")
    assert code == 0, output
    code, output = team.types("sociable", "check", "--preview", "--format", "concise")
    assert code == 1
    assert "telling-the-owner" in output

    team.writes("house-rules/own/telling-the-owner.md", RULE.replace('preview since "0.2"\n', ""))
    code, output = team.types("sociable", "check", "--format", "concise")
    assert code == 1
    assert "telling-the-owner" in output
    team.succeeds("sociable", "baseline", "update", "--grow")
    assert "kept by the baseline" in team.succeeds("sociable", "check")
    code, output = team.commits("Ask our own rule")
    assert code == 0, output
    assert team.succeeds("git", "status", "--porcelain") == ""
