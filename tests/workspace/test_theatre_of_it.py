"""A workspace's theatre: a file is copied into it, and a mistake in it is named by every verb."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from holdfast.model.errors import SettingsError, TheatreError, WorkspaceError
from holdfast.workspace import Questions, Workspace

WAR = """id = "brook"
name = "War at the brook"
first_day = 2021-05-01
countries = ["SD"]
[[sides]]
id = "RED"
name = "Red party"
[[sides]]
id = "BLUE"
name = "Blue party"
"""


def settings(folder: Path) -> str:
    return str(tomllib.loads((folder / "holdfast.toml").read_text())["theatre"])


@pytest.fixture
def war(tmp_path: Path) -> Path:
    path = tmp_path / "brook.toml"
    path.write_text(WAR)
    return path


def test_a_file_is_copied_and_found_from_anywhere(
    tmp_path: Path, war: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Workspace.create(Path("ws"), theatre="brook.toml").ledger.close()
    assert settings(tmp_path / "ws") == "theatre.toml"
    assert (tmp_path / "ws" / "theatre.toml").read_bytes() == war.read_bytes()
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    war.unlink()
    with Workspace(tmp_path / "ws") as opened:
        found = opened.theatre()
        assert opened.build().documents == 0
    assert found is not None
    assert found.id == "brook"


def test_a_file_that_lies_in_the_folder_is_used_where_it_is(tmp_path: Path, war: Path) -> None:
    with Workspace.create(tmp_path, theatre=str(war)) as workspace:
        assert workspace.theatre() is not None
    assert settings(tmp_path) == "brook.toml"
    assert not (tmp_path / "theatre.toml").exists()


def test_another_file_of_that_name_is_not_overwritten(tmp_path: Path, war: Path) -> None:
    (tmp_path / "ws").mkdir()
    (tmp_path / "ws" / "theatre.toml").write_text("mine")
    with pytest.raises(WorkspaceError, match=r"theatre\.toml exists already"):
        Workspace.create(tmp_path / "ws", theatre=str(war))
    assert (tmp_path / "ws" / "theatre.toml").read_text() == "mine"
    assert not (tmp_path / "ws" / "holdfast.toml").exists()


def test_a_file_with_a_mistake_makes_no_workspace(tmp_path: Path, war: Path) -> None:
    war.write_text(WAR.replace("countries", "country"))
    with pytest.raises(TheatreError) as caught:
        Workspace.create(tmp_path / "ws", theatre=str(war))
    assert caught.value.key == "country"
    assert not (tmp_path / "ws").exists()


def test_a_file_that_has_become_bad_is_named_before_anything_is_added(
    tmp_path: Path, war: Path
) -> None:
    (tmp_path / "note.txt").write_text("Red party fighters entered the village on Monday.")
    with Workspace.create(tmp_path / "ws", theatre=str(war)) as workspace:
        (tmp_path / "ws" / "theatre.toml").write_text(WAR.replace("first_day", "firstday"))
        with pytest.raises(TheatreError) as caught:
            workspace.add([tmp_path / "note.txt"])
        assert caught.value.key == "firstday"
        assert caught.value.path.endswith("ws/theatre.toml")
        assert workspace.ledger.documents() == []


@pytest.mark.parametrize(("name", "said"), [("gone.toml", "no such file"), ("sudn", "'sudan'")])
def test_a_theatre_that_is_not_there_is_named_with_the_line_of_the_settings(
    tmp_path: Path, name: str, said: str
) -> None:
    with Workspace.create(tmp_path / "ws"):
        pass
    (tmp_path / "ws" / "holdfast.toml").write_text(f'# mine\n\ntheatre = "{name}"\n')
    with Workspace(tmp_path / "ws") as opened, pytest.raises(SettingsError) as caught:
        opened.theatre()
    assert "holdfast.toml:3: theatre" in str(caught.value)
    assert said in str(caught.value)


def test_a_misspelt_setting_is_named_with_its_line_and_the_right_one(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "ws"):
        pass
    (tmp_path / "ws" / "holdfast.toml").write_text('theatre = "auto"\n[language]\npipelin = "x"\n')
    with pytest.raises(SettingsError) as caught:
        Workspace(tmp_path / "ws")
    assert "holdfast.toml:3: language.pipelin: " in str(caught.value)
    assert "'pipeline'" in str(caught.value)


def test_a_file_in_the_place_of_the_folder_is_an_error_of_ours(tmp_path: Path) -> None:
    (tmp_path / "ws").write_text("a file")
    with pytest.raises(WorkspaceError, match="cannot be made"):
        Workspace.create(tmp_path / "ws")


def test_the_first_lines_of_the_chosen_theatre_hold_before_anything_is_read(tmp_path: Path) -> None:
    with Workspace.create(tmp_path / "ws", theatre="ru-ua") as workspace:
        evidence, theatres = workspace.evidence()
        assert [t.id for t in theatres] == ["ru-ua"]
        assert [t.id for t in workspace.evidence(known_by=date(2022, 3, 1))[1]] == ["ru-ua"]
        answer = Questions(evidence, theatres).ask("Izium", date(2022, 3, 1))
    assert answer.probabilities["UA"] > 0.9
    with Workspace.create(tmp_path / "auto") as workspace:
        assert workspace.evidence()[1] == []
