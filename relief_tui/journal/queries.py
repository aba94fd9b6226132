"""What is asked of the journal, in SQL: each finds what it names by index, however long that is."""

from __future__ import annotations

from relief_tui.journal import schema
from relief_tui.journal.diary import BESIDE

COLUMNS = "SELECT id, at, run, kind, data FROM events"

# The seed names entries. With them come what corrects them, the undoings of these and of their
# whole runs, and the undoings of those.
# CROSS JOIN holds SQLite to this order, from the few that are wanted to the many that are kept;
# `+` takes the id's affinity away, without which the index would not be looked into.
_WITH_WHAT_CAME_OF_THEM = """
WITH RECURSIVE seed (id) AS ({seed}),
runs (run) AS (SELECT DISTINCT run FROM seed CROSS JOIN events USING (id) WHERE run <> ''),
wanted (id) AS (
    SELECT id FROM seed
    UNION
    SELECT corrected.id FROM seed CROSS JOIN events AS corrected
    WHERE corrected.kind = 'corrected'
        AND json_extract(corrected.data, '$.event') = +seed.id
    UNION
    SELECT undone.id FROM runs CROSS JOIN events AS undone
    WHERE undone.kind = 'undone' AND json_extract(undone.data, '$.event') = +runs.run
    UNION
    SELECT undone.id FROM wanted CROSS JOIN events AS undone
    WHERE undone.kind = 'undone' AND json_extract(undone.data, '$.event') = +wanted.id
)
SELECT id, at, run, kind, data FROM wanted CROSS JOIN events USING (id) ORDER BY id
"""


def _whole(seed: str) -> str:
    return _WITH_WHAT_CAME_OF_THEM.format(seed=seed)


FLAGS = _whole("SELECT id FROM events WHERE kind IN ('flagged', 'flag_cleared')")
UNENDED = _whole("SELECT events.id FROM unended CROSS JOIN events ON events.run = unended.run")
LATEST = _whole(
    f"""SELECT id FROM events WHERE run IN (
        SELECT run FROM events WHERE {schema.CRAMP} ORDER BY id DESC LIMIT ?
    )"""
)
"""More than one, as the last ones may be undone: how many."""
SETS = _whole(
    """SELECT * FROM (
        SELECT id FROM events WHERE kind = 'set_done' ORDER BY id DESC LIMIT 500
    )"""
)
WARMUPS = _whole("SELECT id FROM events WHERE kind = 'warmup_ended'")
ENDINGS = _whole(f"SELECT id FROM events WHERE {schema.ENDING} AND id >= ?")
TRIED = _whole(
    f"""SELECT id FROM events WHERE {schema.NOTE}
    UNION SELECT id FROM events WHERE {schema.HELPED}
    UNION SELECT * FROM (SELECT id FROM events WHERE {schema.ENDING} ORDER BY id DESC LIMIT 8)"""
)
RUN = _whole("SELECT id FROM events WHERE run = ?")
_TELLS = f"kind NOT IN ({', '.join(map(repr, BESIDE))})"
OLDEST = f"SELECT id FROM events WHERE {_TELLS} AND id < ? ORDER BY id DESC LIMIT 1 OFFSET ?"
"""The id that so many before another one are above."""
PAGE = _whole(
    f"""SELECT id FROM events WHERE {_TELLS} AND id >= ? AND id < ?
    UNION SELECT events.id FROM (
        SELECT DISTINCT run FROM events WHERE {_TELLS} AND id >= ? AND id < ? AND run <> ''
    ) AS told CROSS JOIN events ON events.run = told.run
    WHERE {_TELLS} OR events.kind IN ('noted', 'flagged')"""
)
"""What happened from one id to another, without the steps it was made of; all of each run."""
