"""Pages that a browser saved in one file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rashomon.ingest.readers import read_articles
from rashomon.ingest.records import Found
from rashomon.ingest.saved_pages import read_saved_page
from rashomon.model.article import Unread

ADDRESS = "https://gull.example/news/ferry-aground-off-port-halven"
HEAD = f"""From: <Saved by Blink>
Snapshot-Content-Location: {ADDRESS}
Subject: Ferry aground
Date: Fri, 6 Mar 2026 10:00:00 -0500
MIME-Version: 1.0
Content-Type: multipart/related;
\ttype="text/html";
\tboundary="--edge"

"""
PAGE = f"""----edge
Content-Type: text/html
Content-ID: <frame@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: {ADDRESS}

<!DOCTYPE html><html><head><title>Ferry aground</title></head><body><article><h1>Ferry aground at caf=C3=A9 qua=
y</h1><p>The ferry Marlin ran aground off Port Halven on Sunday, and fifteen people were hurt, the coast gua=
rd said.</p><p>The ferry was on its way to Oldacre, and the wind was strong, the harbour master said.</p></article>
</body></html>

"""
FRAME = """----edge
Content-Type: text/html
Content-ID: <other@mhtml.blink>
Content-Location: https://adverts.example/frame

<html><body><article><p>Buy a boat, said the harbour shop, and be quick about it, for there are few left.</p></article>
</body></html>

"""
PICTURE = """----edge
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://gull.example/ferry.png

iVBORw0KGgo=

"""
END = "----edge--\n"


@pytest.mark.parametrize("name", ["ferry.mhtml", "ferry.mht", "ferry.html", "ferry.txt", "ferry"])
def test_the_page_is_read_at_its_address_whatever_the_name(tmp_path, name):
    path = tmp_path / name
    path.write_bytes((HEAD + PAGE + PICTURE + FRAME + END).replace("\n", "\r\n").encode())
    (article,), unread = read_articles(path)
    assert (article.headline, article.url, article.outlet) == ("Ferry aground at café quay", ADDRESS, "gull.example")
    assert "coast guard said" in article.text and "Saved by" not in article.text and "boat" not in article.text
    assert unread == ()


def test_the_part_that_is_named_as_the_start_is_the_page():
    head = HEAD.replace('type="text/html";', 'type="text/html"; start="<frame@mhtml.blink>";')
    found = read_saved_page((head + FRAME + PAGE + END).encode(), "a.mhtml", "a")
    assert isinstance(found, Found) and "Marlin" in found.article.text


def test_a_page_without_anything_beside_it():
    head = "From: <Saved by a browser>\nMIME-Version: 1.0\n"
    found = read_saved_page((head + PAGE.removeprefix("----edge\n")).encode(), "a.mht", "a")
    assert isinstance(found, Found) and found.article.url == ADDRESS


@pytest.mark.parametrize("parts", ["", PICTURE])
def test_one_without_a_page_says_so(tmp_path, parts):
    (tmp_path / "a.mhtml").write_text(HEAD + parts + END)
    articles, (unread,) = read_articles(tmp_path / "a.mhtml")
    assert articles == () and "holds no page" in unread.reason


@given(
    st.binary(max_size=400), st.sampled_from([HEAD, HEAD + PAGE, HEAD + "----edge\nContent-Type: text/html\n\n", ""])
)
def test_broken_ones_are_said_to_be(rest, head):
    assert isinstance(read_saved_page(head.encode() + rest, "a.mhtml", "a"), Found | Unread)


def test_one_nested_too_deep_is_said_to_be():
    nested = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(3000))
    assert isinstance(read_saved_page(f"MIME-Version: 1.0\n{nested}".encode(), "a.mhtml", "a"), Unread)
