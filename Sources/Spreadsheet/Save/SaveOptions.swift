// SPDX-License-Identifier: Apache-2.0

/// Options for a save.
public struct SaveOptions: Hashable, Sendable {
  /// Keeps the replaced file as a backup named `name.~1~`, `name.~2~` …. The first free number is used, so no earlier backup is
  /// overwritten. The backup is on disk when the save returns.
  public var keepsBackup = false
  /// The number of seconds to wait for another program to close the file, or for another run of this program to finish.
  public var secondsToWait = 0
  /// Allows replacing a file that has other names (hard links). Those keep the old contents.
  public var breaksHardLinks = false

  /// Folders (absolute paths without symbolic links) outside which a save touches nothing, wherever links lead; nil sets no
  /// restriction.
  public var roots: [String]?

  /// The mode that a copy has at most, on top of what the original's own mode allows.
  package var mostMode: UInt32 = 0o7777

  public init() {}

  public static let `default` = SaveOptions()
}
