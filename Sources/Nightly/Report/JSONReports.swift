extension Night {
  /// One object: `files`, `findings` (each as `check` gives it, with `file`, `state` and `firstSeen`), `summary`, `digest`.
  public var json: [UInt8] {
    var bytes: [UInt8] = []
    bytes += Array("{\"asOf\":".utf8) + JSON.bytes(asOf)
    bytes += Array(",\"previousAsOf\":".utf8) + JSON.bytes(previousAsOf)
    bytes += Array(",\"version\":".utf8) + JSON.bytes(version)
    bytes += Array(",\"summary\":".utf8) + JSON.bytes(digest.counts)
    bytes += Array(",\n\"digest\":".utf8) + JSON.bytes(digest)
    bytes += Array(",\n\"files\":".utf8)
    JSON.append(files, to: &bytes) { JSON.bytes($0) }
    bytes += Array(",\n\"findings\":".utf8)
    JSON.append(findings, to: &bytes) { JSON.bytes(FindingJSON($0)) }
    return bytes + Array("}\n".utf8)
  }

  /// One finding a line.
  public var jsonLines: [UInt8] { findings.flatMap { JSON.bytes(FindingJSON($0)) + [UInt8(ascii: "\n")] } }

  /// The digest alone, as `--notify-command` gets it.
  public var digestJSON: [UInt8] { JSON.bytes(digest) + [UInt8(ascii: "\n")] }
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
