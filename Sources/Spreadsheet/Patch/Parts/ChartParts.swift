// SPDX-License-Identifier: Apache-2.0

internal import Zip

extension OPCPackage {
  /// The parts of native charts, in the order of the file.
  var chartParts: [PartName] {
    archive.entries.map { PartName($0.name) }.filter { part in
      let path = part.description.lowercased()
      return path.contains("/charts/") && path.hasSuffix(".xml") && !path.contains("/_rels/")
    }
  }
}
