"""The name and the password that a request gives."""

import base64
import hashlib
import hmac

from starlette.datastructures import Headers

_LONGEST = 60  # characters of a name


def knows(headers: Headers, password: str) -> bool:
    """True where that password was given.

    Digests are compared, so that the time it takes tells neither length nor beginning.
    """
    given = _given(headers)
    digests = [hashlib.sha256(words.encode()).digest() for words in (given[1] if given else "", password)]
    return hmac.compare_digest(*digests) and given is not None


def name_of(headers: Headers) -> str | None:
    """The name that was given with the password; None where none was."""
    given = _given(headers)
    return clean_name(given[0]) or None if given else None


def clean_name(name: str) -> str:
    """The name in one line, without signs that cannot be seen, cut to what a list has room for."""
    return "".join(sign for sign in " ".join(name.split()) if sign.isprintable())[:_LONGEST]


def _given(headers: Headers) -> tuple[str, str] | None:
    scheme, _, told = headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return None
    try:
        name, _, password = base64.b64decode(told.strip(), validate=True).decode("utf-8").partition(":")
    except ValueError:  # no base64, not in ASCII, or no UTF-8
        return None
    return name, password
