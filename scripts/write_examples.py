"""Writes examples/: some of the demonstration's articles in the forms that articles come in."""

import json
from html import escape
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
ARTICLES = ROOT / "src" / "rashomon" / "demo" / "articles.jsonl"
FORMS = {"Flash": "txt", "Post": "md", "VBC": "html", "Gazette": "html"}

PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title} | {outlet}</title>
<meta property="og:title" content="{title}">
<meta property="og:site_name" content="{outlet}">
<meta property="og:url" content="{url}">
<meta property="article:published_time" content="{published}">
<meta name="note" content="{note}">
</head>
<body>
<nav><a href="/">{outlet}</a> <a href="/news">News</a> <a href="/sport">Sport</a> <a href="/weather">Weather</a></nav>
<main>
<article>
<h1>{title}</h1>
{paragraphs}
</article>
<aside><h2>Most read</h2><ul><li><a href="/1">What the tides will do this week</a></li></ul></aside>
</main>
<footer><a href="/contact">Contact us</a> <a href="/cookies">Cookies</a></footer>
</body>
</html>
"""


def written(article: dict[str, Any], form: str) -> str:
    """One article as a page, as Markdown or as plain text."""
    if form != "html":
        mark = "# " if form == "md" else ""
        return f"{mark}{article['title']}\n\n{article['text']}\n({article['note']})\n"
    paragraphs = "\n".join(f"<p>{escape(line, quote=False)}</p>" for line in article["text"].strip().split("\n\n"))
    return PAGE.format(**{key: escape(str(value)) for key, value in article.items()}, paragraphs=paragraphs)


def examples() -> dict[str, str]:
    """The name of each example's file, and what stands in it."""
    lines = ARTICLES.read_text(encoding="utf-8").splitlines()
    articles = {article["id"]: article for article in map(json.loads, lines)}
    return {f"halven/{key.lower()}.{form}": written(articles[key], form) for key, form in FORMS.items()}


def main() -> None:
    """Writes each example anew."""
    for name, text in examples().items():
        path = ROOT / "examples" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
