// SPDX-License-Identifier: Apache-2.0

import Playbook

extension NightlyRun {
  /// SARIF 2.1.0: findings with their state as `baselineState`, waived ones with a suppression, and workbooks that could not be
  /// checked as tool notifications.
  ///
  /// - Parameter includesFixed: whether to include findings that are fixed or no longer asked, as `absent`. Most readers ignore
  ///   that word and count them as present.
  public func writeSARIF(to sink: ByteSink, includesFixed: Bool = false) {
    let listed = findings.lazy.filter { includesFixed || !$0.state.isOver }
    let rules = includesFixed ? findings.rules.sorted() : Set(listed.map(\.finding.rule)).sorted()
    let index = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($0.element, $0.offset) })
    let tool = SARIF.Tool(
      driver: SARIF.Driver(name: "dealbook", version: version, rules: rules.map { SARIF.Rule(id: $0) }))
    let invocation = SARIF.Invocation(
      executionSuccessful: unchecked.isEmpty,
      toolExecutionNotifications: unchecked.map {
        SARIF.Notification(
          level: "error", message: SARIF.Message(text: "\($0.path): \($0.why)"),
          locations: [SARIF.Location(file: $0.path, row: nil, names: [])])
      },
      toolConfigurationNotifications: authorities.map {
        SARIF.Notification(
          level: $0.isInForce ? "note" : "warning", message: SARIF.Message(text: $0.told),
          locations: $0.path == Authority.builtIn ? [] : [SARIF.Location(file: $0.path, row: nil, names: [])])
      })
    sink.write(
      "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\n\"tool\":")
    sink.write(JSON.bytes(tool))
    sink.write(",\n\"columnKind\":\"unicodeCodePoints\",\n\"invocations\":[")
    sink.write(JSON.bytes(invocation))
    sink.write("],\n\"results\":")
    JSON.write(listed, to: sink) { JSON.bytes(SARIF.Result($0, ruleIndex: index[$0.finding.rule] ?? 0)) }
    sink.write("}]}\n")
  }
}

/// The part of the format that we write (OASIS, SARIF 2.1.0).
private enum SARIF {
  struct Tool: Encodable { var driver: Driver }

  struct Driver: Encodable {
    var name: String
    var version: String
    var rules: [Rule]
  }

  struct Rule: Encodable { var id: String }

  struct Invocation: Encodable {
    var executionSuccessful: Bool
    var toolExecutionNotifications: [Notification]
    var toolConfigurationNotifications: [Notification]
  }

  struct Notification: Encodable {
    var level: String
    var message: Message
    var locations: [Location]
  }

  struct Message: Encodable { var text: String }

  struct Result: Encodable {
    var ruleId: String
    var ruleIndex: Int
    var level: String
    var message: Message
    var locations: [Location]
    var partialFingerprints: [String: String]
    var baselineState: String
    /// Empty unless the finding is waived.
    var suppressions: [Suppression]
    var properties: [String: String]

    init(_ night: NightFinding, ruleIndex: Int) {
      let finding = night.finding
      ruleId = finding.rule
      self.ruleIndex = ruleIndex
      level =
        switch finding.level {
        case .error: "error"
        case .warning: "warning"
        case .info: "note"
        }
      // Gates such as that of sarif-tools know a result by rule and message alone: without the row, another one would be the same.
      message = Message(text: finding.rowId.isEmpty ? finding.message : "\(finding.rowId): \(finding.message)")
      var place = finding.sheet
      if let cell = finding.cell { place += "!\(cell)" }
      let column = finding.header ?? finding.column
      let row = finding.rowId.isEmpty ? column : "\(finding.rowId) \(column)"
      locations = [
        Location(file: night.file, row: finding.row, names: [place, row].filter { !$0.isEmpty && $0 != " " })
      ]
      partialFingerprints = ["dealbookFinding/v1": night.fingerprint]
      baselineState =
        switch night.state {
        case .new, .reopened: "new"
        case .persisting, .waived: "unchanged"
        case .fixed, .notAsked: "absent"
        }
      suppressions = night.reason.map { [Suppression(kind: "external", justification: $0)] } ?? []
      properties = ["state": night.state.rawValue, "firstSeen": night.firstSeen, "owner": finding.owner]
    }
  }

  struct Suppression: Encodable {
    var kind: String
    var justification: String
  }

  struct Location: Encodable {
    var physicalLocation: PhysicalLocation
    var logicalLocations: [LogicalLocation]

    init(file: String, row: Int?, names: [String]) {
      physicalLocation = PhysicalLocation(
        artifactLocation: ArtifactLocation(uri: Self.uri(file)), region: row.map { Region(startLine: $0) })
      logicalLocations = names.map { LogicalLocation(fullyQualifiedName: $0) }
    }

    private static func uri(_ path: String) -> String {
      let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/".utf8)
      let digits = Array("0123456789ABCDEF".utf8)
      var bytes: [UInt8] = []
      for byte in path.utf8 {
        if plain.contains(byte) {
          bytes.append(byte)
        } else {
          bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  struct PhysicalLocation: Encodable {
    var artifactLocation: ArtifactLocation
    var region: Region?
  }

  struct ArtifactLocation: Encodable { var uri: String }
  struct Region: Encodable { var startLine: Int }
  struct LogicalLocation: Encodable { var fullyQualifiedName: String }
}
