extension Night {
  /// One object: `files`, `findings` (each as `check` gives it, with `file`, `state` and `firstSeen`), `summary`, `digest`.
  public func writeJSON(to sink: ByteSink) {
    sink.write("{\"asOf\":")
    sink.write(JSON.bytes(asOf))
    sink.write(",\"previousAsOf\":")
    sink.write(JSON.bytes(previousAsOf))
    sink.write(",\"version\":")
    sink.write(JSON.bytes(version))
    sink.write(",\"summary\":")
    sink.write(JSON.bytes(digest.counts))
    sink.write(",\n\"digest\":")
    digest.writeJSON(to: sink)
    sink.write(",\n\"files\":")
    JSON.write(files, to: sink) { JSON.bytes($0) }
    sink.write(",\n\"findings\":")
    JSON.write(findings, to: sink) { JSON.bytes(FindingJSON($0)) }
    sink.write("}\n")
  }

  /// One finding a line.
  public func writeJSONLines(to sink: ByteSink) {
    for finding in findings {
      sink.write(JSON.bytes(FindingJSON(finding)))
      sink.write("\n")
    }
  }

  /// The digest alone, as `--notify-command` gets it.
  public func writeDigestJSON(to sink: ByteSink) {
    digest.writeJSON(to: sink)
    sink.write("\n")
  }
}

extension Digest {
  /// One object, its keys in order.
  func writeJSON(to sink: ByteSink) {
    var isFirst = true
    func key(_ name: String) {
      sink.write(isFirst ? "{\"\(name)\":" : ",\"\(name)\":")
      isFirst = false
    }
    func list<T: Encodable>(_ name: String, _ items: some Sequence<T>) {
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
    list("dealsMoved", dealsMoved)
    list("dealsRemoved", dealsRemoved)
    list("dealsSlipped", dealsSlipped)
    list("dealsStalled", dealsStalled)
    key("files")
    sink.write(JSON.bytes(files))
    list("moneyReceived", moneyReceived)
    list("newlyOverdue", newlyOverdue)
    list("overdue", overdue)
    key("overdueTotal")
    sink.write(JSON.bytes(overdueTotal))
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

  private static func write<T: Encodable>(_ items: some Sequence<T>, to sink: ByteSink) {
    sink.write("[")
    for (index, item) in items.enumerated() {
      if index > 0 { sink.write(",") }
      sink.write(JSON.bytes(item))
    }
    sink.write("]")
  }
}

private struct FindingJSON: Encodable {
  var file: String
  var state: FindingState
  var firstSeen: String
  var fingerprint: String
  var rule: String
  var severity: String
  var sheet: String
  var cell: String?
  var row: Int?
  var rowId: String
  var column: String
  var found: String
  var repair: String?
  var message: String
  var owner: String
  var waived: String?

  init(_ night: NightFinding) {
    let finding = night.finding
    file = night.file
    state = night.state
    firstSeen = night.firstSeen
    fingerprint = night.fingerprint
    rule = finding.rule
    severity = finding.severity
    sheet = finding.sheet
    cell = finding.cell
    row = finding.row
    rowId = finding.rowId
    column = finding.column
    found = finding.found
    repair = finding.repair
    message = finding.message
    owner = finding.owner
    waived = night.reason
  }

  /// `cell` and `row` are there even where there is none, as in the output of `check`.
  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(file, forKey: .file)
    try values.encode(state, forKey: .state)
    try values.encode(firstSeen, forKey: .firstSeen)
    try values.encode(fingerprint, forKey: .fingerprint)
    try values.encode(rule, forKey: .rule)
    try values.encode(severity, forKey: .severity)
    try values.encode(sheet, forKey: .sheet)
    try values.encode(cell, forKey: .cell)
    try values.encode(row, forKey: .row)
    try values.encode(rowId, forKey: .rowId)
    try values.encode(column, forKey: .column)
    try values.encode(found, forKey: .found)
    try values.encodeIfPresent(repair, forKey: .repair)
    try values.encode(message, forKey: .message)
    try values.encode(owner, forKey: .owner)
    try values.encodeIfPresent(waived, forKey: .waived)
  }

  private enum CodingKeys: String, CodingKey {
    case file, state, firstSeen, fingerprint, rule, severity, sheet, cell, row, rowId, column, found, repair, message,
      owner, waived
  }
}
