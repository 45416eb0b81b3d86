// SPDX-License-Identifier: Apache-2.0

/// A run, as the history lists it.
public struct RunRecord: Hashable, Sendable, Encodable {
  public var run: Int
  public var asOf: String
  public var version: String
  /// In UTC. A repetition of the same night keeps the first start.
  public var started: String
  public var ended: String
  /// How often the same night was run.
  public var times: Int
  public var exit: Int
  public var files: Int
  public var notChecked: Int
  public var new: Int
  public var reopened: Int
  public var fixed: Int
  public var persisting: Int
  public var waived: Int
  /// Findings that disappeared with a change of the playbook or the waivers.
  public var notAsked: Int
}
