import Playbook
import Spreadsheet

struct SampleTeam {
  let rows: [String: [[String: CellValue]]]
  init(playbook: Playbook, language: Language, asOf: SerialDate) { rows = [:] }
}
