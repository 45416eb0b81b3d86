// SPDX-License-Identifier: Apache-2.0

// The members of what pages show besides findings, in alphabetical order.

extension Headline: JSONRecord {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("alerts", &alerts)
    coder.field("best", &best)
    coder.field("chance", &chance)
    coder.field("commit", &commit)
    coder.field("due30", &due30)
    coder.field("due60", &due60)
    coder.field("due90", &due90)
    coder.field("end", &end)
    coder.field("overdue", &overdue)
    coder.field("overdueLines", &overdueLines)
    coder.field("p10", &p10)
    coder.field("p50", &p50)
    coder.field("p90", &p90)
    coder.field("reasons", &reasons)
    coder.field("start", &start)
    coder.field("target", &target)
    coder.field("watches", &watches)
    coder.field("won", &won)
  }
}

extension Headline.Reason: JSONRecord {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("key", &key)
    coder.field("text", &text)
  }
}

extension BookReport: JSONRecord {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("bar", &bar)
    coder.field("columns", &columns)
    coder.field("id", &id)
    coder.field("message", &message)
    coder.field("note", &note)
    coder.field("rows", &rows)
    coder.field("title", &title)
  }
}

extension BookReport.Column: JSONRecord {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("key", &key)
    coder.field("kind", &kind)
    coder.field("title", &title)
  }
}

extension BookReport.Row: JSONRecord {
  mutating func fields(_ coder: inout some JSONFields) { coder.field("cells", &cells) }
}

extension BookReport.Cell: JSONRecord {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("number", &number)
    coder.field("text", &text)
  }
}

extension ObservedCause: JSONRecord {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("count", &count)
    coder.field("ending", &ending)
    coder.field("following", &following)
    coder.field("kind", &kind)
    coder.field("message", &message)
    coder.field("remedy", &remedy)
    coder.field("rule", &rule)
  }
}

extension Work: JSONRecord {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("account", &account)
    coder.field("amount", &amount)
    coder.field("date", &date)
    coder.field("id", &id)
    coder.field("isLate", &isLate)
    coder.field("isThisWeek", &isThisWeek)
    coder.field("kind", &kind)
    coder.field("owner", &owner)
    coder.field("place", &place)
    coder.field("what", &what)
  }
}

extension Account: JSONRecord {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("daysWithoutVisit", &daysWithoutVisit)
    coder.field("deals", &deals)
    coder.field("drift", &drift)
    coder.field("driftLevel", &driftLevel)
    coder.field("id", &id)
    coder.field("lastVisit", &lastVisit)
    coder.field("level", &level)
    coder.field("lifecycle", &lifecycle)
    coder.field("name", &name)
    coder.field("open", &open)
    coder.field("overdue", &overdue)
    coder.field("owed", &owed)
    coder.field("owner", &owner)
    coder.field("people", &people)
    coder.field("place", &place)
    coder.field("relation", &relation)
    coder.field("strategy", &strategy)
    coder.field("visits", &visits)
  }
}

extension Visit: JSONRecord {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("date", &date)
    coder.field("next", &next)
    coder.field("nextDate", &nextDate)
    coder.field("place", &place)
    coder.field("result", &result)
    coder.field("topic", &topic)
    coder.field("visitor", &visitor)
  }
}

extension Person: JSONRecord {
  mutating func fields(_ coder: inout some JSONFields) {
    coder.field("influence", &influence)
    coder.field("name", &name)
    coder.field("place", &place)
    coder.field("role", &role)
    coder.field("status", &status)
    coder.field("support", &support)
    coder.field("title", &title)
  }
}
