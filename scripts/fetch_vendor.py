"""A build hook: the one script of others that the web application serves comes from npm's registry, its hash checked.

It is no part of the repository. An editable install without a way to the registry goes on without it, and says so: the
pages work without scripts.
"""

import base64
import hashlib
import io
import os
import sys
import tarfile
import urllib.request
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

VERSION = "4.0.1"
INTEGRITY = "oF7JgXhDW9UXCy/k1ZYFUQgzu/rm19ORWPSPNL91vPluB2PB9+MV55tyQdH/w7o2EAbTYUG5SDW1R60mdkdqGg=="  # sha512
FILES = {
    "package/dist/htmx.min.js": "htmx.min.js",
    "package/dist/ext/hx-sse.min.js": "hx-sse.min.js",
    "package/LICENSE": "htmx-LICENSE.txt",
}
FOLDER = Path("src/rashomon/web/static/vendor")


class FetchVendor(BuildHookInterface[Any]):
    """Hatchling calls this before it makes a wheel, an editable install or a source archive."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """The files of htmx lie in the folder that is served. Raises where they cannot be had for a release."""
        folder = Path(self.root) / FOLDER
        stamp = folder / "version.txt"
        if stamp.is_file() and stamp.read_text() == VERSION:
            return
        try:
            unpack(fetch(), folder)
            stamp.write_text(VERSION)
        except (OSError, ValueError, KeyError) as fault:
            told = f"htmx {VERSION} could not be fetched from {registry()} ({fault})"
            if version != "editable":
                raise RuntimeError(f"{told}; name a registry of npm packages in NPM_CONFIG_REGISTRY") from fault
            print(f"rashomon: {told}; the pages work without", file=sys.stderr)


def registry() -> str:
    """Where packages of npm come from."""
    return os.environ.get("NPM_CONFIG_REGISTRY", "https://registry.npmjs.org/").rstrip("/")


def fetch() -> bytes:
    """The package as npm publishes it. Raises OSError without a way there, ValueError where it is another one."""
    with urllib.request.urlopen(f"{registry()}/htmx.org/-/htmx.org-{VERSION}.tgz", timeout=30) as answer:
        package: bytes = answer.read()
    if base64.b64encode(hashlib.sha512(package).digest()).decode() != INTEGRITY:
        raise ValueError("what the registry sent is not what was published")
    return package


def unpack(package: bytes, folder: Path) -> None:
    """The files that are served lie in the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    with tarfile.open(fileobj=io.BytesIO(package)) as archive:
        for name, ours in FILES.items():
            file = archive.extractfile(name)
            if file is None:
                raise ValueError(f"{name} is no file")
            (folder / ours).write_bytes(file.read())
