// SPDX-License-Identifier: Apache-2.0

extension TemporaryFile {
  /// Gives `file` the owner, mode, access control list and extended attributes of the file it is going to replace. Fails if one
  /// of them can't be preserved, because the users of the file would notice too late.
  func copyAttributes(of model: FileStatus, to file: OpenFile) throws(SaveError) {
    func failed(_ failure: SystemFailure) -> SaveError {
      failure.isAbsence ? .changed(target.path, .deleted) : .couldNotWrite(target.path, .copyAttributes, failure)
    }
    let fresh = try translating(failed) { () throws(SystemFailure) in try operations.status(of: file) }
    if fresh.user != model.user || fresh.group != model.group {
      try translating({ .refused(target.path, .owner($0)) }) { () throws(SystemFailure) in
        try operations.setOwner(file, user: model.user, group: model.group)
      }
    }
    let wanted = try translating(failed) { () throws(SystemFailure) in
      try operations.withFile(target.resolvedPath, .read) { original throws(SystemFailure) in
        try attributes(of: original)
      }
    }
    for (name, value) in wanted {
      do {
        try operations.setAttribute(file, name, value)
      } catch {
        // Labels set by security modules are up to the system: a new file gets its own.
        if name.hasPrefix("security.") || name.hasPrefix("trusted.") { continue }
        throw .refused(target.path, .attribute(name, error))
      }
    }
    try translating(failed) { () throws(SystemFailure) in
      // The directory may have given the new file a default access control list that the old file does not have.
      for name in try names(of: file) where name.hasPrefix("system.") && !wanted.contains(where: { $0.name == name }) {
        try operations.removeAttribute(file, name)
      }
      // The mode comes last, because changing the owner clears the set-user-id bit.
      try operations.setMode(file, model.mode & mostMode)
    }
  }

  private func attributes(of file: OpenFile) throws(SystemFailure) -> [(name: String, value: [UInt8])] {
    var result: [(name: String, value: [UInt8])] = []
    for name in try names(of: file) { result.append((name, try operations.attribute(file, name))) }
    return result
  }

  private func names(of file: OpenFile) throws(SystemFailure) -> [String] {
    do {
      return try operations.attributeNames(file)
    } catch let error where error.isUnsupported {
      return []
    }
  }
}
