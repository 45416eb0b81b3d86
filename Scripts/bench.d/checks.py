# SPDX-License-Identifier: Apache-2.0
"""`check` of one million cells with types and five rules, against pandera on calamine and frictionless."""

import datetime
import random
import statistics

import runs

ROWS, COLUMNS = 50_000, 20
STAGES = ["Lead", "Qualified", "Proposal", "Negotiation", "Won", "Lost"]
OWNERS = ["林怡君", "陳柏翰", "黃雅雯", "張家豪", "Jonas Weber", "Mira Hoffmann"]

PLAYBOOK = """playbook: bench
schema: 2
lists:
  sg:
    title: Stages
    rows:
""" + "".join(f"      S{n}: {{en: {stage}, zh-Hant: {stage}}}\n" for n, stage in enumerate(STAGES)) + """sheets:
  d:
    title: Orders
    columns:
      id: {title: Order, type: id, required: always, pattern: '^D[0-9]{6}$'}
      account: {title: Account, type: text, required: always}
      owner: {title: Person, type: text, required: always}
      stage: {title: Step, type: list, list: sg, required: always}
      amount: {title: Amount, type: money, required: always, range: '>= 0'}
      cost: {title: Cost, type: money, range: '>= 0'}
      chance: {title: Chance, type: percent, range: 0..1}
      opened: {title: Opened, type: date, required: always}
      closed: {title: Closed, type: date}
      count: {title: Pieces, type: integer, range: '>= 1'}
""" + "".join(f"      n{n}: {{title: Measure {n}, type: number}}\n" for n in range(5)) + "".join(
    f"      t{n}: {{title: Remark {n}, type: text}}\n" for n in range(5)) + """rules:
  ORD-001: {severity: error, sheet: d, on: amount, message: cost above amount, test: '=N({cost})>N({amount})'}
  ORD-002: {severity: error, sheet: d, on: closed, message: closed before opened, test: '=AND(ISNUMBER({closed}),{closed}<{opened})'}
  ORD-003: {severity: error, sheet: d, on: chance, message: won is certain, test: '=AND({stage}="Won",{chance}<1)'}
  ORD-004: {severity: error, sheet: d, on: count, message: large orders are counted, test: '=AND({amount}>50000,{count}<2)'}
  ORD-005: {severity: error, sheet: d, on: n0, message: measures in order, test: '=N({n0})>N({n1})'}
"""

# Whole commands are compared, because a night pays for loading too.
PEERS = [("pandera", "pandera on calamine", 10), ("polars", "pandera on polars and fastexcel", 10), ("frictionless", "frictionless", 50)]


def make(path, wrong):
    """One order per row, either all correct or each wrong in several columns."""
    import xlsxwriter

    chance = random.Random(5)
    book = xlsxwriter.Workbook(path, {"constant_memory": False})
    book.set_properties({"created": datetime.datetime(2026, 3, 31)})
    sheet = book.add_worksheet("Orders")
    date = book.add_format({"num_format": "yyyy-mm-dd"})
    titles = ["Order", "Account", "Person", "Step", "Amount", "Cost", "Chance", "Opened", "Closed", "Pieces"]
    titles += [f"Measure {n}" for n in range(5)] + [f"Remark {n}" for n in range(5)]
    sheet.write_row(0, 0, titles)
    for row in range(1, ROWS + 1):
        stage, amount, opened = STAGES[chance.randrange(6)], chance.randrange(1_000_000) / 100, 45000 + chance.randrange(900)
        sheet.write_string(row, 0, f"{'X' if wrong else 'D'}{row:06d}")
        sheet.write_string(row, 1, f"A{chance.randrange(2000):05d}")
        sheet.write_string(row, 2, OWNERS[chance.randrange(6)])
        sheet.write_string(row, 3, stage)
        sheet.write_number(row, 4, amount)
        sheet.write_number(row, 5, round(amount * (2 if wrong else 0.5), 2))
        sheet.write_number(row, 6, 1 if stage == "Won" else chance.randrange(101) / 100)
        sheet.write_number(row, 7, opened, date)
        sheet.write_number(row, 8, opened + (-5 if wrong else 1 + chance.randrange(200)), date)
        sheet.write_number(row, 9, 0 if wrong else 2 + chance.randrange(50))
        low = chance.randrange(1000)
        sheet.write_number(row, 10, low + 2000 if wrong else low)
        for column in range(11, 15):
            sheet.write_number(row, column, low + chance.randrange(1000))
        for column in range(15, 20):
            sheet.write_string(row, column, f"備註 {chance.randrange(5000)}")
    book.close()


def lines(options):
    playbook = f"{options.work}/orders.yaml"
    with open(playbook, "w", encoding="utf-8") as file:
        file.write(PLAYBOOK)
    right = runs.made(f"{options.work}/orders.xlsx", lambda path: make(path, False))
    wrong = runs.made(f"{options.work}/orders-wrong.xlsx", lambda path: make(path, True))
    work = "check 1 million cells, 5 rules"
    command = [options.dealbook, "check", "--quiet", "--playbook", playbook, "--as-of", "2026-03-31"]
    seconds, busy, memory = runs.median([*command, right], options.rounds, (0,))
    yield runs.line(work, "seconds (processor)", f"{seconds:.2f} ({busy:.2f})", "", None)
    yield runs.line(work, "peak MiB", f"{memory:.0f}", "≤ 50", memory <= 50)
    all_wrong = runs.median([*command, wrong], options.rounds, (1,))[0]
    yield runs.line(work, "every row wrong, times as long", f"{all_wrong / seconds:.1f}", "≤ 2", all_wrong <= 2 * seconds)
    if options.peers:
        for name, title, goal in PEERS:
            tries = [runs.peer(name, right) for _ in range(1 if goal > 10 else options.rounds)]
            if any(found != ["0"] for *_, found in tries):
                raise RuntimeError(f"{name} found {tries[0][3]}")
            slow, work_alone, size = (statistics.median(run[i] for run in tries) for i in range(3))
            measure = f"times faster than {title} ({slow:.1f} s, of which {work_alone:.1f} after its imports, {size:.0f} MiB)"
            yield runs.line(work, measure, f"{slow / seconds:.1f}", f"≥ {goal}", slow >= goal * seconds)
