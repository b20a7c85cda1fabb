"""PEP 440 as far as rules need it, and versions told by the names of metadata folders."""

import os
import sys
import tempfile
import unittest

from forkguard import _version


class Ranges(unittest.TestCase):
    def test_order(self):
        order = ["1.dev1", "1.0a1", "1.0b2", "1.0rc1", "1.0", "1.0.post1", "1.0.1", "1.1.dev3", "1.1", "1.10", "2!0.1"]
        keys = [_version.key(text) for text in order]
        self.assertEqual(keys, sorted(keys))
        self.assertEqual(len(set(keys)), len(keys))

    def test_equal_spellings(self):
        for first, second in (("1.0", "1.0.0"), ("1.0RC1", "1.0-rc.1"), ("1.0-1", "1.0.post1"), ("v2.1", "2.1"), ("1+cpu", "1")):
            self.assertEqual(_version.key(first), _version.key(second))

    def test_no_version(self):
        self.assertIsNone(_version.key("not a version"))
        self.assertFalse(_version.satisfies("nonsense", ">=1"))
        self.assertFalse(_version.satisfies(None, ">=1"))

    def test_ranges(self):
        cases = [
            ("0.18.2", ">=0.17.0,<0.19.0", True),
            ("0.19.0", ">=0.17.0,<0.19.0", False),
            ("0.16.4", "<0.17.0", True),
            ("0.17.0rc1", "<0.17.0", False),
            ("0.17.0rc1", "<0.17.0rc2", True),
            ("1.0.post1", ">1.0", False),
            ("1.0.post1", ">=1.0", True),
            ("1.4.5", "~=1.4", True),
            ("2.0", "~=1.4", False),
            ("1.4.5", "~=1.4.2", True),
            ("1.5", "~=1.4.2", False),
            ("1.4.5", "==1.4.*", True),
            ("1.5", "==1.4.*", False),
            ("1.5", "!=1.4.*", True),
            ("1.5", "!=1.5.0", False),
            ("anything", "", True),
            ("2.13.0+cpu", ">=2.13", True),
        ]
        for version, ranges, expected in cases:
            self.assertIs(_version.satisfies(version, ranges), expected, (version, ranges))

    def test_agrees_with_packaging(self):
        try:
            from pip._vendor.packaging.specifiers import SpecifierSet
        except ImportError:
            self.skipTest("pip is not here")
        versions = ["0.9", "1.0.dev1", "1.0a1", "1.0", "1.0.post1", "1.0.1", "1.1rc1", "1.1", "1.10", "2.0.0"]
        bounds = ["1.0", "1.0.0", "1.1rc1", "1.1", "2"]
        for sign in ("<", "<=", ">", ">=", "==", "!="):
            for bound in bounds:
                known = SpecifierSet(sign + bound)
                for version in versions:
                    expected = known.contains(version, prereleases=True)
                    self.assertIs(_version.satisfies(version, sign + bound), expected, (version, sign + bound))


class Installed(unittest.TestCase):
    def test_metadata_folders(self):
        folder = tempfile.mkdtemp(prefix="forkguard-")
        for name in ("some_lib-1.2.dist-info", "Other.Lib-3.0rc1.egg-info", "third-2.1-py3.8.egg-info", "no-info", "x.dist-info"):
            os.mkdir(os.path.join(folder, name))
        sys.path.insert(0, folder)
        try:
            self.assertEqual(_version.installed("some-lib"), "1.2")
            self.assertEqual(_version.installed("Some_Lib"), "1.2")
            self.assertEqual(_version.installed("other_lib"), "3.0rc1")
            self.assertEqual(_version.installed("third"), "2.1")
            self.assertIsNone(_version.installed("x"))
            self.assertIsNone(_version.installed("missing-altogether"))
        finally:
            sys.path.remove(folder)
        self.assertTrue(_version.installed("python").startswith("3."))

    def test_agrees_with_importlib(self):
        from importlib import metadata

        for distribution in metadata.distributions():
            name = distribution.metadata["Name"]
            if name and metadata.version(name) == distribution.version:
                self.assertEqual(_version.installed(name), distribution.version, name)


if __name__ == "__main__":
    unittest.main()
