"""The language of a text as HTML names it."""

import re

_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*", re.IGNORECASE)


def language_tag(given: str | None) -> str:
    """The tag (BCP 47) of a language as a page, feed or reader of the text gave it: "en_GB" is "en-GB"; else empty."""
    written = (given or "").strip().replace("_", "-").partition(".")[0]
    return written if _TAG.fullmatch(written) else ""
