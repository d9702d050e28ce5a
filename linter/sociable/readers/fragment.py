"""What came of one file."""

from collections.abc import Sequence
from typing import NamedTuple

from sociable.findings.problem import Problem
from sociable.findings.report import Skipped
from sociable.setup.model import Account, Automation


class Fragment(NamedTuple):
    """What came of one file; ``documents`` counts those that say ``sociable:``."""

    name: str
    accounts: Sequence[Account] = ()
    automations: Sequence[Automation] = ()
    problems: Sequence[Problem] = ()
    skipped: Sequence[Skipped] = ()
    documents: int = 0
