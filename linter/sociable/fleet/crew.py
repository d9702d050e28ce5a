"""Who does the work: an executor, and what takes its place when it breaks."""

from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager

from sociable.records.record import Record

_AHEAD_OF_OTHERS = 1024
_AHEAD_EACH = 4
"""How many pieces of work wait at once, for an executor of which nothing is known, and for each process of ours."""


class Task(Record):
    """A piece of work that was handed out, and to whom."""

    work: bytes
    future: Future[bytes]
    executor: Executor


class Crew:
    """The given executor, or processes of our own; as many as there are processors, or ``workers``.

    Where work ends the process that does it, all that was handed out is lost. Each piece of it is then done alone.
    """

    def __init__(self, do: Callable[[bytes], bytes], executor: Executor | None = None, workers: int = 0) -> None:
        self._do = do
        self._workers = workers or _processors()
        self._given = executor
        self._executor = executor or _processes(self._workers)
        self._alone: Executor | None = None
        self.ahead = _AHEAD_EACH * self._workers if executor is None else _AHEAD_OF_OTHERS

    def __enter__(self) -> "Crew":
        return self

    def __exit__(self, *_: object) -> None:
        for executor in (self._executor, self._alone):
            if executor is not None and executor is not self._given:
                executor.shutdown(cancel_futures=True)

    def hand_out(self, work: bytes) -> Task:
        """Let somebody begin with it."""
        try:
            return self._handed_to(self._executor, work)
        except BrokenExecutor:
            self._replace(self._executor)
            return self._handed_to(self._executor, work)

    def done(self, task: Task) -> bytes:
        """What came of it. Raises ``BrokenExecutor`` if it ended a process that had nothing else to do."""
        try:
            return task.future.result()
        except BrokenExecutor:
            self._replace(task.executor)
            return self._done_alone(task.work)

    def _replace(self, broken: Executor) -> None:
        if broken is self._executor:
            self._executor = _processes(self._workers)

    def _handed_to(self, executor: Executor, work: bytes) -> Task:
        with _without_interrupts():
            return Task(work, executor.submit(self._do, work), executor)

    def _done_alone(self, work: bytes) -> bytes:
        self._alone = self._alone or _processes(1)
        try:
            return self._handed_to(self._alone, work).future.result()
        except BrokenExecutor:
            self._alone.shutdown(wait=False)
            self._alone = None
            raise


def _processors() -> int:
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _processes(workers: int) -> Executor:
    """Begun anew rather than copied from this one, of which nobody knows what its threads are doing."""
    from multiprocessing import get_context

    with _without_interrupts():
        return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_it_to_the_parent)


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Put signals off, also for processes that begin here: they would meet them before anything of ours runs in them.

    What is begun by half, nobody knows of, and so nobody would end it or take it away.
    """
    import signal

    if not hasattr(signal, "pthread_sigmask"):  # as on Windows
        yield
        return
    from multiprocessing.resource_tracker import ensure_running

    ensure_running()  # as it begins, it lets signals through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _leave_it_to_the_parent() -> None:
    """Ctrl-C reaches all processes of a terminal; the first of them ends the others, however it ends itself."""
    import signal
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGTERM,))
    Thread(target=_end_with_the_parent, daemon=True).start()


def _end_with_the_parent() -> None:
    import os
    from multiprocessing import parent_process

    if (parent := parent_process()) is not None:
        parent.join()
        os._exit(1)
