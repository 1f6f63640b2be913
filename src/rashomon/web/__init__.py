"""The reading room: pages and an API over a store. They show what is stored; only jobs collect and compare."""
