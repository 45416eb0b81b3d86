// SPDX-License-Identifier: Apache-2.0

/// A run as the history lists it.
public struct RunRecord: Hashable, Sendable, Encodable {
  public var run: Int
  public var asOf: String
  public var version: String
  /// In UTC; the same night once more keeps its start.
  public var started: String
  public var ended: String
  /// How many times the same night was run.
  public var times: Int
  public var exit: Int
  public var files: Int
  public var notChecked: Int
  public var new: Int
  public var reopened: Int
  public var fixed: Int
  public var persisting: Int
  public var waived: Int
  /// Findings that went as the playbook or the waivers changed.
  public var notAsked: Int
}
