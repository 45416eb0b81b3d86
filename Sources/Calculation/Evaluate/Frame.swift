/// What a part of a formula knows of what is around it.
struct Frame {
  /// The names that LET and LAMBDA have given.
  var scope: Scope?
  /// Whether ranges stand for all their cells (array formulas), or for the one beside the formula.
  var inArray: Bool
}
