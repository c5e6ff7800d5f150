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
        ("M23 rebels marched into Goma while Congolese soldiers laid down their arms.", None),
        ("The Arakan Army took another base from the junta in Rakhine.", None),
        ("Rebels entered Hama as Syrian government troops left for Homs.", None),
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
    assert chosen(text, year=2015) is None


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
