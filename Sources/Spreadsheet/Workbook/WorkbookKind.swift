/// Which kind of workbook a file is, by the content type of its main part. All are read and edited alike; the kind must agree
/// with the file's extension or Excel refuses it.
public enum WorkbookKind: Hashable, Sendable {
  /// `.xlsx`
  case workbook
  /// `.xltx`
  case template
  /// `.xlsm`
  case macroWorkbook
  /// `.xltm`
  case macroTemplate
  /// `.xlam`
  case addIn

  /// The extension that programs expect of it: `xlsx`.
  public var fileExtension: String {
    switch self {
    case .workbook: "xlsx"
    case .template: "xltx"
    case .macroWorkbook: "xlsm"
    case .macroTemplate: "xltm"
    case .addIn: "xlam"
    }
  }

  init?(contentType: String) {
    switch contentType.lowercased() {
    case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": self = .workbook
    case "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml": self = .template
    case "application/vnd.ms-excel.sheet.macroenabled.main+xml": self = .macroWorkbook
    case "application/vnd.ms-excel.template.macroenabled.main+xml": self = .macroTemplate
    case "application/vnd.ms-excel.addin.macroenabled.main+xml": self = .addIn
    default: return nil
    }
  }
}

extension ForeignPackage {
  /// What a main part of this type belongs to, when it is known to be no workbook of ours.
  init?(contentType: String) {
    let type = contentType.lowercased()
    if type.contains("ms-excel.sheet.binary") {
      self = .binaryWorkbook
    } else if type.contains("wordprocessingml") || type.contains("ms-word") {
      self = .wordDocument
    } else if type.contains("presentationml") || type.contains("ms-powerpoint") {
      self = .presentation
    } else {
      return nil
    }
  }
}
