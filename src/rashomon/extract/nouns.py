"""Nouns: their plurals, the words that end a noun phrase, and the nouns for people."""

from functools import lru_cache


def _words(block: str) -> frozenset[str]:
    return frozenset(block.split())


# Plurals and collectives, each with its singular behind a colon where that is another word.
_IRREGULAR = {
    plural: single or plural
    for plural, _, single in (
        pair.partition(":")
        for pair in """
    people persons:person men:man women:woman children:child police dead wounded injured missing troops:troop
    personnel staff crew cattle sheep fish aircraft spacecraft feet:foot teeth:tooth mice:mouse geese:goose
    lives:life wives:wife knives:knife leaves:leaf halves:half wolves:wolf thieves:thief loaves:loaf
    crises:crisis analyses:analysis species series media data criteria:criterion phenomena:phenomenon
    policemen:policeman policewomen:policewoman firemen:fireman gunmen:gunman fishermen:fisherman
    businessmen:businessman servicemen:serviceman congressmen:congressman schoolchildren:schoolchild
    grandchildren:grandchild headquarters passersby:passerby others:other movies:movie viruses:virus buses:bus
    gases:gas houses:house horses:horse nurses:nurse cases:case races:race heroes:hero tomatoes:tomato
    votes:vote statuses:status bonuses:bonus campuses:campus ties:tie lies:lie pies:pie cookies:cookie
    zombies:zombie rookies:rookie calories:calorie potatoes:potato
    """.split()
    )
}
# Words that look like plurals and are none.
_NO_PLURAL = _words("""
    access across address always analysis anonymous as basis besides bonus boss bus business campus census
    christmas class congress conscious continuous crisis cross dangerous does doubles emphasis enormous express
    famous fitness focus gas glass goes gross has hers his homeless illness indigenous is its jobless less
    lives-in loss mass miss nervous nevertheless obvious ours overseas pass perhaps plus precious press previous
    process progress regardless religious says senseless serious sometimes status stress success suspicious
    theirs this thus towards unless us various virus was whereas wilderness wireless yes yours
""")
# Words that end a noun phrase: nothing behind them is counted.
STOP = _words("""
    a aboard about above according across after again against ago alike all alone along already also although am
    amid amidst among an and annually any apart apiece april are around as at august away based be became
    because been before began behind being below better between beyond bigger beat bore both bought brighter broke
    brought built burst but by came can caught certain cheaper chose compared could dealt december deep deeper
    despite did died do does down drew drove due during each earlier even every faster february fell felt fewer
    fled flew following for fought found friday from gave got greater grew had has have having he heard heavier
    held her here high higher him his hit however i if in including inside instead into is it its january july
    june just kept knew larger last later lay led left less likely long longer lost lower made may meant met
    might monday more must my near next no nor not november now october of off older on only onto or our out
    outside over overall paid per put ran read remain remained remains reported respectively rose said sank sat
    saturday saw says sent september shall she shook shorter shot should since slower smaller so sold some spent
    spoke sprang starting still stole stood stronger struck such sunday sure survived swept tall taller than
    that the their them then there these they this those though thought threw through throughout thursday till
    to today together told tomorrow tonight too took toward towards tuesday under unless until up upon v versus
    via vs warmer was we wednesday went were what when where whether which while who whom whose wide wider will
    with within without won wore worse worth would wrote yes yesterday yet you younger your
    ahead beneath beside downstream offshore onward onwards past underneath upstream uphill
""")
# Words of STOP that stand as well before the noun counted: "two older brothers", "three smaller firms".
COMPARATIVES = _words("""
    bigger cheaper deeper faster greater heavier higher larger longer lower older shorter slower smaller stronger
    taller wider younger better earlier later worse brighter
""")
# Words in "-ed" and "-ing", and others, that may stand between a number and its noun.
BEFORE_NOUN = _words("""
    additional alleged armed building coal-fired combined confirmed consecutive detained displaced elected
    evening existing experienced failed filing further guided hearing hooded hundred injured killing landing
    leading licensed limited listing living loaded married masked meeting missing morning naked new old opposing
    other outstanding planned proposed registered related remaining reported retired sacred sealed sitting sized
    skilled so-called specially-trained standing stolen straight suspected trained training unarmed unidentified
    uniformed united unmanned wanted warning working wounded young
""")
# Nouns that stay in the singular between a number and what it describes: "a 12 page document".
MEASURES = _words("""
    bed bedroom cylinder day door game hole hour judge lane man member month page part person point room seat
    speed star storey story vehicle week year
""")
_PEOPLE = _words("""
    account-holder adult afghan aide american asylum-seeker attacker australian baby body boy british briton
    brother bystander canadian casualty child chinese citizen civilian climber consumer contractor crew customer
    cyclist daughter dead demonstrator detainee diplomat diver doctor driver egyptian elder employee engineer
    family fan father fighter filipino firefighter fisherman foreigner friend german girl guard guest gunman
    hiker hostage indian individual infant injured inmate insurgent iranian iraqi israeli japanese journalist
    kurd lawmaker life man marine medic member mexican migrant militant miner minor missing monk mother motorist
    national neighbor neighbour nun nurse occupant officer official other pakistani palestinian parent passenger
    patient pedestrian pensioner people person personnel pilgrim pilot police policeman policewoman priest
    prisoner protester pupil rebel refugee relative reporter rescuer resident rider russian sailor schoolboy
    schoolchild schoolgirl serviceman shopper sister skier soldier son spectator staff staffer student survivor
    suspect swimmer syrian teacher teenager terrorist toddler tourist troop trooper turk ukrainian user veteran
    victim villager visitor volunteer voter woman worker worshipper wounded youth
""")
# Words that stand for the people they befell: "12 dead".
FATES = _words("dead killed wounded injured missing hurt arrested detained displaced rescued trapped slain")

# Words in "-ed" that are counted as nouns are: "3,000 unemployed".
PARTICIPLES = FATES | _words("""
    accused unemployed convicted deceased disabled infected wed shed sled bed biped moped hundred kindred married
    uninsured newlywed watershed unvaccinated vaccinated insured employed registered
""")

# Those whose age may follow after a comma: "his wife, 34, said".
AGED = frozenset(
    {
        *_PEOPLE,
        *_words("""
    accused actor actress ambassador artist athlete author billionaire boss boyfriend bride broadcaster builder
    businessman businesswoman candidate captain carer celebrity champion chairman chancellor chef cleaner coach
    comedian councillor couple cousin dancer defendant defender designer director ex-husband ex-wife fiance fiancee
    footballer girlfriend golfer governor grandfather grandmother grandson granddaughter groom husband king
    killer lawyer leader lecturer manager mayor midfielder millionaire minister model mp mother-of-one
    mother-of-two mother-of-three mum musician nephew niece partner photographer player plumber poet politician
    president presenter prince princess professor queen rapper referee scientist secretary senator singer solicitor
    spokesman star stepfather stepmother stepson striker surgeon tycoon uncle aunt widow widower wife winger
    winner writer youngster
    """),
    }
)


def is_plural(word: str) -> bool:
    """True where a word looks like a noun in the plural."""
    w = word.lower()
    if w in _IRREGULAR:
        return True
    return (
        len(w) > 2 and w.endswith("s") and w not in _NO_PLURAL and not w.endswith(("ss", "ous", "'s", "’s", "is", "us"))
    )


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """The word in the singular and in lower case."""
    w = word.lower()
    if w in _IRREGULAR:
        return _IRREGULAR[w]
    if not is_plural(w):
        return w
    if w.endswith("ies") and len(w) > 4:
        return w[:-3] + "y"
    if w.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return w[:-2]
    return w[:-1]


def is_person(head: str | None) -> bool:
    """True where the noun is one for people."""
    return head is not None and head in _PEOPLE
