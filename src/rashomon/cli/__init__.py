"""The command line: options in, one call to the library, one file or stream out."""

import os

# Before numpy is imported: on one story its threads cost more time and memory to start than they save.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
