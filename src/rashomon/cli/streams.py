"""Standard output and error: UTF-8 whatever the locale, one line a message, quiet when the reader has gone."""

import io
import os
import sys


def speak_utf8() -> None:
    """Both streams take any text from here on; a lone surrogate is written as its escape."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def tell(message: str) -> None:
    """One line on standard error, whatever the message holds."""
    line = "".join(sign if sign.isprintable() else " " for sign in message)
    try:
        sys.stderr.write(f"rashomon: {' '.join(line.split())}\n")
        sys.stderr.flush()
    except BrokenPipeError:
        pass


def print_out(text: str) -> None:
    """The text on standard output. Where its reader has stopped reading (`| head`), so do we, without a word."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still buffered would complain again when Python closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
