"""A check that looks first whether it was done before."""

from functools import partial

from sociable import pipeline
from sociable.caching.key import digest_of, key_of
from sociable.caching.store import Store
from sociable.findings.packed_report import packed_report, unpacked_report
from sociable.findings.report import Report
from sociable.pipeline import Progress, Request, Search
from sociable.project.load import Found, Waiting
from sociable.records.static import NoReturn

MOST_BYTES = 256 * 1024 * 1024
"""Of what is kept, once it is unpacked: a few kB could fill the memory. A larger report is made anew."""


def check_found(request: Request, search: Search, store: Store, progress: Progress | None = None) -> Report:
    """The same as in the pipeline, with what is kept.

    What rests on a commit is always judged anew, as names of commits move; so is a check in which something stands for
    files (``instead``, ``like``), as the next keystroke in an editor makes it another one.
    """
    if request.trusted_from or request.since or request.instead or request.like:
        return pipeline.check_found(request, search, progress)
    held, digests = _held(search.found)
    search = search._replace(found=held)
    key = key_of(request, search, digests)
    data = store.get(key)
    if data is not None:
        try:
            return unpacked_report(data, MOST_BYTES)
        except ValueError:
            pass  # another version wrote it, or it is too large
    report = pipeline.check_found(request, search, progress)
    if not report.faults:
        store.put(key, packed_report(report))
    return report


def _held(found: Found) -> tuple[Found, list[str]]:
    """The files with what is in them now, so that what is judged is what the key was made of."""
    files: list[Waiting] = []
    digests: list[str] = []
    for each in found.files:
        try:
            contents = each.contents()
        except OSError as error:
            files.append(each._replace(contents=partial(_raise, error)))
            digests.append(f"{type(error).__name__} {error.errno}")
        else:
            digests.append(digest_of(contents.data) if contents.whole else "too large")
            files.append(each._replace(contents=[contents].pop))  # asked for once, and let go then
    return found._replace(files=tuple(files)), digests


def _raise(error: OSError) -> NoReturn:
    raise error
