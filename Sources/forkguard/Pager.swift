import ForkGuardCore
import Glibc

/// Shows a long page on a terminal through what the user reads pages with; elsewhere writes it.
enum Pager {
    static func show(_ page: ByteBuffer) {
        let output = OutputStream.standardOutput
        let command = Environment.value("PAGER") ?? "less -FRX"
        let isPaged = output.isTerminal && OutputStream.standardError.isTerminal && !command.isEmpty && command != "cat"
        guard isPaged, let pipe = popen(command, "w") else {
            output.write(page)
            return
        }
        let bytes = page.bytes
        let written = fwrite(bytes, 1, bytes.count, pipe)
        let status = pclose(pipe)
        // A shell that does not know the pager says so by 127, and then nothing was shown.
        if written == 0 || status >> 8 & 0xFF == 127 { output.write(page) }
    }
}
