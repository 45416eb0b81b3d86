# SPDX-License-Identifier: Apache-2.0
"""Class Z6: deflate streams of every kind, whole and damaged. The probe compares what becomes of each with what zlib makes of it."""
import zlib

from case import Case


def contents(chance, rows, noise):
    size = chance.choice([0, 1, 50, 500, 3000, 40000])
    return chance.choice([
        lambda: rows[:size], lambda: noise[:size], lambda: bytes([chance.randrange(4)]) * size,
        lambda: (noise[:chance.randrange(1, 12)] * (size + 1))[:size],
        lambda: bytes(chance.choices(range(chance.choice([2, 20, 256])), k=min(size, 5000))),
        lambda: b''.join(chance.choice([rows[at:at + 200], noise[at:at + 100]]) for at in range(0, min(size, 20000), 150))])()


def stream(chance, rows, noise):
    deflater = zlib.compressobj(chance.randrange(10), zlib.DEFLATED, -15, chance.randrange(1, 10), chance.randrange(5))
    found = deflater.compress(contents(chance, rows, noise))
    if chance.random() < 0.2:
        found += deflater.flush(chance.choice([zlib.Z_SYNC_FLUSH, zlib.Z_FULL_FLUSH]))
        found += deflater.compress(contents(chance, rows, noise))
    return bytearray(found + deflater.flush())


def damage(chance, found):
    # Codes are stated at the beginning: half of the damage goes there.
    place = chance.randrange(len(found) if chance.random() < 0.5 else min(len(found), 100))
    kind = chance.randrange(5)
    if kind == 0:
        found[place] ^= 1 << chance.randrange(8)
    elif kind == 1:
        found[place] = chance.randrange(256)
    elif kind == 2:
        del found[place]
    elif kind == 3:
        found.insert(place, chance.randrange(256))
    else:
        del found[place:]


def streams(options):
    chance = options.random
    rows = b''.join(b'<c r="B%d" s="3"><v>%d</v></c>' % (row, row * 26544357 % 9973) for row in range(3000))
    noise = chance.randbytes(40000)
    for number in range(options.count(400, 20000)):
        found = stream(chance, rows, noise)
        for _ in range(chance.choice([0, 1, 1, 2, 5])):
            if found:
                damage(chance, found)
        if chance.random() < 0.05:
            found = chance.randbytes(chance.randrange(200))
        yield Case('Z6', f'stream {number}', 'deflate', bytes(found), 'any')
