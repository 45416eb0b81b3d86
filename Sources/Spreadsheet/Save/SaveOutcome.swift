// SPDX-License-Identifier: Apache-2.0

/// The result of a successful save.
public enum SaveOutcome: Hashable, Sendable {
  /// The file already contained these bytes and was not touched.
  case unchanged
  /// The new file is at its path and on disk.
  case written
  /// Like `written`; the old file was kept at this path.
  case writtenKeeping(String)
  /// Like `written`, but the old file could not be removed and is still there under this hidden name.
  case writtenLeaving(String)
}
