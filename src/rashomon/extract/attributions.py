"""Attributions: who is said to stand behind a statement."""

import re
from collections.abc import Iterator, Sequence

from rashomon.extract.cues import load_cues
from rashomon.extract.quotations import find_credited
from rashomon.extract.report import Report
from rashomon.model.article import Article
from rashomon.model.reading import Attribution, AttributionKind, Mention, Quotation, Sentence, Speaker
from rashomon.model.span import Span
from rashomon.settings import QuotationSettings

_NAME = r"[A-Z][\w.’'&-]*"
_MEDIUM = re.compile(
    rf"""\b(?:told|tells|telling)\s+((?:the\s+)?(?!(?:The|A)\b){_NAME}(?:\s+(?:of|and|the|{_NAME}|news\ agency))*)
      | \b((?:on|via)\s+(?:Twitter|X|Facebook|Instagram|Telegram|TikTok|YouTube|WhatsApp|Weibo|LinkedIn|Truth\ Social
          |social\ media|television|TV|(?:[A-Z]\w+\s)?[Rr]adio|state\ (?:TV|television|media)|Change\.org|Reddit|VK))\b
      | \b((?:in|during)\s+(?:a|an|the|his|her|their|its)\s+(?:\w+\s+){{0,3}}?(?:statement|interview|letter|email|e-mail
          |filing|memo|report|tweet|post|blog\ post|speech|press\ conference|news\ conference|briefing|release|testimony
          |address|message|video|broadcast|complaint|lawsuit|indictment|affidavit)
          (?:\s+with\s+(?:the\s+)?{_NAME}(?:\s{_NAME})*)?)\b
      | \b(by\s+(?:phone|telephone|email|e-mail))\b""",
    re.VERBOSE,
)
_HEDGE = re.compile(
    r"\b(?:(?:is|are|was|were|has\ been|have\ been|had\ been)\s+(?:\w+ly\s+)?"
    r"(?:thought|believed|said|reported|alleged|understood|expected|rumou?red|feared|claimed|suspected|presumed|estimated)"
    r"\s+(?:to|that)\b|(?:reportedly|allegedly|apparently|supposedly|purportedly|ostensibly|presumably"
    r"|by\ some\ accounts|it\ appears|it\ seems)\b)",
    re.IGNORECASE,
)
_DOUBTFUL = frozenset(
    {
        "claim",
        "allege",
        "suggest",
        "imply",
        "speculate",
        "hint",
        "think",
        "believe",
        "fear",
        "suspect",
        "guess",
        "estimate",
        "hope",
    }
)
_NEAR = 160  # code points past a stretch or its source in which its medium may stand


def find_attributions(
    article: Article,
    sentences: tuple[Sentence, ...],
    mentions: tuple[Mention, ...],
    quotations: tuple[Quotation, ...],
    settings: QuotationSettings | None = None,
) -> tuple[Attribution, ...]:
    """The stretches that the article credits to someone, in order; they may lie inside each other."""
    settings = settings or QuotationSettings()
    credited = find_credited(article, sentences, mentions, settings)
    found = [_attribution(article.text, sentences, r, s) for r, s in credited]
    found += _hedged(article.text, sentences, [r for r, _ in credited])
    return tuple(sorted(found, key=lambda a: (a.span.start, -a.span.end)))


def _attribution(text: str, sentences: Sequence[Sentence], report: Report, speaker: Speaker | None) -> Attribution:
    sentence = sentences[report.sentence].span
    words = (speaker.name or speaker.description) if speaker else (report.source.of(text) if report.source else None)
    return Attribution(
        span=report.content,
        kind=_kind(words, speaker),
        speaker=words,
        medium=_medium(text, sentence, report),
        cue=report.cue.of(text) if report.cue else None,
        hedged=report.lemma in _DOUBTFUL,
        source=report.source,
    )


def _kind(words: str | None, speaker: Speaker | None) -> AttributionKind:
    cues = load_cues()
    parts = re.findall(r"[\w-]+", (words or "").lower())
    if not parts:
        return "unnamed"
    if speaker and speaker.name:
        return "outlet" if _is_outlet(speaker.name) else "named"
    if parts[-1] in cues.documents:
        return "document"
    if parts[-1] in cues.outlets or (words and _is_outlet(words)):
        return "outlet"
    return "unnamed"


def _is_outlet(name: str) -> bool:
    return bool(_OUTLET.search(name))


_OUTLET = re.compile(
    r"\b(?:News|Times|Post|Journal|Herald|Tribune|Guardian|Telegraph|Daily|Gazette|Chronicle|Observer|Reuters|AFP|AP|BBC"
    r"|CNN|NBC|CBS|ABC|CNBC|Fox|PBS|NPR|ITV|Sky|Bloomberg|Associated\ Press|Press\ Association|Xinhua|TASS"
    r"|Tass|Interfax|RIA|Sputnik|RT|DPA|dpa|Kyodo|Yonhap"
    r"|PTI|ANI|Anadolu|Al\ Jazeera|Politico|Axios|Newspaper|Magazine|Zeitung"
    r"|Spiegel"
    r"|Bild|Monde|Figaro|País|Mundo|Haaretz|TMZ|Enquirer"
    r"|Globe|Examiner|Sentinel|W[A-Z]{2,3}|K[A-Z]{3}|\w+\.com)\b"
)


def _medium(text: str, sentence: Span, report: Report) -> str | None:
    """What it was said to or in: "Reuters", "on Telegram", "in a statement"."""
    anchor = report.cue or report.source
    if anchor is None:
        return None
    found = _MEDIUM.search(text, max(sentence.start, anchor.start - 1), min(sentence.end, anchor.end + _NEAR))
    if not found or (found.start() >= report.content.end and found.start() - anchor.end > _NEAR):
        return None
    return next(group for group in found.groups() if group).rstrip(".,")


def _hedged(text: str, sentences: Sequence[Sentence], reports: Sequence[Report]) -> Iterator[Attribution]:
    """Clauses that the article holds back from without saying who stands behind them."""
    for sentence in sentences:
        for found in _HEDGE.finditer(text, sentence.span.start, sentence.span.end):
            clause = next((c for c in sentence.clauses if c.start <= found.start() < c.end), sentence.span)
            if any(r.content.start <= found.start() < r.content.end for r in reports):
                continue
            yield Attribution(clause, "unnamed", None, None, found.group(), True)
