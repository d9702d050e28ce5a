"""A process that is told to end does so quietly, with the exit code that says why, and leaves no half file."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.calls import OUR_CODE


def ended(program: str, folder: Path) -> subprocess.CompletedProcess[bytes]:
    """How a Python program ends there; Ctrl-C reaches it, whatever started the tests."""
    return subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": OUR_CODE},
        capture_output=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        timeout=60,
        check=False,
    )


def three_projects(folder: Path) -> None:
    for project in ("one", "two", "three"):
        (folder / project).mkdir()
        (folder / project / "a.yml").write_text("sociable: 1\naccounts: {c: {platform: x}}\n", encoding="utf-8")


INSIDE = """
import os, signal, sys
import sociable.{module} as module
def {function}(*_, **__):
    os.kill(os.getpid(), signal.{signal})
    while True: pass
module.{function} = {function}
import sociable.__main__
sys.argv[1:] = {arguments!r}
sociable.__main__.main()
"""


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGINT", 130)])
@pytest.mark.parametrize(
    ("module", "function", "arguments"),
    [
        ("pipeline", "derive", ["check", "a.yml"]),
        ("project.load", "read_file", ["check", "a.yml"]),
        ("output.formats", "written", ["graph", "-o", "out.svg", "a.yml"]),
    ],
)
def test_quietly(tmp_path: Path, name: str, code: int, module: str, function: str, arguments: list[str]) -> None:
    (tmp_path / "a.yml").write_text("sociable: 1\naccounts: {c: {platform: x}}\nautomations: []\n", encoding="utf-8")
    done = ended(INSIDE.format(module=module, function=function, arguments=arguments, signal=name), tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")
    assert os.listdir(tmp_path) == ["a.yml"]


WRAPPED = """
import os, signal
import sociable.{module} as module
def wrapped(*_, **__):
    class Asked:
        def __set_name__(self, *_):
            os.kill(os.getpid(), signal.{signal})
            while True: pass
    class Made:
        asked = Asked()
module.{function} = wrapped
import sociable.__main__
sociable.__main__.sys.argv[1:] = {arguments!r}
sociable.__main__.main()
"""
"""While Python makes a class, it may take what is raised for a mistake in that."""


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGINT", 130)])
@pytest.mark.parametrize(
    ("module", "function", "arguments"),
    [
        ("pipeline", "derive", ["check", "a.yml"]),
        ("project.load", "read_file", ["check", "a.yml"]),
    ],
)
def test_quietly_while_a_class_is_made(
    tmp_path: Path, name: str, code: int, module: str, function: str, arguments: list[str]
) -> None:
    (tmp_path / "a.yml").write_text("sociable: 1\naccounts: {c: {platform: x}}\n", encoding="utf-8")
    done = ended(WRAPPED.format(module=module, function=function, arguments=arguments, signal=name), tmp_path)
    assert (done.returncode, done.stderr) == (code, b"")


AFTERWARDS = """
import os, signal, sys, threading, time
class Kept:
    def __del__(self):
        os.kill(os.getpid(), signal.{signal})
sys.modules["kept"] = Kept()
threading.Thread(target=time.sleep, args=(600,), daemon=True).start()
import sociable.__main__
sociable.__main__.sys.argv[1:] = ["--version"]
sociable.__main__.main()
"""


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT"])
def test_when_all_is_done_it_has_succeeded(tmp_path: Path, name: str) -> None:
    """Python takes itself apart at the end where there are threads, and meets signals no more."""
    done = ended(AFTERWARDS.format(signal=name), tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.startswith(b"sociable ")


DROPPED = """
import os, signal, weakref
import sociable.pipeline
class Thing:
    pass
class Dying:
    def __del__(self):
        os.kill(os.getpid(), signal.{signal})
        pass
def going():
    try:
        yield 1
    finally:
        os.kill(os.getpid(), signal.{signal})
        pass
def dropped(*_, **__):
    {how}
    while True: pass
sociable.pipeline.derive = dropped
import sociable.__main__
sociable.__main__.sys.argv[1:] = ["check", "a.yml"]
sociable.__main__.main()
"""


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGINT", 130)])
@pytest.mark.parametrize(
    "how",
    [
        "Dying()",
        "next(going())",
        "thing = Thing(); seen = weakref.ref(thing, lambda _: os.kill(os.getpid(), signal.{signal})); del thing",
    ],
)
def test_where_python_drops_what_is_raised(tmp_path: Path, name: str, code: int, how: str) -> None:
    (tmp_path / "a.yml").write_text("sociable: 1\naccounts: {c: {platform: x}}\nautomations: []\n", encoding="utf-8")
    done = ended(DROPPED.format(how=how.format(signal=name), signal=name), tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")


BEGINNING = """
import os, pathlib, signal, sys
if "--multiprocessing-fork" in sys.orig_argv:
    try:
        pathlib.Path(__file__).with_name("pressed").mkdir()
    except FileExistsError:
        pass
    else:
        os.killpg(0, signal.SIGINT)
"""
"""Ctrl-C while the first of them gets ready."""


@pytest.mark.parametrize("workers", ["1", "3"])
def test_quietly_while_processes_of_a_fleet_begin(tmp_path: Path, workers: str) -> None:
    """A terminal sends Ctrl-C to all of them, also to those in which Python is still getting ready."""
    (tmp_path / "sitecustomize.py").write_text(BEGINNING, encoding="utf-8")
    three_projects(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "sociable", "fleet", "--no-cache", "--workers", workers, "one", "two", "three"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(tmp_path), OUR_CODE))},
        capture_output=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGINT", 130)])
@pytest.mark.parametrize(("module", "function"), [("fleet.many", "_outcome"), ("cli.commands.fleet", "write_text")])
def test_quietly_while_a_fleet_is_at_work(tmp_path: Path, name: str, code: int, module: str, function: str) -> None:
    """Also no process of its own is left: as long as there is one, standard error stays open."""
    three_projects(tmp_path)
    arguments = ["fleet", "--no-cache", "--workers", "2", "--output", "out", "one", "two", "three"]
    done = ended(INSIDE.format(module=module, function=function, arguments=arguments, signal=name), tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")
    assert not list((tmp_path / "out").iterdir())


WHERE = """
import os, signal, sys
import {module} as module
real = module.{function}
def asked(*given, **more):
    {before}
    os.kill(os.getpid(), signal.SIGTERM)
    {after}
module.{function} = asked
import sociable.__main__
sys.argv[1:] = ["fleet", "--no-cache", "--workers", "2", "one", "two", "three"]
sociable.__main__.main()
"""
"""A signal before or after something that Python does for processes."""


@pytest.mark.parametrize(("before", "after"), [("", "return real(*given, **more)"), ("real(*given, **more)", "")])
@pytest.mark.parametrize(
    ("module", "function"),
    [
        ("concurrent.futures.process", "ProcessPoolExecutor.shutdown"),
        ("concurrent.futures.process", "ProcessPoolExecutor._adjust_process_count"),
        ("multiprocessing.resource_tracker", "register"),
        ("multiprocessing.popen_spawn_posix", "Popen._launch"),
    ],
)
def test_quietly_wherever_processes_begin_and_end(
    tmp_path: Path, module: str, function: str, before: str, after: str
) -> None:
    three_projects(tmp_path)
    program = WHERE.format(module=module, function=function, before=before, after=after)
    done = ended(program, tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (143, b"", b"")


KILLED = """
import os, signal
from sociable.fleet import many
many._outcome = lambda crew, name, task: (crew.done(task), os.kill(os.getpid(), signal.SIGKILL))
list(many.check_many(["one"]))
"""


def test_no_process_of_a_fleet_outlives_it(tmp_path: Path) -> None:
    """Nothing tells them that it was killed: they see it, and standard error is closed."""
    three_projects(tmp_path)
    assert ended(KILLED, tmp_path).returncode == -signal.SIGKILL


EVERYWHERE = """
import os, signal, sys
import sociable.__main__ as entry, sociable.cli.console as console
sys.argv[1:] = ["--version"]
OURS = (entry.__file__, console.__file__)

def interrupted_at(number):
    begun = 0
    def trace(frame, event, _):
        nonlocal begun
        if frame.f_code.co_filename not in OURS:
            return None
        frame.f_trace_opcodes = True
        begun += event == "opcode"
        if begun == number and event == "opcode":
            os.write(place, f"{os.path.basename(frame.f_code.co_filename)}:{frame.f_lineno}".encode())
            os.kill(os.getpid(), signal.SIGNAL)
        return trace
    sys.settrace(trace)
    try:
        entry.main()
    except SystemExit as left:
        os._exit(left.code)

number = 0
while True:
    number += 1
    read, place = os.pipe()
    child = os.fork()
    if not child:
        os.dup2(os.open("said", os.O_CREAT | os.O_TRUNC | os.O_WRONLY), 2)
        interrupted_at(number)
    os.close(place)
    where = os.read(read, 100).decode()
    os.close(read)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if not where:
        break
    said = open("said", encoding="utf-8").read()
    if code != CODE or said:
        os.write(2, f"{where}: {code} {said}".encode())
os.write(2, f"{number > 200}".encode())
"""
"""A signal at each instruction of the beginning and the end, each in a process of its own."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that goes on from here")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGINT", 130)])
def test_quietly_at_each_step_of_the_beginning_and_the_end(
    tmp_path: Path, name: str, code: int, unbuffered: str
) -> None:
    done = subprocess.run(
        [sys.executable, "-c", EVERYWHERE.replace("signal.SIGNAL", f"signal.{name}").replace("CODE", str(code))],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": OUR_CODE, "PYTHONUNBUFFERED": unbuffered},
        capture_output=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        timeout=120,
        check=False,
    )
    assert done.stderr == b"True"
