// SPDX-License-Identifier: Apache-2.0

/// On a list of contracts to renew, the day on which a contract ends is the day on which it expires, where no other column says that. On a
/// sheet of what recurring revenue gained and lost it is the end of the period.
enum ContractEnd {
  private static let movements: Set<String> = ["expand", "contract", "churn", "new", "revenue"]

  static func settle(_ reading: inout KindReading) {
    guard reading.prefix == "re",
      !reading.columns.contains(where: { $0.key == "expiry" || movements.contains($0.key) }),
      let place = reading.columns.firstIndex(where: { $0.key == "p_end" })
    else { return }
    reading.columns[place].key = "expiry"
  }
}
