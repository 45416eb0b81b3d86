// SPDX-License-Identifier: Apache-2.0

// The entry point for libFuzzer. DEALBOOK_FUZZ selects the exercise.
import Exercise
import Glibc

private let kind: Exercise = {
  let name = unsafe getenv("DEALBOOK_FUZZ").map { unsafe String(cString: $0) } ?? "zip"
  guard let kind = Exercise(rawValue: name) else { fatalError("DEALBOOK_FUZZ=\(name): no such exercise") }
  return kind
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  _ = unsafe kind.run(Array(UnsafeBufferPointer(start: start, count: count)), samples: true)
  return 0
}
