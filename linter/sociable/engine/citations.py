"""Which of a page's sources speaks to a finding."""

from collections.abc import Sequence

from sociable.findings.finding import Citation
from sociable.vocabulary.platforms import PLATFORMS


def citation_for(platform: str, citations: Sequence[Citation]) -> Citation | None:
    """What this platform says; if it says nothing, what a law, a study or a newspaper does, if any."""
    if platform not in PLATFORMS:
        return None
    own = _voices(platform)
    others = {name for each in PLATFORMS for name in _voices(each)}
    by_platform = (each for each in citations if _publisher(each) in own)
    by_nobodys = (each for each in citations if _publisher(each) not in others)
    return next(by_platform, None) or next(by_nobodys, None)


def _voices(platform: str) -> set[str]:
    row = PLATFORMS[platform]
    return {row.title, *row.voices}


def _publisher(citation: Citation) -> str:
    """The first word of a title, without the comma after it."""
    return citation.title.split()[0].rstrip(",")
