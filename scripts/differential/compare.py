#!/usr/bin/env python3
"""Differential test of the Python front end: CPython's `ast` is the oracle.

For each interpreter, every .py file of its standard library and site-packages is parsed by that interpreter
and by `syntaxdump` for the same version. Compared are the verdict and the checksum of the whole tree: every field
of every node, and its lines.

    compare.py [--syntaxdump PATH] [--sample N --seed S] [--files-from LIST] [--snippets] [--mutations N] [PYTHON...]

--snippets takes small programs out of CPython's own tests instead of whole files, --mutations makes broken ones.

PYTHON is a path, or a version such as 3.12; without any, all that can be found are used. Exit status 1 if a
difference is not listed in known-differences.toml.
"""

import argparse
import fnmatch
import glob
import os
import random
import re
import subprocess
import sys
import tempfile

import snippets

HERE = os.path.dirname(os.path.abspath(__file__))
REPOSITORY = os.path.dirname(os.path.dirname(HERE))


def find_interpreters(wanted):
    found = {}
    candidates = glob.glob(os.path.expanduser("~/.pyenv/versions/*/bin/python3.*"))
    for directory in os.environ.get("PATH", "").split(os.pathsep):
        candidates += glob.glob(os.path.join(glob.escape(directory), "python3.*"))
    for path in wanted:
        if os.sep in path:
            version = subprocess.run(
                [path, "-c", "import sys; print('%d.%d' % sys.version_info[:2])"],
                check=True, capture_output=True, text=True).stdout.strip()
            found[version] = path
    for path in candidates:
        match = re.fullmatch(r"python(3\.\d+)", os.path.basename(path))
        if match and 8 <= int(match[1][2:]) <= 14 and "shims" not in path:
            if not wanted or match[1] in wanted:
                found.setdefault(match[1], path)
    missing = [w for w in wanted if os.sep not in w and w not in found]
    if missing:
        sys.exit("no interpreter found for " + ", ".join(missing))
    return sorted(found.items(), key=lambda pair: int(pair[0][2:]))


def library_files(python):
    code = "import sysconfig; p = sysconfig.get_paths(); print(p['stdlib']); print(p['purelib'])"
    roots = subprocess.run([python, "-c", code], check=True, capture_output=True, text=True).stdout.split("\n")
    files = set()
    for root in filter(None, roots):
        for directory, _, names in os.walk(root):
            for name in names:
                path = os.path.join(directory, name)
                if name.endswith(".py") and "\n" not in path and os.path.isfile(path):
                    files.add(path)
    return sorted(files)


def known_differences():
    """A small part of TOML: [[difference]] tables of strings."""
    rows = []
    path = os.path.join(HERE, "known-differences.toml")
    if not os.path.exists(path):
        return rows
    for line in open(path, encoding="utf-8"):
        line = line.strip()
        if line == "[[difference]]":
            rows.append({})
        else:
            match = re.fullmatch(r'(\w+) = "(.*)"', line)
            if match:
                rows[-1][match[1]] = match[2].replace('\\"', '"').replace("\\\\", "\\")
    return rows


def records(command, files):
    listing = "\n".join(files) + "\n"
    result = subprocess.run(
        command, input=listing.encode("utf-8", "surrogateescape"), stdout=subprocess.PIPE, check=False)
    if result.returncode != 0:
        print("%s ended with status %d" % (command[0], result.returncode))
    rows = {}
    for line in result.stdout.decode("utf-8", "surrogateescape").split("\n"):
        if line:
            path, verdict, *rest = line.split("\t")
            rows[path] = (verdict, rest)
    return rows


def first_difference(python, syntaxdump, version, path):
    def dump(command):
        with tempfile.TemporaryFile() as listing:
            listing.write(path.encode("utf-8", "surrogateescape") + b"\n")
            listing.seek(0)
            out = subprocess.run(command, stdin=listing, stdout=subprocess.PIPE, check=False).stdout
        return [line for line in out.decode("utf-8", "replace").split("\n") if line]

    theirs = dump([python, os.path.join(HERE, "ast_text.py"), "--dump"])
    ours = dump([syntaxdump, "--target", version, "--dump", "--files-from", "-"])
    for index, (left, right) in enumerate(zip(theirs, ours)):
        if left != right:
            before = " ".join(theirs[max(0, index - 12):index])
            return "after … %s\n      CPython: %s\n      ours:    %s" % (
                before, " ".join(theirs[index:index + 14]), " ".join(ours[index:index + 14]))
    return "lengths differ: %d and %d" % (len(theirs), len(ours))


def compare(version, python, files, syntaxdump, known, show):
    theirs = records([python, os.path.join(HERE, "ast_text.py")], files)
    ours = records([syntaxdump, "--target", version, "--files-from", "-"], files)
    agreed = accepted = listed = 0
    failures = []
    for path in files:
        left, right = theirs.get(path, ("NONE", [])), ours.get(path, ("NONE", []))
        if left[0] == right[0] == "ERR" or left == right and left[0] == "OK":
            agreed += 1
            accepted += left[0] == "OK"
            continue
        sort = "tree" if left[0] == right[0] else "verdict"
        reason = next(
            (row["reason"] for row in known
             if fnmatch.fnmatch(path, row["path"]) and row.get("versions", version).find(version) >= 0
             and row.get("sort", sort) == sort), None)
        if reason:
            listed += 1
            print("  listed   %s: %s" % (path, reason))
        else:
            failures.append((sort, path, left, right))
    print("%s: %d files, %d agreed (%d accepted, %d refused by both), %d listed differences, %d verdicts and %d trees differ" % (
        version, len(files), agreed, accepted, agreed - accepted, listed,
        sum(f[0] == "verdict" for f in failures), sum(f[0] == "tree" for f in failures)), flush=True)
    for sort, path, left, right in failures[:show]:
        print("  %-8s %s" % (sort, path))
        if sort == "verdict":
            print("      CPython: %s\n      ours:    %s" % (" ".join([left[0]] + left[1]), " ".join([right[0]] + right[1])))
        else:
            print("      " + first_difference(python, syntaxdump, version, path))
    return len(failures)


def write_programs(directory, programs):
    """A file for each program, several hundred to a directory."""
    files = []
    for index, program in enumerate(programs):
        folder = os.path.join(directory, str(index // 500))
        os.makedirs(folder, exist_ok=True)
        path = os.path.join(folder, "%d.py" % index)
        with open(path, "wb") as file:
            file.write(program.encode("utf-8", "surrogatepass"))
        files.append(path)
    return files


def small_programs(python, arguments, directory):
    files = library_files(python)
    programs = []
    if arguments.snippets:
        tests = {os.path.dirname(path) for path in files if path.endswith(os.sep + "test_grammar.py")}
        for folder in sorted(tests):
            programs += snippets.harvest(folder)
    if arguments.mutations:
        programs += snippets.mutate(files, arguments.mutations, arguments.seed)
    return write_programs(directory, programs)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("python", nargs="*")
    parser.add_argument("--syntaxdump", default=os.path.join(REPOSITORY, ".build", "release", "syntaxdump"))
    parser.add_argument("--sample", type=int, help="this many files of each interpreter only")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=20, help="differences to print in full for each interpreter")
    parser.add_argument("--snippets", action="store_true", help="programs out of CPython's tests of its compiler")
    parser.add_argument("--mutations", type=int, default=0, help="this many broken programs")
    parser.add_argument("--keep", help="directory for the small programs; otherwise they are deleted")
    parser.add_argument("--files-from", help="a list of files to use instead of the libraries")
    arguments = parser.parse_args()
    interpreters = find_interpreters(arguments.python)
    if not interpreters:
        sys.exit("no interpreter of Python 3.8 to 3.14 was found")
    known = known_differences()
    failed = 0
    temporary = tempfile.TemporaryDirectory()
    for version, python in interpreters:
        if arguments.snippets or arguments.mutations:
            files = small_programs(python, arguments, os.path.join(arguments.keep or temporary.name, version))
        elif arguments.files_from:
            files = [line for line in open(arguments.files_from, encoding="utf-8").read().split("\n") if line]
        else:
            files = library_files(python)
        if arguments.sample and arguments.sample < len(files):
            files = sorted(random.Random(arguments.seed).sample(files, arguments.sample))
        failed += compare(version, python, files, arguments.syntaxdump, known, arguments.show)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
