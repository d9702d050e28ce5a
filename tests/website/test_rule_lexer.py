import re

import pytest
from pygments.token import Comment, Error, Keyword, Name, String
from sociable.language.grammar import keywords
from sociable.rulebook.page_files import PageRule
from sociable.rulebook.rulebook import with_built_in

from website.rule_lexer import RuleLexer

RULE = """\
# why
rule a-rule
severity error on x when s.verb is report
for each step s
when s.verb in [no, post] and shames(s)
report s: "{s} and more"
"""


def tokens(text: str) -> list[tuple[object, str]]:
    return [(kind, piece) for kind, piece in RuleLexer().get_tokens(text) if piece.strip()]


@pytest.mark.parametrize("page", with_built_in().rules, ids=lambda page: page.rule.name)
def test_every_rule_can_be_coloured(page: PageRule) -> None:
    with open(page.path, encoding="utf-8") as file:
        (rule,) = re.findall(r"^```rule\n(.*?)^```$", file.read(), re.DOTALL | re.MULTILINE)
    assert "".join(piece for _, piece in RuleLexer().get_tokens(rule)) == rule
    assert not [piece for kind, piece in tokens(rule) if kind is Error]


@pytest.mark.parametrize("word", sorted(keywords()))
def test_keywords_are_those_of_the_grammar(word: str) -> None:
    assert tokens(f"{word} x")[0] == (Keyword, word)


def test_words_have_the_colour_of_what_they_are() -> None:
    coloured = tokens(RULE)
    assert coloured[:2] == [(Comment, "# why"), (Keyword, "rule")]
    for kind, piece in [
        (Name.Function, "a-rule"),
        (Name.Constant, "error"),
        (Name.Constant, "report"),  # the verb
        (Keyword, "report"),  # the line
        (Name.Class, "step"),
        (Name.Variable, "s.verb"),
        (Name.Constant, "no"),
        (Name.Function, "shames"),
        (String, '"{s} and more"'),
    ]:
        assert (kind, piece) in coloured
