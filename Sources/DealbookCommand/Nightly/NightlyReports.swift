import Nightly
import Playbook

/// Writes what a night has found to all places that were asked for.
struct NightlyReports {
  private let night: Night
  private let options: ReportOptions
  private let language: Language
  /// Of files that were not there.
  private let mode: Int

  /// More findings than this are counted, not listed, in text.
  private static let listed = 50

  init(_ night: Night, options: ReportOptions, language: Language?, mode: Int = 0o600) {
    self.mode = mode
    self.night = night
    self.options = options
    self.language = language ?? night.language
  }

  /// - Returns: the night's status, or what went wrong with a report, when that is worse.
  func write(_ conclusion: NightOptions, quiet: Bool) throws(Failure) -> ExitStatus {
    let failOn = conclusion.failOn
    let result = Int(conclusion.status(night).rawValue)
    let forms: [(path: String?, write: (ByteSink) -> Void)] = [
      (options.json, night.writeJSON), (options.jsonl, night.writeJSONLines), (options.csv, night.writeCSV),
      (options.sarif, { night.writeSARIF(to: $0, includesFixed: options.sarifFixed) }),
      (options.junit, { night.writeJUnit(to: $0) { failOn.isReached(by: $0) } }),
      (options.prometheus, { $0.write(night.prometheus(status: result)) }),
      (options.markdown, { $0.write(night.digest.markdown(language, night.authorities)) }),
    ]
    var status = conclusion.status(night)
    for form in forms {
      guard let path = form.path else { continue }
      do throws(NightlyError) {
        guard path == "-" else {
          // What has numbers alone is for programs of others.
          try Files.write(to: path, mode: path == options.prometheus ? 0o644 : mode, form.write)
          continue
        }
        let sink = ByteSink { StandardOutput.write($0) }
        form.write(sink)
        sink.flush()
      } catch {
        // The other reports are worth having all the same.
        StandardError.complain("\(error)")
        status = status.combined(with: .notWritten)
      }
    }
    if let folder = options.html {
      do throws(NightlyError) {
        try Files.makeFolder(folder)
        try night.forEachPage(language) { (name, bytes) throws(NightlyError) in
          try Files.write(bytes, to: "\(folder)/\(name)", mode: mode)
        }
      } catch {
        StandardError.complain("\(error)")
        status = status.combined(with: .notWritten)
      }
    }
    if options.github {
      writeGitHub(&status)
    } else {
      writeText(quiet: quiet, hasReport: forms.contains { $0.path == "-" })
    }
    StandardOutput.flush()
    // Nobody wants to be told of the same night once more.
    if let command = options.notifyCommand, night.hasNews, !night.isRepeat {
      let code = Files.run(command, night.writeDigestJSON)
      if code != 0 {
        StandardError.complain("the notify command ended with \(code.map(String.init) ?? "a signal"): \(command)")
        status = status.combined(with: .notWritten)
      }
    }
    return status
  }

  private func writeGitHub(_ status: inout ExitStatus) {
    StandardOutput.write(night.githubAnnotations)
    guard let path = Files.variable("GITHUB_STEP_SUMMARY"), !path.isEmpty else { return }
    let before = Files.read(path) ?? []
    do throws(NightlyError) {
      try Files.write(before + Array(night.digest.markdown(language, night.authorities).utf8), to: path)
    } catch {
      StandardError.complain("\(error)")
      status = status.combined(with: .notWritten)
    }
  }

  /// What is new first, the summary last: where the eye is.
  private func writeText(quiet: Bool, hasReport: Bool) {
    guard !hasReport else { return }
    for file in night.unchecked {
      StandardOutput.write(
        "\(Printable.text(file.path)): not checked (\(file.outcome.rawValue)): \(Printable.text(file.why))\n")
    }
    for file in night.files {
      guard let why = file.notFilled else { continue }
      StandardOutput.write("\(Printable.text(file.path)): not filled: \(Printable.text(why))\n")
    }
    let news = night.count(.new) + night.count(.reopened) + night.count(.fixed) + night.count(.notAsked)
    if news > 0 {
      let listed = night.findings.lazy.filter { [.new, .reopened, .fixed, .notAsked].contains($0.state) }.prefix(
        Self.listed)
      for night in listed { StandardOutput.write(Self.line(night) + "\n") }
    }
    if news > Self.listed {
      StandardOutput.write("… \(news - Self.listed) more findings that are new, fixed or no longer asked\n")
    }
    let isSilent = quiet && news == 0 && night.unchecked.isEmpty
    for authority in night.authorities.prefix(Self.listed) where !isSilent || !authority.isUsual {
      StandardOutput.write(Printable.text(authority.told) + "\n")
    }
    if night.authorities.count > Self.listed {
      StandardOutput.write("… \(night.authorities.count - Self.listed) more playbooks and lists of waivers\n")
    }
    if isSilent { return }
    StandardOutput.write(summary + "\n")
  }

  private static func line(_ night: NightFinding) -> String {
    let finding = night.finding
    var place = night.file
    if !finding.sheet.isEmpty { place += ":\(finding.sheet)" }
    if let cell = finding.cell { place += "!\(cell)" } else if let row = finding.row { place += "!\(row)" }
    let words = [night.state.rawValue, finding.severity, finding.rule, finding.rowId, finding.column]
    return "\(Printable.text(place)): \(Printable.text(words.filter { !$0.isEmpty }.joined(separator: " "))): "
      + Printable.text(finding.message)
  }

  private var summary: String {
    let counts = night.digest.counts
    let since = night.previousAsOf.map { "since \($0)" } ?? "first run"
    var text = "\(night.asOf) (\(since)): \(night.digest.files.checked) workbooks checked"
    if !night.unchecked.isEmpty { text += ", \(night.unchecked.count) not" }
    let strangers = night.digest.files.notTeamWorkbooks.count
    if strangers > 0 { text += ", \(strangers) not a team's" }
    text += "; +\(counts.new) new, \(counts.reopened) reopened, \(counts.fixed) fixed, \(counts.persisting) persisting"
    if counts.persisting > 0, let oldest = counts.oldest { text += " (oldest since \(oldest))" }
    if counts.notAsked > 0 { text += ", \(counts.notAsked) no longer asked" }
    text += ", \(counts.waived) waived; \(counts.errors) error, \(counts.warnings) warning, \(counts.notes) info"
    return text
  }
}
