// SPDX-License-Identifier: Apache-2.0

// The members of everything a night stores, in alphabetical order.

extension FileResult: JSONRecord {
  init() { self.init(path: "", outcome: .failed) }

  mutating func fields(_ coder: inout some JSONFields) {
    var word = outcome.rawValue
    var kind = cause?.rawValue
    coder.field("cause", &kind)
    coder.field("fillStatus", &fillStatus)
    coder.field("key", &key)
    coder.field("modified", &modified)
    coder.field("notFilled", &notFilled)
    coder.field("observation", &observation)
    coder.field("openIn", &openIn)
    coder.field("outcome", &word)
    coder.field("path", &path)
    coder.field("sha256", &sha256)
    coder.field("size", &size)
    coder.field("stamp", &stamp)
    coder.field("why", &why)
    outcome = Outcome(rawValue: word) ?? .failed
    cause = kind.flatMap(Cause.init)
  }
}

extension Observation: JSONRecord {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("accounts", &accounts)
    coder.field("accountsLeftOut", &accountsLeftOut)
    coder.field("asOf", &asOf)
    coder.field("basis", &basis)
    coder.field("causes", &causes)
    coder.field("columns", &columns)
    coder.field("confidence", &confidence)
    coder.field("currency", &currency)
    coder.field("deals", &deals)
    coder.field("findings", &findings)
    coder.field("hasPage", &hasPage)
    coder.field("headline", &headline)
    coder.field("isGuessed", &isGuessed)
    coder.field("isStranger", &isStranger)
    coder.field("language", &language)
    coder.field("payments", &payments)
    coder.field("playbook", &playbook)
    coder.field("renewalWarning", &renewalWarning)
    coder.field("renewals", &renewals)
    coder.field("reports", &reports)
    coder.field("rows", &rows)
    coder.field("sheets", &sheets)
    coder.field("targets", &targets)
    coder.field("unasked", &unasked)
    coder.field("watches", &watches)
    coder.field("work", &work)
    coder.field("workLeftOut", &workLeftOut)
  }
}

extension Watch: JSONRecord {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("column", &column)
    coder.field("direction", &direction)
    coder.field("header", &header)
    coder.field("message", &message)
    coder.field("prefix", &prefix)
    coder.field("ratio", &ratio)
    coder.field("rows", &rows)
    coder.field("rule", &rule)
    coder.field("severity", &severity)
    coder.field("sheet", &sheet)
  }
}

extension Watch.Row: JSONRecord {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("cell", &cell)
    coder.field("id", &id)
    coder.field("number", &number)
    coder.field("owner", &owner)
    coder.field("reason", &reason)
    coder.field("row", &row)
    coder.field("shown", &shown)
  }
}

extension ObservedFinding: JSONRecord {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("cell", &cell)
    coder.field("column", &column)
    coder.field("follows", &follows)
    coder.field("found", &found)
    coder.field("header", &header)
    coder.field("kind", &kind)
    coder.field("message", &message)
    coder.field("nth", &nth)
    coder.field("owner", &owner)
    coder.field("prefix", &prefix)
    coder.field("repair", &repair)
    coder.field("row", &row)
    coder.field("rowId", &rowId)
    coder.field("rule", &rule)
    coder.field("severity", &severity)
    coder.field("sheet", &sheet)
    coder.field("times", &times)
  }
}

extension Deal: JSONRecord {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("account", &account)
    coder.field("amount", &amount)
    coder.field("close", &close)
    coder.field("ending", &ending)
    coder.field("id", &id)
    coder.field("isOpen", &isOpen)
    coder.field("isWon", &isWon)
    coder.field("name", &name)
    coder.field("owner", &owner)
    coder.field("place", &place)
    coder.field("probability", &probability)
    coder.field("reason", &reason)
    coder.field("stage", &stage)
    coder.field("stageNumber", &stageNumber)
    coder.field("stalledDays", &stalledDays)
  }
}

extension Payment: JSONRecord {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("account", &account)
    coder.field("contract", &contract)
    coder.field("daysOverdue", &daysOverdue)
    coder.field("due", &due)
    coder.field("id", &id)
    coder.field("outstanding", &outstanding)
    coder.field("owner", &owner)
    coder.field("place", &place)
    coder.field("planned", &planned)
    coder.field("received", &received)
    coder.field("stage", &stage)
    coder.field("stageNumber", &stageNumber)
    coder.field("status", &status)
  }
}

extension Renewal: JSONRecord {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("account", &account)
    coder.field("alert", &alert)
    coder.field("amount", &amount)
    coder.field("daysLeft", &daysLeft)
    coder.field("expiry", &expiry)
    coder.field("id", &id)
    coder.field("owner", &owner)
    coder.field("place", &place)
  }
}

extension Target: JSONRecord {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("committable", &committable)
    coder.field("end", &end)
    coder.field("id", &id)
    coder.field("open", &open)
    coder.field("owner", &owner)
    coder.field("p10", &p10)
    coder.field("p50", &p50)
    coder.field("p90", &p90)
    coder.field("probability", &probability)
    coder.field("start", &start)
    coder.field("target", &target)
    coder.field("won", &won)
  }
}

extension Digest.FindingLine: JSONRecord, Spoolable {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("cell", &cell)
    coder.field("file", &file)
    coder.field("firstSeen", &firstSeen)
    coder.field("follows", &follows)
    coder.field("message", &message)
    coder.field("rowId", &rowId)
    coder.field("rule", &rule)
    coder.field("severity", &severity)
    coder.field("sheet", &sheet)
  }
}

extension Digest.DealLine: JSONRecord, Spoolable {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("deal", &deal)
    coder.field("file", &file)
  }
}

extension Digest.DealChange: JSONRecord, Spoolable {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("after", &after)
    coder.field("before", &before)
    coder.field("days", &days)
    coder.field("deal", &deal)
    coder.field("file", &file)
    coder.field("forward", &forward)
  }
}

extension Digest.PaymentLine: JSONRecord, Spoolable {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("amount", &amount)
    coder.field("file", &file)
    coder.field("payment", &payment)
  }
}

extension Digest.RenewalLine: JSONRecord, Spoolable {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("file", &file)
    coder.field("renewal", &renewal)
  }
}

extension Digest.TargetLine: JSONRecord, Spoolable {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("file", &file)
    coder.field("probabilityBefore", &probabilityBefore)
    coder.field("target", &target)
  }
}

extension Digest.Change: JSONRecord, Spoolable {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("after", &after)
    coder.field("before", &before)
    coder.field("field", &field)
    coder.field("file", &file)
    coder.field("kind", &kind)
    coder.field("repaired", &repaired)
    coder.field("rowId", &rowId)
  }
}
