import pytest
from sociable.facts.figures import figures


@pytest.mark.parametrize(
    ("figure", "says"),
    [
        ("LIM-004", "at most 2,400 posts and replies a day for an account"),
        ("LIM-007", "at most 4 changes of the account's e-mail address an hour for an account"),
        ("LIM-010", "no automated follows for an automated account"),
        ("LIM-017", "at most 200 posts and replies in 15 minutes for an account, through the API"),
        ("LIM-026", "at most 1 cashtag per post for a self-serve API plan"),
        ("LEN-024", "at most 500 characters, emoji by their bytes for a post or a reply"),
    ],
)
def test_a_figure_is_said_in_one_clause(figure: str, says: str) -> None:
    assert figures()[figure].says == says
