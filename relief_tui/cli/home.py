"""``relief`` without a command: the app at home, or a hint of the ways in as plain lines."""

from __future__ import annotations

from relief_tui.cli.face import plain_wanted, run_app
from relief_tui.services import Services


def home(plain: bool) -> int:
    """Open the app at home; in plain text, home is a few lines and a prompt."""
    services = Services()
    try:
        if plain_wanted(services, plain):
            from relief_tui.plain import PlainFace

            return PlainFace(services).home()
        return run_app(services)
    finally:
        services.close()
