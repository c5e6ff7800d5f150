"""Which language a text is in."""

from __future__ import annotations

#: Characters looked at; more adds nothing for prose.
SAMPLE = 3000
#: A text with fewer letters than this is too short to tell.
MIN_LETTERS = 60


def identify_language(text: str, default: str = "en") -> str:
    """The ISO 639-1 code of the language that `text` is in; `default` for less than a line."""
    sample = " ".join(text[: 2 * SAMPLE].split())[:SAMPLE]
    if sum(c.isalpha() for c in sample) < MIN_LETTERS:
        return default
    # Imported here because its model takes a moment to load, which `--help` need not wait for.
    from py3langid import rank

    # Of creoles and dialects without a code of their own the standard language comes next; short
    # English with many names is else taken for Nigerian Pidgin.
    return next((str(code) for code, _ in rank(sample) if len(code) == 2), default)
