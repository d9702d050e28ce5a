"""Many projects, each by itself; what one of them does to us costs only that one."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import BrokenExecutor, Executor

from sociable.findings.project_outcome import Outcome
from sociable.fleet.crew import Crew, Task
from sociable.fleet.work import do, outcome_of, work_of
from sociable.pipeline import Request

_ENDED = "the process that checked it ended twice, the second time with nothing else to do: it may need too much memory"


def check_many(
    projects: Iterable[str | Request],
    executor: Executor | None = None,
    request: Request | None = None,
    workers: int = 0,
    cache: bool = False,
) -> Iterator[Outcome]:
    """What is wrong with each project, in the order in which they are given, as soon as it is known.

    A project is a folder, checked as the ``request`` says but for its paths, or a request of its own. The work is done
    on any executor of the form of ``concurrent.futures``; without one, on ``workers`` new processes, or as many as
    there are processors. With ``cache``, what was checked before exactly as it is now is told again. Expected mistakes
    in a project are the error of its outcome, as is the end of the process that checks it, if that happens twice.
    """
    with Crew(do, executor, workers) as crew:
        waiting: deque[tuple[str, Task]] = deque()
        for project in projects:
            name, asked = _named(project, request or Request(()))
            waiting.append((name, crew.hand_out(work_of(asked, cache))))
            if len(waiting) >= crew.ahead:
                yield _outcome(crew, *waiting.popleft())
        while waiting:
            yield _outcome(crew, *waiting.popleft())


def _named(project: str | Request, request: Request) -> tuple[str, Request]:
    if isinstance(project, Request):
        return " ".join(project.paths), project
    return str(project), request._replace(paths=(str(project),))


def _outcome(crew: Crew, name: str, task: Task) -> Outcome:
    try:
        return outcome_of(name, crew.done(task))
    except BrokenExecutor:
        return Outcome(name, error=_ENDED)
    except Exception as error:  # noqa: BLE001 - executors have mistakes of their own, such as lost machines
        return Outcome(name, error=f"nobody could check it: {type(error).__name__}: {error}")
