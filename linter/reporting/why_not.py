"""Why a rule says nothing, for people: each thing that came near, and the first condition it does not meet."""

from typing import TextIO

from linter.judging.misses import Miss, WhyNot
from linter.reporting.text import Page
from linter.reporting.wording import counted, sentence


def write(answer: WhyNot, out: TextIO, rule: str, automation: str, colour: bool, width: int) -> None:
    """Write the nearest misses, nearest first, in lines of at most ``width`` columns."""
    page = Page(out, width, colour)
    for miss in answer.misses:
        _miss(page, miss)
    for remark in answer.remarks:
        page.paragraph(sentence(remark[0].upper() + remark[1:]))
    page.paragraph(_summary(answer, rule, automation), style="strong")


def _miss(page: Page, miss: Miss) -> None:
    page.paragraph(miss.about, style="strong")
    if miss.span:
        page.place(miss.span, len(str(miss.span.line)), "label")
    if miss.reported:
        page.labelled("reported", f"it meets {_all(miss)}, and nothing excuses it: `sociable check` tells it")
    elif miss.excused:
        page.labelled("excused", f"it meets {_all(miss)}, but the rule says `unless`:")
        page.clauses([miss.excused])
    elif miss.failed:
        page.labelled("not met", f"it meets {miss.met} of {counted(miss.conditions, 'condition')}; the first it fails:")
        page.clauses([miss.failed])
    page.line()


def _all(miss: Miss) -> str:
    return "its condition" if miss.conditions == 1 else f"all {miss.conditions} conditions"


def _summary(answer: WhyNot, rule: str, automation: str) -> str:
    about = f" of `{automation}`" if automation else ""
    if not answer.looked_at:
        return f"{rule} finds nothing{about} that it could look at."
    left = answer.looked_at - len(answer.misses)
    more = f", the nearest {len(answer.misses)} are shown" if left else ""
    return f"{rule} looked at {counted(answer.looked_at, 'thing')}{about}{more}."
