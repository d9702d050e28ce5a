"""What a change causes in files that it does not touch: told of the files that are named, and since a commit."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.calls import called
from tests.project.test_companions import BOT

ACCOUNTS = 'sociable: 1\naccounts: {club: {platform: lemmy, handle: "@club", automated_label: true, operator: us}}\n'
LISTS = "sociable: 1\nlists: {members_of_old: {came_by: form, agreed_to: news, out_by: [link]}}\n"
PLACES = "sociable: 1\nplaces: {lounge: {members: 5200, allowed_by: the moderators}}\n"
LISTENS = """\
sociable: 1
automations:
  - {id: hears, account: club, when: {event: mentioned, from: members_of_old}, do: [notify: us]}
"""
WRITES = """\
sociable: 1
automations:
  - {id: writes, account: club, when: {event: schedule, every: 1 week}, do: [dm: {target: members_of_old, text: News.}]}
"""
POSTS = """\
sociable: 1
automations:
  - id: posts
    account: club
    when: {event: post_matched, contains: [climbing], in: lounge}
    do: [reply: "Come and climb at our club."]
"""
OTHER = "sociable: 1\naccounts: {shop: {platform: x, handle: '@shop'}}\n"
COMPANION = """\
sociable: 1
accounts:
  council: {platform: telegram, handle: "@council_bot", automated_label: true, inbox: {read_by: press office}}
imports: [{accounts: {Main bot: council}, approved: {Answer: press office}}]
"""


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(**files: str) -> None:
    for name, text in files.items():
        Path(f"{name}.yml").write_text(text)


def git(*arguments: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], check=True, capture_output=True)


def commit() -> None:
    if not Path(".git").exists():
        git("init")
    git("add", "--all")
    git("commit", "--allow-empty", "--message", "so far")


class Told:
    """Checks, and what each told."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self._capsys = capsys

    def of(self, *arguments: str) -> set[str]:
        """Each finding as ``FILE RULE``."""
        self._capsys.readouterr()
        called("check", "--format", "jsonl", "--allow-nothing", *arguments)
        found = map(json.loads, self._capsys.readouterr().out.splitlines())
        return {f"{each['place']['path']} {each['rule']}" for each in found if "rule" in each}


@pytest.fixture(name="told")
def _told(capsys: pytest.CaptureFixture[str]) -> Told:
    return Told(capsys)


# Files that are named


def test_a_list_that_is_gone_is_missed_where_it_was_used(told: Told) -> None:
    write(accounts=ACCOUNTS, lists=LISTS, listens=LISTENS, writes=WRITES)
    assert "listens.yml not-understood" not in told.of()
    Path("lists.yml").unlink()
    assert "listens.yml not-understood" in told.of("--project", ".", "lists.yml")
    assert "listens.yml not-understood" not in told.of("--project", ".", "writes.yml")


def test_what_a_list_says_counts_where_it_is_used(told: Told) -> None:
    write(accounts=ACCOUNTS, lists=LISTS.replace("form", "scraped"), writes=WRITES, other=OTHER)
    assert "writes.yml bulk-dm" in told.of("--project", ".", "lists.yml")
    assert "writes.yml bulk-dm" not in told.of("--project", ".", "other.yml")


def test_what_a_place_says_counts_where_it_is_named(told: Told) -> None:
    write(accounts=ACCOUNTS, places=PLACES, posts=POSTS, lists=LISTS, listens=LISTENS)
    assert "posts.yml unsolicited-reply" not in told.of()
    write(places=PLACES.replace(", allowed_by: the moderators", ""))
    assert "posts.yml unsolicited-reply" in told.of("--project", ".", "places.yml")
    assert "posts.yml unsolicited-reply" not in told.of("--project", ".", "listens.yml")
    Path("places.yml").unlink()
    assert "posts.yml unsolicited-reply" in told.of("--project", ".", "places.yml")


def test_what_is_stated_of_an_export_counts_there(told: Told) -> None:
    Path("bot.json").write_text(json.dumps(BOT))
    write(who=COMPANION, more=LISTENS.replace("from: members_of_old", "").replace("club", "council"))
    assert "bot.json unreviewed-ai-reply" not in told.of()
    write(who=COMPANION.replace(", approved: {Answer: press office}", ""))
    assert "bot.json unreviewed-ai-reply" in told.of("--project", ".", "who.yml")
    assert "bot.json unreviewed-ai-reply" not in told.of("--project", ".", "more.yml")
    write(who=COMPANION.partition("imports")[0])
    assert "bot.json unreviewed-ai-reply" in told.of("--project", ".", "who.yml")
    Path("who.yml").unlink()
    assert "bot.json unreviewed-ai-reply" in told.of("--project", ".", "who.yml")


def test_a_statement_of_what_is_no_longer_exported_is_told(told: Told) -> None:
    Path("bot.json").write_text(json.dumps(BOT))
    write(who=COMPANION.replace("{accounts", "{files: bot.json, accounts"))
    assert "who.yml not-understood" not in told.of()
    Path("bot.json").unlink()
    write(more=OTHER)
    Path("else.json").write_text(json.dumps(BOT))
    assert "who.yml not-understood" in told.of("--project", ".", "bot.json")


def test_a_name_that_is_taken_by_now_is_told_to_whoever_took_it(told: Told) -> None:
    write(a=OTHER, b=OTHER.replace("shop:", "store:"))
    assert "b.yml not-understood" in told.of("--project", ".", "a.yml")
    write(a=LISTS, b=LISTS)
    assert "b.yml not-understood" in told.of("--project", ".", "a.yml")


# Since a commit

needs_git = pytest.mark.skipif(not shutil.which("git"), reason="there is no git here")


@needs_git
def test_since_a_commit_what_was_deleted_counts_too(told: Told) -> None:
    write(accounts=ACCOUNTS, lists=LISTS, listens=LISTENS)
    commit()
    assert told.of("--since", "HEAD") == set()
    git("rm", "lists.yml")
    assert told.of("--since", "HEAD") == {"listens.yml not-understood"}
    assert told.of("--project", ".", "--since", "HEAD") == {"listens.yml not-understood"}
    commit()
    assert told.of("--since", "HEAD") == set()
    assert told.of("--since", "HEAD~1") == {"listens.yml not-understood"}


@needs_git
def test_since_a_commit_only_what_has_come_is_told_of_other_files(told: Told) -> None:
    """In `posts.yml` something is found because there are no places, which was so before."""
    write(accounts=ACCOUNTS, lists=LISTS, listens=LISTENS, posts=POSTS)
    commit()
    assert any(each.startswith("posts.yml") for each in told.of())
    write(lists=LISTS.replace("members_of_old", "members_of_new"))
    assert told.of("--since", "HEAD") == {"listens.yml not-understood"}
    assert any(each.startswith("posts.yml") for each in told.of("--project", ".", "--since", "HEAD", "posts.yml"))


@needs_git
def test_since_a_commit_an_automation_that_is_gone_is_missed(told: Told) -> None:
    """Nothing names it: that it is missed shows only beside what was found before."""
    others = f"{OTHER}automations: [{{id: tells, account: shop, when: mentioned, do: [notify: us]}}]\n"
    write(accounts=ACCOUNTS, writes=WRITES.replace("members_of_old", "members"), other=others)
    commit()
    assert "accounts.yml unused-account" not in told.of()
    Path("writes.yml").unlink()
    assert "accounts.yml unused-account" not in told.of("--project", ".", "writes.yml")
    assert told.of("--since", "HEAD") == {"accounts.yml unused-account"}


@needs_git
def test_since_a_commit_a_changed_configuration_counts(told: Told) -> None:
    write(accounts=ACCOUNTS, posts=POSTS)
    Path("sociable.toml").write_text('ignore = ["consent"]\n')
    commit()
    assert told.of("--since", "HEAD") == set()
    Path("sociable.toml").write_text("")
    assert told.of("--since", "HEAD") == {"posts.yml unsolicited-reply"}


@needs_git
def test_since_a_commit_that_could_not_be_judged_all_is_new(told: Told) -> None:
    write(accounts=ACCOUNTS, posts=POSTS)
    Path("sociable.toml").write_text('ignore = ["no-such-rule"]\n')
    commit()
    Path("sociable.toml").write_text("")
    assert told.of("--since", "HEAD") == told.of() != set()


@needs_git
def test_before_the_first_commit_all_is_new(told: Told) -> None:
    write(accounts=ACCOUNTS, listens=LISTENS)
    git("init")
    git("add", "--all")
    assert told.of("--since", "HEAD") == told.of() != set()


@needs_git
def test_since_a_commit_takes_one_folder(capsys: pytest.CaptureFixture[str]) -> None:
    write(accounts=ACCOUNTS)
    assert called("check", "--since", "HEAD") == 2
    assert "is in no checkout of git" in capsys.readouterr().err
    commit()
    assert called("check", "--since", "HEAD", "accounts.yml") == 2
    assert "name the one folder to look at" in capsys.readouterr().err
    assert called("check", "--since", "gone") == 2
    assert "git knows no commit `gone` here" in capsys.readouterr().err
