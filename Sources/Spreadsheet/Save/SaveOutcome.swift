/// How a save ended that did not fail.
public enum SaveOutcome: Hashable, Sendable {
  /// The file holds these bytes already: nothing was touched.
  case unchanged
  /// The new file stands at its path and is on disk.
  case written
  /// As `written`; the old file is kept at this path.
  case writtenKeeping(String)
  /// As `written`, but the old file could not be removed and is still there under this hidden name.
  case writtenLeaving(String)
}
