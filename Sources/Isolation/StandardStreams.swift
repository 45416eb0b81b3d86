// SPDX-License-Identifier: Apache-2.0

import Base
import Glibc
import Synchronization

/// Buffered writing to standard output.
package enum StandardOutput {
  private static let buffer = Mutex<[UInt8]>([])
  private static let chunk = 1 << 16

  package static func write(_ text: String) {
    buffer.withLock { bytes in
      bytes.append(contentsOf: text.utf8)
      if bytes.count >= chunk { Descriptor.write(&bytes, to: STDOUT_FILENO) }
    }
  }

  package static func write(_ text: [UInt8]) {
    buffer.withLock { bytes in
      bytes.append(contentsOf: text)
      if bytes.count >= chunk { Descriptor.write(&bytes, to: STDOUT_FILENO) }
    }
  }

  package static func flush() {
    buffer.withLock { Descriptor.write(&$0, to: STDOUT_FILENO) }
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
    Descriptor.write(&bytes, to: STDERR_FILENO)
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
  /// Writes all bytes and empties the buffer. If the reader has gone (`| head`), the command ends quietly.
  package static func write(_ bytes: inout [UInt8], to descriptor: Int32) {
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

  /// After this many interruptions in a row, give up.
  private static let mostInterruptions = 100
}
