"""Entity tags (RFC 9110): by its tag, what was answered before is known again and not sent."""

from hashlib import blake2b


def make_tag(made_of: bytes) -> str:
    """The tag of what these bytes stand for. It is a weak one, since the same is sent packed and unpacked."""
    return f'W/"{blake2b(made_of, digest_size=12).hexdigest()}"'


def is_known(tag: str, known: str | None) -> bool:
    """True where `If-None-Match` names the tag, compared weakly."""
    return known is not None and any(_bare(one) in (_bare(tag), "*") for one in known.split(","))


def _bare(tag: str) -> str:
    return tag.strip().removeprefix("W/")
