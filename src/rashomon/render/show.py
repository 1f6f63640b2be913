"""One comparison, in the format asked for."""

from typing import Literal, get_args

from rashomon.model.comparison import Comparison
from rashomon.serialize import comparison_to_json

Format = Literal["terminal", "html", "markdown", "json", "csv"]


def render(
    comparison: Comparison,
    format: Format = "terminal",
    *,
    colour: bool = False,
    width: int = 100,
    everything: bool = False,
) -> str:
    """The comparison as text in one format, ending with a newline; the same comparison gives the same text.

    `colour`, `width` (columns) and `everything` (no list cut short) are for the terminal; the other formats
    always show all of it. Raises ValueError for a format that is not one of the five.
    """
    if format == "json":
        return comparison_to_json(comparison)
    # Each renderer is loaded when it is asked for: the page's templates cost more than all the rest.
    if format == "terminal":
        from rashomon.render.text import render_text

        return render_text(comparison, colour=colour, width=width, everything=everything)
    if format == "markdown":
        from rashomon.render.markdown import render_markdown

        return render_markdown(comparison)
    if format == "html":
        from rashomon.render.html import render_html

        return render_html(comparison)
    if format == "csv":
        from rashomon.render.sheet import render_csv

        return render_csv(comparison)
    raise ValueError(f"no format {format!r}; there are {', '.join(get_args(Format))}")
