import ForkGuardCore
import Glibc
import SwiftFrontend

#if SwiftFrontend
    exit(FrontEndServer.run { SwiftFacts.extract(from: $0) })
#else
    // A build without the trait has nothing to read Swift with; the command treats it as absent.
    exit(3)
#endif
