// SPDX-License-Identifier: Apache-2.0

import Base

/// The kind of workbook, according to the content type of its main part. All kinds are read and edited in the same way, but Excel
/// refuses a file whose extension does not match its kind.
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

  /// The file extension that programs expect, for example `xlsx`.
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
  /// The kind of foreign file that a main part of this content type belongs to; nil if the type is not one of them.
  init?(contentType: String) {
    let type = contentType.lowercased()
    if type.containsBytes(of: "ms-excel.sheet.binary") {
      self = .binaryWorkbook
    } else if type.containsBytes(of: "wordprocessingml") || type.containsBytes(of: "ms-word") {
      self = .wordDocument
    } else if type.containsBytes(of: "presentationml") || type.containsBytes(of: "ms-powerpoint") {
      self = .presentation
    } else {
      return nil
    }
  }
}
