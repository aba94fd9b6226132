"""The guide on the screen: found in one's own words, read, and left again."""

from __future__ import annotations

from pathlib import Path

import pytest

from relief_tui.coach.guide import Entry
from relief_tui.coach.redflags import CALLS
from relief_tui.coach.step import Phase
from relief_tui.content.guide import load_guide
from relief_tui.screens.digits import FRENCH_DIGITS
from relief_tui.screens.guide import GuideScreen
from relief_tui.screens.guide_places import Place
from relief_tui.widgets.guidefield import GuideField
from relief_tui.wishes import ReliefOptions
from tests.screens.situations import bring
from tests.screens.test_hostile import NASTY
from tests.support.pilot import Face, app_at

GUIDE = load_guide()
QUESTIONS = {
    "how long should i hold the stretch": "hold-and-check",
    "can i push my toes into the bench": "push-toes-into-bench",
    "is ice good for a cramp": "cold-pack",
    "heating pad": "warmth-after",
    "do bananas help": "bananas",
    "magnesium tablets": "magnesium-supplements",
    "how much water a day": "eight-glasses",
    "should i drink before i am thirsty": "drink-before-thirst",
    "what do i eat before leg day": "meal-before-training",
    "is coffee bad": "coffee",
    "point my toes or not": "do-not-point",
    "where does the pad go": "pad-height",
    "how fast should i lower the weight": "slow-lowering",
    "foam roller": "foam-rolling",
    "do nordics use the calf": "nordic-curl",
    "romanian dedlift insted": "romanian-deadlift",
    "how much lighter should i go": "lower-load-today",
    "cramp in bed at nite": "cramp-in-bed",
    "is it a tear or a cramp": "is-it-a-tear",
    "what are the two articles": "what-was-read",
    "old people cramp more": "older-adults",
    "pickel juice": "pickle-juice",
    "whos alex": "alex-story",
    "only cramps in leg curls why": "why-only-curls",
    "stabing pain in my calf halfway thru hamstring curls": "sudden-cramp",
    "does pointing ur toes make it cramp": "pointed-toes",
    "can being tired make my calf cramp": "fatigue",
    "my ankels are stiff does that matter": "stiff-ankles",
    "mid set cramp how to stop it fast": "fastest-way",
    "press my foot agianst the bench": "push-toes-into-bench",
    "can i carry on with less wieght": "lower-load-today",
    "light slow set after a cramp": "active-recovery-set",
    "how long shuold i warm up": "dynamic-warm-up",
    "half reps if my ankle is stiff": "shorter-range",
    "sports drink for hard training": "electrolyte-drink",
    "sweet potatos and cramps": "bananas",
    "how fast can i add wieght each week": "five-to-ten-per-cent",
    "does lack of sleep cause cramps": "sleep",
    "what happend to alex": "alex-story",
    "streching how many times a week": "regular-stretching",
    "shoes with arch suport": "supportive-shoes",
    "is it bad arteries in my leg": "help-leg-circulation",
    "what colour should my pee be": "urine-colour",
    "does beer dry me out": "alcohol",
    "cucumber and watermelon": "watery-foods",
    "which minerals am i missing": "mineral-deficiency",
}
"""As one might type them, and the entry that answers."""


def place(face: Face) -> Place:
    """Where one is."""
    screen = face.app.screen
    assert isinstance(screen, GuideScreen)
    assert screen.place is not None
    return screen.place


def place_of(face: Face) -> Entry | None:
    """The entry that is read."""
    return place(face).entry if place(face).reading else None


async def ask(face: Face, text: str) -> None:
    """Type into the field, as a person does."""
    await face.press("/")
    field = face.app.screen.query_one(GuideField)
    field.value = text[:-1]
    field.cursor_position = len(field.value)
    await face.press(text[-1])
    await face.settle()


@pytest.mark.parametrize("part", range(4))
async def test_what_one_asks_is_at_most_three_keys_away(part: int) -> None:
    async with app_at() as face:
        await face.press("g")
        wrong = []
        for asked, meant in list(QUESTIONS.items())[part::4]:
            await ask(face, asked)
            found = [getattr(aim, "id", "") for aim in place(face).aims[:3]]
            if meant not in found:
                wrong.append((asked, found))
                await face.press("g")
                continue
            await face.press(*["down"] * found.index(meant), "enter")
            assert place_of(face) == GUIDE.entry(meant)
            await face.press("g")
        assert not wrong


async def test_every_card_is_there_and_says_get_help() -> None:
    async with app_at() as face:
        await face.press("g")
        for card in GUIDE.cards.values():
            await ask(face, card.id)
            await face.press("enter")
            entry = place_of(face)
            assert entry is not None
            assert entry.card == card.id
            assert "GET HELP · Think of:" in face.words
            assert CALLS[card.tier].split()[0].casefold() in face.part("GuidePane").casefold()
            await face.press("g")


async def test_first_page_topic_entry_sources_and_back() -> None:
    async with app_at() as face:
        await face.press("g")
        assert "A clinician has not yet signed this off." in face.words
        assert "What it is not No medical device" in face.words
        await face.press("down", "enter", "down", "down", "down")
        assert "First, get the weight down" in face.part("GuidePane")
        await face.press("enter", "s")
        assert "None: a rule of thumb" in face.words
        await face.press("escape", "2")
        assert place_of(face) == GUIDE.entry("weight-down-seated")
        await face.press("escape", "escape")
        assert place_of(face) is None
        await face.press("escape", "escape")
        assert face.shown == "HomeScreen"


async def test_what_is_false_is_quoted_with_its_label() -> None:
    async with app_at() as face:
        await face.press("g")
        await ask(face, "eight glasses")
        assert "“Everybody needs at" in face.part("GuidePane")
        assert "↺ corrected" in face.part("GuidePane")


@pytest.mark.parametrize("text", ["", *NASTY.values(), "'; --", "x" * 10_000])
async def test_whatever_is_typed_is_text(text: str) -> None:
    async with app_at() as face:
        await face.press("g", "/")
        face.app.screen.query_one(GuideField).value = text
        await face.settle()
        await face.press("a", "backspace", "escape")
        assert face.shown == "GuideScreen"
        await face.press("g", "enter")
        assert place_of(face) is None


async def test_in_the_field_digits_are_typed_and_only_f2_and_the_flags_stay_keys() -> None:
    async with app_at() as face:
        await face.press("g", *"/c1q")
        field = face.app.screen.query_one(GuideField)
        assert field.value == "c1q"
        await face.press("exclamation_mark")
        assert face.shown == "PickerScreen"
        await face.press("0")
        assert face.shown == "GuideScreen"
        await face.press("f2")
        assert "STOP THE SET" in face.text
        await face.press("x", "space")
        assert field.value == "c1q"
        await face.press("escape")
        assert not field.has_focus
        await face.press("escape")
        assert field.value == ""


async def test_a_search_that_finds_nothing_says_so() -> None:
    async with app_at() as face:
        await face.press("g", "/")
        await face.press(*"zzzzqq")
        assert "Nothing found." in face.words
        assert "Programming and recovery" in face.part("GuidePane")
        await face.press("enter")
        assert face.app.screen.query_one(GuideField).has_focus


@pytest.mark.parametrize(("wide", "high"), [(60, 20), (40, 12)])
async def test_nothing_found_is_said_where_the_list_stands_alone(wide: int, high: int) -> None:
    async with app_at(wide, high) as face:
        await face.press("g", "/", *"zzzzqq")
        assert "Nothing found." in face.part("GuideList")


@pytest.mark.parametrize(
    ("wide", "high", "part"),
    [(100, 30, "GuidePane"), (80, 24, "GuidePane"), (60, 20, "GuideList"), (40, 12, "GuideList")],
)
async def test_of_an_unknown_word_what_is_spelt_like_it_is_named(
    wide: int, high: int, part: str
) -> None:
    async with app_at(wide, high) as face:
        await face.press("g", "/", *"zoga")
        assert "Near it: yoga, omega" in face.part(part)
        await face.press("q")
        assert "Near it: yoga" in face.part(part)
        await face.press(*"qqqq")
        assert "Near it" not in face.part(part)


async def test_where_nothing_is_found_the_topics_are_named_below() -> None:
    async with app_at(60, 20) as face:
        await face.press("g", "/", *"zoga")
        said = " ".join(face.part("GuideList").split())
        assert " · ".join(topic.name for topic in GUIDE.topics) in said


@pytest.mark.parametrize(("wide", "high"), [(100, 30), (60, 20), (40, 12)])
async def test_the_field_says_what_is_listed(wide: int, high: int) -> None:
    async with app_at(wide, high) as face:
        await face.press("g", "/", *"banana", "enter")
        await face.press("1", "/")
        assert face.app.screen.query_one(GuideField).has_focus
        assert place(face).aims == GUIDE.search("banana")


@pytest.mark.parametrize(("wide", "high"), [(100, 30), (60, 20), (40, 12)])
async def test_an_emptied_field_lists_the_place_before_the_search(wide: int, high: int) -> None:
    async with app_at(wide, high) as face:
        await face.press("g")
        start = place(face).aims
        await face.press("/", *"banana", "enter", "/", *["backspace"] * 6)
        assert face.app.screen.query_one(GuideField).value == ""
        assert place(face).aims == start


@pytest.mark.parametrize(("wide", "high"), [(60, 20), (40, 12), (30, 10)])
async def test_the_way_out_is_always_seen(wide: int, high: int) -> None:
    async with app_at(wide, high) as face:
        await face.press("g")
        assert "esc back" in face.words
        await face.press("/", *"toes")
        assert "esc leave" in face.words
        await face.press("enter")
        assert "esc back" in face.words
        await face.press("s")
        assert "esc back" in face.words


@pytest.mark.parametrize(("wide", "high"), [(60, 20), (40, 12)])
async def test_the_field_is_seen_where_one_types(wide: int, high: int) -> None:
    async with app_at(wide, high) as face:
        await face.press("g", "/", *"banana", "enter", "/")
        assert "/ banana" in face.words
        assert "▶" in face.part("GuideList")
        await face.press("escape", "escape")
        assert face.shown == "GuideScreen"
        assert not place(face).searching


async def test_one_pane_at_a_time() -> None:
    async with app_at(60, 20) as face:
        await face.press("g")
        assert "What it is not" not in face.words
        await face.press("enter")
        assert "What it is not" in face.words
        assert "Why it happens" not in face.words
        await face.press("left")
        assert "Why it happens" in face.words
        await face.resize(80, 24)
        assert "What it is not" in face.words


async def test_a_long_page_can_be_read_to_its_end() -> None:
    async with app_at(40, 12) as face:
        await face.press("g", "enter")
        assert "about the articles:" not in face.words
        await face.press("end")
        assert "¶ about the articles:" in face.words
        await face.press("pageup", "pagedown")
        assert "¶ about the articles:" in face.words


async def test_with_the_mouse() -> None:
    async with app_at() as face:
        await face.press("g")
        await face.click("Right now")
        await face.click("Bring the toes to the shin")
        assert place_of(face) == GUIDE.entry("toes-to-shin")
        await face.press("end")
        await face.click("Knee straight or bent?")
        await face.settle()
        assert place_of(face) == GUIDE.entry("straight-knee-first")
        await face.click("search")
        await face.press(*"rdl")
        assert "Romanian deadlift" in face.part("GuideList")


async def test_exercises_are_ranked_for_the_day() -> None:
    async with app_at(120, 40) as face:
        await face.press("g", *["down"] * 8)
        assert "a normal day" in face.part("GuidePane")
        assert "Not today" not in face.words
        await face.press("g", "escape", "c")
        await face.until(Phase.CHECK)
        await face.press("1", "x", "g", *["down"] * 8)
        assert "after a cramp" in face.part("GuidePane")
        assert "Not today" in face.words
        await face.press("enter", "down", "down", "down", "enter")
        entry = place_of(face)
        assert entry == GUIDE.entry("hip-thrust")
        assert "number 2 after a cramp" in face.words


async def test_every_number_is_a_key_of_a_french_keyboard_too() -> None:
    async with app_at() as face:
        for number, french in enumerate(FRENCH_DIGITS[:7], start=1):
            found = []
            for key in (str(number), french):
                await face.press("g", *["down"] * easier_at(), "enter", "enter")
                assert "1-7 go there" in face.words
                await face.press(key)
                found.append(place_of(face))
                await face.press("g")
            assert found[0] is not None
            assert found[0] == found[1], french


def easier_at() -> int:
    """Where the topic with the ranking stands in the list."""
    return 1 + next(n for n, topic in enumerate(GUIDE.topics) if "Easier" in topic.name)


async def test_not_while_a_timer_runs_but_after_it() -> None:
    async with app_at(now=ReliefOptions()) as face:
        await face.press("g")
        assert face.shown == "RunScreen"
        await face.press("x", "g")
        assert face.shown == "GuideScreen"
        await face.press("escape")
        assert face.shown == "RunScreen"


@pytest.mark.parametrize(
    ("situation", "id"),
    [
        ("ease out", "weight-down-first"),
        ("position", "straight-knee-first"),
        ("hold", "hold-and-check"),
        ("release", "is-it-a-tear"),
        ("rest", "five-minute-force"),
        ("rest with pain", "severity-bands"),
        ("plan", "lower-load-today"),
        ("swap", "easier-ways"),
        ("work", "active-recovery-set"),
        ("roll left", "foam-rolling"),
        ("over", "next-session"),
    ],
)
async def test_why_does_the_coach_say_this(situation: str, id: str) -> None:
    async with app_at(now=ReliefOptions()) as face:
        await bring(face, situation)
        before = face.view
        await face.press("i")
        assert place_of(face) == GUIDE.entry(id)
        assert face.view.paused is before.can_wait
        await face.press("escape")
        assert face.shown == "RunScreen"
        assert face.view.step == before.step


async def test_a_broken_guide_is_told_and_the_rest_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("relief_tui.content.guide.assets_folder", lambda: tmp_path)
    async with app_at() as face:
        await face.press("g")
        assert "not in" in face.words
        await face.press("down", "enter", "s", "1", "down", "escape", "escape")
        assert face.shown == "HomeScreen"


async def test_the_marked_line_is_seen_wherever_a_number_leads() -> None:
    async with app_at() as face:
        await face.press("g")
        await ask(face, "how long does it last")
        await face.press("enter")
        for _ in range(3):
            await face.press("1")
            assert f"▶ {place(face).entry.label.shape}" in face.text  # type: ignore[union-attr]


async def test_no_drink_is_advised_to_whom_fluid_is_restricted() -> None:
    async with app_at(100, 40) as face:
        face.app.services.choose("fluid_restriction", "yes")
        await face.press("g")
        await ask(face, "sip of water")
        await face.press("enter")
        assert "You told Relief to keep to a fluid limit" in face.words
        assert "thirsty? Sip" not in face.words
        assert face.words.index("For you") < face.words.index("What is known")


@pytest.mark.parametrize("limited", [False, True])
async def test_keys_and_palette_speak_of_drinks_only_where_they_may(limited: bool) -> None:
    async with app_at(120, 60) as face:
        if limited:
            face.app.services.choose("fluid_restriction", "yes")
        offered = [offer.title for offer in face.app.get_system_commands(face.app.screen)]
        assert ("Drank" in offered) is not limited
        await face.press("?")
        assert face.shown == "HelpScreen"
        assert ("Note a drink" in face.words) is not limited
