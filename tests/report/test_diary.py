"""The history to leaf through, and what is put right in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relief_tui.coach.event import (
    Advised,
    Answered,
    Corrected,
    Drank,
    Flagged,
    HoldDone,
    Outcome,
    RecoveryBegan,
    RecoveryEnded,
    ReliefBegan,
    ReliefEnded,
    SetDone,
    StepBegan,
    WarmupBegan,
    WarmupEnded,
    WarmupStep,
    WorkoutBegan,
    WorkoutEnded,
)
from relief_tui.coach.load import Load, Unit
from relief_tui.coach.step import Side
from relief_tui.journal import log as log_module
from relief_tui.journal.diary import Told
from relief_tui.journal.entry import Entry
from relief_tui.paths import HOME_VARIABLE, find_paths
from relief_tui.report.amend import Amends
from relief_tui.report.diary import ALL, DELETED, SIEVES, Diary, Line, Sieve, latest
from relief_tui.report.fields import Field, fields
from relief_tui.report.home import home_value
from relief_tui.report.sheet import as_text
from relief_tui.report.told import CALLED_OFF
from relief_tui.report.whybook import WhyBook
from relief_tui.services import Services
from tests.support.clock import FakeClock

KG45 = Load(45.0, Unit.KG)
DAY_S = 86_400.0


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def services(tmp_path: Path, clock: FakeClock) -> Iterator[Services]:
    services = Services(find_paths({HOME_VARIABLE: str(tmp_path)}), clock)
    yield services
    services.close()


def cramp(services: Services, clock: FakeClock, run: str, side: Side = Side.LEFT) -> None:
    write = services.log.write
    write(run, ReliefBegan(side, "prone", "leg curl", KG45))
    write(run, StepBegan(1, "STOP THE SET", side, None, 3.0))
    clock.advance(26.0)
    write(run, StepBegan(5, "HOLD", side, "P1", 15.0))
    clock.advance(15.0)
    write(run, HoldDone("R1", 15.0))
    write(run, Answered("check", "gone"))
    write(run, Answered("screen", 0))
    write(run, Answered("pain", 2))
    write(run, Advised(KG45, Load(35.0, Unit.KG), "mild: 20 % less than 45 kg, rounded down"))
    write(run, Answered("green", 0))
    write(run, Answered("plan", 1))
    write(run, ReliefEnded("gone", "mild", 1, 41.0, side, "prone", "leg curl", KG45))


def evening(services: Services, clock: FakeClock) -> None:
    write = services.log.write
    write("warm", WarmupBegan("standard"))
    write("warm", StepBegan(1, "WORK", None, None, 45.0))
    clock.advance(45.0)
    write("warm", WarmupStep(1, Side.LEFT, "done", "Foam roll calf"))
    write("warm", WarmupEnded("done", 1, 1, "standard", 45.0))
    cramp(services, clock, "cramp")
    write("", Drank())
    write("", Drank(250.0))
    write("light", RecoveryBegan(Load(10.0, Unit.KG), 1, 10))
    clock.advance(60.0)
    write("light", RecoveryEnded(10))


def read(services: Services) -> Diary:
    diary = Diary(services)
    while not diary.whole:
        diary.read_on()
    return diary


def told(diary: Diary, key: str) -> Told:
    found = diary.find(key)
    assert found is not None
    line = diary.lines[found]
    assert line.told is not None
    return line.told


def page(diary: Diary, key: str) -> list[str]:
    found = diary.find(key)
    assert found is not None
    return as_text(diary.sheet(diary.lines[found])).splitlines()


def field(amends: Amends, told: Told, name: str) -> Field:
    """What of it can be corrected under that name."""
    return next(each for each in amends.fields(told) if each.name == name)


def test_an_evening_is_told(services: Services, clock: FakeClock) -> None:
    evening(services, clock)
    assert list(latest(services, 3)) == [
        "Mon 2 Nov, training, 1 cramp",
        "  18:30 warm-up standard · 1 done · 1 skipped · 0:45",
        "  18:30 left calf, let go in 0:41 · leg curl · prone machine · 45 kg · mild",
        "  18:31 sip",
        "  18:31 drink, 250 ml",
        "  18:31 light set · 10 kg · 10 reps",
    ]


@pytest.mark.parametrize(("most", "days"), [(1, "4"), (3, "432"), (9, "432")])
def test_so_many_trainings_are_told_however_long_each_was(
    services: Services, clock: FakeClock, monkeypatch: pytest.MonkeyPatch, most: int, days: str
) -> None:
    monkeypatch.setattr(log_module, "PAGE", 4)
    for _ in range(3):
        for number in range(6):
            services.log.write(f"{clock.wall()}", SetDone("Leg curl", KG45, number))
        clock.advance(DAY_S)
    heads = [line for line in latest(services, most) if not line.startswith(" ")]
    assert [head.partition(" ")[2][0] for head in heads] == list(days)


def test_a_workout_is_told_with_all_of_its_sets(services: Services) -> None:
    kilos = (80.0, 70.0, 60.0, 50.0, 40.0, 30.0, 20.0, 10.0)
    sets = [SetDone("Leg curl", Load(each, Unit.KG), 12) for each in kilos]
    for event in (WorkoutBegan("Leg curl"), *sets, WorkoutEnded("done")):
        services.log.write("w", event)
    doses = ", ".join(f"{each:g} kg × 12" for each in kilos)
    *_, line = latest(services, 1)
    assert line == f"  18:30 workout, 8 sets · Leg curl: {doses}"


def test_a_cramp_has_all_of_it_on_its_page(services: Services, clock: FakeClock) -> None:
    evening(services, clock)
    services.log.write("cramp", Flagged("RF04", 2, Side.LEFT))
    services.hindsight.answer_why("cramp", services.causes.questions, [1, 0])
    assert page(read(services), "cramp") == [
        "Left calf, let go in 0:41",
        "Mon 2 Nov 2026 18:30",
        "",
        "Where: leg curl · prone machine · 45 kg",
        "How bad: mild · 1 hold",
        "Lower the weight: 45 kg → 35 kg · mild: 20 % less than 45 kg, rounded down"
        " (rule of thumb)",
        "Red flags: Calf muscle tear: open",
        "Why:",
        "  Were the toes pointed? Yes, pointed",
        "  Where in the movement? not sure",
        "From its start:",
        "   0:00  STOP THE SET LEFT",
        "   0:26  HOLD LEFT",
        "   0:41  held 15 s",
        "   0:41  gone",
        "   0:41  Any of these? none of these",
        "   0:41  Pain now? 2",
        "   0:41  Anything not right? all four are fine",
        "   0:41  What now? Go on lighter:",
        "   0:41  the end",
        "   1:41  red flag",
    ]


def test_the_pages_of_the_others(services: Services, clock: FakeClock) -> None:
    evening(services, clock)
    diary = read(services)
    assert page(diary, "warm")[3:] == [
        "  1 done · 1 skipped · 0:45",
        "From its start:",
        "   0:45  Foam roll calf · left · done",
        "   0:45  done",
    ]
    assert page(diary, "light")[3:] == [
        "  10 kg · 10 reps",
        "From its start:",
        "   1:00  done",
    ]
    assert as_text(diary.sheet(diary.lines[0])).splitlines() == [
        "Mon 2 Nov, training, 1 cramp",
        "18:30–18:32 · 1 warm-up · 1 cramp · 2 drinks · 1 light set",
        "",
        "  ▲ 18:30 warm-up standard · 1 done · 1 skipped · 0:45",
        "  ▼ 18:30 left calf, let go in 0:41 · leg curl · prone machine · 45 kg · mild",
        "  · 18:31 sip",
        "  · 18:31 drink, 250 ml",
        "  ● 18:31 light set · 10 kg · 10 reps",
    ]


def test_a_workout_has_its_sets_on_its_page(services: Services, clock: FakeClock) -> None:
    write = services.log.write
    write("work", WorkoutBegan("leg curl", KG45, 3, 10))
    for load in (KG45, KG45, None):
        clock.advance(60.0)
        write("work", SetDone("leg curl" if load else "[/]", load, 10))
    write("work", WorkoutEnded("done", 3, 30, 0, 0, 180.0))
    diary = read(services)
    assert [line.name for line in diary.lines] == ["Mon 2 Nov, training", "18:30 workout, 3 sets"]
    assert diary.lines[1].more == "leg curl: 45 kg × 10 (2 sets) · [/]: 10 reps"
    told = page(diary, "work")
    assert "  leg curl: 45 kg × 10 (2 sets)" in told
    assert "   1:00  leg curl · 45 kg · 10 reps" in told


def test_a_set_done_against_the_advice_says_so_while_it_is_heavier(services: Services) -> None:
    write = services.log.write
    write("work", WorkoutBegan("leg curl", KG45, 1, 10))
    write("work", SetDone("leg curl", KG45, 10, advised=Load(35.0, Unit.KG)))
    write("work", WorkoutEnded("done", 1, 10, 0, 0, 60.0))
    assert "   0:00  leg curl · 45 kg · 10 reps · 35 kg was advised" in page(read(services), "work")
    amends, work = Amends(services), told(read(services), "work")
    assert amends.put(work, field(amends, work, "set 1"), "10 35kg") == ""
    assert "was advised" not in " ".join(page(read(services), "work"))
    diary = read(services)
    diary.narrow(Sieve(text="35 kg"))
    assert diary.found == 1


def test_what_was_drunk_in_a_workout_stays_when_that_is_deleted(services: Services) -> None:
    write = services.log.write
    write("work", WorkoutBegan("leg curl", KG45, 1, 10))
    write("work", Drank())
    write("work", WorkoutEnded("done", 0, 0, 0, 1, 60.0))
    Amends(services).delete(told(read(services), "work"))
    assert [line.name for line in read(services).lines if line.told] == ["18:30 sip"]


def test_what_another_process_wrote_meanwhile_hides_nothing(
    services: Services, clock: FakeClock
) -> None:
    """A page that is read again may end elsewhere; what lies behind it is still there."""

    def day(name: str) -> None:
        services.log.write(name, WorkoutBegan("leg curl", KG45, 3, 10))
        for _ in range(8):
            services.log.write(name, SetDone("leg curl", KG45, 10))
        services.log.write(name, WorkoutEnded("done", 8, 80))
        clock.advance(DAY_S)

    for number in range(30):
        day(f"day {number}")
    diary = Diary(services)
    diary.read_on()
    diary.read_on()
    before = {line.key for line in diary.lines}
    newest = next(line.told for line in diary.lines if line.told)
    for number in range(3):
        day(f"later {number}")
    Amends(services).note(newest, "a note")
    diary.read_again(newest)
    while not diary.whole:
        diary.read_on()
    keys = [line.key for line in diary.lines]
    assert before <= set(keys)
    assert len(keys) == len(set(keys)) == 2 * 33


def test_the_sets_of_a_workout_are_put_right_and_all_of_it_undone(
    services: Services, clock: FakeClock
) -> None:
    write = services.log.write
    write("work", WorkoutBegan("leg curl", KG45, 3, 10))
    for reps in (10, 9, 8):
        clock.advance(60.0)
        write("work", SetDone("leg curl", KG45, reps))
    amends = Amends(services)
    assert amends.fields(told(read(services), "work")) == (), "it goes on"
    write("work", WorkoutEnded("done", 3, 27, 0, 0, 180.0))

    def now() -> Told:
        return told(read(services), "work")

    def put(name: str, text: str) -> str:
        return amends.put(now(), field(amends, now(), name), text)

    before = page(read(services), "work")
    assert [field(amends, now(), f"set {no}").value for no in (1, 2)] == [
        "45 kg × 10 · leg curl",
        "45 kg × 9",
    ]
    assert put("set 2", "Back Squat 60kg 6") == ""
    assert put("set 3", "40kg") == ""
    assert "out of range" in put("set 3", "1e9")
    assert "out of range" in put("set 3", "1e9 kg x 10")
    assert "is no load" in put("set 3", "leg curl 4O kg × 10")
    assert put("set 1", "") == ""
    assert [each.value for each in amends.fields(now())] == [
        "60 kg × 6 · Back Squat",
        "40 kg × 8 · leg curl",
    ]
    told_of = page(read(services), "work")
    assert "workout, 2 sets" in told_of[0].lower()
    assert "set 1: exercise was leg curl" in " ".join(told_of)
    for _ in range(3):
        amends.undo()
    assert page(read(services), "work") == before


@given(
    name=st.text(max_size=60),
    load=st.none() | st.integers(1, 200_000).map(lambda n: Load(n / 200, Unit.KG)),
    reps=st.integers(0, 1000),
)
def test_a_set_that_is_kept_as_it_stands_is_no_correction(
    name: str, load: Load | None, reps: int
) -> None:
    done = SetDone(name, load, reps)
    data = {
        "exercise": name,
        "load": {"value": load.value, "unit": load.unit} if load else None,
        "reps": reps,
    }
    entry = Entry("1", "2026-11-02T18:30:00.000+01:00", "", "set_done", data)
    [only] = fields(Told("1", "", "set_done", True, (entry,)), Unit.LB)
    assert only.typed is not None
    kept = only.put(" ".join(only.typed.split()))
    assert kept == Corrected("1", exercise=done.exercise, load=load, reps=reps)


@pytest.mark.parametrize(
    ("typed", "exercise", "load", "reps"),
    [
        ("8", "Leg curl", KG45, 8),
        ("Leg curl 8", "Leg curl", None, 8),
        ("Leg curls 60kg x 8", "Leg curls", Load(60, Unit.KG), 8),
        ("Leg curl machine 45 kg × 10", "Leg curl machine", KG45, 10),
        ("Leg curl 40kg", "Leg curl", Load(40, Unit.KG), 10),
    ],
)
def test_what_is_typed_over_a_set_is_what_it_was(
    typed: str, exercise: str, load: Load | None, reps: int
) -> None:
    data = {"exercise": "Leg curl", "load": {"value": 45.0, "unit": "kg"}, "reps": 10}
    entry = Entry("1", "2026-11-02T18:30:00.000+01:00", "", "set_done", data)
    [only] = fields(Told("1", "", "set_done", True, (entry,)), Unit.KG)
    assert only.put(typed) == Corrected("1", exercise=exercise, load=load, reps=reps)


def test_a_relief_that_was_called_off_is_told_and_no_cramp(services: Services) -> None:
    services.log.write("one", ReliefBegan())
    services.log.write("one", ReliefEnded("cancelled"))
    diary = read(services)
    assert [line.name for line in diary.lines] == ["Mon 2 Nov", "18:30 cancelled"]
    assert diary.next_kind == CALLED_OFF.name
    amends = Amends(services)
    amends.delete(told(diary, "one"))
    assert read(services).lines == ()


def test_a_drink_of_a_workout_is_told_as_any_other(services: Services) -> None:
    services.log.write("work", WorkoutBegan("leg curl", KG45, 3, 10))
    sip = services.log.write("work", Drank())
    services.log.write("work", WorkoutEnded("done", 1, 10, 0, 1, 60.0))
    diary = read(services)
    diary.narrow(Sieve("drinks"))
    assert [line.name for line in diary.lines] == ["Mon 2 Nov, training", "18:30 sip"]
    Amends(services).delete(told(diary, sip))
    diary = read(services)
    assert [line.key for line in diary.lines if line.told] == ["work"]
    diary.narrow(Sieve("deleted"))
    assert [line.key for line in diary.lines if line.told] == [sip]


def test_only_the_kinds_that_there_are_come_in_turn(services: Services) -> None:
    services.log.write("", Drank())
    diary = read(services)
    assert diary.next_kind == "drinks"
    diary.narrow(Sieve("drinks"))
    assert diary.next_kind == "all"


def test_what_goes_on_is_told_and_left_alone(services: Services) -> None:
    services.log.write("one", ReliefBegan())
    diary = read(services)
    assert diary.lines[1].more == "not ended"
    assert Amends(services).fields(told(diary, "one")) == ()


@given(st.sampled_from(SIEVES), st.text(alphabet="abceilrt 0145[]/", max_size=12))
def test_a_sieve_only_takes_away(kind: str, text: str) -> None:
    lines = [_line(says) for says in ("left calf 45 kg", "right calf", "warm-up [/]")]
    sieve, narrower = Sieve(kind, text), Sieve(kind, f"{text} left")
    left = sieve.left(lines)
    assert all(word in line.says for line in left for word in text.casefold().split())
    assert narrower.left(left) == narrower.left(lines)
    assert [line for line in lines if line in left] == left
    if kind in (ALL, DELETED) and not text.strip():
        assert left == lines
        assert sieve.is_open == (kind == ALL)


def _line(says: str) -> Line:
    told = Told("k", "r", "relief", ended=True, entries=())
    return Line(says, says, "", "▼", None, told, says)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sieve", "keys"),
    [
        (Sieve("cramps"), ["a", "b"]),
        (Sieve("cramps", "right"), ["b"]),
        (Sieve(text="LEFT curl 45"), ["a"]),
        (Sieve(text="nov bedtime"), ["c"]),
        (Sieve(text="toes felt"), ["a"]),
        (Sieve("warm-ups"), ["c"]),
        (Sieve("workouts"), []),
        (Sieve(DELETED), ["d"]),
    ],
)
def test_the_list_can_be_narrowed(
    services: Services, clock: FakeClock, sieve: Sieve, keys: list[str]
) -> None:
    cramp(services, clock, "a")
    cramp(services, clock, "b", Side.RIGHT)
    services.log.write("c", WarmupEnded("done", 2, 0, "bedtime"))
    cramp(services, clock, "d")
    diary = read(services)
    amends = Amends(services)
    amends.note(told(diary, "a"), " I felt it in the toes ")
    amends.delete(told(diary, "d"))
    diary = read(services)
    diary.narrow(sieve)
    assert [line.key for line in diary.lines if line.told] == keys
    assert diary.found == len(keys)


def test_a_deleted_cramp_is_gone_from_all_that_is_made_of_it(
    services: Services, clock: FakeClock
) -> None:
    before = _everything(services)
    cramp(services, clock, "one")
    with_it = _everything(services)
    diary, amends = read(services), Amends(services)
    amends.delete(told(diary, "one"))
    assert _everything(services) == before
    amends.undo()
    assert _everything(services) == with_it
    assert not amends.can_undo


def test_a_deleted_cramp_leaves_its_red_flag_open(services: Services, clock: FakeClock) -> None:
    cramp(services, clock, "one")
    services.log.write("one", Flagged("RF04", 2, Side.LEFT))
    Amends(services).delete(told(read(services), "one"))
    assert [flag.card for flag in services.log.open_flags()] == ["RF04"]
    assert services.training().closed == ("RF04",)


def test_what_was_deleted_long_ago_comes_back(services: Services, clock: FakeClock) -> None:
    cramp(services, clock, "one")
    with_it = _everything(services)
    amends = Amends(services)
    amends.delete(told(read(services), "one"))
    other = Amends(services)  # another process, that does not know yet
    other.delete(Told("one", "one", "relief", ended=True, entries=()))
    diary = read(services)
    diary.narrow(Sieve(DELETED))
    gone = told(diary, "one")
    assert len(gone.undone_by) == 2
    Amends(services).bring_back(gone)
    assert _everything(services) == with_it


def test_a_correction_reaches_home_why_and_the_training(
    services: Services, clock: FakeClock
) -> None:
    cramp(services, clock, "one")
    amends = Amends(services)

    def now() -> Told:
        return told(read(services), "one")

    for name, text in (
        ("leg", ""),
        ("machine", ""),
        ("exercise", " Seated [/] curl "),
        ("load", "52,5"),
    ):
        assert amends.put(now(), field(amends, now(), name), text) == ""
    home, why = home_value(services), WhyBook(services).value(0)
    assert "right calf" in home.last
    assert why is not None
    assert (why.known.machine, why.known.exercise) == ("seated", "Seated [/] curl")
    [last] = services.training().cramps
    assert (last.side, last.load) == (Side.RIGHT, Load(52.5, Unit.KG))
    assert last.advised is not None
    assert (last.advised.load_before, last.advised.load_after) == (last.load, Load(40, Unit.KG))
    assert "At most 40 kg" in home.watch
    assert "Corrected:" in page(read(services), "one")
    for _ in range(4):
        amends.undo()
    [last] = services.training().cramps
    assert (last.side, last.load, last.exercise) == (Side.LEFT, KG45, "leg curl")
    assert last.advised is not None
    assert last.advised.load_after == Load(35, Unit.KG)


@pytest.mark.parametrize("text", ["1e9", "[/]", "-3", "9" * 5000, "\x1b[31m"])
def test_what_is_no_load_is_refused_in_a_line(
    services: Services, clock: FakeClock, text: str
) -> None:
    cramp(services, clock, "one")
    amends = Amends(services)
    one = told(read(services), "one")
    trouble = amends.put(one, field(amends, one, "load"), text)
    assert trouble
    assert len(trouble) <= 400
    assert trouble.isprintable()
    assert not amends.can_undo


@pytest.mark.parametrize("late", ["interrupted", "unanswered"])
def test_of_two_endings_the_one_that_counts_is_put_right(
    services: Services, clock: FakeClock, late: Outcome
) -> None:
    """Another process may have written one for a run that went on."""
    cramp(services, clock, "one")
    services.log.write("one", ReliefEnded(late, None, 1, None, Side.LEFT))
    amends = Amends(services)
    now = told(read(services), "one")
    assert amends.put(now, field(amends, now, "leg"), "") == ""
    [last] = services.training().cramps
    assert last.side is Side.RIGHT


def test_nothing_typed_is_not_known_and_the_same_is_no_correction(
    services: Services, clock: FakeClock
) -> None:
    cramp(services, clock, "one")
    amends = Amends(services)
    one = told(read(services), "one")
    assert amends.put(one, field(amends, one, "load"), "45 kg") == ""
    amends.note(one, "   ")
    assert not amends.can_undo
    assert amends.put(one, field(amends, one, "load"), " ") == ""
    one = told(read(services), "one")
    assert field(amends, one, "load").value == "not known"
    assert "200" in amends.put(one, field(amends, one, "exercise"), "x" * 5000)


def test_a_kind_of_a_later_version_is_told_plainly(services: Services, clock: FakeClock) -> None:
    from relief_tui.journal.store import Journal

    services.log.flush()
    later = {"minutes": 3, "where": "[/]\x1b[31m", "deep": {"er": ["x"] * 500}}
    with Journal.open(services.paths.journal, clock.wall) as journal:
        at = "2026-11-02T18:30:00.000+01:00"
        journal.put(Entry("1", at, "", "massaged", later))
        journal.put(Entry("2", at, "r", "sauna_began", {}))
    diary = read(services)
    names = {line.name for line in diary.lines if line.told}
    assert names == {"18:30 massaged", "18:30 sauna"}
    lines = page(diary, "1")
    assert "of a later version of Relief" in " ".join(lines)
    assert all(line.isprintable() for line in lines)
    assert "minutes 3" in " ".join(lines)


def _everything(services: Services) -> object:
    """What home, the training, the pattern and why make of the journal."""
    value = home_value(services)
    why = WhyBook(services).value(0)
    shown = (value.last, value.last_how, value.watch, value.next_time, value.pattern)
    training = services.training()
    return shown, training.cramps, training.allowed, services.log.pattern(), why


def test_a_workout_without_a_set_is_told_as_cancelled_and_is_no_training(
    services: Services,
) -> None:
    services.log.write("one", WorkoutBegan("Leg curl"))
    services.log.write("one", WorkoutEnded("stopped"))
    diary = read(services)
    assert [line.name for line in diary.lines] == ["Mon 2 Nov", "18:30 cancelled"]
    assert diary.lines[1].more == "a workout, before a set"


def test_only_what_was_a_cramp_of_its_own_is_counted(services: Services, clock: FakeClock) -> None:
    """One cut off before a hold, and one begun again after its first, are none."""
    for run, ended in (
        ("one", ReliefEnded("interrupted")),
        ("two", ReliefEnded("interrupted", holds=1)),
        ("three", ReliefEnded("gone", "mild", 1, 40.0)),
        ("four", ReliefEnded("interrupted", holds=1)),
    ):
        services.log.write(run, ReliefBegan())
        services.log.write(run, ended)
        clock.advance(660.0 if run == "three" else 300.0)
    diary = read(services)
    assert diary.lines[0].name == "Mon 2 Nov, training, 2 cramps"
    assert [line.more for line in diary.lines[1:3]] == [
        "before a hold: no cramp",
        "begun again: the same cramp",
    ]
