// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Validates values against the subset of JSON Schema that our schemas use.
struct JSONSchema {
  let root: [String: Any]

  init(_ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/DealbookCommand/Schemas/\(name).schema.json")
    root = try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any] ?? [:]
  }

  /// What is wrong with the value, each with its path; empty if it conforms.
  func faults(_ value: Any) -> [String] { faults(value, root, at: "$") }

  private func faults(_ value: Any, _ schema: [String: Any], at path: String) -> [String] {
    if let reference = schema["$ref"] as? String {
      let steps = reference.split(separator: "/").dropFirst()
      var target: Any? = root
      for step in steps { target = (target as? [String: Any])?[String(step)] }
      guard let target = target as? [String: Any] else { return ["\(path): no \(reference)"] }
      return faults(value, target, at: path)
    }
    if let choices = schema["oneOf"] as? [[String: Any]] {
      let results = choices.map { faults(value, $0, at: path) }
      return results.filter(\.isEmpty).count == 1 ? [] : results.first ?? []
    }
    var found: [String] = []
    if let types = schema["type"] as? [String] ?? (schema["type"] as? String).map({ [$0] }),
      !types.contains(where: { Self.isOf(value, $0) })
    {
      found.append("\(path): \(value) is no \(types)")
    }
    if let allowed = schema["enum"] as? [String], !allowed.contains(value as? String ?? "") {
      found.append("\(path): \(value) is none of \(allowed)")
    }
    if let constant = schema["const"] as? Int, value as? Int != constant { found.append("\(path): not \(constant)") }
    if let pattern = schema["pattern"] as? String, let text = value as? String,
      text.range(of: pattern, options: .regularExpression) == nil
    {
      found.append("\(path): \(text) is not like \(pattern)")
    }
    if let object = value as? [String: Any] {
      for key in schema["required"] as? [String] ?? [] where object[key] == nil { found.append("\(path): no \(key)") }
      let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
      for (key, value) in object {
        if let property = properties[key] {
          found += faults(value, property, at: "\(path).\(key)")
        } else if schema["properties"] != nil {
          // Our schemas must list every key.
          found.append("\(path): \(key) is not in the schema")
        }
      }
    }
    if let items = schema["items"] as? [String: Any], let list = value as? [Any] {
      for (index, item) in list.enumerated() { found += faults(item, items, at: "\(path)[\(index)]") }
    }
    return found
  }

  private static func isOf(_ value: Any, _ type: String) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "integer": value is Int
    case "number": value is Double || value is Int
    case "boolean": value is Bool
    case "null": value is NSNull
    default: false
    }
  }
}
