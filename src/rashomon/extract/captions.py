"""Pictures' captions and credits, and lines set for display, standing among the paragraphs."""

import re

from rashomon.extract.agencies import all_agencies, is_agency
from rashomon.extract.lines import Line
from rashomon.settings import FurnitureSettings

CAPTION = "caption or credit of a picture"

_SUPPLIERS = (  # of pictures; every news agency is one too
    "Getty|Getty Images|GETTY|GETTY IMAGES|EPA|EPA-EFE|Rex|Rex Features|REX|Rex Shutterstock|Alamy|ALAMY|"
    "Shutterstock|SHUTTERSTOCK|iStock|Corbis|Splash|Splash News|BackGrid|BACKGRID|Backgrid|WireImage|"
    "Wire Image|FilmMagic|Press Eye|SIPA|Sipa|Sipa USA|Imago|IMAGO|Invision|picture alliance|"
    "picture-alliance|NurPhoto|ZUMA|ZUMA Press|ZUMA Wire|Landov|LANDOV|Magnum|Polaris|Contour|SWNS.com|"
    "Caters|BavMedia|Bav Media|Barcroft Media|News Group Newspapers|News Group|USA Today Sports|"
    "Usa Today Sports|Action Images|PA Wire|PA Archive|Press Association Images|AP Photo|AP Images|"
    "AFP Forum|Hindustan Times|HT Photo|PTI Photo|ANI Photo|TASS Photo|Planet Labs|Maxar|"
    "Maxar Technologies|Google|Google Maps|Google Earth|Google Street View|google|Twitter|Facebook|"
    "Instagram|YouTube|TikTok|Snapchat|Storyful|Handout|HANDOUT|handout|Supplied|SUPPLIED|Courtesy|"
    "Contributor|Stringer|Pool|POOL|NASA|ESA|NOAA|US Navy|U.S. Navy|US Army|USGS|Wikimedia|"
    "Wikimedia Commons|Flickr|Wikipedia|CCTV|CNN|BBC|NBC|NBC News|ABC|ABC News|CBS|CBS News"
)
_SUPPLIER_NAMES = frozenset(_SUPPLIERS.split("|"))
_LONGEST_SUPPLIER = 4  # words
_LABEL = (
    r"(?:photo(?:graph)?s?|image|images|picture|pictures|pic|pics|credit|credits|photo credit|picture "
    r"credit|image credit|illustration|video|graphic|source|file)"
)
_IN_THIS_PICTURE = re.compile(
    r"\b(?:file (?:photo|picture|image|photograph|pic)|handout (?:photo|picture|image|photograph)|"
    r"undated (?:\w+ )?(?:photo|picture|image|photograph)"
    r"|(?:in|is) this (?:[\w.,-]+ ){0,6}(?:photo(?:graph)?|picture|image|screen ?grab|still|frame grab|"
    r"combination|video grab|combo)\b"
    r"|this (?:[\w.,-]+ ){1,6}(?:photo(?:graph)?|picture|image|frame|still) (?:made available|provided|"
    r"released|taken|from|shows|supplied|by)\b"
    r"|(?:photo|image|picture|video|illustration)s? (?:courtesy|by courtesy) of|artist['’]s "
    r"(?:impression|rendering|concept|illustration) of"
    r"|hide caption|toggle caption|enlarge this image|(?:screen ?grab|screenshot|still|frame grab|image|"
    r"video grab) (?:taken )?from (?:a |the )?(?:video|footage|tv|cctv))",
    re.I,
)
_PICTURED = re.compile(
    r"\bpictured\b|\bat (?:left|right|center|centre|top|bottom)\b|\((?:left|right|centre|center|above|"
    r"below|top|bottom|[LRC]|(?:C-)?[LR]|back|front|file|seated)\)|\b(?:left|right|above|below) (?:and|"
    r"to) (?:right|left|below)\b"
    r"|^(?:Above|Below|Left|Right|Top|Bottom|Inset|Main picture|Clockwise|From left|L-R|Pictured|Stock "
    r"(?:image|photo))\b",
    re.I,
)
_FIRST_WORDS = re.compile(
    r"(?:Image (?:copyright|caption|source|credit)|Media caption|Video caption|Photos?(?: by| credit)?:|"
    r"Photograph:|Image:|Picture:|Pictured:?|FILE(?: PHOTO| PICTURE| IMAGE)?\s*[-–—:]|File(?: photo| "
    r"picture| image)?\s*[-–—:]"
    r"|File (?:photo|picture|image|photograph)\b|Enlarge this image|Facebook Twitter Pinterest|Enlarge "
    r"/ |Play Video|View Photos|View Gallery|Photos: |CLOSE [A-Z\"“]|Watch (?:the )?video|Caption |"
    r"CAPTION|VIDEO CREDIT"
    r"|AP:Associated Press|Handout (?:photo|image|picture)|Stock (?:image|photo)|Representational image|"
    r"Representative image|For representation|\[?Photo[/:]|Illustration[ :/]|Graphic:|Screenshot:|"
    r"Screengrab:|[+\d]{1,3} show all\b)",
)
_VIDEO_OF_REPORTER = re.compile(
    r"[A-Z][\w.&-]*(?: [A-Z][\w.&-]*)?['’]s (?:[A-Z][\w.'’-]+ ){1,3}(?:reports?|discusses|explains?|has "
    r"more|has the (?:story|details|latest)|takes a look|looks at|speaks|talks|breaks down)\b"
)
_CREDIT_AFTER_STOP = re.compile(r"[.!?][\"”’]? \((?:[A-Z][\w.'’-]*(?:,? of | and | the | for |/|, | )?){2,9}\)$")
_SUPPLIER_INSIDE = re.compile(
    r"[A-Z][\w .&-]{2,40}\s?[•·|/]\s?(?:GETTY|Getty|REX|EPA|AFP|REUTERS|Reuters|PA|AP)(?: Images)? [A-Z]"
)


_BRACKET = re.compile(r"[(\[]([^()\[\]]{2,150})[)\]]\W{0,3}$")
_LABELLED = re.compile(
    rf"(?:{_LABEL})(?: credit| by| courtesy of| courtesy)?\s?(?:[:/|]|by |courtesy )|(?:Courtesy|"
    rf"Supplied|Handout|Submitted|Provided)\b",
    re.I,
)
_LABELLED_TAIL = re.compile(
    r"\b(?:Photo(?:graph)?s?|Pictures?|Images?|Photo [Cc]redits?|Credits?|Pic|Photo by|Photograph by|"
    r"Image [Cc]redit|Picture [Cc]redit"
    r"|Illustration)\s?: ?[^:]{2,80}$|\b(?:REUTERS|AFP|EPA|TASS) ?/ ?[A-Z][^/]{2,40}$"
    r"|\b(?:Getty Images|GETTY IMAGES|via Storyful|via AP|via Reuters|via Getty|Alamy|Shutterstock|"
    r"Wikimedia Commons)\W{0,3}$"
)
_FILED = re.compile(r"[ ,]+(?:file|File|FILE|pool|Pool|Handout|handout|Images)$")
_LICENSORS = ("Contributor", "licensors", "Stringer", "Handout")
_PICTURES_ONLY = frozenset(("GETTY", "Getty", "EPA", "REX", "Rex"))  # no sentence begins with them
_OF_PICTURES = (
    "photo",
    "pictur",
    "image",
    "screen",
    "still",
    "frame",
    "caption",
    "grab",
    "combo",
    "combination",
    "artist",
)
_OWNED_PICTURE = re.compile(r"(?:^|\s)© ?\w[^\d©()/]{1,40} ?[/(] ?[A-Z][\w ./-]{1,40}\)?(?:$|(?=\s[A-Z]))")
_PARTS = re.compile(r"\s?[/|•]\s?|\s(?:via|for)\s|,\s?")


def _credits_text(words: str) -> bool:
    """True for "AFP, dpa" and "According to AFP": agencies credited for the text."""
    plain = re.sub(r"^(?:[Aa]ccording to|[Ww]ith(?: inputs from)?|[Ff]rom|[Ss]ources?:?)\s", "", words)
    return all_agencies(plain) and "/" not in words


def _has_credit_at_end(words: str) -> bool:
    """True where the line ends with who made or supplied a picture, in brackets or bare."""
    tail = words[-200:]
    if bracket := _BRACKET.search(tail):
        parts = _PARTS.split(bracket[1])
        supplied = any(_is_supplier(part) for part in (parts[0], parts[-1]))
        if _LABELLED.match(bracket[1]) or (supplied and not _credits_text(bracket[1])):
            return True
    if _OWNED_PICTURE.search(words[:40]) or _OWNED_PICTURE.search(tail):
        return True
    if (after_stop := _CREDIT_AFTER_STOP.search(words[-120:])) and not all_agencies(after_stop.group()):
        return not after_stop.group().isupper()
    before, slash, after = tail.rpartition("/")
    if slash and _is_supplier(after.strip(" .")) and re.search(r"\b[A-Z][\w.'’-]* ?$", before[-40:]):
        return True
    return bool(_LABELLED_TAIL.search(tail))


_CREDIT_ALONE = re.compile(r"(?:[A-Z(][\w.'’@-]*(?: |$| ?/ ?)){1,7}$")


def caption_reason(line: Line, settings: FurnitureSettings) -> str | None:
    """Why this line is a picture's caption or credit by its own words; None where they do not say so."""
    words = line.words_of
    if line.words > settings.longest_caption:
        return None
    if _FIRST_WORDS.match(words) or _names_picture(words) or _has_credit_at_end(words) or _opens_with_supplier(line):
        return CAPTION
    if not line.ended and (_PICTURED.search(words) or _is_credit(line)):
        return CAPTION
    if line.number == 0 and line.words <= 25 and _VIDEO_OF_REPORTER.match(words):
        return "caption of a video"
    return None


def _names_picture(words: str) -> bool:
    lowered = words.lower()
    return any(word in lowered for word in _OF_PICTURES) and bool(_IN_THIS_PICTURE.search(words))


def _opens_with_supplier(line: Line) -> bool:
    """True for "EPA Two men ..." without an end, and whatever follows a supplier in capitals."""
    if _SUPPLIER_INSIDE.match(line.words_of[:80]):
        return True
    words = line.words_of[:120].split()
    length = next((n for n in range(_LONGEST_SUPPLIER, 0, -1) if _is_supplier(" ".join(words[:n]).rstrip(":,"))), 0)
    rest = words[length:]
    while len(rest) > 2 and rest[0] in ("/", "-", "via", "or") and (rest[1] in _LICENSORS or _is_supplier(rest[1])):
        rest = rest[2:]
    if not length or not rest or not re.match(r"[A-Z“\"'‘]", rest[0]):
        return False
    return not line.ended or words[0].rstrip(":,") in _PICTURES_ONLY


def _is_supplier(name: str) -> bool:
    bare = _FILED.sub("", name)
    return bare in _SUPPLIER_NAMES or is_agency(bare)


def _is_credit(line: Line) -> bool:
    """A short line of names that ends with a supplier of pictures: "WLWT YouTube"."""
    last = line.words_of.split()[-1].strip("()[]")
    return 1 < line.words <= 7 and bool(_CREDIT_ALONE.match(line.words_of)) and _is_supplier(last)
