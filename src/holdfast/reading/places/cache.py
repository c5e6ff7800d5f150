"""Where the compiled gazetteer lies: the user's cache, or `HOLDFAST_CACHE`."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs


def cache_folder() -> Path:
    """The folder for what can be made again at any time. Not created here."""
    named = os.environ.get("HOLDFAST_CACHE")
    return Path(named) if named else Path(platformdirs.user_cache_dir("holdfast", False))
