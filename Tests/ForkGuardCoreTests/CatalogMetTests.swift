import Testing

@testable import ForkGuardCore

/// Which libraries of the catalogue a program can meet, by the texts that it is made of.
@Suite struct CatalogMetTests {
    private func libraries(metBy texts: String..., in languages: Set<SourceLanguage> = [.python]) -> Set<String> {
        let symbols = SymbolTable()
        for text in texts { _ = symbols.intern(text) }
        return Set(Catalog.builtIn.met(by: symbols, in: languages).libraries.map(\.id))
    }

    @Test func aLibraryIsMetByItsName() {
        let met = libraries(metBy: "deltalake", "os")
        #expect(met.contains("deltalake"))
        #expect(!met.contains("pymongo"))
        #expect(!met.contains("torch"))
    }

    @Test func aDottedNameBeginsWithIt() {
        #expect(libraries(metBy: "sqlalchemy.orm").contains("sqlalchemy"))
        #expect(!libraries(metBy: "shop.sqlalchemy").contains("sqlalchemy"))
        #expect(!libraries(metBy: "sqlalchemy_utils").contains("sqlalchemy"))
    }

    /// What one library's calls give may be another's.
    @Test func aLibraryIsMetByWhatLeadsToIt() {
        #expect(libraries(metBy: "flask_pymongo").contains("pymongo"))
        #expect(libraries(metBy: "polars").contains("deltalake"))
    }

    /// `torch.multiprocessing` is the standard library's under another name.
    @Test func aFamilyIsMetByItsModules() {
        let pools = Catalog.builtIn.libraries.filter { rule in
            rule.touches.contains { RuleIndex.top($0.name) == "multiprocessing" }
        }
        #expect(!pools.isEmpty)
        for pool in pools { #expect(libraries(metBy: "torch.multiprocessing").contains(pool.id), "\(pool.id)") }
    }

    @Test func aSwiftProgramMeetsNoLibraryOfPython() {
        let met = libraries(metBy: "Dispatch", "deltalake", in: [.swift])
        #expect(met.contains("dispatch"))
        #expect(!met.contains("deltalake"))
    }

    @Test func textsBeginWithOthersUpToADot() {
        let (texts, others) = (SymbolTable(), SymbolTable())
        for text in ["a.b.c", "dd", "e.f"] { _ = texts.intern(text) }
        let numbers = ["a", "a.b", "d", "dd", "e"].map(others.intern)
        let found = texts.beginnings(among: others)
        #expect(numbers.map { found[Int($0)] } == [true, false, false, true, true])
    }
}
