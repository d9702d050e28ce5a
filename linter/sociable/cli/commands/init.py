"""`sociable init`."""

import os

from sociable.cli.console import CLEAN, BadCall, say, writing
from sociable.records.record import Record
from sociable.text.safe import visible

_CONFIG = """\
# What can stand here: docs/configuration.md, or `sociable config show`.

# For whom to check: strict, public-body, personal. Some rules only matter to some.
# profile = "default"

# Files to leave out, as in .gitignore.
# exclude = ["drafts/"]

# Made by `sociable baseline create`: only what is new is told.
# baseline = "sociable-baseline.jsonl"
"""

_EXAMPLE = """\
sociable: 1

accounts:
  council:
    platform: mastodon
    handle: "@council@social.example"
    inbox: {read_by: press office}

automations:
  - id: tell-the-press-office
    account: council
    when: mentioned
    do:
      - notify: press office
"""


_HOOK = """\
repos:
  - repo: local
    hooks:
      - id: sociable
        name: sociable
        entry: sociable check --project . --since HEAD --allow-nothing
        language: system
        types_or: [yaml, json]
        always_run: true  # a commit that only deletes files changes things too
        require_serial: true
"""

_HOOK_FILE = ".pre-commit-config.yaml"


class InitCall(Record):
    """What `sociable init` was asked for."""

    folder: str


def run(call: InitCall) -> int:
    """Write a first configuration, a hook in a checkout of git, an example where there is nothing to check yet.

    Nothing is overwritten.
    """
    from sociable.config.find import OWN_FILE, in_folder
    from sociable.files.contents import absolute
    from sociable.pipeline import Request, projects

    folder = absolute(call.folder)
    if not os.path.isdir(folder):
        raise BadCall(f"there is no folder `{call.folder}`.")
    lines = []
    if (config := in_folder(folder)) is not None:
        lines.append(f"{_shown(config.path)} is there already, and stays as it is.")
    else:
        lines += _written(os.path.join(folder, OWN_FILE), _CONFIG, "what is checked, and how.")
    if not any(project.files for project, _ in projects(Request((folder,)))):
        lines += _written(os.path.join(folder, "social.yml"), _EXAMPLE, "an example. Put in its place what you run.")
    if os.path.lexists(os.path.join(folder, ".git")):
        lines += _written(
            os.path.join(folder, _HOOK_FILE), _HOOK, "a check before each commit, by `pre-commit install`."
        )
    lines.append("Next: `sociable check`. If it tells more than you can mend now: `sociable baseline create`.")
    say(*lines)
    return CLEAN


def _written(path: str, text: str, what: str) -> list[str]:
    """Write a file unless there is one, and say so."""
    from sociable.files.atomic_write import write_file

    if os.path.lexists(path):
        return [f"{_shown(path)} is there already, and stays as it is."]
    with writing(path):
        write_file(path, text.encode(), new=True)
    return [f"Wrote {_shown(path)}: {what}"]


def _shown(path: str) -> str:
    from sociable.files.contents import shown

    return visible(shown(path))
