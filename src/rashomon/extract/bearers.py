"""Whose name a phrase gives: of its bearer, not of someone or something that it speaks of beside."""

from collections import Counter
from collections.abc import Sequence

from rashomon.extract.cues import load_cues
from rashomon.extract.grammar import words_of
from rashomon.extract.lexicon import load_lexicon
from rashomon.extract.people import People, bare_name, words_in
from rashomon.model.reading import Mention, Speaker
from rashomon.model.span import Span

NOT_THEMSELVES = words_of("antecedents.not_themselves")
_NO_COMPANY = words_of("antecedents.no_company")
_ARTICLES = frozenset({"a", "an", "the", "his", "her", "their"})
_CHARGES = frozenset(  # what an office is over, capital before the name of its holder: "Secretary of State Jane Doe"
    "state interior defence defense health finance treasury justice energy labor labour education trade".split(" ")
)
_OFTEN = 3  # mentions; a body named less often is not what the article is about


def is_from(text: str, m: Mention, source: Span) -> bool:
    """Whether the phrase is a name and where its bearer is from: "independent Senator Jane Doe of Maine"."""
    before = {w.lower() for w in text[source.start : m.span.start].split()}
    named = m.kind == "person" and (m.span.start == source.start or " " in m.name.of(text))
    after = text[m.name.end : m.name.end + 6].startswith((" of ", " from ", " at "))
    return named and after and not before & (NOT_THEMSELVES | {"a", "an"})


def closes_title(text: str, before: Sequence[str], m: Mention) -> bool:
    """Whether a full name closes a long title, "ambassador to the United Nations Jane Doe": not "a lawyer for Doe"."""
    lead = [w.lower().strip(".,") for w in before]
    while lead and lead[-1] in (load_cues().titles | load_cues().people) - _CHARGES:
        lead.pop()
    full = m.kind == "person" and " " in m.name.of(text)
    return full and bool(lead) and lead[-1] not in NOT_THEMSELVES | _ARTICLES


def closing_name(run: str) -> str | None:
    """The given name and surname at the end of a run of capitals: "Jane Doe" of "Secretary of [State Jane Doe]"."""
    parts = run.split()
    given, titles = load_lexicon().given_names, load_cues().titles - _CHARGES
    for n in range(1, len(parts) - 1):
        if parts[n].lower() in given and parts[0].lower() not in given:
            return None if parts[n - 1].lower() in titles else " ".join(parts[n:])
    return None


def main_body(text: str, mentions: Sequence[Mention], people: People) -> Speaker | None:
    """The body the article names most often, outlets aside: what "the company" mostly means."""
    names: Counter[str] = Counter()
    for m in mentions:
        name = bare_name(m.name.of(text))
        person = people.find(name) if m.kind == "person" else None
        if m.kind in {"org", "person"} and not (person and " " in person.name) and not words_in(name) & _NO_COMPANY:
            names[name] += 1
    best = max(names, key=lambda name: names[name], default=None)
    return Speaker(best, None) if best and names[best] >= _OFTEN else None
