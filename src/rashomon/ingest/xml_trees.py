"""XML from strangers: read leniently, with nothing expanded and nothing fetched."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.etree import _Element


def parse_xml(data: bytes) -> "_Element | None":
    """The root element; None where there is none. Broken XML is read as far as it goes; with entities, not at all."""
    if b"<!ENTITY" in data:  # no list has any need of them; lxml would put them into attributes all the same
        return None
    from lxml import etree  # here: only lists need it

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: Any = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return root  # type: ignore[no-any-return]


def local_name(element: "_Element") -> str:
    """The element's name without its namespace, in lower case; "" of what is no element."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def words_of(element: "_Element | None") -> str | None:
    """The element's own words, with single spaces; None where it has none."""
    words = " ".join((element.text or "").split()) if element is not None else ""
    return words or None


def is_web_address(address: str | None) -> bool:
    """True of an address that can be fetched: http or https, with a host, without spaces and control characters."""
    if not address or any(sign <= " " for sign in address):
        return False
    scheme, found, rest = address.partition("://")
    return bool(found) and scheme.lower() in ("http", "https") and rest[:1] not in ("", "/", "?", "#", ":")
