// SPDX-License-Identifier: Apache-2.0

/// The sample team's work in progress, from lead to renewal, in the notation of ``SampleRows``.
enum SampleFlow {
  static let leads = """
    lead_id|account_id|name|scenario|channel|referrer|received|responded|owner|est_amount|demo|spin_s|spin_p|spin_i|spin_n|b|a|n|t|need_date|status|deal_id|drop_reason|next_action|next_date
    L001|A001|電源擴容=Power expansion|#CONT|#REFER|鄭凱=Zheng Kai|@-150|@-149|王強=Wang Qiang|900000|✓|基站擴容=Sites are growing|容量不足=Capacity runs short|斷電風險=Risk of outages|整體更換=Replace as a whole|3|3|3|2|@+60|#CONV|D001||移交商機=Handed over as a deal|@-120
    L002|A002|變電站電源=Substation power|#CONT|#EXPO||@-110|@-109|王強=Wang Qiang|800000|✓|設備老化=Ageing equipment|故障增多=More failures|考核扣分=Penalties|分批改造=Renew in steps|2|2|3|2|@+90|#CONV|D003||移交商機=Handed over as a deal|@-90
    L003|A003|車站監控試點=Station monitoring pilot|#OCC|#NET||@-80|@-79|陳靜=Chen Jing|500000|✓|新線開通=A new line opens|人工巡檢=Manual rounds|發現晚=Late discovery|集中監控=Central monitoring|2|2|2|2|@+120|#CONV|D005||移交商機=Handed over as a deal|@-60
    L004|A001|數據中心節能=Data centre saving|#CONT|#REFER|吳芳=Wu Fang|@-18|@-17|王強=Wang Qiang|450000|✓|電費高=High power bills|空調效率低=Poor cooling|指標壓力=Pressure of targets|節能改造=Saving retrofit|2|2|3|2|@+150|#WORK|||方案交流=Discuss the proposal|@+7
    L005|A005|災備機房監控=Backup site monitoring|#CONT|#CUST|徐麗=Xu Li|@-12|@-11|陳靜=Chen Jing|380000||新建災備=A backup site is built||||1|2|3|2|@+180|#WORK|||確認預算=Confirm the budget|@+5
    L006||港口岸電=Port shore power|#OCC|#CHAN||@-9|@-4|陳靜=Chen Jing|700000||||||0|1|2|1|@+240|#NEW|||約初訪=Arrange a first visit|@+3
    L007|A004|軋線電源=Rolling-mill power|#OCC|#ALLY||@-95|@-94|陳靜=Chen Jing|300000|✗|限產=Output is limited||||0|1|1|0||#DROP||無預算=No budget||
    """

  static let deals = """
    deal_id|account_id|product_id|lead_id|name|owner|sr|fr|amount|stage|stage_date|created|expected_close|actual_close|pushes|guide_id|k1..k13|rival|position|bid_date|next_action|next_date|lost_from|lost_reason
    D001|A001|P01|L001|電源擴容=Power expansion|王強=Wang Qiang|張磊=Zhang Lei|趙雪=Zhao Xue|900000|#NEGO|@-18|@-120|@+20||1|C003|✓✓✓✓✓—✓✓✓✓✓✗✗|鼎源=Dingyuan|#LEAD|@-40|條款談判=Settle the terms|@+4||
    D002|A001|P02||機房監控=Room monitoring|王強=Wang Qiang|張磊=Zhang Lei|趙雪=Zhao Xue|600000|#GUIDE|@-35|@-90|@+75||0|C003|✓✓✓✓✗✗✗✗✗✗✗✗✗|智雲=Zhiyun|#EVEN||樣板參觀=Reference visit|@+9||
    D003|A002|P01|L002|變電站電源=Substation power|王強=Wang Qiang|張磊=Zhang Lei|趙雪=Zhao Xue|800000|#BID|@-30|@-90|@-8||2|C007|✓✓✓✗✗✗✗✗✗✗✗✗✗|恆電=Hengdian|#LAG|@+5|補測試報告=Bring the test report|@-2||
    D004|A002|P03||維保三年=Three years of care|王強=Wang Qiang|張磊=Zhang Lei|趙雪=Zhao Xue|240000|#VERIFY|@-22|@-40|@+110||0|C007|✓✗✗✗✗✗✗✗✗✗✗✗✗||#UNK||需求訪談=Interview on needs|@+12||
    D005|A003|P02|L003|車站監控=Station monitoring|陳靜=Chen Jing|張磊=Zhang Lei|趙雪=Zhao Xue|500000|#VERIFY|@-50|@-60|@+95||0|C009|✓✗✓✗✗✗✗✗✗✗✗✗✗|智雲=Zhiyun|#EVEN||試點方案=Pilot proposal|@+6||
    D006|A005|P02||網點監控=Branch monitoring|陳靜=Chen Jing|張磊=Zhang Lei|趙雪=Zhao Xue|650000|#WON|@-60|@-200|@-62|@-60|0|C011|✓✓✓✓✓—✓✓✓✓✓✓✓|智雲=Zhiyun|#LEAD|@-85|轉交付=Hand over to delivery|@-55||
    D007|A001|P01||應急電源=Emergency power|王強=Wang Qiang|張磊=Zhang Lei|趙雪=Zhao Xue|480000|#WON|@-75|@-210|@-70|@-75|0|C003|✓✓✓✓✓✓✓✓✓✓✓✓✓|鼎源=Dingyuan|#LEAD|@-100|轉交付=Hand over to delivery|@-70||
    D008|A004|P01||軋線電源=Rolling-mill power|陳靜=Chen Jing|張磊=Zhang Lei|趙雪=Zhao Xue|300000|#LOST|@-45|@-130|@-45|@-45|1|C010|✓✓✗✗✗✗✗✗✗✗✗✗✗|鼎源=Dingyuan|#LAG||||#GUIDE|價格=Price
    D009|A005|P03||維保服務=Maintenance|陳靜=Chen Jing|張磊=Zhang Lei|趙雪=Zhao Xue|480000|#GUIDE|@-28|@-55|@+50||0|C011|✓✓✓✓✓✗✗✗✗✗✗✗✗||#LEAD||方案匯報=Present the plan|@+8||
    """

  static let visits = """
    visit_id|date|account_id|contact_id|deal_id|mode|visitor|purpose|topic|result|attitude|next_step|next_owner|next_date|next_done
    V001|@-64|A005|C011|D006|#ONSITE|陳靜=Chen Jing|簽約=Signing|確認合同與交付計劃=Contract and delivery plan|合同已簽=Contract signed|1|排定到貨=Schedule the delivery|趙雪=Zhao Xue|@-50|@-52
    V002|@-41|A001|C003|D001|#ONSITE|王強=Wang Qiang|摸清供電需求=Understand the need|擴容容量與停電窗口=Capacity and outage windows|需求已確認=Need confirmed|1|出方案=Write the proposal|張磊=Zhang Lei|@-34|@-35
    V003|@-33|A003|C009|D005|#ONLINE|陳靜=Chen Jing|介紹樣板=Show a reference|地鐵樣板車站經驗=Experience of a reference station|有興趣=Interested|0|試點方案=Pilot proposal|陳靜=Chen Jing|@-10|
    V004|@-21|A002|C007|D003|#ONSITE|王強=Wang Qiang|拜訪運檢=Meet maintenance|聯絡人調離與交接=The contact leaves, handover|待見新主任=New head to be met|-1|約見新主任=Meet the new head|王強=Wang Qiang|@+3|
    V005|@-14|A001|C001|D001|#ONSITE|李敏=Li Min|高層拜訪=Executive visit|年度合作與條款=Yearly cooperation and terms|支持=Supportive|1|條款談判=Settle the terms|王強=Wang Qiang|@+4|
    V006|@-9|A005|C012|D009|#HOST|陳靜=Chen Jing|參觀維保中心=Visit to our care centre|維保流程與響應時限=Care process and response times|認可=Convinced|1|方案匯報=Present the plan|陳靜=Chen Jing|@+8|
    V007|@-5|A001|C004|D002|#CALL|張磊=Zhang Lei|技術澄清=Technical questions|監控接口與安全要求=Interfaces and security|已澄清=Clarified|0|樣板參觀=Reference visit|張磊=Zhang Lei|@+9|
    """

  static let contracts = """
    contract_id|deal_id|account_id|name|type|amount|owner|sign_date|delivered|accepted|warranty|p1|p2|p3|p4
    K001|D006|A005|網點監控合同=Branch monitoring contract|#EQUIP|650000|陳靜=Chen Jing|@-60|@-30||12|0.3|0.4|0.25|0.05
    K002|D007|A001|應急電源合同=Emergency power contract|#EQUIP|480000|王強=Wang Qiang|@-75|@-62|@-48|12|0.4|0.3|0.25|0.05
    """

  static let payments = """
    payment_id|contract_id|stage|pct|credit_days|invoice_no|received|received_date|owner|delay_reason|dispute|care|perform|e1..e6|d1..d7|next_action|next_date|account_id!co|amt_override!co|due_override!co
    Y001|K001|#DOWN|0.3|10|F2601|195000|@-48|陳靜=Chen Jing||✗|✓|✓|✓——✓——|✓——✓———|||A005|195000|@-50
    Y002|K001|#ARRIVE|0.4|15|F2607|||陳靜=Chen Jing|審批流程=Approval process|✗|✓|✓|✓✓—✓✗—|✓✓—✗✗——|催財務付款=Press finance to pay|@+2|A005|260000|@-15
    Y003|K001|#ACCEPT|0.25|30||||陳靜=Chen Jing||✗|✓|✗|✓✓✗✗✗—|✓✓✗✗———|安排驗收=Arrange acceptance|@+10|A005|162500|@+40
    Y004|K001|#RETAIN|0.05|||||陳靜=Chen Jing|||||✓✗✗✗✗—||||A005|32500|@+335
    Y005|K002|#DOWN|0.4|10|F2598|192000|@-68|王強=Wang Qiang||✗|✓|✓|✓——✓——|✓——✓———|||A001|192000|@-65
    Y006|K002|#ARRIVE|0.3|15|F2603|144000|@-50|王強=Wang Qiang||✗|✓|✓|✓✓—✓——|✓✓—✓———|||A001|144000|@-47
    Y007|K002|#ACCEPT|0.25|60|F2611|||王強=Wang Qiang||✗|✓|✓|✓✓✓✓✗—|✓✓✓✓———|對賬=Reconcile|@+6|A001|120000|@+12
    Y008|K002|#RETAIN|0.05|||||王強=Wang Qiang|||||✓✓✓✗✗—||||A001|24000|@+317
    """

  static let renewals = """
    renewal_id|account_id|product_id|p_start|p_end|sv|csat|opening|new|expand|contract|churn|revenue|expiry|status|amount|sign_date|need|match|referrals|s1..s5|owner|next_action|next_date
    R001|A001|P03|@-345|@+20|#CSM|9|360000|0|60000|0|0|390000|@+20|#TALK|420000||擴大保障範圍=Wider cover|#FIT|2|✗✗✗✗✗|王強=Wang Qiang|報價=Quote|@+5
    R002|A002|P03|@-300|@+65|#CRM|7|180000|0|0|30000|0|165000|@+65|#IDLE|190000||遠程巡檢=Remote rounds|#TUNE|0|✓✗✗✗✓|王強=Wang Qiang|約見新主任=Meet the new head|@+3
    R003|A005|P03|@-190|@+175|#CSM|9|240000|0|0|0|0|120000|@+175|#IDLE|240000|||#FIT|1|✗✗✗✗✗|陳靜=Chen Jing||
    R004|A003|P03|@-400|@-35|#CRM|8|96000|0|24000|0|0|118000|@-35|#DONE|120000|@-38|巡檢加密=More rounds|#FIT|0|✗✗✗✗✗|陳靜=Chen Jing||
    """
}
