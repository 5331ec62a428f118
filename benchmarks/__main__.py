"""python -m benchmarks [quick]: every figure, one line each; ``quick`` leaves the hundred thousand out."""

import json
import subprocess
import sys
from itertools import pairwise

STEPS = (
    ("reader", "ssd"), ("reader", "annex_a"), ("reader", "ssda903"), ("reader", "cin"),
    ("one_child", "-"), ("sweep", "1000"), ("sweep", "10000"), ("monday", "10000"), ("sweep", "100000"),
)  # fmt: skip
LARGE = "100000"


def measured(step: str, size: str) -> dict[str, float]:
    """One step's figures, from a process of its own."""
    ran = subprocess.run([sys.executable, "-m", "benchmarks.steps", step, size], capture_output=True, text=True)
    if ran.returncode:
        raise SystemExit(f"{step} {size} did not run:\n{ran.stderr[-2000:]}")
    return dict(json.loads(ran.stdout.splitlines()[-1]))


def main() -> None:
    """Run and print."""
    sweeps: dict[int, float] = {}
    for step, size in STEPS:
        if size == LARGE and "quick" in sys.argv[1:]:
            continue
        figures = measured(step, size)
        print(f"{step} {size}: " + ", ".join(f"{name} {value:,.4g}" for name, value in figures.items()), flush=True)
        if step == "sweep":
            sweeps[int(size)] = figures["sweep_s"]
    sizes = sorted(sweeps)
    for smaller, larger in pairwise(sizes):
        growth = sweeps[larger] / sweeps[smaller]
        print(f"growth: {smaller:,} to {larger:,} children took {growth:.1f} times as long")


if __name__ == "__main__":
    main()
