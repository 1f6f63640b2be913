"""What pages say to their readers: labels of buttons and sections, links to other stories, invitations to sign up."""

import re

from rashomon.model.reading import EMBEDDED_POST

AD, LINK, SIGN_UP, SHARE, PLAYER, PAGE = (
    "an advertisement",
    "a link to another story",
    "an invitation to sign up or subscribe",
    "an invitation to share, follow or comment",
    "words of a picture or video player",
    "words of the page, not of the report",
)

_LABELS = {  # whole lines, lower case, without the marks at their ends; figures are written #
    AD: "advertisement|advertisements|ad|ads|advert|sponsored|sponsored content|sponsored links|promoted|"
    "promoted stories"
    "|paid content|paid post|partner content|story continues below|story continues below advertisement|"
    "article continues below"
    "|story continues after advertisement|article continues after ad|advertisement - continue reading below"
    "|advertisement continue reading the main story|continue reading the main story|continue reading below|ad feedback"
    "|scroll to continue|scroll to continue with content|report this ad|skip advertisement|remove ads|"
    "loading advertisement",
    LINK: "read more|read more here|see more|more|further reading|related|related stories|related story|"
    "related articles"
    "|related article|related news|related content|related links|related topics|related coverage|"
    "related posts|related video"
    "|related videos|related items|related reading|more stories|more news|more on this story|more on "
    "this|more on this topic"
    "|more from this section|see also|also see|also read|also on|read also|read next|up next|next up|"
    "what to read next|don't miss"
    "|must read|must reads|must-read|most read|most popular|most viewed|most shared|most commented|"
    "popular|popular stories"
    "|trending|trending now|trending right now|trending stories|top stories|top news|latest news|"
    "latest|latest stories|editor's picks"
    "|editors' picks|editor's choice|recommended|recommended for you|recommended stories|recommended "
    "reading|suggested reading"
    "|you may also like|you might also like|you may like|you may be interested in|from around the web|"
    "around the web|from the web"
    "|in case you missed it|elsewhere on the web|more to read|read the full story|read full story|full "
    "story|keep reading"
    "|continue reading|click to read more|learn more|find out more|on this topic|in this story|explore "
    "more|more like this|watch"
    "|watch more|watch also|also watch|watch next|more videos|more coverage|complete coverage|full coverage|background"
    "|previous|next|prev|previous article|next article|next story|previous story|newer|older|back to "
    "top|return to top|top deals"
    "|best deals|today's top stories|today's headlines|more headlines|dig deeper|go deeper|further "
    "information|more information"
    "|online|on the net|external links|useful links|links|sources|references|download|view gallery|"
    "view all|show more|load more"
    "|read article|expand|collapse|interactive|open in app",
    SIGN_UP: "sign up|sign in|log in|login|register|subscribe|subscribe now|subscribe today|newsletter|"
    "newsletters|newsletter sign up"
    "|sign up for our newsletter|sign up now|get the newsletter|get our newsletter|subscribe to "
    "updates|get updates|get alerts"
    "|subscribe to our newsletter|become a member|support us|donate|donate now|join now|join us|thank "
    "you for subscribing"
    "|already a subscriber|create account|free trial|start your free trial|already registered|manage newsletters",
    SHARE: "share|share this|share this article|share this story|share this post|share this page|share on "
    "facebook|share on twitter"
    "|share via email|share via|share with|share article|tweet|tweet this|pin it|pinterest|facebook|"
    "twitter|whatsapp|linkedin|reddit"
    "|telegram|instagram|email|email this|e-mail|print|print this|save|savesave|copy link|copy url|"
    "link copied|comment|comments"
    "|# comments|# comment|# shares|# share|view comments|show comments|leave a comment|post a comment|"
    "add a comment|join the discussion"
    "|join the conversation|what do you think|have your say|follow us|follow|followed|follow us on "
    "twitter|like us on facebook"
    "|facebook twitter|facebook twitter pinterest|facebook twitter email|facebook messenger|messenger|"
    "flipboard|google+|gift this article"
    "|about sharing|share page|shares|send|report|reply|like|likes|bookmark|add to favorites|text size|"
    "font size|a a|aa",
    PLAYER: "photo|photos|photograph|image|images|picture|pictures|video|videos|gallery|photo gallery|picture "
    "gallery|slideshow|audio|listen"
    "|live|watch live|play|play video|pause|replay|close|caption|hide caption|show caption|toggle "
    "caption|enlarge|enlarge this image"
    "|enlarge image|view image|view larger|view fullscreen|fullscreen|full screen|expand image|zoom|"
    "media|getty|getty images|reuters|ap|afp"
    "|play slideshow|loading|loading...|live stream|now playing|mute|unmute|transcript|show transcript|"
    "download audio|embed|file photo"
    "|file|epa|scroll down for video|scroll down for videos|scroll down for more|slideshow # images|"
    "slideshow # image|# images|# photos"
    "|# of #|# / #|#/#|view # photos|view all # photos|see all # photos|ap photo|listen to this "
    "article|listen to article|image credit"
    "|photo credit|replay more videos|just watched|must watch|media playback is not supported on this "
    "device|infographic|graphic|map"
    "|this video can not be played|this video cannot be played|media playback is unsupported on your "
    "device|# min read|# minute read",
    PAGE: "next prev|menu|home|search|skip to content|skip to main content|cookies|cookie policy|privacy "
    "policy|privacy|terms of use|terms"
    "|terms of service|terms and conditions|contact us|about us|about the author|about the authors|"
    "about this author|author|help|faq"
    "|tags|topics|filed under|categories|category|section|sections|key points|this story has been "
    "updated|this article has been updated"
    "|this post has been updated|this is a developing story|this is a breaking news story|this story "
    "is developing|developing story"
    "|this is a developing story check back for updates|more details to follow|more to follow|more "
    "follows|breaking news|breaking|exclusive"
    "|now playing|updated|published|last updated|posted|corrections|report an error|report a typo|"
    "translate|select language|english|back|ok|accept|agree"
    "|javascript is disabled|please enable javascript|page not found|all rights reserved|the end|ends|"
    "end|(end)|-end-|[end]|- ends -|endit",
}
LABEL_REASONS = {label: reason for reason, labels in _LABELS.items() for label in labels.split("|")}
SECTIONS = frozenset(_LABELS[LINK].split("|")) - {"background", "online", "watch", "more", "next", "prev", "previous"}

_EDGES = re.compile(r"^[\s\W_]+|[\s\W_]+$")
_NO_BRACKETS = str.maketrans("", "", "()[]")
_FIGURES = re.compile(r"\d+(?:[.,:]\d+)*")


def label_of(words: str) -> str:
    """A line as `LABEL_REASONS` writes labels."""
    plain = words[:80].replace("’", "'").translate(_NO_BRACKETS)
    return _FIGURES.sub("#", _EDGES.sub("", plain).casefold())


# a line that begins so leads to another story
_LINK_WORDS = (
    r"read(?: more| also| next| the (?:full|original|whole|rest|entire)\b[^:.]{0,40}| full story| on)?|"
    r"also read|see also|see more"
    r"|related(?: (?:stories|story|articles?|news|coverage|content|links?|videos?|topics?|posts?|reading|items?))?"
    r"|more(?: (?:from|on|in|about|stories|news|coverage)\b[^:.]{0,40})?|must[- ]read|don't miss|do not "
    r"miss|in pictures|in photos"
    r"|watch(?: (?:more|also|now|live|next|the video|video))?|video|gallery|slideshow|listen|podcast|"
    r"quiz|opinion|analysis|explainer"
    r"|explained|editorial|fact ?check|factbox|timeline|profile|what to know|further reading|recommended(?: reading)?"
    r"|you (?:may|might) (?:also )?like|in case you missed it|icymi|previous(?:ly)?|earlier|trending(?: "
    r"now)?|click here(?: to read)?"
    r"|most read|up next|live updates?|live blog|background|learn more|find out more|subscribers? only|live"
)
LINK_LINE = re.compile(rf"[\W_]*(?:{_LINK_WORDS})\s*(?::|\||>>?|»|→)\s*\S", re.I)
LINK_CAPITALS = re.compile(
    r"(?:MOST READ|MOST POPULAR|READ MORE|MORE ON|TRENDING|RECOMMENDED|RELATED (?:ARTICLES|STORIES|"
    r"NEWS)|TOP STORIES|JUST WATCHED|MUST WATCH"
    r"|EDITORS?['’]S? PICKS?|DON['’]T MISS|MORE FROM|LATEST NEWS|YOU MAY ALSO LIKE|SEE ALSO|ALSO READ|"
    r"MUST READ|READ NEXT"
    r"|SPONSORED|PROMOTED|POPULAR NOW)\b"
)
# The headline of another story has no full stop; a paragraph of the report ends with one before its link.
LINK_AT_END = re.compile(
    r"\S.{10,200}[^.!?…\s](?<![.!?…][\"”’')])\s(?:Read more|READ MORE|Read More|Read Article|Click here)\W{0,3}$"
)
SECTION_LABEL = re.compile(
    r"(?:[A-Z][\w'’&]* ){0,4}(?:[Dd]eals|[Ss]tories|[Nn]ews|[Nn]ow|[Rr]eading|[Ll]inks|[Hh]eadlines|"
    r"[Aa]rticles|[Pp]osts|[Vv]ideos|[Tt]opics|[Pp]icks|[Pp]opular)\s?:$"
    r"|(?:More|Also|Read more) (?:from|on|in|at|about) [^.:]{2,40}:$"
)
BRACKETED_LINK = re.compile(r"\[[A-Z“\"‘'][^\[\]]{20,200}\]$")  # a whole line in brackets: another story's headline

# phrases that only a page says to its readers
_PROMPTS = {
    SIGN_UP: r"sign(?:ing)? up (?:now|here|today|for (?:our|the|a|free|breaking|daily|weekly|email|news|more|"
    r"[A-Z][\w'’]*(?: [A-Z][\w'’]*)*['’]s)"
    r"\b|to (?:our|the|receive|get)\b)|subscrib(?:e|ing) (?:now|here|today|to (?:our|the|read|receive|"
    r"get|[A-Z]))|newsletters? (?:delivered|sign|and"
    r" alerts)|newsletter sign ?up|delivered (?:\w+ )?(?:straight |directly )?to your inbox|in your "
    r"inbox|to your inbox|keep up with this story"
    r"|get (?:the latest|our|all the latest|breaking)\b[^.]{0,60}\b(?:newsletter|app|alerts?|updates?|"
    r"inbox|emails?)\b|invalid email address"
    r"|verify you['’]re not a robot|thank(?:s| you) for subscribing|already (?:a subscriber|have an "
    r"account|subscribed)|you agree to (?:receive|our)"
    r"|please (?:re-?enter|try again later)|enter your email|your email address|must select a "
    r"newsletter|unsubscribe at any time|an error has occurred"
    r"|view all [\w ]{0,30}newsletters|support (?:our|independent|quality) journalism|become a "
    r"(?:member|subscriber|supporter)|start your (?:free )?trial"
    r"|free articles? (?:left|remaining|this month)|to continue reading|unlimited (?:digital )?access|"
    r"add (?:\w+ as an |)interest to stay up"
    r"|download (?:our|the|\w+['’]s) (?:free )?(?:\w+ )?app\b|get the app\b|turn on (?:notifications|"
    r"desktop notifications)|for just \$\d+ a (?:week|month)",
    SHARE: r"order reprints|today['’]s paper \||a version of this (?:article|story|review) (?:appears|"
    r"appeared) in print|follow (?:us|me|him|her|them|@\w+|\w+(?: \w+){0,3}) on (?:twitter|facebook|"
    r"instagram|telegram|x\b|youtube|linkedin|google|whatsapp|tiktok|flipboard)"
    r"|follow @\w+|like us on facebook|find us on facebook|join (?:us|our|the)\b[^.]{0,40}\b(?:telegram|"
    r"whatsapp|facebook|channel|group|discussion)\b"
    r"|share (?:this|your) (?:story|article|post|page|thoughts|on)\b[^.]{0,20}|read or share this story|"
    r"leave (?:a|your) comments?|comments? (?:below|section)\b"
    r"|do you have (?:a story|an? (?:news )?tip|any information about this|information)|(?:got|have) a "
    r"(?:story|tip|news tip)\b|we pay for your (?:stories|videos)"
    r"|we pay for videos|e-?mail us (?:at|on)|e-?mail:? (?:the )?(?:reporter|author|writer|tips|[\w.-]+@)|"
    r"call us (?:on|at|direct)|contact (?:us|the (?:author|reporter|writer)|\w+) at"
    r"|send (?:us )?(?:your|a|tips?)\b[^.]{0,40}(?:tips?|stories|videos|photos|pictures|email)|reach "
    r"\w+(?: \w+)? at [\w.-]+@|click here to (?:upload|share|submit|comment|sign|subscribe|follow|read|"
    r"see|watch|view)"
    r"|tweet (?:him|her|us|me) (?:at )?@|let us know (?:what you think|in the comments)|what do you "
    r"think\? |to see more stories|please credit the",
    AD: r"(?:advertisement|ad)\W{1,3}continue reading|continue reading the main story|story continues below|"
    r"article continues (?:below|after)",
    PLAYER: r"media playback is (?:not supported|unsupported)|your browser does not support|hide caption \d|"
    r"play slideshow|scroll (?:down|below) (?:for|to)\b|press play to|click play to"
    r"|please enable javascript|skip (?:twitter|instagram|facebook|youtube) post|this video (?:is no "
    r"longer|can ?not be) |replay more videos|open in browser",
}
PROMPT = re.compile("|".join(rf"(?P<r{n}>(?<!\w)(?:{pattern}))" for n, pattern in enumerate(_PROMPTS.values())), re.I)
PROMPT_REASONS = {f"r{n}": reason for n, reason in enumerate(_PROMPTS)}  # by the group that matched

INLINE = (  # what must stand in the line, then the stretch that holds nothing of the report, then why
    ("![", re.compile(r"!\[[^\[\]\n]{0,300}\](?:\([^()\s]{0,500}\))?(?:\s?\|)*"), "what is left of a picture"),
    (
        "ontinu",
        re.compile(
            r"Advertisement\W{1,3}(?:Story c|C)ontinu(?:e|es) (?:reading (?:the main story|below)|below)|"
            r"Continue reading the main story"
        ),
        AD,
    ),
    (
        "Image caption",
        re.compile(r"(?:Image|Media) (?:copyright|source) [\w./ ©-]{2,40}? (?=Image caption)"),
        "credit of a picture",
    ),
    ("playback", re.compile(r"Media playback is (?:not supported on this|unsupported on your) device"), PLAYER),
    ("t.co/", re.compile(r"https?://t\.co/\w+"), "an address"),
    ("pic.twitter", re.compile(r"pic\.twitter\.com/\w+"), "an address"),
    (
        "(@",
        re.compile(r"[—–-] [^—–()\n]{1,60} \(@\w{1,20}\) [A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}"),
        EMBEDDED_POST,
    ),
    (
        "shared by",
        re.compile(
            r"A post shared by [^()\n]{1,60} \(@[\w.]{1,30}\) on [A-Z][a-z]{2,8} \d{1,2}, \d{4}"
            r" at [\d:]{4,5}[ap]m [A-Z]{3,4}"
        ),
        EMBEDDED_POST,
    ),
)
BARE_ADDRESS = re.compile(r"\W{0,3}(?:https?://|www\.)\S{3,500}\W{0,3}$")
ONLY_MARKS = re.compile(r"(?:[^\w$€£¥%]|_)+\Z")
LINKED_ITEM = re.compile(r"[-*•#\s]*\[[^\[\]\n]{3,300}\]\([^()\s]{3,500}\)\W*$")  # Markdown: the line is one link
