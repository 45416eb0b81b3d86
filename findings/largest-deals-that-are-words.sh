#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# What the won deals of a CSV export add up to, which the two largest are and which are above 250, when one amount is "1,200" and one is n/a.
#
# Program: Miller 6.6.0 (Debian 12, miller), which must be installed; stats1, top, merge-fields, filter, step and put. Nothing else is needed.
# The file: a CSV export with D1 to D5, amounts 100, "1,200" with its separator, 300, n/a and 400; all but D3 are won.
# One would guess: the verbs of one program add up as its language does, where a number plus a text is (error), which is then seen; or they leave out what is no
# number, in the sum, the mean and the count alike; and what is largest is found among the numbers.
# Seen: stats1 has a sum of 500, a mean of 250 and a count of 4 for the won deals: the two texts are left out of the sum and of that by which the mean divides, but
# counted, so that mean times count is twice the sum. The largest is n/a. merge-fields takes a text for 0. top has n/a and 1,200 for the two largest deals.
# filter '$amount > 250' takes 300, 400 and n/a, and leaves 1,200 out, since it compares a text with a number as texts: the deal that has no amount is in, the
# largest one is not. step's running sum is (error) from D2 to the last row, as in put, where the sum of all five is (error) too. There is no word on
# standard error of any of it, and the exit code is 0 each time.
# So: separators are taken out in a run of its own, for what gsub gives stays a text within one, and filter 'is_numeric($amount)' stands before any verb: 1700.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ "$(mlr --version 2>/dev/null)" = "mlr 6.6.0" ] || { echo "needs Miller 6.6.0 (Debian: miller)"; exit 1; }
cat >"$work/deals.csv" <<'CSV'
id,stage,amount
D1,Won,100
D2,Won,"1,200"
D3,Lost,300
D4,Won,n/a
D5,Won,400
CSV
same=yes
try() {
    local expected=$1 seen
    shift
    seen=$(mlr --icsv --ojson --jvstack --jlistwrap "$@" "$work/deals.csv" 2>"$work/told" | tr -d '\n {}[]"')
    echo "$* -> $seen"
    [ "$seen" = "$expected" ] && [ ! -s "$work/told" ] || { same=no; cat "$work/told"; echo "    expected: $expected"; }
}
try "stage:Won,amount_sum:500,amount_mean:250,amount_count:4,amount_max:n/a,stage:Lost,amount_sum:300,amount_mean:300,amount_count:1,amount_max:300" \
    stats1 -a sum,mean,count,max -f amount -g stage
try "id:D1,x_sum:100,id:D2,x_sum:0,id:D3,x_sum:300,id:D4,x_sum:0,id:D5,x_sum:400" merge-fields -a sum -f amount -o x then cut -f id,x_sum
try "id:D4,stage:Won,amount:n/a,id:D2,stage:Won,amount:1,200" top -n 2 -f amount -a
try "id:D3,id:D4,id:D5" filter '$amount > 250' then cut -f id
try "amount_rsum:100,amount_rsum:(error),amount_rsum:(error),amount_rsum:(error),amount_rsum:(error)" step -a rsum -f amount then cut -f amount_rsum
try "s:(error)" put -q '@s += $amount; end{emit @s}'
mlr --csv put '$amount = gsub(string($amount), ",", "")' "$work/deals.csv" >"$work/clean.csv"
mv "$work/clean.csv" "$work/deals.csv"
try "amount_sum:1700,amount_mean:566.6666666666666,amount_count:3" \
    filter 'is_numeric($amount) && $stage == "Won"' then stats1 -a sum,mean,count -f amount
[ "$same" = yes ] || { echo "the behaviour has changed"; exit 1; }
echo "as described"
