"""Servers that misbehave: each costs little time and memory, is named with the reason, and loses no other report."""

import resource
import time

import pytest

from misbehaving import (
    body,
    bomb,
    broken_off,
    endless,
    garbage,
    promising,
    redirect,
    report,
    rss,
    silent,
    status,
    trickling,
    trickling_headers,
)

MISBEHAVIOURS = {
    "silent": (silent(5), "no answer in time"),
    "trickling": (trickling(), "came too slowly"),
    "trickling headers": (trickling_headers(), "came too slowly"),
    "endless": (endless(), "larger than"),
    "bomb": (bomb(), "larger than"),
    "redirect loop": (redirect("/bad"), "more than 5 redirects"),
    "broken off": (broken_off(report("x")), "the answer was broken"),
    "no HTTP": (garbage(), "the answer was broken"),
    "large by its word": (promising(999_999_999), "larger than"),
    "broken gzip": (body(b"\x1f\x8bnonsense", Content_Encoding="gzip"), "the answer was broken"),
    "brotli unasked for": (body(b"x", Content_Encoding="br"), "did not ask for"),
    "a picture": (body(b"\x89PNG", "image/png"), "holds image/png"),
    "an error": (status(500), "answered 500"),
    "304 unasked for": (status(304), "304"),
    "empty": (body(b""), "an empty answer"),
    "no report in it": (body("<html><body></body></html>"), "no article"),
    "a feed for a page": (body(rss("http://x.example/"), "text/xml"), "a feed, not a page"),
    "a picture called a page": (body(b"\x89PNG\r\n\x1a\n\0\0\0\0" * 99), "no article"),
}


@pytest.mark.parametrize("name", MISBEHAVIOURS)
def test_one_bad_page_is_named_and_the_others_come(site, store, run, name):
    bad, words = MISBEHAVIOURS[name]
    site.behaviours |= {"/bad": bad, "/good": body(report("Ferry"))}
    site.behaviours["/feed"] = body(rss(f"{site.root}/bad", f"{site.root}/good"), "text/xml")
    began = time.monotonic()
    account = run(f"{site.root}/feed")
    assert account.new == 1 and time.monotonic() - began < 5
    (passed,) = account.skipped
    assert words in passed.reason and passed.examples == (f"{site.root}/bad",)
    assert [one.where for one in store.skipped()] == [f"{site.root}/bad"]


@pytest.mark.parametrize("name", MISBEHAVIOURS)
def test_a_bad_feed_is_named(site, run, name):
    site.behaviours |= {"/bad": MISBEHAVIOURS[name][0]}
    account = run(f"{site.root}/bad", largest_sitemap=200_000)
    assert account.new == 0 and (account.skipped or account.lists)


def test_a_bomb_takes_no_memory(site, run):
    site.behaviours["/bomb"] = bomb(300)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    run(f"{site.root}/bomb")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60_000  # kilobytes


def test_a_slow_host_holds_up_no_other(site, store, run):
    from misbehaving import Site

    with Site() as slow:
        slow.behaviours["*"] = trickling()
        site.behaviours |= {f"/ferry-{n}": body(report(f"Ferry {n}")) for n in range(5)}
        site.behaviours["/feed"] = body(
            rss(f"{slow.root}/a", *(f"{site.root}/ferry-{n}" for n in range(5))), "text/xml"
        )
        came = []
        run(f"{site.root}/feed", show=lambda progress: came.append((progress.new, time.monotonic())))
    done = next(at for new, at in came if new == 5)
    assert done < came[-1][1] - 0.5


@pytest.mark.parametrize("charset", ["utf-8", "no-such-charset", ""])
def test_a_wrong_charset_keeps_the_words_readable(site, store, run, charset):
    page = report("Café déjà vu").encode("cp1252")
    site.behaviours["/cafe-is-seen-again"] = body(page, f"text/html; charset={charset}")
    assert run(f"{site.root}/cafe-is-seen-again").new == 1
    assert next(store.articles()).headline == "Café déjà vu"


@pytest.mark.parametrize("cut", [40, 150, 300])
def test_broken_xml_of_a_feed_costs_only_what_is_broken(site, run, cut):
    links = [f"{site.root}/ferry-{n}" for n in range(9)]
    site.behaviours |= {f"/ferry-{n}": body(report(f"Ferry {n}")) for n in range(9)}
    site.behaviours["/feed"] = body(rss(*links)[:-cut] + " & <", "text/xml")
    assert run(f"{site.root}/feed").new >= 6


def test_a_billion_laughs_are_not_laughed(site, run):
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    for root, entry in (("rss", "<channel><title>&l11;</title></channel>"), ("urlset", "<url><loc>&l11;</loc></url>")):
        site.behaviours["/laughs"] = body(
            f'<!DOCTYPE {root} [<!ENTITY l0 "ha">{laughs}]><{root}>{entry}</{root}>', "text/xml"
        )
        began = time.monotonic()
        run(f"{site.root}/laughs")
        assert time.monotonic() - began < 2
