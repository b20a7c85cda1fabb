// swift-tools-version: 6.1
import PackageDescription

// The parser and the analyser are loops over flat arrays owned by one thread at a time; dynamic
// exclusivity checks halve their speed and guard nothing there.
let hot: [SwiftSetting] = [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]

let package = Package(
    name: "forkguard",
    products: [
        .executable(name: "forkguard", targets: ["forkguard"]),
        .library(name: "ForkGuardRuntime", targets: ["ForkGuardRuntime"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
    ],
    targets: [
        .executableTarget(
            name: "forkguard",
            dependencies: [
                "ForkGuardCore",
                "DeltaCheck",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]),
        .target(
            name: "ForkGuardCore", dependencies: ["PythonSyntax", "CToml", "CSystem"], swiftSettings: hot),
        .target(name: "PythonSyntax", swiftSettings: hot),
        .target(name: "CSystem"),
        .target(
            name: "CToml",
            cxxSettings: [.define("TOML_EXCEPTIONS", to: "0"), .define("TOML_ENABLE_FORMATTERS", to: "0")]),

        // The Delta engine, and the guard that it keeps its worker pool with. The codecs are linked in whole: the
        // colon names the archive, so that no shared library of theirs is needed where the command runs.
        .target(
            name: "DeltaCheck",
            dependencies: ["ForkGuardRuntime", "CSystem", "CSnappy", "CZstd", "CZlib", "CLz4"],
            swiftSettings: hot,
            linkerSettings: [
                .linkedLibrary(":libsnappy.a"), .linkedLibrary(":libzstd.a"), .linkedLibrary(":libz.a"),
                .linkedLibrary(":liblz4.a"), .linkedLibrary("stdc++"),
            ]),
        .target(name: "ForkGuardRuntime", dependencies: ["CForkHooks"]),
        .target(name: "CForkHooks"),
        .systemLibrary(name: "CSnappy", providers: [.apt(["libsnappy-dev"])]),
        .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CLz4", providers: [.apt(["liblz4-dev"])]),

        // Developers' tools: they are built by `make`, never shipped.
        .executableTarget(name: "rulegen", dependencies: ["ForkGuardCore"]),
        .executableTarget(name: "syntaxdump", dependencies: ["PythonSyntax"]),
        .executableTarget(name: "deltaprobe", dependencies: ["DeltaCheck", "CSystem"]),

        .testTarget(name: "PythonSyntaxTests", dependencies: ["PythonSyntax"]),
        .testTarget(name: "ForkGuardCoreTests", dependencies: ["ForkGuardCore"]),
        .testTarget(name: "DeltaCheckTests", dependencies: ["DeltaCheck", "ForkGuardRuntime"]),
        // Runs the real command: the dependency only has it built.
        .testTarget(name: "EndToEndTests", dependencies: ["forkguard"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
