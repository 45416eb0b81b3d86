#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Whose deals a program in Ruby finds in a CSV export whose customer numbers have leading zeros.
#
# Program: csv 3.2.2, which comes with Ruby 3.1 (Debian 12, ruby), and which must be installed: CSV.table, and CSV.parse with converters: :numeric, :all and :integer.
# The file: customers 64, 0100, 0089, 89, 0x1F, 31, 1_000 and 1000 with amounts of 1, 10, 100 and so on, so that a sum tells whose it is; and the days 09 and 10
# of a month, as days are written with two digits.
# One would guess: numbers lose their zeros, 0100 is 100, as in most readers that convert; what is no decimal number stays a text; a column is either.
# Seen: 0100 is 64, as it is octal, and the deals of the customers 64 and 0100 are one sum, 11. 0089 is no octal number and becomes 89.0, which is equal to 89 and
# another key than it, so that a sum by customer has two rows, 89 and 89.0, and a search by == finds both; to_s of it is "89.0". 0x1F is 31, with the deals of 31,
# and 1_000 is 1000. Of days with two digits the 7th is 7, the 8th and 9th are 8.0 and 9.0, the 10th is 10; of months with two digits so are August and September.
# With converters: :integer alone 0089 stays a text, and 0100 is 64 all the same. CSV.table converts without being told to; CSV.read does not.
# So: columns of numbers that are names are read without converters, or with one that looks at the heading, ->(text, field) { … field.header … }.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ "$(ruby -rcsv -e 'print CSV::VERSION' 2>/dev/null)" = 3.2.2 ] || { echo "needs Ruby 3.1 with csv 3.2.2 (Debian: ruby)"; exit 1; }
cat >"$work/try.rb" <<'RUBY'
require "csv"

CUSTOMERS = %w[64 0100 0089 89 0x1F 31 1_000 1000]
DAYS = %w[07 08 09 10]
FILE = File.join(ARGV[0], "deals.csv")
File.write(FILE, "customer,amount\n" + CUSTOMERS.each_with_index.map { |customer, power| "#{customer},#{10**power}\n" }.join)
$same = true

def expect(name, seen, expected)
  puts "#{name.ljust(24)} #{seen.inspect}"
  # Numbers of another class are not the same here: 89 and 89.0.
  $same &&= seen.inspect == expected.inspect
end

def by_customer(rows)
  rows.group_by(&:first).transform_values { |found| found.sum { |_, amount| amount.to_i } }
end

def read(**options)
  CSV.read(FILE, headers: true, **options).map { |row| [row["customer"], row["amount"]] }
end

numbers = [64, 64, 89.0, 89, 31, 31, 1000, 1000]
table = CSV.table(FILE)
expect("CSV.table", table[:customer], numbers)
expect("sums by customer", by_customer(table.map { |row| row.fields }), { 64 => 11, 89.0 => 100, 89 => 1000, 31 => 110_000, 1000 => 11_000_000 })
expect("customer == 89", table.select { |row| row[:customer] == 89 }.sum { |row| row[:amount] }, 1100)
expect("as texts", table[:customer].map(&:to_s).values_at(1, 2), ["64", "89.0"])
%i[numeric all].each { |kind| expect("converters: :#{kind}", read(converters: kind).map(&:first), numbers) }
expect("converters: :integer", read(converters: :integer).map(&:first), [64, 64, "0089", 89, 31, 31, 1000, 1000])
expect("CSV.read", read.map(&:first), CUSTOMERS)
expect("days", CSV.parse("day\n" + DAYS.join("\n"), headers: true, converters: :numeric)["day"], [7, 8.0, 9.0, 10])
named = ->(text, field) { field.header == "amount" ? Integer(text, 10) : text }
expect("by the heading", by_customer(read(converters: named)), CUSTOMERS.each_with_index.to_h { |customer, power| [customer, 10**power] })
abort "the behaviour has changed" unless $same
RUBY
ruby "$work/try.rb" "$work"
echo "as described"
