"""Small helpers that the generators share: tables written as text, column widths, reproducible packages."""

import datetime
import re
import unicodedata
import zipfile

AS_OF = datetime.date(2026, 3, 31)
STAMP = datetime.datetime(2026, 3, 31, 9, 0, 0)
DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
NUMBER = re.compile(r"-?\d+(\.\d+)?%?", re.ASCII)


def value(text):
    """A cell written as text: blank, 2026-03-31, 12, 0.5, 30% (as 0.3), or text; a leading ' keeps it text, ␠ is a space."""
    text = text.strip()
    if not text:
        return None
    if text.startswith("'"):
        return text[1:]
    if DATE.fullmatch(text):
        return datetime.date.fromisoformat(text)
    if NUMBER.fullmatch(text):
        if text.endswith("%"):
            return round(float(text[:-1]) / 100, 6)
        return float(text) if "." in text else int(text)
    return text.replace("␠", " ")


def table(text, **expand):
    """(titles, rows) of lines whose cells are parted by |; blank ones at the end may be left out. A title NAME given in `expand` stands for the titles listed
    there; its cell holds one character for each of them, a dot for a blank one."""
    lines = [line for line in text.strip().splitlines() if line.strip()]
    first = [title.strip() for title in lines[0].split("|")]
    titles = [t for title in first for t in expand.get(title, [title])]
    rows = []
    for line in lines[1:]:
        cells = line.rstrip("| ").split("|")
        if len(cells) > len(first):
            raise ValueError(f"{len(cells)} cells, expected at most {len(first)}: {line}")
        cells += [""] * (len(first) - len(cells))
        row = []
        for title, cell in zip(first, cells):
            if title in expand:
                marks = cell.strip().ljust(len(expand[title]), ".")
                if len(marks) != len(expand[title]):
                    raise ValueError(f"{len(marks)} marks for {title}: {line}")
                row += [None if mark == "." else mark for mark in marks]
            else:
                row.append(value(cell))
        rows.append(row)
    return titles, rows


def width(text):
    """How wide a text shows, in digits: a Chinese character takes two."""
    return sum(2 if unicodedata.east_asian_width(c) in "WFA" else 1 for c in str(text))


def column_width(title, cells, least=8, most=34):
    """A width that shows most cells whole; a title may wrap onto two lines."""
    shown = [10 if isinstance(c, datetime.date) else width(f"{c:,}" if isinstance(c, (int, float)) else c) for c in cells if c is not None]
    return max(least, min(most, max([width(title) / 1.6] + shown) + 2.5))


def kind(title):
    """The number format that a title asks for: date, percent, ratio, money, or None."""
    low = title.lower()
    if re.search(r"日$|日覆寫|日期|時間|时间|期初$|期末$|期限$| on$| date|deadline|period (start|end)|expiry|expected close|actual close|step due|step done", low) and low not in ("t時間", "t时间") and "收入" not in low:
        return "date"
    if "probability" in low or low.endswith("%") or low in ("growth", "percent") or re.search(r"增長率|增长率|概率|比例", low):
        return "percent"
    if re.search(r"\(元\)|amount|price|target$|minimum|actual$|guide cost|^received$|recurring$|expansion|contraction|churned|revenue of", low) and "date" not in low:
        return "money"
    return None


FONT = ["b", "i", "strike", "outline", "shadow", "u", "vertAlign", "sz", "color", "name", "family", "charset", "scheme"]


def ordered_font(match):
    """The parts of a <font> in the order that validators ask for; openpyxl has an order of its own."""
    parts = re.findall(rb"<([A-Za-z]+)[^>]*?/>", match.group(2))
    texts = re.findall(rb"<[A-Za-z]+[^>]*?/>", match.group(2))
    pairs = sorted(zip(parts, texts), key=lambda pair: FONT.index(pair[0].decode()))
    return match.group(1) + b"".join(text for _, text in pairs) + match.group(3)


def settle(path):
    """Rewrites a package with fixed times and fonts in order, so that a generator gives the same bytes whenever it runs."""
    with zipfile.ZipFile(path) as archive:
        parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in parts:
            if name == "docProps/core.xml":
                stamp = STAMP.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
                data = re.sub(rb"\d{4}-\d\d-\d\dT[\d:]+Z", stamp, data)
            if name == "xl/styles.xml":
                data = re.sub(rb"(<font>)(.*?)(</font>)", ordered_font, data)
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
