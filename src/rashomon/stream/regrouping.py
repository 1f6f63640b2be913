"""The articles of a store grouped anew, as readers' corrections have it; stories keep the ids they have."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.cluster.index import WE, StoryIndex
from rashomon.cluster.naming import story_id
from rashomon.cluster.signature import Signature
from rashomon.model.story import Correction, Membership, StoryChange
from rashomon.settings import GroupingSettings
from rashomon.store.store import Store
from rashomon.stream.arriving import signature_of

_REASON = "grouped anew"
Stories = Mapping[str, str]  # of each article


def regroup(store: Store, settings: GroupingSettings, when: str) -> int:
    """Every article of the store is where grouping would put it now; how many moved. All of it in one transaction.

    Up to `largest_table` articles are grouped all at once, more one by one in the order in which they came. Articles
    without a signature stay where they are.
    """
    with store.transaction():
        corrections = store.grouping_corrections()
        before = {article: story for article, story, _ in store.signatures() if story}
        at_once = len(before) <= settings.largest_table
        index = StoryIndex(settings, corrections)
        signed = _kept(store, settings)
        found = _at_once(signed, index) if at_once else _one_by_one(signed, index, before, corrections)
        moved = [one for one in found if one.story != before[one.article]]
        now = before | {one.article: one.story for one in moved}
        store.place(moved, tuple(_changes(moved, before, now, when)), when=when)
    return len(moved)


def _kept(store: Store, settings: GroupingSettings) -> Iterator[tuple[Signature, str]]:
    """Every signature with its story, in the order in which the articles came."""
    for article, story, kept in store.signatures():
        if story:
            yield signature_of(store, article, kept, settings), story


def _at_once(signed: Iterable[tuple[Signature, str]], index: StoryIndex) -> list[Membership]:
    kept = list(signed)
    index.load(kept)
    index.regroup()
    return [index.why(signature) for signature, _ in kept]


def _one_by_one(
    signed: Iterable[tuple[Signature, str]], index: StoryIndex, before: Stories, corrections: Sequence[Correction]
) -> list[Membership]:
    """Placed as if they came now, under the ids that most of them were under before."""
    found: dict[str, Membership] = {}
    for signature, _ in signed:
        for one in index.place(signature).memberships:
            found[one.article] = one
    names = _named_as_before({article: one.story for article, one in found.items()}, before, corrections)
    return [replace(one, story=names[one.story]) for one in found.values()]


def _named_as_before(now: Stories, before: Stories, corrections: Sequence[Correction]) -> dict[str, str]:
    """For each new group the id that most of its articles were under; each id stands for one group only.

    Ids that corrections name are taken as they are.
    """
    fixed = {id for one in corrections for id in (one.story, one.other) if id is not None}
    names = {story: story for story in now.values() if story in fixed}
    taken = set(names.values())
    met = Counter((story, before[article]) for article, story in now.items())
    for (story, former), _ in sorted(met.items(), key=lambda pair: (-pair[1], pair[0])):
        if story not in names and former not in taken:
            names[story] = former
            taken.add(former)
    taken |= set(before.values())
    for article, story in now.items():
        if story not in names:
            names[story] = story_id(article, taken)
            taken.add(names[story])
    return names


def _changes(moved: Sequence[Membership], before: Stories, now: Stories, when: str) -> Iterator[StoryChange]:
    """What the moves did to stories: split where one is new, merged where nothing is left of one, else moved."""
    left, were = set(now.values()), set(before.values())
    ways: dict[tuple[str, str], list[str]] = {}
    for one in moved:
        ways.setdefault((before[one.article], one.story), []).append(one.article)
    for (old, new), articles in ways.items():
        if new not in were:
            yield StoryChange(new, "split", old, tuple(articles), when, WE, _REASON)
        elif old not in left:
            yield StoryChange(old, "merged", new, tuple(articles), when, WE, _REASON)
        else:
            yield StoryChange(old, "moved", new, tuple(articles), when, WE, _REASON)
