"""What things are. This floor imports nothing of ours but itself."""
