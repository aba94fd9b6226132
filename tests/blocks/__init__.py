"""Block letters and digits: sizes, shapes and colours."""
