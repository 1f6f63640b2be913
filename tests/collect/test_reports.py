"""Pages and feed items to articles."""

from misbehaving import report
from rashomon.collect.reports import read_plain, read_report, read_words
from rashomon.ingest.listings import Item
from rashomon.model.article import Article

ITEM = Item("https://gull.example/a?utm_source=rss", "Ferry aground", "Mira Oduya", "2026-03-04", "2026-03-05")


def test_a_page_is_known_by_its_own_address():
    page = report("Ferry", head='<link rel="canonical" href="https://gull.example/ferry">').encode()
    article = read_report(page, "https://m.gull.example/ferry?x=1", None, None)
    assert isinstance(article, Article)
    assert (article.id, article.url, article.outlet) == (
        "gull.example/ferry",
        "https://gull.example/ferry",
        "gull.example",
    )


def test_what_the_page_leaves_open_its_list_says():
    article = read_report(report("Ferry", published="").encode(), "https://gull.example/a", None, ITEM)
    assert isinstance(article, Article)
    assert (article.headline, article.byline, article.published) == ("Ferry", "Mira Oduya", "2026-03-04")


def test_whole_words_of_a_feed_by_paragraph():
    words = "<script>x</script><p>One <b>bold</b> &amp; two.</p><div>Three<br>four.</div><ul><li>five</li></ul>"
    article = read_words(Item(ITEM.address, "H", words=words), "The Gull", 3)
    assert article and article.text == "One bold & two.\n\nThree\n\nfour.\n\nfive"
    assert (article.id, article.outlet) == ("gull.example/a", "The Gull")


def test_a_teaser_is_not_taken_for_the_report():
    assert read_words(Item(ITEM.address, words="<p>A few words</p>"), None, 80) is None
    assert read_words(ITEM, None, 1) is None


def test_hostile_words_of_a_feed():
    for words in ("<div>" * 20_000, "<", "\0", "<![CDATA[", "&#0;&#xD800;", "<!-- a"):
        read_words(Item(ITEM.address, words=words), None, 1)


def test_plain_text_and_nothing():
    article = read_plain(b"A ferry ran aground.", "https://gull.example/a.txt", ITEM)
    assert isinstance(article, Article) and article.headline == "Ferry aground"
    assert read_plain(b" \n", "https://gull.example/a.txt", None) == "an empty answer"
