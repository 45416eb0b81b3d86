/// Which prefixes stand for the main namespace of SpreadsheetML, Transitional or Strict, at one place of a part.
struct NamespaceScope: Sendable {
  private struct Binding: Sendable {
    var prefix: [UInt8]
    var uri: [UInt8]
    /// How many elements were open when it was declared; 0 for those of the root and of `sheetData`.
    var depth: Int
  }

  private var bindings: [Binding] = []

  /// Whether only the declarations at depth 0 are in force.
  private(set) var isBase = true

  /// Adds what the start tag `tag` declares.
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

  /// Lets `prefix` stand for the main namespace.
  mutating func declareMain(prefix: [UInt8], depth: Int) {
    bindings.append(Binding(prefix: prefix, uri: Self.transitional, depth: depth))
    if depth > 0 { isBase = false }
  }

  /// Forgets what elements at `depth` and deeper declared.
  mutating func close(depth: Int) {
    while let last = bindings.last, last.depth >= max(depth, 1) { bindings.removeLast() }
    isBase = (bindings.last?.depth ?? 0) == 0
  }

  /// The URI that the prefix of `name` stands for; empty when it stands for none.
  func uri(_ bytes: Span<UInt8>, _ name: Range<Int>) -> [UInt8] {
    let local = Markup.localName(bytes, name)
    let prefix = name.lowerBound..<max(name.lowerBound, local.lowerBound - 1)
    for binding in bindings.reversed() where Markup.equals(bytes, prefix, binding.prefix) { return binding.uri }
    return []
  }

  /// Whether `name` is an element of the main namespace with that local name.
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
