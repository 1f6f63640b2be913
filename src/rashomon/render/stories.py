"""Stories for the terminal: a table of them, and groups of articles with why each is where it is."""

from collections.abc import Iterable, Mapping, Sequence

from rashomon.model.article import Article
from rashomon.model.kept import ListedStory
from rashomon.model.story import Membership, StoryChange
from rashomon.render.dates import show_date, show_moment, show_period
from rashomon.render.edition import count
from rashomon.render.plain import Ink, Word, cells, safe, wrap

NARROWEST = 40  # columns; below it lines are as wide as this
UNKNOWN, EARLIER = "–", "*"  # of figures: there are none, they are of an earlier state
SIGNS = {"opened": "+", "grew": "+", "split": "<", "merged": ">", "moved": ">", "pinned": "=", "unpinned": "-"}


def render_stories(listed: Sequence[ListedStory], *, colour: bool = False, width: int = 100) -> str:
    """A table, one line a story, its headline cut to the width; below it, why figures are missing or not of today."""
    if not listed:
        return "No story.\n"
    ink = Ink(colour)
    head = ("STORY", "REPORTS", "ORIGINS", "PARTS", "FIRST", "LAST", "HEADLINE")
    rows = [head, *(_row(one) for one in listed)]
    widths = [max(cells(row[at]) for row in rows) for at in range(len(head) - 1)]
    room = max(20, max(NARROWEST, width - 1) - sum(widths) - 2 * len(widths))
    lines = []
    for number, row in enumerate(rows):
        fixed = "  ".join(_aligned(text, widths[at], at in (1, 2, 3)) for at, text in enumerate(row[:-1]))
        line = f"{fixed}  {_cut(row[-1], room)}".rstrip()
        lines.append(ink.paint(line, "bold") if number == 0 else line)
    return "\n".join([*lines, *_notes(listed, ink, max(NARROWEST, width - 1))]) + "\n"


def _row(listed: ListedStory) -> tuple[str, ...]:
    one, made = listed.record, listed.figures
    first, last = show_date(one.first_published or "", short=True), show_date(one.last_published or "", short=True)
    titled = one.headline or (one.title.words if one.title else "")
    headline = safe(titled) or f"(no headline; first report {safe(one.lead or '')})"
    earlier = "" if made is None or listed.fresh else EARLIER
    figures = (f"{made.origins:,}{earlier}", f"{made.differences:,}{earlier}") if made else (UNKNOWN, UNKNOWN)
    return safe(one.id), f"{one.articles:,}", *figures, first, last, headline


def _notes(listed: Sequence[ListedStory], ink: Ink, width: int) -> list[str]:
    """What the signs in the table mean, and which stories could not be compared."""
    told = []
    if any(one.figures is None and one.failure is None for one in listed):
        told.append(f"{UNKNOWN} not compared yet; `rashomon stories --compare` does it")
    if any(one.figures is not None and not one.fresh for one in listed):
        told.append(f"{EARLIER} before its reports or corrections changed; `rashomon stories --compare` does it anew")
    told += [f"{one.record.id} could not be compared: {one.failure}" for one in listed if one.failure is not None]
    return [line for words in told for line in wrap(ink.words(words, "quiet"), width, ink)]


def _aligned(text: str, width: int, right: bool) -> str:
    filling = " " * (width - cells(text))
    return filling + text if right else text + filling


def _cut(text: str, room: int) -> str:
    if cells(text) <= room:
        return text
    kept = text[:room]
    while cells(kept) > room - 1:
        kept = kept[:-1]
    return kept.rstrip() + "…"


def render_groups(
    memberships: Iterable[Membership], articles: Mapping[str, Article], *, colour: bool = False, width: int = 100
) -> str:
    """Each story with its articles and the reason why each is in it; the largest first, then as they came."""
    ink, width = Ink(colour), max(NARROWEST, width - 1)
    held: dict[str, list[Membership]] = {}
    for one in memberships:
        held.setdefault(one.story, []).append(one)
    lines: list[str] = []
    for story, members in sorted(held.items(), key=lambda pair: -len(pair[1])):
        lines += ["", *wrap([Word(safe(story), ("bold",)), *ink.words(count(len(members), "report"))], width, ink)]
        for one in members:
            lines += _member(one, articles.get(one.article), ink, width)
    return "\n".join(lines[1:]) + "\n" if lines else "No article.\n"


def _member(one: Membership, article: Article | None, ink: Ink, width: int) -> list[str]:
    """An article: whose it is, its headline, and why it is here."""
    head = [Word(safe(f"[{one.article}]"), ("quiet",))]
    if article is not None:
        known = (article.outlet or "", show_date(article.published or "", short=True))
        head += ink.words(" · ".join(filter(None, known)), "quiet")
        head = [*ink.words(article.headline or _beginning(article.text)), *head]
    reason = ink.words(f"{one.score:.2f}: {one.reason}", "quiet")
    return [*wrap(head, width, ink, "  ", "    "), *wrap(reason, width, ink, "    ", "    ")]


def _beginning(text: str) -> str:
    words = safe(text[:400]).split(" ")
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")


def render_story(
    listed: ListedStory,
    memberships: Sequence[Membership],
    articles: Mapping[str, Article],
    history: Sequence[StoryChange],
    *,
    colour: bool = False,
    width: int = 100,
) -> str:
    """One story: what is known of it, its articles with the reasons, and how it came to be what it is."""
    ink, wide, record = Ink(colour), max(NARROWEST, width - 1), listed.record
    facts = (
        count(record.articles, "report"),
        count(record.outlets, "outlet"),
        _figures(listed),
        show_period(record.first_published, record.last_published),
        f"opened {show_moment(record.opened)}",
    )
    lines = wrap(
        [
            Word(safe(record.id), ("bold",)),
            *ink.words(record.headline or (record.title.words if record.title else ""), "bold"),
        ],
        wide,
        ink,
    )
    lines += wrap(ink.words(" · ".join(filter(None, facts)), "quiet"), wide, ink)
    if record.became:
        lines += wrap(ink.words(f"became {', '.join(record.became)}"), wide, ink)
    lines += [""] if memberships else []
    for one in memberships:
        lines += _member(one, articles.get(one.article), ink, wide)
    if history:
        lines += ["", ink.paint("HISTORY", "bold"), *_history(history, ink, wide)]
    return "\n".join(lines) + "\n"


def _figures(listed: ListedStory) -> str:
    """What its last comparison came to, and whether that is of its present state; empty where it has no reports."""
    made = listed.figures
    if made is None:
        return (
            f"could not be compared: {listed.failure}" if listed.failure else "not compared yet" * bool(listed.moments)
        )
    found = f"{count(made.origins, 'independent origin')} · {count(made.differences, 'difference')}"
    return found if listed.fresh else f"{found} before its reports or corrections changed"


def render_history(history: Sequence[StoryChange], *, colour: bool = False, width: int = 100) -> str:
    """What happened to a story, the oldest first."""
    lines = _history(history, Ink(colour), max(NARROWEST, width - 1))
    return "\n".join(lines) + "\n" if lines else "Nothing happened to it yet.\n"


def _history(history: Sequence[StoryChange], ink: Ink, width: int) -> list[str]:
    lines: list[str] = []
    for one in history:
        told = f"{one.story} {one.kind}{_other(one)}"
        words = ink.words(f"{show_moment(one.when)}: {told}; {one.reason} (by {one.by})")
        articles = [Word(safe(f"[{article}]"), ("quiet",)) for article in one.articles]
        lines += wrap([Word(SIGNS[one.kind]), *words, *articles], width, ink, "  ", "    ")
    return lines


def _other(one: StoryChange) -> str:
    """The other story, as the kind of change has it."""
    if one.other is None:
        return ""
    return {"split": " from ", "merged": " into ", "moved": " to "}.get(one.kind, " with ") + one.other
