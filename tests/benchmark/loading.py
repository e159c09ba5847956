"""Load, with every check, beside a bare read of the same files into DuckDB."""

import json
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import psutil

from tests.benchmark.clock import heading, line

ROUNDS = 3
_LOAD = "import sys; from dashboard.cli import main; sys.argv[0] = 'crossreview'; main()"


def bare(source: Path, database: Path) -> float:
    """Read every file of a source into a DuckDB file as it is; give the seconds that it took."""
    database.unlink(missing_ok=True)
    began = time.perf_counter()
    with duckdb.connect(str(database)) as connection:
        for number, path in enumerate(sorted(source.glob("*.csv"))):
            connection.read_csv(str(path)).create(f"bare_{number}")
        connection.execute("checkpoint")
    return time.perf_counter() - began


def loaded(source: Path, builds: Path) -> tuple[float, float]:
    """Load a source in a process of its own; give the seconds and the peak of memory in MB."""
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", _LOAD, "load", str(source), "--build", str(builds)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    watched = psutil.Process(process.pid)
    peak = 0
    while process.poll() is None:
        try:
            peak = max(peak, watched.memory_info().rss)
        except psutil.Error:
            break
        time.sleep(0.02)
    out, err = process.communicate()
    if process.returncode:
        raise RuntimeError(err.decode() + out.decode())
    return time.perf_counter() - began, peak / 1e6


def measure(source: Path, folder: Path) -> Path:
    """Print how long a load takes and how much memory it needs; give the folder of the build."""
    heading("Loading", "bare read_csv")
    ours, theirs, peaks = [], [], []
    builds = folder / "build-0"
    for number in range(ROUNDS):
        builds = folder / f"build-{number}"
        theirs.append(bare(source, folder / "bare.duckdb"))
        took, peak = loaded(source, builds)
        ours.append(took)
        peaks.append(peak)
    ratios = sorted(one / other for one, other in zip(ours, theirs, strict=True))
    middle = len(ratios) // 2
    line(
        "load with every check",
        f"{sorted(ours)[middle]:.2f} s",
        f"{sorted(theirs)[middle]:.2f} s",
        f"{ratios[middle]:.2f}",
        "at most 3",
    )
    line("peak memory", f"{max(peaks):,.0f} MB", "", "", "under 2,000 MB")
    return builds


def describe(builds: Path) -> str:
    """Say what the build holds, as JSON on one line."""
    path = builds / (builds / "current").read_text(encoding="utf-8").strip()
    with duckdb.connect(str(path), read_only=True) as connection:
        counts = {
            table: connection.table(table).count("*").fetchall()[0][0]
            for table in ("review", "finding", "finding_factor", "finding_agency")
        }
    return json.dumps(counts)
