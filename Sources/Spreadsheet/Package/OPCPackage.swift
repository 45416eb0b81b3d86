// SPDX-License-Identifier: Apache-2.0

public import XML
public import Zip

/// The parts of an Office file, their content types and their relationships (ECMA-376 Part 2). Physically, the package is a ZIP
/// archive.
public struct OPCPackage: Sendable {
  public let archive: ZipArchive
  public let limits: Limits
  package let contentTypes: ContentTypes
  private let directory: PartDirectory

  /// Reads the central directory of the archive and the content types.
  public init(_ bytes: [UInt8], limits: Limits = .default) throws(SpreadsheetError) {
    do throws(ZipError) {
      archive = try ZipArchive(bytes, limits: limits.zip)
    } catch {
      throw SpreadsheetError(error)
    }
    self.limits = limits
    try Self.checkTotal(archive, limits)
    var entries: [PartName: Int] = [:]
    for (index, entry) in archive.entries.enumerated() where !entry.isDirectory {
      let name = PartName(entry.name)
      if entries[name] == nil { entries[name] = index }
    }
    directory = PartDirectory(entries)
    guard let index = entries[.contentTypes] else {
      let isOpenDocument = entries[PartName("mimetype")] != nil && entries[PartName("content.xml")] != nil
      throw .notAWorkbook(isOpenDocument ? .openDocument : .plainArchive)
    }
    let content = try Self.contents(of: archive.entries[index], in: archive)
    contentTypes = try ContentTypes(Self.document(content, of: .contentTypes, limits))
  }

  private static func checkTotal(_ archive: ZipArchive, _ limits: Limits) throws(SpreadsheetError) {
    var total = 0
    for entry in archive.entries {
      let (sum, overflow) = total.addingReportingOverflow(entry.uncompressedSize)
      total = overflow ? .max : sum
    }
    let largest = archive.entries.max { $0.uncompressedSize < $1.uncompressedSize }
    let place = largest.map { "\($0.name), the largest of \(archive.entries.count) entries" }
    guard total <= limits.totalInflated else {
      throw .limit(LimitBreach(name: "total-inflated", place: place, actual: total, limit: limits.totalInflated))
    }
    let size = max(archive.bytes.count, 1)
    let ratio = total / size + (total % size == 0 ? 0 : 1)
    guard total <= limits.totalRatioGrace || ratio <= limits.totalRatio else {
      throw .limit(LimitBreach(name: "total-ratio", place: place, actual: ratio, limit: limits.totalRatio))
    }
  }

  // MARK: Parts

  /// The archive entry that contains a part.
  public func entry(of part: PartName) -> ZipEntry? { directory.entries[part].map { archive.entries[$0] } }

  /// The uncompressed size of a part in bytes, as the archive states it; nil if there is no such part.
  public func size(of part: PartName) -> Int? { entry(of: part)?.uncompressedSize }

  /// All parts, in archive order.
  public var parts: [PartName] { directory.entries.sorted { $0.value < $1.value }.map(\.key) }

  public func contains(_ part: PartName) -> Bool { directory.entries[part] != nil }

  /// The uncompressed bytes of a part, in whatever encoding it is stored. `source` names in errors what needs the part.
  public func bytes(of part: PartName, neededBy source: String = "the workbook") throws(SpreadsheetError) -> [UInt8] {
    guard let entry = entry(of: part) else { throw .missingPart(part, neededBy: source) }
    return try Self.contents(of: entry, in: archive)
  }

  /// The uncompressed bytes of a part, as a stream.
  func stream(of part: PartName) throws(SpreadsheetError) -> EntryStream {
    guard let entry = entry(of: part) else { throw .missingPart(part, neededBy: "the workbook") }
    do throws(ZipError) { return try archive.stream(of: entry) } catch { throw SpreadsheetError(error) }
  }

  /// Whether a part is known to be valid UTF-8 to its end.
  func isText(_ part: PartName) -> Bool { directory.isText(part) }

  func noteText(_ part: PartName) { directory.noteText(part) }

  /// Parses a small part into a tree.
  public func document(
    of part: PartName, neededBy source: String = "the workbook"
  ) throws(SpreadsheetError) -> XMLDocument {
    try Self.document(bytes(of: part, neededBy: source), of: part, limits)
  }

  private static func contents(of entry: ZipEntry, in archive: ZipArchive) throws(SpreadsheetError) -> [UInt8] {
    do throws(ZipError) {
      return try archive.contents(of: entry)
    } catch {
      throw SpreadsheetError(error)
    }
  }

  /// Parses a part that need not be in a package yet.
  static func document(
    _ bytes: [UInt8], of part: PartName, _ limits: Limits
  ) throws(SpreadsheetError) -> XMLDocument {
    do throws(XMLError) {
      return try XMLDocument(bytes, limits: limits.xml)
    } catch {
      throw SpreadsheetError(error, in: part)
    }
  }

  // MARK: Changes

  /// The bytes of the package after these changes.
  func applying(_ patch: ZipPatch) throws(SpreadsheetError) -> [UInt8] {
    do throws(ZipError) { return try patch.apply(to: archive) } catch { throw SpreadsheetError(error) }
  }

  /// Throws if the package is signed: a signature covers every byte of its parts (ECMA-376 Part 2, 10).
  func requireUnsigned() throws(SpreadsheetError) {
    let origin = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
    if try relationships(of: nil).first(origin) != nil { throw .edit(EditError(.signed)) }
  }

  // MARK: Relationships

  /// The relationships of `part`, or of the package if `part` is nil; empty if there is no relationship part.
  public func relationships(of part: PartName?) throws(SpreadsheetError) -> Relationships {
    let name = part?.relationshipPart ?? .packageRelationships
    guard contains(name) else { return .none }
    if let known = directory.relationships(name) { return known }
    let relationships = try Relationships(document(of: name), of: part, name: name, limit: limits.relationships)
    directory.keep(relationships, name)
    return relationships
  }

  /// What has been made before from a part and those that it refers to.
  func derived<Value: Sendable>(_ type: Value.Type, from part: PartName) -> Value? {
    directory.derived(part) as? Value
  }

  /// Keeps what has been made from a part and those that it refers to, unless these `parts` are large. For each part, one value is kept.
  func keep(_ value: some Sendable, derivedFrom part: PartName, and parts: [PartName]) {
    let bytes = parts.reduce(0) { $0 + (size(of: $1) ?? 0) }
    if bytes <= Self.largestDerived { directory.keep(derived: value, part) }
  }

  /// In bytes.
  private static let largestDerived = 1 << 16

  private static func twoMainParts(_ part: PartName, _ first: PartName, _ second: PartName) -> SpreadsheetError {
    .twofold(part: part, subject: "the workbook part", first: first.entryName, second: second.entryName)
  }

  /// The main part, whatever its name. Throws if there is none, or if there are two.
  func mainPart() throws(SpreadsheetError) -> PartName {
    let candidates = try relationships(of: nil).all(RelationshipType.officeDocument).compactMap(\.part)
    let leading = candidates.filter(contains)
    if let found = leading.first {
      if let other = leading.first(where: { $0 != found }) {
        throw Self.twoMainParts(.packageRelationships, found, other)
      }
      return found
    }
    // If no relationship leads to a workbook part, it can still be identified by its content type.
    let declared = contentTypes.overrides.filter { WorkbookKind(contentType: $0.value) != nil && contains($0.key) }
    let found = declared.keys.sorted { $0.description < $1.description }
    if found.count > 1 { throw Self.twoMainParts(.contentTypes, found[0], found[1]) }
    if let found = found.first { return found }
    if let missing = candidates.first { throw .missingPart(missing, neededBy: "the package") }
    throw .notAWorkbook(.noWorkbookPart)
  }
}
