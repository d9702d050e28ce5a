"""Why a rule says nothing, for people: each thing that came near, and the first condition it does not meet."""

from sociable.engine.near_misses import NearMiss, WhyNot
from sociable.output.text_report import Page, margin_for
from sociable.records.static import TextIO
from sociable.text.style import Style
from sociable.text.wording import both, counted, sentence


def write(answer: WhyNot, out: TextIO, rule: str, automation: str, style: Style) -> None:
    """Write the nearest misses, nearest first."""
    page = Page(out, style)
    for miss in answer.misses:
        _miss(page, miss)
    for remark in answer.remarks:
        page.paragraph(sentence(remark[0].upper() + remark[1:]))
    page.paragraph(_summary(answer, rule, automation), style="strong")


def _miss(page: Page, miss: NearMiss) -> None:
    page.paragraph(miss.about, style="strong")
    page.place(miss.span, margin_for((miss.span,)), "label")
    if miss.failed:
        page.clauses([miss.failed], {"when": "because"})
    elif miss.excused:
        page.clauses([miss.excused], {"unless": "excused"})
    elif miss.instead:
        page.labelled("told", f"by `{miss.instead}` instead, which says this and more of the same step")
    elif miss.unread:
        keys = both(miss.unread)
        page.labelled("unclear", f"it rests on {keys}, and what the file says there is not understood")
    else:
        page.labelled("reported", "every condition is met and nothing excuses it: `sociable check` tells it")
    page.line()


def _summary(answer: WhyNot, rule: str, automation: str) -> str:
    about = f" of `{automation}`" if automation else ""
    if not answer.looked_at:
        return f"{rule} finds nothing{about} that it could look at."
    left = answer.looked_at - len(answer.misses)
    more = f", the nearest {len(answer.misses)} are shown" if left else ""
    return f"{rule} looked at {counted(answer.looked_at, 'thing')}{about}{more}."
