"""A report as bytes and back: for the cache, and for those who check on behalf of others."""

from collections.abc import Collection

from sociable.findings.finding import (
    Change,
    Citation,
    Clause,
    EvidenceStep,
    Finding,
    Fix,
    LoopEvidence,
    Member,
    Played,
    Related,
    Suppression,
)
from sociable.findings.origin import Origin
from sociable.findings.report import (
    AccountSummary,
    AutomationSummary,
    Coverage,
    Described,
    Entry,
    Fixes,
    InCase,
    Part,
    Report,
    RuleSummary,
    Skipped,
)
from sociable.records.static import Any
from sociable.text.packing import Packing, Texts
from sociable.text.source import Edit

VERSION = 7
"""Rises with every change of the form or of what it holds: what another version wrote is not read."""

_PACKING = Packing(
    "report",
    VERSION,
    (
        *(AccountSummary, AutomationSummary, Change, Citation, Clause, Coverage, Described, Edit, Entry, EvidenceStep),
        *(
            Finding,
            Fix,
            Fixes,
            LoopEvidence,
            Member,
            Origin,
            Part,
            Played,
            Related,
            InCase,
            RuleSummary,
            Skipped,
            Suppression,
        ),
    ),
)


def packed_report(report: Report) -> bytes:
    """Write a report with the texts of the files that it speaks of, compressed.

    What it says of accounts and automations is a part by itself: few formats hold it, and of many there is much.
    """
    fields = report._asdict() | {"today": report.today.isoformat() if report.today else "", "described": None}
    return _compressed(tuple(fields.values())) + _compressed(report.described())


def unpacked_report(data: bytes, most: int = 0) -> Report:
    """Read a report back. Raises ``ValueError`` for what ``packed_report`` of this version did not write.

    Also for one that takes more than so many bytes once it is unpacked (0: any number).
    """
    from datetime import date

    try:
        said, rest = _decompressed(data, most)
        described, _ = _decompressed(rest, most and most - len(said))
        fields = dict(zip(Report._fields, _PACKING.unpacked(said)[1], strict=True))
        day = fields["today"]
        fields |= {"today": date.fromisoformat(day) if day else None}
        return Report(**fields | {"described": lambda: Described(*_PACKING.unpacked(described)[1])})
    except (ValueError, TypeError, LookupError) as wrong:
        raise ValueError(f"these bytes hold no report: {wrong}") from None


def _compressed(fields: Collection[Any]) -> bytes:
    from zlib import compressobj

    stream = compressobj(1)
    return b"".join([*map(stream.compress, _PACKING.packed(fields, Texts())), stream.flush()])


def _decompressed(data: bytes, most: int) -> tuple[bytes, bytes]:
    """What was compressed first, and the bytes behind it. Raises ``ValueError``."""
    from zlib import decompressobj, error

    stream = decompressobj()
    try:
        unpacked = stream.decompress(data, most)
    except error as wrong:
        raise ValueError(wrong) from None
    if not stream.eof:
        raise ValueError("it is cut off, or too large")
    return unpacked, stream.unused_data
