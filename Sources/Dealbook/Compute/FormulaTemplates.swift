import Formula
import Playbook

/// The formulas of a playbook's computed columns, parsed once.
struct FormulaTemplates: Sendable {
  private var templates: [ColumnID: FormulaTemplate] = [:]

  init(_ playbook: Playbook) throws(DealbookError) {
    for sheet in playbook.sheets {
      for column in sheet.columns {
        guard let formula = column.computed?.formula else { continue }
        do {
          templates[ColumnID(sheet: sheet.prefix, key: column.key)] = try FormulaTemplate(formula)
        } catch {
          throw .formula(error, of: "\(sheet.prefix).\(column.key)")
        }
      }
    }
  }

  subscript(id: ColumnID) -> FormulaTemplate? { templates[id] }

  /// The columns, of whichever sheet, that the formula of `id` reads.
  func columnsRead(by id: ColumnID, playbook: Playbook) -> [ColumnID] {
    guard let template = templates[id] else { return [] }
    return template.keys.map { ColumnID(sheet: id.sheet, key: $0) }
      + template.names.compactMap {
        guard case .column(let reference)? = playbook.meaning(ofName: $0) else { return nil }
        return ColumnID(sheet: reference.sheet, key: reference.column)
      }
  }
}
