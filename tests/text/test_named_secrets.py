"""Values that only their names tell to be keys: hidden wherever they stand, and nothing else with them."""

import pytest
from sociable.text.secret_patterns import find, hidden, hidden_part

IN_YAML = (
    "password: ‹hunter›",
    "  password:   ‹hunter two›  # of the museum",
    "- passwd: ‹hunter›",
    "smtp_pass: ‹hunter›",
    "dbPassword: ‹hunter›",
    "PGPASSWORD: ‹hunter›",
    "api_key: ‹hunter›",
    "apikey: ‹hunter›",
    "access_key: ‹hunter›",
    "x.client-secret: ‹hunter›",
    "TOKEN_2: ‹hunter›",
    'password: "‹hunter \\" two›"',
    "password: '‹hunter ''s two›'",
    "'password': '‹hunter›'",
    '? "password" : "‹hunter›"',
    "password: !!str ‹hunter›",
    "password: &pw ‹hunter›",
    "passphrase: ‹correct horse battery staple›",
    "password: |\n  ‹hunter\n  two›\nnext: one",
    "a:\n  - password: >-\n      ‹hunter\n\n      two›\n    next: one",
    "password:\n  ‹hunter›\nnext: one",
    "{user: museum, password: ‹hunter two›, next: one}",
    "{password: ‹hunter›}",
    "# password: ‹hunter›",
    "cookie: ‹a=b; c=d e›",
    "bearer: ‹hunter›",
    "- name: DB_PASSWORD\n  value: ‹hunter›",
    "Kennwort: ‹hunter›",
    "password: ‹12345›",
    "password: ‹abc›",
)
IN_JSON = (
    '{"password": "‹hunter›"}',
    '{"password":"‹hunter \\" two›","next":1}',
    '{"pwd" : ‹12345›, "next": 1}',
    '{"clientSecret":\n  "‹hunter›"}',
    '{"name": "X-API-Key", "value": "‹hunter›"}',
    '{"key": "token",\n      "value": "‹hunter›"}',
    '{"code": "const password = \'‹hunter›\';\\nlet a"}',
    '{"code": "{\\"password\\": \\"‹hunter›\\"}"}',
    '{"notes": "All of it\\npassword: ‹hunter›\\nand more"}',
    '{"name": "Authorization", "value": "=Basic ‹aHVudGVy›"}',
    '{"curl": "-H \'Authorization: Bearer ‹hunter›\' x"}',
)
IN_SHELLS = (
    "export TOKEN=‹hunter›",
    "TOKEN=‹hunter› ./post.sh",
    "set PASSWORD=‹hunter›",
    '$env:API_KEY = "‹hunter›"',
    "MYSQL_PWD=‹hunter›",
    "SMTP_PASSWORD='‹hunter two›'",
    "password = ‹hunter›",
    "curl --token ‹hunter› x",
    "curl --api-key=‹hunter› x",
    "curl -u museum:‹hunter› x",
    'curl --user "museum:‹hunter›" x',
    "headers['Authorization'] = 'Bearer ‹hunter›'",
    "'password' => '‹hunter›'",
    'password := "‹hunter›"',
    "Server=x;Uid=museum;Pwd=‹hunter›;Port=1",
    "<password>‹hunter›</password>",
)
IN_CALLS = (
    "Authorization: Bearer ‹hunter›",
    "Authorization: Basic ‹aHVudGVy›",
    "authorization: ‹hunter two›",
    "Cookie: ‹a=b; c=d›",
    "Set-Cookie: ‹a=b; Path=/›",
    "X-Api-Key: ‹hunter›",
    "https://a.example/b?token=‹hunter›&next=1",
    "https://a.example/b?next=1&api_key=‹hunter#c›",
    "https://a.example/b?sessionid=‹hunter›",
    "https://museum:‹hunter›@a.example",
    "postgres://museum:‹hunter›@a.example/b",
    "redis://:‹hunter›@a.example",
)
IN_SENTENCES = (
    "Sign in, the password: ‹hunter2› is new",
    "Password: ‹s3cret!› is what we use now",
    'The token is told by token: "‹hunter›"',
    "'Password: ‹hunter›'",
)


@pytest.mark.parametrize("texts", [IN_YAML, IN_JSON, IN_SHELLS, IN_CALLS, IN_SENTENCES])
def test_a_value_under_the_name_of_a_key_is_hidden(texts: tuple[str, ...]) -> None:
    for marked in texts:
        before, rest = marked.split("‹")
        value, after = rest.split("›")
        text = before + value + after
        shown = before + "".join(each if each == "\n" else "*" for each in value) + after
        assert hidden(text) == hidden(shown) == shown


PLAIN = (
    "our password: policy is a page of its own",
    "Password: write to us, and we send a new one.",
    "Forgotten your password? Write to us",
    "password: {{ secrets.museum }}",
    "password: ${{ secrets.MUSEUM }}",
    "TOKEN=$(cat file)",
    "TOKEN=$MUSEUM_TOKEN",
    'token: "=Bearer {{ $json.token }}"',
    "token: secrets.museum",
    "token = get_token()",
    "token: {id: 1}",
    "token: <your token>",
    "https://a.example/b?token=YOUR_TOKEN",
    "https://user:password@a.example",
    "tokens: 500",
    'a: "https://a.example/b?access_token=<YOUR-ACCESS-TOKEN>", "b": 1',
    "token_type: basic",
    "compass: north",
    "passport: needed",
    "secretary: Ann Example",
    "keyboard: small",
    "password:\n  - one",
    "password:\n  next: one",
    "password:\nnext: one",
    "if token == other",
    "token::new",
    "secret: true",
    "cookies: three kinds",
    "key: c major",
    "monkey: see",
    "a bearer of news",
    "when: {event: mentioned, words: [password, token]}",
)


def test_what_is_no_value_of_a_key_is_shown() -> None:
    for text in PLAIN:
        assert hidden(text) == text


def test_no_finding_tells_of_what_only_a_name_tells() -> None:
    for marked in (*IN_YAML, *IN_SHELLS):
        assert find(marked.replace("‹", "").replace("›", "")) == []


def test_a_line_of_a_block_is_hidden_by_itself() -> None:
    text = "a:\n  password: |\n    hunter\n    two\n  next: one\n"
    at = text.index("    two")
    assert hidden_part(text, at, at + 7) == "*" * 7


def test_a_letter_that_grows_when_it_is_small_moves_nothing() -> None:
    assert hidden("İİİİ password: hunter2") == "İİİİ password: *******"
