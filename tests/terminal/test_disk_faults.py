"""What disks do to a whole kiosk: visitors see the last good words, whatever it is."""

import subprocess
import sys

import pytest

from tests.tools import need, need_root


@pytest.mark.slow
def test_after_random_faults_of_disks_visitors_see_the_last_good_words() -> None:
    """Disks that are full, read-only or gone, slips, and power cuts; see `poe disks`."""
    need_root("disks are mounted")
    need("unshare", "setpriv", "mount", "umount")
    command = [sys.executable, "-m", "tests.terminal.disk_faults", "--rounds", "4", "--seed", "7"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
