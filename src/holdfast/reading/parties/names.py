"""Who is named: the phrases by which a theatre, the world's countries and its armed groups go."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Literal

import msgspec

from holdfast.language import Sentence
from holdfast.model import SpeakerKind
from holdfast.reading.places.keys import fold
from holdfast.theatre import Side, Theatre

#: What sort of name it is: the party itself, a word that makes a force its own, its people, a
#: place that stands for it, a word of praise or abuse, one of its bodies or persons, an outlet.
Role = Literal["side", "adjective", "people", "metonym", "coded", "body", "person", "outlet"]


class Referent(msgspec.Struct, frozen=True):
    """What a name means. `side` is a theatre's id, or the party's own name outside a theatre."""

    name: str
    role: Role
    side: str | None = None
    side_name: str | None = None
    kind: SpeakerKind | None = None
    fights: bool = True
    office: str = ""
    #: From the theatre in force rather than from the world's lists.
    theatre: bool = False
    #: A country of the world's list: its adjective does not make rebels its own.
    country: bool = False
    #: The ISO code of the country that a group fights in; empty where it is many, or none.
    home: str = ""


class Named(msgspec.Struct, frozen=True):
    """A name in a sentence: its first and last token."""

    first: int
    last: int
    referent: Referent

    def covers(self, i: int) -> bool:
        """Whether token `i` is part of the name."""
        return self.first <= i <= self.last


class Names:
    """A dictionary of phrases; the longest match wins, a theatre's before the world's."""

    def __init__(self, entries: Iterable[tuple[str, Referent]]) -> None:
        """`entries` are phrases with what they mean; the first of two equal phrases stands."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], bool, Referent]]] = {}
        seen: set[tuple[str, ...]] = set()
        for phrase, referent in entries:
            words = tuple(fold(phrase).split())
            if not words or words in seen:
                continue
            seen.add(words)
            capital = phrase[:1].isupper()
            self._by_first.setdefault(words[0], []).append((words, capital, referent))
        for options in self._by_first.values():
            options.sort(key=lambda option: -len(option[0]))

    def find(self, sentence: Sentence) -> list[Named]:
        """The names in a sentence, in order, none overlapping another.

        A phrase with a capital matches only text with one, so that "turkey" is no state; a hyphen
        between its words may stand or not.
        """
        words = [(token.i, fold(token.text)) for token in sentence if token.text != "-"]
        found: list[Named] = []
        at = 0
        while at < len(words):
            named = self._at(sentence, words, at)
            if named is None:
                at += 1
                continue
            found.append(named[0])
            at = named[1]
        return [n for n in found if not _is_anothers(n, found)]

    def _at(
        self, sentence: Sentence, words: list[tuple[int, str]], at: int
    ) -> tuple[Named, int] | None:
        first = words[at][1].split(" ")[0]
        for phrase, capital, referent in self._by_first.get(first, ()):
            length = _fits(words, at, phrase)
            if not length:
                continue
            start, end = words[at][0], words[at + length - 1][0]
            if capital and not sentence[start].text[:1].isupper():
                continue
            return Named(start, end, referent), at + length
        return None


def _is_anothers(named: Named, names: list[Named]) -> bool:
    """As in "the Syrian army" in a text on Sudan: a coded word that a foreign adjective claims."""
    return named.referent.role == "coded" and any(
        n.last == named.first - 1 and n.referent.role == "adjective"
        and n.referent.side != named.referent.side
        for n in names
    )  # fmt: skip


def _fits(words: list[tuple[int, str]], at: int, phrase: tuple[str, ...]) -> int:
    """How many tokens from `at` spell the phrase (a token may fold to several words); 0 for none."""
    spelled: list[str] = []
    for n, (_, word) in enumerate(words[at : at + len(phrase)], 1):
        if not word:
            return 0
        spelled += word.split(" ")
        if len(spelled) >= len(phrase):
            return n if tuple(spelled) == phrase else 0
        if tuple(spelled) != phrase[: len(spelled)]:
            return 0
    return 0


def _side_entries(side: Side) -> Iterator[tuple[str, Referent]]:
    def made(name: str, role: Role, **more: Any) -> Referent:
        return Referent(
            name=name, role=role, side=side.id, side_name=side.name, theatre=True, **more
        )

    for person in side.persons:
        for alias in (person.name, *person.aliases):
            yield (
                alias,
                made(person.name, "person", kind=person.kind, fights=False, office=person.office),
            )
    for body in side.bodies:
        for alias in (body.name, *body.aliases):
            yield alias, made(body.name, "body", kind=body.kind, fights=body.fights)
    for name in (side.name, *side.names, *side.allies):
        yield name, made(side.name, "side")
    roles: tuple[tuple[tuple[str, ...], Role], ...] = (
        (side.people, "people"), (side.adjectives, "adjective"), (side.metonyms, "metonym"),
        (side.coded, "coded"),
    )  # fmt: skip
    for phrases, role in roles:
        for phrase in phrases:
            yield phrase, made(side.name, role)


def _surnames(theatre: Theatre) -> Iterator[tuple[str, Referent]]:
    """Surnames alone, where only one person of the theatre has them."""
    owners: dict[str, set[str]] = {}
    entries: list[tuple[str, Referent]] = []
    for side in theatre.sides:
        for phrase, referent in _side_entries(side):
            words = phrase.split()
            if referent.role == "person" and len(words) > 1 and len(words[-1]) > 3:
                owners.setdefault(fold(words[-1]), set()).add(referent.name)
                entries.append((words[-1], referent))
    yield from (e for e in entries if len(owners[fold(e[0])]) == 1)


def _theatre_entries(theatre: Theatre) -> Iterator[tuple[str, Referent]]:
    for outlet in theatre.outlets:
        referent = Referent(
            outlet.name, "outlet", side=outlet.leaning, kind=outlet.kind, fights=False, theatre=True
        )
        for name in (outlet.name, *outlet.aliases, *outlet.domains):
            yield name, referent
    for side in theatre.sides:
        yield from _side_entries(side)
    yield from _surnames(theatre)


def _rows(name: str) -> list[dict[str, str]]:
    file = resources.files("holdfast.reading.parties") / "data" / name
    return list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))


def _world_entries() -> Iterator[tuple[str, Referent]]:
    states = country_names()
    groups: dict[str, str] = {}
    for row in _rows("groups.csv"):
        aliases = [a for a in row["aliases"].split(";") if a]
        short = next((a for a in aliases if a.isupper() and a.isalpha()), None)
        shown = f"{row['name']} ({short})" if short and not row["name"].isupper() else row["name"]
        groups[row["name"]] = shown
        army = row["kind"] == "military"
        side = states.get(row["country"], row["name"]) if army else row["name"]
        for alias in (row["name"], *aliases):
            yield alias, Referent(
                row["name"], "body", side=side, side_name=shown, home=row["country"],
                kind=row["kind"],  # type: ignore[arg-type]
            )  # fmt: skip
    for row in _rows("leaders.csv"):
        # What a leader's army does, reports say he does: "Haftar has not lost Jufra".
        for alias in (row["name"], *(a for a in row["aliases"].split(";") if a)):
            yield alias, Referent(
                row["name"], "person", side=row["party"],
                side_name=groups.get(row["party"], row["party"]), fights=row["party"] in groups,
                kind=row["kind"],  # type: ignore[arg-type]
            )  # fmt: skip
    for row in _rows("peoples.csv"):
        own_roles: tuple[tuple[str, Role], ...] = (
            ("name", "people"), ("people", "people"), ("adjectives", "adjective"),
        )  # fmt: skip
        for column, role in own_roles:
            for phrase in filter(None, row[column].split(";")):
                yield (
                    phrase,
                    Referent(
                        row["name"],
                        role,
                        side=row["name"],
                        side_name=row["name"],
                    ),
                )
    for row in _rows("countries.csv"):
        own = row["names"].split(";")[0]
        columns: tuple[tuple[str, Role], ...] = (
            ("names", "side"), ("people", "people"), ("adjectives", "adjective"),
            ("metonyms", "metonym"),
        )  # fmt: skip
        for column, role in columns:
            for phrase in filter(None, row[column].split(";")):
                yield (
                    phrase,
                    Referent(own, role, side=own, side_name=own, country=True, home=row["code"]),
                )


def group_names() -> frozenset[str]:
    """Every name of an armed group or army of the world's list, as it is written."""
    return frozenset(
        name for row in _rows("groups.csv")
        for name in (row["name"], *row["aliases"].split(";")) if name
    )  # fmt: skip


def country_codes() -> dict[str, str]:
    """Folded names, adjectives and names of the people of every country, with its ISO code."""
    return {
        fold(phrase): row["code"]
        for row in _rows("countries.csv")
        for column in ("names", "adjectives", "people")
        for phrase in filter(None, row[column].split(";"))
    }


def country_names() -> dict[str, str]:
    """The name of every country by its ISO code."""
    return {row["code"]: row["names"].split(";")[0] for row in _rows("countries.csv")}


@cache
def armies() -> dict[str, str]:
    """What the forces of each country are called in full, by the country's name: "Congolese
    forces, FARDC".
    """
    short: dict[str, str] = {}
    for row in _rows("groups.csv"):
        if row["kind"] == "military" and row["country"]:
            names = [row["name"], *row["aliases"].split(";")]
            letters = next((n for n in names if n.isupper() and n.isalpha()), row["name"])
            short.setdefault(row["country"], letters)
    return {
        row["names"].split(";")[0]: ", ".join(
            filter(None, (f"{row['adjectives'].split(';')[0]} forces", short.get(row["code"])))
        )
        for row in _rows("countries.csv") if row["adjectives"]
    }  # fmt: skip


@lru_cache(maxsize=32)
def _names_of(theatre_id: str, theatre: Theatre | None) -> Names:
    entries = [*(_theatre_entries(theatre) if theatre else ()), *_world_entries()]
    return Names(entries)


def names_of(theatre: Theatre | None) -> Names:
    """The dictionary for a theatre, or for a text that none fits."""
    return _names_of(theatre.id if theatre else "", theatre)


#: "Rapid Support Forces (RSF)": a short form introduced in brackets.
SHORT_FORM = re.compile(r"[A-Z][A-Za-z0-9-]{1,9}")
