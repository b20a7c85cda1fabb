import Testing

@testable import ForkGuardCore

@Suite struct CatalogVersionTests {
    let deltalake = Catalog.builtIn.libraries.first { $0.id == "deltalake" }

    private func outcomes(_ requirement: String?) throws -> [LibraryRule.Outcome] {
        let rule = try #require(deltalake)
        guard let requirement else { return rule.outcomes(for: nil).map(\.outcome) }
        let pin: PinnedVersion
        if let version = Version(requirement) {
            pin = PinnedVersion(distribution: "deltalake", requirement: .exact(version))
        } else {
            pin = PinnedVersion(
                distribution: "deltalake", requirement: .range(try #require(SpecifierSet(requirement))))
        }
        return rule.outcomes(for: pin).map(\.outcome)
    }

    @Test(arguments: [
        ("0.15.3", LibraryRule.Outcome.ok), ("0.16.4", .ok), ("0.17.0", .hang), ("0.18.2", .hang),
        ("0.19.0", .error), ("0.20.2", .error), ("0.21.0", .error), ("1.6.6", .error), ("0.17.0rc1", .hang),
        ("0.18.2.post1", .hang), ("2!0.1", .error),
    ])
    func measuredReleases(version: String, outcome: LibraryRule.Outcome) throws {
        #expect(try outcomes(version) == [outcome])
    }

    @Test func rangesHoldAllTheyAdmit() throws {
        #expect(try outcomes("~=0.16.0") == [.ok])
        #expect(try outcomes(">=0.17,<0.19") == [.hang])
        #expect(try outcomes(">=0.16,<0.18") == [.ok, .hang])
        #expect(try outcomes(">=0.15") == [.ok, .hang, .error, .error])
        #expect(try outcomes(nil) == [.error])
    }

    @Test func theVerdictNamesTheNewestHarm() throws {
        let rule = try #require(deltalake)
        let range = try #require(SpecifierSet("<0.18"))
        let mixed = try #require(
            rule.verdict(for: PinnedVersion(distribution: "deltalake", requirement: .range(range))))
        #expect(mixed.decisive.outcome == .hang)
        #expect(mixed.isMixed)
        #expect(try #require(rule.verdict(for: nil)).isMixed == false)
    }

    @Test func callsOfOtherReleasesAreLeftOut() throws {
        func touches(_ id: String, _ pins: [String: String]) throws -> Set<String> {
            let rule = try #require(Catalog.builtIn.libraries.first { $0.id == id })
            let admitted = rule.touches.filter { touch in
                guard let only = touch.only else { return true }
                return only.admits(
                    pins[only.distribution].flatMap { text in
                        if let version = Version(text) {
                            return PinnedVersion(distribution: only.distribution, requirement: .exact(version))
                        }
                        return SpecifierSet(text).map {
                            PinnedVersion(distribution: only.distribution, requirement: .range($0))
                        }
                    })
            }
            return Set(admitted.map(\.name))
        }
        let eager = "polars.scan_delta"
        let lazy = "polars.scan_delta().collect"
        #expect(try touches("polars-delta", ["polars": "1.37.1"]).intersection([eager, lazy]) == [eager])
        #expect(try touches("polars-delta", ["polars": "1.38.1"]).intersection([eager, lazy]) == [lazy])
        #expect(try touches("polars-delta", ["polars": ">=1"]).intersection([eager, lazy]) == [lazy])
        #expect(try touches("polars-delta", ["polars": "<1.30"]).intersection([eager, lazy]) == [eager])
        #expect(try touches("polars-delta", [:]).intersection([eager, lazy]) == [lazy])
        #expect(try touches("deltalake", ["deltalake": "1.1.4"]).contains("deltalake.DeltaTable.partitions") == false)
        #expect(try touches("deltalake", ["deltalake": "1.2.1"]).contains("deltalake.DeltaTable.partitions"))
    }

    @Test(arguments: [
        "forked process detected - current PID is 4711 but the tokio runtime was created by 4242",
        "thread '<unnamed>' panicked at python/src/utils.rs:17:9:\nForked process detected - current PID ...",
        "failed to join thread: Resource deadlock avoided (os error 35)",
        "Resource deadlock avoided (os error 11)",
        "PanicException: Forked process detected",
        "Can't pickle <class 'pyo3_runtime.PanicException'>: import of module 'pyo3_runtime' failed",
    ])
    func errorTextsLeadToTheRule(text: String) throws {
        let subject = try #require(Explanation(of: text, in: .builtIn)).subject
        guard case .message(_, let library) = subject else {
            Issue.record("not taken as a message: \(subject)")
            return
        }
        #expect(library.id == "deltalake")
    }

    @Test(arguments: ["", "error", "the file was not found", "12345", "an exception at line 3 of my program"])
    func otherTextsLeadNowhere(text: String) {
        #expect(Explanation(of: text, in: .builtIn) == nil)
    }
}
