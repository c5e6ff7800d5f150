"""Whose an act is: demonyms, forces, leaders, pronouns, "ours" and "the enemy's"."""

from __future__ import annotations

import pytest

from conftest import Read, only

#: Many ways to name the side that took Kupiansk.
UKRAINE = [
    "Ukraine", "Ukrainian forces", "The Ukrainian army", "Ukrainians", "Ukrainian marines",
    "The Armed Forces of Ukraine", "Kyiv's forces", "Zelensky's troops", "Pro-Ukrainian fighters",
]  # fmt: skip
RUSSIA = [
    "Russia", "Russian forces", "The Russian army", "The Russians", "Russian paratroopers",
    "The Russian Armed Forces", "Moscow's troops", "Putin's troops", "Pro-Russian separatists",
    "Russian-backed separatists", "Wagner fighters", "The Russian Federation",
]  # fmt: skip
ARMY = [
    "The army", "The Sudanese army", "The Sudanese Armed Forces", "Burhan's forces", "The SAF",
    "Government troops",
]  # fmt: skip
RSF = [
    "The RSF", "The Rapid Support Forces", "RSF fighters", "Hemedti's men", "The paramilitaries",
    "The paramilitary Rapid Support Forces", "The Rapid Support militia",
]  # fmt: skip


@pytest.mark.parametrize(
    ("side", "name"), [*(("UA", n) for n in UKRAINE), *(("RU", n) for n in RUSSIA)]
)
def test_names_of_the_sides_in_ukraine(read: Read, side: str, name: str) -> None:
    claim = only(read(f"{name} captured Kupiansk."), "control_gained")
    assert claim.side == side
    assert claim.actor is not None
    assert claim.actor.side == side
    assert claim.actor.written in claim.evidence.text


@pytest.mark.parametrize(
    ("side", "name"), [*(("SAF", n) for n in ARMY), *(("RSF", n) for n in RSF)]
)
def test_names_of_the_sides_in_sudan(read: Read, side: str, name: str) -> None:
    reading = read(f"{name} captured Nyala.", theatre="sudan", on="2025-03-27")
    assert only(reading, "control_gained").side == side


def test_a_third_party_of_the_theatre_is_its_own_side(read: Read) -> None:
    reading = read("The SPLM-N captured Kadugli.", theatre="sudan", on="2025-03-27")
    assert only(reading, "control_gained").side == "SPLMN"


def test_a_stranger_to_the_theatre_keeps_its_name(read: Read) -> None:
    assert only(read("French troops entered Bamako."), "advance").side == "France"


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("M23 rebels entered Goma.", "M23"),
        ("The FARDC entered Goma.", "Democratic Republic of the Congo"),
        ("Congolese soldiers and tanks entered Goma.", "Democratic Republic of the Congo"),
        ("Rwandan troops entered Goma with M23 rebels.", "Rwanda"),
        ("The Syrian army entered Hama, and soldiers held the road.", "Syria"),
        ("Islamic State fighters entered Palmyra.", "Islamic State"),
        ("The Kachin Independence Army entered Momauk.", "Kachin Independence Army"),
        ("The Taliban entered Kunduz.", "Taliban"),
        ("Israeli troops entered Khiam after Hezbollah fighters left.", "Israel"),
    ],
)
def test_without_a_theatre_a_side_is_the_actors_own_name(read: Read, text: str, side: str) -> None:
    assert only(read(text, theatre="none", on="2025-01-28"), "advance").side == side


@pytest.mark.parametrize(
    ("speaker", "words", "side"),
    [
        ("the Ukrainian General Staff", "Our troops have captured Kupiansk", "UA"),
        ("the Russian Defence Ministry", "Our troops have captured Kupiansk", "RU"),
        ("the Ukrainian General Staff", "The enemy has captured Kupiansk", "RU"),
        ("the Russian Defence Ministry", "The enemy has captured Kupiansk", "UA"),
        ("the Ukrainian General Staff", "We have captured Kupiansk", "UA"),
        ("the Russian Defence Ministry", "We have captured Kupiansk", "RU"),
    ],
)
def test_ours_and_the_enemys_are_the_speakers(
    read: Read, speaker: str, words: str, side: str
) -> None:
    assert only(read(f"“{words},” {speaker} said."), "control_gained").side == side


@pytest.mark.parametrize(
    ("source", "own", "enemy"), [("Ukrinform", "UA", "RU"), ("TASS", "RU", "UA")]
)
def test_in_a_papers_own_voice_they_are_the_papers(
    read: Read, source: str, own: str, enemy: str
) -> None:
    text = "Our troops have captured Kupiansk. The enemy is holding Izium."
    reading = read(text, source=source)
    assert only(reading, "control_gained").side == own
    assert only(reading, "control_held").side == enemy


def test_where_nobody_is_known_to_speak_the_enemy_is_nobody(read: Read) -> None:
    sides = {c.side for c in read("The enemy captured Kupiansk after a long fight.").claims}
    assert sides <= {None}


def test_both_sides_are_no_one_side(read: Read) -> None:
    assert only(read("Both sides fought in Bakhmut."), "armed_clash").side is None


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("Ukrainian forces entered Kupiansk. They captured the station.", "UA"),
        ("Russian forces entered Soledar. They captured the mine.", "RU"),
    ],
)
def test_a_pronoun_takes_up_the_force_before_it(read: Read, text: str, side: str) -> None:
    assert only(read(text), "control_gained").side == side


def test_its_troops_are_the_speakers(read: Read) -> None:
    for theatre, speaker, side in (
        ("ru-ua", "Russia", "RU"), ("ru-ua", "Ukraine", "UA"), ("sudan", "The RSF", "RSF"),
    ):  # fmt: skip
        place = "Nyala" if theatre == "sudan" else "Lyman"
        reading = read(f"{speaker} said its troops had left {place}.", theatre=theatre)
        assert only(reading, "withdrawal").side == side
