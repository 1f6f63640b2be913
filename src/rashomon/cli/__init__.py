"""The command line: options in, one call to the library, one file or stream out."""
