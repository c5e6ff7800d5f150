"""What is said to have happened, whose it is, and where: one table, a sentence a line."""

from __future__ import annotations

import pytest

from conftest import Read, told

GAINED, LOST, HELD = "control_gained", "control_lost", "control_held"
LEFT, ADVANCED, CLASH, FIRE = "withdrawal", "advance", "armed_clash", "remote_violence"

UKRAINE = [
    # The active.
    ("Ukrainian forces captured Kupiansk.", GAINED, "UA", "Kupiansk"),
    ("Russian forces captured Popasna.", GAINED, "RU", "Popasna"),
    ("The Russian army has seized Vuhledar.", GAINED, "RU", "Vuhledar"),
    ("Ukraine has retaken Lyman.", GAINED, "UA", "Lyman"),
    ("Russia occupied Melitopol.", GAINED, "RU", "Melitopol"),
    ("Ukrainian troops liberated the village of Robotyne.", GAINED, "UA", "Robotyne"),
    # The passive.
    ("Kupiansk was recaptured by Ukrainian troops.", GAINED, "UA", "Kupiansk"),
    ("Soledar has been captured by Russian forces.", GAINED, "RU", "Soledar"),
    ("Balakliia, liberated by Ukrainian forces, lies in ruins.", GAINED, "UA", "Balakliia"),
    # The noun.
    ("Russia's loss of Izium was a blow.", LOST, "RU", "Izium"),
    ("Ukraine's loss of Avdiivka was a blow.", LOST, "UA", "Avdiivka"),
    ("Ukraine's advance into Kupiansk surprised many.", ADVANCED, "UA", "Kupiansk"),
    ("Russia's withdrawal from Kherson was over by Friday.", LEFT, "RU", "Kherson"),
    ("The Ukrainian withdrawal from Avdiivka began at night.", LEFT, "UA", "Avdiivka"),
    # The relative clause, the participle, the infinitive.
    ("Ukrainian soldiers, who retook Balakliia, are moving east.", GAINED, "UA", "Balakliia"),
    ("Kupiansk, which Ukrainian troops recaptured, is a railway hub.", GAINED, "UA", "Kupiansk"),
    ("Russian troops entered the town after capturing Popasna.", GAINED, "RU", "Popasna"),
    ("Ukrainian forces managed to retake Lyman.", GAINED, "UA", "Lyman"),
    # Coordination.
    ("Ukrainian forces crossed the river and captured Kupiansk.", GAINED, "UA", "Kupiansk"),
    ("Russian forces left Lyman and took Bakhmut.", LEFT, "RU", "Lyman"),
    ("Russian forces left Lyman and took Bakhmut.", GAINED, "RU", "Bakhmut"),
    # Particle verbs.
    ("Russian troops pulled out of Izium.", LEFT, "RU", "Izium"),
    ("Ukrainian units fell back from Sievierodonetsk.", LEFT, "UA", "Sievierodonetsk"),
    ("Ukrainian forces took back Lyman.", GAINED, "UA", "Lyman"),
    ("Russian forces gave up Snake Island.", LOST, "RU", "Snake Island"),
    ("Ukrainian defenders are holding out in Bakhmut.", HELD, "UA", "Bakhmut"),
    # Falling.
    ("Sievierodonetsk fell to Russian forces.", GAINED, "RU", "Sievierodonetsk"),
    ("Lyman fell into Ukrainian hands.", GAINED, "UA", "Lyman"),
    ("Kherson came under Ukrainian control.", GAINED, "UA", "Kherson"),
    ("The fall of Lysychansk to Russian forces ended the battle.", GAINED, "RU", "Lysychansk"),
    # Light verbs.
    ("Russian forces took control of Soledar.", GAINED, "RU", "Soledar"),
    ("Ukrainian forces regained control over Lyman.", GAINED, "UA", "Lyman"),
    ("Russian forces lost control of Izium.", LOST, "RU", "Izium"),
    ("Ukrainian soldiers raised the Ukrainian flag over Kupiansk.", GAINED, "UA", "Kupiansk"),
    # Driving out.
    ("Ukrainian forces drove Russian troops out of Balakliia.", GAINED, "UA", "Balakliia"),
    # Losing, leaving, holding.
    ("Russia lost Izium.", LOST, "RU", "Izium"),
    ("Ukraine lost Avdiivka.", LOST, "UA", "Avdiivka"),
    ("Russian troops abandoned Kherson.", LEFT, "RU", "Kherson"),
    ("Ukrainian troops withdrew from Avdiivka.", LEFT, "UA", "Avdiivka"),
    ("Ukrainian forces hold Bakhmut.", HELD, "UA", "Bakhmut"),
    ("Melitopol is under Russian control.", HELD, "RU", "Melitopol"),
    ("Kupiansk remains in Ukrainian hands.", HELD, "UA", "Kupiansk"),
    ("The Russian-held city of Donetsk has no water.", HELD, "RU", "Donetsk"),
    # Advancing, fighting, shelling.
    ("Ukrainian forces entered Kupiansk.", ADVANCED, "UA", "Kupiansk"),
    ("Russian forces advanced towards Pokrovsk.", ADVANCED, "RU", "Pokrovsk"),
    ("Russian troops broke into Avdiivka.", ADVANCED, "RU", "Avdiivka"),
    ("Russian artillery shelled Nikopol.", FIRE, "RU", "Nikopol"),
    ("Ukrainian drones struck Belgorod.", FIRE, "UA", "Belgorod"),
    ("Russian forces attacked Vuhledar.", CLASH, "RU", "Vuhledar"),
    # Headlines and communiqués.
    ("Ukrainian troops retake Lyman", GAINED, "UA", "Lyman"),
    ("Russia captures Soledar", GAINED, "RU", "Soledar"),
    ("Russian troops leave Kherson", LEFT, "RU", "Kherson"),
    ("Kupiansk liberated by Ukrainian army", GAINED, "UA", "Kupiansk"),
]  # fmt: skip

SUDAN = [
    ("The Sudanese army recaptured Khartoum.", GAINED, "SAF", "Khartoum"),
    ("The Rapid Support Forces captured El Fasher.", GAINED, "RSF", "El Fasher"),
    ("The RSF has taken control of Nyala.", GAINED, "RSF", "Nyala"),
    ("Army troops entered Wad Madani.", ADVANCED, "SAF", "Wad Madani"),
    ("Wad Madani fell to the RSF.", GAINED, "RSF", "Wad Madani"),
    ("Wad Madani was retaken by the army.", GAINED, "SAF", "Wad Madani"),
    ("RSF fighters withdrew from Omdurman.", LEFT, "RSF", "Omdurman"),
    ("The army pulled out of Nyala.", LEFT, "SAF", "Nyala"),
    ("The paramilitaries lost El Obeid.", LOST, "RSF", "El Obeid"),
    ("The RSF shelled El Fasher.", FIRE, "RSF", "El Fasher"),
    ("Army warplanes bombed Nyala.", FIRE, "SAF", "Nyala"),
    ("El Geneina is under RSF control.", HELD, "RSF", "El Geneina"),
    ("The army still holds El Obeid.", HELD, "SAF", "El Obeid"),
    ("Sudanese army retakes Wad Madani", GAINED, "SAF", "Wad Madani"),
    ("RSF captures El Fasher", GAINED, "RSF", "El Fasher"),
    ("Army enters Khartoum", ADVANCED, "SAF", "Khartoum"),
]  # fmt: skip

ELSEWHERE = [
    ("M23 rebels captured Goma.", GAINED, "M23", "Goma"),
    ("The city of Goma fell to the M23.", GAINED, "M23", "Goma"),
    ("M23 fighters withdrew from Walikale.", LEFT, "M23", "Walikale"),
    ("The Arakan Army captured Maungdaw.", GAINED, "Arakan Army", "Maungdaw"),
    ("The Ta'ang National Liberation Army took Mogok.", GAINED,
     "Ta'ang National Liberation Army", "Mogok"),
    ("Hayat Tahrir al-Sham captured Aleppo.", GAINED, "Hayat Tahrir al-Sham", "Aleppo"),
    ("The Syrian Democratic Forces captured Manbij.", GAINED, "Syrian Democratic Forces", "Manbij"),
    ("Kurdish forces drove Islamic State fighters out of Raqqa.", GAINED, "Kurds", "Raqqa"),
    ("Boko Haram fighters attacked Maiduguri.", CLASH, "Boko Haram", "Maiduguri"),
    ("Boko Haram lost Bama.", LOST, "Boko Haram", "Bama"),
    ("The Taliban entered Kunduz.", ADVANCED, "Taliban", "Kunduz"),
    ("Kandahar fell to the Taliban.", GAINED, "Taliban", "Kandahār"),
    ("Hezbollah fired rockets at Haifa.", FIRE, "Hezbollah", "Haifa"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "kind", "side", "place"), UKRAINE)
def test_ukraine(read: Read, text: str, kind: str, side: str, place: str) -> None:
    assert (kind, side, place) in told(read(text, theatre="ru-ua", on="2024-09-30"))


@pytest.mark.parametrize(("text", "kind", "side", "place"), SUDAN)
def test_sudan(read: Read, text: str, kind: str, side: str, place: str) -> None:
    assert (kind, side, place) in told(read(text, theatre="sudan", on="2025-03-27"))


@pytest.mark.parametrize(("text", "kind", "side", "place"), ELSEWHERE)
def test_wars_without_a_theatre(read: Read, text: str, kind: str, side: str, place: str) -> None:
    assert (kind, side, place) in told(read(text, theatre="none", on="2025-01-28"))


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Ukrainian forces retook Balakliia, Volokhiv Yar and Shevchenkove.",
         {"Balakliia", "Volokhiv Yar", "Shevchenkove"}),
        ("Russian forces captured the towns of Rubizhne and Popasna.", {"Rubizhne", "Popasna"}),
        ("Kupiansk and Izium were liberated by Ukrainian troops.", {"Kupiansk", "Izium"}),
        ("Russian troops took both Soledar and Bakhmut.", {"Soledar", "Bakhmut"}),
    ],
)  # fmt: skip
def test_each_place_of_a_list_is_a_claim(read: Read, text: str, places: set[str]) -> None:
    found = told(read(text), GAINED)
    assert {place for _, _, place in found} == places
    assert len({side for _, side, _ in found}) == 1


def test_the_town_that_was_named_is_taken_up(read: Read) -> None:
    text = "Fighting went on in Kupiansk for days. On Friday Ukrainian troops captured the town."
    assert told(read(text), GAINED) == [(GAINED, "UA", "Kupiansk")]


def test_who_lost_the_place_is_told_beside_who_gained_it(read: Read) -> None:
    (claim,) = (
        c for c in read("Ukrainian forces drove Russian troops out of Lyman.").claims
        if c.kind == GAINED
    )  # fmt: skip
    assert (claim.side, claim.target and claim.target.side) == ("UA", "RU")


@pytest.mark.parametrize(
    ("text", "framing"),
    [
        ("Russian troops regrouped from Izium.", "regroup"),
        ("Ukrainian forces liberated Lyman.", "liberate"),
    ],
)
def test_a_word_that_others_would_not_use_is_kept(read: Read, text: str, framing: str) -> None:
    assert framing in {claim.framing for claim in read(text).claims}
