"""Where settings, own routines and the journal live. Nothing is created here."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from relief_tui.coach.value import dataclass

HOME_VARIABLE = "RELIEF_HOME"


@dataclass(frozen=True, slots=True)
class Paths:
    """The places on disk, absolute; none of them need exist.

    ``folder`` holds what the program itself writes (journal, backups); ``settings`` and
    ``routines`` are files of the person's own.
    """

    folder: Path
    settings: Path
    routines: Path
    journal: Path

    @property
    def journal_is_there(self) -> bool:
        """False where it cannot be told, too."""
        with suppress(OSError):
            return self.journal.is_file()
        return False


def find_paths(environ: Mapping[str, str] = os.environ) -> Paths:
    """The places that ``RELIEF_HOME`` names, or the platform's usual folders for ``relief``.

    The usual folders follow the process's own environment (``XDG_CONFIG_HOME`` and its like).
    """
    # `set RELIEF_HOME=D:\relief & relief` in a Windows shell leaves a blank at the end.
    home = environ.get(HOME_VARIABLE, "").strip()
    if home:
        config = data = _expand(home)
    else:
        import platformdirs

        config = platformdirs.user_config_path("relief", appauthor=False)
        data = platformdirs.user_data_path("relief", appauthor=False)
    return Paths(
        folder=data,
        settings=config / "settings.toml",
        routines=config / "routines",
        journal=data / "journal.db",
    )


def _expand(text: str) -> Path:
    folder = Path(text)
    with suppress(RuntimeError):  # "~nobody" without such an account is an ordinary name
        folder = folder.expanduser()
    return folder.absolute()
