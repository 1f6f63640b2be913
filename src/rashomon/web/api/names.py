"""Names that a request may have: one misspelt is refused, since it would else narrow or change nothing, unnoticed."""

from fastapi import Request
from pydantic import ConfigDict

from rashomon.errors import BadOption

CLOSED = ConfigDict(extra="forbid")  # of a body: it has the fields described and no others


async def refuse_unknown(request: Request) -> None:
    """Nothing where the query has only names that the API describes. Raises BadOption with the first other one."""
    if not request.query_params:
        return
    described = request.app.openapi()["paths"][request.scope["route"].path_format][request.method.lower()]
    known = [one["name"] for one in described.get("parameters", ()) if one["in"] == "query"]
    for name in request.query_params:
        if name not in known:
            there = f"there are {', '.join(known)}" if known else "nothing is asked for here in the query"
            raise BadOption(f"{name}: no parameter of that name; {there}")
