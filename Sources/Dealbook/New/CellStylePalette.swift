// SPDX-License-Identifier: Apache-2.0

import Playbook
import Spreadsheet

/// The look of a new workbook: one dark blue, its tints for typed cells, greys for computed ones.
struct CellStylePalette {
  /// Shown before amounts; nil for none.
  var currency: String?

  static let ink = "1F2937"
  static let navy = "1F3A5F"
  static let blue = "2F6690"
  static let paleBlue = "EAF1F7"
  static let slate = "56657A"
  static let paleGrey = "F2F4F7"
  static let line = "D5DBE3"
  static let white = "FFFFFF"
  static let quiet = "667085"

  /// For what needs attention first.
  static let alarm = DifferentialLook(textColor: "9C1C1C", fill: "FBD5D5")
  /// For what needs attention.
  static let caution = DifferentialLook(textColor: "7A4B00", fill: "FFE9B8")
  /// For a cell that has to be filled in.
  static let missing = DifferentialLook(fill: "FFF9D6")

  var banner: CellLook {
    CellLook().with {
      $0.isBold = true
      $0.fontSize = 16
      $0.textColor = Self.white
      $0.fill = Self.navy
      $0.horizontal = .left
      $0.indent = 1
      $0.vertical = .center
    }
  }

  var purpose: CellLook {
    CellLook().with {
      $0.horizontal = .left
      $0.indent = 1
      $0.textColor = Self.slate
      $0.fill = Self.paleBlue
      $0.vertical = .center
    }
  }

  var link: CellLook {
    purpose.with {
      $0.textColor = Self.blue
      $0.isUnderlined = true
    }
  }

  var label: CellLook {
    CellLook().with {
      $0.vertical = .center
      $0.textColor = Self.ink
    }
  }

  func header(_ fill: String) -> CellLook {
    CellLook().with {
      $0.isBold = true
      $0.textColor = Self.white
      $0.fill = fill
      $0.border = Self.line
      $0.horizontal = .center
      $0.vertical = .center
      $0.wrapsText = true
    }
  }

  /// Dark for required columns, lighter for optional ones, grey for computed ones.
  func header(of column: ColumnDefinition, in profile: Profile) -> CellLook {
    if column.isComputed { return header(Self.slate) }
    switch column.requirement(in: profile) {
    case .required, .headerRequired: return header(Self.navy)
    case .conditional, .optional, .computed, .toolValue: return header(Self.blue)
    }
  }

  /// A cell below the header, typed or still empty.
  func cell(of column: ColumnDefinition) -> CellLook {
    CellLook().with {
      $0.numberFormat = CellStyles.numberFormat(of: column.type)
      if column.type == .money, let currency { $0.numberFormat = "[$\(currency)] #,##0.00" }
      $0.vertical = .center
      $0.textColor = Self.ink
      $0.border = Self.line
      switch column.type {
      case .tick, .date, .list: $0.horizontal = .center
      case .id, .key, .text:
        $0.horizontal = .left
        $0.indent = 1
      case .money, .number, .integer, .percent, .ratio, .score: break
      }
      if column.isComputed {
        $0.fill = Self.paleGrey
        $0.isBold = column.isHeadline
      }
    }
  }
}
