"""Views as readers write them: read from a query or a command line, written back, and told in words."""

import re
from collections.abc import Iterable
from typing import get_args
from urllib.parse import urlencode

from rashomon.errors import BadOption
from rashomon.model.comparison import Comparison, DifferenceKind, DifferenceRelation
from rashomon.model.view import Narrowed, View
from rashomon.render.edition import count

LISTS = {"kind": "kinds", "relation": "relations", "outlet": "outlets", "origin": "origins", "article": "articles"}
VIEW_NAMES = tuple(LISTS)  # as a query and the command line name them
KNOWN: dict[str, tuple[str, ...]] = {"kind": get_args(DifferenceKind), "relation": get_args(DifferenceRelation)}
NOUNS = {  # of what is counted: one, many
    "differences": ("difference", "differences"),
    "claims": ("claim", "claims"),
    "quotations": ("quotation", "quotations"),
    "names": ("name", "names"),
    "timeline": ("date", "dates"),
    "apart": ("report apart", "reports apart"),
    "left_out": ("stretch left out", "stretches left out"),
    "unresolved": ("unresolved thing", "unresolved things"),
    "news": ("thing that is new", "things that are new"),
}
_ORIGIN = re.compile(r"o-[1-9][0-9]{0,6}", re.ASCII)


def read_view(pairs: Iterable[tuple[str, str]]) -> View:
    """The view that names and values ask for, the same whatever their order; empty values ask for nothing.

    Raises BadOption for a name, kind or relation that there is not, and for what cannot be an origin's id.
    """
    asked: dict[str, set[str]] = {name: set() for name in LISTS}
    for name, value in pairs:
        if name not in asked:
            raise BadOption(f"no filter {name!r}; there are {', '.join(VIEW_NAMES)}")
        if wanted := value.strip():
            asked[name].add(_known(name, wanted))
    return View(**{field: tuple(sorted(asked[name])) for name, field in LISTS.items()})


def _known(name: str, wanted: str) -> str:
    if name in KNOWN:
        if wanted.lower() not in KNOWN[name]:
            raise BadOption(f"no {name} {wanted!r}; there are {', '.join(KNOWN[name])}")
        return wanted.lower()
    if name == "origin" and not _ORIGIN.fullmatch(wanted):
        raise BadOption(f"{wanted!r} is not the id of an origin; one looks like o-1")
    return wanted


def to_query(view: View) -> str:
    """The view as the query of an address, without "?"; `read_view` reads it back. Empty for the view of everything."""
    return urlencode([(name, value) for name, field in LISTS.items() for value in getattr(view, field)])


def find_reports(comparison: Comparison, view: View) -> frozenset[str]:
    """The ids of the reports asked for, former ones too; outlets are told apart by their letters, not by their case."""
    outlets = {fold_outlet(one) for one in view.outlets}
    within = {article for one in comparison.origins if one.id in view.origins for article in one.articles}
    return frozenset(
        id
        for id, outlet in _known_reports(comparison)
        if (not outlets or (outlet is not None and fold_outlet(outlet) in outlets))
        and (not view.origins or id in within)
        and (not view.articles or id in view.articles)
    )


def _known_reports(comparison: Comparison) -> list[tuple[str, str | None]]:
    """The id and outlet of every report, of those too that have left the story since an earlier comparison."""
    former = comparison.new_since.former if comparison.new_since else ()
    return [(one.id, one.outlet) for one in comparison.articles] + [(one.id, one.outlet) for one in former]


def fold_outlet(outlet: str) -> str:
    """An outlet's name without the case of its letters, white space single."""
    return " ".join(outlet.casefold().split())


def refuse_unknown(comparison: Comparison, view: View) -> None:
    """Raises BadOption where the view names an outlet, origin or article that the comparison has not."""
    reports = _known_reports(comparison)
    _refuse("outlet", view.outlets, {fold_outlet(outlet): outlet for _, outlet in reports if outlet})
    _refuse("origin", view.origins, {one.id: one.id for one in comparison.origins})
    _refuse("article", view.articles, {id: id for id, _ in reports})


def _refuse(noun: str, asked: Iterable[str], known: dict[str, str]) -> None:
    """Raises BadOption for one that is asked and not known; `known` has what each is called by what it is asked by."""
    for one in asked:
        if (fold_outlet(one) if noun == "outlet" else one) not in known:
            raise BadOption(f"no report here is of {noun} {one!r}; there are {', '.join(known.values()) or 'none'}")


def tell_view(view: View) -> str:
    """What a view asks for: "differences of kind number; reports of Tern or The Gull"."""
    whose = (
        (" or ".join(view.outlets), "reports of"),
        (" or ".join(view.origins), "reports of origin"),
        (" or ".join(view.articles), "report"),
    )
    what = ((" or ".join(view.relations), "relation"), (" or ".join(view.kinds), "kind"))
    differences = " and ".join(f"{noun} {some}" for some, noun in what if some)
    told = [f"differences of {differences}"] if differences else []
    return "; ".join(told + [f"{noun} {some}" for some, noun in whose if some])


def tell_narrowed(narrowed: Narrowed) -> str:
    """In one line what was asked for, and what is not shown: nothing vanishes unsaid."""
    hidden = [
        f"{of - shown:,} of {count(of, *NOUNS[field])}"
        for field in NOUNS
        if (shown := getattr(narrowed.shown, field)) < (of := getattr(narrowed.of, field))
    ]
    return f"Filtered: {tell_view(narrowed.view)}. Not shown: {', '.join(hidden) or 'nothing'}."
