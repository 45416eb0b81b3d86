// SPDX-License-Identifier: Apache-2.0

/// The columns that a small team fills in, by sheet: few enough to be seen at once.
enum SmallTeam {
  static let columns: [String: Set<String>] = [
    "le": [
      "lead_id", "name", "scenario", "channel", "received", "responded", "owner", "est_amount", "demo", "spin_s",
      "spin_p", "spin_i", "spin_n", "b", "a", "n", "t", "status", "next_action", "next_date",
    ],
    "de": [
      "deal_id", "account_id", "name", "owner", "amount", "stage", "expected_close", "actual_close", "next_action",
      "next_date",
    ],
    "pa": [
      "payment_id", "contract_id", "stage", "amt_override", "due_override", "received", "received_date", "owner",
      "next_action", "next_date",
    ],
    "re": [
      "renewal_id", "account_id", "p_end", "opening", "expand", "contract", "churn", "expiry", "status", "amount",
      "owner", "next_action", "next_date",
    ],
  ]
}
