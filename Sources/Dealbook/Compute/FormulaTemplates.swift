import Formula
import Playbook

/// The formulas of a playbook's computed columns, parsed once.
struct FormulaTemplates: Sendable {
  private var templates: [ColumnID: FormulaTemplate] = [:]
  /// The formulas that columns had in earlier editions of the playbook.
  private var former: [ColumnID: [FormulaTemplate]] = [:]

  init(_ playbook: Playbook) throws(DealbookError) {
    for sheet in playbook.sheets {
      for column in sheet.columns {
        guard let computed = column.computed, let formula = computed.formula else { continue }
        let id = ColumnID(sheet: sheet.prefix, key: column.key)
        do {
          templates[id] = try FormulaTemplate(formula)
          for earlier in computed.formerly { former[id, default: []].append(try FormulaTemplate(earlier)) }
        } catch {
          throw .formula(error, of: "\(sheet.prefix).\(column.key)")
        }
      }
    }
  }

  subscript(id: ColumnID) -> FormulaTemplate? { templates[id] }

  /// The formula of a column, then those that it had earlier; empty when it has none.
  func all(of id: ColumnID) -> [FormulaTemplate] {
    templates[id].map { [$0] + (former[id] ?? []) } ?? []
  }

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
