"""The version, printed in `made_by`."""

VERSION = "0.1.0"
