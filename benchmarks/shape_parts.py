"""What shapes are made of."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

Files = dict[str, str]


class Shape(NamedTuple):
    """How the files are made, the size at which measuring begins, and what is called in their folder.

    ``arguments`` follow the ``command``; ``before`` are commands that are not measured.
    """

    files: Callable[[int], Files]
    size: int
    arguments: tuple[str, ...] = (".",)
    command: str = "check"
    before: tuple[tuple[str, ...], ...] = ()


PLAIN = "platform: mastodon, automated_label: true, inbox: {read_by: team}"


def account(name: str, more: str = "") -> str:
    return f"  {name}: {{handle: '@{name}@our.example', {PLAIN}{more}}}\n"


def automation(name: str, when: str, steps: Iterable[str], on: str = "house", more: str = "") -> str:
    """The text of an automation on an account, with ``more`` on a line of its own."""
    done = "".join(f"      - {step}\n" for step in steps)
    extra = f"    {more}\n" if more else ""
    return f"  - id: {name}\n    account: {on}\n    when: {when}\n{extra}    do:\n{done}"


def one_file(automations: Iterable[str], accounts: Iterable[str] = ()) -> Files:
    head = "sociable: 1\naccounts:\n" + ("".join(accounts) or account("house"))
    return {"setup.yml": f"{head}automations:\n{''.join(automations)}"}


def ours(size: int) -> list[str]:
    return [account(f"ours{number}") for number in range(size)]
