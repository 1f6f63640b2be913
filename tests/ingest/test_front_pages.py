"""A front page is told from a report, and its feeds from those of its comments."""

from rashomon.ingest.front_pages import read_front_page

_FEEDS = (
    '<link rel="alternate" type="application/rss+xml" title="News" href="/feed">'
    '<link rel="alternate" type="application/atom+xml" title="Comments on News" href="/comments/feed">'
    '<link rel="alternate" hreflang="fr" href="/fr">'
)


def page(head: str) -> str:
    return f"<html><head><title>The Gull</title>{head}</head><body><p>Words.</p></body></html>"


def test_root_with_its_feeds():
    read = read_front_page(page(_FEEDS), "https://gull.example/")
    assert read and read.lists == ("https://gull.example/feed",)


def test_root_without_feeds_is_still_a_front_page():
    read = read_front_page(page(""), "https://gull.example/en/index.html")
    assert read and read.lists == ()


def test_section_is_one_where_it_has_a_feed():
    assert read_front_page(page(_FEEDS), "https://gull.example/world/asia")
    assert not read_front_page(page(""), "https://gull.example/world/asia")


def test_what_reads_on_is_a_report_though_nothing_marks_it():
    paragraph = f"<p>{'The ferry ran aground off Port Halven on Tuesday evening. ' * 3}</p>"
    written = page(_FEEDS).replace("<p>Words.</p>", paragraph * 6)
    linked = page(_FEEDS).replace("<p>Words.</p>", f"<a href='/x'>{'A headline of the day ' * 2}</a>{paragraph}" * 20)
    assert not read_front_page(written, "https://gull.example/ferry")
    assert read_front_page(written, "https://gull.example/")
    assert read_front_page(
        linked.replace("<p>", "<p><a href='/y'>").replace("</p>", "</a></p>"), "https://gull.example/news"
    )


def test_report_is_none():
    dated = '<meta property="article:published_time" content="2026-03-04T08:00:00Z">'
    kind = '<meta property="og:type" content="article">'
    for head in (_FEEDS + dated, _FEEDS + kind):
        assert not read_front_page(page(head), "https://gull.example/")
    assert not read_front_page(page(_FEEDS), "https://gull.example/world/ferry-runs-aground-off-halven")
