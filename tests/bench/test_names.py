"""`python -m bench NAME`: a name that begins no measure is an error that lists the measures."""

from __future__ import annotations

import sys

import pytest

bench = pytest.importorskip("bench.__main__")


def test_a_name_that_begins_no_measure_is_an_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["bench", "speed", "nosuch"])
    with pytest.raises(SystemExit) as ended:
        bench.main()
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert "'nosuch'" in said
    for name in bench.MEASURES:
        assert name in said
