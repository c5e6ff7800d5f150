"""Near copies: the same words under another name are found; other words about the same are not."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.links import Copy, clusters, find_copies

DISPATCH = """Army units entered the river port of Anvar on Saturday morning after three days of
shelling, two officers at the bridge said. The garrison had left its barracks during the night and
crossed to the eastern bank, taking the town's only ferry along. Shops stayed shut, and nobody was
seen in the market square until the afternoon."""
#: The dispatch as a paper prints it: another headline, another last sentence, a changed word.
REPRINT = f"""Port falls silent as army moves in

{DISPATCH.replace("three days", "four days")}

The ministry did not answer questions from this paper."""
#: The same event, told by somebody who was there and wrote a text of their own.
WITNESS = """From my window above the quay I counted eleven lorries before sunrise, all of them
heading for the landing stage. By noon soldiers with other badges stood at the corner and asked for
papers. My aunt in Anvar's upper quarter heard shots, but only a few, and none after lunch."""


def groups(texts: dict[str, str]) -> set[frozenset[str]]:
    """Which documents are together, whatever their group is called."""
    leader = clusters(texts, find_copies(texts))
    return {frozenset(id for id in texts if leader[id] == one) for one in set(leader.values())}


def test_a_wire_copy_is_joined_with_its_wire() -> None:
    (copy,) = find_copies({"wire": DISPATCH, "paper": DISPATCH})
    assert (copy.first, copy.second, copy.share) == ("paper", "wire", 1.0)


def test_a_near_copy_is_joined_and_its_share_says_how_near() -> None:
    (copy,) = find_copies({"wire": DISPATCH, "paper": REPRINT})
    assert 0.5 <= copy.share < 1.0


def test_two_independent_reports_of_one_event_are_not_joined() -> None:
    assert find_copies({"wire": DISPATCH, "witness": WITNESS}) == []


def test_one_sentence_quoted_from_another_report_makes_no_copy() -> None:
    quoting = f"{WITNESS} An agency wrote that shops stayed shut in the market square."
    assert find_copies({"wire": DISPATCH, "witness": quoting}) == []


def test_layout_case_and_punctuation_do_not_hide_a_copy() -> None:
    shouted = DISPATCH.upper().replace(",", " -").replace("\n", "\r\n\r\n")
    assert groups({"a": DISPATCH, "b": shouted}) == {frozenset("ab")}


def test_a_dispatch_inside_a_longer_page_is_found() -> None:
    page = f"{WITNESS}\n\n{DISPATCH}\n\n{WITNESS[::-1]}"
    assert groups({"wire": DISPATCH, "page": page}) == {frozenset({"wire", "page"})}


def test_short_notes_are_copies_only_where_they_are_equal() -> None:
    texts = {
        "a": "Anvar is quiet today.",
        "b": "Anvar is quiet tonight.",
        "c": "anvar is quiet today",
    }
    assert groups(texts) == {frozenset("ac"), frozenset("b")}


def test_copies_of_copies_are_one_group() -> None:
    chained = [
        Copy("a", "b", 0.9, 0.9, "b"),
        Copy("c", "d", 0.9, 0.9, "d"),
        Copy("b", "c", 0.6, 0.6, "c"),
    ]
    leader = clusters("abcde", chained)
    assert set(map(leader.__getitem__, "abcd")) == {leader["a"]}
    assert leader["e"] == "e"


TEXTS = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.sampled_from([DISPATCH, REPRINT, WITNESS, "Anvar is quiet today.", "Nothing new.", ""]),
    min_size=1,
)


@given(TEXTS, st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_documents_does_not_matter(texts: dict[str, str], random: object) -> None:
    ids = list(texts)
    random.shuffle(ids)  # type: ignore[attr-defined]
    shuffled = {id: texts[id] for id in ids}
    assert find_copies(shuffled) == find_copies(texts)
    assert clusters(shuffled, find_copies(shuffled)) == clusters(texts, find_copies(texts))


@given(TEXTS)
@settings(max_examples=60, deadline=None)
def test_every_document_has_one_group_and_a_group_leads_itself(texts: dict[str, str]) -> None:
    leader = clusters(texts, find_copies(texts))
    assert set(leader) == set(texts)
    assert all(leader[one] == one for one in leader.values())


@given(st.dictionaries(st.sampled_from("abcdef"), st.text(max_size=80)))
@settings(max_examples=60, deadline=None)
def test_equal_texts_are_always_joined(texts: dict[str, str]) -> None:
    leader = clusters(texts, find_copies(texts))
    for one, other in combinations(texts, 2):
        assert texts[one] != texts[other] or leader[one] == leader[other]
