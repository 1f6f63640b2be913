"""What is sent: rendered once, packed, kept by what it was made of, and known again by its tag."""
