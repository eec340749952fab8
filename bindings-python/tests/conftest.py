"""Says at the end how many tests ran, in the words of `cargo test`."""

from __future__ import annotations

from typing import Any


def pytest_terminal_summary(terminalreporter: Any) -> None:
    counts = {key: len(terminalreporter.stats.get(key, [])) for key in ("passed", "failed", "error", "skipped")}
    failed = counts["failed"] + counts["error"]
    verdict = "FAILED" if failed else "ok"
    terminalreporter.write_line(
        f"test result: {verdict}. {counts['passed']} passed; {failed} failed; {counts['skipped']} ignored"
    )
