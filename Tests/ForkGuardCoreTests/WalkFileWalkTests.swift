import Glibc
import Testing

@testable import ForkGuardCore

@Suite struct WalkFileWalkTests {
    /// The paths found under `tree`, as they lie below it.
    private func walked(_ tree: TemporaryTree, _ change: (inout ScanOptions) -> Void = { _ in }) -> [String] {
        let prefix = tree.path + "/"
        return walk(tree, change).files.map { String($0.path.dropFirst(prefix.count)) }
    }

    private func walk(_ tree: TemporaryTree, _ change: (inout ScanOptions) -> Void = { _ in }) -> FileWalk {
        var options = ScanOptions()
        options.paths = [tree.path]
        change(&options)
        return FileWalk(options)
    }

    @Test func takesPythonFilesInOrder() {
        let tree = TemporaryTree(["b.py", "a/z.py", "a/y.pyi", "c.txt", "d", "a.b.py", "._x.py", ".#y.py"])
        #expect(walked(tree) == ["a.b.py", "a/y.pyi", "a/z.py", "b.py"])
        #expect(walk(tree).files.map(\.isStub) == [false, true, false, false])
        #expect(walk(tree).roots == [tree.path])
        #expect(walk(tree).problems.isEmpty)
    }

    @Test func obeysIgnoreFilesOfAllLevels() {
        let tree = TemporaryTree([
            "a.py", "gen/x.py", "gen/keep.py", "sub/deep/b.py", "sub/deep/c.py", "sub/only.py", "data/d.py", "e.py",
        ])
        tree.makeFolder(".git/info")
        tree.write(".gitignore", "gen/*\n!gen/keep.py\n/sub/deep/b.py\n")
        tree.write("sub/.gitignore", "only.py\n")
        tree.write(".git/info/exclude", "data/\n")
        tree.write(".ignore", "e.py\n")
        #expect(walked(tree) == ["a.py", "gen/keep.py", "sub/deep/c.py"])
        #expect(walked(tree) { $0.ignoresIgnoreFiles = true }.count == 8)
    }

    @Test func obeysTheFilesAboveTheFolderNamed() {
        let tree = TemporaryTree(["src/a.py", "src/b_gen.py", "src/c/d_gen.py"])
        tree.makeFolder(".git")
        tree.write(".gitignore", "*_gen.py\n")
        let options = { (options: inout ScanOptions) in options.paths = [tree.path + "/src"] }
        #expect(walked(tree, options) == ["src/a.py"])
    }

    @Test func entersAFolderThatIsNamedThoughItIsIgnored() {
        let tree = TemporaryTree(["out/a.py", ".hidden/b.py"])
        tree.makeFolder(".git")
        tree.write(".gitignore", "out/\n")
        #expect(walked(tree) == [])
        #expect(
            walked(tree) { $0.paths = [tree.path + "/out", tree.path + "/.hidden"] } == [".hidden/b.py", "out/a.py"])
    }

    @Test func leavesOutEnvironmentsAndBuildProducts() {
        let tree = TemporaryTree([
            "a.py", "env/lib/site-packages/x.py", "node_modules/n.py", "__pycache__/p.py", ".tox/t.py",
            "lib/site-packages/y.py", "build/lib/a.py", "build_tools/b.py", "dist/__init__.py",
        ])
        tree.write("env/pyvenv.cfg", "")
        tree.write("pyproject.toml", "")
        #expect(walked(tree) == ["a.py", "build_tools/b.py", "dist/__init__.py", "pyproject.toml"])
        #expect(walked(tree) { $0.paths = [tree.path + "/env"] } == ["env/lib/site-packages/x.py"])
    }

    @Test func excludesByGlob() {
        let tree = TemporaryTree(["a.py", "tests/b.py", "src/tests/c.py", "src/d.py"])
        #expect(
            walked(tree) { $0.excludes = [AnchoredPatterns(folder: tree.path, lines: ["tests"])] } == [
                "a.py", "src/d.py",
            ])
        let patterns = AnchoredPatterns(folder: tree.path, lines: ["d.*", "/a.py"])
        #expect(walked(tree) { $0.excludes = [patterns] } == ["src/tests/c.py", "tests/b.py"])
    }

    @Test func namedFilesAreAlwaysTakenAndOnce() {
        let tree = TemporaryTree(["script", "a.py"])
        let walk = walk(tree) { $0.paths = [$0.paths[0] + "/script", tree.path, tree.path + "//./a.py"] }
        #expect(walk.files.map { $0.path } == [tree.path + "/a.py", tree.path + "/script"])
        #expect(walk.files.allSatisfy { $0.isNamed })
    }

    @Test func linksLeadNowhereTwice() {
        let tree = TemporaryTree(["real/a.py"])
        symlink("a.py", tree.path + "/real/0.py")
        symlink("..", tree.path + "/real/up")
        symlink("self.py", tree.path + "/self.py")
        symlink("gone", tree.path + "/broken.py")
        #expect(walked(tree) == ["real/a.py"])
        #expect(
            walk(tree).problems.map(\.message).sorted() == [
                "the symbolic link leads back to itself", "there is no such file or folder",
            ])
        #expect(!walk(tree).problems.contains { $0.isFatal })
    }

    @Test func pipesAreNeverOpened() {
        let tree = TemporaryTree(["a.py"])
        mkfifo(tree.path + "/p.py", 0o600)
        #expect(walked(tree) == ["a.py"])
        #expect(walk(tree).problems.map(\.message) == ["not a regular file but a named pipe"])
        let named = walk(tree) { $0.paths = [tree.path + "/p.py"] }
        #expect(named.problems.map(\.isFatal) == [true])
        #expect(throws: FileError.notAFile(FileKindName.pipe)) {
            () throws -> Void in _ = try SourceFile(path: tree.path + "/p.py").read()
        }
    }

    @Test func whatIsNamedAndMissingIsFatal() {
        let walk = walk(TemporaryTree([])) { $0.paths = ["/nowhere/at all.py"] }
        #expect(
            walk.problems == [
                ScanProblem(path: "/nowhere/at all.py", message: "there is no such file or folder", isFatal: true)
            ])
    }

    @Test func namesThatAreNoTextKeepTheirBytes() throws {
        let tree = TemporaryTree([])
        let raw = Array((tree.path + "/caf").utf8) + [0xE9, 0xF4] + Array(".py".utf8)
        let descriptor = raw.map { CChar(bitPattern: $0) }.withUnsafeBufferPointer { name in
            open((Array(name) + [0]), O_CREAT | O_WRONLY, 0o600)
        }
        #expect(write(descriptor, "x = 1", 5) == 5)
        close(descriptor)
        let file = try #require(walk(tree).files.first)
        #expect(PathCoding.bytes(of: file.path) == raw)
        #expect(PathCoding.displayed(file.path) == tree.path + "/caf\\xe9\\xf4.py")
        let bytes = try file.read()
        #expect(bytes == Array("x = 1".utf8))
    }

    @Test func namesThatAreEqualAsTextStayApart() throws {
        let tree = TemporaryTree(["e\u{301}.py", "\u{E9}.py"])
        let files = walk(tree).files
        #expect(files.count == 2)
        #expect(walk(tree) { $0.paths += [tree.path + "/."] }.files.count == 2)
        #expect(Set(files.map { $0.path }).count == 2)
        for file in files { _ = try file.read() }
    }

    @Test(arguments: [
        [0x61, 0xFF, 0x62], [0xF4, 0x8F, 0xB8, 0x80], [0xEF, 0xBF, 0xBD], [0xC3, 0xA9], [0xED, 0xA0, 0x80],
    ])
    func pathCodingLosesNothing(bytes: [UInt8]) {
        #expect(PathCoding.bytes(of: PathCoding.text(of: bytes)) == bytes)
    }

    @Test func readsExactlyTheFile() throws {
        let tree = TemporaryTree([])
        for size in [0, 1, 4096, 65_537, 300_000] {
            let text = String(repeating: "x", count: size)
            tree.write("f.py", text)
            let bytes = try SourceFile(path: tree.path + "/f.py").read()
            #expect(bytes == Array(text.utf8))
        }
        #expect(throws: FileError.tooLarge(bytes: 300_000, limit: 100)) {
            () throws -> Void in _ = try FileSystem.read(Array((tree.path + "/f.py").utf8), limit: 100)
        }
    }
}

/// A folder of files for one test, removed at its end.
final class TemporaryTree {
    let path: String

    init(_ files: [String]) {
        var template = Array("/tmp/forkguard-walk-XXXXXX".utf8CString)
        let made = mkdtemp(&template)
        precondition(made != nil, "a temporary folder")
        path = String(cString: made!)
        for file in files { write(file, "") }
    }

    func makeFolder(_ name: String) {
        var current = path
        for part in name.split(separator: "/") {
            current += "/" + part
            mkdir(current, 0o700)
        }
    }

    func write(_ name: String, _ text: String) {
        if let slash = name.lastIndex(of: "/") { makeFolder(String(name[..<slash])) }
        let file = fopen(path + "/" + name, "w")
        precondition(file != nil, "a file for writing: \(name)")
        fwrite(text, 1, text.utf8.count, file)
        fclose(file)
    }

    deinit { remove(path) }

    private func remove(_ path: String) {
        guard let folder = opendir(path) else {
            unlink(path)
            return
        }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name == "." || name == ".." { continue }
            let isFolder = entry.pointee.d_type == UInt8(DT_DIR)
            if isFolder {
                remove(path + "/" + name)
            } else {
                withUnsafePointer(to: &entry.pointee.d_name) {
                    _ = $0.withMemoryRebound(to: CChar.self, capacity: 256) { raw in
                        unlinkat(dirfd(folder), raw, 0)
                    }
                }
            }
        }
        closedir(folder)
        rmdir(path)
    }
}
