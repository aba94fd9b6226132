"""``relief check`` with a person: what they hear and see is asked, and what is learned is kept."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from relief_tui.plain.trial import NO_FLASH, NO_VOICE, NOT_SEEN, NOTHING_HEARD, TONES_OFF, Trial
from relief_tui.services import Services
from tests.cues.stage import Machine

TONE, BELL, LIGHT, VOICE, OFFER = "A tone, by", "The terminal's bell", "flashed", "voice", "Shall"


class Person:
    """Answers by what a question speaks of; leaves at a question there is no answer for."""

    def __init__(self, services: Services, **answers: bool) -> None:
        self.asked: list[str] = []
        self.said: list[str] = []
        self.rung = self.flashes = 0
        self._answers = answers
        Trial(
            services, ask=self._answer, say=self.said.append, ring=self._ring, flash=self._flash
        ).run()

    def _answer(self, question: str) -> bool | None:
        self.asked.append(question)
        return next((yes for words, yes in self._answers.items() if words in question), None)

    def _ring(self) -> None:
        self.rung += 1

    def _flash(self) -> None:
        self.flashes += 1


@pytest.fixture
def services() -> Iterator[Services]:
    services = Services()
    yield services
    services.close()


def on(machine: Machine, services: Services) -> Services:
    """These services with the sound of that machine."""
    machine.wishes = lambda: (services.settings.volume, services.settings.voice)
    services.__dict__["cues"] = machine.cues
    return services


def test_all_is_heard_and_seen_and_the_voice_is_offered(services: Services) -> None:
    on(Machine({"paplay", "espeak-ng"}), services)
    person = Person(services, tone=True, flashed=True, voice=True, Shall=True)
    assert person.asked == [
        "A tone, by paplay. Did you hear it?",
        "The screen flashed. Did you see it?",
        "The voice, by espeak-ng. Did you hear it?",
        "It is off. Shall it speak from now on?",
    ]
    assert person.said == ["Kept in the settings: voice = true"]
    assert person.flashes == 1
    assert services.settings.voice
    assert services.settings.player == "auto"


def test_a_player_nobody_hears_is_passed_over_for_good(services: Services) -> None:
    on(Machine({"pw-play", "aplay"}), services)
    person = Person(services, **{"pw-play": False, "aplay": True})
    assert person.asked[:2] == [
        "A tone, by pw-play. Did you hear it?",
        "A tone, by aplay. Did you hear it?",
    ]
    assert services.settings.player == "aplay"
    assert Machine({"pw-play", "aplay"}, player="aplay").cues.report().tones.name == "aplay"


def test_the_bell_where_no_tone_is_heard(services: Services) -> None:
    on(Machine({"aplay"}), services)
    person = Person(services, tone=False, bell=True)
    assert person.rung == 1
    assert services.settings.player == "bell"
    assert Machine({"aplay"}, player="bell").cues.report().bell == "set so"


def test_where_nothing_is_heard_or_seen_nothing_changes(services: Services) -> None:
    on(Machine({"aplay"}), services)
    person = Person(services, tone=False, bell=False, flashed=False, Leave=False)
    assert person.said == [NOTHING_HEARD, NOT_SEEN, NO_VOICE]
    assert services.loaded.given == frozenset()


@pytest.mark.parametrize("setting", [("flash", "false"), ("motion", "reduced")])
def test_who_wants_no_flash_is_not_tried_with_one(
    setting: tuple[str, str], services: Services
) -> None:
    services.choose(*setting)
    on(Machine({"aplay"}), services)
    person = Person(services, tone=True)
    assert person.flashes == 0
    assert person.said == [NO_FLASH, NO_VOICE]


def test_a_flash_nobody_sees_is_left_out_if_they_say_so(services: Services) -> None:
    on(Machine({"aplay"}), services)
    person = Person(services, tone=True, flashed=False, Leave=True)
    assert person.said == [NOT_SEEN, "Kept in the settings: flash = false", NO_VOICE]
    assert not services.settings.flash


@pytest.mark.parametrize("on_before", ["true", "false"])
def test_a_speech_program_nobody_hears_is_passed_over_for_good(
    on_before: str, services: Services
) -> None:
    services.choose("voice", on_before)
    on(Machine({"espeak-ng", "espeak"}), services)
    answers = {"espeak-ng": False, "espeak": True, "Shall": True, "bell": True}
    Person(services, flashed=True, **answers)
    assert services.settings.voice
    assert services.settings.speech == "espeak"
    assert services.cues.report().voice.name == "espeak"


def test_tones_that_are_not_heard_take_no_voice_away(services: Services) -> None:
    on(Machine({"aplay", "espeak-ng"}), services)
    Person(services, tone=False, bell=True, flashed=True, voice=True, Shall=True)
    assert (services.settings.player, services.settings.voice) == ("bell", True)
    machine = Machine({"aplay", "espeak-ng"}, player="bell", voice=True)
    machine.play("go")
    assert (machine.ran, machine.bells) == (["espeak-ng"], 1)


def test_a_voice_nobody_hears_is_silent_from_now_on(services: Services) -> None:
    services.choose("voice", "true")
    on(Machine({"aplay", "espeak-ng", "espeak"}), services)
    person = Person(services, tone=True, flashed=True, voice=False)
    assert [each for each in person.asked if "voice" in each] == [
        "The voice, by espeak-ng. Did you hear it?",
        "The voice, by espeak. Did you hear it?",
    ]
    assert not services.settings.voice


def test_tones_that_are_off_stay_silent(services: Services) -> None:
    services.choose("volume", "off")
    machine = Machine({"aplay"})
    on(machine, services)
    person = Person(services, flashed=True)
    assert person.said == [TONES_OFF, NO_VOICE]
    assert machine.ran == []


def test_who_goes_away_is_asked_nothing_more(services: Services) -> None:
    on(Machine({"aplay", "espeak-ng"}), services)
    person = Person(services)
    assert len(person.asked) == 1
    assert services.loaded.given == frozenset()
