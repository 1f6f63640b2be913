"""A comparison to text: terminal, Markdown, JSON, CSV, page. Nothing here reads anything but a `Comparison`."""

from rashomon.render.show import Format, render

__all__ = ["Format", "render"]
