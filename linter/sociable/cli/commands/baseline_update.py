"""`sociable baseline update`."""

import sys

from sociable.cli.baselines import BaselineCall, found
from sociable.cli.console import CLEAN, writing
from sociable.records.record import Record
from sociable.text.safe import one_line
from sociable.text.wording import counted


class BaselineUpdateCall(Record):
    """What `sociable baseline update` was asked for."""

    paths: tuple[str, ...]
    output: str
    own_rules: tuple[str, ...]
    preview: bool
    config: str
    grow: bool


def run(call: BaselineUpdateCall) -> int:
    """Write the baseline anew, and say what went, what was changed and what came in."""
    from sociable.review.baseline import read_baseline, updated, write_baseline
    from sociable.review.compare import named_anew

    now = found(BaselineCall(*call[:5]))
    update = updated(named_anew(read_baseline(now.path), now.former), now.entries, call.grow)
    with writing(now.path):
        write_baseline(now.path, update.entries)
    told = [("gone:    ", each) for each in update.gone]
    for before, after in update.changed:
        told += [("changed: ", before), ("     to: ", after)]
    told += [("new:     ", each) for each in update.added]
    sys.stdout.writelines(f"{lead}{one_line(f'{each.rule}: {each.message}')}\n" for lead, each in told)
    sys.stdout.write(f"The baseline holds {counted(len(update.entries), 'finding')}.\n")
    if update.left:
        verb = "is" if len(update.left) == 1 else "are"
        sys.stdout.write(f"{counted(len(update.left), 'finding')} {verb} new and not in it: `--grow` takes them in.\n")
    if update.renamed:
        sys.stdout.write("An automation with another `id` is a new one: what went under the old one is new again.\n")
    return CLEAN
