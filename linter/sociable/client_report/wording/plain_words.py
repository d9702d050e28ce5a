"""What a finding says, for people who know no words of the files: those stand behind what they mean."""

import re
from collections.abc import Callable, Mapping

from sociable.client_report.wording.frame import Frame
from sociable.client_report.wording.nobody_is_us import of_the_account
from sociable.client_report.wording.titles import account_name, automation_title
from sociable.facts.facts import Facts
from sociable.findings.finding import Finding, LoopEvidence

Plain = Callable[[str], str]

_CODE = re.compile(r"(?:\b[Aa]n? )?`([^`]+)`(?: steps?\b)?")
"""A word of files with the article before it: what findings say is English, whatever language the frame is in."""

_WHERE = re.compile(r",? (?:both )?beside `(?!accounts)[a-z_]+:`")
"""Where a word is written in a file, which says nothing to whoever reads none."""


def plain_words(facts: Facts, frame: Frame) -> Plain:
    """What changes a text so: accounts and automations are named as the report names them, words of files explained.

    A name that is no handle, and may be that of the whole firm, stands with its platform there too.
    """
    accounts = dict.fromkeys((*facts.accounts, *(each.account for each in facts.automations)))
    names = {each.id: f"“{automation_title(each)}”" for each in facts.automations}
    called = {account.id: account_name(account, frame) for account in accounts if not account.model.handle}
    names |= called
    meanings = frame.tables["plain"]
    firms = {account.shown: account_name(account, frame) for account in accounts if account.model.handle}
    firms = {shown: name for shown, name in firms.items() if name.startswith(f"{shown} (")}
    longest_first = "|".join(map(re.escape, sorted(firms, key=len, reverse=True)))
    spoken = re.compile(rf"(?:{longest_first})(?! \()" if firms else r"(?!)")

    def plain(text: str) -> str:
        meant = of_the_account(_CODE.sub(lambda match: _meant(match, meanings, names, called), _WHERE.sub("", text)))
        return spoken.sub(lambda match: firms[match[0]], meant)

    return plain


_NOTE = "{…}"
"""What a key with keys of its own in it is called: each holds other names."""

_IN_BRACKETS = re.compile(
    r" \((?:such as |with |and take |and write |in the place of )?"
    r"(?:`[^`]*`(?:, | or | and | with | on this step| out of | in the place of |, under )?)+\)"
)


_IN_PLACE = re.compile(r" in the place of `[^`]*`(?!\))")
"""What a word of files is to take the place of in the file."""


def without_code(text: str) -> str:
    """The same text without the words of files that stand in brackets behind what they mean, or are to be replaced."""
    return _IN_PLACE.sub("", _IN_BRACKETS.sub("", text))


def in_plain_words(finding: Finding, plain: Plain) -> Finding:
    """The same finding in such words; what to do, and the change itself, keep the words of files in brackets."""

    def for_readers(text: str) -> str:
        return without_code(plain(text))

    judged = {said: for_readers(said) for said in {each.judgement for each in finding.members}}
    return finding._replace(
        message=for_readers(finding.message),
        why=for_readers(finding.why),
        advice=plain(finding.advice),
        anywhere=plain(finding.anywhere),
        judgement=for_readers(finding.judgement),
        members=tuple(each._replace(judgement=judged[each.judgement]) for each in finding.members),
        loop=_loop(finding.loop, for_readers) if finding.loop else None,
        fix=finding.fix._replace(words=plain(finding.fix.words)) if finding.fix else None,
    )


def _loop(loop: LoopEvidence, plain: Plain) -> LoopEvidence:
    return loop._replace(
        walk=tuple(step._replace(when=plain(step.when), does=plain(step.does)) for step in loop.walk),
        brakes=tuple(map(plain, loop.brakes)),
        cut=plain(loop.cut),
        pace=plain(loop.pace),
        played=tuple(each._replace(clause=plain(each.clause)) for each in loop.played),
    )


def _meaning(code: str, meanings: Mapping[str, str]) -> str:
    """What a word of files means, or else its key, whatever stands behind that; empty where that is not known."""
    key, colon, value = code.partition(":")
    if code in meanings or not value:
        return meanings.get(code, "")
    return meanings[_NOTE] if value.lstrip().startswith("{") else meanings.get(f"{key}{colon}", "")


def _meant(
    match: re.Match[str], meanings: Mapping[str, str], names: Mapping[str, str], called: Mapping[str, str]
) -> str:
    """``a message to somebody inside (`notify`)``; within brackets, and where no meaning is known, what stood there.

    What is ``called`` so is an account, also where its tool calls it by a word of files, such as `email`.
    """
    code, before = match[1], match.string[: match.start()]
    is_account = code in called and match[0] == f"`{code}`"
    meaning = "" if is_account else _meaning(code, meanings)
    if not meaning or (code in names and before.endswith("(in ")):
        return match[0].replace(f"`{code}`", names.get(code, f"`{code}`"))
    if before.count("(") > before.count(")"):
        return match[0]
    begins = not before or before.endswith((". ", "! ", "? "))
    return f"{meaning[:1].upper() if begins else meaning[:1]}{meaning[1:]} (`{code}`)"
