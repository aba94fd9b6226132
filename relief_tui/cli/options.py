"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

_F = TypeVar("_F", bound=Callable[..., Any])


def plain_option(command: _F) -> _F:
    """``--plain``: lines of text; before the command (``relief --plain now``) it counts too."""
    return click.option(
        "--plain", is_flag=True, callback=_inherited, help="Lines of text in place of screens."
    )(command)


def json_option(command: _F) -> _F:
    """``--json``, as the argument ``as_json``: one JSON document on stdout and nothing else."""
    return click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")(command)


def _inherited(context: click.Context, _option: click.Parameter, plain: bool) -> bool:
    return plain or bool(context.parent and context.parent.params.get("plain"))
