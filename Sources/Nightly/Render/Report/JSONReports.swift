// SPDX-License-Identifier: Apache-2.0

import Base

extension NightlyRun {
  /// One object with `authorities`, `files`, `findings` (each as in `check`, with `file`, `state` and `firstSeen`), `summary`
  /// and `digest`.
  public func writeJSON(to sink: ByteSink) {
    sink.write("{\"asOf\":")
    sink.write(JSON.bytes(asOf))
    sink.write(",\"previousAsOf\":")
    sink.write(JSON.bytes(previousAsOf))
    sink.write(",\"version\":")
    sink.write(JSON.bytes(version))
    sink.write(",\"authorities\":")
    sink.write(JSON.bytes(authorities))
    sink.write(",\"summary\":")
    sink.write(JSON.bytes(digest.counts))
    sink.write(",\n\"digest\":")
    digest.writeJSON(to: sink)
    sink.write(",\n\"files\":")
    JSON.write(files, to: sink) { JSON.bytes($0) }
    sink.write(",\n\"findings\":")
    JSON.write(findings, to: sink) { $0.json }
    sink.write("}\n")
  }

  /// What the night was based on, one per line, followed by one finding per line.
  public func writeJSONLines(to sink: ByteSink) {
    for authority in authorities {
      sink.write("{\"authority\":")
      sink.write(JSON.bytes(authority))
      sink.write("}\n")
    }
    for finding in findings {
      sink.write(finding.json)
      sink.write("\n")
    }
  }

  /// Only the digest, as `--notify-command` receives it.
  public func writeDigestJSON(to sink: ByteSink) {
    sink.write("{\"authorities\":")
    sink.write(JSON.bytes(authorities))
    sink.write(",")
    digest.writeJSON(to: sink, isInside: true)
    sink.write("\n")
  }
}

extension Digest {
  /// One object with sorted keys.
  ///
  /// - Parameter isInside: whether the opening bracket and the first members have already been written.
  func writeJSON(to sink: ByteSink, isInside: Bool = false) {
    var isFirst = true
    func key(_ name: String) {
      sink.write(isFirst ? isInside ? "\"\(name)\":" : "{\"\(name)\":" : ",\"\(name)\":")
      isFirst = false
    }
    func list<T: JSONRecord>(_ name: String, _ items: some Sequence<T>) {
      key(name)
      Self.write(items, to: sink)
    }
    key("asOf")
    sink.write(JSON.bytes(asOf))
    list("chancesMoved", chancesMoved)
    list("changes", changes)
    key("counts")
    sink.write(JSON.bytes(counts))
    list("dealsAdded", dealsAdded)
    list("dealsHeld", dealsHeld)
    list("dealsLost", dealsLost)
    list("dealsMoved", dealsMoved)
    list("dealsRemoved", dealsRemoved)
    list("dealsSlipped", dealsSlipped)
    list("dealsStalled", dealsStalled)
    key("files")
    sink.write(JSON.bytes(files))
    if !leftOut.isEmpty {
      key("leftOut")
      sink.write(JSON.bytes(leftOut))
    }
    list("moneyReceived", moneyReceived)
    list("newlyOverdue", newlyOverdue)
    list("overdue", overdue)
    key("overdueTotals")
    sink.write(JSON.bytes(overdueTotals))
    key("owners")
    sink.write("[")
    for (index, owner) in owners.enumerated() {
      sink.write(index == 0 ? "{\"fixed\":" : ",{\"fixed\":")
      Self.write(owner.fixed, to: sink)
      sink.write(",\"new\":")
      Self.write(owner.new, to: sink)
      sink.write(",\"owner\":")
      sink.write(JSON.bytes(owner.owner))
      sink.write(",\"persisting\":\(owner.persisting),\"reopened\":")
      Self.write(owner.reopened, to: sink)
      sink.write("}")
    }
    sink.write("]")
    if let previousAsOf {
      key("previousAsOf")
      sink.write(JSON.bytes(previousAsOf))
    }
    list("renewalsDue", renewalsDue)
    list("targetsAtRisk", targetsAtRisk)
    sink.write("}")
  }

  private static func write<T: JSONRecord>(_ items: some Sequence<T>, to sink: ByteSink) {
    sink.write("[")
    for (index, item) in items.enumerated() {
      if index > 0 { sink.write(",") }
      sink.write(item.json)
    }
    sink.write("]")
  }
}

extension NightFinding {
  /// The finding as in `check`, with `file`, `state`, `firstSeen` and `fingerprint`. `cell` and `row` are present even if they
  /// are null.
  fileprivate var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.nullable("cell", finding.cell)
      writer.member("column", finding.column)
      writer.member("file", file)
      writer.member("fingerprint", fingerprint)
      writer.member("firstSeen", firstSeen)
      writer.member("found", finding.found)
      if let header = finding.header { writer.member("header", header) }
      writer.member("message", finding.message)
      writer.member("owner", finding.owner)
      if let repair = finding.repair { writer.member("repair", repair) }
      if let row = finding.row { writer.member("row", row) } else { writer.nullable("row", nil) }
      writer.member("rowId", finding.rowId)
      writer.member("rule", finding.rule)
      writer.member("severity", finding.severity)
      writer.member("sheet", finding.sheet)
      writer.member("state", state.rawValue)
      if let reason { writer.member("waived", reason) }
    }
    return writer.bytes
  }
}
