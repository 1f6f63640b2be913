"""Text in, spans out. This floor knows no journalism."""
