/// What a save may do beyond putting one file in the place of another.
public struct SaveOptions: Hashable, Sendable {
  /// The file that is replaced stays beside the new one, as `name.~1~`, `name.~2~` …: the first number that is free, so
  /// that no earlier backup is overwritten. It is on disk when the save is done.
  public var keepsBackup = false
  /// How many seconds to wait for an editor to close the file, or for another run of this program to be done with it.
  public var secondsToWait = 0
  /// Replaces a file that has other names too. Those keep the old contents.
  public var breaksHardLinks = false

  /// Folders, absolute and without symbolic links, that a save does not leave, wherever links lead; nil: it goes where they lead.
  public var roots: [String]?

  public init() {}

  public static let `default` = SaveOptions()
}
