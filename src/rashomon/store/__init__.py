"""Articles, their versions and their stories, kept in SQLite or PostgreSQL."""
