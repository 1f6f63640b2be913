"""Who carries whose text: shared passages and independent origins."""
