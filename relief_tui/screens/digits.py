"""The digits as a French keyboard has them, without shift."""

FRENCH_DIGITS = (
    "ampersand", "é", "quotation_mark", "apostrophe", "left_parenthesis", "minus", "è",
    "underscore", "ç",
)  # fmt: skip
"""The names of the keys of `1` to `9`."""
NUMBERS = tuple(f"{n},{french}" for n, french in enumerate(FRENCH_DIGITS, start=1))
"""The keys of each number from 1, as bindings want them."""
