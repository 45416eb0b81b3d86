// SPDX-License-Identifier: Apache-2.0

internal import Synchronization
internal import XML

/// The shared string table of a workbook (18.4.9), read on first access.
public struct SharedStrings: Sendable {
  /// The shared string part; nil if the workbook has none, and so no shared strings.
  public let part: PartName?
  private let package: OPCPackage
  private let loaded = Loaded()

  init(_ package: OPCPackage, _ relationships: Relationships) {
    self.package = package
    part = relationships.first(RelationshipType.sharedStrings)?.part.flatMap { package.contains($0) ? $0 : nil }
  }

  /// The table. A caller that reads many cells should call this once and keep the result.
  public func table() throws(SpreadsheetError) -> SharedStringTable {
    guard let part else { return .none }
    return try loaded.result { () throws(SpreadsheetError) in try Self.read(part, of: package) }.get()
  }

  /// A placeholder for the table, for callers that read cells while the table is being read. They must compare the indices they
  /// find with ``SharedStringTable/count`` of the real table afterwards. The placeholder only rejects indices that a part of this
  /// size can't have.
  public var unread: SharedStringTable {
    guard let part else { return .none }
    let shortest = "<si/>".utf8.count
    return SharedStringTable(
      unread: part, count: min((package.size(of: part) ?? 0) / shortest, package.limits.sharedStrings))
  }

  /// The text of item `index`.
  public func text(at index: Int) throws(SpreadsheetError) -> String { try table().text(at: index) }

  private static func read(_ part: PartName, of package: OPCPackage) throws(SpreadsheetError) -> SharedStringTable {
    let limits = package.limits
    let size = package.size(of: part) ?? 0
    guard size <= limits.sharedStringBytes else {
      throw .limit(
        LimitBreach(
          name: "shared-string-bytes", place: part.entryName, actual: size, limit: limits.sharedStringBytes))
    }
    let stored = try package.bytes(of: part)
    let bytes = try Self.utf8(stored, in: part)
    return try SharedStringTable(bytes, part: part, limit: limits.sharedStrings)
  }

  private static func utf8(_ stored: [UInt8], in part: PartName) throws(SpreadsheetError) -> [UInt8] {
    do throws(XMLError) {
      let encoding = try XMLEncoding.detect(stored)
      if encoding == .utf8, (try? UTF8Check.check(stored.span)) != nil { return stored }
      return try encoding.toUTF8(stored)
    } catch {
      throw SpreadsheetError(error, in: part)
    }
  }

  /// The table once it has been read; all copies of the workbook share it.
  private final class Loaded: Sendable {
    private let value = Mutex<Result<SharedStringTable, SpreadsheetError>?>(nil)

    func result(
      _ read: () throws(SpreadsheetError) -> SharedStringTable
    ) -> Result<SharedStringTable, SpreadsheetError> {
      value.withLock { value in
        if let value { return value }
        let new = Result { () throws(SpreadsheetError) in try read() }
        value = new
        return new
      }
    }
  }
}
