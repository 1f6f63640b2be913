"""Words that say nothing of an event: a passage made of them alone is a formula."""

_WORDS = """
a about after all also am an and any are as at be because been before being but by can could did do does
during each even for from had has have he her here hers herself him himself his how i if in into is it its
itself just may me might more most much must my no nor not now of off on once one only or other our ours out
over own said same say says shall she should since so some still such than that the their theirs them
themselves then there these they this those though through to told too under until up upon us very was we were
what when where whether which while who whom whose why will with within without would yet you your
"""
SMALL_WORDS = frozenset(_WORDS.split())
