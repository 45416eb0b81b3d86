// SPDX-License-Identifier: Apache-2.0

/// Times in seconds since 1970, as file systems tell them: any number at all.
public enum Seconds {
  /// How long `time` is before `now`; negative if it is later. What no number can hold is the largest or the smallest one.
  public static func between(_ time: Int, and now: Int) -> Int {
    let (difference, overflows) = now.subtractingReportingOverflow(time)
    return overflows ? (time < 0 ? .max : .min) : difference
  }
}
