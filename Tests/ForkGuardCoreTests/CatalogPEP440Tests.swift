import Testing

@testable import ForkGuardCore

@Suite struct CatalogPEP440Tests {
    /// In the order of PEP 440.
    static let versions = [
        "0", "0.16.4", "0.17.0rc1", "0.17.0", "0.17.1.dev3", "0.17.1a1", "0.17.1b2.post1",
        "0.17.1", "0.17.1+local.abc", "0.17.1+local.1", "0.17.1.post1", "0.18.2", "0.19",
        "0.19.0.post2.dev1", "1.0.dev0", "1.0a1.dev2", "1.0a1", "1.0", "1.0.1", "1.4.2", "1.10",
        "1.10.0+cu118", "2024.1.5", "1!0.1", "1!2.0rc2",
    ]

    @Test func versionsAreOrdered() throws {
        let versions = try Self.versions.map { try #require(Version($0), "\($0)") }
        for (index, left) in versions.enumerated() {
            for (other, right) in versions.enumerated() {
                #expect((left < right) == (index < other), "\(left) < \(right)")
                #expect((left == right) == (index == other), "\(left) == \(right)")
            }
        }
    }

    @Test(arguments: [
        ("1.0", "1"), ("v1.0", "1.0.0"), ("1.0alpha1", "1.0a1"), ("1.0-beta.2", "1.0b2"), ("1.0c3", "1.0rc3"),
        ("1.0preview4", "1.0rc4"), ("1.0-1", "1.0.post1"), ("1.0.rev2", "1.0.post2"), ("1.0post", "1.0.post0"),
        ("1.0-dev", "1.0.dev0"), ("1.0+Ubuntu-1", "1.0+ubuntu.1"), (" 1.0 ", "1.0"), ("0!1.0", "1.0"),
    ])
    func spellingsOfOneVersion(left: String, right: String) throws {
        #expect(try #require(Version(left)) == #require(Version(right)))
    }

    @Test(arguments: ["", "x", "1..0", "1.0.", "1.0+", "1.0+a..b", "1.0 beta", "1.0rc1rc2", "99999999999999999999"])
    func noVersions(text: String) { #expect(Version(text) == nil) }

    @Test(arguments: ["1.0", "=>1", "~=1", ">=1.*", "==1.0.dev1.*", ">=", "==1.0 2.0"])
    func noSpecifiers(text: String) { #expect(SpecifierSet(text) == nil) }

    /// Specifier sets and which of `versions` they hold, one sign a version.
    static let holdings = [
        ("==0.17.1", ".......xxx..............."),
        ("==0.17.1+local.1", ".........x..............."),
        ("!=0.17.1", "xxxxxxx...xxxxxxxxxxxxxxx"),
        ("==0.17.*", "..xxxxxxxxx.............."),
        ("!=0.17.*", "xx.........xxxxxxxxxxxxxx"),
        (">=0.17.0,<0.19.0", "...xxxxxxxxx............."),
        ("<0.17.0", "xx......................."),
        (">0.17.1", "...........xxxxxxxxxxxxxx"),
        (">0.17.1.post1", "...........xxxxxxxxxxxxxx"),
        ("<=0.17.1", "xxxxxxxxxx..............."),
        (">=0.17.1", ".......xxxxxxxxxxxxxxxxxx"),
        ("~=0.17.0", "...xxxxxxxx.............."),
        ("~=1.0", ".................xxxxx..."),
        ("~=1.4.2", "...................x....."),
        ("<1.0", "xxxxxxxxxxxxxx..........."),
        ("<=1.0", "xxxxxxxxxxxxxxxxxx......."),
        (">=1.0a1", "................xxxxxxxxx"),
        ("<1.0a1", "xxxxxxxxxxxxxxxx........."),
        ("==1.0", ".................x......."),
        ("==1.10", "....................xx..."),
        (">1.0,!=1.4.*", "..................x.xxxxx"),
        ("==1!0.*", ".......................x."),
        (">=1!0.1", ".......................xx"),
        ("<1!2", "xxxxxxxxxxxxxxxxxxxxxxxx."),
        ("~=0.17.1b1", "......xxxxx.............."),
        ("", "xxxxxxxxxxxxxxxxxxxxxxxxx"),
    ]

    @Test(arguments: holdings)
    func setsHold(text: String, expected: String) throws {
        let set = try #require(SpecifierSet(text))
        let held = try Self.versions.map { set.contains(try #require(Version($0))) ? "x" : "." }.joined()
        #expect(held == expected)
    }

    @Test(arguments: [
        (">=0.17,<0.19", ">=0.18", true), ("<0.17.0", "~=0.16.0", true), (">=0.17.0", "~=0.16.0", false),
        (">0.16.4,<0.17", "<0.17.0", true), ("==1.4.*", ">=1.4.2,<1.5", true), ("<1", ">=1", false),
        ("!=1.0", "==1.0", false), ("", "==3", true), (">=2", "", true),
    ])
    func setsMeet(left: String, right: String, meets: Bool) throws {
        let left = try #require(SpecifierSet(left))
        let right = try #require(SpecifierSet(right))
        #expect(left.intersects(right) == meets)
        #expect(right.intersects(left) == meets)
    }
}
