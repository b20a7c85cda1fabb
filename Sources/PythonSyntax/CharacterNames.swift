/// Characters by their Unicode names and aliases, for `\N{…}`.
///
/// The names are those of the Swift library's Unicode version, so a name that a target's older Unicode lacked is accepted.
enum CharacterNames {
    static func scalar(named text: String) -> UInt32? {
        let name = text.uppercased()
        if let value = derived(name) ?? aliases[name] { return value }
        return index.find(name)
    }

    /// Names that hold a number: ideographs, and the aliases of variation selectors.
    private static func derived(_ name: String) -> UInt32? {
        if name.hasPrefix("VS"), let number = UInt32(name.dropFirst(2)), number > 0, !name.hasPrefix("VS0") {
            return number <= 16 ? 0xFDFF + number : number <= 256 ? 0xE00EF + number : nil
        }
        guard let dash = name.lastIndex(of: "-"),
            let value = UInt32(name[name.index(after: dash)...], radix: 16),
            let scalar = Unicode.Scalar(value), scalar.properties.name == name
        else { return nil }
        return value
    }

    private static func matches(_ value: UInt32, _ name: String) -> Bool {
        guard let properties = Unicode.Scalar(value)?.properties else { return false }
        return properties.name == name || properties.nameAlias == name
    }

    // MARK: All other names

    /// Hashes of names, made when the first such escape is met.
    private struct Index {
        private var places: [(hash: UInt32, value: UInt32)]

        init() {
            places = Array(repeating: (0, .max), count: 1 << 18)
            for range in [
                0...0x33FF, 0x4DC0...0x4DFF, 0xA000...0xFFFF, 0x10000...0x16FFF, 0x18CD0...0x1FFFF, 0xE0000...0xE01FF,
            ] {
                for value in range {
                    guard let properties = Unicode.Scalar(UInt32(value))?.properties else { continue }
                    if let name = properties.name { insert(name, UInt32(value)) }
                    if let alias = properties.nameAlias { insert(alias, UInt32(value)) }
                }
            }
        }

        private static func hash(_ name: String) -> UInt32 {
            name.utf8.reduce(0x811C_9DC5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
        }

        private mutating func insert(_ name: String, _ value: UInt32) {
            let hash = Self.hash(name)
            var place = Int(hash) & (places.count - 1)
            while places[place].value != .max { place = (place + 1) & (places.count - 1) }
            places[place] = (hash, value)
        }

        func find(_ name: String) -> UInt32? {
            let hash = Self.hash(name)
            var place = Int(hash) & (places.count - 1)
            while places[place].value != .max {
                if places[place].hash == hash, matches(places[place].value, name) { return places[place].value }
                place = (place + 1) & (places.count - 1)
            }
            return nil
        }
    }

    private static let index = Index()

    private static let aliases: [String: UInt32] = {
        var names: [String: UInt32] = [:]
        for row in aliasRows.split(separator: "\n") {
            let sides = row.split(separator: "=")
            guard sides.count == 2, let value = UInt32(sides[0], radix: 16) else { continue }
            for name in sides[1].split(separator: ";") { names[String(name)] = value }
        }
        return names
    }()

    /// Aliases beyond the one that the library knows of each character.
    private static let aliasRows = """
        0=NUL
        1=START OF HEADING;SOH
        2=START OF TEXT;STX
        3=END OF TEXT;ETX
        4=END OF TRANSMISSION;EOT
        5=ENQUIRY;ENQ
        6=ACKNOWLEDGE;ACK
        7=ALERT;BEL
        8=BACKSPACE;BS
        9=CHARACTER TABULATION;HORIZONTAL TABULATION;HT;TAB
        A=LINE FEED;NEW LINE;END OF LINE;EOL;LF;NL
        B=LINE TABULATION;VERTICAL TABULATION;VT
        C=FORM FEED;FF
        D=CARRIAGE RETURN;CR
        E=SHIFT OUT;LOCKING-SHIFT ONE;SO
        F=SHIFT IN;LOCKING-SHIFT ZERO;SI
        10=DATA LINK ESCAPE;DLE
        11=DEVICE CONTROL ONE;DC1
        12=DEVICE CONTROL TWO;DC2
        13=DEVICE CONTROL THREE;DC3
        14=DEVICE CONTROL FOUR;DC4
        15=NEGATIVE ACKNOWLEDGE;NAK
        16=SYNCHRONOUS IDLE;SYN
        17=END OF TRANSMISSION BLOCK;ETB
        18=CANCEL;CAN
        19=END OF MEDIUM;EOM
        1A=SUBSTITUTE;SUB
        1B=ESCAPE;ESC
        1C=INFORMATION SEPARATOR FOUR;FILE SEPARATOR;FS
        1D=INFORMATION SEPARATOR THREE;GROUP SEPARATOR;GS
        1E=INFORMATION SEPARATOR TWO;RECORD SEPARATOR;RS
        1F=INFORMATION SEPARATOR ONE;UNIT SEPARATOR;US
        20=SP
        7F=DELETE;DEL
        80=PADDING CHARACTER;PAD
        81=HIGH OCTET PRESET;HOP
        82=BREAK PERMITTED HERE;BPH
        83=NO BREAK HERE;NBH
        84=INDEX;IND
        85=NEXT LINE;NEL
        86=START OF SELECTED AREA;SSA
        87=END OF SELECTED AREA;ESA
        88=CHARACTER TABULATION SET;HORIZONTAL TABULATION SET;HTS
        89=CHARACTER TABULATION WITH JUSTIFICATION;HORIZONTAL TABULATION WITH JUSTIFICATION;HTJ
        8A=LINE TABULATION SET;VERTICAL TABULATION SET;VTS
        8B=PARTIAL LINE FORWARD;PARTIAL LINE DOWN;PLD
        8C=PARTIAL LINE BACKWARD;PARTIAL LINE UP;PLU
        8D=REVERSE LINE FEED;REVERSE INDEX;RI
        8E=SINGLE SHIFT TWO;SINGLE-SHIFT-2;SS2
        8F=SINGLE SHIFT THREE;SINGLE-SHIFT-3;SS3
        90=DEVICE CONTROL STRING;DCS
        91=PRIVATE USE ONE;PRIVATE USE-1;PU1
        92=PRIVATE USE TWO;PRIVATE USE-2;PU2
        93=SET TRANSMIT STATE;STS
        94=CANCEL CHARACTER;CCH
        95=MESSAGE WAITING;MW
        96=START OF GUARDED AREA;START OF PROTECTED AREA;SPA
        97=END OF GUARDED AREA;END OF PROTECTED AREA;EPA
        98=START OF STRING;SOS
        99=SINGLE GRAPHIC CHARACTER INTRODUCER;SGC
        9A=SINGLE CHARACTER INTRODUCER;SCI
        9B=CONTROL SEQUENCE INTRODUCER;CSI
        9C=STRING TERMINATOR;ST
        9D=OPERATING SYSTEM COMMAND;OSC
        9E=PRIVACY MESSAGE;PM
        9F=APPLICATION PROGRAM COMMAND;APC
        A0=NBSP
        AD=SHY
        34F=CGJ
        61C=ALM
        180B=FVS1
        180C=FVS2
        180D=FVS3
        180E=MVS
        180F=FVS4
        200B=ZWSP
        200C=ZWNJ
        200D=ZWJ
        200E=LRM
        200F=RLM
        202A=LRE
        202B=RLE
        202C=PDF
        202D=LRO
        202E=RLO
        202F=NNBSP
        205F=MMSP
        2060=WJ
        2066=LRI
        2067=RLI
        2068=FSI
        2069=PDI
        FEFF=BYTE ORDER MARK;BOM;ZWNBSP
        """
}
