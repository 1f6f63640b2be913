"""How well Rashomon does, on labelled data: one command a benchmark, all of them by `python -m benchmarks`."""
