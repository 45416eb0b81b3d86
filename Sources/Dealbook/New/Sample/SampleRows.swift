// SPDX-License-Identifier: Apache-2.0

/// A team of two account managers and their work, chosen so that every part of the method has something to show: deals at each stage, one
/// declared beyond its evidence, an overdue payment, an upcoming renewal.
///
/// Cells are separated by `|`. `#NEGO` is an option by its code, `@-12` a date relative to the as-of date; a text is in Traditional Chinese
/// and, after `=`, in English. A column `amt_override!co` is for a workbook without the sheet `co`; `k1..k13` has one check mark for each
/// of its columns, `.` for none.
enum SampleRows {
  static let all: [(prefix: String, rows: String)] = [
    ("pd", products), ("pe", people), ("acc", accounts), ("dr", drivers), ("ct", contacts), ("pl", plan),
    ("tg", targets), ("le", SampleFlow.leads), ("de", SampleFlow.deals), ("vi", SampleFlow.visits),
    ("co", SampleFlow.contracts), ("pa", SampleFlow.payments), ("re", SampleFlow.renewals),
  ]

  /// The sum of the targets, this year and next year.
  static let settings: [String: Double] = ["TeamTarget": 2_900_000, "NextTeamTarget": 3_100_000]

  private static let products = """
    product_id|name|unit|list_price|recurring
    P01|電源系統=Power system|套=set|300000|✗
    P02|監控平台=Monitoring platform|套=set|200000|✗
    P03|維保服務=Maintenance service|年=year|60000|✓
    """

  private static let people = """
    person|role|team|manager|active
    李敏=Li Min|銷售總監=Sales director|管理=Management||✓
    王強=Wang Qiang|客戶經理=Account manager|一組=Team 1|李敏=Li Min|✓
    陳靜=Chen Jing|客戶經理=Account manager|二組=Team 2|李敏=Li Min|✓
    張磊=Zhang Lei|方案經理=Solution manager|一組=Team 1|李敏=Li Min|✓
    趙雪=Zhao Xue|交付經理=Delivery manager|二組=Team 2|李敏=Li Min|✓
    """

  private static let accounts = """
    account_id|name|level|industry|region|scenario|listed|cycle_months|lifecycle|rel_now|rel_goal|owner|team|intel_note|intel_date|strategy
    A001|華東移動通信=East Mobile|省級=Province|通訊=Telecom|華東=East|#CONT|#LISTED|12|#STABLE|#SOL|#DEEP|王強=Wang Qiang|一組=Team 1|年度集採,供電部提需求=Yearly tender, asked for by the power department|@-40|深度合作=Deepen the cooperation
    A002|北江電力=Beijiang Power|省級=Province|電力=Power grid|華北=North|#CONT|#APPLY|12|#FORM|#TXN|#SOL|王強=Wang Qiang|一組=Team 1|兩級審核，總工把關=Two approvals; the chief engineer decides|@-25|突破關係、入圈=Win relations, get listed
    A003|南港地鐵=Nangang Metro|單體=Single site|軌道交通=Rail|華南=South|#OCC||| #FORM|#TXN|#SOL|陳靜=Chen Jing|二組=Team 2|按線路立項=One project per line|@-60|標杆牽引=Lead by reference
    A004|西嶺鋼鐵=Xiling Steel|單體=Single site|鋼鐵=Steel|西南=Southwest|#OCC|||#DECLINE|#TXN|#TXN|陳靜=Chen Jing|二組=Team 2|預算收緊=Budgets are being cut|@-150|控制投入=Limit the effort
    A005|中原銀行=Zhongyuan Bank|省級=Province|金融=Finance|華中=Central|#CONT|#LISTED|24|#STABLE|#SOL|#DEEP|陳靜=Chen Jing|二組=Team 2|科技部主導=Led by the IT department|@-20|高層對接=Meet at executive level
    """

  private static let drivers = """
    driver_id|account_id|product_id|factor|qty|unit|usage|price|growth|source|collected
    DR001|A001|P01|基站數=Base stations|1200|站=site|0.004|300000|0.05|供電部=Power department|@-40
    DR002|A001|P02|機房數=Equipment rooms|60|間=room|0.1|200000|0.05|供電部=Power department|@-40
    DR003|A002|P01|變電站數=Substations|150|座=site|0.03|300000|0.1|規劃院=Planning institute|@-30
    DR004|A002|P03|在保設備=Devices under care|40|台=unit|0.25|60000|0|運檢部=Maintenance department|@-30
    DR005|A003|P02|車站數=Stations|48|座=site|0.08|200000|0.1|公開資料=Public data|@-70
    DR006|A004|P01|產線數=Production lines|6|條=line|0.2|300000|-0.1|設備處=Equipment office|@-160
    DR007|A005|P02|網點數=Branches|320|家=branch|0.012|200000|0.05|科技部=IT department|@-20
    DR008|A005|P03|在保網點=Branches under care|200|家=branch|0.05|60000|0.05|科技部=IT department|@-20
    """

  private static let contacts = """
    contact_id|account_id|name|title|dept|buy_role|dlv_role|influence|supp|guide|owner|status|status_date|interest
    C001|A001|周建國=Zhou Jianguo|總經理=General manager|總經辦=Executive office|#EB||5|1|#G0|王強=Wang Qiang|#IN||網絡穩定=A stable network
    C002|A001|吳芳=Wu Fang|採購總監=Purchasing director|採購部=Purchasing|#PB|#DPB|4|1|#G1|王強=Wang Qiang|#IN||總成本=Total cost
    C003|A001|鄭凱=Zheng Kai|供電部經理=Head of power|供電部=Power|#UB|#DUB|3|2|#G3|王強=Wang Qiang|#IN||少故障=Fewer failures
    C004|A001|何靜=He Jing|總工=Chief engineer|技術部=Engineering|#TB|#DTB|4|1|#G0|張磊=Zhang Lei|#IN||技術領先=Leading technology
    C005|A002|劉志遠=Liu Zhiyuan|副總經理=Deputy general manager|總經辦=Executive office|#EB||5|0|#G0|王強=Wang Qiang|#IN||安全生產=Safe operation
    C006|A002|孫浩=Sun Hao|總工=Chief engineer|生技部=Engineering|#TB|#DTB|4|0|#G1|張磊=Zhang Lei|#IN||標準合規=Compliance
    C007|A002|馬蘭=Ma Lan|運檢主任=Head of maintenance|運檢部=Maintenance|#UB|#DUB|3|1|#G2|王強=Wang Qiang|#MOVE|@-30|少停電=Fewer outages
    C008|A003|高峰=Gao Feng|機電總監=Systems director|機電部=Systems|#EB||5|1|#G0|陳靜=Chen Jing|#IN||準點率=Punctuality
    C009|A003|林青=Lin Qing|主管=Supervisor|機電部=Systems|#UB|#DUB|2|1|#G2|陳靜=Chen Jing|#IN||易維護=Easy upkeep
    C010|A004|錢勇=Qian Yong|採購經理=Purchasing manager|採購部=Purchasing|#PB|#DPB|4|-1|#G0|陳靜=Chen Jing|#IN||價格=Price
    C011|A005|徐麗=Xu Li|科技部總經理=Head of IT|科技部=IT|#EB|#DPB|5|1|#G2|陳靜=Chen Jing|#IN||合規與效率=Compliance and efficiency
    C012|A005|羅斌=Luo Bin|架構師=Architect|科技部=IT|#TB|#DTB|3|1|#G1|張磊=Zhang Lei|#IN||開放接口=Open interfaces
    """

  private static let plan = """
    plan_id|account_id|product_id|target|floor|owner|team|stage|activity|task|deadline|done_date
    PL001|A001|P01|900000|700000|王強=Wang Qiang|一組=Team 1|#NEGO|關係維護=Relationship care|總經理拜訪與條款談判=Meet the general manager, settle terms|@+15|
    PL002|A001|P02|400000|150000|王強=Wang Qiang|一組=Team 1|#GUIDE|示範項目=Demonstration project|機房樣板參觀=Visit to a reference room|@+30|
    PL003|A002|P01|400000|250000|王強=Wang Qiang|一組=Team 1|#GUIDE|標杆樣品=Benchmark sample|送測樣機=Deliver a test unit|@-6|
    PL004|A002|P03|100000|40000|王強=Wang Qiang|一組=Team 1|#VERIFY|推薦產品=Product recommendation|運檢部需求訪談=Interview the maintenance department|@+45|
    PL005|A003|P02|200000|80000|陳靜=Chen Jing|二組=Team 2|#VERIFY|示範項目=Demonstration project|車站試點方案=Proposal for a pilot station|@+20|
    PL006|A005|P02|600000|500000|陳靜=Chen Jing|二組=Team 2|#WON|關係維護=Relationship care|項目簽約=Sign the project|@-50|@-60
    PL007|A005|P03|300000|200000|陳靜=Chen Jing|二組=Team 2|#GUIDE|推薦產品=Product recommendation|維保方案匯報=Present the maintenance plan|@+25|
    """

  private static let targets = """
    target_id|owner|p_start|p_end|target|floor|prev_target|prev_actual|proposed|reason
    T001|王強=Wang Qiang|@start|@end|1800000|1300000|1700000|1750000|1950000|潛力足,在手商機充足=Enough potential and pipeline
    T002|陳靜=Chen Jing|@start|@end|1100000|650000|1150000|980000|1150000|鞏固現有客戶=Consolidate present accounts
    """
}
