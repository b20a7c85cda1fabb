"""What an ELF file asks of the system it runs on: its loader, its libraries, the newest glibc symbols it uses."""

import struct

_DYNAMIC, _NEEDED_VERSIONS, _STRING_TABLE_LINK = 6, 0x6FFFFFFE, 40
_PROGRAM_INTERPRETER = 3
MACHINES = {62: "x86_64", 183: "aarch64"}


class Requirements:
    """machine: as platform tags spell it. is_static: nothing is loaded at run time. libraries: what is. glibc: (2, 17)."""

    def __init__(self, machine, is_static, libraries, glibc):
        self.machine = machine
        self.is_static = is_static
        self.libraries = libraries
        self.glibc = glibc


def _text(data, offset):
    return data[offset : data.index(b"\0", offset)].decode("ascii", "replace")


def _sections(data):
    """(type, offset, size, index of the linked section) of each."""
    (table,) = struct.unpack_from("<Q", data, 40)
    size, count = struct.unpack_from("<HH", data, 58)
    found = []
    for index in range(count):
        at = table + index * size
        (kind,) = struct.unpack_from("<I", data, at + 4)
        offset, length, link = struct.unpack_from("<QQI", data, at + 24)
        found.append((kind, offset, length, link))
    return found


def _needed_libraries(data, sections, section):
    kind, offset, length, link = section
    strings = sections[link][1]
    found = []
    for at in range(offset, offset + length, 16):
        tag, value = struct.unpack_from("<qQ", data, at)
        if tag == 1:
            found.append(_text(data, strings + value))
    return found


def _versions(data, sections, section):
    """The version names that are needed of any library."""
    _, offset, length, link = section
    strings = sections[link][1]
    found = []
    at = offset
    while length:
        _, count, _, first, following = struct.unpack_from("<HHIII", data, at)
        entry = at + first
        for _ in range(count):
            _, _, _, name, next_entry = struct.unpack_from("<IHHII", data, entry)
            found.append(_text(data, strings + name))
            entry += next_entry
        if following == 0:
            break
        at += following
    return found


def requirements(path):
    with open(path, "rb") as file:
        data = file.read()
    if data[:5] != b"\x7fELF\x02" or data[5:6] != b"\x01":
        raise ValueError("%s is no 64-bit little-endian ELF file" % path)
    (machine,) = struct.unpack_from("<H", data, 18)
    (headers,) = struct.unpack_from("<Q", data, 32)
    header_size, header_count = struct.unpack_from("<HH", data, 54)
    kinds = [struct.unpack_from("<I", data, headers + index * header_size)[0] for index in range(header_count)]
    sections = _sections(data)
    libraries, versions = [], []
    for section in sections:
        if section[0] == _DYNAMIC:
            libraries += _needed_libraries(data, sections, section)
        elif section[0] == _NEEDED_VERSIONS:
            versions += _versions(data, sections, section)
    glibc = [tuple(int(part) for part in name[6:].split(".")) for name in versions if name[6:7].isdigit() and name.startswith("GLIBC_")]
    is_static = _PROGRAM_INTERPRETER not in kinds and not libraries
    return Requirements(MACHINES.get(machine, str(machine)), is_static, libraries, max(glibc, default=(0, 0)))
