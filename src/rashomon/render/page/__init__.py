"""What the page shows, computed from a comparison: context for the templates, which only print."""
