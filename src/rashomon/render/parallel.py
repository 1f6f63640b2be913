"""Two versions of a text as parallel text: row by row, what stayed, what is gone and what is new."""

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rashomon.model.kept import Edit
from rashomon.render.exchanges import Exchange, Piece, find_exchanges, letters, make_pieces, skip_space
from rashomon.render.sentence_pairs import pair_sentences
from rashomon.text.sentences import find_paragraph_spans, find_sentence_spans

LONGEST_PARAGRAPH = 20_000  # characters; longer ones are one row, since finding sentences takes seconds by the megabyte
SMALLEST_ISLE = 4  # letters; fewer that stayed between two changes are read as part of one change
LEAST_KEPT = 0.3  # share of the letters of the longer side that stayed; with less, the row was written anew


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of both versions: the same words (white space apart) where `same`, else what is gone and what is new.

    White space stands at the end of a run.
    """

    old: str
    new: str
    same: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence or a paragraph in both versions; `opens` where a paragraph begins with it.

    `divided` where the words stayed and fall into other paragraphs than before.
    """

    runs: tuple[Run, ...]
    opens: bool
    divided: bool

    @property
    def changed(self) -> bool:
        """True where a word or the division into paragraphs is not as it was."""
        return self.divided or any(not run.same for run in self.runs)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Rows that follow each other, all of paragraphs with a change or all of paragraphs without."""

    changed: bool
    rows: tuple[Row, ...]

    @property
    def paragraphs(self) -> int:
        """The number of paragraphs that begin in it, in the newer version."""
        return sum(row.opens for row in self.rows)


@dataclass(frozen=True, slots=True)
class _Text:
    """A version with the places where its paragraphs begin, and its end, in order."""

    words: str
    breaks: tuple[int, ...]

    def breaks_in(self, start: int, end: int) -> tuple[int, ...]:
        return _among(self.breaks, start, end)


def make_parallel(old: str, new: str, edits: Iterable[Edit]) -> tuple[Stretch, ...]:
    """The two texts in rows, a paragraph each and, where one was changed, its sentences; the runs joined are the texts.

    `edits` are all the places in which the texts differ, in order.
    """
    texts = _text(old), _text(new)
    pieces = make_pieces(old, new, (Exchange(edit.old, edit.new) for edit in edits))
    paragraphs = _cut_rows(texts, pieces, texts[0].breaks, texts[1].breaks)
    rows = [_rows(texts, paragraph) for paragraph in paragraphs]
    return tuple(
        Stretch(changed, tuple(row for some in group for row in some))
        for changed, group in itertools.groupby(rows, key=lambda some: any(row.changed for row in some))
    )


def make_line(old: str, new: str) -> tuple[Run, ...]:
    """A line of the masthead in two versions, as runs; joined they are the lines."""
    return _readable([_run(old, new, piece) for piece in make_pieces(old, new, find_exchanges(old, new))])


def _text(words: str) -> _Text:
    return _Text(words, (*(span.start for span in find_paragraph_spans(words)), len(words)))


def _cut_rows(
    texts: tuple[_Text, _Text], pieces: Iterable[Piece], old_starts: Sequence[int], new_starts: Sequence[int]
) -> list[list[Piece]]:
    """The pieces in rows, a new one wherever a start of the one text corresponds to a start of the other."""
    rows: list[list[Piece]] = [[]]
    for piece in pieces:
        for old_cut, new_cut in _cuts(texts, piece, old_starts, new_starts):
            before, piece = piece.split(old_cut, new_cut)
            rows[-1].append(before)
            if any(_has_words(texts, one) for one in rows[-1]):
                rows.append([])
        rows[-1].append(piece)
    kept = ([piece for piece in row if not piece.empty] for row in rows)
    return [row for row in kept if row]


def _cuts(
    texts: tuple[_Text, _Text], piece: Piece, old_starts: Sequence[int], new_starts: Sequence[int]
) -> list[tuple[int, int]]:
    """The places of a piece that are starts in both texts; of a change, only where it begins."""
    if not piece.same:
        begins = piece.old[0] in _among(old_starts, *piece.old) and piece.new[0] in _among(new_starts, *piece.new)
        return [(piece.old[0], piece.new[0])] if begins else []
    old_places = dict(_counted(texts[0].words, piece.old[0], _among(old_starts, *piece.old)))
    new_places = dict(_counted(texts[1].words, piece.new[0], _among(new_starts, *piece.new)))
    return [(place, new_places[count]) for count, place in old_places.items() if count in new_places]


def _counted(text: str, start: int, places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Each place after the number of letters that stand between `start` and it."""
    count = 0
    for place in places:
        count += letters(text[start:place])
        start = place
        yield count, place


def _among(starts: Sequence[int], first: int, last: int) -> tuple[int, ...]:
    """Those of the starts, in order, that lie from `first` to `last`."""
    return tuple(starts[bisect_left(starts, first) : bisect_left(starts, last + 1)])


def _has_words(texts: tuple[_Text, _Text], piece: Piece) -> bool:
    old, new = texts
    return not (old.words[slice(*piece.old)] + new.words[slice(*piece.new)]).isspace() and not piece.empty


def _rows(texts: tuple[_Text, _Text], paragraph: list[Piece]) -> tuple[Row, ...]:
    """A paragraph that stayed as one row; one that was changed sentence by sentence."""
    if all(piece.same for piece in paragraph):
        return (_row(texts, paragraph),)
    old_starts = _sentence_starts(texts[0].words, paragraph[0].old[0], paragraph[-1].old[1])
    new_starts = _sentence_starts(texts[1].words, paragraph[0].new[0], paragraph[-1].new[1])
    rows = []
    for row in _cut_rows(texts, paragraph, old_starts, new_starts):
        olds = _bounds(old_starts, row[0].old[0], row[-1].old[1])
        news = _bounds(new_starts, row[0].new[0], row[-1].new[1])
        if olds and news and len(olds) + len(news) > 2 and _is_paired(olds, news, row):
            rows += pair_sentences(texts[0].words, texts[1].words, olds, news)
        else:
            rows.append(row)
    return tuple(_row(texts, row) for row in rows)


def _is_paired(olds: Sequence[tuple[int, int]], news: Sequence[tuple[int, int]], row: Sequence[Piece]) -> bool:
    """True where several sentences of a row are to be told apart: one was changed, and none is endless."""
    longest = max(end - start for start, end in (*olds, *news))
    return longest <= LONGEST_PARAGRAPH and not all(piece.same for piece in row)


def _bounds(starts: Sequence[int], start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of a stretch, each with the white space after it; together they cover it."""
    inside = [place for place in starts if start < place < end]
    return list(itertools.pairwise([start, *inside, end])) if start < end else []


def _sentence_starts(text: str, start: int, end: int) -> tuple[int, ...]:
    """Where sentences begin in a stretch of the text, and its end."""
    within = text[start:end]
    starts: list[int] = []
    for paragraph in find_paragraph_spans(within):
        short = len(paragraph) <= LONGEST_PARAGRAPH
        starts += [start + span.start for span in (find_sentence_spans(within, paragraph) if short else (paragraph,))]
    return (*starts, end)


def _row(texts: tuple[_Text, _Text], pieces: Sequence[Piece]) -> Row:
    old, new = texts
    old_start, old_end = skip_space(old.words, pieces[0].old[0]), pieces[-1].old[1]
    new_start, new_end = skip_space(new.words, pieces[0].new[0]), pieces[-1].new[1]
    text, start = (new, new_start) if new_start < new_end else (old, old_start)
    divided = len(old.breaks_in(old_start + 1, old_end - 1)) != len(new.breaks_in(new_start + 1, new_end - 1))
    runs = [_run(old.words, new.words, piece) for piece in pieces]
    return Row(_readable(runs), bool(text.breaks_in(start, start)), divided and all(piece.same for piece in pieces))


def _run(old: str, new: str, piece: Piece) -> Run:
    return Run(old[slice(*piece.old)], new[slice(*piece.new)], piece.same)


def _readable(runs: Sequence[Run]) -> tuple[Run, ...]:
    """The runs without isles of a letter or two; one exchange where hardly a word of the row stayed."""
    if all(run.same for run in runs):
        return tuple(runs)
    stayed = sum(letters(run.new) for run in runs if run.same)
    longer = max(letters("".join(run.old for run in runs)), letters("".join(run.new for run in runs)))
    if 0 < stayed < LEAST_KEPT * longer and all(run.old and run.new for run in runs):  # a long addition is no exchange
        return (_joined(runs),)
    made: list[Run] = []
    for place, run in enumerate(runs):
        isle = run.same and 0 < place < len(runs) - 1 and letters(run.new) < SMALLEST_ISLE
        if made and not made[-1].same and (isle or not run.same):
            made[-1] = _joined([made[-1], run])
        else:
            made.append(run)
    return tuple(made)


def _joined(runs: Sequence[Run]) -> Run:
    return Run("".join(run.old for run in runs), "".join(run.new for run in runs), False)
