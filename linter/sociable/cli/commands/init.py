"""`sociable init`."""

import os
import sys
from typing import NamedTuple

from sociable.cli.console import CLEAN, BadCall
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


class InitCall(NamedTuple):
    """What `sociable init` was asked for."""

    folder: str


def run(call: InitCall) -> int:
    """Write a first configuration, and an example where there is nothing to check yet; nothing is overwritten."""
    from sociable.config.find import OWN_FILE, in_folder
    from sociable.files.atomic_write import write_file
    from sociable.pipeline import Request, projects

    folder = os.path.abspath(call.folder)
    if not os.path.isdir(folder):
        raise BadCall(f"there is no folder `{call.folder}`.")
    lines = []
    if (config := in_folder(folder)) is not None:
        lines.append(f"{_shown(config.path)} is there already, and stays as it is.")
    else:
        path = os.path.join(folder, OWN_FILE)
        write_file(path, _CONFIG.encode(), new=True)
        lines.append(f"Wrote {_shown(path)}: what is checked, and how.")
    if not any(project.files for project, _ in projects(Request((folder,)))):
        path = os.path.join(folder, "social.yml")
        if not os.path.lexists(path):
            write_file(path, _EXAMPLE.encode(), new=True)
            lines.append(f"Wrote {_shown(path)}: an example. Put in its place what you run.")
    lines.append("Next: `sociable check`. If it tells more than you can mend now: `sociable baseline create`.")
    sys.stdout.writelines(f"{line}\n" for line in lines)
    return CLEAN


def _shown(path: str) -> str:
    from sociable.files.contents import shown

    return visible(shown(path))
