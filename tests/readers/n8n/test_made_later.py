"""What a model makes after somebody was asked, nobody has agreed to; unless it is shown as well."""

from typing import Any

import pytest

from tests.readers.n8n.exports import WRITER, line, node, parts, rules, workflow

CLOCK = node("Clock", "scheduleTrigger", {"rule": {"interval": [{"field": "hours", "hoursInterval": 1}]}}, version=1.2)
ASK = node("Ask", "slack", {"operation": "sendAndWait", "channelId": "desk", "message": "Shall we?"}, version=2.3)
AGAIN = node("Again", "slack", {"operation": "sendAndWait", "channelId": "desk", "message": "This?"}, version=2.3)
POST = node("Post", "linkedIn", {"text": "={{ $('Writer').item.json.output }}", "postAs": "person"})
FIRST = (("Clock", "Writer"), ("Writer", "Ask"), ("Ask", "Post"))
LATER = (("Clock", "Ask"), ("Ask", "Writer"), ("Writer", "Post"))
BACK = (*LATER, ("Writer", "Ask"))
SHOWN = (("Clock", "Ask"), ("Ask", "Writer"), ("Writer", "Again"), ("Again", "Post"))


@pytest.mark.parametrize(("ways", "told"), [(FIRST, False), (LATER, True), (BACK, False), (SHOWN, False)])
def test_what_is_written_after_the_question_is_not_approved(ways: tuple[tuple[str, str], ...], told: bool) -> None:
    nodes: list[dict[str, Any]] = [CLOCK, ASK, AGAIN, WRITER, POST]
    assert ("unreviewed-ai-post" in rules(workflow(nodes, *ways))) is told


def test_a_film_is_where_it_lies_and_not_what_sort_of_thing_it_is() -> None:
    film = '{"type": "video", "url": "{{ $json.url }}"}'
    body = f'{{"content": "Look", "platforms": [{{"platform": "x"}}], "mediaItems": [{film}]}}'
    given = {"method": "POST", "url": "https://getlate.dev/api/v1/posts", "sendBody": True, "jsonBody": f"={body}"}
    _, part = parts(line(CLOCK, node("Post", "httpRequest", given, version=4.2)))
    assert [ref.path for ref in part.beside["media"].refs] == [("url",)]
