"""What a visitor may leave behind: sealed forms and counts. Nothing is kept unless staff ask."""
