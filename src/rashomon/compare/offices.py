"""Offices and nations as the news words them: "the Russian leader", "the Kremlin chief", "Germany's chancellor"."""

import re
from itertools import pairwise

# Each row is one office under its many words; "leader" and "chief" can be any head of state or government.
_OFFICES = """
president leader head-of-state
premier prime-minister leader head-of-government
chancellor leader
king monarch leader
queen monarch
pope pontiff leader
dictator leader
minister
secretary
governor
mayor
senator lawmaker
congressman lawmaker
congresswoman lawmaker
mp lawmaker
ambassador diplomat
envoy diplomat
spokesman spokesperson
spokeswoman spokesperson
judge justice
prosecutor
lawyer attorney solicitor barrister
chief boss head
director head boss
chairman chair boss head
chairwoman chair boss head
ceo boss head chief-executive
chief-executive ceo boss
manager boss coach
coach manager boss
founder
owner
general commander
commander
captain skipper
sheriff
commissioner
pilot
driver
actor
actress
singer
author
analyst
astronomer astrophysicist scientist expert
professor academic expert
analyst expert
researcher scientist expert
economist expert
widow
widower
mother mum mom
father dad
teenager teen
striker forward
goalkeeper keeper
billionaire tycoon mogul entrepreneur
"""
_HEADS: dict[str, frozenset[str]] = {}
for _row in _OFFICES.strip().splitlines():
    _first, *_others = (word.replace("-", " ") for word in _row.split())
    for _word in (_first, *_others):
        _HEADS[_word] = _HEADS.get(_word, frozenset()) | {_first}
_HEADS["chief executive"] |= {"ceo"}
_HEADS["chief"] |= {"president"}  # "the Kremlin chief"

# Nation or seat of power: every word that stands for it.
_NATIONS = """
russia russian russians kremlin moscow
ukraine ukrainian ukrainians kyiv kiev
usa us u.s american americans washington white-house united-states
uk u.k british britain briton london downing-street united-kingdom english england
germany german germans berlin
france french paris elysee
italy italian rome
spain spanish madrid
portugal portuguese lisbon
poland polish warsaw
hungary hungarian budapest
turkey turkish turkiye ankara
greece greek athens
israel israeli israelis jerusalem
palestine palestinian palestinians
iran iranian iranians tehran
iraq iraqi baghdad
syria syrian damascus
lebanon lebanese beirut
saudi-arabia saudi saudis riyadh
egypt egyptian cairo
china chinese beijing
taiwan taiwanese taipei
japan japanese tokyo
south-korea south-korean seoul
north-korea north-korean pyongyang
india indian indians new-delhi delhi
pakistan pakistani islamabad
bangladesh bangladeshi dhaka
sri-lanka sri-lankan colombo
afghanistan afghan afghans kabul taliban
indonesia indonesian jakarta
malaysia malaysian kuala-lumpur
philippines philippine filipino manila
thailand thai bangkok
vietnam vietnamese hanoi
myanmar burmese burma
australia australian canberra
new-zealand new-zealander wellington
canada canadian ottawa
mexico mexican mexico-city
brazil brazilian brasilia
argentina argentine argentinian buenos-aires
venezuela venezuelan caracas
colombia colombian bogota
chile chilean santiago
peru peruvian lima
cuba cuban havana
south-africa south-african pretoria
nigeria nigerian abuja
kenya kenyan nairobi
ethiopia ethiopian addis-ababa
sudan sudanese khartoum
somalia somali mogadishu
libya libyan tripoli
algeria algerian algiers
morocco moroccan rabat
tunisia tunisian tunis
angola angolan luanda
zimbabwe zimbabwean harare
congo congolese kinshasa
sweden swedish stockholm
norway norwegian oslo
denmark danish copenhagen
finland finnish helsinki
netherlands dutch hague
belgium belgian brussels
austria austrian vienna
switzerland swiss bern
ireland irish dublin
scotland scottish holyrood
wales welsh
czech prague
slovakia slovak bratislava
romania romanian bucharest
bulgaria bulgarian sofia
serbia serbian belgrade
croatia croatian zagreb
belarus belarusian minsk
georgia georgian tbilisi
armenia armenian yerevan
azerbaijan azerbaijani azeri baku
kazakhstan kazakh astana
kyrgyzstan kyrgyz bishkek
uzbekistan uzbek tashkent
nato alliance
eu european-union
un united-nations
hamas
hezbollah
"""
_NATION = {word.replace("-", " "): row.split()[0] for row in _NATIONS.strip().splitlines() for word in row.split()}
_PHRASE = re.compile(r"[^\W\d_][\w.’'-]*")


def offices_in(text: str) -> frozenset[str]:
    """Every office named in the words that describe someone."""
    found: frozenset[str] = frozenset()
    for word in _phrases(text):
        found |= _HEADS.get(word, frozenset())
    return found


def head_of(description: str) -> frozenset[str]:
    """The offices that the last word of a description can mean; none where it ends in no office."""
    words = _words(description)
    two = " ".join(words[-2:])
    return _HEADS.get(two) or (_HEADS.get(words[-1], frozenset()) if words else frozenset())


def nation_of(text: str) -> frozenset[str]:
    """The nations, capitals and seats of power that the words name, each as its nation."""
    return frozenset(_NATION[word] for word in _phrases(text) if word in _NATION)


def _words(text: str) -> list[str]:
    return [re.sub(r"['’]s?$", "", m.group()).rstrip(".").casefold() for m in _PHRASE.finditer(text)]


def _phrases(text: str) -> list[str]:
    words = _words(text)
    return [*words, *(f"{a} {b}" for a, b in pairwise(words))]
