import Playbook
import Testing

@testable import Dealbook

@Suite struct `The words of a header` {
  /// Most words take a short way; what stands in empty brackets takes the long one.
  @Test func `are the same whichever way they are read`() {
    var read = 0
    for word in Playbook.builtIn.vocabulary.headers.map(\.word.text) {
      #expect(HeaderWords(word) == HeaderWords(word + "()"), "\(word)")
      read += 1
    }
    #expect(read > 1000)
    for word in ["Close Date", "AEs", "CRMName", "N Deals", "Sales  rep", "", " ", "合約金額", "Größe"] {
      #expect(HeaderWords(word) == HeaderWords(word + "()"), "\(word)")
    }
  }
}
