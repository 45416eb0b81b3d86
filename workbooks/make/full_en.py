"""full_en.xlsx: the clean full workbook of a sensor maker in Munich, all thirteen sheets with Settings, Lists and an
overview, made with XlsxWriter.

Needs XlsxWriter==3.2.5 or later and openpyxl==3.1.5 (to read the lists of golden/inputs_en.xlsx).
Run: python3 workbooks/make/full_en.py [OUT]
"""

import datetime
import pathlib
import sys

import openpyxl
import xlsxwriter
from xlsxwriter.utility import xl_col_to_name

from tables import STAMP, column_width, kind, table

HERE = pathlib.Path(__file__).parent
CHECKLIST = ["Guide found", "Decision system mapped", "Need decoded", "Competition analysed", "Customer persuaded", "Trial",
             "Alliance built", "Rivals held off", "Terms pre-discussed", "Bid submitted", "Bid won", "Post-bid negotiation done",
             "Contract signed"]
CARE = ["Care (relationship)", "Performance", "Evidence: Contract original", "Evidence: Delivery note",
        "Evidence: Acceptance report", "Evidence: Invoice", "Evidence: Reconciliation letter", "Evidence: Correspondence"]
CHAIN = ["Chain: Purchasing decision maker", "Chain: Product user", "Chain: Technical gatekeeper", "Chain: Finance",
         "Chain: Supply chain", "Chain: Quality", "Chain: Supervisor / third party"]
DRIFT = ["Drift: Personnel change", "Drift: Company change", "Drift: Product change", "Drift: Business-model change",
         "Drift: Rival move"]
TICKS = set(CHECKLIST + CARE + CHAIN + DRIFT + ["Recurring", "Active", "Showcase done", "Dispute"])

SHEETS = {}

SHEETS["Products"] = table("""
Product ID|Product name|Unit|List price|Recurring
P-LVL|Radar level transmitter LT-80|piece|1450|✗
P-VIB|Vibration monitoring node VM-3|piece|620|✗
P-GAS|Process gas analyser GA-12|system|48500|✗
P-CAL|Calibration service contract|site and year|18500|✓
P-SW|Condition cloud subscription|asset and year|96|✓
""")

SHEETS["People"] = table("""
Person|Role|Team|Manager|Active
Greta Lindner|Sales director|Key accounts||✓
Jonas Weber|Account manager|South|Greta Lindner|✓
Mira Hoffmann|Account manager|North|Greta Lindner|✓
Tobias Krüger|Account manager|West|Greta Lindner|✓
Lena Vogt|Solution manager|Solutions|Greta Lindner|✓
Felix Brandt|Delivery manager|Delivery|Greta Lindner|✓
Anja Keller|Customer success|Service|Greta Lindner|✓
""")

SHEETS["Accounts"] = table("""
Account ID|Account name|Parent account ID|Account level|Industry|Region|Purchase scenario|Supplier-list status|Purchase cycle (months)|Lifecycle stage|Present relationship type|Desired relationship type|Account manager|Team|Buying behaviour and mechanism|Intelligence date|Follow-up strategy|Relationship score override|Note
A-01|Donau Chemie Verbund AG||Group|Chemicals|Ingolstadt|Continuous|Listed|12|Stability|Solution|Deep cooperation|Jonas Weber|South|Group framework; works order against it, group purchasing signs above 250,000|2026-02-17|Annual framework talks in May; reference plant Linz
A-02|Donau Chemie Linz works|A-01|Single site|Chemicals|Linz|Continuous|Listed|6|Formation|Transaction|Solution|Jonas Weber|South|Maintenance head specifies, group purchasing orders|2026-03-19|Show the Ingolstadt results, win tank farm 2
A-03|Alpenbräu Brewing Group||Group|Food and beverage|Rosenheim|Continuous|Applying|12|Formation|Transaction|Solution|Jonas Weber|South|Technical director decides alone; hygiene approval by quality|2026-01-28|Complete the hygiene audit, then one pilot brewhouse
A-04|Nordlicht Offshore Wind GmbH||Group|Energy|Bremerhaven|Occasional|||Formation|Transaction|Deep cooperation|Mira Hoffmann|North|Project board; integrator proposes the instrumentation|2026-03-11|Alliance with the integrator before the tender
A-05|Rheinwerk Paper SE||Single site|Paper|Duisburg|Continuous|Listed|12|Decline|Solution|Solution|Tobias Krüger|West|New plant manager reviews all suppliers|2025-12-04|Board-level visit, retrofit offer for machine 4
A-06|Havel Water Utility||Municipal|Water|Potsdam|Occasional|||Exploration|Transaction|Transaction|Mira Hoffmann|North|Public tender, price 60, quality 40|2026-02-24|Help to write the technical annex
A-07|Bodensee Pharma AG||Single site|Pharmaceuticals|Konstanz|Continuous|Listed|12|Stability|Deep cooperation|Deep cooperation|Tobias Krüger|West|Validated supplier; quality can veto|2026-03-05|Roll the cloud out to building C
A-08|Karst Cement Works||Single site|Building materials|Ulm|Occasional|||Exploration|Transaction|Transaction|Tobias Krüger|West|Owner decides, maintenance advises|2026-03-24|Dust-proof demo unit
""")

SHEETS["Drivers"] = table("""
Driver ID|Account ID|Product ID|Driver factor|Driver quantity|Unit|Usage per driver unit per year|Unit price|Growth|Source|Collected on
DR-01|A-01|P-LVL|Tanks|820|tank|0.6|1450|4%|Tank register|2026-02-17
DR-02|A-01|P-GAS|Process lines|14|line|1.2|48500||Site visit|2026-02-17
DR-03|A-01|P-CAL|Sites|9|site|1|18500||Service contract|2026-02-17
DR-04|A-02|P-LVL|Tanks|260|tank|0.8|1420|10%|Maintenance plan|2026-03-19
DR-05|A-03|P-LVL|Fermentation tanks|190|tank|0.5|1450|6%|Brewery guide|2026-01-28
DR-06|A-04|P-VIB|Turbines|84|turbine|24|620|15%|Grid register|2026-03-11
DR-07|A-04|P-SW|Turbines|84|turbine|24|96|15%|Grid register|2026-03-11
DR-08|A-05|P-VIB|Paper machines|4|machine|310|590|-8%|Plant walk-down|2025-12-04
DR-09|A-06|P-LVL|Pumping stations|61|station|1.5|1450||Tender notice|2026-02-24
DR-10|A-07|P-GAS|Clean-room units|12|unit|0.5|48500|8%|Validation plan|2026-03-05
DR-11|A-07|P-SW|Assets|3400|asset|1|96|12%|Cloud account|2026-03-05
DR-12|A-08|P-VIB|Kilns and mills|9|machine|40|620||Owner interview|2026-03-24
""")

SHEETS["Contacts"] = table("""
Contact ID|Account ID|Name|Title|Department|Buying role|Delivery role|Influence|Support|Guide level|Guide cost|Background|Personality|Decision style|Preferences|Interests|Reports to|Our counterpart|Status|Status change date
C-01|A-01|Dr Karin Stahl|Chief technology officer|Technology|Economic buyer||5|1|Gives advice||Process engineer, 20 years in house|Thorough|Wants data first|Short written briefs|Fewer tank incidents||Greta Lindner|In post|
C-02|A-01|Peter Aumann|Head of group purchasing|Purchasing|Purchasing|Purchasing decision maker|4|0|Not a guide||Joined from automotive|Direct|Total cost of ownership||Framework savings|C-01|Jonas Weber|In post|
C-03|A-01|Sabine Roth|Instrumentation lead|Maintenance|Technical gatekeeper|Technical gatekeeper|3|2|Intervenes in the decision|1200||Helpful|Tests everything|Site visits|One device family|C-01|Jonas Weber|In post|
C-04|A-02|Martin Ofner|Maintenance head|Maintenance|User|Product user|4|2|Gives advice|300||Practical|Quick|Calls, no mail|Tank farm 2 on time||Jonas Weber|In post|
C-05|A-02|Eva Lechner|Works manager|Management|Economic buyer||5|1|Not a guide||New since autumn|Reserved|Follows the group|||| Jonas Weber|In post|
C-06|A-03|Ludwig Moser|Technical director|Technology|Economic buyer|Technical gatekeeper|5|1|Gives advice|450|Brewer by training|Warm|Decides at the plant|Brewery visits|Hygiene audits||Jonas Weber|In post|
C-07|A-04|Ingrid Paulsen|Project director|Projects|Economic buyer||5|0|Not a guide||Two wind farms built|Cautious|Board paper|||| Mira Hoffmann|In post|
C-08|A-04|Sven Tiedemann|Asset performance lead|Operations|User|Product user|3|2|Gives information|||Curious|Pilots first||Turbine uptime|C-07|Mira Hoffmann|In post|
C-09|A-05|Holger Brinkmann|Former plant manager|Management|Economic buyer||4|2|Not a guide|||||||| Tobias Krüger|Left|2026-01-15
C-10|A-05|Nadine Sommer|Plant manager|Management|Economic buyer||5|-1|Not a guide||From a competitor's customer|Demanding|Compares three offers|||| Tobias Krüger|In post|
C-11|A-06|Uwe Jahnke|Head of technical planning|Planning|Influencer||3|1|Gives information|||Formal|By the annex|||| Mira Hoffmann|In post|
C-12|A-07|Dr Beat Frei|Head of production|Production|Economic buyer|Product user|5|2|Intervenes in the decision|900||Open|Trusts references|Lake meetings|Zero deviations||Tobias Krüger|In post|
C-13|A-07|Claudia Egger|Quality manager|Quality|Technical gatekeeper|Quality|4|1|Gives advice|||Exact|Documents|||C-12|Anja Keller|In post|
C-14|A-08|Alois Karst|Owner|Management|Economic buyer||5|0|Not a guide|||Thrifty|Gut feeling|||| Tobias Krüger|In post|
""")

SHEETS["Plan"] = table("""
Plan ID|Account ID|Product ID|Target|Guaranteed minimum|Owner|Team|Funnel stage|Activity|Task|Deadline|Done on
PL-01|A-01|P-GAS|780000|400000|Jonas Weber|South|Negotiation & signing|Relationship care|Renew the group framework|2026-05-29|
PL-02|A-01|P-LVL|520000|300000|Jonas Weber|South|Won|Relationship care|Call-off plan with all nine works|2026-02-27|2026-02-25
PL-03|A-02|P-LVL|300000|150000|Jonas Weber|South|Pre-bid guidance|Benchmark sample|Reference day in Ingolstadt|2026-04-16|
PL-04|A-03|P-LVL|140000|60000|Jonas Weber|South|Verify opportunity|Demonstration project|Pilot brewhouse specification|2026-04-30|
PL-05|A-04|P-VIB|1250000|500000|Mira Hoffmann|North|Pre-bid guidance|Demonstration project|Pilot on two turbines|2026-03-20|
PL-06|A-06|P-LVL|130000|60000|Mira Hoffmann|North|Bid submission|Product recommendation|Technical annex agreed|2026-03-06|2026-03-04
PL-07|A-07|P-SW|360000|250000|Tobias Krüger|West|Won|Relationship care|Roll-out building C|2026-06-30|
PL-08|A-05|P-VIB|450000|200000|Tobias Krüger|West|Pre-bid guidance|Relationship care|Board-level visit|2026-04-10|
PL-09|A-08|P-VIB|120000|40000|Tobias Krüger|West|Verify opportunity|Benchmark sample|Demo unit on mill 2|2026-05-15|
""")

SHEETS["Targets"] = table("""
Target ID|Owner|Period start|Period end|Target|Guaranteed minimum|Previous target|Previous actual|Proposed next target|Reason
T-01|Jonas Weber|2026-01-01|2026-12-31|1740000|900000|1600000|1725000|1850000|
T-02|Mira Hoffmann|2026-01-01|2026-12-31|1380000|500000|1300000|1080000|1400000|
T-03|Tobias Krüger|2026-01-01|2026-12-31|930000|450000|900000|870000|960000|
""")

SHEETS["Leads"] = table("""
Lead ID|Account ID|Lead name|Purchase scenario|Channel|Referrer|Received on|First response on|Owner|Estimated amount|Showcase done|Situation|Problem|Implication|Need-payoff|Budget|Authority|Need|Timing|Expected purchase date|Status|Converted deal|Drop reason|Next action|Next date
L-01|A-02|Tank farm 2|Continuous|Customer referral|Sabine Roth|2025-12-08|2025-12-09|Jonas Weber|286000|✓|Manual dipping|Two overfills in a year|Production stops, authority asks|Radar with remote alarm|3|2|3|3|2026-06-15|Converted|D-02||
L-02|A-04|Turbine monitoring phase 1|Occasional|Supply-chain alliance||2025-10-14|2025-10-15|Mira Hoffmann|1240000|✓|Two suppliers today|False alarms|Crew trips for nothing|One node per bearing|2|2|3|2|2026-09-30|Converted|D-04||
L-03|A-06|Pumping stations lot 2|Occasional|Online brand & word of mouth||2026-01-19|2026-01-20|Mira Hoffmann|132000|✓|Ultrasonic devices|Foam errors|Wrong billing|Radar|3|3|3|3|2026-05-20|Converted|D-06||
L-04|A-03|Pilot brewhouse|Continuous|Targeted relations||2026-02-02|2026-02-03|Jonas Weber|96000|✓|Float switches|Cleaning takes hours|Lost batches||2|2|2|2|2026-08-31|Working|||Hygiene audit date|2026-04-09
L-05|A-08|Mill vibration|Occasional|Trade-show momentum||2026-03-18|2026-03-19|Tobias Krüger|74000|—|||||1|3|2|1|2026-10-30|Converted|D-11||
L-06||Harbour silo levels|Occasional|Channel partner||2026-03-27|2026-03-30|Mira Hoffmann|58000||||||||1|||New|||Call the terminal manager|2026-04-02
L-07|A-05|Machine 2 retrofit|Continuous|Other||2025-09-22|2025-09-23|Tobias Krüger|210000|✓|Old sensors||||0|1|2|0||Disqualified||Machine 2 will be sold||
L-08|A-07|Gas analysis building D|Continuous|Customer referral|Dr Beat Frei|2026-03-02|2026-03-03|Tobias Krüger|145000|✓|Building permit granted|Sampling by hand|Batch release waits|Online analysis|2|3|3|2|2026-11-30|Working|||Basis-of-design meeting|2026-04-14
""")

SHEETS["Deals"] = table("""
Deal ID|Account ID|Product ID|Lead ID|Deal name|Owner (AR)|Solution (SR)|Delivery (FR)|Amount|Declared stage|Stage entered on|Created on|Expected close|Actual close|Probability override|Close-date pushes|Guide contact|K|Main rival|Position|Bid deadline|Next action|Next date|Stage before loss|Loss reason
D-01|A-01|P-GAS||Group gas-analysis framework|Jonas Weber|Lena Vogt|Felix Brandt|776000|Negotiation & signing|2026-03-10|2025-09-01|2026-05-29||||C-03|✓✓✓✓✓✓✓✓✓✓✓|Kessler Analytik|Leading||Liability clause with legal|2026-04-08
D-02|A-02|P-LVL|L-01|Tank farm 2|Jonas Weber|Lena Vogt|Felix Brandt|286000|Pre-bid guidance|2026-02-12|2025-12-22|2026-06-15||||C-04|✓✓✓✓|Kessler Analytik|Level|2026-05-11|Reference day in Ingolstadt|2026-04-16
D-03|A-03|P-LVL||Cellar tanks first lot|Jonas Weber|||61000|Verify opportunity|2026-03-16|2026-03-16|2026-07-31||||C-06|✓✓||Unknown||Hygiene approval papers|2026-04-13
D-04|A-04|P-VIB|L-02|Turbine monitoring phase 1|Mira Hoffmann|Lena Vogt|Felix Brandt|1240000|Pre-bid guidance|2026-01-26|2025-11-05|2026-09-30|||1|C-08|✓✓✓✓✓|Nordsee Instruments|Level|2026-07-03|Pilot report to the board|2026-04-21
D-05|A-05|P-VIB||Machine 4 retrofit|Tobias Krüger|Lena Vogt|Felix Brandt|420000|Pre-bid guidance|2025-12-18|2025-10-20|2026-06-30||20%|2||✓.✓✓|Ruhr Sensors|Behind|2026-05-22|Board-level visit|2026-04-10
D-06|A-06|P-LVL|L-03|Pumping stations lot 2|Mira Hoffmann|Lena Vogt|Felix Brandt|131950|Bid submission|2026-03-04|2026-02-06|2026-05-20||||C-11|✓✓✓✓✓——✓✓✓|Havel Messtechnik|Level|2026-03-27|Bid opening|2026-04-15
D-07|A-01|P-LVL||Framework call-off 2026|Jonas Weber|Lena Vogt|Felix Brandt|514750|Won|2026-02-03|2025-11-10|2026-02-06|2026-02-03|||C-03|✓✓✓✓✓—✓✓✓✓✓✓✓||Leading
D-08|A-07|P-SW||Cloud roll-out building B|Tobias Krüger|Lena Vogt|Felix Brandt|163200|Won|2026-01-20|2025-10-06|2026-01-30|2026-01-20|||C-12|✓✓✓✓✓✓———✓✓✓✓||Leading
D-09|A-07|P-GAS||Gas analysis building C|Tobias Krüger|Lena Vogt|Felix Brandt|194000|Won|2025-11-14|2025-06-12|2025-11-14|2025-11-14|||C-12|✓✓✓✓✓✓✓✓✓✓✓✓✓|Kessler Analytik|Leading
D-10|A-05|P-CAL||Calibration outsourcing|Tobias Krüger|Lena Vogt||74000|Lost|2026-02-19|2025-11-27|2026-02-20|||||✓.✓✓..✗.✓✓✗|Ruhr Sensors|Behind|2026-02-06|||Bid submission|New plant manager kept her former supplier
D-11|A-08|P-VIB|L-05|Mill vibration|Tobias Krüger|||74400|Verify opportunity|2026-03-26|2026-03-26|2026-10-30||||C-14|✓||Unknown||Demo unit on mill 2|2026-04-22
D-12|A-04|P-SW||Condition cloud phase 1|Mira Hoffmann|Lena Vogt|Felix Brandt|193500|On hold|2026-02-11|2025-12-15|2026-12-18|||||✓✓|Nordsee Instruments|Level
""", K=CHECKLIST)

SHEETS["Visits"] = table("""
Visit ID|Date|Account ID|Main contact|Other attendees|Deal|Mode|Our lead|Purpose|Topics discussed|Reception details|Result|Attitude change|Next step|Next-step owner|Next-step due|Next-step done
V-01|2026-01-14|A-01|C-01|C-02;C-03|D-07|On-site|Greta Lindner|Framework kick-off|Call-off volumes, response times, spare parts in Ingolstadt|Board room, lunch in the works canteen|Volumes agreed|1|Send call-off plan|Jonas Weber|2026-01-30|2026-01-28
V-02|2026-03-10|A-01|C-02||D-01|Online|Jonas Weber|Commercial terms|Payment terms 30/40/25/5, liability cap|||0|Legal proposal for the cap|Jonas Weber|2026-04-08|
V-03|2026-03-19|A-02|C-04||D-02|On-site|Jonas Weber|Tank list|Tank by tank walk-down, nozzle sizes|Site safety briefing|List complete|1|Quote by tank|Lena Vogt|2026-04-02|
V-04|2026-01-28|A-03|C-06||D-03|Customer came|Jonas Weber|Plant tour|Hygienic connections, cleaning cycles|Plant tour and tasting|Wants a pilot|1|Audit papers|Jonas Weber|2026-02-20|2026-02-27
V-05|2026-03-11|A-04|C-07|C-08|D-04|On-site|Mira Hoffmann|Pilot review|False alarm rate, crew trips saved|Harbour office|Pilot extended to eight weeks|1|Pilot report|Lena Vogt|2026-04-21|
V-06|2026-02-24|A-06|C-11||D-06|Phone|Mira Hoffmann|Technical annex|Foam suppression, billing accuracy||Annex taken over|1|Submit the bid|Mira Hoffmann|2026-03-27|2026-03-26
V-07|2026-01-22|A-05|C-10||D-05|On-site|Tobias Krüger|First meeting with new manager|Supplier review, three offers|Ten minutes at the gate|Cold|-1|Arrange board-level visit|Greta Lindner|2026-03-27|
V-08|2026-03-05|A-07|C-12|C-13|D-08|On-site|Anja Keller|Quarterly review|Deviations, alarm limits, building C schedule|Boat trip after the meeting|Satisfied|1|Draft for building D|Lena Vogt|2026-04-14|
V-09|2026-03-24|A-08|C-14||D-11|Trade show|Tobias Krüger|Stand visit|Dust, bearing failures, price per node|Coffee at the stand|Wants to try|1|Ship demo unit|Felix Brandt|2026-04-15|
""")

SHEETS["Contracts"] = table("""
Contract ID|Deal ID|Account ID|Contract name|Type|Amount|Owner|Signed on|Delivered on|Accepted on|Warranty months|Down payment %|Delivery %|Acceptance %|Retention %
K-01|D-07|A-01|Framework call-off 2026|Equipment / product|514750|Jonas Weber|2026-02-03|2026-03-12||24|30%|40%|25%|5%
K-02|D-08|A-07|Cloud roll-out building B|Subscription|163200|Tobias Krüger|2026-01-20|2026-02-02|2026-02-16||50%|30%|20%|0%
K-03|D-09|A-07|Gas analysis building C|Equipment / product|194000|Tobias Krüger|2025-11-14|2026-01-30|2026-03-02|24|30%|40%|25%|5%
K-04||A-05|Machine 3 monitoring|Equipment / product|183000|Tobias Krüger|2024-10-07|2024-12-10|2025-02-17|12|40%|30%|25%|5%
""")

SHEETS["Payments"] = table("""
Payment ID|Contract ID|Account ID|Payment stage|Percent|Amount override|Credit days|Due date override|Invoice no.|Received|Received on|Owner|Delay reason|Dispute|E|C|Next action|Next date
Y-01|K-01|A-01|Down payment|30%||14||26-0117|154425|2026-02-16|Jonas Weber||✗|✓✓✓——✓——|✓——✓———
Y-02|K-01|A-01|Delivery payment|40%||30||26-0288|||Jonas Weber||✗|✓✓✓✓—✓.✓|✓✓✓✓✓——|Confirm the invoice with finance|2026-04-07
Y-03|K-01|A-01|Acceptance payment|25%||30||||| Jonas Weber||✗
Y-04|K-01|A-01|Retention|5%||30||||| Jonas Weber||✗
Y-05|K-02|A-07|Down payment|50%||14||26-0071|81600|2026-02-02|Tobias Krüger||✗|✓✓✓——✓——|✓——✓———
Y-06|K-02|A-07|Delivery payment|30%||30||26-0142|48960|2026-03-03|Tobias Krüger||✗|✓✓✓✓—✓—✓|✓✓—✓—✓—
Y-07|K-02|A-07|Acceptance payment|20%||30||26-0190|20000|2026-03-20|Tobias Krüger|Approval process|✗|✓✓✓✓✓✓✗✓|✓✓✓✓—✓—|Balance letter to finance|2026-04-03
Y-08|K-03|A-07|Down payment|30%||14||25-1130|58200|2025-11-27|Tobias Krüger||✗|✓✓✓——✓——|✓——✓———
Y-09|K-03|A-07|Delivery payment|40%||30||26-0124|77600|2026-02-26|Tobias Krüger||✗|✓✓✓✓—✓—✓|✓✓✓✓—✓—
Y-10|K-03|A-07|Acceptance payment|25%||30||26-0251|||Tobias Krüger||✗|✓✓✓✓✓✓.✓|✓✓✓✓—✓—|Ask for the payment date|2026-04-02
Y-11|K-03|A-07|Retention|5%||30||||| Tobias Krüger||✗
Y-12|K-04|A-05|Down payment|40%||14||24-0987|73200|2024-10-21|Tobias Krüger||✗|✓✓✓——✓——|✓——✓———
Y-13|K-04|A-05|Delivery payment|30%||30||25-0011|54900|2025-01-13|Tobias Krüger||✗|✓✓✓✓—✓—✓|✓✓✓✓—✓—
Y-14|K-04|A-05|Acceptance payment|25%||30||25-0166|45750|2025-04-02|Tobias Krüger||✗|✓✓✓✓✓✓✓✓|✓✓✓✓—✓—
Y-15|K-04|A-05|Retention|5%||30||26-0205|||Tobias Krüger|Dispute|✓|✓✓✓✓✓✓✗✗|✓✓✗✗—✓—|Joint inspection of node 17|2026-04-09
""", E=CARE, C=CHAIN)

SHEETS["Renewals"] = table("""
Renewal ID|Account ID|Product ID|Period start|Period end|Service stage|Satisfaction|Opening recurring|New recurring|Expansion|Contraction|Churned|Revenue of period|Contract expiry|Renewal status|Renewal amount|Sign date|New need|Need match|Referred customers|D|Owner|Next action|Next date
R-01|A-01|P-CAL|2025-01-01|2025-12-31|Customer success|9|148000||18500|||157250|2025-12-31|Renewed|166500|2025-12-09|Ninth site|Matched|1||Jonas Weber
R-02|A-01|P-CAL|2026-01-01|2026-12-31|Customer success|9|166500|||||41625|2026-12-31|Not started|166500||Calibration on the web portal|Needs adaptation|||Anja Keller|Portal demo at the framework talks|2026-05-12
R-03|A-07|P-SW|2025-07-01|2026-06-30|Customer success|8|163200||48000|||142000|2026-06-30|In talks|326400||Building C assets|Matched|1||Anja Keller|Offer with building C|2026-04-17
R-04|A-05|P-CAL|2025-04-01|2026-03-31|Reactive|5|74000|||18500||69375|2026-04-30|In talks|55500||None|No new need||✓....|Tobias Krüger|Raise at the board-level visit|2026-04-10
R-05|A-05|P-SW|2025-01-01|2025-12-31|Reactive|4|29760||||29760|29760|2025-12-31|Churned|||Own system|No match||✓✓..✓|Tobias Krüger
R-06|A-03|P-CAL|2025-09-01|2026-08-31|Relationship management|7|18500|||||10790|2026-08-31|Not started|18500||Audit support|Matched|||Jonas Weber|Offer after the audit|2026-06-01
""", D=DRIFT)

SETTINGS = [
    ("AsOf", datetime.date(2026, 3, 31), "date", "As-of date: every age and overdue figure uses this cell"),
    ("PeriodStart", datetime.date(2026, 1, 1), "date", "Period start, inclusive"),
    ("PeriodEnd", datetime.date(2026, 12, 31), "date", "Period end, inclusive"),
    ("Lang", 3, "1/2/3", "Language of the labels: 3 is English"),
    ("PotHigh", 500000, "per year", "Annual gross potential at or above this is high"),
    ("RelHigh", 60, "points", "Relationship score at or above this is good"),
    ("LeadBig", 250000, "money", "A lead at or above this is large"),
    ("LeadSla", 3, "days", "First response to a lead"),
    ("PayWarn", 15, "days", "Payment reminder"),
    ("RenewWarn", 90, "days", "Renewal warning"),
    ("RenewUrgent", 30, "days", "Renewal urgent"),
    ("TeamTarget", 4050000, "money", "This period's team target"),
    ("NextTeamTarget", 4300000, "money", "Next period's team target"),
    ("TargetConf", 0.8, "ratio", "Confidence of the committable value"),
]
STRATEGY = ["Deep cooperation, board contacts, own iron triangle", "Break into the relationship: listing, referral, showcase",
            "Low-cost care; references pull others", "Watch, do not invest"]
LIST_OF = {
    "Purchase scenario": "sc", "Supplier-list status": "cl", "Lifecycle stage": "lc", "Present relationship type": "rt",
    "Desired relationship type": "rt", "Buying role": "br", "Delivery role": "dv", "Guide level": "gl", "Status": None,
    "Funnel stage": "st", "Channel": "ch", "Declared stage": "st", "Position": "po", "Stage before loss": "st", "Mode": "vm",
    "Type": "kt", "Payment stage": "ps", "Service stage": "sv", "Renewal status": "rs", "Need match": "nm",
}
STATUS = {"Contacts": "cs", "Leads": "ls"}
NOTES = {
    ("Deals", "Declared stage"): "What the account manager declares. The checklist to the right decides the verified stage.",
    ("Deals", "Probability override"): "Only while the deal is open, and only with a reason.",
    ("Payments", "Amount override"): "Wins over contract amount × percent.",
    ("Accounts", "Relationship score override"): "A manager's judgement, 0-100; say why in Note.",
    ("Targets", "Proposed next target"): "Not more than 10% above this target for anybody.",
}
TABS = {"Products": "#7F7F7F", "People": "#7F7F7F", "Accounts": "#1F4E79", "Drivers": "#1F4E79", "Contacts": "#1F4E79", "Plan": "#1F4E79",
        "Targets": "#1F4E79", "Leads": "#2E75B6", "Deals": "#548235", "Visits": "#548235", "Contracts": "#BF8F00", "Payments": "#BF8F00",
        "Renewals": "#7F6000"}


def write_cell(sheet, row, column, cell, style):
    if isinstance(cell, datetime.date):
        sheet.write_datetime(row, column, datetime.datetime(cell.year, cell.month, cell.day), style)
    elif isinstance(cell, str):
        sheet.write_string(row, column, cell, style)
    elif cell is None:
        sheet.write_blank(row, column, None, style)
    else:
        sheet.write_number(row, column, cell, style)


def write_lists(sheet, head, body):
    """Copies the option lists of the golden workbook; returns where the English labels of each stand."""
    source = openpyxl.load_workbook(HERE.parent / "golden" / "inputs_en.xlsx")["Lists"]
    where = {}
    for column, cells in enumerate(source.iter_cols(values_only=True)):
        title, values = cells[0], list(cells[1:])
        if title is None:
            sheet.set_column(column, column, 2)
            continue
        while values and values[-1] is None:
            values.pop()
        prefix, _, field = title.partition(".")
        if title == "mx.strategy":
            values = STRATEGY
        sheet.write_string(0, column, title, head)
        for row, cell in enumerate(values, 1):
            write_cell(sheet, row, column, cell, body)
        sheet.set_column(column, column, column_width(title, values))
        if field == "en":
            letter = xl_col_to_name(column)
            where[prefix] = f"=Lists!${letter}$2:${letter}${len(values) + 1}"
    sheet.freeze_panes(1, 0)
    return where


def main(out):
    book = xlsxwriter.Workbook(out)
    book.set_properties({"title": "Key accounts 2026", "author": "Greta Lindner", "company": "Isartal Sensorik", "created": STAMP})
    base = {"font_name": "Calibri", "font_size": 10, "valign": "vcenter"}
    add = lambda **more: book.add_format(base | more)
    body = {"date": add(num_format="yyyy-mm-dd", align="center"), "money": add(num_format="#,##0"), "percent": add(num_format="0%"),
            "tick": add(align="center"), "long": add(text_wrap=True, indent=1), None: add(indent=1)}
    heads = {color: add(bold=True, font_color="white", bg_color=color, align="center", text_wrap=True, border=1, border_color="#D9D9D9")
             for color in set(TABS.values())}
    grey = add(bold=True, font_color="white", bg_color="#404040", align="center")
    sheets = {name: book.add_worksheet(name) for name in ["Overview", "Settings", "Lists", *SHEETS]}

    settings = sheets["Settings"]
    for column, title in enumerate(["Name", "Value", "Unit", "Note"]):
        settings.write_string(0, column, title, grey)
    for row, (name, number, unit, note) in enumerate(SETTINGS, 1):
        settings.write_string(row, 0, name, body[None])
        style = body["date"] if unit == "date" else body["money"] if unit in ("money", "per year") else body[None]
        write_cell(settings, row, 1, number, style)
        settings.write_string(row, 2, unit, body[None])
        settings.write_string(row, 3, note, body[None])
    settings.set_column("A:A", 17)
    settings.set_column("B:C", 13)
    settings.set_column("D:D", 52)
    settings.freeze_panes(1, 1)
    settings.data_validation("B2:B4", {"validate": "date", "criteria": ">=", "value": datetime.date(2000, 1, 1),
                                       "error_title": "Date", "error_message": "A date is needed here."})
    where = write_lists(sheets["Lists"], grey, body[None])
    sheets["Lists"].set_tab_color("#404040")
    settings.set_tab_color("#404040")

    for name, (titles, rows) in SHEETS.items():
        sheet, last = sheets[name], len(rows) + 1
        head = heads[TABS[name]]
        for column, title in enumerate(titles):
            cells = [row[column] for row in rows]
            wide = column_width(title, cells)
            sheet.set_column(column, column, 10.5 if title in TICKS else wide)
            shape = kind(title)
            for row, cell in enumerate(cells, 1):
                if cell is not None:
                    style = body["tick" if title in TICKS else shape] if shape or title in TICKS else body["long" if wide > 34 else None]
                    write_cell(sheet, row, column, cell, style)
            letter = xl_col_to_name(column)
            area = f"{letter}2:{letter}{last + 200}"
            prefix = STATUS.get(name) if title == "Status" else LIST_OF.get(title)
            if prefix:
                sheet.data_validation(area, {"validate": "list", "source": where[prefix], "error_title": title, "error_message": "Pick one from the list."})
            elif title in TICKS:
                sheet.data_validation(area, {"validate": "list", "source": ["✓", "✗", "—"]})
            elif shape == "date":
                sheet.data_validation(area, {"validate": "date", "criteria": ">=", "value": datetime.date(2000, 1, 1),
                                             "error_title": title, "error_message": "A date is needed here."})
            if (name, title) in NOTES:
                sheet.write_comment(0, column, NOTES[name, title], {"author": "Greta Lindner", "x_scale": 1.4})
        sheet.add_table(0, 0, last - 1, len(titles) - 1, {
            "name": "tbl" + name, "style": "Table Style Light 1", "columns": [{"header": title, "header_format": head} for title in titles]})
        sheet.set_row(0, 44)
        for row in range(1, last):
            sheet.set_row(row, 30 if name in ("Accounts", "Visits") else 18)
        sheet.freeze_panes(1, 2)
        sheet.set_tab_color(TABS[name])
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        across = sum(10.5 if t in TICKS else column_width(t, [r[c] for r in rows]) for c, t in enumerate(titles))
        sheet.fit_to_pages(max(1, round(across / 170)), 0)
        sheet.repeat_rows(0)
        sheet.repeat_columns(0, 1)
        sheet.set_footer("&L&A&RPage &P of &N")

    red, green = book.add_format({"bg_color": "#FFC7CE", "font_color": "#9C0006"}), book.add_format({"bg_color": "#E2EFDA"})
    dim = book.add_format({"font_color": "#808080"})
    sheets["Deals"].conditional_format("J2:J200", {"type": "cell", "criteria": "==", "value": '"Won"', "format": green})
    sheets["Deals"].conditional_format("A2:AK200", {"type": "formula", "criteria": '=OR($J2="Lost",$J2="On hold")', "format": dim})
    sheets["Deals"].conditional_format("I2:I200", {"type": "data_bar", "data_bar_2010": True, "bar_color": "#A9D08E", "bar_solid": True})
    sheets["Leads"].conditional_format("Y2:Y200", {"type": "formula", "criteria": "=AND(ISNUMBER($Y2),$Y2<Settings!$B$2)", "format": red})
    sheets["Plan"].conditional_format("K2:K200", {"type": "formula", "criteria": '=AND($K2<>"",$L2="",$K2<Settings!$B$2)', "format": red})
    sheets["Contacts"].conditional_format("I2:I200", {"type": "icon_set", "icon_style": "3_traffic_lights",
                                                      "icons": [{"criteria": ">=", "type": "number", "value": 1}, {"criteria": ">=", "type": "number", "value": 0}]})

    overview = sheets["Overview"]
    overview.hide_gridlines(2)
    title = add(bold=True, font_size=20, font_color="#1F4E79")
    link = add(font_color="#0563C1", underline=1)
    overview.set_column("A:A", 3)
    overview.set_column("B:B", 26)
    overview.set_column("C:D", 15)
    overview.write("B2", "Key accounts 2026", title)
    overview.write("B3", "Isartal Sensorik, Munich", add(font_color="#595959"))
    overview.write("B4", "As of", body[None])
    overview.write_formula("C4", "=Settings!B2", body["date"], 46112)
    for column, text in enumerate(["Declared stage", "Deals", "Amount"], 1):
        overview.write(5, column, text, heads["#548235"])
    titles, rows = SHEETS["Deals"]
    stages = ["Verify opportunity", "Pre-bid guidance", "Bid submission", "Negotiation & signing", "Won", "Lost", "On hold"]
    for row, stage in enumerate(stages, 7):
        found = [r[8] for r in rows if r[9] == stage]
        overview.write(row - 1, 1, stage, body[None])
        overview.write_formula(row - 1, 2, f"=COUNTIF(Deals!$J$2:$J${len(rows) + 1},B{row})", body[None], len(found))
        overview.write_formula(row - 1, 3, f"=SUMIF(Deals!$J$2:$J${len(rows) + 1},B{row},Deals!$I$2:$I${len(rows) + 1})", body["money"], sum(found))
    overview.write("B16", "Sheets", add(bold=True, font_color="#1F4E79"))
    for row, name in enumerate(SHEETS, 16):
        overview.write_url(row, 1, f"internal:'{name}'!A1", link, name)
    chart = book.add_chart({"type": "bar"})
    chart.add_series({"name": "Amount by declared stage", "categories": "=Overview!$B$7:$B$11", "values": "=Overview!$D$7:$D$11",
                      "fill": {"color": "#70AD47"}, "gap": 50, "data_labels": {"value": True, "num_format": "#,##0"}})
    chart.set_title({"name": "Amount by declared stage", "name_font": {"size": 12}})
    chart.set_y_axis({"reverse": True})
    chart.set_x_axis({"visible": False, "major_gridlines": {"visible": False}})
    chart.set_legend({"none": True})
    overview.insert_chart("F6", chart, {"x_scale": 1.1, "y_scale": 1.2})
    overview.set_landscape()
    overview.fit_to_pages(1, 1)
    overview.activate()
    book.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else str(HERE.parent / "full_en.xlsx"))
