"""Installed versions and PEP 440 ranges, without importlib.metadata, which loads the email package, and mostly without re."""

import os
import sys

_PHASES = {"a": 0, "alpha": 0, "b": 1, "beta": 1, "c": 2, "rc": 2, "pre": 2, "preview": 2}
_FINAL = (3, 0)
_pattern = None


def _match(text):
    global _pattern
    if _pattern is None:
        import re

        _pattern = re.compile(
            r"v?(?:(?P<epoch>\d+)!)?(?P<release>\d+(?:\.\d+)*)"
            r"(?:[-_.]?(?P<pre>a|b|c|rc|alpha|beta|pre|preview)[-_.]?(?P<pre_number>\d*))?"
            r"(?:-(?P<post_short>\d+)|[-_.]?(?P<post>post|rev|r)[-_.]?(?P<post_number>\d*))?"
            r"(?:[-_.]?(?P<dev>dev)[-_.]?(?P<dev_number>\d*))?"
            r"(?:\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?\Z",
            re.IGNORECASE,
        )
    return _pattern.match(text)


def _trimmed(release):
    while len(release) > 1 and release[-1] == 0:
        release.pop()
    return tuple(release)


def key(text):
    """A value that orders versions as PEP 440 does, local labels left out; None for what is no version."""
    text = text.strip()
    parts = text.split(".")
    if all(part.isdigit() for part in parts):
        return (0, _trimmed([int(part) for part in parts]), _FINAL, -1, float("inf"))
    found = _match(text)
    if found is None:
        return None
    has_post = found["post"] is not None or found["post_short"] is not None
    post = int(found["post_number"] or found["post_short"] or 0) if has_post else -1
    dev = int(found["dev_number"] or 0) if found["dev"] else float("inf")
    if found["pre"]:
        phase = (_PHASES[found["pre"].lower()], int(found["pre_number"] or 0))
    elif found["dev"] and not has_post:
        phase = (-1, 0)  # a development release comes before the first alpha
    else:
        phase = _FINAL
    release = _trimmed([int(part) for part in found["release"].split(".")])
    return (int(found["epoch"] or 0), release, phase, post, dev)


def _is_within(version, clause):
    bound = clause.lstrip("~=!<> ")
    sign = clause[: len(clause) - len(bound)].strip()
    if bound.endswith(".*"):
        prefix = [int(part) for part in bound[:-2].split(".")]
        release = list(version[1]) + [0] * len(prefix)
        return (release[: len(prefix)] == prefix) == (sign == "==")
    limit = key(bound)
    if limit is None:
        return False
    if sign in ("==", "==="):
        return version == limit
    if sign == "!=":
        return version != limit
    if sign == "<=":
        return version <= limit
    if sign == ">=":
        return version >= limit
    if sign == ">":
        # A post release of the bound is not above it.
        return version > limit and not (version[:3] == limit[:3] and limit[3] < 0)
    if sign == "<":
        # A pre-release of the bound is not below it.
        return version < limit and not (version[:2] == limit[:2] and limit[2] == _FINAL and version[2] < _FINAL)
    if sign == "~=":
        fixed = [int(part) for part in bound.split(".")[:-1] if part.isdigit()]
        release = list(version[1]) + [0] * len(fixed)
        return version >= limit and release[: len(fixed)] == fixed
    return False


def satisfies(text, ranges):
    """Whether a version lies in a specifier set; an empty set holds every version."""
    clauses = [clause.strip() for clause in ranges.split(",") if clause.strip()]
    if not clauses:
        return True
    version = key(text) if text else None
    return version is not None and all(_is_within(version, clause) for clause in clauses)


def canonical(name):
    name = name.lower().replace("_", "-").replace(".", "-")
    while "--" in name:
        name = name.replace("--", "-")
    return name


_folders = {}


def _distributions(folder):
    """Name -> version of what is installed in a folder of sys.path. Names of metadata folders say it all."""
    known = _folders.get(folder)
    if known is None:
        known = _folders[folder] = {}
        try:
            entries = os.listdir(folder or ".")
        except OSError:
            return known
        for entry in entries:
            stem, dot, suffix = entry.rpartition(".")
            if dot and suffix in ("dist-info", "egg-info", "egg"):
                # Both parts are escaped: neither holds a hyphen. Eggs add the Python's version.
                name, _, rest = stem.partition("-")
                version = rest.partition("-py")[0]
                if version:
                    known[canonical(name)] = version.replace("_", "-")
    return known


def installed(name):
    """The version of an installed distribution, or None."""
    if name == "python":
        return "%d.%d.%d" % sys.version_info[:3]
    name = canonical(name)
    for folder in sys.path:
        if isinstance(folder, str):
            version = _distributions(folder).get(name)
            if version is not None:
                return version
    # Editable installations and other importers keep their metadata elsewhere.
    metadata = sys.modules.get("importlib.metadata")
    if metadata is not None:
        try:
            return metadata.version(name)
        except Exception:
            return None
    return None
