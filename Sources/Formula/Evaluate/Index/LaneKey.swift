// SPDX-License-Identifier: Apache-2.0

/// The values of one lane in several vectors, as a dictionary key: lanes with equal values are computed only once.
struct LaneKey: Hashable {
  private let kinds: [CellKind]
  /// A text is represented by its number in the vector's pool.
  private let payloads: [Double]

  init(_ vectors: [Vector], _ lane: Int) {
    kinds = vectors.map { $0.kind(lane) }
    payloads = vectors.map { $0.payload(lane) }
  }
}
