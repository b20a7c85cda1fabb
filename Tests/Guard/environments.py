"""The interpreters and libraries that the guard is tried with: one virtual environment a Python, under .venv-guard/.

Releases of deltalake lie in folders of their own, put on PYTHONPATH: one wheel of theirs serves every Python.
"""

import json
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / ".venv-guard"
PROGRAMS = ROOT / "Tests" / "Guard" / "programs"
BOOTSTRAP = ROOT / "python" / "forkguard" / "bootstrap"

# Release -> the lowest Python that its wheel is for.
DELTALAKE = {
    "0.16.4": (3, 8),
    "0.17.0": (3, 8),
    "0.18.2": (3, 8),
    "0.19.0": (3, 8),
    "0.20.2": (3, 8),
    "0.25.5": (3, 9),
    "1.0.0": (3, 9),
    "1.6.6": (3, 10),
}
_COMMON = ["pyarrow==18.1.0", "pyarrow-hotfix==0.7"]
# For every Python: what the releases of deltalake import, and pytest.
BASE = {
    (3, 8): ["pyarrow==17.0.0", "pyarrow-hotfix==0.7", "pytest==8.3.5", "deprecated==1.3.1"],
    (3, 9): _COMMON + ["pytest==8.4.2", "deprecated==1.3.1", "arro3-core==0.8.3"],
    (3, 10): _COMMON + ["pytest==9.2.0", "deprecated==1.3.1", "arro3-core==0.8.3"],
    (3, 11): _COMMON + ["pytest==9.2.0", "deprecated==1.3.1", "arro3-core==0.9.1"],
    (3, 12): _COMMON + ["pytest==9.2.0", "deprecated==3.0.1", "arro3-core==0.9.1"],
    (3, 13): _COMMON + ["pytest==9.2.0", "deprecated==3.0.1", "arro3-core==0.9.1"],
}
# The Python that the other libraries and launchers are tried with.
LIBRARIES_PYTHON = (3, 11)
LIBRARIES = [
    "billiard==4.3.2",
    "celery==5.7.0",
    "datafusion==55.0.0",
    "flask==3.1.3",
    "grpcio==1.85.3",
    "gunicorn==27.0.1",
    "joblib==1.6.0",
    "multiprocess==0.70.19",
    "numpy==2.4.6",
    "obstore==0.12.1",
    "polars==2.1.0",
    "scikit-learn==1.9.1",
    "sqlalchemy==2.1.9",
    "torch==2.13.0",
]


def pythons():
    """(version, path) of the interpreters at hand, newest first."""
    found = subprocess.run([str(ROOT / "scripts" / "find-python")], capture_output=True, text=True, check=True).stdout
    lines = [line.split(" ", 1) for line in found.splitlines()]
    return [(tuple(int(part) for part in version.split(".")), path) for version, path in lines]


def name_of(version):
    return "%d.%d" % version


def _pip(python, *arguments):
    command = [str(python), "-m", "pip", "--disable-pip-version-check", "--quiet", "install", "--only-binary", ":all:"]
    subprocess.run(command + list(arguments), check=True)


def environment(version, path, libraries=False):
    """The interpreter of a virtual environment with what the tests need; made if it is missing."""
    folder = FOLDER / ("py" + name_of(version))
    python = folder / "bin" / "python"
    wanted = BASE.get(version, BASE[max(BASE)]) + (LIBRARIES if libraries else [])
    stamp = folder / "forkguard-requirements.json"
    if python.exists() and stamp.exists() and set(wanted) <= set(json.loads(stamp.read_text())):
        return python
    print("check-guard: preparing %s" % folder.relative_to(ROOT), flush=True)
    if not python.exists():
        subprocess.run([path, "-m", "venv", str(folder)], check=True)
    _pip(python, *wanted)
    stamp.write_text(json.dumps(wanted))
    return python


def deltalake(release, python):
    """The folder with one release of deltalake."""
    folder = FOLDER / ("deltalake-" + release)
    if not (folder / "deltalake").exists():
        print("check-guard: fetching deltalake %s" % release, flush=True)
        _pip(python, "--no-deps", "--target", str(folder), "deltalake==" + release)
    return folder
