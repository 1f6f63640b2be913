"""Texts that are no report as they stand, and reports that only look a little like them."""

import pytest

from rashomon.ingest.other_forms import find_other_form
from rashomon.ingest.readers import read_articles

MAIL = "From: Ada <ada@auk.example>\nSubject: Ferry\nDate: Tue, 3 Mar 2026 09:00:00 +0000\n\nThe ferry ran aground.\n"
SERVED = "Received: from a.example\n\tby b.example; Tue, 3 Mar 2026\nFrom: ada@auk.example\n\nThe ferry ran aground.\n"
ROWS = 'id,outlet,text\n1,The Auk,"A ferry ran aground, police said.\n\nNobody was hurt."\n2,The Tern,A ferry sank.\n'


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("a.eml", "No fields at all.", "a mail"),
        ("a.eml", MAIL, "a mail"),
        ("a.txt", MAIL, "a mail"),
        ("a", MAIL.replace("\n", "\r\n"), "a mail"),
        ("a.txt", SERVED, "a mail"),
        ("a.mbox", "From ada@auk.example Tue Mar  3 09:00:00 2026\n" + SERVED, "a mail"),
        ("a", "From ada@auk.example Tue Mar  3 09:00:00 2026\n" + SERVED, "a mail"),
        ("a.csv", "Words alone", "a table"),
        ("a.csv.gz", "Words alone", "a table"),
        ("https://auk.example/reports.csv", "a, b", "a table"),
        ("a.txt", ROWS, "a table"),
        ("a", "\ufeff" + ROWS.replace("\n", "\r\n"), "a table"),
        ("a.txt", ROWS.replace(",", ";"), "a table"),
        ("a.txt", "outlet\ttext\nThe Auk\tA ferry ran aground, police said.\n", "a table"),
        ("a.txt", "id,text\n" + "".join(f'{n},"A ferry, of {n * 99} tonnes, sank."\n' for n in range(9999)), "a table"),
    ],
)
def test_what_is_no_report_is_called_what_it_is(name, text, form):
    told = find_other_form(text, name)
    assert told is not None and told.startswith(form) and "file" in told


@pytest.mark.parametrize(
    "text",
    [
        "Port Halven: a ferry ran aground on Sunday.\n\nNobody was hurt.\n",
        "Subject: the ferry Marlin\nDate: Sunday\n\nIt ran aground off Port Halven.\n",
        "From: our correspondent\nPort Halven\n\nDate: Sunday\nSubject: a ferry\n",
        "FERRY: Fifteen hurt\nCOAST GUARD: Nobody is missing\n",
        "Port Halven, Sunday\nA ferry ran aground, police said.\n",
        "Port Halven, Sunday, noon\n\nA ferry ran aground, police said, off the port.\n",
        "A ferry of 1,200 tonnes sank\nIt had 1,400 on board\n",
        "One,two\n",
        '"It was dreadful," she said, "and dark, and cold.\n',
        "- fire, in Oldacre\n- flood, in Vossel\n",
        ",,,\n,,,\n",
    ],
)
def test_a_report_that_looks_a_little_like_one_is_read(text, tmp_path):
    assert find_other_form(text, "note.txt") is None
    (tmp_path / "note.txt").write_text(text)
    (article,), _ = read_articles(tmp_path / "note.txt")
    assert article.text == text


def test_files_that_are_no_reports_are_named_with_what_to_do(tmp_path):
    (tmp_path / "ferry.eml").write_text(MAIL)
    (tmp_path / "ferries.csv").write_text(ROWS)
    articles, unread = read_articles(tmp_path / "ferry.eml", tmp_path / "ferries.csv")
    assert articles == () and [one.reason.partition(",")[0] for one in unread] == ["a mail", "a table"]
