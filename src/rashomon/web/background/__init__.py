"""What is done while readers read: stories compared and reports collected, in processes of their own."""
