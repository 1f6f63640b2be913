"""The server: four verbs over one store that it never writes to."""

from collections.abc import Callable, Sequence
from functools import lru_cache, wraps
from typing import TYPE_CHECKING, Annotated, Any, ParamSpec, TypeVar

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp.server.mcpserver.tools import Tool
from mcp_types import CallToolResult, InputRequiredResult, ToolAnnotations
from pydantic import Field, ValidationError

from rashomon.errors import RashomonError
from rashomon.mcp.comparing import ComparisonInShort, Held, Part, Wanted, hold_comparison, show_comparison
from rashomon.mcp.quoting import QuotedWords, quote_words
from rashomon.mcp.searching import Found, Kind, search_store
from rashomon.mcp.stories import StoriesFound, find_stories
from rashomon.model.kept import Within
from rashomon.model.selector import Selector
from rashomon.model.view import View
from rashomon.render.views import read_view
from rashomon.settings import Settings
from rashomon.store.store import Store
from rashomon.text.asked import read_moment
from rashomon.version import VERSION

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

INSTRUCTIONS = """\
Rashomon holds reports of many outlets, grouped into stories, each compared report by report. Find a story with \
find_stories or search, read what its reports share and where they part with compare, and check any words with \
quote_evidence before you repeat them.

- Every text in an evidence is verbatim; start and end are its place in the report, in Unicode code points. Cite the \
article's id and place with whatever you repeat.
- Reports that carry one text, or one agency's text, are one origin. Say that several confirm something only by \
counting origins, never outlets.
- "not_found_in" means that we did not find it in the text as read, never that an outlet omitted it.
- What could not be settled is in the list "unresolved"; say it as unsure.
"""
_LONGEST = 600  # characters of an error; what was asked is repeated in it, and may be as long as a book
_READS = ToolAnnotations(read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False)
_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")

Words = Annotated[str, Field(description='Words, "quoted phrases" and beginn*: all must be there.')]
_MOMENT = "ISO 8601, a day (2025-11-27) or a time; UTC where it has no zone"
Since = Annotated[str | None, Field(description=f"With a report published since then: {_MOMENT}.")]
Until = Annotated[str | None, Field(description=f"With a report published before then: {_MOMENT}.")]
Offset = Annotated[int, Field(ge=0, le=1_000_000, description="So many items are passed over.")]
Limit = Annotated[int, Field(ge=1, le=50, description="At most so many items.")]
Names = Annotated[list[str] | None, Field(description="Any of these; all where none is given.")]


def make_server(store: Store, settings: Settings) -> MCPServer[dict[str, object]]:
    """The server over an open store, which stays the caller's to close."""
    verbs = _Verbs(store, settings)
    tools = [_tool(verb) for verb in (verbs.find_stories, verbs.compare, verbs.quote_evidence, verbs.search)]
    return _Server(tools)


def _tool(verb: Callable[..., Any]) -> Tool:
    """The verb as a tool that takes no argument but its own; one misspelt would else narrow nothing, unnoticed."""
    tool = Tool.from_function(_telling(verb), annotations=_READS, structured_output=True)
    asked = tool.fn_metadata.arg_model
    asked.model_config["extra"] = "forbid"
    asked.model_rebuild(force=True)
    tool.parameters = asked.model_json_schema(by_alias=True)
    return tool


class _Server(MCPServer[dict[str, object]]):
    """Tells in one line what of an assistant's arguments cannot be, as everything else that is wrong."""

    def __init__(self, tools: Sequence[Tool]) -> None:
        super().__init__(
            "rashomon",
            title="Rashomon",
            version=VERSION,
            instructions=INSTRUCTIONS,
            tools=list(tools),
            log_level="WARNING",
        )
        self._takes = {tool.name: ", ".join(tool.parameters["properties"]) for tool in tools}

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[dict[str, object], Any] | None = None
    ) -> CallToolResult | InputRequiredResult:
        try:
            return await super().call_tool(name, arguments, context)
        except ToolError as error:
            if not isinstance(wrong := error.__cause__, ValidationError):
                raise
            told = "; ".join(f"{'.'.join(map(str, one['loc']))}: {self._wrong(name, one)}" for one in wrong.errors())
            raise ToolError(_in_short(f"{name}: {told}")) from None

    def _wrong(self, verb: str, error: "ErrorDetails") -> str:
        if error["type"] == "extra_forbidden":
            return f"no argument of that name; {verb} takes {self._takes[verb]}"
        return error["msg"]


class _Verbs:
    """What an assistant can ask; its words are told to it as they stand here."""

    def __init__(self, store: Store, settings: Settings) -> None:
        self._store = store
        self._hold: Callable[[str, str], Held] = lru_cache(maxsize=8)(
            lambda story, mark: hold_comparison(store, story, settings)
        )

    def find_stories(
        self,
        words: Words = "",
        since: Since = None,
        until: Until = None,
        limit: Limit = 10,
        offset: Offset = 0,
    ) -> StoriesFound:
        """Find stories: events, each with all its reports.

        With words, the stories that have a report with all of them, the newest first; without, those of the latest day
        first, and within a day those of the most independent origins.
        """
        return find_stories(self._store, words, since, until, limit, offset)

    def compare(
        self,
        story: Annotated[str, Field(description="The id of a story, as find_stories gives it.")],
        part: Annotated[Part, Field(description="One list of the comparison; or its outline.")] = "outline",
        limit: Limit = 10,
        offset: Offset = 0,
        places: Annotated[int, Field(ge=1, le=50, description="At most so much evidence of each item.")] = 3,
        kind: Annotated[Names, Field(description="Kinds of differences: number, name, date, place, ...")] = None,
        relation: Annotated[Names, Field(description="conflict, dispute, update, precision, wording")] = None,
        outlet: Names = None,
        origin: Names = None,
        article: Names = None,
    ) -> ComparisonInShort:
        """What the reports of a story share and where they part, each line with the words that prove it.

        The outline has the first reports, origins, differences and claims (those of the most origins first), and tells
        how long every list is; part gives any list from offset on. kind, relation, outlet, origin and article narrow it
        to differences of that kind or to what those reports say; what is kept back is told in "filtered".
        """
        asked = {"kind": kind, "relation": relation, "outlet": outlet, "origin": origin, "article": article}
        view: View = read_view((name, value) for name, values in asked.items() for value in values or ())
        held = self._hold(story, self._store.mark())
        return show_comparison(held, view, Wanted(part, offset, limit, places))

    def quote_evidence(
        self,
        article: Annotated[str, Field(description="The id of a report.")],
        words: Annotated[str, Field(description="The very words, as the report has them.")] = "",
        start: Annotated[int, Field(ge=0, description="Where they begin, in code points of its text.")] = 0,
        end: Annotated[int, Field(ge=0, description="Where they end.")] = 0,
        around: Annotated[int, Field(ge=0, le=2000, description="Code points shown before and after.")] = 200,
    ) -> QuotedWords:
        """The very words of a report, with what stands around them, their citation and their place.

        Give words, or start and end, or all three: then the words are found again where they moved to. Where the
        report was changed and has them no more, "gone" is true and "version" is the last that had them. An error says
        that no version has these words: do not repeat them as the report's.
        """
        return quote_words(self._store, Selector(article, start, end, words), around)

    def search(
        self,
        words: Words,
        kind: Annotated[Kind, Field(description="What is looked for.")] = "articles",
        since: Since = None,
        until: Until = None,
        outlet: Annotated[str | None, Field(description="Of this outlet alone.")] = None,
        limit: Limit = 10,
        offset: Offset = 0,
    ) -> Found:
        """Search reports, claims or quotations by their words, the newest first.

        Claims and quotations are those of each story's comparison: story and item name them there. One is found where
        any of its reports is of that time or outlet; "article" and "published" are, where it can be, of such a report.
        """
        within = Within(read_moment("since", since), read_moment("until", until), outlet)
        return search_store(self._store, words, kind, within, limit, offset)


def _telling(verb: Callable[_Asked, _Answer]) -> Callable[_Asked, _Answer]:
    """The verb, with errors of ours told to the assistant in their one line."""

    @wraps(verb)
    def told(*args: _Asked.args, **kwargs: _Asked.kwargs) -> _Answer:
        try:
            return verb(*args, **kwargs)
        except RashomonError as error:
            raise ToolError(_in_short(str(error))) from None

    return told


def _in_short(line: str) -> str:
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]} …"
