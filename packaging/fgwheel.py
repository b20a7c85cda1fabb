"""Builds forkguard's wheels with nothing but the standard library; also the build backend of `pip install .`.

    python packaging/fgwheel.py dist       both wheels

One wheel carries the runtime guard and is for CPython 3.8 and later on glibc; the other has the command alone and is for
whatever else runs Python on this machine's kind: musl, PyPy, free-threaded builds. pip takes the first wherever it fits.
"""

import base64
import hashlib
import os
import re
import stat
import subprocess
import sys
import zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import elf  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PACKAGE = os.path.join(ROOT, "python", "forkguard")
EXTENSION = os.path.join(PACKAGE, "_hooks.abi3.so")
COMMAND = os.path.join(ROOT, ".build", "release", "forkguard")
# What reads Swift files for the command; `make swift` builds it, and a wheel without it reads Python alone.
SWIFT_FRONT_END = os.path.join(ROOT, ".build", "release", "forkguard-swift")

METADATA = """Metadata-Version: 2.1
Name: forkguard
Version: {version}
Summary: Finds Python code that forks after touching a library which a fork breaks, and guards programs at run time
License: Apache-2.0
Requires-Python: >=3.8
Classifier: Development Status :: 4 - Beta
Classifier: Environment :: Console
Classifier: Framework :: Pytest
Classifier: License :: OSI Approved :: Apache Software License
Classifier: Operating System :: POSIX :: Linux
Classifier: Programming Language :: Python :: 3
Classifier: Topic :: Software Development :: Quality Assurance
Description-Content-Type: text/markdown

{description}"""
ENTRY_POINTS = "[pytest11]\nforkguard = forkguard.pytest_plugin\n"
# The oldest glibc that any tag speaks of.
LOWEST_GLIBC = (2, 17)


class BuildError(Exception):
    pass


def _read(path):
    with open(path, "rb") as file:
        return file.read()


def version():
    found = re.search(r'^__version__ = "([^"]+)"', _read(os.path.join(PACKAGE, "__init__.py")).decode(), re.MULTILINE)
    return found.group(1)


def _python_files(with_guard):
    """(name in the wheel, path) of the package."""
    found = []
    for folder, folders, files in os.walk(PACKAGE):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(files):
            if name.endswith(".py") or (with_guard and name == os.path.basename(EXTENSION)):
                path = os.path.join(folder, name)
                found.append((os.path.relpath(path, os.path.dirname(PACKAGE)), path))
    return found


def tag(command, extension=None):
    """The truth about where the files run."""
    if extension is None:
        if command.is_static:
            # No library at all: any Linux of the architecture, whatever its libc.
            platforms = ["manylinux_2_17", "manylinux2014", "musllinux_1_1"]
        else:
            platforms = ["manylinux_%d_%d" % max(LOWEST_GLIBC, command.glibc)]
        return "py3-none-" + ".".join("%s_%s" % (name, command.machine) for name in platforms)
    floor = max(LOWEST_GLIBC, command.glibc, extension.glibc)
    platforms = ["manylinux_%d_%d" % floor] + (["manylinux2014"] if floor == LOWEST_GLIBC else [])
    return "cp38-abi3-" + ".".join("%s_%s" % (name, command.machine) for name in platforms)


def _check(requirements, path, allowed):
    foreign = [name for name in requirements.libraries if not name.startswith(allowed)]
    if foreign:
        raise BuildError("%s needs %s, which a wheel must not take for granted" % (path, ", ".join(foreign)))


def _build_extension():
    try:
        subprocess.run([os.path.join(ROOT, "scripts", "build-guard"), sys.executable], check=True, stdout=sys.stderr)
    except (OSError, subprocess.CalledProcessError):
        # The interpreter at hand may have no headers; another one may.
        subprocess.run([os.path.join(ROOT, "scripts", "build-guard")], check=True, stdout=sys.stderr)


def build(folder, with_guard=True):
    """Writes one wheel; returns its file name."""
    if not os.path.isfile(COMMAND):
        raise BuildError("%s is missing; `make build` makes it" % os.path.relpath(COMMAND, ROOT))
    command = elf.requirements(COMMAND)
    _check(command, COMMAND, ("libc.", "libm.", "libdl.", "libpthread.", "libgcc_s.", "libstdc++.", "ld-linux"))
    extension = None
    if with_guard:
        if not os.path.isfile(EXTENSION):
            _build_extension()
        extension = elf.requirements(EXTENSION)
        _check(extension, EXTENSION, ("libc.", "ld-linux"))
        if extension.machine != command.machine:
            raise BuildError("the command is for %s and the extension for %s" % (command.machine, extension.machine))
    name = "forkguard-" + version()
    own_tag = tag(command, extension)
    info = name + ".dist-info/"
    files = [(target, _read(path), 0o755 if path == EXTENSION else 0o644) for target, path in _python_files(with_guard)]
    files.append((name + ".data/scripts/forkguard", _read(COMMAND), 0o755))
    if os.path.isfile(SWIFT_FRONT_END):
        files.append((name + ".data/scripts/forkguard-swift", _read(SWIFT_FRONT_END), 0o755))
    description = _read(os.path.join(ROOT, "README.md")).decode()
    files.append((info + "METADATA", METADATA.format(version=version(), description=description).encode(), 0o644))
    files.append((info + "WHEEL", _wheel_file(own_tag).encode(), 0o644))
    files.append((info + "entry_points.txt", ENTRY_POINTS.encode(), 0o644))
    files.append((info + "licenses/LICENSE", _read(os.path.join(ROOT, "LICENSE")), 0o644))
    os.makedirs(folder, exist_ok=True)
    target = "%s-%s.whl" % (name, own_tag)
    _write(os.path.join(folder, target), files, info + "RECORD")
    return target


def _wheel_file(own_tag):
    python, abi, platforms = own_tag.split("-")
    tags = "".join("Tag: %s-%s-%s\n" % (python, abi, platform) for platform in platforms.split("."))
    return "Wheel-Version: 1.0\nGenerator: fgwheel\nRoot-Is-Purelib: false\n" + tags


def _write(path, files, record):
    """The same bytes for the same files."""
    lines = []
    with zipfile.ZipFile(path + ".new", "w", zipfile.ZIP_DEFLATED, compresslevel=9) as wheel:
        for name, content, mode in files:
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
            lines.append("%s,sha256=%s,%d\n" % (name, digest, len(content)))
            _add(wheel, name, content, mode)
        lines.append("%s,,\n" % record)
        _add(wheel, record, "".join(lines).encode(), 0o644)
    os.replace(path + ".new", path)


def _add(wheel, name, content, mode):
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.external_attr = (stat.S_IFREG | mode) << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    wheel.writestr(entry, content)


# MARK: The build backend (PEP 517)


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    return build(wheel_directory)


def get_requires_for_build_wheel(config_settings=None):
    return []


def build_sdist(sdist_directory, config_settings=None):
    raise BuildError("forkguard has no source distribution: the command needs Swift, and a checkout is the source")


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else "dist"
    try:
        for with_guard in (True, False):
            name = build(folder, with_guard)
            print("%s, %.1f MB" % (os.path.join(folder, name), os.path.getsize(os.path.join(folder, name)) / 1e6))
    except BuildError as error:
        print("fgwheel: " + str(error), file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
