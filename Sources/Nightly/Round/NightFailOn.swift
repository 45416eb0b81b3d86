// SPDX-License-Identifier: Apache-2.0

package import Isolation

/// Which findings make a night end with exit code 1.
package enum NightFailOn: String, CaseIterable, Sendable {
  case error, warning, info, new, never

  package func isReached(by night: NightFinding) -> Bool { isReached(by: night.finding.severity, night.state) }

  func isReached(by severity: String, _ state: FindingState) -> Bool {
    guard !state.isOver, state != .waived else { return false }
    switch self {
    case .error: return severity == "error"
    case .warning: return severity != "info"
    case .info: return true
    case .new: return state != .persisting && severity == "error"
    case .never: return false
    }
  }
}

extension NightBrief {
  /// The exit status of a night. Workbooks that could not be checked outrank findings.
  package func status(_ failOn: NightFailOn) -> ExitStatus {
    if !unchecked.isEmpty { return .unreadable }
    let isReached = SeverityName.all.contains { severity in
      FindingState.allCases.contains { failOn.isReached(by: severity, $0) && count(severity, $0) > 0 }
    }
    return isReached ? .findings : .done
  }
}

extension NightlyRun {
  package func status(_ failOn: NightFailOn) -> ExitStatus { brief.status(failOn) }
}

extension ExitStatus {
  /// Takes workbooks that could not be written into account, after everything else has been reported.
  package func combined(withFillsOf results: [FileResult]) -> ExitStatus {
    results.reduce(self) { status, result in
      guard let code = result.fillStatus else { return status }
      return status.combined(with: ExitStatus(rawValue: Int32(clamping: code)) ?? .notWritten)
    }
  }
}
