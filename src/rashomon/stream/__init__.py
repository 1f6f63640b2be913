"""Articles as they come: kept, placed in stories, placed anew, corrected by readers, written out and taken in."""
