import Testing

@testable import DeltaCheck

@Suite struct PercentCodingTests {
    @Test func decodesOnce() {
        #expect(PercentCoding.decoded("a%253Ab%20c%zz%") == "a%3Ab c%zz%")
        #expect(PercentCoding.encoded("a b/c=%") == "a%20b/c=%25")
        #expect(PercentCoding.decoded(PercentCoding.encoded("zürich/ä b")) == "zürich/ä b")
    }

    @Test func tellsURIsFromPaths() {
        #expect(PercentCoding.isAbsoluteURI("s3://bucket/a") && PercentCoding.isAbsoluteURI("file:/a"))
        #expect(
            !PercentCoding.isAbsoluteURI("a/b:c") && !PercentCoding.isAbsoluteURI("1:2")
                && !PercentCoding.isAbsoluteURI("part-0"))
    }
}
