"""What readers decided about words of the reports, heeded where names and claims are joined."""
