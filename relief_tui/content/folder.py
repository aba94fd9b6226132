"""Where the assets lie: inside the installed package, or beside it in a checkout."""

from __future__ import annotations

from pathlib import Path


def assets_folder() -> Path:
    """The folder that holds ``relief/`` and ``safety/``.

    A wheel carries the assets inside the package; in an editable install they stay where they are
    written, beside it. The folder is named, not checked: reading a file from it tells.
    """
    package = Path(__file__).resolve().parent.parent
    inside = package / "assets"
    return inside if inside.is_dir() else package.parent / "assets"
