import Testing

@testable import ForkGuardCore

@Suite struct WalkIgnorePatternTests {
    private func matches(_ line: String, _ path: String, isFolder: Bool = false) -> Bool? {
        guard let pattern = IgnorePattern(line: Array(line.utf8)[...]) else { return nil }
        return pattern.matches(Array(path.utf8)[...], isFolder: isFolder)
    }

    @Test(arguments: [
        ("*.py", "a/b.py", true), ("*.py", "b.pyc", false), ("b.py", "a/b.py", true),
        ("/b.py", "a/b.py", false), ("/b.py", "b.py", true), ("a/b.py", "a/b.py", true),
        ("a/b.py", "x/a/b.py", false), ("**/b.py", "x/a/b.py", true), ("**/b.py", "b.py", true),
        ("a/**", "a/b/c.py", true), ("a/**", "a", false), ("a/**/c.py", "a/c.py", true),
        ("a/**/c.py", "a/x/y/c.py", true), ("a/**/x/**/c.py", "a/x/q/c.py", true),
        ("a/*.py", "a/b/c.py", false), ("a*c.py", "abbbc.py", true), ("*/c.py", "b/c.py", true),
        ("*/c.py", "a/b/c.py", false), ("a?.py", "ab.py", true), ("a?b", "a/b", false),
        ("[ab].py", "a.py", true), ("[!ab].py", "a.py", false), ("[^ab].py", "c.py", true),
        ("[a-c]x", "bx", true), ("[]x]y", "]y", true), ("[[:digit:]]x", "7x", true),
        ("[[:alpha:]]x", "7x", false), ("\\!a.py", "!a.py", true), ("\\#a.py", "#a.py", true),
        ("a\\*.py", "a*.py", true), ("a\\*.py", "ab.py", false), ("a.py   ", "a.py", true),
        ("a\\ ", "a ", true), ("*a*b*c*", "xxaxxbxxcxx", true), ("*a*b*c*", "xxaxxcxxbxx", false),
        ("foo**bar", "fooxbar", true), ("**", "a/b", true), ("a/[b/c]", "a/b", true),
    ])
    func matchesAsGitDoes(line: String, path: String, expected: Bool) {
        #expect(matches(line, path) == expected, "\(line) on \(path)")
    }

    @Test func onlyFoldersForAClosingSlash() {
        #expect(matches("build/", "build", isFolder: true) == true)
        #expect(matches("build/", "build", isFolder: false) == false)
        #expect(matches("build/", "a/build", isFolder: true) == true)
    }

    @Test(arguments: ["", "   ", "# a comment", "/", "!"])
    func skipsLinesThatSayNothing(line: String) {
        #expect(matches(line, "a") == nil)
    }

    @Test func staysFastOnManyStars() {
        let pattern = String(repeating: "*a", count: 40) + "b"
        let path = String(repeating: "a", count: 4000)
        let clock = ContinuousClock()
        let spent = clock.measure { #expect(matches(pattern, path) == false) }
        #expect(spent < .seconds(2))
    }

    @Test func lastLineThatMatchesDecides() {
        let file = IgnoreFile(folder: Array("/r".utf8), text: Array("*.py\r\n!keep.py\n#x\n/sub/keep.py".utf8))
        #expect(file.verdict(on: Array("/r/a.py".utf8), isFolder: false) == true)
        #expect(file.verdict(on: Array("/r/keep.py".utf8), isFolder: false) == false)
        #expect(file.verdict(on: Array("/r/sub/keep.py".utf8), isFolder: false) == true)
        #expect(file.verdict(on: Array("/r/a.txt".utf8), isFolder: false) == nil)
    }
}
