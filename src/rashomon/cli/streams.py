"""Standard output and error: UTF-8 whatever the locale, one line a message, quiet when the reader has gone."""

import io
import os
import sys
from contextlib import suppress

from rashomon.errors import BadOption


def speak_utf8() -> None:
    """Both streams take any text from here on; a lone surrogate is written as its escape.

    Standard output without a buffer gets one: by itself it does not notice that a full disk took only a part.
    """
    if isinstance(sys.stdout, io.TextIOWrapper) and isinstance(raw := sys.stdout.buffer, io.RawIOBase):
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(raw), line_buffering=True)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def tell(message: str) -> None:
    """One line on standard error, whatever the message holds."""
    line = "".join(sign if sign.isprintable() else " " for sign in message)
    with suppress(OSError, AttributeError):  # nobody reads it, or it is closed: there is nowhere left to complain
        sys.stderr.write(f"rashomon: {' '.join(line.split())}\n")
        sys.stderr.flush()


def print_out(text: str) -> bool:
    """The text on standard output. Where its reader has stopped reading (`| head`), so do we, without a word: False."""
    if sys.stdout is None:
        raise BadOption("standard output is closed; give a file with -o")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard_the_rest()
        return False
    except OSError as error:
        _discard_the_rest()
        raise BadOption(f"cannot write to standard output: {cause_of(error)}; give a file with -o") from None
    return True


def cause_of(error: OSError) -> str:
    """The system's own words for it, in lower case."""
    return (error.strerror or str(error)).lower()


def _discard_the_rest() -> None:
    """What is still buffered would complain once more when Python closes the stream."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
