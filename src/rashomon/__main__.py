"""`python -m rashomon`."""

import sys

from rashomon.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
