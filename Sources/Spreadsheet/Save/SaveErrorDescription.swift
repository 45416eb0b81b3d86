// SPDX-License-Identifier: Apache-2.0

extension SaveError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noSuchFile(let path): "\(path): no such file"
    case .unreadable(let path, let failure): "\(path): can't be read: \(failure)"
    case .notAFile(let path, let kind): "\(path): \(kind), not a file"
    case .tooLarge(let path, let bytes, let limit):
      "\(path): the file has \(bytes) bytes, more than the limit file-size of \(limit); --limit file-size=N raises it"
    case .locked(let path, let holder): "\(path): \(holder); nothing was written"
    case .changed(let path, let change): "\(path): \(change); nothing was written"
    case .refused(let path, let refusal): "\(path): not replaced: \(refusal)"
    case .couldNotWrite(let path, let step, let failure):
      "\(path): could not be saved, \(step): \(failure); the original is untouched"
    case .unverified(let path, let reason):
      "\(path): could not be saved, what was written does not read back: \(reason); the original is untouched"
    case .displaced(let path, let keptAt):
      "\(path): saved, but another program saved it at the same moment; that version is kept as \(keptAt)"
    case .noFile: "the workbook was not read from a file; say where to save it"
    case .notDurable(let path, let failure):
      "\(path): saved whole, but the system would not confirm that it is on disk: \(failure)"
    }
  }
}

extension FileKind: CustomStringConvertible {
  public var description: String {
    switch self {
    case .file: "a file"
    case .directory: "a directory"
    case .symbolicLink: "a symbolic link"
    case .other: "a pipe, socket or device"
    }
  }
}

extension FileChange: CustomStringConvertible {
  public var description: String {
    switch self {
    case .whileReading: "is being written by another program; try again"
    case .contents: "changed on disk since it was read"
    case .deleted: "deleted since it was read"
    case .redirected: "the symbolic link leads elsewhere since the file was read"
    case .created: "another program made this file meanwhile"
    }
  }
}

extension SaveRefusal: CustomStringConvertible {
  public var description: String {
    switch self {
    case .hardLinks(let count):
      "the file has \(count) names (hard links), and the others would keep the old contents; save to another file, or pass --break-hardlinks"
    case .notAFile(let kind): "it is \(kind)"
    case .danglingLink: "it is a symbolic link to a file that does not exist"
    case .owner(let failure): "its owner and group can't be kept: \(failure)"
    case .attribute(let name, let failure): "its attribute \(name) can't be kept: \(failure)"
    }
  }
}

extension SaveStep: CustomStringConvertible {
  public var description: String {
    switch self {
    case .resolve: "finding out where it is"
    case .lock: "locking it"
    case .create: "creating a temporary file beside it"
    case .copyAttributes: "giving the temporary file its mode, owner and attributes"
    case .write: "writing the temporary file"
    case .synchronize: "flushing the temporary file to disk"
    case .readBack: "reading the temporary file back"
    case .backUp: "keeping a backup of it"
    case .compare: "comparing it with what was read"
    case .replace: "putting the temporary file in its place"
    }
  }
}
