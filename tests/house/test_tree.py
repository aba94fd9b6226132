"""The tree: what lies where, how large it may grow, and what is never written."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

from tests.house.ground import PACKAGE, ROOT, TESTS, TOP, kept_files, modules

LOCKS = ("*.lock", "*-lock.*", "*.lock.*", "requirements*.txt", "constraints*.txt")
LONGEST_FILE, LONGEST_FUNCTION = 300, 50

_INDEX = re.compile(
    r"https?://[\w.-]*(?:pypi|pythonhosted|devpi|artifactory|nexus)"
    r"|index[-_]url|find[-_]links|trusted[-_]host"
)
_MACHINE = re.compile(
    rf"(?<![\w.])(?:{re.escape(str(ROOT))}|/root|/home/\w+|/Users/\w+)/|[A-Z]:\\+Users\\+\w"
)


def _at(path: Path, line: int) -> str:
    return f"{path.relative_to(ROOT).as_posix()}:{line}"


def _nodes(path: Path) -> Iterator[ast.AST]:
    return ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def _matches(path: Path, patterns: Iterable[str]) -> bool:
    return any(fnmatch(path.name, pattern.strip("/")) for pattern in patterns)


def test_the_top_level_holds_what_it_should() -> None:
    ignored = (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    shown = [entry for entry in ROOT.iterdir() if not entry.name.startswith(".")]
    assert {entry.name for entry in shown if not _matches(entry, ignored)} == set(TOP)


def test_there_is_no_lock_file() -> None:
    assert not [path for path in (*ROOT.iterdir(), *kept_files()) if _matches(path, LOCKS)]


def test_no_index_and_no_machine_is_named() -> None:
    assert not [
        f"{_at(path, number)} {line.strip()}"
        for path in kept_files()
        for number, line in enumerate(_words(path).splitlines(), start=1)
        if _INDEX.search(line) or _MACHINE.search(line)
    ]


def _words(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace")


def test_files_stay_short() -> None:
    sizes = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in modules(PACKAGE)}
    assert not [_at(path, lines) for path, lines in sizes.items() if lines > LONGEST_FILE]


def test_functions_stay_short() -> None:
    assert not [
        f"{_at(path, node.lineno)} {node.name}: {lines} lines"
        for path in modules(PACKAGE)
        for node in _nodes(path)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (lines := (node.end_lineno or 0) - node.lineno + 1) > LONGEST_FUNCTION
    ]


def test_no_error_is_swallowed_unnamed() -> None:
    assert not [
        _at(path, node.lineno)
        for path in (*modules(PACKAGE), *modules(TESTS))
        for node in _nodes(path)
        if (isinstance(node, ast.ExceptHandler) and _is_deaf(node))
        or (isinstance(node, ast.Call) and _suppresses_all(node))
    ]


def _is_deaf(handler: ast.ExceptHandler) -> bool:
    """True for a bare ``except:``, and for one that takes any error and does nothing."""
    if handler.type is None:
        return True
    return _is_any(handler.type) and all(isinstance(line, ast.Pass) for line in handler.body)


def _suppresses_all(call: ast.Call) -> bool:
    return ast.unparse(call.func).endswith("suppress") and any(map(_is_any, call.args))


def _is_any(error: ast.expr) -> bool:
    return ast.unparse(error) in ("Exception", "BaseException")


def test_no_test_sleeps() -> None:
    assert not [
        _at(path, node.lineno)
        for path in modules(TESTS)
        for node in _nodes(path)
        if (isinstance(node, ast.Attribute) and ast.unparse(node) == "time.sleep")
        or (isinstance(node, ast.ImportFrom) and node.module == "time" and _imports_sleep(node))
    ]


def _imports_sleep(node: ast.ImportFrom) -> bool:
    return any(alias.name == "sleep" for alias in node.names)


def test_no_test_is_skipped_without_a_reason() -> None:
    assert not [where for path in modules(TESTS) for where in _skipped_unsaid(path)]


def _skipped_unsaid(path: Path) -> Iterator[str]:
    """Where ``path`` skips by ``pytest.skip`` or by a mark and does not say why."""
    nodes = list(_nodes(path))
    said = {
        id(node.func)
        for node in nodes
        if isinstance(node, ast.Call) and (_reason(node) or _is_outright(node.func))
    }
    for node in nodes:
        skips = isinstance(node, ast.Attribute) and node.attr in ("skip", "skipif", "xfail")
        if isinstance(node, ast.Attribute) and skips and id(node) not in said:
            yield _at(path, node.lineno)


def _reason(call: ast.Call) -> bool:
    return any(keyword.arg == "reason" for keyword in call.keywords)


def _is_outright(skip: ast.expr) -> bool:
    """``pytest.skip(...)`` cannot be called without its reason."""
    return ast.unparse(skip) in ("pytest.skip", "pytest.xfail")
