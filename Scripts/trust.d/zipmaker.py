# SPDX-License-Identifier: Apache-2.0
"""Writes zip archives in which any field can lie."""
import struct
import zlib

LOCAL = [('sig', 'I'), ('version', 'H'), ('flags', 'H'), ('method', 'H'), ('time', 'H'), ('date', 'H'), ('crc', 'I'),
         ('csize', 'I'), ('usize', 'I'), ('namelen', 'H'), ('extralen', 'H')]
CENTRAL = [('sig', 'I'), ('madeby', 'H'), ('version', 'H'), ('flags', 'H'), ('method', 'H'), ('time', 'H'), ('date', 'H'),
           ('crc', 'I'), ('csize', 'I'), ('usize', 'I'), ('namelen', 'H'), ('extralen', 'H'), ('commentlen', 'H'),
           ('disk', 'H'), ('iattr', 'H'), ('eattr', 'I'), ('offset', 'I')]
END = [('sig', 'I'), ('disk', 'H'), ('cddisk', 'H'), ('here', 'H'), ('entries', 'H'), ('cdsize', 'I'), ('cdoffset', 'I'),
       ('commentlen', 'H')]
MASKS = {'H': 0xFFFF, 'I': 0xFFFFFFFF}


def pack(fields, values):
    return b''.join(struct.pack('<' + kind, values[name] & MASKS[kind]) for name, kind in fields)


def deflate(data, level=6):
    coder = zlib.compressobj(level, zlib.DEFLATED, -15)
    return coder.compress(data) + coder.flush()


class Entry:
    """descriptor: None, or (signature?, 4 or 8 bytes a size, sizes in the local header?)."""

    def __init__(self, name, data, method=8, local=None, central=None, descriptor=None, raw=None, flags=0, at=None):
        self.name = name if isinstance(name, bytes) else name.encode()
        self.data, self.method, self.local, self.central = data, method, local or {}, central or {}
        self.descriptor, self.flags, self.at = descriptor, flags, at
        self.raw = raw if raw is not None else (deflate(data) if method == 8 else data)


def archive(entries, end=None, comment=b'', prefix=b'', trailing=b'', between=b''):
    out, directory = bytearray(prefix), bytearray()
    for entry in entries:
        flags = entry.flags | (8 if entry.descriptor else 0)
        crc, csize, usize = zlib.crc32(entry.data), len(entry.raw), len(entry.data)
        base = dict(version=20, flags=flags, method=entry.method, time=0, date=33, namelen=len(entry.name), extralen=0)
        hidden = entry.descriptor and not entry.descriptor[2]
        local = dict(base, sig=0x04034B50, crc=0 if hidden else crc, csize=0 if hidden else csize, usize=0 if hidden else usize)
        local.update(entry.local)
        central = dict(base, sig=0x02014B50, madeby=20, crc=crc, csize=csize, usize=usize, commentlen=0, disk=0, iattr=0,
                       eattr=0, offset=len(out) if entry.at is None else entry.at)
        central.update(entry.central)
        if entry.at is None:
            out += pack(LOCAL, local) + entry.name + entry.raw
            if entry.descriptor:
                signed, width, _ = entry.descriptor
                out += (b'PK\x07\x08' if signed else b'') + struct.pack('<I', crc)
                out += struct.pack('<II' if width == 4 else '<QQ', csize, usize)
        directory += pack(CENTRAL, central) + entry.name
    start = len(out)
    last = dict(sig=0x06054B50, disk=0, cddisk=0, here=len(entries), entries=len(entries), cdsize=len(directory),
                cdoffset=start, commentlen=len(comment))
    last.update(end or {})
    return bytes(out + directory + between + pack(END, last) + comment + trailing)
