from hypothesis import given
from hypothesis import strategies as st

from rashomon.model.span import Span
from rashomon.text.overlaps import SpanIndex

SPANS = st.tuples(st.integers(0, 3000), st.integers(1, 2000)).map(lambda s: Span(s[0], s[0] + s[1]))


@given(st.lists(SPANS), SPANS)
def test_the_index_finds_what_a_search_through_all_finds(spans, wanted):
    assert SpanIndex(spans).overlapping(wanted) == tuple(n for n, span in enumerate(spans) if span.overlap(wanted))
