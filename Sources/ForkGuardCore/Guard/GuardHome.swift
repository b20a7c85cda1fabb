/// Where the guard's Python package is installed.
public struct GuardHome {
    /// The folder that holds the package `forkguard`: a `site-packages`, or `python` in a checkout.
    let folder: [UInt8]

    /// The folder that goes in front of PYTHONPATH.
    var bootstrap: [UInt8] { folder + Array("/forkguard/bootstrap".utf8) }

    /// Looks where installers put the package beside this command, and in the checkout that it was built in.
    ///
    /// - Parameter chosen: a folder that the user names (FORKGUARD_HOME), which is then the only one.
    public static func find(chosen: String?) -> GuardHome? {
        if let chosen, !chosen.isEmpty { return at(FileSystem.absolute(PathCoding.bytes(of: chosen))) }
        guard var folder = try? FileSystem.realPath(Array("/proc/self/exe".utf8)) else { return nil }
        removeLast(&folder)
        var above = folder
        for _ in 0..<5 where above.count > 1 {
            if let found = at(above + Array("/python".utf8)) { return found }
            removeLast(&above)
        }
        removeLast(&folder)
        for library in ["/lib", "/lib64", "/local/lib"] {
            for version in pythons(in: folder + Array(library.utf8)) {
                for packages in ["/site-packages", "/dist-packages"] {
                    if let found = at(version + Array(packages.utf8)) { return found }
                }
            }
        }
        return nil
    }

    private static func at(_ folder: [UInt8]) -> GuardHome? {
        let home = GuardHome(folder: folder)
        return FileSystem.exists(home.bootstrap + Array("/sitecustomize.py".utf8)) ? home : nil
    }

    /// Newest first, as far as names tell.
    private static func pythons(in folder: [UInt8]) -> [[UInt8]] {
        let names = (try? FileSystem.list(folder))?.map(\.name) ?? []
        return names.filter { $0.starts(with: Array("python".utf8)) }
            .sorted {
                ($0.count, String(decoding: $0, as: UTF8.self)) > ($1.count, String(decoding: $1, as: UTF8.self))
            }
            .map { folder + [UInt8(ascii: "/")] + $0 }
    }

    private static func removeLast(_ path: inout [UInt8]) {
        while let last = path.popLast(), last != UInt8(ascii: "/") {}
    }
}
