"""How surely a thing is told, whether it is denied, and whether it happened at all."""

from __future__ import annotations

import pytest

from conftest import Read, told
from holdfast.language import parse
from holdfast.model import CONTROL_KINDS, Claim, Document
from holdfast.reading.certainty.truth import is_doubt


def claim_of(read: Read, text: str, **more: str) -> Claim:
    (claim,) = (c for c in read(text, **more).claims if c.kind in CONTROL_KINDS)
    return claim


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Ukrainian forces captured Kupiansk.", "certain"),
        ("Ukrainian forces may have captured Kupiansk.", "possible"),
        ("Russian forces might have captured Bakhmut.", "possible"),
        ("Russian forces could have captured Bakhmut.", "possible"),
        ("Perhaps Ukrainian forces have captured Kupiansk.", "possible"),
        ("It is possible that Russian forces captured Bakhmut.", "possible"),
        ("Ukrainian forces have probably captured Kupiansk.", "probable"),
        ("Ukrainian forces reportedly captured Kupiansk.", "probable"),
        ("Russian forces reportedly captured Bakhmut.", "probable"),
        ("Ukraine claimed that its forces had captured Kupiansk.", "probable"),
        ("Russia claims to have captured Bakhmut.", "probable"),
        ("Ukraine said that its forces had captured Kupiansk.", "certain"),
        ("Ukrainian forces captured Kupiansk. The claim could not be independently verified.",
         "possible"),
    ],
)  # fmt: skip
def test_words_of_doubt_in_ukraine(read: Read, text: str, certainty: str) -> None:
    claim = claim_of(read, text)
    assert (claim.certainty, claim.polarity, claim.realis) == (certainty, "+", "actual")


@pytest.mark.parametrize(
    ("theatre", "text", "certainty"),
    [
        ("sudan", "The RSF may have captured El Fasher.", "possible"),
        ("sudan", "The RSF claimed to have captured El Fasher.", "probable"),
        ("sudan", "The army reportedly withdrew from Nyala.", "probable"),
        ("none", "M23 rebels may have entered Goma.", "possible"),
        ("none", "M23 claims to have captured Goma.", "probable"),
        ("none", "The Arakan Army reportedly captured Maungdaw.", "probable"),
    ],
)
def test_words_of_doubt_elsewhere(read: Read, theatre: str, text: str, certainty: str) -> None:
    assert claim_of(read, text, theatre=theatre).certainty == certainty


@pytest.mark.parametrize(
    ("theatre", "text", "side"),
    [
        ("ru-ua", "Russian forces have not captured Bakhmut.", "RU"),
        ("ru-ua", "Ukrainian forces have not captured Lyman.", "UA"),
        ("ru-ua", "Russian forces never captured Bakhmut.", "RU"),
        ("ru-ua", "Russian forces failed to capture Bakhmut.", "RU"),
        ("ru-ua", "Russian forces did not enter Bakhmut.", "RU"),
        ("ru-ua", "Reports that Russian forces captured Bakhmut are false.", "RU"),
        ("ru-ua", "Ukraine denied losing Bakhmut.", "UA"),
        ("sudan", "The army has not retaken El Fasher.", "SAF"),
        ("sudan", "The army did not withdraw from Nyala.", "SAF"),
        ("none", "M23 rebels have not captured Goma.", "M23"),
    ],
)
def test_what_did_not_happen_is_told_with_a_minus(
    read: Read, theatre: str, text: str, side: str
) -> None:
    claim = claim_of(read, text, theatre=theatre)
    assert (claim.polarity, claim.side) == ("-", side)


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("Ukrainian forces are advancing on Kherson.", "ongoing"),
        ("Russian forces are withdrawing from Lyman.", "ongoing"),
        ("Ukrainian troops began to withdraw from Bakhmut.", "ongoing"),
        ("Ukrainian troops withdrew from Bakhmut.", "actual"),
        ("Russian forces captured Crimea in 2014.", "historical"),
    ],
)
def test_the_time_of_the_verb_says_whether_it_is_over(read: Read, text: str, realis: str) -> None:
    assert claim_of(read, text).realis == realis


@pytest.mark.parametrize(
    ("theatre", "text"),
    [
        # Planned and wanted.
        ("ru-ua", "Ukrainian forces plan to capture Kherson."),
        ("ru-ua", "Ukraine wants to retake Crimea."),
        ("ru-ua", "Russia wants to capture Bakhmut."),
        ("ru-ua", "Russian forces are trying to capture Bakhmut."),
        ("ru-ua", "Ukrainian forces should retake Kherson."),
        ("ru-ua", "The president ordered his troops to capture Bakhmut."),
        ("sudan", "The army plans to retake El Fasher."),
        ("none", "The Arakan Army wants to capture Sittwe."),
        # Hypothetical.
        ("ru-ua", "If Russian forces capture Bakhmut, the road to Sloviansk will be open."),
        ("ru-ua", "If Russian forces had captured Kyiv, the war would have ended."),
        ("sudan", "If the RSF captures El Fasher, the army will have lost Darfur."),
        # Asked.
        ("ru-ua", "Have Russian forces captured Bakhmut?"),
        ("ru-ua", "Did Ukrainian forces enter Kherson?"),
        # Predicted.
        ("ru-ua", "Russian forces will capture Bakhmut."),
        ("ru-ua", "Russian forces are likely to capture Bakhmut."),
        ("ru-ua", "Analysts expect Russian forces to capture Bakhmut."),
        ("ru-ua", "Nobody captured Bakhmut."),
    ],
)
def test_what_has_not_happened_is_no_claim_of_control(read: Read, theatre: str, text: str) -> None:
    reading = read(text, theatre=theatre)
    assert told(reading, *CONTROL_KINDS) == []
    assert not any(claim.moves_map for claim in reading.claims)


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("Ukraine plans to retake Kherson, the minister said.", "planned"),
        ("Ukrainian forces will retake Kherson, the president said.", "predicted"),
        ("Analysts expect Russian forces to capture Bakhmut.", "predicted"),
    ],
)
def test_said_by_someone_it_is_their_statement(read: Read, text: str, realis: str) -> None:
    claims = read(text).claims
    assert claims
    assert {(c.kind, c.realis, c.certainty) for c in claims} == {("statement", realis, "possible")}
    assert all(c.speakers for c in claims)


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("Unconfirmed reports said Russian forces had captured Bakhmut.", "possible"),
        ("According to unconfirmed reports, Russian forces captured Bakhmut.", "possible"),
        ("Russian forces captured Bakhmut, unverified reports said.", "possible"),
        ("Reports that Russian forces captured Bakhmut are unconfirmed.", "possible"),
        ("Russia said its forces had captured Bakhmut, a claim that could not be verified.",
         "possible"),
        ("Russia said its forces had captured Bakhmut, which Reuters could not verify.", "possible"),
        ("Russian forces captured Bakhmut, the ministry claimed.", "probable"),
        ("Russian forces are said to have captured Bakhmut.", "probable"),
        ("Russia insisted that its forces had captured Bakhmut.", "certain"),
        ("The Ukrainian General Staff confirmed rumours that Russian forces had captured Bakhmut.",
         "certain"),
    ],
)  # fmt: skip
def test_no_claim_is_surer_than_its_source(read: Read, text: str, certainty: str) -> None:
    claim = claim_of(read, text)
    assert (claim.certainty, claim.polarity) == (certainty, "+")


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("Reuters could not verify the report.", True),
        ("The BBC could not independently verify their accounts.", True),
        ("The agency was unable to verify the claims.", True),
        ("The BBC has not been able to verify this.", True),
        ("None of these reports could be confirmed.", True),
        ("It was not possible to verify the claim.", True),
        ("There was no independent confirmation of the report.", True),
        ("The claims could not be verified by the agency.", True),
        ("The reports were confirmed by the ministry.", False),
        ("Reports of torture could not be verified.", False),
        ("The number of dead could not be confirmed.", False),
        ("It could not be confirmed how many had died.", False),
    ],
)
def test_what_takes_back_the_sentence_before(text: str, doubt: bool) -> None:
    (sentences,) = parse([Document(id="d", text=text)])
    assert [is_doubt(s) for s in sentences] == [doubt]


@pytest.mark.parametrize(
    "text",
    [
        "Ukrainian troops are yet to enter Lyman.",
        "Lyman has yet to fall to Ukrainian forces.",
        "It is untrue that Ukrainian troops captured Lyman.",
        "It is a lie that Ukrainian troops captured Lyman.",
        "The rumours that Ukrainian troops captured Lyman are not true.",
        "The ministry dismissed false reports that Ukrainian troops had captured Lyman.",
    ],
)
def test_not_yet_and_not_true_are_denials(read: Read, text: str) -> None:
    claim = claim_of(read, text)
    assert (claim.polarity, claim.side) == ("-", "UA")
