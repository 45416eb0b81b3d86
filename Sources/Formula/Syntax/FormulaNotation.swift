/// Which spelling of formulas a text follows.
public enum FormulaNotation: Hashable, Sendable {
  /// A cell's formula as files hold it.
  case excel
  /// The text of a defined name: as `excel`, and a list of areas may stand outside parentheses, `A!$A$1,A!$C$1`.
  case definedName
  /// The playbook's: `{key}` is this row's cell, `{^key}` the cells from the first data row down to this one;
  /// there are no array constants.
  case template
}
