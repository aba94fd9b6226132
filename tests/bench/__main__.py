"""`python -m tests.bench [NAME…] [--quick]`: measure all, or the parts that are named."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.guiding import guide
from tests.bench.keys import keys
from tests.bench.row import Row, show
from tests.bench.running import holds, memory, processor
from tests.bench.sounding import sound
from tests.bench.starting import journal, start
from tests.bench.warming import routines, ten_minutes, warmup

PARTS: dict[str, Callable[[Path, bool], Iterator[Row]]] = {
    part.__name__: part
    for part in (
        start,
        sound,
        keys,
        guide,
        processor,
        holds,
        memory,
        journal,
        warmup,
        routines,
        ten_minutes,
    )
}
"""Each makes rows of the table, in a folder of its own."""


def main() -> None:
    """Measure and print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="few runs: to see where one stands")
    chosen = parser.parse_args()
    unknown = set(chosen.names) - set(PARTS)
    if unknown:
        parser.error(f"no part {', '.join(sorted(unknown))}; known are {', '.join(PARTS)}")
    if not sys.platform.startswith("linux"):
        parser.error("only Linux tells what is measured here")
    rows: list[Row] = []
    try:
        for name in chosen.names or PARTS:
            sys.stderr.write(f"{name} …\n")
            with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
                rows += PARTS[name](Path(folder), chosen.quick)
    finally:
        show(rows)  # what was measured before something failed is not lost


if __name__ == "__main__":
    main()
