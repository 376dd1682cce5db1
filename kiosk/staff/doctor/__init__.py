"""`kiosk doctor`: tests the machine that it stands on, and says what to do about what is amiss.

Each file of probes is one family. A probe takes the `Machine` and gives findings; a new one is a
function in a file, and its name in the list of `examine.py`.
"""
