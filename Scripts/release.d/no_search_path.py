# SPDX-License-Identifier: Apache-2.0
"""Removes DT_RUNPATH and DT_RPATH from a 64-bit ELF program, so that it finds libraries only where the system looks for them."""
import struct
import sys

NULL, RPATH, RUNPATH, DYNAMIC = 0, 15, 29, 2


def main(path):
    with open(path, 'r+b') as file:
        data = bytearray(file.read())
        if data[:5] != b'\x7fELF\x02' or data[5] != 1:
            sys.exit(f'{path}: expected ELF of 64 bits, lowest byte first')
        table, = struct.unpack_from('<Q', data, 32)
        size, count = struct.unpack_from('<HH', data, 54)
        for index in range(count):
            kind, _, offset, _, _, length = struct.unpack_from('<IIQQQQ', data, table + index * size)
            if kind != DYNAMIC:
                continue
            entries = [struct.unpack_from('<QQ', data, offset + at) for at in range(0, length, 16)]
            kept = [entry for entry in entries if entry[0] not in (RPATH, RUNPATH)]
            kept += [(NULL, 0)] * (len(entries) - len(kept))
            for number, entry in enumerate(kept):
                struct.pack_into('<QQ', data, offset + 16 * number, *entry)
        file.seek(0)
        file.write(data)


main(sys.argv[1])
