// SPDX-License-Identifier: Apache-2.0

import Playbook

/// Reads one file.
func reading(_ yaml: String, name: String = "acme.yaml") -> PlaybookReader.Reading {
  PlaybookReader.read([PlaybookSource(name: name, bytes: Array(yaml.utf8))])
}

/// Lays a company's file over the built-in playbook.
func overlay(_ yaml: String) -> PlaybookReader.Reading {
  reading("extends: key-account\n" + yaml)
}

/// `line:column kind` of each issue.
func places(_ reading: PlaybookReader.Reading) -> [String] {
  reading.issues.map { "\($0.line):\($0.column) \($0.kind.rawValue)" }
}

/// The messages of the issues.
func messages(_ reading: PlaybookReader.Reading) -> [String] { reading.issues.map(\.message) }

/// The issues of a file laid over the built-in playbook. Its first line is `extends: key-account`.
func issues(_ yaml: String) -> [String] { overlay(yaml).issues.map(\.description) }
