"""The journal: events go in, and everything shown is worked out from them.

``log`` is what the rest of the program holds, ``summary`` what it asks; below them ``store`` is
the table, ``schema`` its shape, ``entry`` one row, ``files`` the files and ``trouble`` the words
for what can go wrong.
"""
