// SPDX-License-Identifier: Apache-2.0

/// The namespace prefixes in effect at one place in a part. It tells which of them refer to the main SpreadsheetML namespace,
/// Transitional or Strict.
struct NamespaceScope: Sendable {
  private struct Binding: Sendable {
    var prefix: [UInt8]
    var uri: [UInt8]
    /// The number of open elements at the declaration; 0 for declarations on the root and on `sheetData`.
    var depth: Int
  }

  private var bindings: [Binding] = []

  /// Whether only declarations at depth 0 are in effect.
  private(set) var isBase = true

  /// Adds the namespace declarations of the start tag `tag`.
  mutating func declare(
    _ bytes: Span<UInt8>, _ tag: Tag, depth: Int, _ place: ScanError.Place
  ) throws(ScanError) {
    guard tag.declaresNamespace else { return }
    var at = tag.name.upperBound
    while let attribute = try Markup.attribute(bytes, &at, place) {
      guard Markup.isDeclaration(bytes, attribute.name) else { continue }
      let prefix = Markup.localName(bytes, attribute.name)
      let uri = try CellText.attribute(bytes, attribute.value, place)
      bindings.append(
        Binding(
          prefix: prefix.lowerBound == attribute.name.lowerBound ? [] : Self.copy(bytes, prefix), uri: uri,
          depth: depth))
    }
    if depth > 0 { isBase = false }
  }

  /// Binds `prefix` to the main namespace.
  mutating func declareMain(prefix: [UInt8], depth: Int) {
    bindings.append(Binding(prefix: prefix, uri: Self.transitional, depth: depth))
    if depth > 0 { isBase = false }
  }

  /// Removes the declarations of elements at `depth` and deeper.
  mutating func close(depth: Int) {
    while let last = bindings.last, last.depth >= max(depth, 1) { bindings.removeLast() }
    isBase = (bindings.last?.depth ?? 0) == 0
  }

  /// The URI that the prefix of `name` is bound to; empty if it is not bound.
  func uri(_ bytes: Span<UInt8>, _ name: Range<Int>) -> [UInt8] {
    let local = Markup.localName(bytes, name)
    let prefix = name.lowerBound..<max(name.lowerBound, local.lowerBound - 1)
    for binding in bindings.reversed() where Markup.equals(bytes, prefix, binding.prefix) { return binding.uri }
    return []
  }

  /// Whether `name` is in the main namespace and has this local name.
  func isMain(_ bytes: Span<UInt8>, _ name: Range<Int>, _ local: [UInt8]) -> Bool {
    Markup.equals(bytes, Markup.localName(bytes, name), local) && Self.isMain(uri(bytes, name))
  }

  static func isMain(_ uri: [UInt8]) -> Bool { uri == transitional || uri == strict }

  private static let transitional = Array("http://schemas.openxmlformats.org/spreadsheetml/2006/main".utf8)
  private static let strict = Array("http://purl.oclc.org/ooxml/spreadsheetml/main".utf8)

  static func copy(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    for at in range { result.append(Markup.byte(bytes, at)) }
    return result
  }
}
