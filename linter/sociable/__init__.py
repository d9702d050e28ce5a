"""Read social automations, work out what they would do to people, say where that stops being sociable.

What stands in ``__all__`` is the Python interface; ``docs/python.md`` describes it. Each name is imported on first use,
so that ``import sociable`` costs next to nothing. Everything below may change at any time, ``sociable.errors`` apart.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sociable.engine.questions import Found, query
    from sociable.errors import SociableError
    from sociable.facts.facts import Facts, derive
    from sociable.findings.finding import Finding
    from sociable.findings.project_outcome import Outcome
    from sociable.findings.report import Report
    from sociable.fleet.many import check_many
    from sociable.output.drawings import draw
    from sociable.pipeline import Request, check
    from sociable.project.load import Project, load
    from sociable.rehearsal.rehearsal import rehearse
    from sociable.rehearsal.timeline import Rehearsal, Start
    from sociable.setup.model import Setup
    from sociable.version import __version__

__all__ = [
    "Facts",
    "Finding",
    "Found",
    "Outcome",
    "Project",
    "Rehearsal",
    "Report",
    "Request",
    "Setup",
    "SociableError",
    "Start",
    "__version__",
    "check",
    "check_many",
    "derive",
    "draw",
    "load",
    "query",
    "rehearse",
]

_HOMES = {
    "sociable.engine.questions": ("Found", "query"),
    "sociable.errors": ("SociableError",),
    "sociable.facts.facts": ("Facts", "derive"),
    "sociable.findings.finding": ("Finding",),
    "sociable.findings.project_outcome": ("Outcome",),
    "sociable.findings.report": ("Report",),
    "sociable.fleet.many": ("check_many",),
    "sociable.output.drawings": ("draw",),
    "sociable.pipeline": ("Request", "check"),
    "sociable.project.load": ("Project", "load"),
    "sociable.rehearsal.rehearsal": ("rehearse",),
    "sociable.rehearsal.timeline": ("Rehearsal", "Start"),
    "sociable.setup.model": ("Setup",),
    "sociable.version": ("__version__",),
}


def __getattr__(name: str) -> object:
    from importlib import import_module

    home = next((module for module, names in _HOMES.items() if name in names), None)
    if home is None:
        raise AttributeError(f"module 'sociable' has no attribute {name!r}")
    value: object = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
