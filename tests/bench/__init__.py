"""How fast and how lean Relief is, beside its peers in the same run: `python -m tests.bench`.

It measures and does not judge: no test depends on it. Linux only, for the sake of /proc.
"""
