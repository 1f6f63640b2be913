"""The command line: options in, one call to the library, one file or stream out."""

import gc
import os

# Before numpy is imported: on one story its threads cost more time and memory to start than they save.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# What a comparison makes lives until it is printed: to look through it for garbage every 700 objects costs a fifth of
# the time and finds none.
gc.set_threshold(200_000, 50, 50)
