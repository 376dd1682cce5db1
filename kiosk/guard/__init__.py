"""The guard: owns the terminal, shows one visitor at a time and clears the screen on Escape.

Standard library only. Nothing here imports the app: the guard is told the name of a module
and a warm parent process imports it (see `kiosk.guard.warm`). Start it with
`kiosk.guard.start.run`.
"""
