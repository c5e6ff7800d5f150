"""Constructions of English that readers get wrong: who, what and where must come out of each."""

from __future__ import annotations

import pytest

from conftest import Read, told
from holdfast.model import CONTROL_KINDS

UKRAINE = [
    ("Russian military: We have left Snake Island.", {("withdrawal", "RU", "Snake Island")}),
    ("Kupiansk - under control of Ukraine. Izium - liberated.",
     {("control_held", "UA", "Kupiansk"), ("control_gained", "UA", "Izium")}),
    ("The 3rd assault brigade: Robotyne liberated.", {("control_gained", "UA", "Robotyne")}),
    ("Footage published on Friday shows Ukrainian forces in central Balakliia.",
     {("control_held", "UA", "Balakliia")}),
    ("Units of the Center battlegroup liberated the settlement of Ocheretyne.",
     {("control_gained", "RU", "Ocheretyne")}),
    ("Russian proxies in Luhansk said their forces had cleared the Azot plant in Sievierodonetsk.",
     {("control_gained", "RU", "Sievierodonetsk")}),
    ("Ukrainian troops entered Kherson and Russian troops fled.",
     {("advance", "UA", "Kherson"), ("withdrawal", "RU", "Kherson")}),
    ("Ukrainian forces entered Rubizhne on Tuesday but pulled back on Wednesday.",
     {("advance", "UA", "Rubizhne"), ("withdrawal", "UA", "Rubizhne")}),
    ("The orchestra played as Russian troops took Soledar.",
     {("control_gained", "RU", "Soledar")}),
    ("The capture of Sievierodonetsk by Russian forces took weeks.",
     {("control_gained", "RU", "Sievierodonetsk")}),
    ("Russian forces launched the full-scale invasion of Ukraine at dawn.",
     {("advance", "RU", "Ukraine")}),
    ("The Ukrainian flag is flying over Izium again.", {("control_held", "UA", "Izium")}),
    ("Prices rose in the occupied Crimea peninsula.", {("control_held", "RU", "Crimea")}),
    ("The Russian army has left the cities Balaklya, Kupjansk and Isjum in the Charkiw area.",
     {("withdrawal", "RU", p) for p in ("Balakliia", "Kupiansk", "Izium")}),
    ("Russian troops had occupied Kurakhove and advanced near Pokrovsk.",
     {("control_gained", "RU", "Kurakhove"), ("advance", "RU", "Pokrovsk")}),
    ("Residents were told to leave Kherson as Ukrainian forces closed in on the city.",
     {("advance", "UA", "Kherson")}),
    ("Our scouts knocked the enemy out of Staromaiorske, the 35th Marine Brigade wrote.",
     {("control_gained", "UA", "Staromaiorske")}),
    ('"The situation in Kupiansk is under our control," the Russian defence ministry said.',
     {("control_held", "RU", "Kupiansk")}),
]  # fmt: skip
ELSEWHERE = [
    ("Goma fell to M23 rebels.", {("control_gained", "M23", "Goma")}),
    ("The Taliban captured Kandahar on Thursday and Herat on Friday.",
     {("control_gained", "Taliban", "Kandahār"), ("control_gained", "Taliban", "Herāt")}),
    ("Islamic State fighters were driven out of Raqqa.",
     {("control_lost", "Islamic State", "Raqqa")}),
    ("Government soldiers withdrew from Homs and rebels took the city.",
     {("withdrawal", "government", "Homs"), ("control_gained", "rebels", "Homs")}),
    ("Libyan forces loyal to Khalifa Haftar captured Sirte on Monday.",
     {("control_gained", "Libyan National Army", "Sirte")}),
    ("JNIM fighters took Djibo.", {("control_gained", "JNIM", "Djibo")}),
    ("The Arakan Army has taken full control of Paletwa township.",
     {("control_gained", "Arakan Army", "Paletwa")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), UKRAINE)
def test_of_ukraine(read: Read, text: str, wanted: set[tuple[str, str, str]]) -> None:
    assert set(told(read(text), *CONTROL_KINDS - {"armed_clash"})) == wanted


@pytest.mark.parametrize(("text", "wanted"), ELSEWHERE)
def test_of_wars_without_a_theatre(
    read: Read, text: str, wanted: set[tuple[str, str, str]]
) -> None:
    reading = read(text, theatre="none")
    assert set(told(reading, *CONTROL_KINDS - {"armed_clash"})) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The Ukrainian minister left Kyiv for Warsaw.",
        "The Russian company pulled out of Kharkiv.",
        "Russia withdrew from the tournament in Kyiv.",
        "Long columns of cars with refugees drove towards Kursk.",
        "It could take Russia until the spring to drive the Ukrainians out of the region.",
        "The analyst likened the raid to the march of Russian mercenaries on Moscow.",
    ],
)
def test_moves_that_are_of_no_front(read: Read, text: str) -> None:
    assert not [c for c in read(text).claims if c.kind in CONTROL_KINDS and c.moves_map]


def test_a_denied_rumour_and_a_cited_source(read: Read) -> None:
    text = "Wagner chief Yevgeny Prigozhin published a video in which he said his men held Bakhmut."
    (claim,) = [c for c in read(text).claims if c.kind == "control_held"]
    assert [s.name for s in claim.speakers] == ["Yevgeny Prigozhin"]
