"""The samples that are kept beside the project, if they are there: what must be found in each, and where."""

from os import listdir
from os.path import dirname, isdir, join

import pytest
from sociable.pipeline import Request, check

SAMPLES = join(dirname(__file__), "../../../shared/importers/samples")

pytestmark = pytest.mark.skipif(not isdir(SAMPLES), reason="the samples are not beside this checkout")

FOUND = {
    "01-bluesky-follow-back-and-welcome": ["auto-follow-back 109:16", "welcome-dm 180:21"],
    "02-x-search-ai-reply": ["unsolicited-reply 89:17", "unreviewed-ai-reply 89:17"],
    "03-approved-post": [],
    "04-approval-bypassed": ["unreviewed-ai-post 122:17"],
    "05-instagram-comment-to-dm": ["comment-for-dm 89:16", "open-facts 89:16"],
    "06-bulk-whatsapp-gateway": ["unofficial-access 89:16"],
    "07-feed-crosspost-with-disabled": [],
    "08-telegram-bot-one-line": ["unreviewed-ai-reply 1:1308", "open-facts 1:1308"],
    "09-all-workflows-with-subworkflow": [
        "auto-connect 142:18",
        "unofficial-access 142:18",
        "unofficial-access 31:18",
    ],
    "10-agent-with-posting-tools": ["unreviewed-ai-post 56:17", "unread-engagement 76:22"],
    "11-errors-branches-merge": [],
    "13-gramaddict-config": ["follow-the-followers 5:1", "unofficial-access 5:1", "follow-churn 10:1", "bulk-dm 14:1"],
    "14-make.blueprint": ["unreviewed-ai-post 66:44", "unreviewed-ai-post 100:44"],
    "15-github-workflow-greet-and-post": ["open-facts 14:11"],
}

SILENT = ("03-approved-post", "07-feed-crosspost-with-disabled", "15-github-workflow-greet-and-post")


@pytest.mark.parametrize("sample", FOUND)
def test_what_must_be_found_is_found_there(sample: str) -> None:
    (name,) = (each for each in listdir(SAMPLES) if each.startswith(sample))
    report = check(Request((join(SAMPLES, name),)))
    places = [
        (each.rule, span) for each in report.findings for span in (each.span, *(one.span for one in each.related))
    ]
    found = {f"{rule} {span.line}:{span.column}" for rule, span in places}
    assert set(FOUND[sample]) <= found
    if sample in SILENT:
        assert [each.rule for each in report.findings if each.severity != "info"] == []


def test_what_is_not_understood_is_told_and_nothing_is_guessed() -> None:
    report = check(Request((join(SAMPLES, "12-gallery-wrapper-unknown-and-emptied.json"),)))
    (coverage,) = report.coverage.values()
    missed = {(part.called, part.reason, part.span.line) for part in coverage.parts if part.reason}
    assert missed == {
        ("Emptied", "parameters-missing", 31),
        ("Community node", "unknown-node", 47),
        ("Computed address", "computed-address", 57),
        ("Telegram", "parameters-missing", 81),
    }
    assert report.findings == ()
