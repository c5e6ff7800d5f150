"""False alarms: control claims read from text that is not about conflict."""

from __future__ import annotations

from bench.claims import read
from bench.data import shared
from holdfast.language import parse
from holdfast.model import CONTROL_KINDS, Document


def other_genres() -> dict[str, float]:
    """Control claims in 1,000 sentences of UD English GUM's genres other than news.

    "The colonists captured the town in 1642" in a guide book is history and no alarm; the reader
    marks it so, and only claims that move the map are counted.
    """
    folder = shared("data", "reading", "ud_english_gum_ccby")
    found = []
    for path in sorted(folder.glob("*.conllu")):
        if "_news_" in path.name:
            continue
        lines = path.read_text(encoding="utf-8").splitlines()
        said = [x.removeprefix("# text = ").strip() for x in lines if x.startswith("# text = ")]
        found.append(Document(id=path.stem, text="\n\n".join(said)))
    sentences = sum(len(s) for s in parse(found))
    claims = [c for c in read(found) if c["kind"] in CONTROL_KINDS]
    moving = [c for c in claims if c["realis"] in {"actual", "ongoing"}]
    return {
        "control_per_1000": round(1000 * len(claims) / sentences, 3),
        "moving_per_1000": round(1000 * len(moving) / sentences, 3),
    }
