"""Values that only their names tell to be keys: hidden wherever they stand, and nothing else with them."""

import re

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
    "password: |\n  ‹hunter›\n  ‹two›\nnext: one",
    "a:\n  - password: >-\n      ‹hunter›\n\n      ‹two›\n    next: one",
    "password:\n  ‹hunter›\nnext: one",
    "{user: museum, password: ‹hunter two›, next: one}",
    "{password: ‹hunter›}",
    "token: [‹hunter›, ‹two›]",
    "{password: ‹hunter two›",
    "# password: ‹hunter›",
    "cookie: ‹a=b; c=d e›",
    "bearer: ‹hunter›",
    "- name: DB_PASSWORD\n  value: ‹hunter›",
    "Kennwort: ‹hunter›",
    "password: ‹12345›",
    "password: ‹abc›",
    "Password: ‹hunter two›",
    "mailPass: ‹hunter›",
    "- password: |\n    ‹hunter›",
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
    "export TOKEN = ‹hunter two›",
    "SET PASSWORD = ‹hunter two›",
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
    "(password: ‹hunter›)",
)


BELOW = (
    "password:\n  - ‹hunter›\n  - ‹two›\nnext: one",
    "password:\n- ‹hunter›\n- ‹two three›  # one\nnext: one",
    "- password:\n  - ‹hunter›\n  next: one",
    "password:\n  museum: ‹hunter›\n  'town': \"‹two›\"\nnext: one",
    "passwords:\n  a:\n    - ‹hunter›\n    - b: ‹two›\n  c: [‹three›, {d: ‹four›}]\nnext: one",
    "api_keys:  # of all\r\n  - ‹hunter›\r\n  - '‹it''s›'\r\nnext: one",
    "token:\n  a: |\n    ‹b: hunter›\n    ‹- two›\n  c: ‹three›\nd: e",
    "token:\n  - >-\n    ‹hunter›\n  - ‹two›\nd: e",
    "token:\n  id: one\n  value: ‹hunter›\n",
    "token: !!str |  # of the museum\n  ‹hunter›\nnext: one",
    'token:\n  - "‹hunter\n    two›"\n  - ‹three›\nnext: one',
    "token:\n\n  - ‹hunter›\n\n  - ‹two›\n",
    "password: ‹hunter›\n  ‹two›\nnext: one",
    'password: "‹hunter\n  two›"\nnext: one',
    "password: '‹hunter\n  two›'\nnext: one",
    '"password":\n  - ‹hunter›\nnext: one',
    "password: |\n  ‹a: hunter›\nnext: one",
    "cookie: ‹a=b›\n  ‹c: d›\nnext: one",
    '"password: ‹hunter›"\n  next',
    "a:\n  password:\n    - ‹hunter›\nnext: one",
    "password: ‹hunter›\n- next",
    "password:\n  - ‹hunter›\n  ",
)
IN_BRACKETS = (
    '{"token": {"type": "string", "is": "‹hunter›", "all": [‹1›, ‹2›, {"a": "‹two›"}]}, "next": "one"}',
    '{"token": ["‹a, b›", "‹c]›"], "next": "one"}',
    '{"token": [\n  "‹hunter›",\n  "‹two›"\n], "next": "one"}',
    "{token: {a: {token: ‹hunter›}}, next: one}",
    "passwords = ['‹hunter›', \"‹two›\"]",
    '{"code": "token: [\\"‹hunter›\\", \\"‹two›\\"]", "next": "one"}',
    "token: [‹hunter›\n\nnext: one",
    '{"token": [{"id": "1"}, "‹hunter›"]}',
    "&quot;token&quot;: [&quot;‹a, b›&quot;, &quot;‹c›&quot;]",
    "token: ['‹it''s›', ‹two›]",
)
BESIDE = (
    '{"name": "token", "type": "string", "value": "‹hunter›"}',
    '{"value": "‹hunter›", "type": "string", "name": "token"}',
    '[{"name": "token", "value": "‹hunter›"}, {"name": "next", "value": "one"}]',
    "- name: TOKEN\n  type: string\n  value: ‹hunter›\n- name: next\n  value: one",
    "- name: next\n  value: one\n- value: ‹hunter›\n  name: TOKEN",
    '<add key="Password" value="‹hunter›"/><add key="next" value="one"/>',
)
IN_MARKS = (
    r'{"a": "{\"password\": \"‹a\\\\›\", \"next\": 1}"}',
    r'{"password": "‹a\\›", "next": "one"}',
    r'{"password": "‹a\\\"b›", "next": "one"}',
    "don't\npassword: '‹, hunter›'",
    "it's the password: '‹hunter›'",
    'password: "‹hunter two›',
    "password: '‹hunter two›\nnext: one",
    'password: "‹hunter›\n\nnext: "one"',
)
IN_OTHERS = (
    '"{""password"": ""‹hunter›"", ""next"": ""one""}"',
    '{"a": "{\\u0022password\\u0022:\\u0022‹hunter›\\u0022,\\u0022next\\u0022:1}"}',
    "&quot;password&quot;: &quot;‹hunter›&quot;, &quot;next",
    "&#39;password&#39;: &#39;‹hunter›&#39;, next",
    r'{"a": "{\"b\": \"{\\\"password\\\": \\\"‹a\\\\\\\"b›\\\", \\\"c\\\": 1}\"}"}',
    r'{"a": "{\"password\": \"‹hunter›", "next": "one"}',
    "?next=https%3A%2F%2Fb%3Ftoken%3D‹hunter›",
    "?next=https%253A%252F%252Fb%253Ftoken%253D‹hunter›",
    'password = """‹hunter›"""',
    "password = '''‹hunter›'''",
    'if (password !== "‹hunter›") {',
    "'password': ‹hunter two›\nnext: one",
    "PASSWORD=‹a,b;c(d›\nNEXT=1",
    "# WiFi password: ‹hunter›",
    "x\n    WiFi password: ‹hunter›",
    "x\n  Session cookie: ‹hunter›",
    '"WiFi password: ‹hunter›"',
    "**Password:** ‹hunter›",
    "**Password**: ‹hunter›",
    "• Password: ‹hunter›",
    "2. Password: ‹hunter›",
    "a | password: ‹hunter› | next",
    "a; password: ‹hunter two›; next: one",
    "password: ‹hunter(2›",
    "password: ‹p›",
    'password: "‹env.hunter›"',
    'password: "‹hunter()›"',
    "SECRET_KEY_BASE=‹hunter›",
    "password_confirmation: ‹hunter›",
    "password:‹hunter two›\nnext: one",
    "x\nPASSWORD=‹a,b›",
    "export TOKEN = ‹hunter two›\n  next",
    "token = ‹hunter›\n  next",
    "`password: ‹hunter two›`",
    "password = `‹hunter›`;",
    "Dear all, our {a: b, password: ‹hunter two›, c: d}",
    "https://museum:‹env.hunter›@a.example",
    "authorization: ‹hunter, two three›",
)


@pytest.mark.parametrize(
    "texts", [IN_YAML, IN_JSON, IN_SHELLS, IN_CALLS, IN_SENTENCES, BELOW, IN_BRACKETS, BESIDE, IN_MARKS, IN_OTHERS]
)
def test_a_value_under_the_name_of_a_key_is_hidden(texts: tuple[str, ...]) -> None:
    for marked in texts:
        text = marked.replace("‹", "").replace("›", "")
        shown = re.sub("‹([^›]*)›", lambda value: re.sub("[^\r\n]", "*", value[1]), marked)
        assert (hidden(text), hidden(shown)) == (shown, shown)


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
    "token: [YOUR TOKEN]",
    "token: [ACCESS_TOKEN]",
    'a: "https://a.example/b?access_token=<YOUR-ACCESS-TOKEN>", "b": 1',
    "token_type: basic",
    "compass: north",
    "passport: needed",
    "secretary: Ann Example",
    "keyboard: small",
    "password:\n  - {{ secrets.museum }}",
    "reset-password:\n  platform: sms\n  run_by: club",
    "token:\n  id: 1\n  name: of the shop\nnext: one",
    "password:\nnext: one",
    "if token == other",
    "token::new",
    "secret: true",
    "cookies: three kinds",
    "key: c major",
    "monkey: see",
    "a bearer of news",
    "when: {event: mentioned, words: [password, token]}",
    "if token == other2",
    "COMPASS: north",
    "the token = word is, the token= word, the token =word",
    "a password> hunter </b, <password>hunter",
    "'Password: write to us'",
    "Password: write to us",
    "password: write to us, please",
    "a cookie: dough is soft",
    '"Dear all, password: policy"',
    "say the password: hunter) and go in",
    "  password:\n  hunter",
    "password:\nhunter",
    'password: "   "',
    'token: "hunter {{ x }}"',
    "the token hunter is, --token -x",
    '{"connections": {"Get token": {"main": [[{"node": "Check"}]]}}}',
    '{"credentials": {"shopToken": {"id": "1", "name": "Of the shop"}}}',
    '{"label": "Your password: ", "next": "one"}, {"label": "Your password:", "next": "one"}',
    '"Your password: " + x',
    "no key `token:` in `automations`",
    "`token`: The key of the museum",
    "jobs:\n  token:\n    runs-on: ubuntu\n    steps: []",
    "- name: TOKEN\n- name: next\n  value: one",
    '[{"name": "token"}, {"name": "next", "value": "one"}]',
    "id-token: write",
    'password:\n"hunter"',
    "password=\n  hunter",
    'headers["Authorization"] = basic + x;',
    '{"token": {"platform": "sms", "run_by": "club"}}',
    '{"a": {"Get token": {"b": "c"}, "My token": ["d"]}}',
    "Dear all, password: policy",
    "if token === other2 or token != other2 or token !== other2",
    "if token == other or token != other and token === other",
    "GH_TOKEN: ${{ secrets.PAT }}",
    "token: *museum",
    "token: steps.first.outputs['museum']",
    "if (token := reader.next()) is None",
    "?token={token}&a={a}",
    "TOKEN=%TOKEN%",
    "password: ~",
    "password:",
    "password: (",
    "the cookie: banner",
    "def take(self, token: Any) -> None:",
)


def test_what_is_no_value_of_a_key_is_shown() -> None:
    for text in PLAIN:
        assert hidden(text) == text


NAMES = (
    *(
        "password",
        "passwort",
        "passwd",
        "passphrase",
        "passcode",
        "pass",
        "pwd",
        "kennwort",
        "senha",
        "secret",
        "token",
    ),
    *(
        "token",
        "cookie",
        "bearer",
        "authorization",
        "authorisation",
        "api_key",
        "access-key",
        "accountkey",
        "secret_key",
    ),
    *(
        "private_key",
        "auth_key",
        "signing_key",
        "encryption_key",
        "storage_key",
        "shared_key",
        "session_id",
        "token_12",
    ),
)
KINDS = ("Basic", "bearer", "Token", "Digest", "Negotiate", "ApiKey", "key")


def test_each_name_and_each_kind_of_key_is_known() -> None:
    for name in NAMES:
        assert hidden(f"x\n  {name}: hunter") == f"x\n  {name}: ******"
    for kind in KINDS:
        assert hidden(f"Authorization: {kind} hunter") == f"Authorization: {kind} ******"


def test_a_value_without_quotation_marks_ends_at_a_sign() -> None:
    for sign in ('"', "'", "`", "\\", *",;&<>(){}[]"):
        assert hidden(f"x&token=hunter{sign}more") == f"x&token=******{sign}more"


def test_no_finding_tells_of_what_only_a_name_tells() -> None:
    for marked in (*IN_YAML, *IN_SHELLS):
        assert find(marked.replace("‹", "").replace("›", "")) == []


def test_a_line_of_a_block_is_hidden_by_itself() -> None:
    text = "a:\n  password: |\n    hunter\n    two\n  next: one\n"
    at = text.index("    two")
    assert hidden_part(text, at, at + 7) == "    ***"


def test_a_letter_that_grows_when_it_is_small_moves_nothing() -> None:
    assert hidden("İİİİ password: hunter2") == "İİİİ password: *******"


@pytest.mark.parametrize(
    "text",
    [
        "x: {password:\n  %s}\n",
        "x: {'password':\r\n  %s}\r\n",
        'x: {a: b, token:\n  "%s", c: d}\n',
        "x: {a: {b: c}, secret:\n%s,\n  d: e}\n",
    ],
)
def test_within_brackets_a_value_on_the_next_line_is_hidden(text: str) -> None:
    assert hidden(text % "tulip7Xq9") == text % "*********"
