"""The way in: the first cue from argv and environment alone, then the commands."""

import os
import sys


def main() -> int:
    """Run ``relief``; returns the exit status."""
    from relief_tui.firstcue import FIRST_CUE

    try:
        if _wants_first_cue(sys.argv):
            FIRST_CUE.show()
        from relief_tui.cli import main as command

        return command(sys.argv[1:])
    except KeyboardInterrupt:
        return 130
    finally:
        FIRST_CUE.leave()


def _wants_first_cue(argv: list[str]) -> bool:
    """True for a relief at once, on a terminal that can show it."""
    return (
        argv[1:2] == ["now"]
        and not {"--plain", "--help", "-h"}.intersection(argv)
        and "RELIEF_PLAIN" not in os.environ
        and os.environ.get("TERM", "dumb") != "dumb"
        and os.isatty(0)
        and os.isatty(1)
    )


if __name__ == "__main__":
    sys.exit(main())
