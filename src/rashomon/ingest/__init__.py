"""Bytes, files and addresses to articles."""
