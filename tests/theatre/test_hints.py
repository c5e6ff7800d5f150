"""What an error offers: the nearest key, the words allowed, the form of a value."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from holdfast.model.errors import TheatreError
from holdfast.theatre import find_theatre, parse_theatre


def refused(change: dict[str, Any]) -> TheatreError:
    side: dict[str, Any] = {"id": "A", "name": "Army", **change}
    with pytest.raises(TheatreError) as caught:
        parse_theatre({
            "id": "x", "name": "War", "first_day": date(2020, 1, 1), "countries": ["SS"],
            "sides": [side, {"id": "B", "name": "Band"}],
        })  # fmt: skip
    return caught.value


def test_a_word_that_is_not_allowed_is_answered_with_those_that_are() -> None:
    error = refused({"bodies": [{"name": "Ministry", "kind": "goverment"}]})
    assert error.key == "sides[0].bodies[0].kind"
    assert "'goverment'" in error.reason
    for word in ("government", "military", "armed_group", "unnamed"):
        assert word in error.reason


@pytest.mark.parametrize(
    ("change", "key", "hint"),
    [
        ({"color": "#aa0000"}, "sides[0].color", "did you mean 'colour'?"),
        ({"peoples": ["Armed"]}, "sides[0].peoples", "did you mean 'people'?"),
        ({"Adjectives": ["Army"]}, "sides[0].Adjectives", "did you mean 'adjectives'?"),
        ({"bodies": [{"name": "Guard", "fight": True}]}, "sides[0].bodies[0].fight", "'fights'"),
        ({"xyz": 1}, "sides[0].xyz", "use one of: id, name, names"),
    ],
)
def test_an_unknown_key_is_answered_with_the_nearest_one(
    change: dict[str, Any], key: str, hint: str
) -> None:
    error = refused(change)
    assert error.key == key
    assert "unknown key" in error.reason
    assert hint in error.reason
    assert "(in the entry 'Army')" in error.reason or "Guard" in error.reason


def test_a_value_of_the_wrong_form_is_answered_with_the_form() -> None:
    assert "such as #3366aa" in refused({"colour": "red"}).reason
    assert "two characters" in refused({"people": ["x"]}).reason
    assert "^[A-Z" not in refused({"id": "two words"}).reason


@pytest.mark.parametrize(("name", "near"), [("sudn", "'sudan'"), ("RU-UA", "'ru-ua'"), ("q", "")])
def test_an_unknown_theatre_is_answered_with_all_that_may_be_given(name: str, near: str) -> None:
    with pytest.raises(TheatreError) as caught:
        find_theatre(name)
    for word in ("auto", "none", "ru-ua", "sudan", near):
        assert word in caught.value.reason
