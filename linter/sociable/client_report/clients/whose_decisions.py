"""For whoever reviews: whose decision it is to keep what was found between clients, and whether all have taken it."""

from collections.abc import Iterable, Iterator, Mapping

from sociable.client_report.wording.frame import Frame
from sociable.findings.finding import Finding, Suppression
from sociable.findings.members import fingerprints_of


class WhoseDecisions:
    """Gathers what each client with a part in something decided of it: nothing is kept before all of them keep it."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._by: dict[str, dict[str, Suppression | None]] = {}

    def note(self, client: str, decided: Iterable[Finding]) -> None:
        for finding in decided:
            for name in fingerprints_of(finding):
                self._by.setdefault(name, {})[client] = finding.suppressed

    def told(self, finding: Finding) -> Finding:
        """The finding as kept by all, with the reasons of each, or as open, with who keeps it and who has not said."""
        by = self._of(finding)
        kept = {client: accepted for client, accepted in by.items() if accepted is not None}
        if finding.suppressed is None or not kept:
            return finding
        reasons = self._frame.listed(list(self._reasons(kept)), len(kept))
        if len(kept) == len(by):
            until = min((each.until for each in kept.values() if each.until), default="")
            return finding._replace(suppressed=finding.suppressed._replace(reason=reasons, until=until))
        still_open = self._frame.listed([client for client in by if client not in kept], len(by))
        said = self._frame.say("index", "kept_by_some", message=finding.message, reasons=reasons, open=still_open)
        return finding._replace(suppressed=None, message=said)

    def is_open_for_some(self, finding: Finding) -> bool:
        return finding.suppressed is not None and self.told(finding).suppressed is None

    def _of(self, finding: Finding) -> dict[str, Suppression | None]:
        by: dict[str, Suppression | None] = {}
        for name in fingerprints_of(finding):
            by |= self._by.get(name, {})
        return by

    def _reasons(self, kept: Mapping[str, Suppression]) -> Iterator[str]:
        for client, accepted in kept.items():
            key = "kept_because" if accepted.reason else "kept_by"
            yield self._frame.say("index", key, client=client, reason=accepted.reason)
