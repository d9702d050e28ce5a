"""What the commands about baselines share: which file it is, and what is found now."""

import os

from sociable.cli.console import BadCall, NothingToDo
from sociable.errors import OurFault
from sociable.files.contents import absolute
from sociable.findings.report import Entry
from sociable.pipeline import Request, checked
from sociable.records.record import Record
from sociable.rulebook.former_names import FormerNames, former_names


class BaselineCall(Record):
    """What a command about a baseline was asked for."""

    paths: tuple[str, ...]
    output: str
    own_rules: tuple[str, ...]
    preview: bool
    config: str


class Found(Record):
    """The path of the baseline, what is found now, and whether the configuration names that file.

    ``former`` are the names that rules had before.
    """

    path: str
    entries: list[Entry]
    named: bool
    former: FormerNames


def found(call: BaselineCall) -> Found:
    """Check without a baseline. Raises ``NothingToDo``, ``OurFault``, and ``BadCall`` if projects share a baseline."""
    from sociable.review.baseline import USUAL_NAME
    from sociable.review.compare import entries_of

    request = Request(
        call.paths,
        rules=call.own_rules or None,
        preview=call.preview or None,
        config=call.config,
        baseline="",
    )
    results = checked(request)
    if not any(each.report.files for each in results):
        raise NothingToDo("no automation files found")
    for fault in (fault for each in results for fault in each.report.faults):
        raise OurFault(fault)  # what it would have found must not be taken for gone
    if any(each.project.problems for each in results):
        raise BadCall("some files cannot be read: `sociable check` says why. Put that right first.")
    configs = {each.config.path: each.config for each in results if each.config is not None}
    paths = {str(each.value("baseline")) or os.path.join(each.folder, USUAL_NAME) for each in configs.values()}
    if len(paths) > 1 and not call.output:
        raise BadCall("these paths belong to several projects. Make a baseline for each by itself.")
    path = call.output or next(iter(paths), USUAL_NAME)
    named = any(each.value("baseline") == absolute(path) for each in configs.values())
    entries = entries_of(finding for each in results for finding in each.report.findings)
    return Found(path, entries, named, former_names(rule.page for each in results for rule in each.rules))
