// SPDX-License-Identifier: Apache-2.0

import Zip

/// Changes the text of one part of a package.
public enum PartChange {
  public static func changed(_ bytes: [UInt8], _ part: String, _ change: (String) -> String) throws -> [UInt8] {
    let archive = try ZipArchive(bytes)
    guard let entry = archive.entry(named: part) else { return bytes }
    let text = change(String(decoding: try archive.contents(of: entry), as: UTF8.self))
    var patch = ZipPatch()
    patch.replace(part, with: [Array(text.utf8)[...]])
    return try patch.apply(to: archive)
  }
}
