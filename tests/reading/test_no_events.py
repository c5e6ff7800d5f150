"""Sentences with the words of war that tell of none: no claim of control comes of them."""

from __future__ import annotations

import pytest

from conftest import Read, told
from holdfast.model import CONTROL_KINDS, MOVING_REALIS

GROUND = (*CONTROL_KINDS, "territory_extent", "armed_clash")

PEACE = [
    # Sport.
    ("ru-ua", "Ukraine captured the gold medal in Paris."),
    ("ru-ua", "The home team captured the lead against Russia in the second half."),
    ("ru-ua", "The Ukrainian team won in Lviv."),
    ("ru-ua", "Russia lost the final against Ukraine."),
    ("sudan", "The Sudanese team captured the cup in Khartoum."),
    # Markets, companies, weather, disease.
    ("ru-ua", "Russian shares retreated in Moscow on Monday."),
    ("ru-ua", "The hryvnia lost ground in Kyiv on Tuesday."),
    ("ru-ua", "The rouble gained ground in Moscow."),
    ("ru-ua", "Wheat prices fell in Odesa."),
    ("ru-ua", "Foreign banks are withdrawing from Russia."),
    ("ru-ua", "A German carmaker has left Russia."),
    ("sudan", "The bank pulled out of Sudan."),
    ("sudan", "The Sudanese pound fell in Khartoum."),
    ("sudan", "Cholera has taken hold in Khartoum."),
    ("sudan", "Floods cut off Kassala."),
    ("sudan", "The Nile rose and took houses in Dongola."),
    ("ru-ua", "Snow fell in Kyiv."),
    ("ru-ua", "Rain fell on Kharkiv all night."),
    ("ru-ua", "The temperature in Kyiv fell to minus ten."),
    # Words in another sense.
    ("ru-ua", "The film captured the mood of Kyiv under fire."),
    ("ru-ua", "A Ukrainian singer conquered Kharkiv with her songs."),
    ("ru-ua", "The Russians took a break in Izium."),
    ("ru-ua", "The trains left Kharkiv on time."),
    ("ru-ua", "Residents left Kherson in buses."),
    ("ru-ua", "The president of Ukraine arrived in Warsaw."),
    ("sudan", "The army chief left Port Sudan for Cairo."),
    # Holding what is no ground.
    ("ru-ua", "Ukraine holds talks in Istanbul."),
    ("ru-ua", "Ukraine held an election in Kherson."),
    ("ru-ua", "Ukrainian officials hold a meeting in Kyiv."),
    # Things and people taken are no places taken.
    ("ru-ua", "Russian forces captured a Ukrainian drone."),
    ("ru-ua", "Russian forces took ten prisoners near Bakhmut."),
    ("sudan", "The army seized smuggled gold in Port Sudan."),
]  # fmt: skip


@pytest.mark.parametrize(("theatre", "text"), PEACE)
def test_no_ground_changes_hands(read: Read, theatre: str, text: str) -> None:
    assert told(read(text, theatre=theatre), *GROUND) == []


@pytest.mark.parametrize(
    ("theatre", "text"),
    [
        ("ru-ua", "German troops captured Kharkiv in 1941."),
        ("ru-ua", "The Red Army recaptured Kharkiv in 1943."),
        ("ru-ua", "Russian forces captured Crimea in 2014."),
        ("ru-ua", "Napoleon's troops entered Moscow in 1812."),
        ("sudan", "The British captured Khartoum in 1898."),
        ("sudan", "The Mahdi's army took Khartoum in 1885."),
    ],
)
def test_history_does_not_move_the_map(read: Read, theatre: str, text: str) -> None:
    for claim in read(text, theatre=theatre).claims:
        assert claim.realis not in MOVING_REALIS
        assert not claim.moves_map


@pytest.mark.parametrize(
    "text",
    [
        "The company pulled out of Russia after ten years.",
        "The party won Kharkiv in the election.",
        "The photograph captures Aleppo at dawn.",
        "Investors are fleeing the bond market.",
        "The band has conquered Damascus with its songs.",
        "The rivals clashed on Saturday, and the visitors won by two goals.",
    ],
)
def test_a_text_that_tells_of_no_war_says_why_it_gave_nothing(read: Read, text: str) -> None:
    reading = read(text, theatre="none")
    assert reading.claims == ()
    assert reading.unread == "tells of no armed conflict"
