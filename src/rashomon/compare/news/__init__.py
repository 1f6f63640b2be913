"""What is new since an earlier comparison of the same story."""
