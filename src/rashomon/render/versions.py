"""One article for the terminal: what is known of it, its versions with what each changed, and its text."""

from collections.abc import Sequence

from rashomon.model.kept import Edit, Version
from rashomon.model.story import Membership
from rashomon.render.dates import show_date, show_moment
from rashomon.render.edition import count
from rashomon.render.plain import Ink, Word, cells, safe, wrap
from rashomon.render.stories import NARROWEST


def render_versions(
    versions: Sequence[Version],
    edits: Sequence[Sequence[Edit]],
    membership: Membership | None,
    *,
    colour: bool = False,
    width: int = 100,
) -> str:
    """The article; `edits` are, for each version but the first, what it changed."""
    ink, width = Ink(colour), max(NARROWEST, width - 1)
    article = versions[-1].article
    head = [*ink.words(article.headline or "(no headline)", "bold"), Word(safe(f"[{article.id}]"), ("quiet",))]
    facts = (
        article.outlet or "outlet not known",
        article.byline or "",
        show_date(article.published) if article.published else "publication date not known",
        article.url or "",
        count(len(versions), "version"),
    )
    lines = [*wrap(head, width, ink), *wrap(ink.words(" · ".join(filter(None, facts)), "quiet"), width, ink)]
    if membership:
        told = f"in story {membership.story} ({membership.score:.2f}: {membership.reason})"
        lines += wrap(ink.words(told), width, ink)
    else:
        lines.append("in no story yet")
    lines += ["", ink.paint("VERSIONS", "bold")]
    for version, changed in zip(versions, ((), *edits), strict=True):
        lines += _version(version, changed, ink, width)
    lines += ["", ink.paint("TEXT", "bold")]
    for paragraph in article.text.split("\n"):
        if paragraph.strip():
            lines += [*wrap(ink.words(paragraph), width, ink), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _version(version: Version, changed: Sequence[Edit], ink: Ink, width: int) -> list[str]:
    lines = wrap(
        ink.words(f"{version.number}. fetched {show_moment(version.fetched)} from {version.source}"),
        width,
        ink,
        "",
        "   ",
    )
    for edit in changed:
        start = f"   {edit.part}: "
        rest = " " * cells(start)
        if edit.old:
            address = Word(f"[then {edit.old.start}-{edit.old.end}]", ("quiet",))
            lines += wrap([Word("−"), *ink.words(edit.before), address], width, ink, start, rest)
        if edit.new:
            address = Word(f"[{edit.new.start}-{edit.new.end}]", ("quiet",))
            lines += wrap([Word("+"), *ink.words(edit.after), address], width, ink, rest if edit.old else start, rest)
    return lines
