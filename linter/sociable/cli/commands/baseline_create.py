"""`sociable baseline create`."""

from sociable.cli.baselines import BaselineCall, found
from sociable.cli.console import CLEAN, BadCall, say, writing
from sociable.text.safe import visible
from sociable.text.wording import counted


class BaselineCreateCall(BaselineCall):
    """What `sociable baseline create` was asked for."""


def run(call: BaselineCreateCall) -> int:
    """Write a baseline where there is none, and say how a check comes to use it."""
    from sociable.files.contents import shown
    from sociable.review.baseline import write_baseline

    now = found(call)
    path = visible(shown(now.path))
    with writing(path):
        try:
            write_baseline(now.path, now.entries, new=True)
        except FileExistsError:
            raise BadCall(f"{path} is there already: `sociable baseline update` keeps it up to date.") from None
    then = "From now on only what is new is told."
    if not now.named:
        then = f'Only what is new is told once sociable.toml has this line: baseline = "{path}"'
    say(f"{path} holds {counted(len(now.entries), 'finding')}.", then)
    return CLEAN
