// SPDX-License-Identifier: Apache-2.0

/// The words of which headers are made in English, German and Chinese, by what they say.
///
/// In simplified characters and without accents, as ``HeaderWords`` has them. A word stands once: what may mean two things is left out,
/// as a header is only read if each of its words is known.
enum ConceptWords {
  /// By word: the place of its concept in ``names``; -1 for a word that says nothing.
  static let concepts: [String: Int] = {
    var concepts: [String: Int] = [:]
    for word in silent.split(separator: " ") { concepts[String(word)] = -1 }
    for (place, entry) in entries.enumerated() {
      for word in entry.words.split(separator: " ") {
        // 时间 is 日期, projected is expected: what is one word there is one word here.
        let words = HeaderWords(String(word)).words
        if words.count == 1, concepts[words[0]] == nil { concepts[words[0]] = place }
      }
    }
    return concepts
  }()

  static let names = entries.map(\.concept)

  private static let silent = "in up to mit zu zur zum im den with 的 之 与 和 及 是 了"

  static let entries: [(concept: String, words: String)] = [
    ("date", "date day time datum tag zeitpunkt termin on at am dated when wann 日期 日 时间 时点 年月日"),
    ("start", "start begin beginning from von ab beginn commencement startdatum 起 开始 起始 起算 生效 始"),
    ("end", "end to until till bis ende enddatum 止 讫 迄 结束 终止 截止 截至"),
    ("period", "period zeitraum laufzeit 期间 期限 周期"),
    (
      "reason",
      """
      reason why cause grund ursache begrundung anlass feedback_ grunde warum ursachen 原因 因 理由 说明 缘由 因素 分析 \
      症结 主因
      """
    ),
    (
      "lost",
      """
      lost loss lose verloren verlust absage ablehnung rejection decline gescheitert 丢单 失单 输单 失标 败 落选 丢失 \
      未成交 未成案 流失 失败 输 战败 未成 流标 未得标 未中标 落标 败标 丢标 丢 落单
      """
    ),
    ("drop", "dropped drop disqualified disqualification discard verworfen 无效 放弃 淘汰 弃单 不合格 剔除"),
    (
      "delay",
      """
      delay delayed late lateness overdue stuck verzug verzogerung verspatung ruckstand 逾期 延迟 延期 拖欠 欠款 未付 \
      拖延 卡点 滞后 迟延 未收款
      """
    ),
    (
      "responsible",
      """
      owner responsible responsibility inhaber besitzer zustandig zustandiger zustandigkeit verantwortlich \
      verantwortlicher verantwortung betreuer betreut bearbeiter handled looked chased managed incharge \
      pic 负责 主责 专责 经办 承办 主办 责任 担当 业代 认领 承接 对接
      """
    ),
    ("person", "person by mitarbeiter employee staff 人 人员 者 员 同事 同仁 窗口 顾问 专员 代表"),
    (
      "sales",
      """
      sales rep seller vertrieb vertriebler salesman verkaufer vertreter aussendienst kundenberater \
      kundenbetreuer agent advisor 业务 销售 营业 \
      verkauf verkaufs vertriebs
      """
    ),
    ("manager", "manager kam leiter executive exec ae 经理 主管"),
    (
      "customer",
      """
      customer client account kunde kunden klient auftraggeber besteller firma company buyer purchaser \
      prospect geschaftspartner debitor organisation organization unternehmen 客户 客 甲方 买方 用户 公司 往来 厂商 企业 客商 \
      业主 购方 需方 采购方 机构 委托方 需求方 标案单位 招标单位 购买方
      """
    ),
    ("contact", "contact ansprechpartner kontakt 联系"),
    (
      "amount",
      """
      amount value sum total volume betrag wert summe volumen hohe worth revenue umsatz price preis \
      turnover nettobetrag 金额 额 总额 款 价 价格 总价 款项 体量 规模 值 价值 价款 报价 \
      总计 合计 gesamtbetrag gesamtsumme gesamtwert endbetrag
      """
    ),
    (
      "expected",
      """
      expected forecast planned estimated est likely projected prognose erwartet geplant plan \
      voraussichtlich geschatzt avisiert 预计 预估 预定 预期 拟 计划 预测 预
      """
    ),
    (
      "close",
      """
      close closing decision decide decided award abschluss entscheidung entschieden auftragserteilung \
      zuschlag vergabe 成交 结案 定标 拍板 下单 关单 赢单 决标
      """
    ),
    ("actual", "actual ist tatsachlich real realised 实际 真实 实"),
    ("previous", "previous prior ly py vorjahr vorheriger former vorjahre 去年 上年 上年度 前一年 前年度 上期 前期"),
    ("last", "latest recent letzt letzter most last letztes 最近 最后 最新"),
    ("target", "target quota goal objective ziel soll vorgabe zielvorgabe umsatzziel 目标 指标 责任额 任务 任务额 配额 业绩目标 业绩指标"),
    ("floor", "floor minimum min threshold mindest untergrenze mindestziel 保底 底线 最低 门槛 底标 下限"),
    ("achieved", "achieved attained attainment booked erreicht 完成 达成 实绩 业绩"),
    ("next", "next nachst nachster upcoming kommende 下次 下步 下一步 下一 后续 近期 下阶段"),
    (
      "step",
      """
      step action todo task activity move massnahme schritt aktion aufgabe massnahmen aufgaben 动作 行动 措施 安排 \
      步骤 工作 事项 待办 \
      massnahmen_
      """
    ),
    (
      "received",
      """
      received receipt paid collected cash eingang eingegangen bezahlt gezahlt geldeingang zahlungseingang \
      erhalten zahlungseinganges eingezahlt beglichen settled cleared remitted 收款 到账 回款 入账 实收 已收 已收款 已到账 \
      收到 入帐 到款 缴款 回收 进账 收讫 \
      kassiert vereinnahmt 冲账 兑现 缴
      """
    ),
    ("payment", "payment pay zahlung 付款 支付"),
    ("due", "due payable fallig falligkeit maturity 到期 应付 应收"),
    ("invoice", "invoice bill billing rechnung faktura beleg 发票 开票 账单 请款 立账"),
    ("id", "no id number code key nr nummer nummern kennung kennziffer 编号 号 代号 代码 编码 单号 字号 序号"),
    ("contract", "contract agreement vertrag vereinbarung 合同 合约 协议"),
    (
      "deal",
      """
      deal opportunity opp project angebot quote quotation offer projekt vorhaben proposal tender bid \
      ausschreibung 商机 项目 案件 专案 机会 标案 报价单 询价 标的 投标 案源 \
      verkaufschance verkaufsprojekt
      """
    ),
    ("lead", "lead enquiry inquiry anfrage interessent messekontakt 线索 潜客 名单 询盘"),
    ("visit", "visit call meeting besuch gesprach 拜访 来访 走访 访问 面谈 会面 洽谈 拜会 访谈 访视 接触"),
    ("name", "name subject bezeichnung betreff thema 名称 主题 标题 名 抬头 主旨 titel kurztitel 案名"),
    ("stage", "stage phase stufe 阶段 关卡"),
    ("status", "status state progress stand fortschritt bearbeitungsstand 状态 进度 进展 状况 情况 现况 情形 sachstand 动态"),
    ("probability", "probability chance likelihood confidence wahrscheinlichkeit conf odds 概率 胜算 赢率 把握 成功率 可能性 胜率"),
    (
      "created",
      """
      created opened entered logged registered added registration creation entry erstellt angelegt erfasst \
      eroffnet anlage erfassung anlegedatum erstell anlege erfassungs 创建 建立 登录 录入 登记 建档 新建 立项 创 入库 入池 \
      create createdon 填写 填表 提出 建案 开案
      """
    ),
    ("renewal", "renewal renew renewed verlangerung verlangert 续约 续费 续签 续"),
    ("current", "current present this aktuell aktueller bestehend existing 当前 本期 现 目前 现有 现行"),
    ("year", "year annual yearly jahr jahres jahrlich fy 年 年度 全年 每年"),
    ("fee", "fee gebuhr pauschale maintenance 费 费用 年费 服务费 维护费"),
    (
      "signed",
      "signed countersigned signing signature unterzeichnet unterschrieben unterschrift 签约 签订 签署 盖章 用印 签 signiert 签字 订约 立约"
    ),
    (
      "delivered",
      """
      delivered delivery shipped shipment shipping geliefert ausgeliefert lieferung auslieferung versand \
      发货 交货 交付 出货 送货
      """
    ),
    ("accepted", "accepted acceptance abgenommen abnahme 验收"),
    ("completed", "done complete completed finished erledigt fertig 完毕"),
    ("channel", "source channel origin quelle kanal herkunft 来源 渠道 管道 途径"),
    ("obtained", "acquisition obtained gewonnen 取得 获取 获客 开发"),
    (
      "rival",
      """
      rival competitor competition wettbewerber mitbewerber konkurrent konkurrenz wettbewerb mitbewerb 竞争 \
      对手 竞品 竞商 友商 同业
      """
    ),
    ("product", "product item model produkt artikel modell package maschine 产品 品项 机型 型号 方案 版本 品 商品 产品别"),
    ("main", "main primary principal haupt 主 主要 主推 主力 重点"),
    ("our", "our unser unsere 我方 本方 我司"),
    ("level", "level tier grade class klasse 级别 等级 分级 级"),
    ("industry", "industry sector branche vertical 行业 产业"),
    ("region", "region territory area gebiet 区域 地区 片区 大区"),
    ("team", "team group abteilung gruppe department 团队 部门 小组 组"),
    ("credit", "credit kredit 信用 授信 账期 票期"),
    ("days", "days tage 天数 天"),
    ("note", "note remark comment notiz bemerkung anmerkung kommentar 备注 注 附注"),
    ("topic", "topic content discussed said discussion inhalt besprochen 内容 谈了什么 沟通 议题"),
    ("purpose", "purpose zweck 目的 来意 事由 意图"),
    ("result", "result outcome upshot ergebnis 结果 成果 结论 成效"),
    ("type", "type kind category typ art kategorie 类型 类别 种类 性质 类 别"),
    ("respond", "responded response respond reply replied antwort 响应 回复 回应 首响"),
    ("need", "need requirement bedarf anforderung 需求 诉求"),
    ("role", "role rolle funktion 角色"),
    ("position", "position job stelle 职位 职务 岗位"),
    ("support", "support presales se technical technik 技术 支持 售前 支援 协助"),
    ("open", "open outstanding balance remaining unpaid offen saldo rest 未收 余额 未回 欠 剩余 待收"),
    ("net", "net netto"),
    ("gross", "gross brutto"),
    ("quoted", "quoted offered angeboten"),
    ("satisfaction", "satisfaction csat zufriedenheit 满意度 满意"),
    ("warranty", "warranty guarantee garantie gewahrleistung 质保 保修 保固 保质"),
    ("belongs", "belongs belonging 归属 所属"),
    ("follow", "follow followed 跟进 跟踪 追踪"),
    ("assign", "assign assigned assignee zugewiesen ubergeben 分派 指派 分配 分派给 指派给"),
    ("percent", "% percent pct prozent 百分比 比例 占比"),
    ("order", "order auftrag auftrage bestellung 订单 采购单 订货"),
    ("won", "won win winning gewinn 赢 得标 中标"),
    ("agreed", "agreed vereinbart 约定"),
    ("closed", "closed geschlossen abgeschlossen 已结案 关闭"),
    ("first", "first erst 首次 第一次"),
    ("month", "months monate 月数 月"),
  ]
}
