"""Where a text plays: its theatre, the countries it is about, the state whose army is "the army"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from holdfast.language import Sentence
from holdfast.model import Document
from holdfast.reading.parties.lexicon import party_words
from holdfast.reading.parties.names import Named, country_codes, country_names
from holdfast.reading.places.gazetteer import Gazetteer
from holdfast.reading.places.keys import fold
from holdfast.theatre import Theatre, choose_theatre

#: A text with this many towns of a country (a name of n countries counting 1/n) is about it.
MIN_TOWNS = 1.5
#: So many words of war make a text one of war.
MIN_ARMS = 2
#: Countries beyond this many are named in passing.
COUNTRIES = 4
#: Names shorter than this are too often something else.
SHORTEST = 4
#: What a mention of a group that fights in a country says for it, against one of its own name.
GROUP_COUNTS = 2


def towns_of(sentences: Sequence[Sentence], gazetteer: Gazetteer) -> dict[str, float]:
    """How many different names of a text are towns of each country (ISO code); a name that n
    countries have counts 1/n in each.
    """
    countries = country_codes()
    words = {
        t.text for s in sentences for t in s
        if t.upos == "PROPN" and t.text[:1].isupper() and len(t.text) >= SHORTEST
    }  # fmt: skip
    counts: Counter[str] = Counter()
    for word in sorted(words):
        if fold(word) in countries:
            continue
        there = {settlement.country for settlement in gazetteer.lookup(word)}
        for code in there:
            counts[code] += 1.0 / len(there)  # type: ignore[assignment]
    return dict(counts)


def theatre_of(
    document: Document, theatres: Sequence[Theatre], towns: Mapping[str, float]
) -> Theatre | None:
    """The one of `theatres` that a document is about; None where none fits."""
    told = document.published.start if document.published is not None else None
    text = f"{document.title or ''}\n{document.text}"
    return choose_theatre(text, theatres, towns=towns, day=told)


def is_of_war(
    sentences: Sequence[Sentence], named: Sequence[Sequence[Named]], theatre: Theatre | None
) -> bool:
    """Whether a text tells of armed conflict at all: by its theatre, the groups or the arms it
    names.
    """
    if theatre is not None:
        return True
    words = party_words()
    told = sum(t.low in words.arms for s in sentences for t in s)
    told += any(t.low in words.soldiers for s in sentences for t in s)
    if any(t.low in words.arms - words.figurative for s in sentences for t in s):
        told += any(t.lemma in words.deeds for s in sentences for t in s if t.upos == "VERB")
    told += any(
        n.referent.role == "adjective" and n.last + 1 < len(s) and s[n.last + 1].low in words.forces
        for s, names in zip(sentences, named, strict=True) for n in names
    )  # fmt: skip
    groups = any(n.referent.kind in {"armed_group", "military"} for names in named for n in names)
    return told >= MIN_ARMS or groups


class Setting(msgspec.Struct, frozen=True):
    """The countries of a text (ISO codes, the theatre's first) and the name of the one whose "the
    army", "the regime" is; None where none is named.
    """

    countries: tuple[str, ...]
    state: str | None


def setting_of(
    sentences: Sequence[Sentence],
    named: Sequence[Sequence[Named]],
    towns: Mapping[str, float],
    theatre: Theatre | None,
) -> Setting:
    """Where a text plays, by the countries it names, those its groups fight in, and its towns."""
    codes = country_codes()
    told: Counter[str] = Counter()
    for sentence in sentences:
        for token in sentence:
            if token.text[:1].isupper() and token.upos in {"PROPN", "ADJ"}:
                code = codes.get(fold(token.text))
                if code is not None:
                    told[code] += 1
    at_war: Counter[str] = Counter()
    for names in named:
        for name in names:
            if name.referent.role == "body" and name.referent.home:
                at_war[name.referent.home] += GROUP_COUNTS
    if theatre is None:
        for code, count in towns.items():
            if count >= MIN_TOWNS:
                at_war[code] += round(2 * count)
    counts = told + at_war
    ranked = sorted(counts, key=lambda code: (-counts[code], code))[:COUNTRIES]
    own = theatre.countries if theatre else ()
    countries = tuple(dict.fromkeys([*own, *ranked]))
    fought = sorted(at_war, key=lambda code: (-at_war[code] - told[code], code))
    main = next(iter(fought), ranked[0] if ranked else None)
    return Setting(countries, country_names().get(main) if main else None)
