"""Wordings side by side: columns where they agree and where they vary, as a critical edition sets witnesses."""

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from rashomon.text.tokens import fold

LONGEST = 400  # words of a wording that are aligned; what follows stands in one last block, so that time stays bounded
WIDEST_BLOCK = 60  # characters after which a block is broken
WIDEST_LINE = 112  # characters of one line of the collation, so that it fits the column of the page


@dataclass(frozen=True, slots=True)
class Cell:
    """What one wording has in one block: words in order, each with whether few other wordings have it there."""

    words: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A column of the collation: one cell a wording; `varies` where the cells differ."""

    varies: bool
    cells: tuple[Cell, ...]

    @property
    def width(self) -> int:
        """The characters of its widest cell, one space after it."""
        return max((sum(len(word) + 1 for word, _ in cell.words) for cell in self.cells), default=0)


Column = dict[int, tuple[str, str]]  # wording -> (key, word)


def collate(wordings: Sequence[str]) -> tuple[Block, ...]:
    """The wordings aligned word by word; the words of each block and wording, joined, are that wording in order.

    A word is rare (True in its cell) where at most half of the wordings have it in that block.
    """
    columns: list[Column] = []
    rests: list[list[str]] = []
    for number, wording in enumerate(wordings):
        words = wording.split()
        columns = _aligned(columns, number, words[:LONGEST])
        rests.append(words[LONGEST:])
    blocks = [_block(group, len(wordings)) for group in _runs(columns, len(wordings))]
    if any(rests):
        blocks.append(Block(True, tuple(Cell(tuple((word, False) for word in rest)) for rest in rests)))
    return tuple(blocks)


def break_lines(blocks: Iterable[Block]) -> list[list[Block]]:
    """The blocks in lines of about the width of the page's column."""
    lines: list[list[Block]] = [[]]
    room = WIDEST_LINE
    for block in blocks:
        if lines[-1] and block.width > room:
            lines.append([])
            room = WIDEST_LINE
        lines[-1].append(block)
        room -= block.width
    return [line for line in lines if line]


def mark_rare(wordings: Sequence[str]) -> tuple[tuple[tuple[str, bool], ...], ...]:
    """Each wording as its words in order, each with whether at most half of the wordings have it there."""
    blocks = collate(wordings)
    return tuple(tuple(pair for block in blocks for pair in block.cells[n].words) for n in range(len(wordings)))


def join_runs(words: Iterable[tuple[str, bool]]) -> tuple[tuple[str, bool], ...]:
    """Words of one sense that stand together, as one run; each run but the last ends with the space after it."""
    runs = [
        (" ".join(word for word, _ in run), rare) for rare, run in itertools.groupby(words, key=lambda pair: pair[1])
    ]
    return tuple((text + (" " if n < len(runs) else ""), rare) for n, (text, rare) in enumerate(runs, 1))


def _key(word: str) -> str:
    return fold(word.strip("\"'“”‘’.,;:!?()[]«»…-–—")) or word


def _aligned(columns: list[Column], number: int, words: list[str]) -> list[Column]:
    """The columns with one more wording laid in: a word that a column has goes there, others open their own."""
    keys = [_key(word) for word in words]
    heads = [next(iter(column.values()))[0] for column in columns]
    if not heads:
        return [{number: (key, word)} for key, word in zip(keys, words, strict=True)]
    result: list[Column] = []
    for step in LCSseq.opcodes(heads, keys):
        if step.tag == "equal":
            for column, at in zip(
                columns[step.src_start : step.src_end], range(step.dest_start, step.dest_end), strict=True
            ):
                column[number] = (keys[at], words[at])
                result.append(column)
        else:
            result.extend(columns[step.src_start : step.src_end])
            result.extend({number: (keys[at], words[at])} for at in range(step.dest_start, step.dest_end))
    return result


def _runs(columns: list[Column], wordings: int) -> Iterable[list[Column]]:
    """Neighbouring columns that all agree, or all vary; long runs broken between words."""
    for _, run in itertools.groupby(columns, key=lambda column: len(column) == wordings):
        part: list[Column] = []
        width: Counter[int] = Counter()
        for column in run:
            part.append(column)
            for number, (_, word) in column.items():
                width[number] += len(word) + 1
            if max(width.values()) >= WIDEST_BLOCK:
                yield part
                part, width = [], Counter()
        if part:
            yield part


def _block(columns: list[Column], wordings: int) -> Block:
    varies = len(columns[0]) < wordings
    holders: dict[str, set[int]] = {}
    for column in columns:
        for number, (key, _) in column.items():
            holders.setdefault(key, set()).add(number)
    cells = tuple(
        Cell(
            tuple(
                (column[number][1], varies and 2 * len(holders[column[number][0]]) <= wordings)
                for column in columns
                if number in column
            )
        )
        for number in range(wordings)
    )
    return Block(varies, cells)
