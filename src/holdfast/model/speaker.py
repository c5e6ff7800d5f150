"""Who says a thing."""

from __future__ import annotations

from typing import Literal

import msgspec

SpeakerKind = Literal[
    "military", "government", "occupation_administration", "local_official", "resident", "medical",
    "outlet", "agency", "monitor", "analyst", "milblogger", "armed_group", "official", "unnamed",
]  # fmt: skip


class Speaker(msgspec.Struct, frozen=True):
    """One link of the chain through which a claim reached the page.

    `written` is the text's own words, `name` the person or body where it is known and otherwise
    the words again, `side` whose interest the speaker serves (None for nobody's).
    """

    written: str
    name: str
    side: str | None = None
    kind: SpeakerKind = "unnamed"
