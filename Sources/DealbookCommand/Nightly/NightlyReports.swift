// SPDX-License-Identifier: Apache-2.0

import Isolation
import Nightly
import Playbook

/// Writes the results of a night to all the places that were asked for.
struct NightlyReports {
  private let night: NightlyRun
  private let options: ReportOptions
  private var language: Language { chosen ?? night.language }
  /// That of the terminal, if it was chosen.
  private let chosen: Language?
  private let copies: String?
  /// The mode for new files.
  private let mode: FileMode

  /// - Parameter copies: the folder for annotated copies; nil if none are written.
  init(_ night: NightlyRun, options: ReportOptions, language: Language?, copies: String? = nil, mode: FileMode = 0o600)
  {
    self.copies = copies
    self.mode = mode
    self.night = night
    self.options = options
    chosen = language
  }

  /// Removes what a run that was killed left half written of these reports and of the pages.
  private func removeAbandoned(_ paths: [String]) {
    Files.removeAbandoned(of: paths.filter { $0 != "-" })
    if let html = options.html { Files.removeAbandoned(in: html) { $0.hasSuffix(".html") } }
  }

  /// - Returns: the status of the night, or of a failed report if that is worse.
  func write(_ conclusion: NightOptions, quiet: Bool) throws(Failure) -> ExitStatus {
    let failOn = conclusion.failOn
    let result = Int(night.status(failOn).rawValue)
    let forms: [(path: String?, write: (ByteSink) -> Void)] = [
      (options.json, night.writeJSON), (options.jsonl, night.writeJSONLines), (options.csv, night.writeCSV),
      (options.sarif, { night.writeSARIF(to: $0, includesFixed: options.sarifFixed) }),
      (options.junit, { night.writeJUnit(to: $0) { failOn.isReached(by: $0) } }),
      (options.prometheus, { $0.write(night.prometheus(status: result)) }),
      (options.markdown, { $0.write(night.digest.markdown(language, night.authorities)) }),
    ]
    removeAbandoned(forms.compactMap(\.path))
    tellShortened()
    var status = night.status(failOn)
    for form in forms {
      guard let path = form.path else { continue }
      do throws(NightlyError) {
        guard path == "-" else {
          // Metrics contain numbers only and are read by other users' programs.
          try Files.write(to: path, mode: path == options.prometheus ? 0o644 : mode, form.write)
          continue
        }
        let sink = ByteSink { StandardOutput.write($0) }
        form.write(sink)
        sink.flush()
      } catch {
        // The other reports are still useful.
        StandardError.complain("\(error)")
        status = status.combined(with: .notWritten)
      }
    }
    if let folder = options.html {
      do throws(NightlyError) {
        try Files.makeFolder(folder)
        try night.forEachPage(language, copies: copies.map { Files.relative($0, to: folder) }) {
          (name, bytes) throws(NightlyError) in
          // The first page comes last, once the others are on the disk.
          let isLast = name == NightlyRun.firstPage
          if isLast { try Files.flush(folder) }
          try Files.write(bytes, to: "\(folder)/\(name)", mode: mode, isLast: isLast)
        }
      } catch {
        StandardError.complain("\(error)")
        status = status.combined(with: .notWritten)
      }
    }
    if options.github {
      writeGitHub(&status)
    } else {
      if !forms.contains(where: { $0.path == "-" }) {
        NightlyText(
          night.brief, night.authorities, notFilled: night.files.map { ($0.path, $0.notFilled) }, language: chosen
        ).write(
          quiet: quiet)
      }
    }
    StandardOutput.flush()
    // Nobody wants to be notified of the same night twice.
    if let command = options.notifyCommand, night.hasNews, !night.isRepeat {
      let code = Files.run(command, night.writeDigestJSON)
      if code != 0 {
        let words = Spoken.words
        StandardError.complain(
          code.map {
            words("通知命令的結束碼為 \($0)：\(command)", "the notify command ended with exit code \($0): \(command)")
          } ?? words("通知命令被訊號中止：\(command)", "the notify command was killed by a signal: \(command)"))
        status = status.combined(with: .notWritten)
      }
    }
    return status
  }

  /// Says once that the history forgets what happened earlier to a workbook.
  private func tellShortened() {
    let words = Spoken.words
    for file in night.shortened.prefix(20) {
      StandardError.complain(
        words(
          "\(file)：歷史的空間只夠保留各次執行對它所知的最近部分",
          "\(file): the history has room only for the latest of what the runs found in it"))
    }
    let more = night.shortened.count - 20
    if more > 0 { StandardError.complain(words("另有 \(more) 份工作簿也是", "so it is with \(more) more workbooks")) }
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
}
