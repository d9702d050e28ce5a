"""What is counted, in one place: every finding is of one kind, and every number leads to just what it counts."""

from collections.abc import Sequence, Set

from sociable.client_report.content.content_of_check import Counted
from sociable.client_report.content.page_anchors import PRESSING, anchor_of_section
from sociable.client_report.findings_in_order.numbering import Numbering
from sociable.client_report.findings_in_order.weight import is_pressing
from sociable.client_report.findings_in_order.what_ends import is_to_see_to, is_urgent
from sociable.client_report.wording.frame import Frame
from sociable.findings.finding import SEVERITIES

AT_ONCE, OFF, KEPT = "at_once", "off", "kept"
KINDS = (SEVERITIES[-1], AT_ONCE, PRESSING, *reversed(SEVERITIES[:-1]), OFF, KEPT)
"""Of what findings can be counted, in the order in which numbers stand."""


def kind_of(number: int, numbering: Numbering) -> str:
    """What it counts as: kept, to change before it runs again, to see to, to stop, or by its gravity."""
    finding = numbering.finding(number)
    if finding.suppressed is not None:
        return KEPT
    if numbering.is_off(number) and finding.severity != SEVERITIES[0]:
        return OFF
    if is_to_see_to(number, numbering):
        return AT_ONCE
    return PRESSING if is_pressing(finding) and finding.severity != SEVERITIES[-1] else finding.severity


def section_of(number: int, numbering: Numbering) -> tuple[str, bool]:
    """Under which heading it is told: how grave it is, and whether it has to stop though it is no error."""
    severity = numbering.finding(number).severity
    return severity, severity != SEVERITIES[-1] and is_urgent(number, numbering)


class Counting:
    """Every finding of a report by kind, and where numbers lead; of a part of them, ``among`` these and ``within`` it.

    That is a section that holds just these, the only one there is, or else a list that is made for them.
    """

    def __init__(self, numbering: Numbering, frame: Frame, among: Set[int] | None = None, within: str = "") -> None:
        self.numbering = numbering
        self._frame = frame
        self._among = among
        self._within = within
        self._by_kind: dict[str, list[int]] = {kind: [] for kind in KINDS}
        sections: dict[str, list[int]] = {}
        own = len(numbering.findings)
        for number, _ in numbering.everything():
            if self.counts(number):
                self._by_kind[kind_of(number, numbering)].append(number)
                anchor = anchor_of_section(*section_of(number, numbering)) if number <= own else "crossing"
                sections.setdefault(f"{within}{anchor}", []).append(number)
        self._sections = {tuple(numbers): anchor for anchor, numbers in sections.items()}
        self._made: dict[tuple[int, ...], Counted] = {}
        for kind, numbers in self._by_kind.items():
            self.anchor(numbers, kind=kind)

    def counts(self, number: int) -> bool:
        return self._among is None or number in self._among

    def of(self, kind: str) -> list[int]:
        return self._by_kind[kind]

    def called(self, numbers: Sequence[int]) -> str:
        """What these are that are all of one kind."""
        tile = self._frame.counted(len(numbers), f"tile_{kind_of(numbers[0], self.numbering)}")
        return f"{len(numbers)} {tile}"

    def anchor(self, numbers: Sequence[int], words: str = "", kind: str = "") -> str:
        """Where these lead, that are called so where they have to be listed; nowhere if there are none."""
        of = tuple(numbers)
        if of and of not in self._made:
            anchor = self._sections.get(of) or (f"f{of[0]}" if len(of) == 1 else "")
            listed = f"{self._within}counted-{len(self._made) + 1}"
            self._made[of] = Counted(kind, words or self.called(of), of, anchor or listed, not anchor)
        return self._made[of].anchor if of else ""

    def made(self) -> tuple[Counted, ...]:
        """All that was counted so far."""
        return tuple(self._made.values())
