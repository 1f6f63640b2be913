"""Feeds, lists, sitemaps and pages over a real server: what comes, how politely, and what is said at the end."""

import gzip
from datetime import UTC, date, datetime, timedelta

import pytest

from misbehaving import body, conditional, in_turn, redirect, report, rss, status

FEED = "application/rss+xml"


def reasons(account) -> dict[str, int]:
    return {one.reason: one.count for one in account.skipped}


def with_feed(site, number=2, **more):
    """A feed of reports."""
    for n in range(number):
        site.behaviours[f"/ferry-{n}"] = conditional(report(f"Ferry {n}", number=n), f'"{n}"')
    site.behaviours["/feed"] = conditional(rss(*(f"{site.root}/ferry-{n}" for n in range(number)), **more), '"f"', FEED)
    return f"{site.root}/feed"


def test_a_feed_brings_its_reports_once(site, store, run):
    feed = with_feed(site)
    account = run(feed)
    assert (account.new, account.lists, account.skipped) == (2, 1, ())
    assert [article.headline for article in store.articles()] == ["Ferry 0", "Ferry 1"]
    assert store.versions(next(store.articles()).id)[0].source == feed
    again = run(feed)
    assert (again.new, again.same, again.unchanged) == (0, 0, 1)
    assert site.times_asked("/ferry-0") == 1 and site.asked[-1].headers["if-none-match"] == '"f"'


def test_a_report_that_its_feed_says_has_changed_is_a_new_version(site, store, run):
    link = f"{site.root}/ferry"
    atom = '<feed xmlns="http://www.w3.org/2005/Atom"><entry><link href="{}"/><updated>{}</updated></entry></feed>'
    later = (datetime.now(UTC) + timedelta(hours=1)).isoformat()
    site.behaviours["/ferry"] = in_turn(body(report("Ferry aground")), body(report("Ferry afloat again")))
    site.behaviours["/feed"] = in_turn(
        body(atom.format(link, "2026-11-20T09:00:00Z"), FEED), body(atom.format(link, later), FEED)
    )
    assert run(f"{site.root}/feed").new == 1
    assert run(f"{site.root}/feed").changed == 1
    (article,) = store.articles()
    assert [one.article.headline for one in store.versions(article.id)] == ["Ferry aground", "Ferry afloat again"]


def test_a_page_due_for_another_look_is_asked_whether_it_changed(site, store, run):
    site.behaviours["/ferry"] = conditional(report("Ferry"), '"1"')
    site.behaviours["/feed"] = body(rss(f"{site.root}/ferry"), FEED)
    assert run(f"{site.root}/feed").new == 1
    account = run(f"{site.root}/feed", clock=lambda: datetime.now(UTC) + timedelta(days=30))
    assert (account.same, account.new) == (1, 0) and site.asked[-1].headers["if-none-match"] == '"1"'


def test_what_a_page_says_of_its_reports_date_is_kept(site, store, run):
    run(with_feed(site, 1))
    assert next(store.articles()).published == "2026-11-20T08:00:00+00:00"


def test_a_feed_that_carries_its_reports_whole(site, store, run):
    whole = (
        "<![CDATA["
        + "".join(f"<p>{'The ferry ran aground off Port Halven on Tuesday. ' * 3}{n}</p>" for n in range(5))
        + "]]>"
    )
    items = f"<item><link>{site.root}/a</link><title>Whole</title><content:encoded>{whole}</content:encoded></item>"
    items += f"<item><link>{site.root}/b</link><title>Teased</title><description>Few words</description></item>"
    feed = (
        f'<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>{items}</channel></rss>'
    )
    site.behaviours |= {"/feed": body(feed, FEED), "/a": body(report("A")), "/b": body(report("B"))}
    assert run(f"{site.root}/feed", feed_text=True).new == 2
    assert "/a" not in site.paths and "/b" in site.paths
    assert {article.headline for article in store.articles()} == {"Whole", "B"}


def test_a_list_of_feeds_a_sitemap_index_and_a_packed_news_sitemap(site, store, run):
    site.behaviours["/opml"] = body(
        f'<opml><body><outline xmlUrl="{with_feed(site, 1)}"/></body></opml>', "text/x-opml"
    )
    news = "http://www.google.com/schemas/sitemap-news/0.9"
    entry = f"<url><loc>{site.root}/harbour</loc><n:news><n:title>From the list</n:title></n:news></url>"
    packed = gzip.compress(f'<urlset xmlns:n="{news}">{entry}</urlset>'.encode())
    site.behaviours["/news.xml.gz"] = body(packed, "application/x-gzip")
    site.behaviours["/map.xml"] = body(
        f"<sitemapindex><sitemap><loc>{site.root}/news.xml.gz</loc></sitemap></sitemapindex>", "text/xml"
    )
    site.behaviours["/harbour"] = body(report("Harbour closed", number=9))
    account = run(f"{site.root}/opml", f"{site.root}/map.xml")
    assert (account.new, account.lists, account.skipped) == (2, 4, ())


def test_a_front_page_leads_to_the_feed_it_announces(site, run):
    feed = with_feed(site, 1)
    site.behaviours["/"] = body(
        f'<html><head><link rel="alternate" type="{FEED}" href="{feed}"></head><body>Hi</body></html>'
    )
    account = run(site.root)
    assert account.new == 1 and "is a front page; what it announces was read" in account.notes[0]


def test_a_front_page_without_a_feed_says_what_to_give(site, run):
    site.behaviours["/"] = body("<html><body><p>Hello</p></body></html>")
    assert "announces no feed; give" in run(site.root).skipped[0].reason


def test_a_page_given_itself(site, store, run):
    site.behaviours["/ferry-runs-aground"] = body(report("Ferry"))
    assert run(f"{site.root}/ferry-runs-aground").new == 1
    assert run(f"{site.root}/ferry-runs-aground").same == 1


def test_robots_are_asked_first_once_a_host_and_obeyed(site, run):
    site.behaviours["/robots.txt"] = body("User-agent: *\nDisallow: /ferry-1\n", "text/plain")
    account = run(with_feed(site, 3))
    assert account.new == 2 and reasons(account) == {"robots.txt does not allow it": 1}
    assert site.paths[0] == "/robots.txt" and site.times_asked("/robots.txt") == 1 and "/ferry-1" not in site.paths


def test_robots_are_kept_from_run_to_run_for_a_day(site, run, tmp_path):
    site.behaviours["/robots.txt"] = body("User-agent: *\nDisallow: /ferry-1\n", "text/plain")
    feed, folder = with_feed(site, 3), tmp_path / "robots"
    assert reasons(run(feed, robots=folder)) == {"robots.txt does not allow it": 1}
    assert reasons(run(f"{site.root}/ferry-1", robots=folder)) == {"robots.txt does not allow it": 1}
    assert site.times_asked("/robots.txt") == 1
    run(feed, robots=folder, clock=lambda: datetime.now(UTC) + timedelta(hours=25))
    assert site.times_asked("/robots.txt") == 2
    for file in folder.iterdir():
        file.write_text("{broken")
    run(feed, robots=folder)
    assert site.times_asked("/robots.txt") == 3


def test_robots_that_fail_mean_that_nothing_is_asked(site, run):
    site.behaviours["/robots.txt"] = status(500)
    account = run(with_feed(site))
    assert site.paths == ["/robots.txt"] and "robots.txt could not be had" in account.skipped[0].reason


def test_one_request_at_a_time_at_the_pace_given(site, run):
    run(with_feed(site, 4), pace=0.15)
    gaps = [after.at - before.at for before, after in zip(site.asked, site.asked[1:], strict=False)]
    assert site.most_under_way == 1 and len(gaps) == 5 and min(gaps) > 0.14


def test_the_hosts_own_delay_is_kept_to(site, run):
    site.behaviours["/robots.txt"] = body("User-agent: *\nCrawl-delay: 0.3\n", "text/plain")
    run(with_feed(site, 1))
    assert site.asked[2].at - site.asked[1].at > 0.29


def test_the_user_agent_says_who_asks_and_nothing_else(site, run):
    run(with_feed(site, 1), contact="mailto:desk@gull.example")
    assert site.asked[0].headers["user-agent"].startswith("Rashomon/")
    assert site.asked[0].headers["user-agent"].endswith("(+mailto:desk@gull.example)")


def test_come_back_later_is_waited_for_when_it_is_soon(site, run):
    feed = with_feed(site, 1)
    site.behaviours["/ferry-0"] = in_turn(status(503, Retry_After="1"), body(report("Ferry")))
    assert run(feed).new == 1
    first, second = (one.at for one in site.asked if one.path == "/ferry-0")
    assert second - first > 0.95


def test_come_back_tomorrow_is_left_to_the_next_run_which_goes_on(site, run):
    feed = with_feed(site, 3)
    site.behaviours["/ferry-0"] = in_turn(status(429, Retry_After="86400"), body(report("Ferry 0")))
    account = run(feed)
    assert (account.new, account.left) == (0, 3) and site.times_asked("/ferry-1") == 0
    assert run(feed).new == 3


def test_what_is_gone_is_asked_once(site, run):
    feed = with_feed(site, 1)
    site.behaviours |= {"/ferry-0": status(410), "/old": status(410)}
    for _ in range(2):
        run(feed, f"{site.root}/old")
    assert site.times_asked("/ferry-0") == 1 and site.times_asked("/old") == 1


def test_a_failed_page_is_tried_again_later_and_its_feed_read_whole_until_then(site, run):
    feed = with_feed(site, 2)
    site.behaviours["/ferry-1"] = in_turn(status(500), body(report("Ferry 1", number=1)))
    assert run(feed).new == 1
    soon = run(feed)
    assert (soon.unasked, soon.left, soon.unchanged) == (1, 1, 0)
    assert run(feed, clock=lambda: datetime.now(UTC) + timedelta(hours=2)).new == 1


def test_redirects_are_followed_and_checked_at_each_hop(site, run, monkeypatch):
    site.behaviours["/a"] = redirect("/b")
    site.behaviours["/b"] = redirect(f"{site.root}/ferry-is-aground-now", 301)
    site.behaviours["/ferry-is-aground-now"] = body(report("Ferry"))
    assert run(f"{site.root}/a").new == 1
    site.behaviours["/out"] = redirect("http://169.254.169.254/latest/meta-data")
    from rashomon.collect import peers

    allowed = peers.is_public
    monkeypatch.setattr(peers, "is_public", lambda address: str(address) == "127.0.0.1" or allowed(address))
    account = run(f"{site.root}/out", allow_private=False)
    assert "a private address" in account.skipped[0].reason


@pytest.mark.parametrize("to", ["file:///etc/passwd", "javascript:1", "http://[", ""])
def test_redirects_to_nowhere(site, run, to):
    site.behaviours["/a"] = redirect(to)
    assert "a redirect to nowhere" in run(f"{site.root}/a").skipped[0].reason


def test_robots_of_the_place_a_redirect_leads_to_are_obeyed(site, run):
    site.behaviours["/robots.txt"] = body("User-agent: *\nDisallow: /secret\n", "text/plain")
    site.behaviours["/a"] = redirect("/secret")
    assert reasons(run(f"{site.root}/a")) == {"robots.txt does not allow it": 1} and "/secret" not in site.paths


def test_loopback_is_refused_unless_allowed(site, run):
    account = run(with_feed(site), allow_private=False)
    assert not site.asked and "a private address" in account.skipped[0].reason
    assert run(f"{site.root}/feed").new == 2  # and nothing of the refusal stays


def test_what_is_older_than_asked_for_is_passed_over(site, run):
    account = run(with_feed(site, 2), since=date(2026, 11, 21))
    assert account.new == 0 and reasons(account) == {"older than 2026-11-21": 2}


def test_lists_that_lead_to_themselves_end(site, run):
    opml = '<opml><body><outline xmlUrl="ROOT/a"/><outline xmlUrl="ROOT/b"/></body></opml>'.replace("ROOT", site.root)
    site.behaviours |= {"/a": body(opml, "text/xml"), "/b": body(opml, "text/xml")}
    run(f"{site.root}/a")
    assert len(site.asked) < 12


def test_the_seam_gets_each_article_with_its_source_and_time(site, store, run):
    seen = []

    def keep(articles, source, fetched):
        seen.append(([article.headline for article in articles], source, fetched))
        return store.keep_all(articles, source, fetched)

    feed = with_feed(site, 1)
    run(feed, keep=keep, clock=lambda: datetime(2026, 11, 22, 1, 2, 3, tzinfo=UTC))
    assert seen == [(["Ferry 0"], feed, "2026-11-22T01:02:03+00:00")]
