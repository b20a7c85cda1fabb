// swift-tools-version: 6.1
import PackageDescription

// The parser and the analyser are loops over flat arrays owned by one thread at a time; dynamic
// exclusivity checks halve their speed and guard nothing there.
let hot: [SwiftSetting] = [.unsafeFlags(["-enforce-exclusivity=unchecked"], .when(configuration: .release))]

let package = Package(
    name: "forkguard",
    products: [
        .executable(name: "forkguard", targets: ["forkguard"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0")
    ],
    targets: [
        .executableTarget(
            name: "forkguard",
            dependencies: [
                "ForkGuardCore",
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

        // Developers' tools: they are built by `make`, never shipped.
        .executableTarget(name: "rulegen", dependencies: ["ForkGuardCore"]),
        .executableTarget(name: "syntaxdump", dependencies: ["PythonSyntax"]),

        .testTarget(name: "PythonSyntaxTests", dependencies: ["PythonSyntax"]),
        .testTarget(name: "ProcessEvidenceTests", dependencies: ["ProcessEvidence"]),
        .testTarget(name: "ForkGuardCoreTests", dependencies: ["ForkGuardCore", "ProcessEvidence"]),
        // Runs the real command: the dependency only has it built.
        .testTarget(name: "EndToEndTests", dependencies: ["forkguard"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
