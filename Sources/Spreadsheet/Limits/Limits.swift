// SPDX-License-Identifier: Apache-2.0

public import XML
public import Zip

/// Limits on the resources that a workbook may use. They are passed along explicitly and never global, and only the caller can
/// raise them.
///
/// The values are based on 7,157 public workbooks: `untrusted` rejects the hostile files among them and no others.
public struct Limits: Hashable, Sendable {
  public var zip: ZipLimits = .default
  public var xml: XMLLimits = .default
  /// The total uncompressed size of all entries, in bytes, as the archive states it. An entry that inflates to more than it
  /// states is rejected when it is read.
  public var totalInflated = 4 << 30
  /// The largest ratio of the total uncompressed size to the file size. Applies only if the uncompressed size exceeds
  /// ``totalRatioGrace``, in bytes.
  public var totalRatio = 150
  public var totalRatioGrace = 10 << 20
  public var relationships = 100_000
  public var sheets = 5_000
  public var definedNames = 1_000_000
  /// The number of entries in `cellXfs`.
  public var cellFormats = 1_000_000
  public var mergedCells = 1_000_000
  public var sharedStrings = 20_000_000
  /// The size of the shared string part in bytes.
  public var sharedStringBytes = 1 << 30
  public var cellsPerSheet = 50_000_000
  /// The number of cells in all sheets that are read, together.
  public var cellsPerWorkbook = 100_000_000
  /// The text in the rows of all sheets that are checked or filled, in bytes. A text counts in every cell that shows it, even if it is
  /// stored once: every cell is read.
  public var textBytes = 2 << 30
  /// The number of rows without data between the first and the last row with data, in a sheet that is checked or filled. Each
  /// costs as much as a row with data, and a single deal in the last row of the grid has a million of them above it.
  public var blankRows = 20_000
  /// The number of steps to compute the exact outlook distributions of all targets together. Each deal of a target counts as many
  /// steps as there can be totals of the deals before it. 200 billion steps take about half a minute.
  public var distributionSteps = 200_000_000_000
  /// The number of steps to calculate all formulas of a workbook: cells read, array elements, function calls. One billion steps
  /// take about ten seconds.
  public var calculationSteps = 20_000_000_000
  /// The memory that the values of a calculation may use, in bytes.
  public var calculationBytes = 4 << 30
  /// The work of lookups and conditions in formulas that can't use an index, in bytes compared: each text with each pattern, row
  /// by row.
  public var formulaSteps = 100_000_000_000
  /// The number of findings that a nightly run keeps per rule and workbook; it reports how many more there are.
  public var findingsPerRule = 1_000_000
  /// The room that the findings of a workbook have in each report of a nightly run, in bytes; a workbook of more than twice this
  /// size gives half its own size. It reports how many more there are of each rule.
  public var findingBytes = 1 << 30
  /// The length of a cell formula in UTF-16 code units; this is Excel's own limit.
  public var formulaLength = ExcelLimits.formulaLength
  /// The nesting depth of parentheses and functions; this is Excel's own limit for functions.
  public var formulaDepth = 64

  public init() {}

  public static let `default` = Limits()

  /// Limits for files from an unknown sender.
  public static let untrusted: Limits = {
    var limits = Limits()
    limits.zip = .untrusted
    limits.xml = .untrusted
    limits.totalInflated = 512 << 20
    limits.totalRatio = 100
    limits.relationships = 10_000
    limits.sheets = 1_000
    limits.definedNames = 100_000
    limits.cellFormats = 65_490
    limits.mergedCells = 100_000
    limits.sharedStrings = 2_000_000
    limits.sharedStringBytes = 128 << 20
    limits.cellsPerSheet = 5_000_000
    limits.cellsPerWorkbook = 20_000_000
    limits.distributionSteps = 5_000_000_000
    limits.formulaSteps = 2_000_000_000
    limits.findingsPerRule = 1_000
    limits.findingBytes = 768 << 10
    limits.calculationSteps = 300_000_000
    limits.calculationBytes = 256 << 20
    limits.textBytes = 128 << 20
    return limits
  }()

  /// Each limit with the name used in messages and in `--limit NAME=VALUE`, in the order in which they are listed for users.
  public static let named: [(name: String, limit: any WritableKeyPath<Limits, Int> & Sendable)] = [
    ("file-size", \.zip.fileSize), ("entries", \.zip.entries), ("entry-inflated", \.zip.entryInflated),
    ("total-inflated", \.totalInflated), ("ratio", \.zip.ratio), ("total-ratio", \.totalRatio),
    ("xml-depth", \.xml.depth), ("xml-attributes", \.xml.attributes), ("xml-attribute-bytes", \.xml.attributeBytes),
    ("xml-text-bytes", \.xml.textBytes), ("xml-name-bytes", \.xml.nameBytes), ("xml-elements", \.xml.elements),
    ("relationships", \.relationships), ("sheets", \.sheets), ("defined-names", \.definedNames),
    ("cell-formats", \.cellFormats), ("merged-cells", \.mergedCells), ("shared-strings", \.sharedStrings),
    ("shared-string-bytes", \.sharedStringBytes), ("cells-per-sheet", \.cellsPerSheet),
    ("cells-per-workbook", \.cellsPerWorkbook), ("text-bytes", \.textBytes),
    ("blank-rows", \.blankRows),
    ("distribution-steps", \.distributionSteps), ("formula-steps", \.formulaSteps),
    ("findings-per-rule", \.findingsPerRule), ("finding-bytes", \.findingBytes),
    ("calculation-steps", \.calculationSteps), ("calculation-bytes", \.calculationBytes),
    ("formula-length", \.formulaLength), ("formula-depth", \.formulaDepth),
  ]

  /// The most cells that an array in a formula may have.
  public static let arrayCells = 8_000_000

  /// The limits that are listed with the others and that nobody can set.
  public static let fixed = [(name: "array-cells", value: arrayCells)]

  /// The limit with this name; nil if there is none. Setting an unknown name has no effect.
  public subscript(name: String) -> Int? {
    get { Self.named.first { $0.name == name }.map { self[keyPath: $0.limit] } }
    set {
      guard let newValue, let found = Self.named.first(where: { $0.name == name }) else { return }
      self[keyPath: found.limit] = newValue
    }
  }
}
