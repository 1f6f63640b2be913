"""The steps that make a store, one after the other; a step that was released is never edited, a new one is added."""
