# SPDX-License-Identifier: Apache-2.0
"""Writes seeds for a fuzzer: small inputs of our own making. Usage: seeds.py EXERCISE FOLDER"""
import os
import sys
import zlib

import books

FORMULAS = ['A1+B$2*-3%', 'SUM(A1:B2,"a""b",{1,2;3,#N/A})', "'My sheet'!$A$1:$B2", 'IF(A1>=2,TRUE,Table1[[#This Row],[a]])',
            '[1]Sheet1!A:A', '_xlfn.XLOOKUP(A1,1:3,B:C)', '@A1#', '-2^2&"x"<>A1 B2', '(A1,B2)', 'LET(x,1,x)']


def seeds(exercise):
    parts = books.parts()
    if exercise in ('zip', 'edit', 'workbook'):
        yield books.book()
        yield books.archive([books.Entry('a', b'stored', method=0), books.Entry('b', b'x' * 99, descriptor=(True, 4, False))])
        yield books.book(rows='<row><c><v>1</v></c><c t="str"><v>x</v></c></row>', after='')
    elif exercise == 'deflate':
        for level, strategy in ((6, 0), (1, 0), (0, 0), (6, zlib.Z_FIXED), (6, zlib.Z_HUFFMAN_ONLY), (6, zlib.Z_RLE)):
            for contents in (books.ROWS.encode() * 3, b'a' * 999, bytes(range(256)) * 2, b''):
                deflater = zlib.compressobj(level, zlib.DEFLATED, -15, 8, strategy)
                yield deflater.compress(contents) + deflater.flush()
    elif exercise == 'sheet':
        yield books.ROWS.encode()
        yield b'<x:row xmlns:x="' + books.MAIN.encode() + b'"><x:c/></x:row><!-- --><row r="9"><c r="B9" t="d"><v>2026-03-31</v></c></row>'
        yield b'<row r="2"><c r="B2"><f t="array" ref="B2:B3">A1:A2*2</f><v>1</v></c></row><row r="3"><c r="B3"><v><![CDATA[2]]></v></c></row>'
        yield b'<row r="2"><c r="A2"><f t="dataTable" ref="A2:B3" dt2D="1" r1="A1" r2="B1"/><v>1</v></c></row>'
    elif exercise == 'part':
        order = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels', '[Content_Types].xml', 'xl/styles.xml', 'xl/sharedStrings.xml',
                 'xl/tables/table1.xml', 'xl/comments1.xml', '_rels/.rels', 'xl/worksheets/_rels/sheet1.xml.rels',
                 'xl/worksheets/sheet1.xml']
        for number, name in enumerate(order):
            yield bytes([number]) + parts[name].encode()
    elif exercise == 'formula':
        for formula in FORMULAS:
            yield formula.encode()
    else:
        sys.exit(f'no exercise is called {exercise}')


if __name__ == '__main__':
    name, folder = sys.argv[1:]
    for number, seed in enumerate(seeds(name)):
        with open(os.path.join(folder, f'seed-{number}'), 'wb') as file:
            file.write(seed)
