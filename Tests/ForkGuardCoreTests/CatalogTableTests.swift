import Testing

@testable import ForkGuardCore

/// The root of the repository, from this file's place in it.
let repositoryRoot = #filePath.components(before: "/Tests/")

extension String {
    fileprivate func components(before mark: String) -> String {
        var end = endIndex
        while end > startIndex {
            if self[..<end].hasSuffix(mark) { return String(self[..<end].dropLast(mark.count)) }
            end = index(before: end)
        }
        return self
    }
}

@Suite struct CatalogTableTests {
    @Test func theRulesOfTheRepositoryAreValidAndTheTableIsFresh() throws {
        let rules: Catalog
        do {
            rules = try Catalog.load(directories: ["\(repositoryRoot)/rules"], upon: Catalog())
        } catch {
            Issue.record("\(error.description)")
            return
        }
        #expect(Catalog.builtIn == rules, "stale: run `make generate`")
        let bytes = try CatalogFiles.read(
            "\(repositoryRoot)/Sources/ForkGuardCore/Catalog/Generated/CatalogTable.swift")
        #expect(String(decoding: bytes, as: UTF8.self) == rules.generatedSource, "stale: run `make generate`")
    }

    @Test func decodingGivesBackWhatWasEncoded() {
        var text = Catalog.builtIn.tableText
        let decoded = text.withUTF8 { Catalog.decode($0) }
        #expect(decoded == Catalog.builtIn)
        #expect(decoded.tableText == text)
    }

    @Test func theTableHoldsTheHeadlineRuleAndItsLaunchers() throws {
        let deltalake = try #require(Catalog.builtIn.libraries.first { $0.id == "deltalake" })
        #expect(deltalake.code == RuleCode("FG101"))
        #expect(deltalake.runtime == "deltalake")
        #expect(deltalake.touches.contains { $0.name == "deltalake.DeltaTable" && $0.kind == .constructor })
        #expect(deltalake.versions.map(\.outcome) == [.ok, .hang, .error, .error])
        let names = Set(Catalog.builtIn.launchers.map(\.name))
        #expect(names.isSuperset(of: ["os.fork", "multiprocessing.Pool", "subprocess.Popen", "threading.Thread"]))
    }
}
