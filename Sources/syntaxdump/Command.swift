import PythonSyntax

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Developers' view of the front end: trees as text, their checksums, and the parser's speed.
enum Command {
    static let usage = """
        usage: syntaxdump [--target 3.N] [--dump | --errors | --bench] FILE... | --files-from -
        Prints one line a file: the path, OK or ERR, the length and CRC-32 of the canonical text of its tree
        (for ERR: line and message of the first error).
          --dump     print the canonical text itself, an element a line
          --errors   print every error
          --bench    parse all files, print MB/s
        """

    enum Mode { case checksum, dump, errors, bench }

    static func run(_ arguments: [String]) {
        var target = PythonVersion.newest
        var mode = Mode.checksum
        var files: [String] = []
        var rest = arguments[...]
        while let argument = rest.popFirst() {
            switch argument {
            case "--target":
                guard let text = rest.popFirst(), let version = PythonVersion(text) else { stop(usage) }
                target = version
            case "--dump": mode = .dump
            case "--errors": mode = .errors
            case "--bench": mode = .bench
            case "--files-from":
                guard rest.popFirst() == "-" else { stop(usage) }
                while let line = readLine() { files.append(line) }
            case "--help":
                print(usage)
                return
            default: files.append(argument)
            }
        }
        if files.isEmpty { stop(usage) }
        if mode == .bench { return bench(files, target) }
        for file in files {
            guard let bytes = read(file) else {
                print("\(file)\tERR\t0\tcannot be read")
                continue
            }
            show(file, PythonParser.parse(bytes, target: target), mode, target)
        }
    }

    static func stop(_ message: String) -> Never {
        print(message)
        exit(2)
    }

    private static func show(_ file: String, _ tree: SyntaxTree, _ mode: Mode, _ target: PythonVersion) {
        if mode == .errors {
            for error in tree.errors {
                let (line, column) = tree.position(of: error.offset)
                print("\(file):\(line):\(column + 1): \(error.message)")
            }
            return
        }
        if mode == .dump {
            for error in tree.errors { print("ERR \(tree.position(of: error.offset).line) \(error.message)") }
            var writer = TreeWriter(tree: tree, target: target, separator: UInt8(ascii: "\n"))
            writer.write()
            print(String(decoding: writer.output, as: UTF8.self))
            return
        }
        if let error = tree.errors.first {
            print("\(file)\tERR\t\(tree.position(of: error.offset).line)\t\(error.message)")
            return
        }
        var writer = TreeWriter(tree: tree, target: target, separator: UInt8(ascii: " "))
        writer.write()
        print("\(file)\tOK\t\(writer.output.count)\t\(CRC32.of(writer.output))")
    }

    private static func bench(_ files: [String], _ target: PythonVersion) {
        let contents = files.compactMap(read)
        let size = contents.reduce(0) { $0 + $1.count }
        for _ in 0..<3 {
            var nodes = 0
            var failed = 0
            let elapsed = ContinuousClock().measure {
                for bytes in contents {
                    let tree = PythonParser.parse(bytes, target: target)
                    nodes += tree.nodes.count
                    if !tree.errors.isEmpty { failed += 1 }
                }
            }
            let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
            let rate = Int(Double(size) / 1e6 / max(seconds, 1e-9))
            print(
                "\(contents.count) files, \(size) bytes, \(nodes) nodes, \(failed) with errors, \(seconds) s, \(rate) MB/s"
            )
        }
    }

    static func read(_ path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var status = stat()
        if fstat(fileno(file), &status) == 0 { bytes.reserveCapacity(Int(status.st_size) + 16) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, file)
            if count <= 0 { break }
            bytes.append(contentsOf: buffer[..<count])
        }
        return ferror(file) == 0 ? bytes : nil
    }
}

/// The checksum that Python's `zlib.crc32` makes.
enum CRC32 {
    private static let table: [UInt32] = (0..<256).map { index in
        var value = UInt32(index)
        for _ in 0..<8 { value = value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        return value
    }

    static func of(_ bytes: [UInt8]) -> UInt32 {
        let table = table
        var value: UInt32 = .max
        for byte in bytes { value = value >> 8 ^ table[Int(UInt8(truncatingIfNeeded: value) ^ byte)] }
        return ~value
    }
}
