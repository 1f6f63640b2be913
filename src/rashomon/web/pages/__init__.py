"""What readers see: one module a page, each with its router."""
