// SPDX-License-Identifier: Apache-2.0

import Foundation

/// How much of a sweep the tests go through: a slice, so that all tests together stay quick, or with `Scripts/sweep` all of it.
public enum Sweep {
  private static let isWhole = ProcessInfo.processInfo.environment["DEALBOOK_SWEEP"] == "whole"

  /// One of so many cases is tried.
  private static let step = 6

  /// A sixth of `whole` rounds, at least one.
  public static func rounds(_ whole: Int) -> Int { isWhole ? whole : max(1, (whole + step - 1) / step) }

  /// The first and then every sixth of the cases.
  public static func cases<Case>(_ whole: [Case]) -> [Case] {
    isWhole ? whole : whole.enumerated().compactMap { $0.offset.isMultiple(of: step) ? $0.element : nil }
  }
}
