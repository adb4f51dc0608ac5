"""Runs a command and prints what it took, as JSON: a program of its own, run as a file.

A process starts with the peak memory of the one that started it; so what starts the commands to be measured has to be
small, and imports next to nothing.
"""

import json
import os
import subprocess
import sys
import time


def main() -> None:
    """The command line is the command; its output is dropped, its errors are given in the JSON."""
    start = time.perf_counter()
    process = subprocess.Popen(
        sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    said = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    spent = {
        "status": os.waitstatus_to_exitcode(status),
        "said": said.decode(errors="replace"),
        "wall": time.perf_counter() - start,
        "processor": usage.ru_utime + usage.ru_stime,
        "peak": usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1e6,
    }
    json.dump(spent, sys.stdout)


if __name__ == "__main__":
    main()
