// SPDX-License-Identifier: Apache-2.0

import Base
import Glibc
import Synchronization

/// Buffered writing to standard output.
enum StandardOutput {
  private static let buffer = Mutex<[UInt8]>([])
  private static let chunk = 1 << 16

  static func write(_ text: String) {
    buffer.withLock { bytes in
      bytes.append(contentsOf: text.utf8)
      if bytes.count >= chunk { Descriptor.write(&bytes, to: STDOUT_FILENO) }
    }
  }

  static func write(_ text: [UInt8]) {
    buffer.withLock { bytes in
      bytes.append(contentsOf: text)
      if bytes.count >= chunk { Descriptor.write(&bytes, to: STDOUT_FILENO) }
    }
  }

  static func flush() {
    buffer.withLock { Descriptor.write(&$0, to: STDOUT_FILENO) }
  }

  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Columns of the terminal; nil where lines may be of any length.
  static var columns: Int? {
    var size = winsize()
    if unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    if let text = unsafe getenv("COLUMNS").map({ unsafe String(cString: $0) }), let columns = Int(text), columns > 0 {
      return columns
    }
    return isTerminal ? 80 : nil
  }
}

/// Messages for people: not results.
enum StandardError {
  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  static func write(_ text: String) { write(Array(text.utf8)) }

  static func write(_ text: [UInt8]) {
    var bytes = text
    Descriptor.write(&bytes, to: STDERR_FILENO)
  }

  /// What a worker said, line by line: whatever it was, it commands no terminal.
  static func relay(_ messages: [UInt8]) {
    for line in messages.split(separator: UInt8(ascii: "\n")).prefix(mostLines) {
      write(Printable.text(String(decoding: line, as: UTF8.self)) + "\n")
    }
  }

  /// Of one worker.
  private static let mostLines = 10_000

  /// One line for each line of the message.
  static func complain(_ message: String) {
    for line in message.split(whereSeparator: \.isNewline) { write("dealbook: \(Printable.text(String(line)))\n") }
  }
}

private enum Descriptor {
  /// Writes all bytes and empties the buffer. A reader that has gone (`| head`) ends the command quietly.
  static func write(_ bytes: inout [UInt8], to descriptor: Int32) {
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
        if errno == EPIPE { exit(ExitStatus.done.rawValue) }
        exit(ExitStatus.notWritten.rawValue)
      }
    }
    bytes.removeAll(keepingCapacity: true)
  }

  /// In a row: a call that is interrupted without end fails at last.
  private static let mostInterruptions = 100
}

/// Text of a workbook that goes to a terminal or a log.
enum Printable {
  /// Control and direction characters are shown as escapes: a cell must not command a terminal or forge a line.
  static func text(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isControl) else { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where scalar.isControl: result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// As much of a message as anybody reads; how much more there is, is said.
  static func cut(_ text: String, to limit: Int = 8000) -> String {
    guard text.utf8.count > limit else { return text }
    let shown = String(String.UnicodeScalarView(text.unicodeScalars.prefix(limit / 4)))
    return "\(shown)… and \(text.utf8.count - shown.utf8.count) more bytes"
  }
}
