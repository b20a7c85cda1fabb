extension LibraryRule {
    /// What a fork does to the pinned version, as far as the pin says.
    public struct Verdict: Sendable, Equatable {
        /// The rows that the pin admits, oldest first; at least one for a rule that the loader accepted.
        public var rows: [VersionOutcome]
        /// The row to speak of: of a range, the newest that does harm, else the newest.
        public var decisive: VersionOutcome
        /// The decisive row holds for some versions that the range admits, and a row of another outcome for others.
        public var isMixed: Bool { rows.contains { $0.outcome != decisive.outcome } }
    }

    /// Returns the rows that may hold: for an exact pin its row, for a range those that it admits, and
    /// without a pin that of the newest release. Of rows that hang on the environment, those that one of `settings` puts
    /// in force.
    public func outcomes(for pin: PinnedVersion?, platform: Platform = .linux, under settings: [String] = [])
        -> [VersionOutcome]
    {
        let forced = versions.filter { !$0.environment.allSatisfy { !settings.contains($0) } }
        if !forced.isEmpty {
            let found = Self.outcomes(of: forced, for: pin, platform: platform)
            if !found.isEmpty { return found }
        }
        return Self.outcomes(of: versions.filter(\.environment.isEmpty), for: pin, platform: platform)
    }

    private static func outcomes(of versions: [VersionOutcome], for pin: PinnedVersion?, platform: Platform)
        -> [VersionOutcome]
    {
        let rows = versions.compactMap { row -> (row: VersionOutcome, range: SpecifierSet)? in
            guard (row.platform ?? platform) == platform else { return nil }
            return SpecifierSet(row.range).map { (row, $0) }
        }
        switch pin?.requirement {
        case .exact(let version)?:
            // A pre-release lies in no row's range where the row begins with its release: 0.19.0rc1.
            let found = rows.filter { $0.range.contains(version) }
            return (found.isEmpty ? rows.filter { $0.range.contains(version.base) } : found).map(\.row)
        case .range(let range)?:
            let admitted = rows.filter { $0.range.intersects(range) }.map(\.row)
            if !admitted.isEmpty { return admitted }
            fallthrough
        case nil:
            guard let newest = SpecifierSet.samples(of: rows.map(\.range)).last else { return [] }
            return rows.filter { $0.range.contains(newest) }.map(\.row)
        }
    }

    /// What a fork does to the pinned version; `nil` for a rule without versions.
    public func verdict(for pin: PinnedVersion?, platform: Platform = .linux, under settings: [String] = []) -> Verdict?
    {
        let rows = outcomes(for: pin, platform: platform, under: settings)
        guard let newest = rows.last else { return nil }
        return Verdict(rows: rows, decisive: rows.last { $0.outcome.isHarmful } ?? newest)
    }
}

extension LibraryRule.Outcome {
    /// The child hangs, fails, loses data, or nobody knows.
    public var isHarmful: Bool { self != .ok && self != .selfHeals }
}

extension LibraryRule.VersionLimit {
    /// The newest version that a range admits decides, and the newest release where nothing is pinned.
    public func admits(_ pin: PinnedVersion?) -> Bool {
        guard let range = SpecifierSet(range) else { return true }
        switch pin?.requirement {
        case .exact(let version)?: return range.contains(version) || range.contains(version.base)
        case .range(let required)?:
            let newest = SpecifierSet.samples(of: [range, required]).last { required.contains($0) }
            return newest.map(range.contains) ?? true
        case nil: return SpecifierSet.samples(of: [range]).last.map(range.contains) ?? true
        }
    }
}
