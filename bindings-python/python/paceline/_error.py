"""The exception of the package."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._types import Issue


class PacelineError(ValueError):
    """A document, its options or a call is wrong: every fault at once.

    >>> import paceline as pl
    >>> try:
    ...     pl.Plan.read({"format": "paceline/1", "program": {"name": "Fair", "start": "soon"}, "taks": []})
    ... except pl.PacelineError as fault:
    ...     [(issue.code, issue.at) for issue in fault.issues]
    [('invalid-value', 'program/start'), ('unknown-field', 'taks')]
    """

    issues: list[Issue]
    """What is wrong, errors first. Warnings may stand beside them."""

    def __init__(self, issues: Iterable[Issue]) -> None:
        self.issues = list(issues)
        super().__init__(self.issues)

    def __str__(self) -> str:
        return "\n".join(_line(issue) for issue in self.issues)


def _line(issue: Issue) -> str:
    line = f"{issue.severity}[{issue.code}] at {issue.at}: {issue.message}"
    return line if issue.help is None else f"{line} ({issue.help})"
