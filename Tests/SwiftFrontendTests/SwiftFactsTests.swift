#if SwiftFrontend
    import Testing

    @testable import ForkGuardCore
    @testable import SwiftFrontend

    /// The lowering of Swift source: total on any input, and consistent in itself.
    @Suite struct SwiftFactsTests {
        /// On a stack as large as the program's own threads have.
        private func facts(_ source: String) -> ModuleFacts {
            BigStack.run { SwiftFacts.extract(from: Array(source.utf8)) }
        }

        @Test func factsSurviveTheirCoding() throws {
            let facts = facts(
                """
                import struct Foundation.URL
                @main struct App: Runner { // forkguard: ignore[FG105] a test
                    static let shared = App(); var a = 1, b: Int { get { a } set { a = newValue } }
                    lazy var c = { $0 + 1 }; var d = 0 { didSet { print(d) } }
                    func run(_ x: Int, y z: [String]? = nil) async throws -> Int {
                        defer { print("end") }
                        guard let z, case .some(let w) = x, z.count > 1 else { return 0 }
                        do { try await go() } catch let e as Failure { throw e } catch { print(error) }
                        outer: for i in 0..<3 where i > 1 { switch i { case 0: break outer; case let n where n > 2: continue; default: break } }
                        repeat { a += 1 } while a < 3
                        let v = if a > 1 { 1 } else { 2 }
                        #if os(Linux) && !DEBUG
                        return x > 0 ? v : (z.first ?? "").count
                        #else
                        return -1
                        #endif
                    }
                }
                extension App { init(x: Int) { self.init(); self.a = x } }
                """)
            #expect(facts.firstInconsistency() == nil)
            #expect(try ModuleFacts(decoding: facts.encoded()) == facts)
            #expect(facts.syntaxErrors.isEmpty)
            #expect(facts.suppressions.map(\.codes) == [["FG105"]])
            #expect(facts.isScript)
        }

        @Test func brokenSourceGivesErrorsWithPlaces() {
            let facts = facts("func f( {\n let x = \n}\n")
            #expect(!facts.syntaxErrors.isEmpty)
            #expect(facts.syntaxErrors.allSatisfy { $0.offset <= 22 })
        }

        @Test(arguments: [
            "", "\u{FEFF}let x = 1", "\0\0", "#if", "#if os(Linux)\n#else", "\"\\(", "{{{{", "}", "`", "switch x {",
            "$0",
            "let", "@", "func f<", "import ", "case .a(let", "\\.", "a ? b", "a = ", "try", "await", "defer {",
        ])
        func anySourceGivesFacts(_ source: String) {
            #expect(facts(source).firstInconsistency() == nil)
        }

        @Test func bytesThatAreNoTextGiveFacts() {
            var state: UInt32 = 2744
            for _ in 0..<200 {
                var bytes: [UInt8] = []
                for _ in 0..<60 {
                    state = state &* 1_664_525 &+ 1_013_904_223
                    bytes.append(UInt8(truncatingIfNeeded: state >> 24))
                }
                let text = bytes
                #expect(BigStack.run { SwiftFacts.extract(from: text) }.firstInconsistency() == nil)
            }
        }

        @Test func deepNestingIsToldAndEnds() {
            let count = 200
            for (open, close) in [("{ ", " }"), ("(", ")"), ("[", "]"), ("f(", ")"), ("if a { ", " }"), ("!", "")] {
                let source =
                    "let x = " + String(repeating: open, count: count) + "1" + String(repeating: close, count: count)
                let facts = facts(source)
                #expect(facts.firstInconsistency() == nil)
            }
            let chain = "x" + String(repeating: ".a()", count: 4_000)
            #expect(facts(chain).firstInconsistency() == nil)
            let sum = "let s = 1" + String(repeating: " + 1", count: 4_000)
            #expect(facts(sum).firstInconsistency() == nil)
        }

        @Test func deepConditionsAreToldWithoutParsing() {
            let source = String(repeating: "#if A\n", count: 3_000) + String(repeating: "#endif\n", count: 3_000)
            #expect(facts(source).syntaxErrors.map(\.message) == ["`#if` is nested too deeply to be read"])
        }

        @Test func nestedClosuresAreReported() {
            let source = String(repeating: "f { ", count: 2_000) + String(repeating: "}", count: 2_000)
            let facts = facts(source)
            #expect(!facts.syntaxErrors.isEmpty || !facts.limits.isEmpty)
        }
    }
#endif
