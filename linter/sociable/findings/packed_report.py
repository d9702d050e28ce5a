"""A report as bytes and back: for the cache, and for those who check on behalf of others."""

from sociable.findings.finding import (
    Change,
    Citation,
    Clause,
    EvidenceStep,
    Finding,
    Fix,
    LoopEvidence,
    Member,
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
from sociable.text.packing import Packing, Texts
from sociable.text.source import Edit

VERSION = 4
"""Rises with every change of the form or of what it holds: what another version wrote is not read."""

_PACKING = Packing(
    "report",
    VERSION,
    (
        *(AccountSummary, AutomationSummary, Change, Citation, Clause, Coverage, Described, Edit, Entry, EvidenceStep),
        *(Finding, Fix, Fixes, LoopEvidence, Member, Origin, Part, Related, InCase, RuleSummary, Skipped, Suppression),
    ),
)


def packed_report(report: Report) -> bytes:
    """Write a report with the texts of the files that it speaks of, compressed."""
    from zlib import compress

    day = report.today.isoformat() if report.today else ""
    fields = report._asdict() | {"today": day, "described": report.described()}
    return compress(_PACKING.packed(fields.values(), Texts()), 1)


def unpacked_report(data: bytes, most: int = 0) -> Report:
    """Read a report back. Raises ``ValueError`` for what ``packed_report`` of this version did not write.

    Also for one that takes more than so many bytes once it is unpacked (0: any number).
    """
    from datetime import date
    from zlib import decompressobj, error

    stream = decompressobj()
    try:
        unpacked = stream.decompress(data, most)
        if not stream.eof:
            raise ValueError("it is cut off, or too large")
        _, values = _PACKING.unpacked(unpacked)
        fields = dict(zip(Report._fields, values, strict=True))
        day, described = fields["today"], fields["described"]
        today = date.fromisoformat(day) if day else None
        return Report(**fields | {"today": today, "described": lambda: described})
    except (error, ValueError, TypeError, LookupError) as wrong:
        raise ValueError(f"these bytes hold no report: {wrong}") from None
