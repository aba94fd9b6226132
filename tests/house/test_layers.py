"""Layers: who may import whom stands in ``pyproject.toml`` and, to be read, in the README."""

from __future__ import annotations

import tomllib

from tests.house import readme
from tests.house.ground import ROOT, run, script


def test_every_import_contract_is_kept() -> None:
    ended = run(script("lint-imports"), "--no-logo")
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_the_readme_shows_the_layers_that_are_held() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = project["tool"]["importlinter"]["contracts"][0]
    shown = [readme.codes(row[0]) for row in readme.table("The layers")]
    assert shown == [layer.split(" | ") for layer in contract["layers"]]
