"""Words that carry grammar rather than matter, and the plain verbs of saying, which every report is full of."""

FUNCTION_WORDS = frozenset(
    """
    a an the of to in on at by for with from as is was were be been being are am has have had do does did will would
    could should may might can must shall and or but nor so yet if then than that this these those it its he she
    they them his her their him who whom whose which what when where while how why we us our you your i me my mine
    not no also said say says saying after before over under up down out about into more most some any all one other
    there here just only very s t d ll re ve m such both each few own same too again further once because until
    against between through during above below off per via among amid upon within without toward towards across
    behind since still even much many another every either neither however meanwhile told tell tells telling added
    adds adding
    """.split()
)
