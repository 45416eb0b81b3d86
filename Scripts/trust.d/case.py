# SPDX-License-Identifier: Apache-2.0
"""A hostile input and the required result."""
from dataclasses import dataclass
from typing import Optional


@dataclass
class Case:
    klass: str
    name: str
    # The exercise of the probe that gets it.
    kind: str
    data: bytes
    # 'accept', 'refuse', 'same' (accepted with the same contents as the sound workbook), 'same or refuse', or 'any'.
    expect: str
    # Text that the message of a refusal must contain.
    needle: Optional[str] = None
    # Whether the fault is in a single cell, which the message must name.
    cell: Optional[str] = None
    # What 'same' compares with, if it is not the sound workbook of books.py.
    like: Optional[str] = None
