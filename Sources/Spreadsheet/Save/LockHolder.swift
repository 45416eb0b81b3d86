/// Who has a workbook open, by the lock file that was found beside it.
public struct LockHolder: Hashable, Sendable {
  /// The name of the lock file.
  public let lockFile: String
  /// Nil when the lock file does not tell, or could not be read.
  public let user: String?
  public let host: String?
  /// Whether the lock is that of another run of this program.
  public let isOurs: Bool
  /// How old the lock file is, in seconds.
  public let age: Int

  package init(lockFile: String, user: String?, host: String?, isOurs: Bool, age: Int) {
    self.lockFile = lockFile
    self.user = user
    self.host = host
    self.isOurs = isOurs
    self.age = age
  }
}

extension LockHolder: CustomStringConvertible {
  public var description: String {
    let who = [user, host.map { "on \($0)" }].compactMap(\.self).joined(separator: " ")
    let by = who.isEmpty ? "" : " by \(who)"
    let verb = isOurs ? "is being saved" : "is open"
    return "\(verb)\(by) (lock file \(lockFile), \(ageText) old; if that is a left-over, delete it)"
  }

  private var ageText: String {
    switch age {
    case ..<120: "\(max(0, age)) seconds"
    case ..<7200: "\(age / 60) minutes"
    case ..<172_800: "\(age / 3600) hours"
    default: "\(age / 86_400) days"
    }
  }
}
