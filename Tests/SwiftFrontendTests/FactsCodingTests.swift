import Testing

@testable import ForkGuardCore

/// The binary coding of facts: what is written is read back, and any other bytes give an error.
@Suite struct FactsCodingTests {}
