"""Putting the kiosk on a machine for good: what is written where, and what is run.

`plan.py` says it as a list of steps, `steps.py` knows how to do one, `run.py` does them all.
"""
