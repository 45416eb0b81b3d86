// SPDX-License-Identifier: Apache-2.0

import Synchronization

/// Where the parts of a package are, and what has been read of their relationships, or made from them. Those of a sheet are asked for
/// again and again.
final class PartDirectory: Sendable {
  /// The archive entry of each part, by position.
  let entries: [PartName: Int]
  private let known = Mutex<[PartName: Relationships]>([:])
  private let derived = Mutex<[PartName: any Sendable]>([:])
  private let texts = Mutex<Set<PartName>>([])

  /// No more parts than this are kept, and none with as many relationships as ``largest``: the rest is read anew.
  private static let most = 256
  private static let largest = 64

  init(_ entries: [PartName: Int]) { self.entries = entries }

  /// The relationships in the part `name`, if they have been kept.
  func relationships(_ name: PartName) -> Relationships? { known.withLock { $0[name] } }

  func keep(_ relationships: Relationships, _ name: PartName) {
    guard relationships.all.count < Self.largest else { return }
    known.withLock { if $0.count < Self.most { $0[name] = relationships } }
  }

  /// Whether a part has been read to its end and is valid UTF-8, which its bytes remain.
  func isText(_ name: PartName) -> Bool { texts.withLock { $0.contains(name) } }

  func noteText(_ name: PartName) { texts.withLock { _ = $0.insert(name) } }

  /// What has been kept of what was made from a part and those that it refers to.
  func derived(_ name: PartName) -> (any Sendable)? { derived.withLock { $0[name] } }

  func keep(derived value: some Sendable, _ name: PartName) {
    derived.withLock { if $0.count < Self.most { $0[name] = value } }
  }
}
