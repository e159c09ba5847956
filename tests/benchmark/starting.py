"""How soon `crossreview ask` answers, beside an interpreter that does nothing."""

import compileall
import os
import subprocess
import sys
from pathlib import Path

from tests.benchmark.clock import heading, line, seconds

ROOT = Path(__file__).resolve().parents[2]
_ASK = "import sys; from dashboard.cli import main; sys.argv[0] = 'crossreview'; main()"


def measure(builds: Path) -> None:
    """Print how long a whole `ask` takes with compiled bytecode: its help, and an answer."""
    for package in ("dashboard", "queries", "pipeline"):
        compileall.compile_dir(ROOT / package, quiet=1)
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}

    def run(*arguments: str) -> None:
        subprocess.run(
            [sys.executable, *arguments], check=True, capture_output=True, env=environment, cwd=ROOT
        )

    heading("Starting", "python alone")
    nothing = seconds(lambda: run("-c", "pass"))
    for what, arguments in {
        "crossreview ask --help": ("ask", "--help"),
        "crossreview ask sources": ("ask", "sources", "--build", str(builds)),
    }.items():
        ours = seconds(lambda arguments=arguments: run("-c", _ASK, *arguments))
        line(what, f"{ours:.2f} s", f"{nothing:.2f} s", f"{ours / nothing:.1f}", "under 1 s")
