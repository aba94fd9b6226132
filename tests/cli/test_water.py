"""``relief water``: amounts as people write them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from relief_tui.cli import main


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELIEF_HOME", str(tmp_path))


@pytest.mark.parametrize(
    ("said", "ml"), [("250", 250.0), ("250ml", 250.0), ("0,5 ml", 0.5), (None, None)]
)
def test_a_drink_is_noted(
    said: str | None, ml: float | None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["water", *([said] if said else [])]) == 0
    capsys.readouterr()
    main(["history", "--json"])
    (drank,) = json.loads(capsys.readouterr().out)
    assert (drank["kind"], drank["ml"]) == ("drank", ml)


@pytest.mark.parametrize("said", ["0", "-5", "5001", "8oz", "abc", "nan", "inf", ""])
def test_what_is_no_amount_is_refused_with_the_mend(
    said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["water", "--", said]) == 2
    assert "write millilitres up to 5000, such as 250" in capsys.readouterr().err


def test_no_sip_is_spoken_of_where_fluid_is_restricted(capsys: pytest.CaptureFixture[str]) -> None:
    main(["water"])
    assert capsys.readouterr().out == "Sip noted.\n"
    main(["settings", "set", "fluid_restriction", "yes"])
    capsys.readouterr()
    main(["water"])
    assert capsys.readouterr().out == "Noted.\n"
