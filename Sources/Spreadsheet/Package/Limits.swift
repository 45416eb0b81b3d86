public import XML
public import Zip

/// How much a workbook may ask of us. Passed along, never global; nothing beside the workbook can raise them.
///
/// The numbers come from 7,157 public workbooks: `untrusted` refuses the hostile ones among them and none of the others.
public struct Limits: Hashable, Sendable {
  public var zip: ZipLimits = .default
  public var xml: XMLLimits = .default
  /// Bytes that all entries together expand to. What the archive states is taken: an entry that expands to more is refused
  /// when it is read.
  public var totalInflated = 4 << 30
  /// How many times its own size the whole file may expand to, once that is above ``totalRatioGrace``.
  public var totalRatio = 150
  public var totalRatioGrace = 10 << 20
  public var relationships = 100_000
  public var sheets = 5_000
  public var definedNames = 1_000_000
  /// Entries of `cellXfs`.
  public var cellFormats = 1_000_000
  public var mergedCells = 1_000_000
  public var sharedStrings = 20_000_000
  /// Bytes of the shared string part.
  public var sharedStringBytes = 1 << 30
  public var cellsPerSheet = 50_000_000
  /// Of the sheets that are read, together.
  public var cellsPerWorkbook = 100_000_000
  /// Rows without data between the first and the last row of data of a sheet that is checked or filled: each costs as much
  /// as a row of data, and one deal in the last row of the grid has a million above it.
  public var blankRows = 20_000
  /// Totals that the exact distributions of all targets together go through: a deal of a target counts as many times as there
  /// may be totals of the deals before it. 200 thousand millions are half a minute.
  public var outlookSteps = 200_000_000_000
  /// Steps of the formulas of a workbook that are calculated, together: cells read, elements of arrays, calls. A thousand
  /// millions are some ten seconds.
  public var calculationSteps = 20_000_000_000
  /// Bytes of the values that a calculation may hold.
  public var calculationBytes = 4 << 30
  /// Work of formulas that no index spares, in bytes looked at: each text against each pattern, each row one by one.
  public var formulaSteps = 100_000_000_000
  /// Findings of one rule in one workbook that a night keeps; how many more there are is said.
  public var findingsPerRule = 1_000_000
  /// UTF-16 units of one formula of a cell; Excel's own limit.
  public var formulaLength = 8_192
  /// Parentheses and functions inside the outermost one; Excel's own limit for functions.
  public var formulaDepth = 64

  public init() {}

  public static let `default` = Limits()

  /// For files that anybody may have sent.
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
    limits.outlookSteps = 5_000_000_000
    limits.formulaSteps = 2_000_000_000
    limits.findingsPerRule = 1_000
    limits.calculationSteps = 2_000_000_000
    limits.calculationBytes = 1 << 30
    return limits
  }()

  /// Each limit under the name that messages and `--limit NAME=VALUE` use, in the order in which a person would list them.
  public static let named: [(name: String, limit: any WritableKeyPath<Limits, Int> & Sendable)] = [
    ("file-size", \.zip.fileSize), ("entries", \.zip.entries), ("entry-inflated", \.zip.entryInflated),
    ("total-inflated", \.totalInflated), ("ratio", \.zip.ratio), ("total-ratio", \.totalRatio),
    ("xml-depth", \.xml.depth), ("xml-attributes", \.xml.attributes), ("xml-attribute-bytes", \.xml.attributeBytes),
    ("xml-text-bytes", \.xml.textBytes), ("xml-name-bytes", \.xml.nameBytes), ("xml-elements", \.xml.elements),
    ("relationships", \.relationships), ("sheets", \.sheets), ("defined-names", \.definedNames),
    ("cell-formats", \.cellFormats), ("merged-cells", \.mergedCells), ("shared-strings", \.sharedStrings),
    ("shared-string-bytes", \.sharedStringBytes), ("cells-per-sheet", \.cellsPerSheet),
    ("cells-per-workbook", \.cellsPerWorkbook), ("blank-rows", \.blankRows),
    ("outlook-steps", \.outlookSteps), ("formula-steps", \.formulaSteps),
    ("findings-per-rule", \.findingsPerRule), ("calculation-steps", \.calculationSteps),
    ("calculation-bytes", \.calculationBytes), ("formula-length", \.formulaLength),
    ("formula-depth", \.formulaDepth),
  ]

  /// The limit called `name`; nil for a name that is none.
  public subscript(name: String) -> Int? {
    get { Self.named.first { $0.name == name }.map { self[keyPath: $0.limit] } }
    set {
      guard let newValue, let found = Self.named.first(where: { $0.name == name }) else { return }
      self[keyPath: found.limit] = newValue
    }
  }
}
