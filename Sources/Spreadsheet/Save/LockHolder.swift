// SPDX-License-Identifier: Apache-2.0

/// The program or user that has a workbook open, according to the lock file next to it.
public struct LockHolder: Hashable, Sendable {
  /// The name of the lock file.
  public let lockFile: String
  /// Nil if the lock file does not say, or could not be read.
  public let user: String?
  public let host: String?
  /// Whether the lock belongs to another run of this program.
  public let isOurs: Bool
  /// The modification time of the lock file, in seconds since 1970.
  public let since: Int
  /// The age of the lock file, in seconds.
  public let age: Int

  package init(lockFile: String, user: String?, host: String?, isOurs: Bool, since: Int, age: Int) {
    self.lockFile = lockFile
    self.user = user
    self.host = host
    self.isOurs = isOurs
    self.since = since
    self.age = age
  }
}

extension LockHolder: CustomStringConvertible {
  public var description: String {
    let who = [user, host.map { "on \($0)" }].compactMap(\.self).joined(separator: " ")
    let by = who.isEmpty ? "" : " by \(who)"
    let verb = isOurs ? "is being saved" : "is open"
    return "\(verb)\(by) since \(sinceText) (lock file \(lockFile), \(ageText) old; if that is a left-over, delete it)"
  }

  /// The time in UTC, and labelled as such.
  package var sinceText: String {
    let day = since.quotientAndRemainder(dividingBy: 86_400)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    // Serial number 25,569 is 1970-01-01.
    guard since >= 0, let date = SerialDate(serial: Double(25_569 + day.quotient), system: .year1900) else {
      return "an unknown time"
    }
    return
      "\(date.year)-\(two(date.month))-\(two(date.day)) \(two(day.remainder / 3600)):\(two(day.remainder / 60 % 60)) UTC"
  }

  private var ageText: String {
    switch age {
    case ..<120: age == 1 ? "1 second" : "\(max(0, age)) seconds"
    case ..<7200: "\(age / 60) minutes"
    case ..<172_800: "\(age / 3600) hours"
    default: "\(age / 86_400) days"
    }
  }
}
