"""The slots of a joined claim in which reports can part, one file a slot: numbers, dates, names, stances, wordings."""
