"""Small closed lists of English words by what they can carry."""

from types import MappingProxyType

WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun".split())
MONTHS = frozenset(
    """january february march april may june july august september october november december
    jan feb mar apr jun jul aug sept sep oct nov dec""".split()
)
NUMBERED_NOUNS = MappingProxyType(
    {
        w: n
        for n, w in enumerate(
            """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
            seventeen eighteen nineteen twenty""".split()
        )
    }
    | {w: n for n, w in zip(range(30, 100, 10), "thirty forty fifty sixty seventy eighty ninety".split(), strict=True)}
    | {w: n for n, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)}
)
NUMBER_WORDS = frozenset(NUMBERED_NOUNS) - {"second", "one", "first"} | frozenset(
    "hundred thousand million billion trillion hundreds thousands millions billions dozen dozens scores half".split()
)
# Words that carry nothing by themselves.
EMPTY = frozenset(
    """a an the this that these those of in on at to for from by with as and or but nor so it its he she they them his her
    their theirs him i we our you your us me my is are was were be been being am has have had having do does did will would
    shall should can could may might must not no also too very just only then than there here which who whom whose what when
    where while if about into over under after before up down out off again such both each some any all more most other own
    same s t says said say saying according told tells mr mrs ms dr sir lord""".split()
)
# Stems of verbs that only say that somebody says.
REPORTING = frozenset("say said tell told report ad added not noted accord stat stated claim announc quot explain continu remark writ wrote".split())
# Stems of words that only say that a figure is rough.
ROUGHLY = frozenset("about around approximately roughly some nearly almost circa".split())
