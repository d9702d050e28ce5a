"""The published hook, run by the real pre-commit on a repository of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.xdist_group("pre-commit")  # the hook is installed once, not once for each worker

FOLLOW_BACK = """\
sociable: 1
accounts:
  {account}: {{platform: mastodon}}
automations:
  - id: {account}-follows-back
    account: {account}
    when: followed
    do: [follow: event.user]
"""

TELL_THE_TEAM = """\
sociable: 1
automations:
  - id: tell-the-team
    account: council
    when: mentioned
    do: [notify: comms team]
"""

COUNCIL = """\
sociable: 1
accounts:
  council:
    platform: mastodon
    automated_label: true
    operator: "@jane"
    inbox: {read_by: comms team, reply_within: 1 day}
"""


@pytest.fixture(scope="module")
def hook(checkout: Path, environment: dict[str, str]) -> str:
    """The lines of a ``.pre-commit-config.yaml`` that takes the hook from the project as it stands."""
    git(checkout, environment, "init")
    git(checkout, environment, "add", "--all", "--force")
    git(checkout, environment, "commit", "--message", "as it stands")
    revision = git(checkout, environment, "rev-parse", "HEAD").strip()
    return f"repos: [{{repo: '{checkout}', rev: {revision}, hooks: [{{id: sociable}}]}}]\n"


class Repository:
    """A scratch repository that uses the hook."""

    def __init__(self, folder: Path, environment: dict[str, str], hook: str) -> None:
        self.folder = folder
        self.environment = environment
        git(folder, environment, "init")
        self.add(".pre-commit-config.yaml", hook)

    def add(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text)
        git(self.folder, self.environment, "add", name)

    def pre_commit(self, *arguments: str) -> tuple[int, str]:
        """The exit code and all that was printed."""
        result = subprocess.run(
            [sys.executable, "-m", "pre_commit", *arguments],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        return result.returncode, result.stdout


@pytest.fixture
def repository(tmp_path: Path, environment: dict[str, str], hook: str) -> Repository:
    return Repository(tmp_path, environment, hook)


def git(folder: Path, environment: dict[str, str], *arguments: str) -> str:
    """What git printed; ``CalledProcessError``, which carries it as its ``stdout``, where git fails."""
    identity = ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false"]
    command = ["git", "-c", "init.defaultBranch=main", *identity, *arguments]
    return subprocess.run(
        command,
        cwd=folder,
        env=environment,
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ).stdout


def test_a_loop_over_two_files_is_reported_when_only_one_of_them_is_named(repository: Repository) -> None:
    repository.add("one.yml", FOLLOW_BACK.format(account="library"))
    repository.add("two.yml", FOLLOW_BACK.format(account="museum"))

    code, output = repository.pre_commit("run", "--files", "one.yml")

    assert code == 1, output
    assert "auto-follow-loop" in output
    assert "two.yml" in output


def test_half_of_a_loop_is_no_loop(repository: Repository) -> None:
    repository.add("one.yml", FOLLOW_BACK.format(account="library"))

    _, output = repository.pre_commit("run", "--verbose", "--files", "one.yml")

    assert "one.yml" in output
    assert "auto-follow-loop" not in output


def test_what_is_wrong_only_in_other_files_does_not_stop_a_commit(repository: Repository) -> None:
    repository.add("accounts.yml", COUNCIL)
    repository.add("loop-one.yml", FOLLOW_BACK.format(account="library"))
    repository.add("loop-two.yml", FOLLOW_BACK.format(account="museum"))
    git(repository.folder, repository.environment, "commit", "--message", "what there is")
    repository.add("team.yml", TELL_THE_TEAM)

    code, output = repository.pre_commit("run", "--files", "team.yml")

    assert code == 0, output


def test_an_account_of_another_file_is_known(repository: Repository) -> None:
    repository.add("team.yml", TELL_THE_TEAM)
    code, output = repository.pre_commit("run", "--files", "team.yml")
    assert code == 1, output
    assert "unknown-account" in output

    repository.add("accounts.yml", COUNCIL)
    code, output = repository.pre_commit("run", "--files", "team.yml")
    assert code == 0, output


def test_an_account_that_is_called_otherwise_now_is_missed_in_other_files(repository: Repository) -> None:
    repository.add("accounts.yml", COUNCIL)
    repository.add("team.yml", TELL_THE_TEAM)
    repository.add("other.yml", TELL_THE_TEAM.replace("council", "museum").replace("id: ", "id: other-"))
    git(repository.folder, repository.environment, "commit", "--message", "what there is")
    code, output = repository.pre_commit("run", "--files", "team.yml")
    assert code == 0, output  # what other.yml lacks, this change has not taken away

    repository.add("accounts.yml", COUNCIL.replace("council", "counsel"))
    code, output = repository.pre_commit("run", "--files", "accounts.yml")
    assert code == 1, output
    assert "team.yml" in output
    assert "unknown-account" in output


def test_a_commit_without_automation_files_passes(repository: Repository) -> None:
    repository.add("compose.yml", "services: {web: {image: nginx}}\n")
    repository.add("package.json", '{"name": "website"}\n')

    code, output = repository.pre_commit("run", "--all-files")

    assert code == 0, output
    assert "Passed" in output


def test_a_commit_that_only_deletes_a_file_is_stopped(repository: Repository) -> None:
    repository.add("accounts.yml", COUNCIL)
    repository.add("team.yml", TELL_THE_TEAM)
    repository.add("other.yml", TELL_THE_TEAM.replace("council", "museum").replace("id: ", "id: other-"))
    git(repository.folder, repository.environment, "commit", "--message", "what there is")
    repository.pre_commit("install")
    git(repository.folder, repository.environment, "rm", "accounts.yml")

    with pytest.raises(subprocess.CalledProcessError) as stopped:
        git(repository.folder, repository.environment, "commit", "--message", "no accounts")

    assert "team.yml" in stopped.value.stdout
    assert "unknown-account" in stopped.value.stdout
    assert "other.yml" not in stopped.value.stdout  # it has lacked one before

    git(repository.folder, repository.environment, "rm", "--force", "team.yml")
    git(repository.folder, repository.environment, "commit", "--message", "no accounts, and nothing that needs them")


def test_git_commit_itself_is_stopped(repository: Repository) -> None:
    code, output = repository.pre_commit("install")
    assert code == 0, output
    repository.add("one.yml", FOLLOW_BACK.format(account="library"))
    repository.add("two.yml", FOLLOW_BACK.format(account="museum"))

    with pytest.raises(subprocess.CalledProcessError) as stopped:
        git(repository.folder, repository.environment, "commit", "--message", "two that follow back")

    assert "auto-follow-loop" in stopped.value.stdout
