import CSystem

/// How malloc keeps what a scan has given back to it. A scan makes many small things on several threads, one stage after
/// the other; by itself malloc keeps a heap a thread, and in each the holes that a stage leaves.
enum AllocatorSettings {
    static func set() { _ = once }

    private static let once: Void = fg_set_allocator()

    /// Gives free pages back to the system, where a stage has left many.
    static func giveBack() { fg_give_back() }
}
