"""Faults of content: one plain line that names the file, the place in it and the mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.content.loading import said_of

OTHER = """other = [
  "Drop the effort. Hips down, foot down.",
  "Sit, leg straight in front of you.",
]
"""

# fmt: off
CASES = [  # the file, what stands there, what is written instead, what is said of it
    ("relief/words.toml", "STOP THE SET. Breathe out slowly.", "x" * 73,
     "words.toml: $.start[0] is 73 characters; at most 60"),
    ("relief/words.toml", '"Ease in for 5."', f'"{"x" * 61}"',
     "words.toml: $.ease_in is 61 characters; at most 60"),
    ("relief/words.toml", '"Ease in for 5."', '""',
     "words.toml: $.ease_in is empty; write something"),
    ("relief/words.toml", '"Ease in for 5."', '"Ease in.\\nThen hold."',
     "words.toml: $.ease_in is 'Ease in.\\nThen hold.'; "
     "write one line of plain text, with no space before or after it"),
    ("relief/words.toml", '"Ease in for 5."', '["Ease in for 5."]',
     "words.toml: $.ease_in is a list; write a text"),
    ("relief/words.toml",
     'ready = ["Weight down first. Then the toes."]',
     'ready = ["1", "2", "3", "4"]',
     "words.toml: $.ready has 4 entries; at most 3"),
    ("relief/words.toml", 'let_go = "Let go slowly."\n', "",
     "words.toml: $.let_go is missing; add it"),
    ("relief/words.toml", "start = [", '"nice\\nlines" = []\nstart = [',
     "words.toml: $ has an unknown key 'nice\\nlines'; remove it or mend its spelling"),
    ("relief/ladder.toml", "seconds = 15", "seconds = 9",
     "ladder.toml: $.rungs[0].seconds is 9; at least 10"),
    ("relief/ladder.toml", "seconds = 20", "seconds = 31.5",
     "ladder.toml: $.rungs[1].seconds is 31.5; at most 30"),
    ("relief/ladder.toml", "seconds = 15", 'seconds = "15"',
     "ladder.toml: $.rungs[0].seconds is a text; write a number"),
    ("relief/ladder.toml", "seconds = 15", f"seconds = 0x{'f' * 5000}",
     "ladder.toml: $.rungs[0].seconds is a huge number; write a smaller one"),
    ("relief/ladder.toml", 'position = "P3"', 'position = "P9"',
     "ladder.toml: $.rungs[2].position is P9; positions.toml has P1, P2, P3, P4, P5, P6"),
    ("relief/ladder.toml", '[worse]\nposition = "P4"', '[worse]\nposition = "leg"',
     "ladder.toml: $.worse.position is 'leg'; write the id of a position, such as P1"),
    ("relief/ladder.toml", 'id = "R2"', 'id = "R1"',
     "ladder.toml: $.rungs[1].id is R1 again; give it its own"),
    ("relief/limits.toml", "longest_hold_s = 30", "longest_hold_s = 15",
     "ladder.toml: $.rungs[1].seconds is 20; at most longest_hold_s of limits.toml, 15"),
    ("relief/limits.toml", "start_s = 3", "start_s = 0",
     "limits.toml: $.lengths.start_s is 0; above 0"),
    ("relief/limits.toml", "rest_s = 180", "rest_s = nan",
     "limits.toml: $.lengths.rest_s is nan; above 0"),
    ("relief/limits.toml", "clock_s = 300", "clock_s = 601",
     "limits.toml: $.limits.clock_s is 601; at most 600"),
    ("relief/limits.toml", "severe_pain = 7", "severe_pain = 7.5",
     "limits.toml: $.limits.severe_pain is a number; write a whole number"),
    ("relief/machines.toml", "other = [", "others = [",
     "machines.toml: $ has an unknown key 'others'; remove it or mend its spelling"),
    ("relief/machines.toml", OTHER, "",
     "machines.toml: $.other is missing; add it"),
    ("relief/positions.toml", 'id = "P2"', 'id = "P1"',
     "positions.toml: $.positions[1].id is P1 again; give it its own"),
    ("relief/positions.toml", "after_easing = true", "after_easing = 1",
     "positions.toml: $.positions[5].after_easing is a whole number; write true or false"),
    ("safety/cards.toml", 'id = "RF02"', 'id = "RF01"',
     "cards.toml: $.cards[1].id is RF01 again; give it its own"),
    ("safety/cards.toml", 'id = "RF05"', 'id = "RF55"',
     "cards.toml: $.cards lacks RF05, which forbids a stretch; add it"),
    ("safety/cards.toml", "tier = 4", "tier = 5",
     "cards.toml: $.cards[24].tier is 5; at most 4"),
    ("safety/cards.toml", '"S79", "K7"', '"S79", "me"',
     "cards.toml: $.cards[0].sources[1] is 'me'; write the id of a source, such as S74"),
    ("safety/picker.toml", 'multi = ["RF12"]', 'multi = ["RF99"]',
     "picker.toml: $.multi[0] is RF99, no card of cards.toml; name another"),
    ("safety/picker.toml", 'cards = ["RF06", "RF13"]', 'cards = ["RF06", "RF99"]',
     "picker.toml: $.picker[4].cards[1] is RF99, no card of cards.toml; name another"),
    ("safety/picker.toml",
     'words = "Something else"\ncards = "all"',
     'words = "Something else"\ncards = "some"',
     "picker.toml: $.picker[6].cards is 'some', no word known there; mend its spelling"),
    ("safety/picker.toml", '["RF05", "RF02"]', '["RF02", "RF05"]',
     "picker.toml: $.screen[1][1] is RF05, more urgent than RF02; put it before"),
    ("safety/picker.toml", "  [],\n", "",
     "picker.toml: $.screen has 3 entries for 4 lines in words.toml; give each line one"),
    ("safety/picker.toml",
     'yes = ["RF09", "RF10", "RF07", "RF08", "RF13"]',
     'yes = ["RF09", "RF10"]',
     "picker.toml: $.picker[1].reorder.yes has other cards than its line; change only the order"),
    ("safety/picker.toml", 'no = ["RF07", "RF08",', 'no = ["RF08", "RF07",',
     "picker.toml: $.picker[1].reorder.no[0] is RF08, not of the highest tier; "
     "put one that is first"),
    ("relief/aftercare.toml", "cut = 20", "cut = 120",
     "aftercare.toml: $.bands.mild.cut is 120; at most 100"),
    ("relief/aftercare.toml", "[bands.repeat]", "[bands.again]",
     "aftercare.toml: $.bands has an unknown key 'again'; remove it or mend its spelling"),
    ("relief/aftercare.toml", 'id = "thrust"', 'id = "hinge"',
     "aftercare.toml: $.swap.ways[1].id is hinge again; give it its own"),
    ("relief/aftercare.toml", "{n} min left", "n min left",
     "aftercare.toml: $.watch_left is '60-minute watch: n min left.'; "
     "write one line of plain text with {n} where the figure stands"),
    ("relief/aftercare.toml", '"little work for the calf"', f'"{"x" * 50}"',
     "aftercare.toml: $.swap.ways[1] name and why are 71 characters; at most 60"),
    ("relief/recovery.toml", '"3-0-3"', '"3-0"',
     "recovery.toml: $.tempo '3-0' is no tempo; "
     "write three numbers of seconds, such as 3-0-3"),
    ("relief/recovery.toml", "range_deg = 60", "range_deg = 61",
     "recovery.toml: $.range_deg is 61; at most 60"),
    ("relief/recovery.toml", "rest_s = 75", "rest_s = 30",
     "recovery.toml: $.rest_s is 30; at least 60"),
    ("safety/never.toml", 'name = "all-clear"', 'name = "All Clear"',
     "never.toml: $.never[0].name is 'All Clear'; "
     "write small letters joined by hyphens, such as push-through"),
]
# fmt: on


@pytest.mark.parametrize(("file", "old", "new", "said"), CASES, ids=[case[3] for case in CASES])
def test_a_fault_is_told_with_its_place_and_its_mend(
    assets: Path, file: str, old: str, new: str, said: str
) -> None:
    path = assets / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    assert said_of(assets) == said
