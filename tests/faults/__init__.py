"""Kills, broken files, full disks and poor terminals: the coach still coaches, and says so."""
