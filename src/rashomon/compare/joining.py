"""Statements of several articles joined into claims."""

import math
from collections import Counter

from rashomon.model.joined import JoinedClaim, Place, StoryReading
from rashomon.settings import ClaimSettings
from rashomon.text.tokens import find_tokens


def join_claims(story: StoryReading, settings: ClaimSettings) -> tuple[JoinedClaim, ...]:
    """Claims, most articles first; what stands in one article alone is a claim of one place."""
    units = [(i, s.span) for i, r in enumerate(story.readings) for s in r.sentences]
    bags = [Counter(t.stem for t in find_tokens(story.articles[i].text, span)) for i, span in units]
    seen = Counter(w for bag in bags for w in bag)
    vectors = []
    for bag in bags:
        v = {w: math.log(1 + len(bags) / seen[w]) for w in bag}
        norm = math.sqrt(sum(x * x for x in v.values())) or 1.0
        vectors.append({w: x / norm for w, x in v.items()})
    joined: list[list[int]] = []
    used = set()
    for a, (i, _) in enumerate(units):
        group = [a]
        for j in range(len(story.readings)):
            if j != i:
                score, b = max(
                    ((sum(x * vectors[b].get(w, 0) for w, x in vectors[a].items()), b)
                     for b, (k, _) in enumerate(units) if k == j), default=(0.0, -1))
                if score > 0.35:
                    group.append(b)
        if len(group) > 1 and sorted(group) not in joined:
            joined.append(sorted(group))
            used.update(group)
    joined += [[a] for a in range(len(units)) if a not in used]
    joined.sort(key=lambda g: (-len({units[a][0] for a in g}), g))
    return tuple(JoinedClaim(tuple(Place(*units[a]) for a in g)) for g in joined)
