"""A comparison to text: terminal, Markdown, JSON, page."""
