"""Every threshold, frozen, each with its unit and its reason. One class a step; `pipeline` hands each step its own."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class IngestSettings:
    """Reading files and addresses."""

    largest_article: int = 20_000_000  # bytes of a page, characters of a line; a long book is 2 MB, no report so long
    largest_collection: int = 200_000_000  # bytes of a file of many articles: 30,000 reports, enough for any memory
    fetch_timeout: float = 20.0  # seconds to connect and for each answer; slow outlets take five
    most_redirects: int = 5  # from http to https, to www, to the canonical address, and two to spare


@dataclass(frozen=True, slots=True)
class FurnitureSettings:
    """What is not part of the report. Lengths are in words unless said otherwise."""

    longest_article: int = 1_000_000  # characters that are read of one: a long book, so no report comes near
    longest_caption: int = 130  # agency captions give what, where, when and the story so far: up to 110 words
    longest_link: int = 40  # a headline and its deck; longer lines are paragraphs
    longest_prompt: int = 250  # whole sign-up forms come as one line
    words_of_prompt: int = 16  # a prompt in that many words or fewer makes up the line it stands in
    longest_prompting_sentence: int = 45  # longer sentences that hold such words are reporting
    longest_section: int = 12  # lines; lists of other stories have three to ten
    longest_closing: int = 1200  # characters at a line's end in which credits and rights are looked for
    longest_line: int = 20_000  # characters; no paragraph is longer, so longer ones are not searched for stray prompts
    shortest_line: int = 6  # characters; no caption, credit or invitation is shorter
    shortest_repeat: int = 7  # sub-headings take up to six words from the text
    shortest_display: int = 9  # sub-headings have up to eight words, captions and pull quotes more
    longest_display: int = 60  # a longer line without a full stop is a paragraph that lost it
    longest_lone_display: int = 40  # where few lines stand out, a longer one is rather a paragraph
    many_displayed: int = 3  # lines that stand out, from which on the outlet is one that prints captions so
    closing_lines: int = 12  # lines at the end in which credits for the work stand
    fewest_paragraphs: int = 3  # ended lines, before a line without an end can stand out
    least_ended: float = 0.3  # of a text's words in ended lines; below that the text does not end its lines
    most_broken: float = 0.2  # of lines without an end that go on in lower case; above that the text is wrapped
    fewest_slides: int = 3  # two lines may begin alike by chance
    most_slides: float = 0.9  # of a text's words; above that the gallery is the report
    title_words: int = 4  # words that begin every slide of a gallery
    shortest_statement: int = 6  # words; a caption this long may state something and is still read as evidence


@dataclass(frozen=True, slots=True)
class NameSettings:
    """Joining spellings of one name."""

    spelling: float = 0.83  # 0..1, likeness of two spellings that no article has both of; "Penelac", "Penelec" 0.84
    spelling_of_word: float = 0.8  # 0..1, least likeness of any word of the two; "Castro" and "Castillo" have 0.7
    spelling_in_one_article: float = 0.94  # 0..1, where one has both: only choices of romanisation and doubled letters
    same_name: float = 0.8  # 0..1, likeness from which two names are judged one when nothing else is known
    known_town: int = 200  # thousands of people; a name that nothing else tells of is a place if a town so large has it
    main_body_mentions: int = 4  # a body named less often is not what "the company" means by itself
    main_body_lead: float = 1.5  # times as often as the next body, so that "the company" can mean no other


@dataclass(frozen=True, slots=True)
class DateSettings:
    """Resolving dates."""

    fetched_later: int = 60
    """Days. A weekday with day and month but no year, as "Thursday (November 27)", is of these weeks; a date of
    publication farther from it than this is taken for the day on which the page was fetched."""
    another_week: int = 6
    """Days. A report published so much later than another that tells of the same happening "on Tuesday" cannot mean
    another Tuesday: its date of publication is not that of its words."""
    words_around_weekday: int = 6
    """Words on either side of a weekday that are compared to tell whether two reports mean one happening."""
    shared_around: int = 2
    """Content words shared there that make it one happening; with one, two hearings of a court would be taken so."""
    shared_in_sentence: int = 3
    """Content words that the two whole sentences must share besides."""
    one_event: int = 14
    """Days. A report without any date takes its week from the others only where these lie no farther apart."""
    day_off: int = 1
    """Days by which a date of publication may run behind the words (time zones, a page updated overnight)."""


@dataclass(frozen=True, slots=True)
class QuotationSettings:
    """Finding quotations and joining wordings of one utterance."""

    heading_words: int = 8  # words; a shorter line that is one quoted stretch without a full stop is a sub-heading
    untagged_words: int = 4  # words; shorter quoted words that nobody is said to say are a name or a doubt, not speech
    clause_words: int = 3  # words; what is reported in fewer is no statement
    same_utterance: float = 0.5  # likeness 0..1 of two wordings by one speaker
    other_speaker: float = 0.8  # likeness 0..1 where the speakers are not known to be one
    indirect_utterance: float = 0.7  # likeness 0..1 of an indirect report to marked words by one speaker
    most_of_word: int = 300  # stretches of an article looked up by a word they share; no report quotes one so often
    indirect_words: int = 3  # words that matter; an indirect report of fewer fits too much


@dataclass(frozen=True, slots=True)
class ReuseSettings:
    """Shared passages and origins."""

    shortest_passage: int = 7  # words; shorter runs are set phrases ("in a statement on Monday that the")
    fewest_content_words: int = 3  # words of a passage that carry meaning; fewer make a formula
    longest_edit: int = 4  # words changed, put in or cut between two shared runs that still count as one passage
    most_carriers: int = 12  # places; a run in more is shown against the first: 200 copies would make 19,900 pairs
    same_text: float = 0.4  # share of the shorter report's words found in the other; independent ones stay below 0.25
    fewest_shared_words: int = 15  # words; below that a share of a very short text says nothing
    same_event: float = 0.09  # cosine of telling words with the nearest report; of one event it is seldom below 0.14
    same_event_other_language: float = 0.15  # the same where the languages differ: only names can be shared then
    fewest_telling_words: int = 8  # different words; a shorter text is too short to be called apart


@dataclass(frozen=True, slots=True)
class CopySettings:
    """Copies among many articles, told by the distinct sequences of five words that two texts share."""

    least_contained: float = 0.5  # share of the shorter article's sequences; reports that quote alike stay below 0.2
    fewest_sequences: int = 12  # sequences, so 16 words; a shorter text is a teaser and may stand in any other
    commonest: int = 64  # articles; a sequence in more is a footer or set phrase, counted where it can still decide
    most_carriers: int = 1000  # articles; an article of such sequences alone is looked up in so many, not in all
    sampled: float = 1 / 16  # share of an article's sequences that a stream remembers: 40 of 600, so 160 bytes
    fewest_sampled: int = 32  # sequences that it remembers of a short article, if it has so many
    doubt: float = 2.6  # standard errors of a sampled share, within which the text is asked; beyond, 1 in 100 is wrong


@dataclass(frozen=True, slots=True)
class GroupingSettings:
    """Grouping articles into stories. Chosen once for labelled sets of long and short, dated and undated reports."""

    longest_reading: int = 6_000  # characters of headline and text; what comes later tells the background
    lead: int = 50  # words, headline included, that say what the event is
    lead_weight: float = 1.8  # times as much as in the text, for a word that stands in the lead
    terms: int = 64  # most telling words kept of an article; 128 tell no more, 48 somewhat less
    prior_articles: float = 500.0  # reports that the shipped table of common words weighs against those in the window
    same_story: float = 0.195  # mean likeness 0..1 with a story's articles, from which an article is one of them
    step_of_size: float = 0.03  # likeness to spare for e times as many articles in the smaller of two joined groups
    step_of_gap: float = 0.5  # the same, as a share of what the two fall short of the likeness within each
    step_of_names: float = 2.0  # the same, as a share of what their names and numbers fall short of `same_names`
    same_names: float = 0.5  # cosine of the names and numbers of two groups of one event, rare ones weighing most
    few: int = 3  # articles; of so few the names are too much of a choice to tell two groups apart
    near_days: int = 3  # days between reports of one happening
    near: float = 0.02  # likeness added where two reports are so near
    far_days: int = 30  # days; later reports are rather of what came after
    far: float = 0.02  # likeness taken away there
    short_terms: int = 50  # telling words; reports of so few are a headline and a lead
    long: float = 0.05  # likeness added where both have all the telling words that are kept
    largest_table: int = 3_000  # articles compared each with each; 3,000 need 70 MB
    looked_up: int = 24  # most telling words of an article by which others are found
    postings: int = 32  # latest articles kept for a word; commoner words find no more than these
    candidates: int = 48  # articles found, best first, that are compared in full
    near_stories: int = 5  # stories that a new article may belong to, bridge or take articles from
    worth_a_look: float = 0.1  # likeness from which a story is such a one
    at_ease: float = 0.24  # likeness to every article of a story, from which nothing around it is looked at again
    clear: float = 0.06  # likeness by which the best must lead the next, so that nothing around it is looked at again
    members: int = 24  # articles of a story that stand for all of it, the latest and the first
    small_window: int = 1_500  # articles; up to there all are grouped anew now and then, as words come to be weighed
    growth: float = 1.25  # times as many articles as when all were last grouped anew
    slope: float = 0.05  # likeness by which the odds of belonging to a story change e times


@dataclass(frozen=True, slots=True)
class ClaimSettings:
    """Joining claims. Probabilities or shares, 0..1, chosen on the labelled stories, one story left out at a time."""

    seed: float = 0.4  # a pair of clauses this likely to make one statement begins a claim
    member: float = 0.28  # a clause joins where its mean probability with the members of other articles is above this
    second: float = 0.28  # the same for a second clause of an article that has one in the claim already
    least: float = 0.03  # no member may be less likely than this with any other
    close: float = 0.65  # as `seed`, for what some of a claim's reports tell more alike than the others
    closest: float = 0.9  # the same for what they tell almost in the same words
    close_member: float = 0.1  # `member` and `second` are so much below `close` and `closest`
    close_least: float = 1 / 3  # `least` is this share of them
    same_group: float = 0.9  # claims that share this much of their clauses are one
    echo: float = 0.9  # a claim this share of whose own clauses stand in a larger one only repeats it
    clause: float = 0.3  # a clause this likely to be said in another member stays in the evidence
    largest_table: int = 600  # sentences compared each with each; longer stories are cut into blocks of like sentences


@dataclass(frozen=True, slots=True)
class DifferenceSettings:
    """Finding where claims part."""

    most_wordings: int = 7  # wordings of one claim compared with each other; more repeat what the first ones show
    fewest_wordings: int = 3  # the same in a long story, of whose claims as many are compared as `most_pairs` allows
    most_pairs: int = 5000  # pairs of wordings in all; seven reports make 800, twenty of a thousand words make 8,000
    least_shared: float = 0.5  # share of the shorter wording's words, in order in the other, to trust exchanged words
    least_exchanged: float = 0.4  # the same share, to trust plain words exchanged between words that both have
    least_detailed: float = 0.45  # the same share, from which a phrase that one adds is a detail of one statement
    longest_detail: int = 7  # words of such a phrase; a longer one is a statement of its own
    longest_addition: int = 3  # words, where no preposition leads the phrase
    least_beside: int = 2  # words of content that both have just before and after it
    near_copy: float = 0.8  # the same share, from which two wordings are one sentence with a word changed
    least_anchor: int = 2  # words that both have on the two sides of exchanged words
    longest_exchange: int = 6  # words; a longer stretch is another statement rather than another word
    least_alike: float = 0.3  # share of content words in common, from which a source or hedge is of one statement
    least_sourced: float = 0.35  # the same share, from which two sources stand behind the same statement
    least_other_source: float = 0.45  # weight of the words in common, from which two sources of one kind are compared
    least_kindred: float = 0.15  # the same share, from which a date or a place is of the same happening
    least_denied: float = 0.6  # share of the words in order, from which a "not" in one of two wordings denies the other
    most_places: int = 3  # sentences of one value compared with those of another, where no claim joins them
    least_narrowed: float = 0.5  # the same share, from which an added word narrows what the other has without it
    longest_parallel: int = 300  # words; a longer "sentence" is a list or a text without stops
    least_parallel: float = 0.3  # weight of the words in common, from which phrases in one place are compared
    least_one_noun: float = 0.3  # the same weight, from which two words before one noun are compared
    longest_phrase: int = 4  # words of content; a longer run is a clause
    least_frame: int = 3  # words the same beside a phrase, where they stand on one side or carry nothing
    least_worded: float = 0.05  # nearness 0..1 of the words around, from which words of one family are of one thing
    least_unframed: float = 0.5  # share of the words in order, from which exchanged words need no telling neighbour
    longest_wording: int = 4  # words; a longer stretch of plain words is told otherwise as a whole, not in one place
    least_opposed: float = 0.4  # share of a denial's weighty words that a statement must have to be what is denied
    commonest_word: int = 60  # sentences; a word in more of them says nothing about what a denial is of
    shortest_cut: int = 160  # code points; a shorter sentence is evidence as it is
    narrowest_evidence: int = 100  # code points; shorter clauses are read with their neighbours
    widest_evidence: int = 160  # code points; a longer clause is cut to the words around the value
    words_around: int = 9  # words on either side of a number, date or hour by which it is known what it is of
    least_around: int = 2  # telling words that two must share there to be taken for one thing
    least_hour: float = 0.35  # nearness 0..1 of the words around, from which two hours are of one happening
    farthest_hour: int = 180  # minutes; hours farther apart are of two happenings
    least_order: float = 0.45  # the same nearness, from which "before" and "after" order the same two happenings
    least_number: float = 0.17  # the same nearness, from which two numbers that no claim joins count one thing
    least_date: float = 0.5  # the same nearness, from which two dates that no claim joins are of one happening
    least_site: float = 0.3  # the same nearness, from which two sites of one kind are of one happening
    least_same_site: float = 0.2  # the same nearness, where both tell the site by one word: "her family home"
    least_place: float = 0.2  # the same nearness, from which two places of a claim are of one thing
    least_certain: float = 0.4  # share of the words around a hedge that a statement without it must have
    least_same_figure: float = 0.1  # the same nearness by one word, where the figures are the same or close
    least_counted: float = 0.3  # the same nearness by one word, where the same kind of thing or people is counted
    least_joined_number: float = 0.1  # the same nearness of two numbers that a claim joins
    least_fitting_date: float = 0.4  # the same nearness, where the two dates can be one time told more and less exactly
    least_unjoined: float = 0.12  # weight in common beside the mean weight of two sentences that no claim joins
    most_nearest: int = 6000  # sentences; in a longer story rarer words alone tell which are nearest, for time's sake
    most_unjoined: int = 400  # such pairs compared in a story, the nearest first; more would cost time
    least_described: float = 0.2  # nearness 0..1 of sentences that name here and describe there who holds an office
    least_far_figure: float = 0.2  # the same nearness, from which sums far from each other are of one thing
    most_quoted: float = 0.7  # of the fullest quotation, up to which a shorter one leaves out what may tell
    most_echoes: int = 60  # places of one value looked at; more would repeat each other
    least_echo: float = 0.2  # the same nearness to the other value, from which a place that gives one value backs it
    least_body: float = 0.1  # the same, where what is described shares a word and its noun with the name's description
    least_joined_date: float = 0.15  # the same nearness, where a claim joins them
    most_opposed: int = 6  # sentences shown against one denial
    most_denials: int = 200  # denials looked up in a story; more would cost time and repeat each other


@dataclass(frozen=True, slots=True)
class StreamSettings:
    """Keeping articles and placing them in stories as they come."""

    window: int = 1_000_000  # latest articles among which a new one finds its story; they take up to 3 GB
    overfull: float = 1.1  # windows, from which on it is read anew: a run of weeks holds no more than one of hours
    batch: int = 64  # articles kept and placed in one transaction


@dataclass(frozen=True, slots=True)
class NewsSettings:
    """What is new since an earlier comparison."""

    same_sentence: float = 0.5  # likeness 0..1 by which a sentence in the place of another is that one, revised
    most_sentences: int = 10_000  # of a report; of longer ones only sentences that stand word for word are found again
    look_ahead: int = 12  # sentences withdrawn in one place before one that was revised; beyond, it was written anew


@dataclass(frozen=True, slots=True)
class CollectSettings:
    """Fetching politely. Times are in seconds, sizes in bytes."""

    pace: float = 2.0  # between two requests to one host; a reader clicks about so often
    longest_delay: float = 60.0  # of a robots.txt's Crawl-delay that is kept to; with more, a feed would take hours
    side_by_side: int = 8  # hosts asked at the same time, each one request at a time
    connect_timeout: float = 10.0  # to one address of a host
    read_timeout: float = 20.0  # without a byte; slow outlets take five
    whole_timeout: float = 60.0  # for one answer, however steadily it trickles
    most_redirects: int = 5  # from http to https, to www, to the canonical address, and two to spare
    largest_answer: int = 20_000_000  # of a page or feed, as sent and unpacked; a long book is 2 MB
    largest_sitemap: int = 52_428_800  # as sitemaps.org allows
    largest_robots: int = 512_000  # RFC 9309 asks for 500 kibibytes at least
    robots_kept: float = 86_400.0  # a day: RFC 9309's limit
    robots_missing_kept: float = 600.0  # where it could not be had: the server may be back soon
    longest_wait: float = 120.0  # of a Retry-After that is waited for; what is farther off is left to the next run
    most_tries: int = 3  # of a page that fails, over all runs; and of one answer "later" within a run
    retry_after: float = 3600.0  # before a page that failed is tried again; twice as long each time
    looked_at_again: float = 3600.0  # least before a page that is still listed is asked whether it changed
    settled_after: float = 604_800.0  # age from which it is not asked any more: outlets seldom mend what is a week old
    deepest: int = 3  # lists that lead to lists: a list of feeds, a front page, a feed
    most_lists: int = 2_000  # of one run; the longest published lists of feeds have a few hundred
    most_items: int = 50_000  # of one list; as sitemaps.org allows
    least_feed_words: int = 80  # that a feed must carry of a report to be taken at its word; teasers have up to sixty
    batch: int = 64  # articles of a file kept in one transaction
    least_due: float = 300.0  # between two readings of a feed that is followed
    most_due: float = 86_400.0  # the same, at most
    usual_due: float = 1800.0  # the same, of a feed that says nothing of its pace


@dataclass(frozen=True, slots=True)
class WebSettings:
    """The reading room. Times are in seconds, sizes in bytes."""

    largest_upload: int = 100_000_000  # of one request; a web archive of some thousand reports
    most_files: int = 500  # of one upload; a folder of reports, no more than are looked through
    most_addresses: int = 1_000  # added at once; a list of more is given as a file
    largest_form: int = 4_000_000  # of a form without files; a pasted text may have a million characters
    most_waiting: int = 100  # things added that wait to be read; more would be forgotten by who added them
    jobs_kept: int = 500  # whose accounts can be looked up; some hundred bytes each
    longest_comparison: float = 900.0  # of one story; two hundred long reports take a few minutes
    tries_again: float = 30.0  # after the store failed while a story was compared; a writer is waited for anyhow
    niceness: int = 10  # of the processes that compare and collect: readers come first
    looks: float = 1.0  # between two looks at whether the store has changed
    threads: int = 4  # that make pages at once: an interpreter runs one at a time, and more hold each other up
    waits: float = 30.0  # for a turn to write to the store; as long as another process is waited for
    follows: float = 30.0  # between two looks at which feeds are due
    patience: float = 5.0  # for what is under way, when asked to end
    one_visit: int = 1_800  # in which what was new stays marked, however often the page is loaded again
    visits_kept: int = 48  # stories; a cookie holds 4,096 bytes
    stories_shown: int = 50  # on one page; more are not looked through
    pages_kept: int = 64_000_000  # of rendered pages; some hundred of stories


@dataclass(frozen=True, slots=True)
class Settings:
    """All of them, as printed in `made_by.settings`."""

    ingest: IngestSettings = field(default_factory=IngestSettings)
    furniture: FurnitureSettings = field(default_factory=FurnitureSettings)
    names: NameSettings = field(default_factory=NameSettings)
    dates: DateSettings = field(default_factory=DateSettings)
    quotations: QuotationSettings = field(default_factory=QuotationSettings)
    reuse: ReuseSettings = field(default_factory=ReuseSettings)
    claims: ClaimSettings = field(default_factory=ClaimSettings)
    differences: DifferenceSettings = field(default_factory=DifferenceSettings)
    news: NewsSettings = field(default_factory=NewsSettings)
