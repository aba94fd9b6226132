"""What a person said about their health: it changes wording, never a diagnosis."""

from __future__ import annotations

from dataclasses import replace

from relief_tui.coach.script import Script
from relief_tui.coach.value import dataclass

NO_MASSAGE = "No rolling: no deep calf massage while pregnant or just after birth."
"""S78, S53 (card RF19)."""


@dataclass(frozen=True, slots=True)
class Profile:
    """True where the person said so; what was not said is taken as no."""

    medicines: bool = False
    pregnancy: bool = False
    sickle_trait: bool = False
    kidney: bool = False
    salt_restriction: bool = False
    fluid_restriction: bool = False
    clot_history: bool = False

    @property
    def no_massage(self) -> bool:
        """True where the calf is not to be massaged or rolled."""
        return self.pregnancy

    def fitting(self, script: Script) -> Script:
        """The script without what is not for this person: a sip where fluid is restricted, rubbing
        the calf in pregnancy."""
        if self.fluid_restriction:
            script = replace(script, words=replace(script.words, sip=""))
        if self.no_massage:
            ladder = tuple(replace(rung, massage="") for rung in script.ladder)
            script = replace(script, ladder=ladder)
        return script
