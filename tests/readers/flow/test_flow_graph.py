"""Edges of a flow as they are walked."""

from sociable.readers.flow.flow_graph import Edge, run_through

DONE, RUN = 0, 1


def test_what_a_loop_does_is_done_before_it_says_so() -> None:
    start, loop, body, after = range(4)
    edges = [Edge(start, 0, loop), Edge(loop, DONE, after), Edge(loop, RUN, body), Edge(body, 0, loop)]
    assert run_through(edges, {loop: DONE}) == [edges[0], Edge(body, 0, after), *edges[2:]]


def test_a_loop_whose_inside_hangs_on_its_end_is_left_as_it_is() -> None:
    start, loop, body = range(3)
    edges = [Edge(start, 0, loop), Edge(loop, DONE, body), Edge(body, 0, loop)]
    assert run_through(edges, {loop: DONE}) == edges


def test_loops_in_each_other_each_end_by_what_they_ran() -> None:
    start, outer, inner, body, after = range(5)
    edges = [
        Edge(start, 0, outer),
        Edge(outer, DONE, after),
        Edge(outer, RUN, inner),
        Edge(inner, DONE, outer),
        Edge(inner, RUN, body),
        Edge(body, 0, inner),
    ]
    walked = run_through(edges, {outer: DONE, inner: DONE})
    assert Edge(body, 0, outer) in walked
    assert Edge(body, 0, after) in walked


def test_a_walk_that_would_begin_inside_begins_where_nothing_leads_to() -> None:
    start, loop, body, after = range(4)
    edges = [Edge(body, 0, loop), Edge(loop, RUN, body), Edge(loop, DONE, after), Edge(start, 0, loop)]
    assert Edge(body, 0, after) in run_through(edges, {loop: DONE})
