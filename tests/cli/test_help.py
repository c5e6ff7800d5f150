"""Help: every verb explains itself with an example; what is typed wrongly is named."""

from __future__ import annotations

import pytest

from holdfast import __version__

from .conftest import Holdfast

VERBS = (
    "claims", "init", "add", "build", "ask", "disputes", "report", "fuse", "demo", "doctor",
)  # fmt: skip


def test_the_command_alone_lists_its_verbs_and_a_first_step(holdfast: Holdfast) -> None:
    said = holdfast("--help")
    assert said.status == 0
    for verb in VERBS:
        assert verb in said.out
    assert "holdfast demo" in said.out_line


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_every_verb_has_help_with_an_example_of_itself(
    holdfast: Holdfast, verb: str, flag: str
) -> None:
    said = holdfast(verb, flag)
    assert said.status == 0
    assert "Usage: holdfast " + verb in said.out_line
    examples = said.out_line.partition("Example")[2]
    assert f"holdfast {verb}" in examples


@pytest.mark.parametrize("verb", ["add", "build", "ask", "disputes", "report"])
def test_verbs_on_a_workspace_say_how_to_name_it(holdfast: Holdfast, verb: str) -> None:
    said = holdfast(verb, "--help")
    assert "--workspace" in said.out
    assert "-w" in said.out


def test_the_version_is_printed_alone(holdfast: Holdfast) -> None:
    said = holdfast("--version")
    assert (said.status, said.out.strip()) == (0, __version__)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("conquer",), "conquer"),
        (("claims",), "PATHS"),
        (("ask",), "PLACE"),
        (("report",), "--output"),
        (("claims", "x.txt", "--format", "xml"), "xml"),
        (("build", "--colour"), "--colour"),
    ],
)
def test_what_is_typed_wrongly_is_named_with_status_two(
    holdfast: Holdfast, words: tuple[str, ...], named: str
) -> None:
    said = holdfast(*words)
    assert said.status == 2
    assert named in said.err
    assert said.out == ""
