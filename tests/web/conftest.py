"""The application over a store of invented stories."""
