"""Words of news English that stand in reports of anything at all, and so do not tell one event from another.

Counted by scripts/build_everyday_words.py in openly licensed sets of news (docs/attribution.md).
"""

from importlib import resources

from rashomon.text.word_sets import word_set

EVERYDAY_WORDS = word_set((resources.files("rashomon.reuse") / "everyday_words.txt").read_text(encoding="utf-8"))
