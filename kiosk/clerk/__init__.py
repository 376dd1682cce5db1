"""The clerk: a process beside the visitors that does for them what their own may not.

A visitor's process is confined (`kiosk.confinement.confine`): it reads no settings that are secret
and no form, writes no file and starts no program. The clerk has the outbox, the lock of the staff
door and the voice, and hears from each visitor over a line of their own, in messages of a few
strict kinds (`kiosk.clerk.messages`). It never sees a visitor's words but to say them aloud: forms
are sealed before they come.
"""
