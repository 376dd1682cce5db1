"""The time of day, on a machine whose zone is changed while the kiosk runs."""

import subprocess
import sys

from tests.tools import lacking, need

SCRIPT = """
import os, subprocess
os.environ.pop("TZ", None)
from datetime import UTC, datetime
from kiosk.clock import local_time
def ahead():
    return round((local_time() - datetime.now(UTC).replace(tzinfo=None)).total_seconds() / 3600)
hours = []
for zone in ("Etc/UTC", "Asia/Tokyo", "Etc/GMT+5"):
    subprocess.run(["mount", "--bind", f"/usr/share/zoneinfo/{zone}", "/etc/localtime"], check=True)
    hours.append(ahead())
print(hours)
"""


def test_a_new_time_zone_is_seen_at_once() -> None:
    """The kiosk's clock and "open now" would otherwise stay in the old one until a restart."""
    need("unshare", "mount")
    apart = ["unshare", "--user", "--map-root-user", "--mount"]
    mount = ["mount", "--bind", "/usr/share/zoneinfo/Asia/Tokyo", "/etc/localtime"]
    if subprocess.run([*apart, *mount], check=False, capture_output=True).returncode:
        lacking("tzdata, and a kernel that lets a file system be put together")
    done = subprocess.run(
        [*apart, sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[0, 9, -5]"
