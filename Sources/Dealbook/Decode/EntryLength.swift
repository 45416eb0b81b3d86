// SPDX-License-Identifier: Apache-2.0

extension String {
  /// Whether the text is short enough for a number, a date or a mark. A longer one is prose, and is not searched for them.
  var mayBeEntry: Bool { utf8.count <= 400 }
}
