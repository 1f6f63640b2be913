"""Takes the picture of the demonstration's page that the README shows. Needs Chromium."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
PICTURE = ROOT / "docs" / "page.png"
SIZE = "1280,1500"  # CSS pixels: the headline, the counts and the first differences


def main() -> int:
    """Writes docs/page.png; the exit status is 1 where there is no Chromium."""
    browser = shutil.which(os.environ.get("RASHOMON_CHROMIUM", "chromium")) or shutil.which("google-chrome")
    if not browser:
        print("no Chromium; install it or set RASHOMON_CHROMIUM", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "demo.html"
        subprocess.run([sys.executable, "-m", "rashomon", "demo", "-o", page], check=True)
        options = [f"--window-size={SIZE}", "--hide-scrollbars", "--disable-gpu", f"--user-data-dir={folder}/profile"]
        sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium refuses its sandbox to root
        picture = f"--screenshot={PICTURE}"
        subprocess.run(
            [browser, "--headless", *sandbox, *options, picture, page.as_uri()], check=True, capture_output=True
        )
    print(f"written: {PICTURE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
