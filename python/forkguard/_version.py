"""Installed versions and PEP 440 ranges, without importlib.metadata, which loads the email package."""

import os
import re
import sys

_RELEASE = re.compile(
    r"v?(?:(?P<epoch>\d+)!)?(?P<release>\d+(?:\.\d+)*)"
    r"(?:[-_.]?(?P<pre>a|b|c|rc|alpha|beta|pre|preview)[-_.]?(?P<pre_number>\d*))?"
    r"(?:-(?P<post_short>\d+)|[-_.]?(?P<post>post|rev|r)[-_.]?(?P<post_number>\d*))?"
    r"(?:[-_.]?(?P<dev>dev)[-_.]?(?P<dev_number>\d*))?"
    r"(?:\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?\Z",
    re.IGNORECASE,
)
_PHASES = {"a": 0, "alpha": 0, "b": 1, "beta": 1, "c": 2, "rc": 2, "pre": 2, "preview": 2}
_INFO = re.compile(r"(.+)-([^-]+)\.(?:dist-info|egg-info)\Z|(.+)-([^-]+)-py[\d.]+(?:-[^-]+)?\.egg(?:-info)?\Z")


def key(text):
    """A value that orders versions as PEP 440 does, local labels left out; None for what is no version."""
    found = _RELEASE.match(text.strip())
    if found is None:
        return None
    release = [int(part) for part in found["release"].split(".")]
    while len(release) > 1 and release[-1] == 0:
        release.pop()
    has_post = found["post"] is not None or found["post_short"] is not None
    post = int(found["post_number"] or found["post_short"] or 0) if has_post else -1
    dev = int(found["dev_number"] or 0) if found["dev"] else float("inf")
    if found["pre"]:
        phase = (_PHASES[found["pre"].lower()], int(found["pre_number"] or 0))
    elif found["dev"] and not has_post:
        phase = (-1, 0)  # a development release comes before the first alpha
    else:
        phase = (3, 0)
    return (int(found["epoch"] or 0), tuple(release), phase, post, dev)


def _is_within(version, clause):
    found = re.match(r"\s*(~=|===|==|!=|<=|>=|<|>)\s*(\S+)\s*\Z", clause)
    if found is None:
        return False
    sign, bound = found.groups()
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
        # Neither a later build nor a post release of the bound is above it.
        return version > limit and not (version[:3] == limit[:3] and limit[3] < 0)
    if sign == "<":
        # Nor is a pre-release of the bound below it.
        is_own_candidate = version[:2] == limit[:2] and limit[2] == (3, 0) and version[2] < (3, 0)
        return version < limit and not is_own_candidate
    parts = bound.split(".")
    return version >= limit and list(version[1])[: len(parts) - 1] == [int(part) for part in parts[:-1]]


def satisfies(text, ranges):
    """Whether a version lies in a specifier set; an empty set holds every version."""
    clauses = [clause for clause in ranges.split(",") if clause.strip()]
    if not clauses:
        return True
    version = key(text) if text else None
    return version is not None and all(_is_within(version, clause) for clause in clauses)


def canonical(name):
    return re.sub(r"[-_.]+", "-", name).lower()


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
            if "-info" in entry or entry.endswith(".egg"):
                found = _INFO.match(entry)
                if found:
                    known[canonical(found[1] or found[3])] = found[2] or found[4]
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
