// SPDX-License-Identifier: Apache-2.0

extension SaveTarget {
  /// Fails if a lock file shows that another program has the file open.
  func requireNoEditor(_ operations: any FileOperations) throws(SaveError) {
    for lock in editorLocks {
      let status = try translating({ .couldNotWrite(path, .lock, $0) }) { () throws(SystemFailure) in
        try operations.statusIfPresent(lock.path, followingLink: false)
      }
      guard let status else { continue }
      var user: String?
      var host: String?
      // The name of the user is optional: a lock file that can't be read is still a lock.
      let bytes = try? operations.withFile(lock.path, .read) { file throws(SystemFailure) in
        try operations.readAll(file, expecting: 165, limit: 4096)
      }
      switch lock.kind {
      case .ownerFile: user = bytes.flatMap(LockFile.ownerFileUser)
      case .commaSeparated: (user, host) = bytes.map(LockFile.commaSeparated) ?? (nil, nil)
      }
      throw .locked(
        path,
        LockHolder(
          lockFile: lock.name, user: user, host: host, isOurs: false,
          since: status.modified.seconds, age: operations.age(of: status)))
    }
  }
}
