// SPDX-License-Identifier: Apache-2.0

/// The context in which a part of a formula is evaluated.
struct Frame {
  /// The names declared by LET and LAMBDA.
  var scope: Scope?
  /// Whether a range stands for all its cells (array formulas) or for the one in the formula's row or column.
  var inArray: Bool
}
