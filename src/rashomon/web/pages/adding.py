"""Adding reports by link, by paste or as files; each becomes a job, whose account says what came of it."""

import hashlib
import json
from collections.abc import Callable, Mapping
from http import HTTPStatus
from pathlib import Path
from types import MappingProxyType
from typing import Annotated

from fastapi import APIRouter, Depends, File, Request, UploadFile
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from rashomon.collect.addresses import tidy_address
from rashomon.errors import BadArticle, BadOption, StoreUnreachable, TooManyWait, UnreadableInput
from rashomon.ingest.decoding import is_blank, without_surrogates
from rashomon.ingest.naming import with_digest
from rashomon.render.edition import count
from rashomon.render.html import replace_unsafe
from rashomon.text.moments import read_moment
from rashomon.web.api.problems import status_of
from rashomon.web.background.job import Job
from rashomon.web.background.tasks import ToCollect
from rashomon.web.demonstration import NAME, read_demonstration
from rashomon.web.house import House, the_house
from rashomon.web.templating import show

router = APIRouter()
_UNFIT = frozenset('*?[]"<>|:\\/')  # what a pattern, or a system's names, take for something else
_KNOWN = ("headline", "outlet", "byline", "published", "url")  # what can be told of a text that is pasted
_A_DATE = "write it as 2025-11-27 or 2025-11-27T14:30+01:00, or leave it empty"
_UNTYPED: Mapping[str, str] = MappingProxyType({})
_LONGEST_NAME = 200  # bytes of a file's name that are kept, from its end; systems take 255


@router.get("/add")
def add(request: Request, house: House = Depends(the_house)) -> HTMLResponse:
    """The three ways to add, and what was added lately."""
    return _show_forms(request, house)


async def _form(request: Request, house: House = Depends(the_house)) -> dict[str, str]:
    """The fields of a form, each as long as a whole form may be."""
    async with request.form(max_part_size=house.limits.largest_form) as form:
        return {name: value for name, value in form.items() if isinstance(value, str)}


Fields = Annotated[dict[str, str], Depends(_form)]


@router.post("/add/link")
def add_link(request: Request, fields: Fields, house: House = Depends(the_house)) -> Response:
    """The pages, feeds or lists at these addresses, one a line, are asked."""
    return _to_job(request, house, fields, lambda: collect_links(house, fields.get("addresses", "").split()))


@router.post("/add/paste")
def add_paste(request: Request, fields: Fields, house: House = Depends(the_house)) -> Response:
    """The text that was pasted is a report, with what is known of it."""
    known = {name: fields.get(name, "") for name in _KNOWN}
    return _to_job(request, house, fields, lambda: collect_text(house, fields.get("text", ""), known))


@router.post("/add/files")
def add_files(
    files: Annotated[list[UploadFile] | None, File()] = None, house: House = Depends(the_house)
) -> RedirectResponse:
    """The reports that these files hold, of any kind that `rashomon collect` reads."""
    given = [(one.filename, one.file.read()) for one in files or () if one.filename]
    return _to(collect_files(house, given))


@router.post("/add/demonstration")
def add_demonstration(house: House = Depends(the_house)) -> RedirectResponse:
    """The reports of the invented demonstration, for a reader who has none of their own yet."""
    return _to(collect_files(house, [(NAME, read_demonstration())]))


@router.get("/jobs/{id}")
def job(id: str, request: Request, house: House = Depends(the_house)) -> Response:
    """How far a job is, and what came of it."""
    found = house.jobs.job(id)
    headlines = {story: house.store.story(story).name for story in found.stories}
    return show(request, "job.html.j2", job=found, headlines=headlines, ways=dict(found.placed))


def collect_links(house: House, addresses: list[str]) -> Job:
    """The job of asking these web addresses. Raises BadOption where there is none, or one is no web address."""
    if not addresses:
        raise BadOption("no address given; give one or more that begin with https:// or http://, one a line")
    if len(addresses) > (most := house.limits.most_addresses):
        raise BadOption(f"{len(addresses)} addresses at once; give at most {most}, or a list of them as a file")
    for address in addresses:
        if tidy_address(address) is None:  # a path above all: the files of this machine are nobody's to add
            raise BadOption(f"{address[:200]!r} is no web address; give one that begins with https:// or http://")
    what = addresses[0] if len(addresses) == 1 else f"{addresses[0]} and {count(len(addresses) - 1, 'more', 'more')}"
    return house.jobs.collect(what, ToCollect(house.clock(), tuple(dict.fromkeys(addresses))))


def collect_text(house: House, text: str, known: dict[str, str]) -> Job:
    """The job of keeping a text with what is known of it. Raises BadArticle where it cannot be a report."""
    text = without_surrogates(text).replace("\r\n", "\n")  # as browsers send what was typed
    if is_blank(text):
        raise BadArticle("no text was pasted; paste the words of the report")
    words = {name: " ".join(without_surrogates(value).split()) for name, value in known.items()}
    told = {name: value for name, value in words.items() if not is_blank(value)}
    if (url := told.get("url")) and tidy_address(url) is None:
        raise BadOption(f"{url[:200]!r} is no web address; leave it empty, or give one that begins with https://")
    if (published := told.get("published")) and read_moment(published) is None:
        raise BadArticle(f"published {published[:40]!r} is no date we can read; {_A_DATE}")
    id = with_digest("pasted", f"{told.get('headline')}\0{text}")
    line = json.dumps({"id": id, "text": text, **told}, ensure_ascii=False)
    what = replace_unsafe(told.get("headline") or " ".join(text.split()[:8]))
    return house.jobs.collect(what[:200], ToCollect(house.clock(), pasted=line.encode() + b"\n"))


def collect_files(house: House, given: list[tuple[str, bytes]]) -> Job:
    """The job of reading these files, each a name and what it holds. Raises UnreadableInput where there is none."""
    if not given:
        raise UnreadableInput("no file was given; choose one or more")
    if len(given) > house.limits.most_files:
        raise BadOption(f"{len(given)} files at once; give at most {house.limits.most_files}, or one archive of them")
    placed = tuple(_place_of(house.folder / "uploads", name, data) for name, data in given)
    what = placed[0][1] if len(placed) == 1 else f"{placed[0][1]} and {count(len(placed) - 1, 'more file')}"
    with house.jobs.receiving():
        try:
            for (folder, name), (_, data) in zip(placed, given, strict=True):
                _put_down(folder, name, data)
        except StoreUnreachable:
            house.jobs.clear_away(placed)
            raise
        return house.jobs.collect(what, ToCollect(house.clock(), files=placed))


def _place_of(folder: Path, name: str, data: bytes) -> tuple[Path, str]:
    """A folder named by what the file holds, so that the same file is the same report whenever it comes."""
    return folder / hashlib.blake2b(data, digest_size=8).hexdigest(), _name_of(name)


def _put_down(folder: Path, name: str, data: bytes) -> None:
    """The file lies there whole, also for who reads it there already."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        written = folder / ".written"
        written.write_bytes(data)
        written.replace(folder / name)
    except OSError as error:
        raise StoreUnreachable(f"{name}: it cannot be put down to be read ({error.strerror}); is there room?") from None


def _name_of(given: str) -> str:
    """A plain name in one folder, with the ending that was given."""
    name = given.replace("\\", "/").rpartition("/")[2]
    plain = "".join("_" if sign in _UNFIT or not sign.isprintable() else sign for sign in name)
    cut = plain.encode()[-_LONGEST_NAME:].decode("utf-8", "ignore")
    return cut.strip(" .").lstrip("-") or "report.txt"


def _show_forms(
    request: Request,
    house: House,
    status: int = HTTPStatus.OK,
    typed: Mapping[str, str] = _UNTYPED,
    complaint: str | None = None,
) -> HTMLResponse:
    """The forms with what was typed before, and what was wrong with it."""
    lately = [job for job in house.jobs.all() if job.kind == "collect"][:10]
    given = {name: typed.get(name, "") for name in ("addresses", "text", *_KNOWN)}
    told = {"lately": lately, "limits": house.limits, "may_write": not house.rules.read_only}
    return show(request, "add.html.j2", status, **told, typed=given, complaint=complaint)


def _to_job(request: Request, house: House, typed: Mapping[str, str], begin: Callable[[], Job]) -> Response:
    """On to the job; where it cannot be one, the forms again, so that nothing that was typed is lost."""
    try:
        return _to(begin())
    except (BadArticle, BadOption, TooManyWait) as error:
        return _show_forms(request, house, status_of(error), typed, str(error))


def _to(job: Job) -> RedirectResponse:
    return RedirectResponse(f"/jobs/{job.id}", 303)
