// SPDX-License-Identifier: Apache-2.0

import Base
import Glibc
import Synchronization

/// Buffered writing to standard output.
package enum StandardOutput {
  private static let buffer = Mutex<[UInt8]>([])
  private static let chunk = 1 << 16
  private static let end = Mutex(Descriptor.End.discards)

  /// Lets the command end as done when the reader has gone (`| head`): for those that do nothing but print. Any other goes on,
  /// prints nothing more, and ends with the code of its work.
  package static func endWithReader() { end.withLock { $0 = .done } }

  package static func write(_ text: String) {
    buffer.withLock { bytes in
      bytes.append(contentsOf: text.utf8)
      if bytes.count >= chunk { send(&bytes) }
    }
  }

  package static func write(_ text: [UInt8]) {
    buffer.withLock { bytes in
      bytes.append(contentsOf: text)
      if bytes.count >= chunk { send(&bytes) }
    }
  }

  package static func flush() {
    buffer.withLock { send(&$0) }
  }

  private struct Room {
    var left: Int
    var message: String
  }

  private static let room = Mutex<Room?>(nil)

  /// Ends this process with a message, as one that read a file beyond its limits, instead of printing more than so many bytes.
  package static func limit(to count: Int, message: String) {
    room.withLock { $0 = Room(left: count, message: message) }
  }

  private static func send(_ bytes: inout [UInt8]) {
    let message = room.withLock { room -> String? in
      guard let left = room?.left else { return nil }
      room?.left = max(0, left - bytes.count)
      guard bytes.count > left else { return nil }
      bytes.removeLast(bytes.count - left)
      return room?.message
    }
    Descriptor.write(&bytes, to: STDOUT_FILENO, withoutReader: end.withLock { $0 }, elsewise: .notWritten)
    guard let message else { return }
    StandardError.complain(message)
    exit(ExitStatus.unreadable.rawValue)
  }

  package static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// The width of the terminal; nil if lines may have any length.
  package static var columns: Int? {
    var size = winsize()
    if unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    if let text = unsafe getenv("COLUMNS").map({ unsafe String(cString: $0) }), let columns = Int(text), columns > 0 {
      return columns
    }
    return isTerminal ? 80 : nil
  }
}

/// Messages for people, as opposed to results.
package enum StandardError {
  package static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  package static func write(_ text: String) { write(Array(text.utf8)) }

  package static func write(_ text: [UInt8]) {
    var bytes = text
    // Nobody may be listening, and a log may be full: that is no reason to leave the work undone.
    Descriptor.write(&bytes, to: STDERR_FILENO, withoutReader: .discards, elsewise: .discards)
  }

  /// Prints a worker's messages line by line, escaped so that they can't control the terminal.
  package static func relay(_ messages: [UInt8]) {
    for line in messages.split(separator: UInt8(ascii: "\n")).prefix(mostLines) {
      write(Printable.text(String(decoding: line, as: UTF8.self)) + "\n")
    }
  }

  /// Per worker.
  private static let mostLines = 10_000

  /// Prints the message with the program's name before each line.
  package static func complain(_ message: String) {
    for line in message.split(whereSeparator: \.isNewline) { write("dealbook: \(Printable.text(String(line)))\n") }
  }
}

private enum Descriptor {
  /// What happens when something can't be written.
  enum End {
    /// The bytes are lost and the work goes on.
    case discards
    case done
    case notWritten
  }

  /// Writes all bytes and empties the buffer.
  ///
  /// - Parameters:
  ///   - withoutReader: what happens if the reader has gone (`| head`).
  ///   - elsewise: what happens on any other fault.
  static func write(_ bytes: inout [UInt8], to descriptor: Int32, withoutReader: End, elsewise: End) {
    var start = 0
    var interruptions = 0
    while start < bytes.count {
      let written = unsafe bytes[start...].withUnsafeBytes { unsafe Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written > 0 {
        start += written
        interruptions = 0
      } else if errno == EINTR, interruptions < mostInterruptions {
        interruptions += 1
      } else {
        switch errno == EPIPE ? withoutReader : elsewise {
        case .discards: start = bytes.count
        case .done: exit(ExitStatus.done.rawValue)
        case .notWritten: exit(ExitStatus.notWritten.rawValue)
        }
      }
    }
    bytes.removeAll(keepingCapacity: true)
  }

  /// After this many interruptions in a row, give up.
  private static let mostInterruptions = 100
}
