"""A bar that shows how far a search has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ._types import Progress


def bar() -> Bar:
    """A bar of tqdm, as it suits the terminal or the notebook.

    Raises:
        ImportError: If tqdm is not there.
    """
    try:
        from tqdm.auto import tqdm
    except ImportError as fault:
        raise ImportError(
            "a progress bar needs tqdm: install `paceline[progress]`, or give `progress` a function"
        ) from fault
    return Bar(tqdm)


class Bar:
    """Called with the progress of a search, it moves a bar."""

    def __init__(self, make: Any) -> None:
        self._make = make
        self._bar: Any = None

    def __call__(self, progress: Progress) -> None:
        if self._bar is None:
            self._bar = self._make(total=progress.budget, desc="leveling", unit=" steps", leave=False)
        self._bar.update(progress.steps - self._bar.n)
        parts = zip(progress.objective, progress.bound, strict=False)
        self._bar.set_postfix_str(", ".join(f"{value:g} (≥ {bound:g})" for value, bound in parts))

    def _paceline_close(self) -> None:
        if self._bar is not None:
            self._bar.close()
