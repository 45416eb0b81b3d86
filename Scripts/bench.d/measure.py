# SPDX-License-Identifier: Apache-2.0
"""Runs a command and prints on standard error: its exit code, its seconds, its seconds of
processor time and its peak resident memory in KiB.

A separate file, run with -I -S, because Linux counts the memory of the launching process towards the peak of the process it
launches. A small launcher makes the number accurate."""

import os
import sys
import time

started = time.perf_counter()
process = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ)
_, status, usage = os.wait4(process, 0)
seconds = time.perf_counter() - started
sys.stderr.write(f"{os.waitstatus_to_exitcode(status)} {seconds} {usage.ru_utime + usage.ru_stime} {usage.ru_maxrss}\n")
