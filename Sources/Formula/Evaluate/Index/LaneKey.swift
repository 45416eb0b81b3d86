/// The values of a lane in several vectors, to tell lanes apart that need not be computed twice.
struct LaneKey: Hashable {
  private let kinds: [CellKind]
  /// Texts by their place in the vector's pool.
  private let payloads: [Double]

  init(_ vectors: [Vector], _ lane: Int) {
    kinds = vectors.map { $0.kind(lane) }
    payloads = vectors.map { $0.payload(lane) }
  }
}
