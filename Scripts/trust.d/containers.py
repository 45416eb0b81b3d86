# SPDX-License-Identifier: Apache-2.0
"""Classes Z: everything that can be wrong with an archive."""
import random

import books
from case import Case
from zipmaker import CENTRAL, END, LOCAL, MASKS, Entry, archive, deflate


def truncation(options):
    """Z1: cut off at every byte."""
    samples = [books.book(), books.book(rows='', after='')]
    samples.append(archive(books.entries(), comment=b'a comment'))
    for number, sample in enumerate(samples):
        step = 7 if options.quick else 1
        for end in range(0, len(sample), step):
            yield Case('Z1', f'book {number} cut at {end}', 'workbook', sample[:end], 'refuse')
    for end in options.random.sample(range(len(samples[0])), 50):
        yield Case('Z1', f'beginning lost up to {end + 1}', 'workbook', samples[0][end + 1:], 'refuse')


def lies(options):
    """Z2: each header field with all interesting values. If one is accepted, the contents must be correct."""
    base = books.entries()
    victims = [0, 4, len(base) - 1] if options.quick else range(len(base))

    def values(kind, truth, neighbour):
        top = MASKS[kind]
        return sorted({0, 1, (truth + 1) & top, (truth - 1) & top, top, top >> 1, (top >> 1) + 1, neighbour & top} - {truth})
    for where, fields in (('local', LOCAL), ('central', CENTRAL)):
        for victim in victims:
            truth = truths(base, victim, where)
            for place, (field, kind) in enumerate(fields):
                neighbour = truth[fields[(place + 1) % len(fields)][0]]
                for value in values(kind, truth[field], neighbour):
                    changed = books.entries()
                    setattr(changed[victim], where, {field: value})
                    yield Case('Z2', f'{where} {field} of entry {victim} is {value}', 'workbook', archive(changed), 'same or refuse')
    for field, kind in END:
        for value in values(kind, {'entries': len(base), 'here': len(base)}.get(field, 0), 7):
            yield Case('Z2', f'end {field} is {value}', 'workbook', archive(base, end={field: value}), 'same or refuse')


def truths(base, victim, where):
    import zlib
    offset = sum(30 + len(e.name) + len(e.raw) for e in base[:victim])
    e = base[victim]
    sig = 0x04034B50 if where == 'local' else 0x02014B50
    return dict(sig=sig, version=20, madeby=20, flags=0, method=8, time=0, date=33, crc=zlib.crc32(e.data), csize=len(e.raw),
                usize=len(e.data), namelen=len(e.name), extralen=0, commentlen=0, disk=0, iattr=0, eattr=0, offset=offset)


def bombs(options):
    """Z3: small files that inflate to large ones, and directories that lie about it."""
    def case(name, data, needle, expect='refuse'):
        return Case('Z3', name, 'workbook', data, expect, needle)
    for times in (400, 1000):
        filler = b' ' * ((times << 20) // 40)
        sheet = books.parts()['xl/worksheets/sheet1.xml'].encode() + filler
        for name in ('xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/workbook.xml'):
            body = books.parts()[name].encode() + filler
            yield case(f'{name} of {len(body)} bytes at a ratio of 1000', books.book({name: body}), 'ratio')
            changed = books.entries({name: body})
            for entry in changed:
                if entry.data is body or entry.data == body:
                    entry.local = entry.central = {'usize': 100}
            yield case(f'{name} says it has 100 bytes and has {len(body)}', archive(changed), name)
    for stated in (1 << 29, 0xFFFFFFFE):
        changed = books.entries()
        changed[4].local = changed[4].central = {'usize': stated}
        yield case(f'a sheet says it has {stated} bytes', archive(changed), None)
    for count in (2_001, 10_001, 65_535):
        extra = [Entry(f'xl/media/{n}', b'', method=0) for n in range(count)]
        yield case(f'{count} more entries', archive(books.entries() + extra), 'entries')
    kernel = deflate(b'a' * 1_000_000)
    for quoted in (False, True):
        host = Entry('xl/media/0', b'a' * 1_000_000, raw=kernel)
        at = sum(30 + len(e.name) + len(e.raw) for e in books.entries())
        shared = [Entry(f'xl/media/{n + 1}' if quoted else 'xl/media/0', b'a' * 1_000_000, raw=kernel, at=at) for n in range(500)]
        yield case(f'500 entries over one another, {"quoted" if quoted else "full"}', archive(books.entries() + [host] + shared), None)
    yield case('a comment of 65,535 bytes', archive(books.entries(), comment=b'x' * 65_535), None, 'same')
    yield case('a comment that holds a second end record', archive(books.entries(), comment=books.book()[-22:]), None, 'same or refuse')
    yield case('two archives, one behind the other', books.book() + books.book({'xl/comments1.xml': None}), None)
    yield case('bytes before the archive', archive(books.entries(), prefix=b'#!/bin/sh\n' * 10), None)
    nested = books.book()
    for _ in range(8):
        nested = archive([Entry('book.xlsx', nested)])
    yield case('a zip in a zip, eight times', nested, None)
    yield case('one name of 65,535 bytes', archive(books.entries() + [Entry('x' * 65_535, b'')]), None, 'same or refuse')


def names(options):
    """Z4: entries that may be the same, and names that lead elsewhere."""
    for victim in ('xl/workbook.xml', 'xl/worksheets/sheet1.xml', '[Content_Types].xml', 'xl/sharedStrings.xml', '_rels/.rels'):
        for other in (victim, victim.upper(), victim.title(), victim.replace('/', '\\') if '/' in victim else victim.lower()):
            for front in (False, True):
                more = Entry(other, b'<other/>')
                items = [more] + books.entries() if front else books.entries() + [more]
                yield Case('Z4', f'{victim} and {other}, {"first" if front else "last"}', 'workbook', archive(items), 'refuse')
    for odd in ('../evil.xml', 'xl/../../evil', '/abs.xml', '//host/x', 'C:\\evil.xml', 'xl/media/..', 'a/./b', 'x\0y', ''):
        yield Case('Z4', f'an entry called {odd!r}', 'workbook', archive(books.entries() + [Entry(odd, b'x')]), 'same or refuse')
    for flags in (0, 0x800):
        for name in ('xl/圖.png', b'xl/\x82\xa0', b'xl/\xff\xfe', 'xl/é'):
            label = name if isinstance(name, str) else name.hex()
            yield Case('Z4', f'name {label}, flags {flags:x}', 'workbook',
                       archive(books.entries() + [Entry(name, b'x', flags=flags)]), 'same or refuse')
    backslash = books.entries()
    for entry in backslash:
        entry.name = entry.name.replace(b'/', b'\\')
    yield Case('Z4', 'all names with backslashes', 'workbook', archive(backslash), 'same')
    folders = [Entry(n, b'', method=0) for n in ('xl/', '_rels/', 'xl/worksheets/')]
    yield Case('Z4', 'entries for folders', 'workbook', archive(folders + books.entries()), 'same')
    upper = books.entries()
    for entry in upper:
        entry.name = entry.name.replace(b'xl/', b'XL/')
    yield Case('Z4', 'names in upper case, relationships in lower case', 'workbook', archive(upper), 'same')


def descriptors(options):
    """Z5: sizes after the data. The legal forms must be accepted."""
    for signed in (True, False):
        for width in (4, 8):
            for populated in (True, False):
                for method in (8, 0):
                    items = books.entries()
                    for entry in items:
                        entry.descriptor, entry.method = (signed, width, populated), method
                        if method == 0:
                            entry.raw = entry.data
                    legal = 'same' if width == 4 else 'same or refuse'
                    yield Case('Z5', f'descriptor signed {signed}, {width} bytes, header filled {populated}, method {method}',
                               'workbook', archive(items), legal)
    items = books.entries()
    items.append(Entry('xl/media/a', b'abcPK\x07\x08\0\0\0\0\x05\0\0\0\x05\0\0\0xyz', method=0, descriptor=(True, 4, False)))
    yield Case('Z5', 'a descriptor signature in the data', 'workbook', archive(items), 'same')


def flips(options):
    """F6: bytes changed at random, also in our own workbooks."""
    hosts = [books.book(), archive(books.entries()), archive([Entry(e.name, e.data, method=0) for e in books.entries()])]
    parts = books.parts()
    for number in range(options.count(600, 20_000)):
        # The same inside a part of a valid archive.
        name = options.random.choice(list(parts))
        text = bytearray(parts[name].encode())
        for _ in range(options.random.randint(1, 6)):
            at, length = options.random.randrange(len(text)), options.random.randint(1, 60)
            what = options.random.randrange(3)
            if what == 0:
                text[at] = options.random.choice(b'\0\xff<>&"\'/0129 =:;-!?[]A')
            elif what == 1 and len(text) > 100:
                del text[at:at + length]
            else:
                piece = options.random.randrange(len(text))
                text[at:at] = text[piece:piece + length]
        yield Case('F6', f'random {number} in {name}', 'edit', books.book({name: bytes(text)}), 'any')
        data = bytearray(options.random.choice(hosts))
        for _ in range(options.random.randint(1, 16)):
            at = options.random.randrange(len(data))
            what = options.random.randrange(4)
            if what == 0:
                data[at] ^= 1 << options.random.randrange(8)
            elif what == 1:
                data[at] = options.random.choice(b'\0\xff<>&"\'/0129')
            elif what == 2:
                del data[at:at + options.random.randint(1, 40)]
            else:
                piece = options.random.randrange(len(data))
                data[at:at] = data[piece:piece + options.random.randint(1, 40)]
            if not data:
                break
        yield Case('F6', f'random {number}', options.random.choice(['workbook', 'edit', 'zip']), bytes(data), 'any')
