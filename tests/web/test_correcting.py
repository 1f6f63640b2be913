"""Correcting: one click each, kept with who and when, seen on the page, and undone."""

import pytest
from lxml import html
from starlette.testclient import TestClient
from tests.web.reading_room import FERRY, MILL

from rashomon.serialize import comparison_from_json
from rashomon.settings import Settings
from rashomon.store.store import Store
from rashomon.stream.comparing import compare_story
from rashomon.stream.correcting import merge_stories

NOW = "2026-01-19T12:00:00+00:00"


def read(client: TestClient, address: str) -> html.HtmlElement:
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return html.document_fromstring(answer.text)


def press(client: TestClient, page: html.HtmlElement, words: str, at: int = 0, **chosen: object) -> str:
    """Presses the button of that name, as a browser without scripts does; the address it leads to."""
    button = page.xpath(f"//button[normalize-space()='{words}']")[at]
    form = next(button.iterancestors("form"))
    fields: dict[str, object] = {}
    for field in form.xpath(".//input[@type='hidden']"):
        fields.setdefault(field.get("name"), field.get("value"))
    if button.get("name"):
        fields[button.get("name")] = button.get("value")
    answer = client.post(form.get("action"), data={**fields, **chosen}, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"]


def compare_anew(store: Store, story: str) -> None:
    compare_story(store, story, "2026-01-19T13:00:00+00:00", Settings())


def hurt(store: Store, story: str) -> str:
    """The item of the claim that people were hurt."""
    found = store.last_comparison(story)
    assert found is not None
    comparison = comparison_from_json(found[2])
    return next(one.id for one in comparison.claims if "hurt" in one.wording.text and len(one.evidence) > 1)


def test_an_item_has_every_place_with_its_link_and_citation(client: TestClient, store: Store, ferry: str) -> None:
    item = hurt(store, ferry)
    page = read(client, f"/stories/{ferry}/items/{item}")
    pieces = page.xpath("//ul[contains(@class, 'pieces')]/li")
    assert len(pieces) > 1
    for piece in pieces:
        link = piece.xpath("string(.//a[@class='copy']/@href)")
        assert client.get(link, follow_redirects=False).headers["location"] == piece.xpath("string(./a/@href)")
        assert "characters" in piece.xpath("string(.//p[@class='citation'])")
    panel = client.get(f"/stories/{ferry}/items/{item}", headers={"hx-request": "true"}).text
    assert panel.lstrip().startswith('<div class="panel"')


def test_words_are_taken_out_of_a_claim_marked_and_put_back(client: TestClient, store: Store, ferry: str) -> None:
    item = hurt(store, ferry)
    before = store.story_digest(ferry)
    client.post("/corrections/name", data={"name": " Anna \n Brandt "})
    leads = press(client, read(client, f"/stories/{ferry}/items/{item}"), "not the same claim")
    assert leads == f"/stories/{ferry}#{item}"
    assert "being compared anew" in read(client, f"/stories/{ferry}").text_content()
    compare_anew(store, ferry)
    page = read(client, f"/stories/{ferry}")
    assert "a reader parted these, Anna Brandt" in page.xpath("string(//*[@id='k-1'])")
    assert page.xpath("//a[@class='mk corrected'][@href='#k-1']")
    listed = read(client, "/corrections").xpath("string(//ol[@class='kept'])")
    assert "not the same claim" in listed and "Anna Brandt" in listed
    assert press(client, page, "undo") == f"/stories/{ferry}"
    assert store.story_digest(ferry) == before
    assert "undone by Anna Brandt" in read(client, "/corrections").xpath("string(//ol[@class='kept'])")


def test_two_claims_are_made_one(client: TestClient, store: Store, ferry: str) -> None:
    found = store.last_comparison(ferry)
    assert found is not None
    claims = comparison_from_json(found[2]).claims
    captain = next(one for one in claims if "captain" in one.wording.text)
    page = read(client, f"/stories/{ferry}/items/{captain.id}")
    other = next(one for one in page.xpath("//select[@name='other']/option/@value") if one)
    press(client, page, "same claim", other=other)
    compare_anew(store, ferry)
    joined = read(client, f"/stories/{ferry}").xpath("string(//*[@id='k-1'])")
    assert joined.startswith("a reader joined these") and "captain" in joined


@pytest.mark.parametrize("chosen", ["", "c-999"])
def test_joining_wants_a_second_one(client: TestClient, store: Store, ferry: str, chosen: str) -> None:
    fields = {"kind": "same_claim", "item": hurt(store, ferry), "other": chosen}
    answer = client.post(f"/stories/{ferry}/corrections", data=fields)
    assert answer.status_code == 422
    assert not store.kept_corrections()


def test_boilerplate_is_left_out_and_taken_in_again(client: TestClient, store: Store, ferry: str) -> None:
    text = store.article("gull.example/ferry").text
    start = text.index("She was built")
    place = f"gull.example/ferry:{start}-{len(text)}"
    answer = client.post(f"/stories/{ferry}/corrections", data={"kind": "boilerplate", "place": place})
    assert answer.status_code in (200, 303)
    compare_anew(store, ferry)
    page = read(client, f"/stories/{ferry}")
    gone = page.xpath("//li[starts-with(@id, 'x-')][contains(., 'She was built')]")
    assert gone and "a reader left this out" in gone[0].text_content()
    item = read(client, f"/stories/{ferry}/items/{gone[0].get('id')}")
    press(client, item, "not boilerplate")
    compare_anew(store, ferry)
    assert "built in 1961" not in read(client, f"/stories/{ferry}").xpath("string(//*[starts-with(@id, 'x-')])")


def test_reports_are_split_off_and_stories_merged(client: TestClient, store: Store, ferry: str) -> None:
    page = read(client, f"/stories/{ferry}/items/story")
    leads = press(client, page, "split them off", article="skua.example/marlin")
    new = leads.rpartition("/")[2]
    assert store.story_of("skua.example/marlin") == new != ferry
    press(client, read(client, f"/stories/{ferry}/items/story"), "merge into this story", other=new)
    assert store.story_of("skua.example/marlin") == ferry
    number = store.kept_corrections()[-1].number
    assert press(client, read(client, "/corrections"), "undo") == f"/corrections#k-{number}"
    assert store.story_of("skua.example/marlin") == new


def test_a_report_is_moved_to_another_story(client: TestClient, store: Store, ferry: str, cable_car: str) -> None:
    page = read(client, f"/stories/{ferry}/items/story")
    press(client, page, "move them there", article="skua.example/marlin", other=cable_car)
    assert store.story_of("skua.example/marlin") == cable_car


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"kind": "colour"}, "is no correction"),
        ({"kind": "split"}, "choose the reports"),
        ({"kind": "merge"}, "choose the other story"),
        ({"kind": "boilerplate", "place": "gull.example/ferry:5-99999"}, "is no place of this story"),
        ({"kind": "boilerplate", "place": "nobody:1-2"}, "is no place of this story"),
        ({"kind": "other_claim", "item": "z-1", "place": "gull.example/ferry:0-5"}, "no item"),
        ({"kind": "undo", "number": "77"}, "77"),
    ],
)
def test_what_cannot_be_done_is_one_clear_line(
    client: TestClient, ferry: str, fields: dict[str, str], line: str
) -> None:
    answer = client.post(f"/stories/{ferry}/corrections", data=fields)
    assert answer.status_code in (404, 422)
    assert line in html.document_fromstring(answer.text).text_content()


@pytest.mark.parametrize("kind", ["move", "merge"])
def test_a_story_that_went_elsewhere_or_never_was_takes_no_report(
    client: TestClient, store: Store, ferry: str, cable_car: str, kind: str
) -> None:
    """As from a page that was open while somebody else merged: the report goes where that story went."""
    mill = store.story_of(MILL.id)
    assert mill is not None
    merge_stories(store, cable_car, mill, NOW, "Ana")
    tern = {"article": FERRY[1].id}
    for other, status in (("none", 404), ("\0", 404)):
        answer = client.post(f"/stories/{ferry}/corrections", data={"kind": kind, "other": other, **tern})
        assert answer.status_code == status, answer.text
    answer = client.post(
        f"/stories/{ferry}/corrections", data={"kind": kind, "other": mill, **tern}, follow_redirects=False
    )
    assert answer.status_code == 303
    assert store.story(mill).id == (cable_car if kind == "move" else ferry)
    assert store.story_of(FERRY[1].id) == store.story(mill).id


def test_of_two_stories_that_were_merged_each_is_told_apart(
    client: TestClient, store: Store, ferry: str, cable_car: str
) -> None:
    merge_stories(store, ferry, cable_car, NOW, "Ana")
    links = read(client, "/corrections").xpath("//ol[@class='kept']//p/a/text()")
    name = store.story(ferry).name
    assert links == [name, f"story {cable_car}, in “{name}” now"]


@pytest.mark.parametrize("number", [10**30, 0])
def test_a_number_that_no_correction_has_is_refused(client: TestClient, ferry: str, number: int) -> None:
    assert client.post(f"/corrections/{number}/undo").status_code == 422
    asked = client.post(f"/stories/{ferry}/corrections", data={"kind": "undo", "number": str(number)})
    assert asked.status_code in (404, 422)


def test_nothing_is_corrected_from_another_site(client: TestClient, store: Store, ferry: str) -> None:
    fields = {"kind": "split", "article": "skua.example/marlin"}
    answer = client.post(f"/stories/{ferry}/corrections", data=fields, headers={"sec-fetch-site": "cross-site"})
    assert answer.status_code == 403
    assert not store.kept_corrections()
