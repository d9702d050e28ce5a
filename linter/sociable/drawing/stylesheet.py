"""How an SVG drawing looks, by day and by night."""

from functools import partial

STYLE = """\
svg { font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.paper { fill: #ffffff; }
.box { fill: #eef1f5; stroke: #c3ccd8; }
.card { fill: #ffffff; stroke: #c3ccd8; }
.hub { fill: #fff8e1; stroke: #b8932f; }
.looping { stroke: #c62828; stroke-width: 2.5; }
.looping.ends { stroke: #8a5d00; }
.badge { fill: #c62828; }
.badge.ends { fill: #8a5d00; }
.number { fill: #ffffff; font-size: 11px; font-weight: 700; }
.title { fill: #17212b; font-size: 22px; font-weight: 700; }
.handle { fill: #17212b; font-size: 15px; font-weight: 700; }
.name { fill: #17212b; font-size: 13px; font-weight: 700; }
.text { fill: #17212b; font-size: 13px; }
.faint { fill: #55616f; font-size: 12px; }
.alarm { fill: #b71c1c; font-size: 13px; font-weight: 700; }
.arrow { fill: none; stroke: #6b7886; stroke-width: 1.6; }
.arrow.waits { stroke-dasharray: 3 5; }
.arrow.loop { stroke: #c62828; stroke-width: 3.4; }
.arrow.loop.ends { stroke: #8a5d00; }
.tip { fill: #6b7886; }
.tip.loop { fill: #c62828; }
.tip.loop.ends { fill: #8a5d00; }
@media screen and (prefers-color-scheme: dark) {
.paper { fill: #14181d; }
.box { fill: #1f262e; stroke: #44505d; }
.card { fill: #14181d; stroke: #44505d; }
.hub { fill: #2e2814; stroke: #c9a549; }
.looping { stroke: #ff6b60; }
.looping.ends { stroke: #e0b050; }
.badge { fill: #ff6b60; }
.badge.ends { fill: #e0b050; }
.number { fill: #14181d; }
.title, .handle, .name, .text { fill: #e8edf2; }
.faint { fill: #a3b0bd; }
.alarm { fill: #ff8a80; }
.arrow { stroke: #93a1af; }
.arrow.loop { stroke: #ff6b60; }
.arrow.loop.ends { stroke: #e0b050; }
.tip { fill: #93a1af; }
.tip.loop { fill: #ff6b60; }
.tip.loop.ends { fill: #e0b050; }
}
"""


def style_within(selector: str) -> str:
    """The same for a drawing that stands in a page, inside of what ``selector`` finds and nowhere else."""
    return "".join(map(partial(_within, selector), STYLE.splitlines(keepends=True)))


def _within(selector: str, line: str) -> str:
    """A line of the style; those of a media query, and the one that closes it, name nothing in the drawing."""
    if line.startswith(("@", "}")):
        return line
    names, brace, rest = line.partition("{")
    return ", ".join(f"{selector} {name.strip()}" for name in names.split(",")) + f" {brace}{rest}"
