// SPDX-License-Identifier: Apache-2.0

/// All functions that can be calculated, by upper-case name.
enum FunctionLibrary {
  static let functions: [String: Function] = Dictionary(
    families.joined().map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })

  /// One list for each file in `Functions`.
  private static let families: [[Function]] = [
    LogicalFunctions.all, InformationFunctions.all, ArithmeticFunctions.all, RoundingFunctions.all, SumFunctions.all,
    LookupFunctions.all, TextFunctions.all, TextJoining.all, NumberTextFunctions.all,
    DateFunctions.all, WorkdayFunctions.all, WholeNumberFunctions.all, MultipleFunctions.all, MatrixFunctions.all,
    EngineeringFunctions.all, ComplexFunctions.all, DistributionFunctions.all, StatisticsFunctions.all,
    RegressionFunctions.all, DatabaseFunctions.all, FinancialFunctions.all, DepreciationFunctions.all,
    SecurityFunctions.all,
    ReferenceFunctions.all, ConditionalSums.all, ArrayShapes.all, ArraySelection.all, LambdaFunctions.all,
    SubtotalFunctions.all, VolatileFunctions.all, LeastSquaresFunctions.all, OddSecurityFunctions.all,
    ByteTextFunctions.all, RegexFunctions.all, GroupingFunctions.all,
  ]
}
