"""`python -m forkguard`: the command, which is a program of its own."""

import os
import sys
import sysconfig


def _candidates():
    """Where an installer may have put it, likeliest first."""
    here = os.path.dirname(os.path.abspath(__file__))
    yield os.path.join(sysconfig.get_path("scripts"), "forkguard")
    if sys.base_prefix != sys.prefix:
        yield os.path.join(sysconfig.get_path("scripts", vars={"base": sys.base_prefix}), "forkguard")
    # pip install --prefix, and --target.
    for parent in (os.path.join(here, "..", "..", "..", "..", "bin"), os.path.join(here, "..", "bin")):
        yield os.path.normpath(os.path.join(parent, "forkguard"))
    yield os.path.join(sysconfig.get_path("scripts", "posix_user"), "forkguard")
    # A checkout.
    yield os.path.normpath(os.path.join(here, "..", "..", ".build", "release", "forkguard"))


def find():
    """The path of the command; FileNotFoundError says where it was looked for."""
    tried = list(dict.fromkeys(_candidates()))
    for path in tried:
        if os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    raise FileNotFoundError("the command forkguard is not installed beside its package; looked for " + ", ".join(tried))


def main():
    try:
        command = find()
    except FileNotFoundError as error:
        sys.stderr.write("forkguard: %s\n" % error)
        return 2
    os.execv(command, [command] + sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
