"""`rashomon stories`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rashomon.cli.comparing import compare_stories
from rashomon.cli.moments import now
from rashomon.cli.options import LimitOption, ListingOption, OutputOption, PlainOption, StoreOption
from rashomon.cli.stores import look_of, open_named, put_out_lines
from rashomon.cli.streams import tell
from rashomon.errors import BadArticle, BadOption
from rashomon.render.edition import count
from rashomon.render.rows import Listing, record_of, record_of_listed, render_records
from rashomon.render.stories import render_groups, render_stories
from rashomon.settings import GroupingSettings, StreamSettings
from rashomon.text.asked import read_moment

if TYPE_CHECKING:
    from rashomon.store.store import Store

GROUPED = ("article", "story", "score", "reason")
KEPT = (
    *("id", "headline", "articles", "outlets", "first_published", "last_published", "opened", "lead"),
    *("origins", "claims", "quotations", "differences", "compared", "fresh", "failure"),
)


def stories(
    articles: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ARTICLES",
            help="Files, folders, patterns, addresses, or -; none for the store.",
            show_default=False,
        ),
    ] = None,
    store: StoreOption = None,
    format: ListingOption = "terminal",
    since: Annotated[
        str | None,
        typer.Option("--since", metavar="DATE", help="Of the store, only stories with a report since then."),
    ] = None,
    limit: LimitOption = 50,
    regroup: Annotated[
        bool, typer.Option("--regroup", help="First group what is in view anew, as readers' corrections have it.")
    ] = False,
    compare: Annotated[
        bool, typer.Option("--compare", help="First compare what is new or changed; Ctrl-C stops, and loses nothing.")
    ] = False,
    output: OutputOption = None,
    plain: PlainOption = False,
) -> None:
    """Group articles into events.

    With ARTICLES, groups what they hold and needs no store: each article with its story, how surely it belongs there
    (0 to 1), and why. Without, puts what the store has not placed yet into its stories, and lists these: the latest day
    first, within a day the story with the most independent origins. Origins and places where the reports part are known
    of a story once it was compared: with --compare, by `rashomon compare --story`, or in `rashomon serve`.
    """
    if articles:
        if regroup or compare or since is not None:
            raise BadOption(
                "--since, --regroup and --compare are for the stories of the store; leave out the articles, or these"
            )
        _group(articles, format, output, plain)
        return
    moment = read_moment("--since", since)
    with open_named(store) as opened:
        _bring_up_to_date(opened, regroup)
        if compare:
            compare_stories(opened)
        listed = opened.listed_stories(since=moment, limit=limit)
    if format == "terminal":
        put_out_lines([render_stories(listed, **look_of(output, plain))], output)
    else:
        put_out_lines(render_records(format, KEPT, map(record_of_listed, listed)), output)


def _bring_up_to_date(store: "Store", anew: bool) -> None:
    from rashomon.stream.arriving import open_stream  # here and below: comparing files groups nothing

    open_stream(store, GroupingSettings(), StreamSettings(), now())
    if anew:
        from rashomon.stream.regrouping import regroup

        moved = regroup(store, GroupingSettings(), now())
        told = f"{count(moved, 'article')} moved" if moved else "every article stays in its story"
        tell(f"grouped anew: {told}")


def _group(sources: list[str], format: Listing, output: Path | None, plain: bool) -> None:
    from rashomon.cluster.grouping import group_articles
    from rashomon.ingest.readers import read_articles

    articles, unread = read_articles(*sources, ids_as_given=format != "terminal")
    for one in unread:
        tell(f"not read: {one.where}: {one.reason}")
    if not articles:
        raise BadArticle("no article to group; give files, folders, addresses or - for standard input")
    memberships = group_articles(articles, GroupingSettings())
    if format == "terminal":
        by_id = {article.id: article for article in articles}
        put_out_lines([render_groups(memberships, by_id, **look_of(output, plain))], output)
    else:
        put_out_lines(render_records(format, GROUPED, map(record_of, memberships)), output)
