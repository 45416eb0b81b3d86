// SPDX-License-Identifier: Apache-2.0

import Playbook

/// The labels of a list, as the workbook has them.
package struct ListLabels {
  private let reader: LabelReader?

  fileprivate init(_ reader: LabelReader?) { self.reader = reader }

  /// The label that a text stands for, which may be in another language or spelling, and its position in the list, from 1. Nil if the text
  /// is none of them.
  package func label(_ text: String) -> (label: String, number: Int)? { reader?.label(of: text) }
}

extension BoundWorkbook {
  package func labels(ofList prefix: String) -> ListLabels {
    ListLabels(lists[prefix].map { Self.labelReader(prefix, $0, of: playbook, language: language) })
  }
}
