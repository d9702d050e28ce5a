"""Files that come in with an item, and what a flow itself has put into a table before it reads it."""

from typing import Any

import pytest

from tests.readers.n8n.exports import DAILY, WRITER, line, node, part, rules, workflow

DRAWN = node("Draw", "@n8n/n8n-nodes-langchain.openAi", {"resource": "image", "prompt": "A garden"}, version=1.8)
OURS = node("Ours", "googleDrive", {"operation": "download", "fileId": {"value": "f"}}, version=3)
SHEET = {"documentId": {"value": "d"}, "sheetName": {"value": "s"}}


def told(*nodes: dict[str, Any]) -> set[str]:
    return rules(line(DAILY, *nodes))


def youtube(**more: Any) -> dict[str, Any]:
    return node("Post", "youTube", {"resource": "video", "operation": "upload", "title": "Gardens", **more})


def linkedin(category: str) -> dict[str, Any]:
    return node("Post", "linkedIn", {"text": "Gardens", "shareMediaCategory": category})


def channel(**more: Any) -> dict[str, Any]:
    return node("Post", "telegram", {"chatId": "@gardens", "operation": "sendPhoto", **more}, version=1.2)


def graph(**more: Any) -> dict[str, Any]:
    return node("Post", "facebookGraphApi", {"httpRequestMethod": "POST", "node": "1", "edge": "photos", **more})


def form(name: str) -> dict[str, Any]:
    sent = [
        {"name": "platform[]", "value": "instagram"},
        {"name": "title", "value": "Gardens"},
        {"name": name, "parameterType": "formBinaryData", "inputDataFieldName": "data"},
    ]
    return node(
        "Post",
        "httpRequest",
        {
            "method": "POST",
            "url": "https://api.upload-post.com/api/upload_photos",
            "sendBody": True,
            "bodyParameters": {"parameters": sent},
        },
        version=4.2,
    )


@pytest.mark.parametrize(
    ("post", "is_seen"),
    [
        (youtube(), True),
        (youtube(options={"publishAt": "2027-01-01"}), True),
        (youtube(options={"privacyStatus": "private"}), False),
        (linkedin("IMAGE"), True),
        (linkedin("NONE"), False),
        (channel(binaryData=True), True),
        (channel(file="https://example.org/ours.jpg"), False),
        (graph(sendBinaryData=True), True),
        (graph(), False),
        (form("photos[]"), True),
        (form("note"), False),
    ],
)
def test_people_see_the_file_that_comes_in(post: dict[str, Any], is_seen: bool) -> None:
    assert ("unreviewed-ai-post" in told(DRAWN, post)) is is_seen
    assert "unreviewed-ai-post" not in told(OURS, post)


def kept(operation: str, into: dict[str, str], **where: Any) -> dict[str, Any]:
    written = {"mappingMode": "defineBelow", "value": into}
    return node("Keep", "googleSheets", {"operation": operation, "columns": written, **SHEET, **where}, version=4.5)


def read(**where: Any) -> dict[str, Any]:
    return node("Read", "googleSheets", {**SHEET, **where}, version=4.5)


def posted(key: str, of: str = "$json") -> dict[str, Any]:
    return node("Post", "twitter", {"text": f"={{{{ {of}['{key}'] }}}}"}, version=2)


WORDS = {"Post": "={{ $json.output }}", "Topic": "Gardens"}


@pytest.mark.parametrize(
    ("nodes", "is_written_by_ai"),
    [
        ((WRITER, kept("append", WORDS), read(), posted("Post")), True),
        ((WRITER, kept("append", WORDS), read(), posted("Topic")), False),
        ((WRITER, kept("append", WORDS), read(documentId={"value": "other"}), posted("Post")), False),
        ((read(), WRITER, kept("append", WORDS), posted("Post", "$('Read').item.json")), False),
    ],
)
def test_what_a_flow_put_into_a_table_comes_out_of_it(
    nodes: tuple[dict[str, Any], ...], is_written_by_ai: bool
) -> None:
    assert ("unreviewed-ai-post" in told(*nodes)) is is_written_by_ai


def test_a_whole_item_comes_out_of_a_table_key_by_key() -> None:
    whole = node(
        "Keep",
        "googleSheets",
        {"operation": "append", "columns": {"mappingMode": "autoMapInputData"}, **SHEET},
        version=4.5,
    )
    assert "unreviewed-ai-post" in told(WRITER, whole, read(), posted("output"))
    assert "unreviewed-ai-post" not in told(whole, read(), posted("output"))


def test_columns_of_other_tables_are_known_by_their_names() -> None:
    values = {"fieldValues": [{"fieldId": "post", "fieldValue": "={{ $json.output }}"}]}
    keep = node("Keep", "supabase", {"operation": "create", "tableId": "t", "fieldsUi": values})
    get = node("Read", "supabase", {"operation": "getAll", "tableId": "t"})
    assert "unreviewed-ai-post" in told(WRITER, keep, get, posted("post"))
    assert "unreviewed-ai-post" not in told(WRITER, keep, get, posted("title"))


def test_a_key_with_dots_is_put_together_of_what_lies_below_it() -> None:
    listed = [{"name": "snippet.title", "type": "string", "value": "={{ $json.output }}"}]
    keep = node("Keep", "set", {"assignments": {"assignments": listed}}, version=3.4)
    sent = {"parameters": [{"name": "snippet", "value": "={{ $json.snippet }}"}]}
    upload = {"method": "POST", "url": "https://www.googleapis.com/upload/youtube/v3/videos", "bodyParameters": sent}
    assert "unreviewed-ai-post" in told(WRITER, keep, node("Post", "httpRequest", upload, version=4.2))


def article(body: str) -> dict[str, Any]:
    return node(
        "Post",
        "httpRequest",
        {"method": "POST", "url": "https://dev.to/api/articles", "specifyBody": "json", "jsonBody": body},
        version=4.2,
    )


@pytest.mark.parametrize(("published", "verb"), [("true", "post"), ("false", "draft"), ("isReady", "draft")])
def test_a_program_that_makes_a_body_says_whether_it_is_published(published: str, verb: str) -> None:
    body = f"={{{{ (() => {{ return {{ article: {{ title: 'News', published: {published} }} }}; }})() }}}}"
    assert part("httpRequest", article(body)["parameters"], version=4.2).verb == verb


@pytest.mark.parametrize(("read_from", "is_written_by_ai"), [("$json.output", True), ("$now", False)])
def test_a_name_in_such_a_program_holds_what_the_program_reads(read_from: str, is_written_by_ai: bool) -> None:
    made = "{ article: { body_markdown: words, published: true } }"
    body = f"={{{{ (() => {{ let words = {read_from}; return {made}; }})() }}}}"
    assert ("unreviewed-ai-post" in told(WRITER, article(body))) is is_written_by_ai


@pytest.mark.parametrize("method", ["POST", "=POST"])
def test_a_method_that_is_marked_as_filled_in_and_is_not(method: str) -> None:
    call = {"method": method, "url": "https://api.x.com/2/tweets", "sendBody": True}
    assert part("httpRequest", call, version=4.2).verb == "post"


def rendered(*before: dict[str, Any]) -> set[str]:
    body = {"parameters": [{"name": "timeline", "value": "={{ $json.output ?? $json.data }}"}]}
    film = {"method": "POST", "url": "https://api.shotstack.io/v1/render", "sendBody": True, "bodyParameters": body}
    get = node("Get", "httpRequest", {"url": "={{ $json.url }}"}, version=4.2)
    return told(*before, node("Film", "httpRequest", film, version=4.2), get, youtube())


def test_a_film_is_made_of_what_is_put_into_it() -> None:
    assert "unreviewed-ai-post" in rendered(WRITER)
    assert "unreviewed-ai-post" not in rendered(OURS)


def test_what_a_model_itself_puts_into_a_table_comes_out_of_it() -> None:
    keep = {**kept("update", {"Post": "={{ $fromAI('Post') }}"}), "type": "n8n-nodes-base.googleSheetsTool"}
    way = workflow(
        [DAILY, WRITER, keep, read(), posted("Post")],
        ("Daily", "Writer"),
        ("Keep", "ai_tool", "Writer"),
        ("Writer", "Read"),
        ("Read", "Post"),
    )
    assert "unreviewed-ai-post" in rules(way)


@pytest.mark.parametrize(("key", "is_written_by_ai"), [("Post", True), ("Topic", False)])
def test_what_is_put_into_a_column_stands_there_in_what_is_handed_on(key: str, is_written_by_ai: bool) -> None:
    assert ("unreviewed-ai-post" in told(WRITER, kept("append", WORDS), posted(key))) is is_written_by_ai


def test_a_link_that_a_program_makes_beside_words_of_a_model_hides_nothing() -> None:
    made = node("Link", "code", {"jsCode": "return [{json: {link: shorten($json.id)}}]"}, version=2)
    post = node("Post", "twitter", {"text": "={{ $json.output }} {{ $('Link').item.json.link }}"}, version=2)
    assert "unreviewed-ai-post" in told(made, WRITER, post)


@pytest.mark.parametrize(("key", "is_echo"), [("tweet_text", True), ("fullText", True), ("tweet_id", False)])
def test_words_of_somebody_elses_post_are_known_by_their_key(key: str, is_echo: bool) -> None:
    asked = {"url": "https://api.twitterapi.io/twitter/user/last_tweets?userName=somebody"}
    look = node("Look", "httpRequest", asked, version=4.2)
    post = node("Post", "telegram", {"chatId": "@gardens", "text": f"={{{{ $json.{key} }}}}"}, version=1.2)
    assert ("unmoderated-echo" in told(look, post)) is is_echo


def test_a_recording_of_ours_is_loaded_from_where_it_came_in() -> None:
    came = node("Came", "googleDriveTrigger", {"event": "fileCreated"})
    load = node("Load", "googleDrive", {"operation": "download", "fileId": "={{ $('Came').item.json.id }}"}, version=3)
    assert "unreviewed-ai-post" not in rules(line(came, WRITER, DRAWN, load, youtube()))
    assert "unreviewed-ai-post" in rules(line(came, WRITER, DRAWN, youtube()))
