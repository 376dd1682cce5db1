"""The exit codes of the commands, besides 0."""

NOTHING_FOUND = 1
"""A search has found nothing."""
CHECK_FAILED = 1
"""A check has found what must be mended; standard output says what."""
FAULT = 2
"""The settings, the words or the terminal cannot be used; standard error says why."""
ENDED_BY_STAFF = 90
"""Not a command's: a visitor's process ends so when staff, behind their door, end the kiosk."""
ADVICE = 1
"""The doctor has advice for this machine; the kiosk works on it."""
