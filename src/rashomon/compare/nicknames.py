"""Given names that stand for one another, and words of a name that tell nothing apart."""

from rashomon.text.word_sets import word_set

_GROUPS = """
william bill billy will willie liam
robert bob bobby rob robbie bert
richard dick rick ricky rich richie
james jim jimmy jamie
john jack johnny jon
jonathan jonny
joseph joe joey
charles charlie chuck chas
edward ed eddie ted teddy ned
theodore theo
thomas tom tommy
michael mike mick mickey micky
david dave davey
daniel dan danny
matthew matt
andrew andy drew
anthony tony
christopher chris kit topher
nicholas nick nicky nicolas
benjamin ben benny bibi
samuel sam sammy
alexander alex sandy sasha alec
alexandra sandra
alexandr aleksandr oleksandr aliaksandr
gregory greg
stephen steve steven stevie
peter pete
patrick pat paddy
frederick fred freddie freddy
lawrence larry laurence
leonard len lenny
gerald gerry jerry
jeffrey jeff geoff geoffrey
kenneth ken kenny
ronald ron ronnie
donald don donnie
douglas doug
raymond ray
philip phil phillip
timothy tim timmy
walter walt wally
henry harry hank
harold hal
albert al bertie
alfred alf alfie
francis frank frankie
franklin frank
barack barry
joshua josh
zachary zach zack zac
nathaniel nathan nate nat
elizabeth liz beth betty lizzie eliza libby bess liza
margaret maggie meg peggy marge margie greta
katherine kate kathy katie kathryn catherine cathy kat
patricia patty patsy trish tricia
rebecca becky becca
jennifer jenny jen
jessica jess jessie
susan sue susie suzy suzanne
barbara barb barbie babs
deborah debbie deb debra
dorothy dot dottie dolly
victoria vicky vicki tori
christine chris tina chrissy christina
theresa terry tess teresa
eleanor ellie nell nellie
samantha sam
stephanie steph
pamela pam
amanda mandy
cynthia cindy
sandra sandy
jacqueline jackie
judith judy
kimberly kim
josephine josie jo
vladimir volodymyr vova volodya vlad
yevgeny evgeny eugene yevhen
sergei serhiy sergey sergio
dmitry dmytro dima
mikhail misha mykhailo
ivan vanya
nikolai mykola kolya
andrei andriy andrey
yuri yuriy iurii
pavel pavlo
juergen jurgen
jose pepe
francisco paco pancho
ignacio nacho
giuseppe beppe
mohammed mohammad muhammad mohamed mohamad muhammed mehmet mohd
ahmed ahmad
hussein hussain husayn hosein
yusuf yousef youssef joseph
ali aly
abdullah abdallah
"""
_LINES = _GROUPS.strip().splitlines()
_FIRST_WOMAN, _LAST_WOMAN = (
    next(n for n, row in enumerate(_LINES) if row.startswith(w)) for w in ("elizabeth", "josephine")
)
_BOTH = word_set("alex chris pat sam sandy kim jo nell max terry robbie frankie jamie drew kit bobby ray dana")
WOMEN = (
    frozenset(name for row in _LINES[_FIRST_WOMAN : _LAST_WOMAN + 1] for name in row.split())
    | word_set(
        """
        alexandra mary anna anne ann hillary angela emma olivia sophia sofia maria sarah laura linda karen lisa nancy
        helen donna carol ruth sharon michelle melissa amy emily julia hannah rachel alice jane fatima aisha priya mei
        theresa melania ivanka kamala nikki ursula giulia marie elena olga natalia irina svetlana ingrid astrid ines
        lucia carmen rosa ana isabel camila valentina sonia indira leila layla zainab maryam noor yasmin
        """
    )
) - _BOTH
MEN = (
    (
        frozenset(name for n, row in enumerate(_LINES) if not _FIRST_WOMAN <= n <= _LAST_WOMAN for name in row.split())
        | word_set(
            """
        george mark paul brian kevin eric jason scott juan carlos luis omar hassan ibrahim igor boris viktor victor
        oleg hans klaus kurt karl otto fritz jens lars sven erik pierre jean jacques marco paolo luca pedro diego
        miguel rafael fernando adam alan bruce keith neil simon sean ian craig ryan kyle tariq imran rahul arjun
        narendra amit sanjay rajesh kenji hiroshi takeshi emmanuel xavier
        """
        )
    )
    - _BOTH
    - WOMEN
)
NICKNAMES = {name: group.split()[0] for group in reversed(_GROUPS.strip().splitlines()) for name in group.split()}

TITLES = word_set("mr mrs ms dr sir dame lord lady prof professor monsieur herr frau president general sheikh shaikh")
SMALL_WORDS = word_set(
    """
    mr mrs ms dr sir jr sr ii iii the de la del van von der den di da bin ibn bint ben al el ul ur ud und and y
    e na
    """
)
LEGAL_FORMS = word_set(
    """
    inc incorporated corp corporation co company companies ltd limited llc llp lp plc gmbh ag kg se sa sas sarl
    spa srl nv bv ab as oy asa aps pty pte pvt private kk jsc ojsc pjsc cjsc ooo oao pao zao the group holding
    holdings and of sdn bhd aktiengesellschaft sp z oo
    """
)
