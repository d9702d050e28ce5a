"""What former steps have produced, as each step sees it."""

from hypothesis import given
from hypothesis import strategies as st
from sociable.facts.provenance import NOTHING, Value, Values

_PRODUCED = st.dictionaries(st.sampled_from("abc"), st.builds(lambda: Value(NOTHING, None)), max_size=2)


@given(st.lists(_PRODUCED, max_size=8))
def test_each_step_sees_what_a_copy_of_all_before_it_would_hold(steps: list[dict[str, Value]]) -> None:
    values, copy = [Values()], [dict[str, Value]()]
    for produced in steps:
        values.append(values[-1].followed_by(produced))
        copy.append({**copy[-1], **produced})
    for view, expected in zip(values, copy, strict=True):
        assert dict(view) == expected
        assert len(view) == len(expected)
        assert all((name in view) == (name in expected) for name in "abc")
        assert all(view.get(name) is expected.get(name) for name in "abc")
