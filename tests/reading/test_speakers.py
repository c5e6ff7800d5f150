"""Who says a thing, outermost first, and in whose interest; nobody for the author's voice."""

from __future__ import annotations

import pytest

from conftest import Read
from holdfast.model import Claim


def told_by(read: Read, text: str, **more: str) -> Claim:
    (claim,) = (c for c in read(text, **more).claims if c.kind != "statement")
    return claim


@pytest.mark.parametrize(
    ("text", "name", "side", "kind"),
    [
        ("The Ukrainian General Staff said its troops had captured Kupiansk.",
         "General Staff of the Armed Forces of Ukraine", "UA", "military"),
        ("The Russian Defence Ministry said its troops had captured Soledar.",
         "Ministry of Defence of the Russian Federation", "RU", "military"),
        ("According to the Ukrainian military, Russian troops left Izium.",
         "Ukrainian military", "UA", "military"),
        ("Russian troops left Izium, according to the mayor.", "mayor", None, "local_official"),
        ("Residents said Russian troops had left Balakliia.", "Residents", None, "resident"),
        ("The Russian-appointed governor said Russian troops were leaving Kherson.",
         "Russian-appointed governor", "RU", "occupation_administration"),
        ("The Institute for the Study of War said Russian forces had captured Popasna.",
         "Institute for the Study of War", None, "monitor"),
        ("The New York Times reported that Russian troops had left Izium.",
         "New York Times", None, "outlet"),
        ("Kyiv said Ukrainian troops had entered Kherson.", "Kyiv", "UA", "government"),
        ("“Our troops have captured Kupiansk,” the Ukrainian General Staff said.",
         "General Staff of the Armed Forces of Ukraine", "UA", "military"),
    ],
)  # fmt: skip
def test_one_speaker_in_ukraine(
    read: Read, text: str, name: str, side: str | None, kind: str
) -> None:
    (speaker,) = told_by(read, text).speakers
    assert (speaker.name, speaker.side, speaker.kind) == (name, side, kind)
    assert speaker.written in text


@pytest.mark.parametrize(
    ("text", "theatre", "side", "kind"),
    [
        ("The Sudanese army said it had recaptured Sinja.", "sudan", "SAF", "military"),
        ("The RSF captured El Fasher, according to the Sudan Doctors Network.", "sudan", None,
         "medical"),
        ("M23 said its fighters had captured Goma.", "none", "M23", "armed_group"),
        ("The Arakan Army said it had captured Maungdaw.", "none", "Arakan Army", "armed_group"),
        ("The Congolese government admitted that M23 rebels had entered Goma.", "none",
         "Democratic Republic of the Congo", "government"),
        ("M23 rebels captured Goma, a resident said.", "none", None, "resident"),
    ],
)  # fmt: skip
def test_one_speaker_elsewhere(
    read: Read, text: str, theatre: str, side: str | None, kind: str
) -> None:
    (speaker,) = told_by(read, text, theatre=theatre, on="2025-01-28").speakers
    assert (speaker.side, speaker.kind) == (side, kind)


@pytest.mark.parametrize(
    ("text", "theatre", "names"),
    [
        ("Ukrainian forces captured Lyman, Reuters reported, citing the Ukrainian General Staff.",
         "ru-ua", ["Reuters", "General Staff of the Armed Forces of Ukraine"]),
        ("Russian troops left Izium, Reuters reported, citing the mayor.", "ru-ua",
         ["Reuters", "mayor"]),
        ("Reuters reported that the governor had said Russian troops left Izium.", "ru-ua",
         ["Reuters", "governor"]),
        ("Ukrainian forces captured Kupiansk, a resident told Reuters.", "ru-ua",
         ["Reuters", "resident"]),
        ("Russian troops left Izium, the mayor told Ukrinform.", "ru-ua", ["Ukrinform", "mayor"]),
        ("The RSF captured Bara, Reuters reported, citing residents.", "sudan",
         ["Reuters", "residents"]),
    ],
)  # fmt: skip
def test_a_chain_runs_from_the_page_to_the_one_who_answers_for_the_words(
    read: Read, text: str, theatre: str, names: list[str]
) -> None:
    assert [s.name for s in told_by(read, text, theatre=theatre).speakers] == names


@pytest.mark.parametrize(
    ("theatre", "text"),
    [
        ("ru-ua", "Ukrainian forces captured Kupiansk."),
        ("ru-ua", "Russian troops left Izium on Saturday."),
        ("sudan", "The RSF captured El Fasher."),
        ("none", "M23 rebels captured Goma."),
    ],
)
def test_the_authors_own_voice_has_no_speaker(read: Read, theatre: str, text: str) -> None:
    assert told_by(read, text, theatre=theatre).speakers == ()


@pytest.mark.parametrize(
    ("theatre", "text", "denier"),
    [
        ("ru-ua", "The Russian Defence Ministry denied that Ukrainian troops had captured Lyman.",
         "RU"),
        ("ru-ua", "Ukraine denied that Russian forces had captured Bakhmut.", "UA"),
        ("sudan", "The RSF denied that the army had entered Nyala.", "RSF"),
        ("none", "The Congolese army denied that M23 rebels had captured Goma.",
         "Democratic Republic of the Congo"),
        ("none", "The Myanmar military denied that the Arakan Army had captured Maungdaw.",
         "Myanmar"),
    ],
)  # fmt: skip
def test_a_denial_turns_the_claim_round_and_names_the_denier(
    read: Read, theatre: str, text: str, denier: str
) -> None:
    claim = told_by(read, text, theatre=theatre)
    assert claim.polarity == "-"
    assert [s.side for s in claim.speakers] == [denier]
    assert claim.side != denier


@pytest.mark.parametrize(
    ("theatre", "text", "side"),
    [
        ("ru-ua", "Russia admitted that its troops had left Lyman.", "RU"),
        ("ru-ua", "The Russian Defence Ministry acknowledged that its troops had withdrawn from "
         "Lyman.", "RU"),
        ("ru-ua", "Ukraine's General Staff confirmed that its troops had withdrawn from Avdiivka.",
         "UA"),
        ("sudan", "The army acknowledged that it had withdrawn from El Fasher.", "SAF"),
    ],
)  # fmt: skip
def test_an_admission_is_of_the_speakers_own_side(
    read: Read, theatre: str, text: str, side: str
) -> None:
    claim = told_by(read, text, theatre=theatre)
    assert (claim.kind, claim.polarity, claim.side) == ("withdrawal", "+", side)
    assert [s.side for s in claim.speakers] == [side]


def test_a_forecast_with_a_speaker_is_a_statement_and_its_stretch_is_quoted(read: Read) -> None:
    reading = read("Ukrainian forces will retake Kherson, the president said.")
    assert reading.claims
    for claim in reading.claims:
        assert (claim.kind, claim.realis) == ("statement", "predicted")
        assert [s.kind for s in claim.speakers] == ["government"]


@pytest.mark.parametrize(
    ("theatre", "text", "names"),
    [
        # "Z, citing W, reported".
        ("ru-ua", "TASS, citing the Russian Defence Ministry, said Russian troops had entered Lyman.",
         ["TASS", "Ministry of Defence of the Russian Federation"]),
        ("ru-ua", "Interfax, referring to the Russian Defence Ministry, said Russian troops had "
         "captured Soledar.", ["Interfax", "Ministry of Defence of the Russian Federation"]),
        ("none", "AFP, quoting two residents, reported that M23 rebels had entered Goma.",
         ["Agence France-Presse", "two residents"]),
        # Who relays stands last in the sentence and first in the chain.
        ("sudan", "The RSF said its fighters had withdrawn from Omdurman, the BBC reported.",
         ["BBC", "RSF"]),
        ("sudan", "The RSF captured Bara, Sudan Tribune reported.", ["Sudan Tribune"]),
        ("none", "M23 rebels captured Goma, a resident told Reuters.", ["Reuters", "resident"]),
        ("none", "M23 rebels entered Goma, residents told the BBC.", ["BBC", "residents"]),
        # A statement has the speaker of the verb beside it.
        ("ru-ua", "The Russian Defence Ministry said in a statement that it had withdrawn its troops "
         "from Lyman.", ["Ministry of Defence of the Russian Federation"]),
        ("ru-ua", "The Ukrainian General Staff issued a statement saying Ukrainian troops had "
         "captured Lyman.", ["General Staff of the Armed Forces of Ukraine"]),
        ("ru-ua", "The Ukrainian General Staff confirmed reports that Ukrainian troops had captured "
         "Lyman.", ["General Staff of the Armed Forces of Ukraine"]),
        # A participle between the subject and its verb.
        ("ru-ua", "Residents of Izium reached by telephone said Russian troops had captured Lyman.",
         ["Residents of Izium"]),
        ("none", "Villagers interviewed near Goma said M23 rebels had captured Masisi.",
         ["Villagers"]),
        # A comment put into what is said.
        ("sudan", "Merowe, an army spokesman said, had been retaken by the army.", ["army spokesman"]),
        ("ru-ua", "Ukrainian soldiers captured Lyman, two residents said, although Russian radio was "
         "still on the air.", ["two residents"]),
        ("ru-ua", "Volodymyr Zelensky said Ukrainian troops had left Popasna.",
         ["Volodymyr Zelenskyy"]),
        ("ru-ua", "On the 75th day of the war Volodymyr Zelensky said Ukrainian troops had left "
         "Popasna.", ["Volodymyr Zelenskyy"]),
    ],
)  # fmt: skip
def test_every_link_of_a_chain_is_found(
    read: Read, theatre: str, text: str, names: list[str]
) -> None:
    found = [s.name for s in told_by(read, text, theatre=theatre).speakers]
    assert [n.split(" interviewed")[0] for n in found] == names


@pytest.mark.parametrize(
    ("theatre", "text", "side", "kind"),
    [
        # A place in its name makes no paper or monitor a party.
        ("none", "The Washington Post reported that M23 rebels had captured Goma.", None, "outlet"),
        ("sudan", "The Khartoum Post reported that the RSF had captured Bara.", None, "outlet"),
        ("none", "The Congo Observatory for Human Rights said M23 rebels had captured Goma.", None,
         "monitor"),
        ("none", "The United Nations said M23 rebels had captured Goma.", None, "monitor"),
        ("none", "Reuters reported that M23 rebels had captured Goma.", None, "agency"),
        ("none", "The Associated Press reported that M23 rebels had captured Goma.", None, "agency"),
        # Its owner does.
        ("ru-ua", "Russian state television said Russian troops had captured Soledar.", "RU",
         "outlet"),
        ("sudan", "The RSF said it had captured Bara.", "RSF", "military"),
        ("sudan", "The army said it had retaken Sinja.", "SAF", "military"),
        ("ru-ua", "Ukraine said its troops had entered Lyman.", "UA", "government"),
        ("ru-ua", "My neighbour said Russian troops had left Izium.", None, "resident"),
    ],
)  # fmt: skip
def test_whose_a_speaker_is(
    read: Read, theatre: str, text: str, side: str | None, kind: str
) -> None:
    (speaker,) = told_by(read, text, theatre=theatre).speakers
    assert (speaker.side, speaker.kind) == (side, kind)


@pytest.mark.parametrize(
    ("theatre", "text", "names"),
    [
        ("ru-ua", "The Russian Defence Ministry said its troops had captured Soledar. The ministry "
         "said they had entered Bakhmut.", ["Ministry of Defence of the Russian Federation"] * 2),
        ("ru-ua", "The Ukrainian General Staff said its troops had entered Lyman. The statement said "
         "they had captured Izium.", ["General Staff of the Armed Forces of Ukraine"] * 2),
        ("sudan", "The RSF said it had captured Bara. The group said it had also captured Nyala.",
         ["RSF", "RSF"]),
        ("ru-ua", "Kyiv Post reported that Russian troops had left Izium. The paper said Ukrainian "
         "troops had captured Lyman.", ["Kyiv Post", "Kyiv Post"]),
        ("ru-ua", "A surgeon said otherwise. Russian troops, she said, had captured Soledar.",
         ["surgeon"]),
        # Another word is another speaker.
        ("none", "M23 said its fighters had captured Goma. The government denied that Goma had "
         "fallen.", ["M23", "government"]),
        ("sudan", "The RSF said it had captured Bara. The army said it had retaken Bara.",
         ["RSF", "army"]),
        ("ru-ua", "The mayor said Russian troops had left Izium. The ministry said Ukrainian troops "
         "had captured Lyman.", ["mayor", "ministry"]),
    ],
)  # fmt: skip
def test_a_bare_title_takes_up_only_whom_it_can_mean(
    read: Read, theatre: str, text: str, names: list[str]
) -> None:
    claims = [c for c in read(text, theatre=theatre).claims if c.kind != "statement"]
    assert [s.name for c in claims for s in c.speakers] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rumours that Russian troops have left Lyman are false.", []),
        ("Rumours that Russian troops have left Lyman are not true.", []),
        ("Rumours that Russian troops have left Lyman are false, Ukrainska Pravda says.",
         ["Ukrainska Pravda"]),
        ("The Russian Defence Ministry denied reports that Russian troops had left Lyman.",
         ["Ministry of Defence of the Russian Federation"]),
    ],
)  # fmt: skip
def test_who_calls_a_rumour_false_denies_it(read: Read, text: str, names: list[str]) -> None:
    claim = told_by(read, text)
    assert (claim.polarity, claim.certainty) == ("-", "certain")
    assert [s.name for s in claim.speakers] == names


def test_what_went_on_meanwhile_is_the_headlines_own(read: Read) -> None:
    claims = read("Russia says it is regrouping as Ukrainian troops reach Izium").claims
    (reached,) = (c for c in claims if c.side == "UA")
    assert reached.speakers == ()
