# SPDX-License-Identifier: Apache-2.0
"""One hostile input and what must become of it."""
from dataclasses import dataclass
from typing import Optional


@dataclass
class Case:
    klass: str
    name: str
    # Which exercise of the probe gets it.
    kind: str
    data: bytes
    # 'accept', 'refuse', 'same' (accepted, and reads as the sound workbook does), 'same or refuse', or 'any'.
    expect: str
    # What the sentence of a refusal must hold.
    needle: Optional[str] = None
    # Whether the fault lies in one cell, which the sentence must then name.
    cell: Optional[str] = None
    # What 'same' compares with, when that is not the sound workbook of books.py.
    like: Optional[str] = None
