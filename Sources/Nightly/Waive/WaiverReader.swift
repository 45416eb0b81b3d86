// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet
internal import Yams

extension Waivers {
  /// Reads the list at `path`:
  ///
  ///     waivers:
  ///       - rule: DEA-004
  ///         row: D-006          # optional, as are file, sheet and column
  ///         reason: credit note, agreed with finance
  ///         expires: 2026-12-31
  public init(path: String) throws(NightlyError) {
    let file: SmallFile
    do throws(SmallFile.Refusal) { file = try SmallFile(path) } catch { throw .waivers(path, line: 0, "\(error)") }
    try self.init(bytes: file.bytes, path: path)
  }

  public init(bytes: [UInt8], path: String) throws(NightlyError) {
    name = path.split(separator: "/").last.map(String.init) ?? path
    sha256 = SHA256.hex(bytes)
    if let (line, reason) = YAMLText.refusal(bytes) { throw .waivers(path, line: line, reason) }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .waivers(path, line: 0, "not UTF-8") }
    self.text = text
    let root: Node?
    do { root = try Yams.compose(yaml: text) } catch { throw .waivers(path, line: 0, YAMLText.cut("\(error)")) }
    guard let root else {
      waivers = []
      return
    }
    guard case .mapping(let mapping) = root, mapping.count == 1, let list = mapping["waivers"] else {
      throw .waivers(path, line: root.mark?.line ?? 0, "expected one key, `waivers`, with a list")
    }
    switch list {
    case .sequence(let entries):
      var waivers: [Waiver] = []
      for entry in entries { waivers.append(try Self.waiver(entry, path)) }
      self.waivers = waivers
    case .scalar(let scalar) where scalar.string.isEmpty: waivers = []
    default: throw .waivers(path, line: list.mark?.line ?? 0, "expected a list under `waivers`")
    }
  }

  private static let keys: Set<String> = ["rule", "file", "sheet", "row", "column", "reason", "expires"]

  private static func waiver(_ node: Node, _ path: String) throws(NightlyError) -> Waiver {
    let line = node.mark?.line ?? 0
    guard case .mapping(let mapping) = node else {
      throw .waivers(path, line: line, "expected rule, reason and expires")
    }
    var values: [String: String] = [:]
    for (key, value) in mapping {
      let place = key.mark?.line ?? line
      guard let name = key.scalar?.string, keys.contains(name) else {
        throw .waivers(path, line: place, "expected one of \(keys.sorted().joined(separator: ", "))")
      }
      guard let text = value.scalar?.string else { throw .waivers(path, line: place, "\(name): expected a text") }
      values[name] = text.isEmpty ? nil : text
    }
    func needed(_ name: String) throws(NightlyError) -> String {
      guard let value = values[name] else {
        throw .waivers(path, line: line, "\(name) is missing: every waiver needs one")
      }
      return value
    }
    let expires = try needed("expires")
    guard SerialDate.serial(iso: expires, system: .year1900) != nil, expires.count == 10 else {
      throw .waivers(path, line: line, "expires: \(expires): expected a day such as 2026-12-31")
    }
    return Waiver(
      line: line, rule: try needed("rule"), file: values["file"].map(Glob.init), sheet: values["sheet"],
      row: values["row"], column: values["column"], reason: try needed("reason"), expires: expires)
  }
}
