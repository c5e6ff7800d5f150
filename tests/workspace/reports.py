"""Short reports on four towns of two wars, written for these tests; each side wins one of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

#: Paper, day and words by document. The moves are real, the papers and the words are not.
REPORTS = {
    "izium-wire": (
        "Harbour Wire", "2022-09-11",
        "Ukrainian forces recaptured the town of Izium on Saturday, the General Staff in Kyiv said."
        " Trains stood still at the station in the afternoon.",
    ),
    "izium-ministry": (
        "Volga Review", "2022-09-12",
        "The Russian Defence Ministry said on Sunday that its troops had withdrawn from Izium."
        " The ministry denied that its troops had left Lyman.",
    ),
    "avdiivka-wire": (
        "Harbour Wire", "2024-02-18",
        "Russian troops took full control of Avdiivka on Saturday, the Defence Ministry in Moscow"
        " said. Smoke stood over the coke plant in the evening.",
    ),
    "avdiivka-kyiv": (
        "Dnipro Letter", "2024-02-19",
        "Ukrainian troops withdrew from Avdiivka on Saturday, the commander of the Ukrainian forces"
        " said. The road to the west stayed open to the last.",
    ),
    "madani-wire": (
        "Nile Mail", "2023-12-19",
        "The Rapid Support Forces captured the city of Wad Madani on Monday, the paramilitary group"
        " said. Thousands of people fled towards the south of Sudan.",
    ),
    "madani-army": (
        "Blue River Review", "2023-12-20",
        "The Sudanese army said on Tuesday that its troops had withdrawn from Wad Madani."
        " The army promised an inquiry.",
    ),
    "singa-wire": (
        "Nile Mail", "2024-11-24",
        "Sudanese army troops recaptured the town of Singa in Sennar state from the Rapid Support"
        " Forces on Saturday, the army said. Shops opened again in the afternoon.",
    ),
    "singa-review": (
        "Blue River Review", "2024-11-25",
        "The Rapid Support Forces withdrew from Singa on Saturday, residents said."
        " Buses to the capital were full on Sunday.",
    ),
}  # fmt: skip
#: Place, the day it changed hands, who lost it, who took it.
CHANGES = [
    ("Izium", date(2022, 9, 10), "RU", "UA"),
    ("Avdiivka", date(2024, 2, 17), "UA", "RU"),
    ("Wad Madani", date(2023, 12, 18), "SAF", "RSF"),
    ("Singa", date(2024, 11, 23), "RSF", "SAF"),
]


def put(folder: Path, *ids: str) -> list[Path]:
    """Write reports (all of them where none is named) as files with front matter."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for id in ids or REPORTS:
        source, published, words = REPORTS[id]
        path = folder / f"{id}.md"
        path.write_text(f"---\nsource: {source}\npublished: {published}\n---\n{words}\n")
        written.append(path)
    return written
