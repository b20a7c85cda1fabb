import PythonSyntax
import Testing

@testable import ForkGuardCore

/// Files held in memory.
struct MemoryFiles: FileSource {
    var texts: [String: String]

    func read(_ path: String) -> [UInt8]? { texts[path].map { Array($0.utf8) } }

    func files(in folder: String) -> [String] {
        texts.keys.compactMap { path in
            let parts = path.split(separator: "/")
            return parts.dropLast().joined(separator: "/") == folder ? parts.last.map(String.init) : nil
        }
    }
}

private func metadata(
    _ texts: [String: String], for directory: String = "", stopAt root: String = ""
) -> ProjectMetadata {
    ProjectMetadata.discover(for: directory, stopAt: root, files: MemoryFiles(texts: texts))
}

/// The pin of deltalake as `TEXT FILE:LINE`, with `==` before an exact one.
private func pin(_ metadata: ProjectMetadata, of name: String = "deltalake") -> String? {
    metadata.pin(of: name).map { pin in
        if case .exact = pin.requirement { return "==\(pin.text) \(pin.path):\(pin.line)" }
        return "\(pin.text) \(pin.path):\(pin.line)"
    }
}

private func python(_ metadata: ProjectMetadata) -> String? {
    metadata.python.map { "\($0.version) \($0.path):\($0.line)" }
}

@Suite struct MetadataPythonTests {
    @Test(arguments: [
        (">=3.10", 10), ("~=3.11", 11), ("==3.12.*", 12), (">3.9", 9), (">=3.9.7,<4", 9), ("<3.13,>=3.8", 8),
        (">=3.10,!=3.10.*", 11), (">=2.7", 8), (">= 3.13", 13),
    ])
    func theLowestVersionOfARange(range: String, minor: Int) {
        let found = metadata(["pyproject.toml": "[project]\nrequires-python = \"\(range)\"\n"])
        #expect(python(found) == "3.\(minor) pyproject.toml:2")
        #expect(found.problems.isEmpty)
    }

    @Test func aRangeWithoutALowerEndSaysNothing() {
        #expect(metadata(["pyproject.toml": "[project]\nrequires-python = \"<4\"\n"]).python == nil)
    }

    @Test func theOtherFilesThatNameAPython() {
        #expect(python(metadata([".python-version": "# pyenv\n3.12.1\n"])) == "3.12 .python-version:2")
        #expect(python(metadata([".python-version": "cpython-3.11.4"])) == "3.11 .python-version:1")
        #expect(python(metadata(["setup.cfg": "[options]\npython_requires = >=3.9\n"])) == "3.9 setup.cfg:2")
        #expect(
            python(metadata(["setup.py": "setup(\n    name='x',\n    python_requires='>=3.10',\n)\n"]))
                == "3.10 setup.py:3")
        #expect(
            python(metadata(["environment.yml": "dependencies:\n  - python=3.11\n"])) == "3.11 environment.yml:2")
        #expect(
            python(metadata(["pyproject.toml": "[tool.poetry.dependencies]\npython = \"^3.10\"\n"]))
                == "3.10 pyproject.toml:2")
        #expect(
            python(metadata(["Pipfile.lock": #"{"_meta": {"requires": {"python_version": "3.12"}}}"#]))
                == "3.12 Pipfile.lock:1")
    }

    @Test func theFirstImageOfAContainerNamesAPython() {
        #expect(python(metadata(["Dockerfile": "FROM python:3.12-slim AS base\n"])) == "3.12 Dockerfile:1")
        #expect(
            python(metadata(["Dockerfile": "# build\nFROM --platform=linux/amd64 docker.io/library/python:3.11\n"]))
                == "3.11 Dockerfile:2")
        #expect(python(metadata(["Dockerfile": "FROM python:3\n"])) == nil)
        #expect(python(metadata(["Dockerfile": "FROM debian:12\n"])) == nil)
        let both = [".python-version": "3.10\n", "Dockerfile": "FROM python:3.12\n"]
        #expect(python(metadata(both)) == "3.10 .python-version:1")
    }

    @Test func aScriptSaysItself() throws {
        let text = """
            #!/usr/bin/env -S uv run
            # /// script
            # requires-python = ">=3.12"
            # dependencies = [
            #   "deltalake==0.16.4",
            # ]
            # ///
            import deltalake

            """
        let statements = try #require(ScriptMetadata.statements(in: Array(text.utf8), path: "a.py"))
        let folder = metadata(["requirements.txt": "deltalake==1.0.0\npolars==1.0\n", ".python-version": "3.9\n"])
        let found = ProjectMetadata.script(statements, in: folder)
        #expect(python(found) == "3.12 a.py:3")
        #expect(pin(found) == "==0.16.4 a.py:5")
        #expect(pin(found, of: "polars") == nil)
    }

    @Test(arguments: ["# /// script\n# a = 1\nimport os\n", "# /// script\n#a = 1\n# ///\n", "x = 1\n# ///\n"])
    func aBlockThatDoesNotEndIsNone(text: String) {
        #expect(ScriptMetadata.block(in: Array(text.utf8)) == nil)
    }

    @Test func aScriptsBrokenBlockIsAProblem() throws {
        let text = "# /// script\n# dependencies = [\n# ///\n"
        let statements = try #require(ScriptMetadata.statements(in: Array(text.utf8), path: "a.py"))
        #expect(ProjectMetadata.script(statements, in: ProjectMetadata()).problems.count == 1)
    }

    @Test func theNearestFolderDecides() {
        let files = [
            "a/pyproject.toml": "[project]\nrequires-python = \">=3.9\"\n",
            "a/b/.python-version": "3.12\n",
        ]
        #expect(python(metadata(files, for: "a/b/c", stopAt: "a")) == "3.12 a/b/.python-version:1")
        #expect(python(metadata(files, for: "a/other", stopAt: "a")) == "3.9 a/pyproject.toml:2")
        #expect(python(metadata(files, for: "a/other", stopAt: "a/other")) == nil)
    }

    @Test func aBrokenFileIsAProblemAndTheRestIsRead() {
        let found = metadata(["pyproject.toml": "[project\n", ".python-version": "3.11"])
        #expect(found.problems.map(\.path) == ["pyproject.toml"])
        #expect(found.problems.first?.line == 1)
        #expect(python(found) == "3.11 .python-version:1")
        let odd = metadata(["pyproject.toml": "[project]\nrequires-python = \"three\"\n"])
        #expect(
            odd.problems == [
                ScanProblem(path: "pyproject.toml", line: 2, message: "`three` is not a range of Python versions")
            ])
    }
}

@Suite struct MetadataPinTests {
    @Test func requirementsOfPyproject() {
        let found = metadata([
            "pyproject.toml": """
            [project]
            dependencies = [
                "polars",
                "Delta_Lake.X >=1",
                "deltalake[pandas] >=0.17, <0.19 ; python_version < '3.14'",
            ]
            [dependency-groups]
            dev = ["pytest==8.1", {include-group = "lint"}]
            """
        ])
        #expect(pin(found) == ">=0.17,<0.19 pyproject.toml:5")
        #expect(pin(found, of: "pytest") == "==8.1 pyproject.toml:8")
        #expect(pin(found, of: "delta-lake-x") == ">=1 pyproject.toml:4")
        #expect(pin(found, of: "polars") == nil)
        #expect(found.problems.isEmpty)
    }

    @Test(arguments: [
        ("^0.18.2", ">=0.18.2,<0.19"), ("^1.2", ">=1.2,<2"), ("~0.18.2", ">=0.18.2,<0.19"), ("~1", ">=1,<2"),
        ("0.18.*", "==0.18.*"), (">=0.17,<0.19", ">=0.17,<0.19"), ("^0.0.3", ">=0.0.3,<0.0.4"),
    ])
    func rangesOfPoetry(text: String, range: String) {
        let found = metadata(["pyproject.toml": "[tool.poetry.dependencies]\ndeltalake = \"\(text)\"\n"])
        #expect(pin(found) == "\(range) pyproject.toml:2")
    }

    @Test func tablesOfPoetry() {
        let found = metadata([
            "pyproject.toml": """
            [tool.poetry.dependencies]
            deltalake = [
                {version = "0.16.0", markers = "python_version < '3.8'"},
                {version = "0.18.2", markers = "python_version >= '3.8'"},
            ]
            [tool.poetry.group.dev.dependencies]
            polars = {version = "1.20.0", optional = true}
            """
        ])
        #expect(pin(found) == "==0.18.2 pyproject.toml:2")
        #expect(pin(found, of: "polars") == "==1.20.0 pyproject.toml:7")
    }

    @Test(arguments: ["uv.lock", "poetry.lock", "pdm.lock"])
    func aLockFileBeatsARangeEvenFromAbove(name: String) {
        let found = metadata(
            [
                "app/pyproject.toml": "[project]\ndependencies = [\"deltalake>=0.15\"]\n",
                name: "version = 1\n\n[[package]]\nname = \"deltalake\"\nversion = \"0.18.2\"\n",
            ], for: "app")
        #expect(pin(found) == "==0.18.2 \(name):5")
    }

    @Test func otherLockFiles() {
        #expect(
            pin(metadata(["pylock.dev.toml": "[[packages]]\nname = \"deltalake\"\nversion = \"1.6.6\"\n"]))
                == "==1.6.6 pylock.dev.toml:3")
        let pipfile = """
            {
              "_meta": {"hash": {"sha256": "aa\\"b"}, "sources": [1, true, null]},
              "default": {
                "deltalake": {
                  "hashes": ["sha256:00"],
                  "version": "==0.18.2"
                }
              }
            }
            """
        #expect(pin(metadata(["Pipfile.lock": pipfile])) == "==0.18.2 Pipfile.lock:6")
        #expect(metadata(["Pipfile.lock": "{"]).problems.map(\.message) == ["is not JSON"])
    }

    @Test func theVersionOfAForkedResolutionThatHoldsHere() {
        let lock = """
            [[package]]
            name = "deltalake"
            version = "0.16.4"
            resolution-markers = ["sys_platform == 'win32'"]

            [[package]]
            name = "deltalake"
            version = "0.18.2"
            resolution-markers = ["sys_platform != 'win32'"]
            """
        #expect(pin(metadata(["uv.lock": lock])) == "==0.18.2 uv.lock:8")
    }

    @Test func requirementsFiles() {
        let found = metadata([
            "requirements.txt": """
            # the program
            -r requirements/base.txt
            --index-url https://example.org
            ./local
            https://example.org/x-1.0.tar.gz
            polars==1.20.0 \\
                --hash=sha256:aa \\
                --hash=sha256:bb
            """,
            "requirements/base.txt": "-c ../constraints.txt\ndeltalake >= 0.17  # why\n",
            "constraints.txt": "deltalake==0.18.2\n",
        ])
        #expect(pin(found) == "==0.18.2 constraints.txt:1")
        #expect(pin(found, of: "polars") == "==1.20.0 requirements.txt:6")
        #expect(found.problems.isEmpty)
    }

    @Test func filesThatIncludeEachOtherAreReadOnce() {
        let found = metadata([
            "requirements.txt": "-r requirements-dev.txt\ndeltalake==0.18.2\n",
            "requirements-dev.txt": "-r requirements.txt\n",
        ])
        #expect(pin(found) == "==0.18.2 requirements.txt:2")
    }

    @Test func setupFilesAndConda() {
        #expect(
            pin(metadata(["setup.cfg": "[options]\ninstall_requires =\n    polars\n    deltalake>=0.17\n"]))
                == ">=0.17 setup.cfg:4")
        #expect(
            pin(metadata(["setup.py": "setup(install_requires=[\n  'a[b]',\n  'deltalake~=0.16.0',\n])\n"]))
                == "~=0.16.0 setup.py:3")
        let conda = "name: x\ndependencies:\n  - conda-forge::deltalake=0.18.2=py312_0\n  - pip:\n    - polars==1.0\n"
        #expect(pin(metadata(["environment.yml": conda])) == "==0.18.2 environment.yml:3")
        #expect(pin(metadata(["environment.yml": conda]), of: "polars") == "==1.0 environment.yml:5")
    }

    @Test func aRequirementThatIsNoneIsAProblem() {
        let found = metadata(["requirements.txt": "deltalake==\npolars==1.0\n"])
        #expect(
            found.problems == [
                ScanProblem(path: "requirements.txt", line: 1, message: "`deltalake==` is not a requirement")
            ])
        #expect(pin(found, of: "polars") == "==1.0 requirements.txt:2")
    }

    @Test func hostileFilesDoNotTrap() {
        let nested = String(repeating: "[", count: 100_000)
        _ = metadata([
            "pyproject.toml": "[project]\n" + String(repeating: "a.", count: 100_000) + "a = 1\n",
            "uv.lock": "x = " + nested, "Pipfile.lock": nested,
            "requirements.txt": "a==99999999999999999999\nb; " + String(repeating: "(", count: 100_000),
            "setup.py": "python_requires=", "environment.yml": "dependencies:\n- \n-=\n- ::\n",
            ".python-version": "\u{0}",
        ])
    }
}

@Suite struct MetadataLockTests {
    @Test func keysOfOtherTablesAreNotThePackages() {
        let lock = """
            [[package]]
            name = "deltalake"
            version = "0.18.2"
            description = "[[package]]"
            files = [
                {file = "x.whl", hash = "sha256:00"},
            ]

            [package.dependencies]
            name = "other"
            version = "9"
            """
        let found = metadata(["poetry.lock": lock.replacingNewlines])
        #expect(pin(found) == "==0.18.2 poetry.lock:3")
        #expect(pin(found, of: "other") == nil)
    }

    @Test func aMergeConflictIsReported() {
        let found = metadata(["uv.lock": "<<<<<<< ours\n[[package]]\nname = \"deltalake\"\nversion = \"0.18.2\"\n"])
        #expect(found.problems == [ScanProblem(path: "uv.lock", line: 1, message: "holds a merge conflict")])
        #expect(pin(found) == "==0.18.2 uv.lock:4")
    }
}

extension String {
    /// With the line ends of Windows.
    fileprivate var replacingNewlines: String {
        split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    }
}
