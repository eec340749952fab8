"""Executes the notebooks of this folder as Jupyter does, and looks at what they answer.

usage: python run.py [NAME...] [--save FOLDER]

Fails if a cell fails, if a notebook is kept with outputs, or if an answer would load something from the network. The
notebooks that read outside data are also executed without them. `--save` writes the executed notebooks into a folder.
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient

HERE = Path(__file__).resolve().parent
READS_OUTSIDE_DATA = {
    "3-kpi-review",
    "5-did-the-tool-help",
    "6-which-channel",
    "7-what-did-the-launch-change",
}
LOADS = re.compile(
    r"""(?:src|href)\s*=\s*["']\s*(?:https?:)?//|\bimport\s*\(?\s*["']https?:|url\(\s*["']?https?:"""
)


def main() -> int:
    """Runs all of it; 1 if something is wrong."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("names", nargs="*", help="names without ending; by default all")
    parser.add_argument("--save", type=Path, help="folder for the executed notebooks")
    wanted = parser.parse_args()
    paths = [HERE / f"{name}.ipynb" for name in wanted.names] or sorted(HERE.glob("*.ipynb"))
    faults = [fault for path in paths for fault in tell(path, wanted.save)]
    for fault in faults:
        print(f"FAILED  {fault}")
    broken = len({fault.split(":")[0] for fault in faults})
    word = "FAILED" if faults else "ok"
    print(f"test result: {word}. {len(paths) - broken} passed; {broken} failed; 0 ignored")
    return 1 if faults else 0


def tell(path: Path, save: Path | None) -> list[str]:
    """Executes a notebook, says in a line what came out, and gives what is wrong."""
    faults = kept_clean(path)
    faults += execute(path, save)
    if path.stem in READS_OUTSIDE_DATA:
        faults += execute(path, None, without_outside_data=True)
    return [f"{path.name}: {fault}" for fault in faults]


def kept_clean(path: Path) -> list[str]:
    """What a notebook in git should not have: outputs, counts, marks of the machine it was run on."""
    notebook = nbformat.read(path, as_version=4)
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    faults = []
    if any(cell.outputs or cell.execution_count for cell in cells):
        faults.append("has outputs: clear them before it is kept")
    if any(cell.metadata for cell in notebook.cells) or set(notebook.metadata) - {
        "kernelspec",
        "language_info",
    }:
        faults.append("has metadata of an editor or a machine")
    return faults


def execute(path: Path, save: Path | None, without_outside_data: bool = False) -> list[str]:
    """Executes a notebook and looks at its answers."""
    notebook = nbformat.read(path, as_version=4)
    variables = os.environ | ({"PACELINE_SHARED": "/nowhere"} if without_outside_data else {})
    began = time.perf_counter()
    client = NotebookClient(
        notebook,
        timeout=120,
        kernel_name="python3",
        allow_errors=True,
        resources={"metadata": {"path": str(HERE)}},
    )
    client.execute(env=variables)
    took = time.perf_counter() - began
    if save:
        save.mkdir(parents=True, exist_ok=True)
        nbformat.write(notebook, save / path.name)
    outputs = [output for cell in notebook.cells if cell.cell_type == "code" for output in cell.outputs]
    pictures = sum("image/svg+xml" in output.get("data", {}) or "<svg" in html(output) for output in outputs)
    cells = sum(cell.cell_type == "code" for cell in notebook.cells)
    how = " (without outside data)" if without_outside_data else ""
    print(f"ok      {path.stem + how:46} {cells:3} cells, {pictures:2} pictures, {took:5.1f} s")
    faults = [f"{output.ename}: {output.evalue}" for output in outputs if output.output_type == "error"]
    if any(LOADS.search(html(output)) for output in outputs):
        faults.append("an answer would load something from the network")
    if pictures == 0 and "widget" not in path.read_text():
        faults.append("shows no picture")
    return faults


def html(output: nbformat.NotebookNode) -> str:
    """The text of an answer that a page would show as markup."""
    data = output.get("data", {})
    return "".join(data.get(kind, "") for kind in ("text/html", "image/svg+xml"))


if __name__ == "__main__":
    sys.exit(main())
