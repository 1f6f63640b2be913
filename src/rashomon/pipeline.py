"""The one path, from articles to their comparison, top to bottom."""
