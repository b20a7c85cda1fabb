// swift-tools-version: 6.1
import PackageDescription

// The parser and the analyser are loops over flat arrays owned by one thread at a time; dynamic
// exclusivity checks halve their speed and guard nothing there.
let hot: [SwiftSetting] = [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]

let package = Package(
    name: "forkguard",
    products: [
        .executable(name: "forkguard", targets: ["forkguard"]),
        .executable(name: "forkguard-swift", targets: ["forkguard-swift"]),
        .library(name: "ForkGuardRuntime", targets: ["ForkGuardRuntime"]),
    ],
    traits: [
        // swift-syntax takes minutes to compile: what reads Python alone neither fetches nor builds it.
        .trait(name: "SwiftFrontend", description: "Builds forkguard-swift, which reads Swift sources."),
        .default(enabledTraits: []),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/swiftlang/swift-syntax", "603.0.1"..<"604.0.0"),
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
            name: "ForkGuardCore", dependencies: ["PythonSyntax", "CToml", "CSystem", "ProcessEvidence"],
            swiftSettings: hot),
        .target(name: "ProcessEvidence", dependencies: ["CSystem"]),
        .target(name: "PythonSyntax", swiftSettings: hot),
        .target(name: "CSystem"),
        .target(
            name: "CToml",
            cxxSettings: [.define("TOML_EXCEPTIONS", to: "0"), .define("TOML_ENABLE_FORMATTERS", to: "0")]),

        // Swift sources -> facts; empty without the trait.
        .target(
            name: "SwiftFrontend",
            dependencies: [
                "ForkGuardCore",
                .product(
                    name: "SwiftParser", package: "swift-syntax", condition: .when(traits: ["SwiftFrontend"])),
                .product(
                    name: "SwiftSyntax", package: "swift-syntax", condition: .when(traits: ["SwiftFrontend"])),
                .product(
                    name: "SwiftOperators", package: "swift-syntax", condition: .when(traits: ["SwiftFrontend"])),
                .product(
                    name: "SwiftParserDiagnostics", package: "swift-syntax",
                    condition: .when(traits: ["SwiftFrontend"])),
            ]),
        .executableTarget(name: "forkguard-swift", dependencies: ["SwiftFrontend"]),
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
        .testTarget(name: "ProcessEvidenceTests", dependencies: ["ProcessEvidence"]),
        .testTarget(name: "SwiftFrontendTests", dependencies: ["SwiftFrontend", "ForkGuardCore"]),
        .testTarget(name: "ForkGuardRuntimeTests", dependencies: ["ForkGuardRuntime", "CSystem"]),
        .testTarget(name: "DeltaCheckTests", dependencies: ["DeltaCheck", "ForkGuardRuntime"]),
        .testTarget(name: "ForkGuardCoreTests", dependencies: ["ForkGuardCore", "ProcessEvidence"]),
        // Runs the real command: the dependency only has it built.
        .testTarget(name: "EndToEndTests", dependencies: ["forkguard"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
