"""Style sheets that are parsed once in a test run, however many apps are started."""

from __future__ import annotations

from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

_parse = Stylesheet._parse_rules
_parsed: dict[tuple[object, ...], list[RuleSet]] = {}


def _parse_once(sheet: Stylesheet, *args: Any, **kwargs: Any) -> list[RuleSet]:
    key = (frozenset(sheet._variables.items()), args, frozenset(kwargs.items()))
    if key not in _parsed:
        _parsed[key] = _parse(sheet, *args, **kwargs)
    return _parsed[key]


def parse_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the rules of a sheet for the next app with the same colours.

    Rules are only read once they are parsed: one app shares them among all its widgets. Textual
    parses them anew for each app, each theme and each first visit to a screen.
    """
    monkeypatch.setattr(Stylesheet, "_parse_rules", _parse_once)
