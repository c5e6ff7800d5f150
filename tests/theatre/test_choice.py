"""Which theatre a text belongs to, by what it names; none where it names too little."""

from __future__ import annotations

import pytest

from holdfast.model import Document
from holdfast.theatre import bundled, choose_theatre, find_theatre, outlet_of, paper_side


def chosen(text: str, **more: object) -> str | None:
    theatre = choose_theatre(text, bundled(), **more)  # type: ignore[arg-type]
    return theatre.id if theatre else None


@pytest.mark.parametrize(
    ("text", "theatre"),
    [
        ("Ukrainian troops drove Russian forces out of two villages in Donbas.", "ru-ua"),
        ("Kyiv says the Russians lost thirty tanks at Vuhledar.", "ru-ua"),
        ("The Rapid Support Forces shelled army positions in Khartoum and Omdurman.", "sudan"),
        ("The Sudanese army broke the siege; RSF fighters fell back into Darfur.", "sudan"),
        ("M23 rebels marched into Goma while Congolese soldiers laid down their arms.", "drc"),
        ("The FARDC lost Bunagana; the town's people fled to Uganda.", "drc"),
        ("CODECO fighters burnt houses at Fataki in Ituri, a local chief said.", "drc"),
        ("The Arakan Army took another base from the junta in Rakhine.", "myanmar"),
        ("TNLA and MNDAA columns met outside Lashio.", "myanmar"),
        ("The KIA holds the hills above Bhamo, a spokesman for the NUG said.", "myanmar"),
        ("Rebels entered Hama as Syrian government troops left for Homs.", "syria"),
        ("The YPG drove the jihadists from Kobani and looked to Tal Abyad.", "syria"),
        ("The Free Syrian Army says it has left Baba Amr.", "syria"),
        ("Heavy rain is expected in the south at the weekend.", None),
        ("", None),
    ],
)  # fmt: skip
def test_a_text_gets_the_theatre_whose_parties_and_places_it_names(
    text: str, theatre: str | None
) -> None:
    assert chosen(text) == theatre


def test_one_name_in_passing_is_not_enough() -> None:
    assert chosen("The Russian tennis player won in three sets.") is None
    assert chosen("The Sudanese striker signed for two years.") is None


def test_a_text_of_both_wars_gets_the_one_that_it_says_more_of() -> None:
    text = (
        "The Rapid Support Forces took the airport of El Fasher from the Sudanese army. "
        "RSF convoys came from Nyala. The war in Ukraine has drawn attention away."
    )
    assert chosen(text) == "sudan"


def test_a_text_of_before_the_first_day_is_about_something_else() -> None:
    text = "Ukrainian troops drove Russian forces out of two villages in Donbas."
    assert chosen(text, year=2022) == "ru-ua"
    assert chosen(text, year=2011) is None


@pytest.mark.parametrize(
    "text",
    [
        "Houthi rebels and pro-government forces shelled each other in rebel-held Hodeidah.",
        "The junta in Mali said that pro-junta militias had retaken Kidal from the rebels.",
        "Haftar's army took Tarhuna from the government's forces, Libyan media said.",
        "Iraqi forces retook Mosul from the Islamic State, which also holds land in Syria.",
        "Tigrayan fighters entered Lalibela; Ethiopian soldiers had left the day before.",
        "Israeli troops pushed into Gaza City; Hamas fired rockets at Ashkelon.",
        "Rwandan and Ugandan ministers met in Kigali to talk about trade.",
        "The AFC Champions League final will be played in Doha.",
        "Please open the PDF, or ask Karen in the office.",
    ],
)
def test_another_war_or_none_is_not_taken_for_a_known_one(text: str) -> None:
    assert chosen(text) is None


def test_a_text_of_after_the_last_day_gets_the_theatre_that_followed() -> None:
    text = "Syrian government forces entered Suwayda, and the SDF stayed in Raqqa."
    assert chosen(text, year=2016) == "syria"
    assert chosen(text, year=2025) == "syria-2024"
    turning = "HTS entered Hama, and Assad's army left for Homs, the Syrian Observatory said."
    assert chosen(turning, year=2024) == "syria"
    after = "The new authorities sent General Security to Jableh, interim president Ahmed al-Sharaa said."
    assert chosen(after, year=2024) == "syria-2024"
    years = " Aleppo fell in 2012, in 2016 and in 2024, Palmyra in 2015 and in 2016."
    assert chosen(text + years, year=2025) == "syria"


def test_a_side_that_fights_abroad_too_counts_where_the_towns_are_this_wars() -> None:
    text = "The Islamic State killed ten people in a village of Syria, a doctor said."
    assert chosen(text, towns={"SY": 1.0}) == "syria"
    assert chosen(text, towns={"IQ": 1.0}) is None


def test_plain_words_and_allies_show_no_war() -> None:
    assert chosen("The rebels of the north shot at loyalists in a rebel-held valley.") is None
    assert chosen("Russian and Iranian officials, and Hezbollah, met in Damascus.") is None


def test_towns_of_another_country_have_the_better_claim() -> None:
    text = "Russian jets and Ukrainian trainers were seen."
    assert chosen(text, towns={"UA": 2.0}) == "ru-ua"
    assert chosen(text, towns={"SY": 6.0}) is None


@pytest.mark.parametrize(
    ("theatre", "source", "url", "side"),
    [
        ("ru-ua", "TASS", None, "RU"), ("ru-ua", "Ukrinform", None, "UA"),
        ("ru-ua", None, "https://www.pravda.com.ua/eng/news/1/", "UA"),
        ("ru-ua", "Reuters", None, None), ("sudan", "SUNA", None, "SAF"),
        ("sudan", "Al-Saiha", None, "RSF"), ("sudan", "Sudan Tribune", None, None),
        ("sudan", "A paper nobody knows", None, None),
        ("syria", "SANA", None, "SAA"), ("syria-2024", "SANA", None, "STG"),
        ("syria", None, "https://hawarnews.com/en/1", "SDF"), ("syria", "Enab Baladi", None, "OPP"),
        ("drc", "RTNC", None, "DRC"), ("drc", "New Times", None, "M23"),
        ("drc", "Radio Okapi", None, None), ("myanmar", "Irrawaddy", None, None),
        ("myanmar", "Global New Light of Myanmar", None, "SAC"), ("myanmar", "PVTV", None, "NUG"),
    ],
)  # fmt: skip
def test_a_paper_is_known_by_its_name_or_address(
    theatre: str, source: str | None, url: str | None, side: str | None
) -> None:
    document = Document(id="d", text="x", source=source, url=url)
    assert paper_side(document, find_theatre(theatre)) == side


def test_an_address_that_only_ends_alike_is_another_paper() -> None:
    document = Document(id="d", text="x", url="https://notreuters.com/a")
    assert outlet_of(document, find_theatre("ru-ua")) is None
