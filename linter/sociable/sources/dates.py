"""Days as sources give them: ``2026-07-24``, ``2026-07`` or ``2026``; in words, and how long ago."""

from time import gmtime, strftime

from sociable.records.static import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from sociable.findings.finding import Citation
    from sociable.sources.fact import Document

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_EDITIONS = {
    "page": "page",
    "copy": "copy",
    "dated copy": "copy of the page",
    "archive": "Open Terms Archive copy",
    "told": "copy",
    "published": "",
}
_NOT_ITS_OWN = {"secondary": "told by somebody else", "custom": "a custom, and no rule of the platform"}
"""What is said beside the edition of what only tells of a page; what is quoted says so as its edition."""


def day_or_now(day: "date | None") -> str:
    """``2026-11-28``: that day, or the one that it is (UTC)."""
    return day.isoformat() if day is not None else strftime("%Y-%m-%d", gmtime())


def in_words(day: str) -> str:
    """``24 July 2026``, ``July 2026`` or ``2026``, whatever language the system speaks."""
    year, *rest = day.split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    return " ".join([*(str(int(each)) for each in rest[1:]), *month, year])


def edition(document: "Document", dated: str = "") -> str:
    """Which state of a document was read: ``page of 24 July 2026``. ``dated`` is that of one passage alone."""
    day = dated or document.dated
    if document.seen_as == "quoted":
        return f"wording of {in_words(day)} as quoted in public copies" if day else "as quoted in public copies"
    shape = _EDITIONS[document.seen_as]
    read = " of ".join(filter(None, (shape, in_words(day)))) if day else f"undated {shape or 'article'}"
    return ", ".join(filter(None, (_NOT_ITS_OWN.get(document.evidence), read)))


def since(document: "Document", *, still: bool) -> str:
    """What is known of a newer text of a document, as it ends a sentence; empty where there is none."""
    if not document.newer:
        return ""
    text = f"the text of {in_words(document.newer)}"
    return f"others quote {text} as saying the same" if still else f"{text} was not read"


def is_old(seen: str, today: str) -> bool:
    """Whether that day is more than a year before ``today``; both as ``2026-11-28``, and empty where nobody knows."""
    return bool(seen and today) and seen < f"{int(today[:4]) - 1:04}{today[4:]}"


def dated(citation: "Citation", today: str) -> str:
    """Which state of a source was read and when, and that this is more than a year before ``today``, if it is."""
    old = "; more than a year ago: it may have changed" if is_old(citation.seen, today) else ""
    return f"{citation.dated}{old}"
