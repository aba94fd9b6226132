"""The ladder: a plan that listens. What the person answers decides the next rung.

Every rule and limit is from the evidence notes; the lines and figures come with the script.
"""

from relief_tui.coach.relief.plan import Relief

__all__ = ["Relief"]
