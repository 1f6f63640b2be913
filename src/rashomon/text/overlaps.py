"""Which of many spans overlap one: looked up by place, so that a book costs no more a page than a page alone."""

from collections.abc import Iterable

from rashomon.model.span import Span

BUCKET = 512  # code points: longer than most sentences


class SpanIndex:
    """Spans of one text, found again by the stretch they overlap."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = tuple(spans)
        self._buckets: dict[int, list[int]] = {}
        for number, span in enumerate(self._spans):
            for bucket in _buckets(span):
                self._buckets.setdefault(bucket, []).append(number)

    def overlapping(self, span: Span) -> tuple[int, ...]:
        """The numbers, in order, of the spans that share a code point with `span`."""
        first, last = span.start // BUCKET, (span.end - 1) // BUCKET
        if first == last:
            near = self._buckets.get(first, [])
        else:
            near = sorted({number for bucket in _buckets(span) for number in self._buckets.get(bucket, ())})
        start, end, spans = span.start, span.end, self._spans
        return tuple(number for number in near if spans[number].start < end and start < spans[number].end)


def _buckets(span: Span) -> range:
    return range(span.start // BUCKET, (span.end - 1) // BUCKET + 1)
