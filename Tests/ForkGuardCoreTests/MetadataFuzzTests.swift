import Testing

@testable import ForkGuardCore

/// A small generator of numbers: the same seed gives the same run.
private struct Dice {
    var state: UInt64
    mutating func roll(_ bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(max(bound, 1)))
    }
}

@Suite struct MetadataFuzzTests {
    static let seeds: [String: String] = [
        "pyproject.toml": """
        [project]
        requires-python = ">=3.10,<4"
        dependencies = ["deltalake[a,b] >=0.17,<0.19 ; python_version < '3.12' and (os_name == 'nt' or extra == 'x')"]
        [tool.poetry.dependencies]
        python = "^3.9 || ~3.8"
        polars = [{version = "^1.2", markers = "sys_platform != 'win32'"}, {version = "~1"}]
        """,
        "uv.lock":
            "[[package]]\nname = \"deltalake\"\nversion = \"0.18.2\"\nresolution-markers = [\n  \"a < '1'\",\n]\n",
        "Pipfile.lock":
            #"{"_meta": {"requires": {"python_version": "3.12"}}, "default": {"a": {"version": "==1.\u0030"}}}"#,
        "requirements.txt": "-r requirements-x.txt\ndeltalake==1.2 \\\n  --hash=sha256:00 # c\n-c ../../c.txt\na @ b\n",
        "setup.cfg": "[options]\npython_requires = >=3.8\ninstall_requires =\n  a>=1\n  b; python_version<'3'\n",
        "setup.py": "setup(python_requires='>=3.8', install_requires=['a[x]>=1', \"b\"]) # ']'\n",
        "environment.yml":
            "dependencies:\n  - python=3.11\n  - c::deltalake=0.18.2=b\n  - pip:\n    - a==1!2.0rc1.post2.dev3+x.1\n",
        ".python-version": "cpython-3.12.1-linux\n",
    ]

    /// Whatever stands in the files, reading them ends, and in a value.
    @Test(arguments: [1, 2, 3, 4])
    func mutatedFilesAreReadToTheEnd(seed: UInt64) {
        var dice = Dice(state: seed)
        let signs = Array("[]{}()\"'=<>!~^,;#\\\n .*-+@:|0989aé\u{0}".utf8)
        for _ in 0..<50 {
            var texts: [String: String] = [:]
            for (name, text) in Self.seeds.sorted(by: { $0.key < $1.key }) {
                var bytes = Array(text.utf8)
                for _ in 0...dice.roll(6) where !bytes.isEmpty {
                    let place = dice.roll(bytes.count)
                    switch dice.roll(4) {
                    case 0: bytes.remove(at: place)
                    case 1: bytes.insert(signs[dice.roll(signs.count)], at: place)
                    case 2: bytes[place] = signs[dice.roll(signs.count)]
                    default: bytes.removeSubrange(place..<min(bytes.count, place + dice.roll(20)))
                    }
                }
                texts[name] = String(decoding: bytes, as: UTF8.self)
            }
            let found = ProjectMetadata.discover(for: "", stopAt: "", files: MemoryFiles(texts: texts))
            for pin in found.pins.values { _ = Catalog.builtIn.libraries.first?.outcomes(for: pin) }
            for (_, text) in texts { _ = Marker(text); _ = Requirement(text); _ = SpecifierSet(poetry: text) }
        }
    }
}
