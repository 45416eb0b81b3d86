// SPDX-License-Identifier: Apache-2.0

import Foundation
import Spreadsheet
import Testing

/// A save confined to some folders.
@Suite struct `A save within folders` {
  private static func options(_ folder: Folder, _ root: String) -> SaveOptions {
    var options = SaveOptions.default
    options.roots = [folder(root)]
    return options
  }

  private static func make(_ folder: Folder, _ names: String...) throws {
    for name in names {
      try FileManager.default.createDirectory(
        atPath: folder(name), withIntermediateDirectories: true)
    }
  }

  private static func link(_ folder: Folder, _ name: String, to place: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder(name), withDestinationPath: place)
  }

  @Test func `follows links inside, and none that lead out`() throws {
    let folder = try Folder()
    try Self.make(folder, "share", "else")
    try folder.put("share/team.xlsx", Archive.old)
    try folder.put("else/boss.xlsx", Archive.old)
    try Self.link(folder, "share/inside.xlsx", to: "team.xlsx")
    try Self.link(folder, "share/outside.xlsx", to: "../else/boss.xlsx")
    try Self.link(folder, "share/folder", to: "../else")
    let options = Self.options(folder, "share")
    let place = folder.path
    let inside = try FileSnapshot.read("\(place)/share/inside.xlsx", roots: options.roots)
    #expect(try FileSaver(options: options).replace(inside, with: Archive.new) == .written)
    #expect(folder.bytes("share/team.xlsx") == Archive.new)
    for name in ["outside.xlsx", "folder/boss.xlsx"] {
      #expect(throws: SaveError.self) { try FileSnapshot.read("\(place)/share/\(name)", roots: options.roots) }
      #expect(throws: SaveError.self) {
        try FileSaver(options: options).write(Archive.new, to: "\(place)/share/\(name)")
      }
    }
    #expect(throws: SaveError.self) {
      try FileSaver(options: options).write(Archive.new, to: "\(place)/share/folder/new.xlsx")
    }
    #expect(folder.bytes("else/boss.xlsx") == Archive.old)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(place)/else") == ["boss.xlsx"])
  }

  @Test func `writes nothing elsewhere when its folder becomes a link after it was read`() throws {
    let folder = try Folder()
    try Self.make(folder, "share/sub", "else")
    try folder.put("share/sub/team.xlsx", Archive.old)
    try folder.put("else/team.xlsx", Archive.old)
    let options = Self.options(folder, "share")
    let place = folder.path
    let snapshot = try FileSnapshot.read("\(place)/share/sub/team.xlsx", roots: options.roots)
    try FileManager.default.moveItem(atPath: "\(place)/share/sub", toPath: "\(place)/gone")
    try Self.link(folder, "share/sub", to: "../else")
    #expect(throws: SaveError.self) { try FileSaver(options: options).replace(snapshot, with: Archive.new) }
    #expect(folder.bytes("else/team.xlsx") == Archive.old)
    #expect(folder.bytes("gone/team.xlsx") == Archive.old)
    #expect(try FileManager.default.contentsOfDirectory(atPath: "\(place)/else") == ["team.xlsx"])
  }

  @Test func `makes a copy as private as the file that it is made of`() throws {
    let folder = try Folder()
    let path = try folder.put("team.xlsx", Archive.old)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let copy = folder("copy.xlsx")
    _ = try FileSaver().write(Archive.new, to: copy, source: FileSnapshot.read(path))
    #expect(try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int == 0o600)
  }
}
