"""What is published works in an empty environment, far from the checkout."""

import os
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import sociable.version

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.xdist_group("wheel")  # built and installed once, not once for each worker

SHAMING = """\
sociable: 1
accounts:
  council: {platform: x}
automations:
  - id: name-and-shame
    account: council
    when: unfollowed
    do:
      - post: "{{ event.user.handle }} has just unfollowed us."
"""

Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def built(environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist of the checkout, and the wheel that was built from that sdist."""
    folder = tmp_path_factory.mktemp("built")
    subprocess.run(
        [sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT], env=environment, check=True
    )
    return folder


@pytest.fixture(scope="module")
def installed(built: Path, environment: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that holds the wheel and what it asks for, nothing else."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, symlinks=True)
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", home / "bin" / "python", "install", *built.glob("*.whl")],
        env=environment,
        check=True,
    )
    return home / "bin"


@pytest.fixture
def run(installed: Path, environment: dict[str, str], tmp_path: Path) -> Run:
    """Run an installed program from an empty folder."""

    def run(program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [installed / program, *arguments],
            cwd=tmp_path,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
        )

    return run


def files_under(folder: Path) -> set[str]:
    return {os.fspath(path.relative_to(ROOT)) for path in folder.rglob("*") if path.is_file()}


def test_the_wheel_carries_the_package_the_rules_the_schemas_a_man_page_and_nothing_else(built: Path) -> None:
    (wheel,) = built.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()

    name = f"sociable-{sociable.version.__version__}"
    assert {each.split("/")[0] for each in names} == {"sociable", f"{name}.dist-info", f"{name}.data"}
    assert [each for each in names if ".data/" in each] == [f"{name}.data/data/share/man/man1/sociable.1"]
    assert "sociable/py.typed" in names
    data = {name.removeprefix("sociable/data/") for name in names if name.startswith("sociable/data/")}
    assert data == files_under(ROOT / "rules") | files_under(ROOT / "schemas")


def test_the_sdist_carries_what_building_and_testing_take(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}

    assert {"Makefile", "LICENSE", "README.md", "pyproject.toml", "requirements/dev.txt"} <= names
    assert files_under(ROOT / "rules") | files_under(ROOT / "schemas") | files_under(ROOT / "examples") <= names
    assert {os.fspath(path.relative_to(ROOT)) for path in (ROOT / "tests").rglob("*.py")} <= names


def test_the_installed_command_says_its_version(run: Run) -> None:
    result = run("sociable", "--version")

    assert (result.returncode, result.stderr) == (0, "")
    assert sociable.version.__version__ in result.stdout


def test_the_installed_command_finds_every_rule_without_the_checkout(run: Run, installed: Path) -> None:
    package = run("python", "-c", "import sociable; print(sociable.__file__)").stdout
    assert package.startswith(os.fspath(installed.parent))

    result = run("sociable", "rules", "list")

    assert (result.returncode, result.stderr) == (0, "")
    assert {page.stem for page in (ROOT / "rules").glob("*/*.md")} <= set(result.stdout.split())


def test_the_installed_command_lints(run: Run, tmp_path: Path) -> None:
    (tmp_path / "shaming.yml").write_text(SHAMING)

    result = run("sociable", "check", "shaming.yml")

    assert (result.returncode, result.stderr) == (1, "")
    assert "unfollow-shaming" in result.stdout


def test_the_wheel_is_the_same_bytes_twice(checkout: Path, environment: dict[str, str], tmp_path: Path) -> None:
    wheels = []
    for number, zone in enumerate(("UTC", "Pacific/Auckland")):
        copy = tmp_path / f"copy {number}"
        shutil.copytree(checkout, copy, symlinks=True)
        for file in copy.rglob("*.py"):
            os.utime(file, (1_000_000_000 + number * 86_400,) * 2)
        subprocess.run(
            [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", tmp_path / str(number), copy],
            env={**environment, "SOURCE_DATE_EPOCH": "1700000000", "TZ": zone, "PYTHONHASHSEED": str(number)},
            check=True,
        )
        (wheel,) = (tmp_path / str(number)).glob("*.whl")
        wheels.append((wheel.name, wheel.read_bytes()))
    assert wheels[0] == wheels[1]
