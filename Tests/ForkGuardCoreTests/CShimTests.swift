import Testing

@testable import ForkGuardCore

/// The light reader of C: whatever the bytes are, it ends, and its facts are consistent.
@Suite struct CShimTests {
    private func facts(_ source: String) -> ModuleFacts { facts(Array(source.utf8)) }

    private func facts(_ source: [UInt8]) -> ModuleFacts { BigStack.run { CShimFacts.extract(from: source) } }

    /// Names of the functions, with the number of their parameters.
    private func functions(_ source: String) -> [String] {
        let facts = facts(source)
        return facts.functions.map { "\(facts.strings[Int($0.name)])/\($0.parameters.count)" }
    }

    private static let shim = """
        #include <unistd.h>
        #if defined(__linux__) && !defined(BARE) /* a test */
        #define RAW(flags, ...) ((pid_t)syscall(SYS_clone, (flags), 0, ##__VA_ARGS__))
        #endif
        typedef int (*body_t)(void *);
        struct options { int flags; char *names[4]; } defaults = { 1, { "fork()", 0 } };
        extern "C" { static inline int __attribute__((unused)) run(int (*body)(void *), const char *name, ...) {
            pid_t pid, other = 0, *where = &other;
            for (int i = 0; i < 3 && (pid = fork()) != -1; i++) { if (!pid) _exit(body(name)); else continue; }
            switch (pid) { case -1: goto out; case 0: default: break; }
            do { errno = 0; } while (waitpid(pid, NULL, 0) < 0 && errno == EINTR);
            return pid > 0 ? (int)pid : -errno;
        out:
            return -1;
        } }
        API(int) other(void) { return RAW(17); }
        """

    @Test func functionsAndMacrosAreFound() throws {
        #expect(functions(Self.shim) == ["run/3", "other/0", "RAW/1"])
        let facts = facts(Self.shim)
        #expect(facts.firstInconsistency() == nil)
        #expect(try ModuleFacts(decoding: facts.encoded()) == facts)
    }

    @Test func branchesAreThoseOfLinux() {
        #expect(
            functions("#ifdef __APPLE__\nint a(void) {}\n#else\nint b(void) {}\n#endif\nint c(void) {}") == [
                "b/0", "c/0",
            ])
        #expect(
            functions("#if 0\nint a(void) { it's }\n#elif X\nint b(void) {}\n#else\nint c(void) {}\n#endif") == ["b/0"])
        #expect(
            functions("#ifndef H\n#define H\nint a(int x);\n#if !TARGET_OS_MAC\nint b() {}\n#endif\n#endif") == ["b/0"])
    }

    @Test(arguments: [
        "", "{", "}", "(", ")", "#", "#if", "#else\n#endif\n#endif", "#define", "#define A", "#define A(", "\"", "'",
        "/*", "//\\",
        "int f(", "int f(void) {", "int f(void) { if", "int f(void) { if (", "int f(void) { switch (x) { case",
        "f() { return",
        "f() { for (;;", "f() { do", "f() { a ? ", "f() { (int)", "f() { x = = ; ) ] }", "f() { ] } } int g() {",
        "\\\n", "\0\u{1}",
        "f() { syscall(", "f() { syscall(SYS_ ) }", "f() { case 0: else ; typedef }",
        "f() { int (*g)(void) = {1}, h[ }",
    ])
    func anySourceGivesFacts(_ source: String) {
        #expect(facts(source).firstInconsistency() == nil)
    }

    @Test func everyPrefixGivesFacts() {
        let bytes = Array(Self.shim.utf8)
        for count in bytes.indices { #expect(facts(Array(bytes[..<count])).firstInconsistency() == nil) }
    }

    @Test func bytesThatAreNoTextGiveFacts() {
        var state: UInt32 = 2744
        let signs = Array("(){}[];,:?=&|!*-#\"'\\\n aif0".utf8)
        for _ in 0..<300 {
            var bytes = Array("int f(void) {".utf8)
            for _ in 0..<80 {
                state = state &* 1_664_525 &+ 1_013_904_223
                let byte = UInt8(truncatingIfNeeded: state >> 24)
                bytes.append(state >> 23 & 1 == 0 ? signs[Int(byte) % signs.count] : byte)
            }
            #expect(facts(bytes).firstInconsistency() == nil)
        }
    }

    @Test func deepNestingEnds() {
        let count = 20_000
        for (open, close) in [
            ("{", "}"), ("(", ")"), ("[", "]"), ("if (a) ", ""), ("a = ", ""), ("!", ""), ("(int)", ""), ("f(", ")"),
            ("a ? ", ""),
            ("else ", ""), ("for (;;) ", ""), ("#if A\n", "#endif\n"), ("a + ", ""), ("a.", ""), ("a, ", ""),
            ("switch (a) { case 0: ", "}"),
        ] {
            let source =
                "int f(void) {" + String(repeating: open, count: count) + "fork()"
                + String(repeating: close, count: count)
                + ";}"
            #expect(facts(source).firstInconsistency() == nil, "\(open)")
        }
    }
}
