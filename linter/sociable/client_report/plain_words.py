"""What a finding says, for people who know no words of the files: those stand behind what they mean."""

import re
from collections.abc import Callable, Mapping

from sociable.client_report.frame import Frame
from sociable.findings.finding import Finding, LoopEvidence

_CODE = re.compile(r"(?:\b[Aa]n? )?`([^`]+)`(?: steps?\b)?")


def in_plain_words(finding: Finding, frame: Frame) -> Finding:
    """The same finding, in which each word of the files that the frame knows stands behind its meaning."""

    def plain(text: str) -> str:
        return plainly(text, frame)

    return finding._replace(
        message=plain(finding.message),
        why=plain(finding.why),
        advice=plain(finding.advice),
        judgement=plain(finding.judgement),
        loop=_loop(finding.loop, plain) if finding.loop else None,
        fix=finding.fix._replace(words=plain(finding.fix.words)) if finding.fix else None,
    )


def plainly(text: str, frame: Frame) -> str:
    """A text in which each word of the files that the frame knows stands behind its meaning."""
    return _CODE.sub(lambda match: _meant(match, frame.tables["plain"]), text)


def _loop(loop: LoopEvidence, plain: Callable[[str], str]) -> LoopEvidence:
    return loop._replace(brakes=tuple(map(plain, loop.brakes)), cut=plain(loop.cut), pace=plain(loop.pace))


def _meant(match: re.Match[str], meanings: Mapping[str, str]) -> str:
    """``a message to a colleague (`notify`)``; within brackets, and where no meaning is known, what stood there."""
    code, before = match[1], match.string[: match.start()]
    if code not in meanings or before.count("(") > before.count(")"):
        return match[0]
    meaning = meanings[code]
    begins = not before or before.endswith((". ", "! ", "? "))
    return f"{meaning[:1].upper() if begins else meaning[:1]}{meaning[1:]} (`{code}`)"
