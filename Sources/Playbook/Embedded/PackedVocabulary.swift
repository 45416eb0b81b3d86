// SPDX-License-Identifier: Apache-2.0

// swift-format-ignore-file
// Written by Scripts/pack-playbook from the files in BuiltIn/; see PackedTree for the form.

let packedVocabulary = #"""
{1
:vocabulary
{5
:groups
{7
:owner
{18
:en
[96
=deal owner name
=handled by sales
=owner
=owner name
=record owner
=assigned to
=assignee
=~people
=~who
=responsible
=responsible person
=person in charge
=sales rep
=sales representative
=rep
=rep name
=salesperson
=sales person
=salesman
=salesman name
=sales agent
=sales executive
=account executive
=account manager
=account owner
=key account manager
=kam
=business development manager
=bdm
=bd owner
=sales manager name
=sales owner
=seller
=handled by
=handled
=in charge
=follow up by
=followed by
=pic
=AE
=~agent
=~manager
=~user
=~responsible team
=~by
=~sales
=~area manager
=account rep
=sales lead
=internal owner
=field sales
=sales consultant
=consultant
=advisor
=~lead owner
=staff
=employee
=sales staff
=owned by
=managed by
=led by
=relationship manager
=relationship owner
=deal lead
=account lead
=sales exec
=account exec
=territory manager
=~sales specialist
=~sales associate
=opportunity lead
=~am
=~rm
=~user name
=~consultant name
=responsible user
=assigned user
=user responsible
=lead by
=~sales contact
=assigned rep
=responsible rep
=quoted by
=sold by
=closed by
=booked by
=lead estimator
=estimator name
=account lead name
=deal captain
=opportunity manager
=cs manager
=customer success manager
=csm
=~quoted
=adm name
}
:salesforce
[7
=Opportunity Owner
=Lead Owner
=Account Owner
=Owner Full Name
=Owner ID
=Owner Alias
=Assigned
}
:hubspot
[6
=Deal owner
=Contact owner
=Company owner
=HubSpot owner
=hubspot_owner_id
=Owner assigned
}
:zoho
[8
=Deal Owner
=Potential Owner
=Lead Owner
=Sales Order Owner
=Invoice Owner
=Activity Owner
=Task Owner
=Smowner
}
:dynamics
[2
=Owning User
=ownerid
}
:pipedrive
[6
=Deal - Owner
=Organization - Owner
=Person - Owner
=Lead - Owner
=Activity - Assigned to user
=Assigned to user
}
:odoo
[3
=Salesperson
=user_id
=Sales Team Member
}
:fxiaoke
[3
=负责人
=负责人(必填)
=负责人主属部门负责人
}
:xiaoshouyi
[4
=所有人
=商机所有人
=客户所有人
=线索所有人
}
:yonyou
[4
=业务员
=业务员名称
=专管业务员
=销售员
}
:kingdee
[4
=销售员
=销售员.名称
=业务员
=业务员姓名
}
:zh
[101
=擔當業務
=業務代表姓名
=我方窗口
=業務經辦
=業務窗口
=指派業務
=主責AM
=我方對口
=對口銷售
=渠道經理
=銷售對口人
=對口業務
=經辦業務
=負責人
=負責人姓名
=責任人
=業務員
=業務人員
=業務代表
=銷售
=銷售員
=銷售人員
=銷售代表
=銷售經理
=銷售負責人
=銷售顧問
=業務經理
=客戶經理
=大客戶經理
=跟進人
=跟進人員
=跟單人
=跟單員
=跟進業務
=跟進銷售
=所屬銷售
=所屬業務
=歸屬人
=歸屬銷售
=擁有者
=所有者
=所有人
=承辦人
=承辦業務
=經辦人
=主責人
=主辦人
=主辦業務
=責任銷售
=責任業務
=對接銷售
=商務
=商務經理
=商務負責人
=項目負責人
=~項目經理
=營銷人員
=營銷經理
=簽單人
=銷售姓名
=業務姓名
=業務負責人
=區域經理
=我方負責人
=市場負責人
=~經理
=~業務
=~員工
=~姓名
=~人員
=合同負責人
=擔當
=維護人
=主管業務
=責任經理
=責任主管
=跟蹤人
=開發人
=開發業務
=擁有人
=商機擁有人
=機會擁有人
=業務機會所有人
=商機所有者
=客戶所有者
=交易所有者
=帳戶擁有人
=指派給
=負責銷售
=銷售負責
=主責銷售
=主責業務
=主責銷售員
=所屬員工
=責任銷售員
=跟單業務
=~AM
=~員工編號
=跟單
=專員
=組長
}
:zh-Hant
[8
=專案負責人
=~專案經理
=專案業務
=承辦
=窗口業務
=業務擔當
=負責業務
=業務專員
}
:zh-Hans
[6
=销售担当
=商务对接人
=跟进销售员
=归属业务员
=拓展人
=客户负责人
}
:de
[63
=Inhaber des Abschlusses
=Abschlussinhaber
=Lead-Inhaber
=Account-Inhaber
=Unser Kontakt
=Kalkulator intern
=Opportunity-Inhaber
=Inhaber der Opportunity
=Deal - Besitzer
=Dealbesitzer
=Zuständiger Mitarbeiter für den Deal
=Zuständig für den Deal
=~Wer
=Verantwortlich
=Verantwortlicher
=Verkäufer
=Verkäuferin
=Vertriebler
=Vertriebsmitarbeiter
=Vertriebsmitarbeiterin
=Betreuer
=Kundenbetreuer
=Besitzer
=Inhaber
=Zuständig
=Zuständiger
=Zugewiesen an
=Bearbeiter
=Mitarbeiter
=Ansprechpartner intern
=Außendienst
=Aussendienst
=Key Account Manager
=Vertreter
=Vertrieb
=Zuständigkeit
=zuständiger Mitarbeiter
=Kundenberater
=Vertriebsbeauftragter
=Vertriebsbeauftragte
=Vertriebsverantwortlicher
=Gebietsleiter
=Account Manager
=Sales Manager
=KAM
=Key Accounter
=AD-Mitarbeiter
=Außendienstmitarbeiter
=Vertriebspartner intern
=~VB
=~ADM
=~Berater
=~Sachbearbeiter
=~wer
=Verantwortlich Vertrieb
=Verantwortl. Vertrieb
=verantw. Vertrieb
=Projektleiter Vertrieb
=Eigentümer
=Verkaufsberater
=OpInhaber
=Zugewiesener Benutzer
=Verantw
}
:it
[9
=responsabile
=venditore
=commerciale
=agente
=proprietario
=assegnato a
=referente interno
=area manager
=~titolare
}
:es
[9
=propietario
=responsable
=vendedor
=comercial
=ejecutivo
=asesor
=agente comercial
=asignado a
=ejecutivo de cuenta
}
:fr
[7
=propriétaire
=responsable
=commercial
=vendeur
=assigné à
=chargé d'affaires
=chargé de compte
}
}
:account
{18
:en
[79
=contracting body
=buying authority
=contracting organisation
=account
=account name
=account id
=account number
=account no
=account code
=acct
=acct name
=customer
=customer name
=customer id
=customer no
=customer number
=customer code
=cust
=cust name
=cust id
=client
=client name
=client id
=client code
=company
=company name
=company id
=company code
=organization
=organisation
=organization name
=organisation name
=buyer
=buyer name
=end customer
=end user
=end client
=end customer name
=~end user name
=prospect
=prospect name
=prospect company
=business name
=bill to
=bill to name
=sold to
=sold to party
=sold-to customer
=debtor
=debtor name
=key account
=key account name
=partner name
=~partner
=~payer
=~name of company
=school
=school name
=hospital
=hospital name
=agency
=account / company
=customer / account
=company / customer
=customer/prospect
=client/company
=employer
=~institution
=~trading name
=~legal name
=subscriber
=~tenant
=customer full name
=customer display name
=client full name
=account full name
=shipper
=practice
=clinic
}
:salesforce
[6
=Account Name
=Account ID
=AccountId
=Account ID 18
=Bill To Name
=Company / Account
}
:hubspot
[7
=Associated Company
=Associated Company (Primary)
=~Associated Company IDs
=Primary company
=Company name
=Primary Associated Company ID
=Associated Companies
}
:zoho
[4
=Account Name
=Account Id
=Company
=Vendor Name
}
:dynamics
[7
=Account
=Potential Customer
=Customer
=parentaccountid
=Company Name
=customerid
=Regarding
}
:pipedrive
[7
=Deal - Organization
=Organization
=Organization - Name
=Person - Organization
=Lead - Organization
=Activity - Organization
=Deal - Organization ID
}
:odoo
[7
=Customer
=Partner
=partner_id
=Company Name
=Customer/Display Name
=Invoice Partner Display Name
=Contact/Company
}
:fxiaoke
[4
=客户名称
=客户名称(必填)
=所属客户
=客户编号
}
:xiaoshouyi
[4
=客户名称
=客户
=公司名称
=关联客户
}
:yonyou
[6
=客户
=客户编码
=客户名称
=客户简称
=往来单位
=往来户
}
:kingdee
[7
=客户
=客户编码
=客户.名称
=客户.编码
=购货单位
=往来单位
=购货单位名称
}
:zh
[124
=機關
=關聯的公司
=經銷商名稱
=經銷商
=機關名稱
=招標機關
=採購機關
=客戶
=客戶名稱
=客戶名
=~客戶姓名
=客戶公司
=客戶單位
=客戶單位名稱
=客戶全稱
=客戶簡稱
=客戶編號
=客戶編碼
=客戶代碼
=客戶代號
=客戶號
=客戶公司名稱
=公司
=公司名稱
=公司全稱
=單位
=單位名稱
=單位全稱
=企業名稱
=企業
=甲方
=甲方名稱
=甲方單位
=甲方單位名稱
=對方單位
=對方單位名稱
=簽約單位
=簽約客戶
=簽約方
=往來單位
=購貨單位
=購買方
=購方名稱
=購買單位
=購買方名稱
=買方
=買方名稱
=最終客戶
=最終用戶
=終端客戶
=終端用戶
=用戶單位
=用戶名稱
=業主
=業主單位
=業主名稱
=業主單位名稱
=建設單位
=建設單位名稱
=招標單位
=招標人
=採購單位
=採購人
=採購方
=委託單位
=委託方
=委託人
=合作單位
=合作方
=合作夥伴
=合作客戶
=合作客戶名稱
=需方
=需方名稱
=需方單位
=付款方
=付款單位
=付款單位名稱
=開票單位
=開票客戶
=開票名稱
=往來客戶
=欠款單位
=欠款客戶
=債務人
=所屬客戶
=關聯客戶
=發包方
=發包單位
=合同甲方
=合同對方
=相對方
=對方名稱
=合同相對方
=乙方名稱
=~乙方
=~乙方單位
=簽訂單位
=合同單位
=受訪單位
=拜訪單位
=拜訪客戶
=拜訪公司
=受訪客戶
=門店名稱
=店名
=商家名稱
=商戶名稱
=意向客戶
=潛在客戶
=客戶企業名稱
=訂貨單位
=收貨單位
=~單位(公司)
=供應商
=供應商名稱
=關聯公司
=關聯企業
=成交客戶
=簽單客戶
=目標客戶
=跟進客戶
=對應客戶
=醫院/學校
}
:zh-Hant
[10
=客戶名
=公司行號
=廠商
=廠商名稱
=客戶公司名
=業主名
=客戶別
=客戶抬頭
=發票抬頭
=買受人
}
:zh-Hans
[11
=客户抬头
=发票抬头
=商户
=店铺名称
=学校名称
=医院名称
=客户方
=客户主体
=签约主体
=签约公司
=使用单位
}
:de
[41
=Bauherr
=Besteller
=Name des Auftraggebers
=Unternehmensname
=Name des Unternehmens
=Vergabestelle
=Potenzieller Kunde
=Zugehöriges Unternehmen
=Kd.-Nr.
=Kd-Nr
=Kd.-Name
=Deal - Organisation
=Kunde
=Kundenname
=Kundennummer
=Kunden-Nr
=Kundennr
=Kunden-ID
=Firma
=Firmenname
=Unternehmen
=Auftraggeber
=Organisation
=Account
=Endkunde
=Debitor
=Debitorennummer
=Debitorenname
=Interessent
=Käufer
=Geschäftspartner
=Debitorenkonto
=Kundenkonto
=Name des Kunden
=Kundenfirma
=Kunde / Firma
=Kunde (Firma)
=Name Debitor
=Praxis
=Klinik
=Kunde/Projekt
}
:it
[12
=cliente
=ragione sociale
=nome cliente
=azienda
=società
=codice cliente
=rag soc
=rag soc cli
=denominazione
=committente
=cliente finale
=nome azienda
}
:es
[10
=cliente
=nombre del cliente
=empresa
=razón social
=compañía
=código de cliente
=cuenta
=nombre de la cuenta
=organización
=cliente final
}
:fr
[9
=client
=nom du client
=société
=entreprise
=raison sociale
=compte
=nom du compte
=code client
=numéro client
}
}
:next_action
{13
:en
[36
=next action
=next step
=next steps
=next activity
=next activity type
=next activity subject
=next milestone
=next move
=action
=action item
=action required
=actions
=to do
=todo
=follow up action
=follow-up
=follow up actions
=~follow up
=planned action
=next to do
=action plan
=next steps / comments
=next milestone / comments
=~next contact
=pending action
=current action
=~task
=next move
=next task
=action required
=action needed
=required action
=next activities
=~action
=what next
=~next
}
:salesforce
[2
=Next Step
=NextStep
}
:hubspot
[2
=Next step
=Next activity description
}
:zoho
[1
=Next Step
}
:pipedrive
[2
=Deal - Next activity
=Next activity subject
}
:odoo
[3
=Next Activity Summary
=Activity Summary
=Next Activity Type
}
:fxiaoke
[2
=下一步计划
=下次跟进计划
}
:xiaoshouyi
[3
=下一步动作
=下一步计划
=下一步跟进
}
:zh
[66
=後續規劃
=追蹤事項
=下一步
=下一步行動
=下一步動作
=下一步計劃
=下一步工作
=下一步工作計劃
=下一步措施
=下一步安排
=下一步跟進
=下步計劃
=下步工作
=下步工作計劃
=下步行動
=下步動作
=後續計劃
=後續工作
=後續動作
=後續安排
=後續跟進
=後續行動
=跟進計劃
=行動計劃
=下階段計劃
=下週計劃
=下周計劃
=待辦
=待辦事項
=跟進事項
=跟進措施
=推進計劃
=推進措施
=行動項
=工作計劃
=下一階段工作
=下次行動
=下次動作
=下次計劃
=下周工作
=下周工作計劃
=下周工作安排
=下週工作
=下週工作計劃
=下週工作安排
=下週行動
=下月計劃
=後續處理
=後續措施
=後續追蹤
=下一步策略
=待辦工作
=下一步工作安排
=下步工作安排
=下一步推進計劃
=下一步工作重點
=明日計劃
=明日工作計劃
=次日計劃
=預計行動
=下週重點
=下階段工作
=下一步跟進計劃
=行動項目
=下次拜訪重點
=催款動作
}
:de
[25
=Aufgaben
=Vereinbarung
=Nächste Maßnahme
=nächste Maßnahmen
=nächster Schritt
=nächste Schritte
=nächste Aktion
=nächste Aktivität
=Maßnahme
=To-do
=Aufgabe
=weiteres Vorgehen
=Wiedervorlage Text
=nächstes To-do
=nächste Aktivitäten
=nächste Aktionen
=Folgeaktivität
=Folgemaßnahme
=Aktion
=~offene Punkte
=~was
=Folgeaktion
=Folgeaktionen
=Folgeschritt
=Folgetätigkeit
}
:it
[5
=prossimo passo
=prossima azione
=azione successiva
=prossimi passi
=azioni
}
:es
[5
=próximo paso
=próxima acción
=siguiente paso
=siguiente acción
=acciones
}
:fr
[4
=prochaine étape
=prochaine action
=action suivante
=actions à mener
}
}
:next_date
{13
:en
[42
=next touchpoint
=next date
=next action date
=next step date
=next activity date
=next follow up
=next follow up date
=next followup
=next followup date
=next contact date
=next contact
=next call
=next call date
=next meeting
=next meeting date
=next visit
=next visit date
=follow up date
=followup date
=fu date
=action date
=action due
=action due date
=follow up on
=follow up by date
=follow-up due
=reminder date
=callback date
=~reminder
=next touch
=next touchpoint
=next step due date
=next step due
=next due date
=~due
=due by
=by when
=next review
=next review date
=next step by
=~follow up by
=next visit due
}
:salesforce
[3
=Next Step Date
=Next Activity Date
=NextActivityDate
}
:hubspot
[3
=Next activity date
=Date of next activity
=Next Meeting
}
:zoho
[2
=Next Follow Up Date
=Next Action Date
}
:pipedrive
[3
=Deal - Next activity date
=Next activity date
=Lead - Next activity date
}
:odoo
[3
=Next Activity Deadline
=Activity Deadline
=My Activity Deadline
}
:fxiaoke
[2
=下次跟进时间
=下次跟进日期
}
:xiaoshouyi
[2
=下次联系时间
=下次跟进时间
}
:zh
[38
=下次跟催日
=下次活動日期
=完成時限
=預定日期
=追蹤日期
=下次追蹤
=追蹤日
=下次跟進
=下次跟進日
=下次跟進日期
=下次跟進時間
=下一步日期
=下一步時間
=下次聯繫時間
=下次聯繫日期
=下次聯絡日期
=下次聯絡時間
=下次拜訪日期
=下次拜訪時間
=下次行動日期
=下次行動時間
=計劃跟進日期
=計劃跟進時間
=預計跟進日期
=下次回訪時間
=下次回訪日期
=計劃完成時間
=計劃完成日期
=提醒日期
=下次溝通時間
=後續期限
=後續時間
=下次時間
=跟進期限
=下次追蹤日期
=下次回覆日期
=計劃行動時間
=下次訪談日期
}
:de
[39
=Nachfasstermin
=Erinnerung am
=Frist der nächsten Aktivität
=Nächste Aktivität bis
=Fälligkeitsdatum Aktivität
=Datum der nächsten Aktivität
=Datum nächste Aktivität
=Wiedervorlage
=Wiedervorlagedatum
=nächster Kontakt
=nächster Termin
=Datum nächster Schritt
=Follow-up-Datum
=Follow up am
=nächste Aktivität am
=nächster Kontakt am
=bis wann
=erledigen bis
=Termin nächster Schritt
=nächster Besuch
=nächster Anruf
=Wiedervorlage am
=Rückruf am
=WV-Datum
=WV am
=Nachfassen am
=~WV
=~bis
=~Termin
=Folgetermin
=Folgebesuch
=Folgekontakt
=nächster Besuchstermin
=nächste Kontaktaufnahme
=~Fällig
=~Fälligkeit
=zu erledigen bis
=Nächster Schritt am
=Nächster Schritt bis
}
:it
[6
=data prossimo contatto
=data follow up
=prossimo contatto
=prossima data
=data prossima azione
=richiamo
}
:es
[6
=fecha de seguimiento
=próximo contacto
=fecha próximo contacto
=fecha próxima acción
=próxima fecha
=próxima cita
}
:fr
[6
=date de relance
=prochain contact
=date prochaine action
=date de suivi
=prochaine relance
=prochain rdv
}
}
:product
{16
:en
[29
=~model
=~package
=main product
=product
=product id
=product code
=product name
=product no
=product interest
=item
=item code
=item name
=sku
=part number
=product line
=product family
=solution
=service
=~product / service
=product/service
=offering
=plan name
=subscription plan
=license type
=~plan
=~type of service
=product category
=material
=material number
}
:salesforce
[4
=Product Name
=Product Code
=Product ID
=Product Family
}
:hubspot
[3
=Product
=SKU
=Line item name
}
:zoho
[3
=Product Name
=Product Code
=Products
}
:dynamics
[3
=Product
=Product ID
=Existing Product
}
:pipedrive
[2
=Deal - Product name
=Product - Name
}
:odoo
[3
=Product
=product_id
=Internal Reference
}
:fxiaoke
[2
=产品名称
=产品编码
}
:xiaoshouyi
[2
=产品名称
=产品编号
}
:yonyou
[4
=存货编码
=存货名称
=物料编码
=物料名称
}
:kingdee
[4
=物料编码
=物料名称
=产品代码
=产品名称
}
:zh
[53
=機型
=產品項目
=~品類
=產品別
=主推產品
=推廣產品
=報備產品
=產品版本
=維護標的
=主推產品
=產品
=產品名稱
=產品編號
=產品編碼
=產品代碼
=產品型號
=產品線
=產品類別
=產品類型
=產品及服務
=產品/服務
=產品服務
=商品
=商品名稱
=商品編碼
=商品編號
=物料
=物料編碼
=物料名稱
=料號
=品名
=貨品名稱
=存貨編碼
=存貨名稱
=意向產品
=需求產品
=購買產品
=銷售產品
=推薦產品
=產品方案
=解決方案
=服務項目
=訂閱產品
=套餐
=套餐名稱
=合作產品
=採購產品
=服務產品
=在用產品
=現用產品
=合作內容
=產品/方案
=方案名稱
}
:de
[18
=Produktlinie
=Maschine
=~Modell
=Sparte
=Tarif
=Tarifname
=Abo-Modell
=Hauptprodukt
=Produkt
=Produktname
=Produktnummer
=Artikel
=Artikelnummer
=Artikelbezeichnung
=Produktgruppe
=Lösung
=Leistung
=Dienstleistung
}
:it
[6
=prodotto
=codice prodotto
=articolo
=servizio
=nome prodotto
=linea prodotto
}
:es
[6
=producto
=código de producto
=artículo
=servicio
=nombre del producto
=línea de producto
}
:fr
[6
=produit
=code produit
=article
=~référence
=service
=nom du produit
}
}
:contract_ref
{14
:en
[19
=contract
=contract id
=contract no
=contract number
=contract ref
=contract reference
=agreement no
=agreement number
=order no
=order number
=sales order
=sales order no
=so number
=so no
=project no
=~po number
=~po no
=~po ref
=~order nr
}
:salesforce
[2
=Contract Number
=Order Number
}
:zoho
[2
=Sales Order
=Contract Id
}
:odoo
[2
=Source Document
=Origin
}
:fxiaoke
[3
=合同编号
=销售合同编号
=销售订单编号
}
:xiaoshouyi
[2
=合同编号
=订单编号
}
:yonyou
[3
=合同号
=合同编码
=销售订单号
}
:kingdee
[4
=合同号
=合同编号
=订单编号
=销售订单号
}
:zh
[18
=合同
=合同編號
=合同號
=合同號碼
=合同ID
=合同編碼
=合同代碼
=所屬合同
=關聯合同
=合同序列號
=訂單號
=訂單編號
=銷售訂單號
=銷售訂單
=合同訂單號
=內部合同號
=公司合同編號
=我方合同編號
}
:zh-Hant
[6
=合約
=合約編號
=合約號
=合約號碼
=訂單號碼
=銷貨單號
}
:de
[7
=Vertrag
=Vertragsnummer
=Vertrags-Nr
=Vertragsnr
=Auftrag
=Auftragsnummer
=Auftrags-Nr
}
:it
[6
=contratto
=numero contratto
=codice contratto
=ordine
=numero ordine
=n contratto
}
:es
[6
=contrato
=número de contrato
=n contrato
=pedido
=número de pedido
=código de contrato
}
:fr
[5
=contrat
=numéro de contrat
=n contrat
=commande
=numéro de commande
}
}
:note
{13
:en
[19
=note
=notes
=comment
=comments
=remark
=remarks
=description
=memo
=details
=additional info
=additional information
=observations
=update
=~status update
=~background
=latest update
=notes / comments
=notes/comments
=internal notes
}
:salesforce
[2
=Description
=Comments
}
:hubspot
[3
=Deal description
=Description
=Notes
}
:zoho
[1
=Description
}
:dynamics
[1
=Description
}
:odoo
[2
=Notes
=Internal Notes
}
:fxiaoke
[1
=备注
}
:xiaoshouyi
[1
=备注
}
:zh
[16
=備註
=說明
=註
=備考
=描述
=備注
=備注說明
=備註說明
=其他說明
=補充說明
=特別說明
=備忘
=客戶備註
=備註信息
=附註
=其它備註
}
:de
[10
=Notiz
=Notizen
=Bemerkung
=Bemerkungen
=Kommentar
=Kommentare
=Anmerkung
=Anmerkungen
=Hinweis
=Beschreibung
}
:it
[5
=note
=commenti
=osservazioni
=annotazioni
=descrizione
}
:es
[5
=notas
=comentarios
=observaciones
=descripción
=nota
}
:fr
[5
=notes
=commentaires
=remarques
=observations
=description
}
}
}
:titles
{14
:de
{15
:en
[54
=deals
=deal
=opportunities
=opportunity
=opps
=opp
=pipeline
=sales pipeline
=deal pipeline
=sales opportunities
=opportunity pipeline
=deal tracker
=opportunity tracker
=pipeline tracker
=~sales tracker
=sales funnel
=funnel
=sales forecast
=~forecast
=open opportunities
=closed won
=won deals
=lost deals
=open deals
=deals in progress
=bids
=bid tracker
=tenders
=tender tracker
=proposals
=~sales
=prospect pipeline
=deal register
=deal log
=active deals
=business opportunities
=~projects
=~project list
=rfp tracker
=opportunity list
=opportunity report
=pipeline report
=~quotes
=~quotations
=new business
=live opportunities
=opportunity log
=hot list
=deal list
=deals list
=forecast report
=pipeline review
=offers
=offer list
}
:salesforce
[3
=Opportunities
=Opportunity Report
=Opportunity Pipeline
}
:hubspot
[3
=Deals
=hubspot-crm-exports-all-deals
=All deals
}
:zoho
[2
=Deals
=Potentials
}
:dynamics
[3
=Opportunities
=Open Opportunities
=My Open Opportunities
}
:pipedrive
[2
=Deals
=deals export
}
:odoo
[3
=crm.lead
=Pipeline
=Opportunities
}
:fxiaoke
[3
=商机
=商机2.0
=商机列表
}
:xiaoshouyi
[2
=销售机会
=商机
}
:zh
[48
=商機
=商機表
=商機列表
=商機台賬
=商機跟進
=商機跟進表
=商機管理
=商機清單
=商機報備
=銷售機會
=銷售漏斗
=銷售管道
=銷售預測
=機會點
=機會點清單
=項目商機
=項目跟進
=項目跟進表
=項目跟蹤
=項目跟蹤表
=項目報備
=項目報備表
=項目清單
=項目儲備
=項目儲備表
=在談項目
=在跟項目
=重點項目
=投標項目
=投標台賬
=投標記錄
=拿單
=訂單跟進
=報價跟進
=報價單跟進
=意向項目
=贏單
=輸單
=丟單
=成單
=成交記錄
=~項目
=~漏斗
=~預測
=銷售項目
=業務機會
=簽單預測
=在途項目
}
:zh-Hant
[12
=專案
=專案清單
=專案追蹤
=專案追蹤表
=商機追蹤
=業務機會
=銷售案件
=案件追蹤
=案件管理
=~案件
=標案
=標案追蹤
}
:de
[25
=Opportunities
=Verkaufschancen
=Verkaufschance
=Chancen
=Pipeline
=Vertriebspipeline
=Angebote
=Angebotsübersicht
=Deals
=Vertriebschancen
=Projekte
=~Gesamt
=Angebotsliste
=Angebotsverfolgung
=Opportunitys
=Opportunity-Liste
=Opportunityliste
=Vertriebsprojekte
=Verkaufsprojekte
=Vertriebsforecast
=Forecast Vertrieb
=Deal-Pipeline
=Auftragschancen
=Angebotspipeline
=~Projektliste
}
:it
[6
=opportunità
=pipeline
=trattative
=offerte
=pipeline commerciale
=preventivi
}
:es
[7
=oportunidades
=pipeline
=negocios
=embudo
=cotizaciones
=oportunidades de venta
=propuestas
}
:fr
[6
=opportunités
=pipeline
=affaires
=affaires en cours
=propositions
=devis
}
}
:le
{13
:en
[30
=leads
=lead
=lead list
=leads list
=lead tracker
=lead log
=lead database
=prospects
=prospect list
=prospecting
=inquiries
=enquiries
=inquiry
=inbound leads
=outbound leads
=new leads
=marketing leads
=mql
=sql
=sales leads
=cold calls
=cold call list
=prospecting list
=target list
=~crm
=lead generation
=referrals
=~applicants
=enquiry log
=web leads
}
:salesforce
[1
=Leads
}
:hubspot
[2
=Leads
=hubspot-crm-exports-all-leads
}
:zoho
[1
=Leads
}
:pipedrive
[2
=Leads
=leads export
}
:fxiaoke
[2
=销售线索
=线索
}
:xiaoshouyi
[2
=销售线索
=线索池
}
:zh
[35
=線索
=線索表
=線索列表
=線索池
=線索清單
=線索管理
=線索跟進
=銷售線索
=潛在客戶
=潛在客戶表
=潛客
=意向客戶
=意向客戶表
=獲客
=獲客名單
=公海
=公海客戶
=諮詢記錄
=諮詢登記
=來訪登記
=詢盤
=詢盤記錄
=詢盤登記
=詢價記錄
=客資
=客資表
=名單
=電銷名單
=陌拜名單
=報名表
=展會名單
=展覽名單
=參展名單
=訪客名單
=展會客戶
}
:zh-Hant
[4
=名單開發
=開發名單
=陌生開發
=潛在名單
}
:de
[8
=Leads
=Leadliste
=Interessenten
=Anfragen
=Lead-Liste
=Kaltakquise
=Akquise
=Akquiseliste
}
:it
[5
=lead
=contatti potenziali
=prospect
=potenziali clienti
=richieste
}
:es
[4
=leads
=prospectos
=clientes potenciales
=consultas
}
:fr
[4
=leads
=prospects
=pistes
=demandes
}
}
:acc
{17
:en
[31
=accounts
=account
=account list
=customers
=customer
=customer list
=customer master
=customer data
=customer database
=clients
=client list
=client database
=companies
=company list
=company data
=organizations
=organisations
=key accounts
=key account list
=account plan list
=~crm
=~contacts list
=buyers
=account master
=customer information
=customer info
=client info
=client details
=customer details
=~directory
=customer register
}
:salesforce
[1
=Accounts
}
:hubspot
[2
=Companies
=hubspot-crm-exports-all-companies
}
:zoho
[1
=Accounts
}
:dynamics
[3
=Accounts
=Active Accounts
=My Active Accounts
}
:pipedrive
[2
=Organizations
=organizations export
}
:odoo
[2
=res.partner
=Customers
}
:fxiaoke
[2
=客户
=客户列表
}
:xiaoshouyi
[1
=客户
}
:yonyou
[1
=客户档案
}
:kingdee
[2
=客户资料
=客户列表
}
:zh
[32
=客戶
=客戶表
=客戶列表
=客戶清單
=客戶名單
=客戶信息
=客戶信息表
=客戶資料
=客戶資料表
=客戶檔案
=客戶台賬
=客戶管理
=客戶總表
=客戶數據
=客戶登記
=客戶登記表
=大客戶
=大客戶清單
=重點客戶
=重點客戶清單
=公司信息
=單位信息
=企業名錄
=客戶一覽
=客戶主數據
=客戶導入
=客戶導入模板
=門店
=門店信息
=經銷商名單
=客戶基本信息
=客戶統計表
}
:zh-Hant
[6
=客戶資訊
=客戶基本資料
=客戶名冊
=廠商資料
=公司資料
=客戶資訊表
}
:de
[11
=Kunden
=Kundenliste
=Kundenstamm
=Kundendaten
=Kundenübersicht
=Firmen
=Firmenliste
=Unternehmen
=Accounts
=Debitoren
=Organisationen
}
:it
[6
=clienti
=anagrafica clienti
=lista clienti
=portafoglio
=portafoglio clienti
=aziende
}
:es
[6
=clientes
=lista de clientes
=cartera de clientes
=empresas
=cuentas
=base de clientes
}
:fr
[7
=clients
=liste des clients
=comptes
=sociétés
=entreprises
=portefeuille clients
=fichier clients
}
}
:ct
{14
:en
[15
=contacts
=contact
=contact list
=contact details
=contact persons
=people
=contact database
=key contacts
=stakeholders
=stakeholder map
=decision makers
=contact information
=~phonebook
=~address book
=contact directory
}
:salesforce
[1
=Contacts
}
:hubspot
[2
=Contacts
=hubspot-crm-exports-all-contacts
}
:zoho
[1
=Contacts
}
:dynamics
[2
=Contacts
=Active Contacts
}
:pipedrive
[3
=People
=people export
=Persons
}
:fxiaoke
[1
=联系人
}
:xiaoshouyi
[1
=联系人
}
:zh
[18
=聯繫人
=聯絡人
=聯繫人列表
=聯絡人清單
=聯繫人信息
=聯繫人表
=通訊錄
=客戶聯繫人
=客戶聯絡人
=關鍵人
=關鍵聯繫人
=決策人
=聯繫方式
=客戶通訊錄
=決策鏈
=名片
=名片名單
=名片資料
}
:zh-Hans
[3
=联系人
=联系人列表
=干系人
}
:de
[5
=Kontakte
=Ansprechpartner
=Kontaktliste
=Kontaktpersonen
=Personen
}
:it
[3
=contatti
=referenti
=rubrica
}
:es
[3
=contactos
=lista de contactos
=personas de contacto
}
:fr
[3
=contacts
=liste des contacts
=interlocuteurs
}
}
:co
{15
:en
[29
=contracts
=contract
=contract list
=contract register
=contract log
=contract tracker
=contract ledger
=contract management
=signed contracts
=agreements
=sales orders
=sales order
=orders
=order list
=order book
=order log
=order tracker
=sales log
=sales records
=sales register
=bookings
=booked orders
=~sales
=closed sales
=~sales data
=~sales report
=awarded contracts
=won contracts
=purchase orders received
}
:salesforce
[2
=Contracts
=Orders
}
:zoho
[2
=Sales Orders
=Contracts
}
:dynamics
[2
=Orders
=Contracts
}
:odoo
[3
=sale.order
=Sales Orders
=Quotations
}
:fxiaoke
[3
=销售合同
=合同
=销售订单
}
:xiaoshouyi
[2
=合同
=订单
}
:yonyou
[2
=销售合同
=合同台账
}
:kingdee
[3
=销售合同
=销售订单
=销售订单列表
}
:zh
[38
=合同
=合同表
=合同列表
=合同清單
=合同台賬
=合同臺賬
=合同管理
=合同登記
=合同登記表
=合同匯總
=合同統計
=合同明細
=合同信息
=合同導入
=合同導入模板
=銷售合同
=銷售合同台賬
=簽約
=簽約台賬
=簽約明細
=簽單
=簽單台賬
=簽單記錄
=簽訂合同
=訂單
=訂單表
=訂單列表
=訂單台賬
=訂單明細
=銷售訂單
=銷售明細
=銷售台賬
=成交
=成交客戶
=業績明細
=業績台賬
=合同審批
=合同歸檔
}
:zh-Hant
[7
=合約
=合約清單
=合約管理
=合約台帳
=訂單總表
=銷貨明細
=接單明細
}
:de
[10
=Verträge
=Vertragsliste
=Vertragsübersicht
=Vertrag
=Aufträge
=Auftragsliste
=Auftragsbestand
=Auftragseingang
=Bestellungen
=Vertragsregister
}
:it
[5
=contratti
=ordini
=elenco contratti
=registro contratti
=ordini clienti
}
:es
[5
=contratos
=pedidos
=registro de contratos
=órdenes
=ventas
}
:fr
[4
=contrats
=commandes
=registre des contrats
=carnet de commandes
}
}
:pa
{15
:en
[49
=payments
=payment
=payment schedule
=payment tracker
=payment log
=payment plan
=receivables
=receivable
=accounts receivable
=ar
=ar aging
=ar ageing
=ar report
=aging
=ageing
=aging report
=ageing report
=aged debtors
=aged receivables
=debtors
=debtor list
=invoices
=invoice
=invoice list
=invoice log
=invoice register
=invoice tracker
=collections
=collection
=collection log
=collection plan
=cash collection
=outstanding
=outstanding invoices
=open invoices
=open items
=overdue
=overdue invoices
=billing
=billing schedule
=billings
=billing tracker
=receipts
=remittances
=customer ledger
=ar ledger
=milestones billing
=instalments
=installments
}
:salesforce
[2
=Invoices
=Payments
}
:zoho
[2
=Invoices
=Payments Received
}
:dynamics
[1
=Invoices
}
:odoo
[3
=account.move
=Invoices
=Payments
}
:fxiaoke
[3
=回款
=回款计划
=开票申请
}
:xiaoshouyi
[3
=回款记录
=回款计划
=开票记录
}
:yonyou
[3
=应收单
=收款单
=应收账龄
}
:kingdee
[4
=应收单
=收款单
=应收明细
=应收款明细表
}
:zh
[58
=回款
=回款表
=回款計劃
=回款計劃表
=回款台賬
=回款明細
=回款記錄
=回款登記
=回款統計
=回款跟進
=應收
=應收款
=應收賬款
=應收帳款
=應收台賬
=應收明細
=應收賬款明細
=應收賬款明細表
=應收賬款台賬
=應收賬齡
=賬齡
=賬齡分析
=賬齡表
=帳齡分析
=收款
=收款表
=收款計劃
=收款台賬
=收款明細
=收款記錄
=收款登記
=收款登記表
=付款計劃
=付款節點
=付款明細
=款項
=欠款
=欠款明細
=欠款表
=逾期
=逾期款
=開票
=開票台賬
=開票明細
=開票記錄
=發票
=發票台賬
=發票登記
=發票明細
=催款
=催收
=對賬
=對賬單
=到賬
=到賬明細
=進賬明細
=往來明細
=分期付款
}
:zh-Hant
[11
=應收帳款明細
=應收帳款帳齡
=帳款
=帳款明細
=請款
=請款計畫
=請款計劃
=請款單
=收款明細表
=帳齡表
=沖帳明細
}
:de
[15
=Zahlungen
=Zahlungsplan
=Rechnungen
=Rechnungsliste
=Forderungen
=offene Posten
=OP-Liste
=Offene-Posten-Liste
=Debitorenliste
=Zahlungseingang
=Zahlungseingänge
=Mahnliste
=Rechnungsausgang
=Rechnungsausgangsbuch
=Fälligkeiten
}
:it
[8
=fatture
=pagamenti
=incassi
=scadenzario
=crediti
=partite aperte
=fatture emesse
=scadenze
}
:es
[7
=facturas
=pagos
=cobros
=cuentas por cobrar
=cobranza
=cartera vencida
=vencimientos
}
:fr
[7
=factures
=paiements
=encaissements
=créances
=échéancier
=balance âgée
=règlements
}
}
:re
{11
:en
[33
=renewals
=renewal
=renewal list
=renewal tracker
=renewal pipeline
=upcoming renewals
=subscriptions
=subscription
=subscription list
=subscription details
=license renewals
=licenses
=licences
=maintenance
=maintenance contracts
=maintenance renewals
=service contracts
=support contracts
=amc
=expirations
=expiring contracts
=contract renewals
=recurring revenue
=arr
=mrr
=churn
=retention
=installed base
=policies
=~customer success
=entitlements
=expiry tracker
=renewal forecast
}
:salesforce
[3
=Subscriptions
=Renewals
=Assets
}
:hubspot
[1
=Subscriptions
}
:odoo
[2
=sale.subscription
=Subscriptions
}
:zoho
[1
=Subscriptions
}
:zh
[33
=續單
=續約
=續約表
=續約台賬
=續約清單
=續約跟進
=續費
=續費表
=續費名單
=續費客戶
=續簽
=續簽台賬
=續保
=續保名單
=到期
=到期客戶
=到期提醒
=到期清單
=服務到期
=維保
=維保台賬
=維保合同
=維護合同
=訂閱
=訂閱明細
=訂閱列表
=授權
=授權台賬
=會員
=會員續費
=服務期
=年費
=保單
}
:zh-Hant
[5
=續約追蹤
=維護合約
=訂閱清單
=授權到期
=保固到期
}
:de
[9
=Verlängerungen
=Vertragsverlängerungen
=Abonnements
=Abos
=Wartungsverträge
=Wartung
=Lizenzen
=Verlängerung
=Kündigungen
}
:it
[5
=rinnovi
=abbonamenti
=scadenze contratti
=canoni
=licenze
}
:es
[5
=renovaciones
=suscripciones
=renovación
=licencias
=vencimiento de contratos
}
:fr
[5
=renouvellements
=abonnements
=licences
=reconductions
=contrats de maintenance
}
}
:vi
{14
:en
[39
=visits
=visit
=visit log
=visit report
=visit reports
=visit plan
=visit tracker
=call log
=call report
=call reports
=calls
=activities
=activity
=activity log
=activity tracker
=activity report
=contact log
=interaction log
=interactions
=meetings
=meeting log
=meeting notes
=meeting minutes
=touchpoints
=communication log
=engagement log
=follow ups
=follow up log
=followups
=field visits
=site visits
=customer visits
=sales activities
=events log
=conversations
=~tasks
=sales calls
=daily report
=sales diary
}
:salesforce
[3
=Activities
=Tasks and Events
=Events
}
:hubspot
[3
=Meetings
=Calls
=Activities
}
:zoho
[4
=Activities
=Calls
=Meetings
=Events
}
:dynamics
[3
=Activities
=Appointments
=Phone Calls
}
:pipedrive
[2
=Activities
=activities export
}
:fxiaoke
[4
=销售记录
=跟进记录
=外勤签到
=高级外勤
}
:xiaoshouyi
[3
=活动记录
=跟进记录
=拜访记录
}
:zh
[41
=拜訪
=拜訪記錄
=拜訪紀錄
=拜訪表
=拜訪台賬
=拜訪計劃
=拜訪日誌
=拜訪日報
=客戶拜訪
=客戶拜訪記錄
=客戶拜訪表
=跟進記錄
=跟進日誌
=跟進紀錄
=跟進明細
=客戶跟進
=客戶跟進記錄
=客戶跟進表
=溝通記錄
=聯繫記錄
=聯絡記錄
=活動記錄
=銷售活動
=銷售日報
=銷售日誌
=日報
=日報表
=會議記錄
=會議紀要
=走訪
=走訪記錄
=回訪
=回訪記錄
=電話記錄
=通話記錄
=外勤記錄
=接待記錄
=洽談記錄
=交流記錄
=行程
=出差記錄
}
:zh-Hant
[6
=拜訪紀錄表
=業務日報
=聯繫紀錄
=客訪紀錄
=訪談紀錄
=業務日誌
}
:de
[12
=Besuche
=Besuchsberichte
=Besuchsbericht
=Aktivitäten
=Aktivitätenliste
=Anrufe
=Termine
=Besuchsplan
=Kontakthistorie
=Gesprächsnotizen
=Besprechungen
=Tagesbericht
}
:it
[6
=visite
=attività
=registro visite
=chiamate
=appuntamenti
=incontri
}
:es
[6
=visitas
=actividades
=llamadas
=registro de visitas
=reuniones
=seguimiento
}
:fr
[7
=visites
=activités
=appels
=comptes rendus
=rendez-vous
=rdv
=réunions
}
}
:pd
{9
:en
[20
=products
=product
=product list
=product catalog
=product catalogue
=catalog
=catalogue
=price list
=pricelist
=pricing
=price book
=price sheet
=items
=item list
=item master
=sku list
=services
=service catalog
=product master
=product data
}
:salesforce
[2
=Products
=Price Book Entries
}
:odoo
[2
=product.template
=Products
}
:zh
[20
=產品
=產品表
=產品列表
=產品清單
=產品目錄
=產品庫
=產品信息
=產品價目表
=產品報價
=價目表
=價格表
=報價表
=商品
=商品列表
=商品清單
=物料
=物料清單
=存貨檔案
=標準價格
=產品檔案
}
:zh-Hant
[3
=品項
=商品目錄
=產品資料
}
:de
[7
=Produkte
=Produktliste
=Artikel
=Artikelliste
=Artikelstamm
=Preisliste
=Katalog
}
:it
[4
=prodotti
=listino
=articoli
=listino prezzi
}
:es
[4
=productos
=lista de precios
=catálogo
=artículos
}
:fr
[5
=produits
=tarifs
=catalogue
=articles
=liste de prix
}
}
:tg
{8
:en
[21
=targets
=target
=quotas
=quota
=sales targets
=sales target
=sales quota
=quota tracker
=goals
=sales goals
=budget
=sales budget
=annual targets
=monthly targets
=target vs actual
=target vs achievement
=~kpi
=rep targets
=team targets
=quota attainment
=attainment
}
:salesforce
[2
=Quotas
=Forecast Quotas
}
:zh
[22
=目標
=銷售目標
=目標表
=目標分解
=目標分解表
=年度目標
=季度目標
=月度目標
=業績目標
=指標
=指標分解
=任務
=銷售任務
=任務分解
=任務額
=業績指標
=考核指標
=目標達成
=目標完成
=個人目標
=團隊目標
=業績考核
}
:zh-Hant
[4
=業績目標表
=目標設定
=責任額
=業績責任額
}
:de
[7
=Ziele
=Zielvorgaben
=Vertriebsziele
=Umsatzziele
=Quoten
=Planzahlen
=Soll-Ist
}
:it
[4
=obiettivi
=target
=budget
=quote
}
:es
[4
=objetivos
=metas
=cuotas
=presupuesto de ventas
}
:fr
[3
=objectifs
=quotas
=budget commercial
}
}
:pl
{7
:en
[11
=plan
=account plan
=account plans
=sales plan
=business plan
=action plan
=annual plan
=customer plan
=territory plan
=joint plan
=tasks plan
}
:zh
[11
=計劃
=客戶計劃
=銷售計劃
=年度計劃
=行動計劃
=工作計劃
=客戶規劃
=大客戶計劃
=作戰計劃
=作戰地圖
=業務計劃
}
:zh-Hant
[4
=年度業務計畫
=客戶經營計畫
=業務計畫
=計畫
}
:de
[5
=Vertriebsplan
=Kundenplan
=Maßnahmenplan
=Jahresplan
=Aktionsplan
}
:it
[3
=piano
=piano vendite
=piano commerciale
}
:es
[4
=plan
=plan de ventas
=plan comercial
=plan de cuenta
}
:fr
[4
=plan
=plan de vente
=plan commercial
=plan de compte
}
}
:pe
{7
:en
[19
=people
=team
=sales team
=sales teams
=team members
=staff
=employees
=sales reps
=reps
=salespeople
=users
=sales force
=roster
=team list
=agents
=sales agents
=employee list
=personnel
=org chart
}
:salesforce
[1
=Users
}
:zh
[15
=人員
=人員表
=員工
=員工表
=團隊
=銷售團隊
=團隊成員
=成員
=銷售人員
=業務人員
=組織架構
=花名冊
=通訊錄(內部)
=用戶
=部門人員
}
:de
[6
=Mitarbeiter
=Team
=Vertriebsteam
=Personal
=Mitarbeiterliste
=Verkäufer
}
:it
[5
=personale
=team
=venditori
=agenti
=squadra
}
:es
[5
=equipo
=vendedores
=personal
=empleados
=agentes
}
:fr
[5
=équipe
=vendeurs
=personnel
=collaborateurs
=commerciaux
}
}
:dr
{6
:en
[12
=drivers
=driver
=demand drivers
=potential
=account potential
=wallet
=share of wallet
=wallet share
=potential analysis
=whitespace
=white space
=market potential
}
:zh
[9
=驅動因素
=驅動
=客戶潛力
=潛力分析
=潛力測算
=需求測算
=錢包份額
=客戶容量
=容量測算
}
:de
[4
=Potenzial
=Potenziale
=Potenzialanalyse
=Kundenpotenzial
}
:it
[2
=potenziale
=potenziale clienti
}
:es
[2
=potencial
=potencial de clientes
}
:fr
[2
=potentiel
=potentiel clients
}
}
:none
{7
:en
[98
=purchase orders
=purchase order
=purchases
=purchasing
=procurement
=suppliers
=supplier list
=vendors
=vendor list
=inventory
=stock
=stock list
=warehouse
=expenses
=expense report
=expense claims
=budget
=payroll
=salaries
=attendance
=timesheet
=timesheets
=leave tracker
=tasks
=task list
=issues
=issue log
=bugs
=tickets
=support tickets
=help desk
=assets
=asset register
=fleet
=students
=grades
=recipes
=holidays
=instructions
=readme
=read me
=how to use
=legend
=lookup
=lookups
=drop downs
=dropdowns
=dropdown lists
=data validation
=config
=configuration
=bill of materials
=bom
=price list
=rent roll
=tenants
=software subscriptions
=mailing log
=project plan
=project schedule
=project tracker
=project timeline
=work plan
=gantt
=gantt chart
=wbs
=task tracker
=task plan
=action log
=risk register
=risks
=sprint
=sprint backlog
=trades
=trade blotter
=blotter
=order blotter
=payables
=accounts payable
=supplier invoices
=hr
=hr data
=headcount
=headcount plan
=candidates
=applicants tracker
=recruiting
=job applications
=departmental budget
=budget vs actual
=hiring
=hiring pipeline
=recruitment
=recruitment pipeline
=recruiting pipeline
=candidate pipeline
=talent pipeline
=leave requests
}
:zh
[51
=採購
=採購訂單
=採購單
=採購明細
=供應商
=供應商名單
=庫存
=庫存表
=出入庫
=入庫
=出庫
=盤點
=費用
=費用明細
=報銷
=費用報銷
=考勤
=考勤表
=工資
=工資表
=薪資
=請假
=排班
=資產
=固定資產
=工單
=值班
=填寫說明
=使用說明
=說明
=目錄
=封面
=下拉
=下拉選項
=數據字典
=生產計劃
=生產進度
=排產
=招聘
=面試
=投訴
=客訴
=投訴記錄
=客訴紀錄
=借款
=貸款
=銀行流水
=任務
=逾期任務
=租客
=租戶
}
:zh-Hant
[5
=進貨
=請款
=差旅費
=出勤
=物料清單
}
:de
[41
=Lieferanten
=Bestellungen
=Einkauf
=Lager
=Lagerbestand
=Ausgaben
=Spesen
=Gehälter
=Zeiterfassung
=Aufgaben
=Anleitung
=Hilfe
=Legende
=Inventar
=Urlaub
=Projektplan
=Projektablauf
=Arbeitsplan
=Aufgabenliste
=Aufgabenplan
=Zeitplan
=Terminplan
=Eingangsrechnungen
=Kreditoren
=Personalliste
=Personalstamm
=Bewerber
=Kostenplan
=Budgetplan
=Urlaubsplan
=Risiken
=Beschwerden
=Reklamationen
=Darlehen
=Kontoauszug
=Kontoumsätze
=Fördermittel
=Marktdaten
=Mieterliste
=Mieter
=Lieferantenbestellungen
}
:it
[8
=fornitori
=acquisti
=magazzino
=spese
=istruzioni
=legenda
=presenze
=stipendi
}
:es
[8
=proveedores
=compras
=inventario
=gastos
=nómina
=instrucciones
=leyenda
=asistencia
}
:fr
[9
=fournisseurs
=achats
=stock
=dépenses
=notes de frais
=paie
=instructions
=légende
=congés
}
}
}
:headers
{13
:de
{23
:deal_id
{15
:en
[64
=case no
=~record no
=item id
=item id auto generated
=~estimate no
=~job no
=deal id
=deal no
=deal number
=deal ref
=deal code
=opportunity id
=opportunity no
=opportunity number
=opportunity ref
=opportunity code
=opp id
=opp no
=opp number
=opp ref
=oppty id
=oppid
=pipeline id
=quote no
=quote number
=quote ref
=quotation no
=quotation number
=proposal no
=proposal number
=proposal id
=bid no
=bid number
=bid id
=tender no
=tender number
=tender id
=rfp no
=rfp number
=rfq no
=enquiry no
=~project id
=~project no
=~project number
=~project code
=~record id
=~id
=~ref
=~ref no
=~reference
=~no
=~sn
=~key
=crm id
=crm no
=sfdc id
=sales hub id
=case id
=~document number
=~lead number
=~lead no
=offer number
=offer no
=salesforce id
}
:salesforce
[5
=Opportunity ID
=Opportunity Id
=Opportunity Number
=OpportunityId
=Opportunity ID 18
}
:hubspot
[5
=Deal ID
=Record ID
=Record ID - Deal
=hs_object_id
=Record Id
}
:zoho
[3
=Deal Id
=Potential Id
=Record Id
}
:dynamics
[3
=opportunityid
=(Do Not Modify) Opportunity
=Topic ID
}
:pipedrive
[1
=Deal - ID
}
:odoo
[2
=External ID
=Opportunity/External ID
}
:fxiaoke
[2
=商机编号
=商机编码
}
:xiaoshouyi
[2
=商机编号
=销售机会编号
}
:zh
[34
=詢價單號
=跟進編號
=報備單號
=報備單編號
=商機編號
=商機ID
=商機編碼
=商機代碼
=商機號
=商機單號
=機會編號
=機會點編號
=銷售機會編號
=項目編號
=項目編碼
=項目代碼
=項目號
=項目ID
=報備編號
=報備號
=報價單號
=報價編號
=招標編號
=標書編號
=投標編號
=立項編號
=立項號
=~編號
=~單號
=~ID
=業務機會編號
=交易編號
=報價單編號
=~記錄ID
}
:zh-Hant
[7
=專案編號
=專案代號
=專案代碼
=案件編號
=案號
=標案編號
=標案案號
}
:de
[25
=Anfrage-Nr
=~Vorgang
=~Referenz
=~Kennung
=Vergabe-Nr
=Vergabenummer
=Submissions-Nr
=Datensatz-ID
=Datensatz-ID - Deal
=Opportunity-Nr
=Opportunity-ID
=Chancen-ID
=Chance-Nr
=Angebotsnummer
=Angebots-Nr
=Angebotsnr
=Projektnummer
=Projekt-Nr
=Deal-ID
=Vorgangsnummer
=Verkaufschance-ID
=Ang-Nr
=Vorgangsnr
=OpID
=Op ID
}
:it
[9
=codice opportunità
=id opportunità
=numero offerta
=codice trattativa
=numero trattativa
=codice sales hub
=codice offerta
=n offerta
=~codice
}
:es
[6
=id oportunidad
=código de oportunidad
=número de oportunidad
=n cotización
=número de cotización
=id negocio
}
:fr
[6
=id opportunité
=numéro d'opportunité
=numéro d'affaire
=code affaire
=n devis
=numéro de devis
}
}
:account_id
{6
:use
=account
:en
[16
=~authority
=issuing authority
=tendering authority
=contracting authority
=~contact
=~vendor
=~contractor
=~owner organization
=~agency name
=~lead
=~prospective client
=~name
=~purchaser
=~issuing agency
=~customer contact
=~lead name
}
:zh
[5
=~客戶及項目
=客戶單位/個人
=帳戶名稱
=所屬帳戶
=~帳戶
}
:de
[1
=~Name
}
:it
[1
=~nome
}
:es
[1
=~nombre
}
}
:product_id
{4
:use
=product
:en
[4
=~competency
=~practice
=~business line
=~type of product
}
:de
[2
=Produktbereich
=~Paket
}
:zh
[3
=品項
=品號
=機種
}
}
:lead_id
{4
:en
[8
=lead id
=source lead
=source lead id
=original lead
=originating lead
=lead ref
=converted from lead
=lead no
}
:dynamics
[1
=Originating Lead
}
:zh
[7
=線索編號
=來源線索
=來源線索編號
=所屬線索
=線索ID
=關聯線索
=來源Lead
}
:de
[3
=Lead-ID
=Ursprungslead
=Lead-Nr
}
}
:name
{15
:en
[50
=deal name
=deal title
=deal
=deal description
=opportunity name
=opportunity
=opportunity title
=opportunity description
=opp name
=opp
=oppty name
=oppty
=opportunity / project
=project
=project name
=project title
=project description
=title
=topic
=subject
=bid name
=bid title
=tender name
=tender title
=tender
=rfp title
=rfp name
=proposal name
=proposal title
=quote name
=quotation name
=job name
=program name
=~name
=~description
=~job
=~scope
=~scope of work
=~requirement
=~requirements
=contract title
=work description
=solicitation title
=engagement
=engagement name
=~campaign
=~services
=~program
=~deal details
=~lead name
}
:salesforce
[2
=Opportunity Name
=Name
}
:hubspot
[2
=Deal Name
=dealname
}
:zoho
[2
=Deal Name
=Potential Name
}
:dynamics
[1
=Topic
}
:pipedrive
[1
=Deal - Title
}
:odoo
[2
=Opportunity
=Opportunity Name
}
:fxiaoke
[2
=商机名称
=商机名称(必填)
}
:xiaoshouyi
[3
=商机名称
=销售机会名称
=机会名称
}
:zh
[59
=案件
=需求項目
=案件說明
=機會主題
=報備項目
=報備項目名稱
=案件內容
=商機名稱
=商機
=商機主題
=商機標題
=商機描述
=機會名稱
=機會點
=機會點名稱
=銷售機會
=銷售機會名稱
=項目名稱
=項目
=項目全稱
=項目簡稱
=項目主題
=項目內容
=項目描述
=項目/商機名稱
=工程名稱
=標案名稱
=招標項目
=招標項目名稱
=招標名稱
=投標項目
=投標項目名稱
=標的名稱
=標的
=報價名稱
=訂單名稱
=主題
=標題
=需求名稱
=採購項目
=採購項目名稱
=合作項目
=合作項目名稱
=意向項目
=~名稱
=~需求
=~內容
=~需求描述
=業務機會
=業務機會名稱
=交易名稱
=商機項目
=商機內容
=~概要
=~工作內容
=~產品需求
=銷售案名
=計畫名稱
=~活動名稱
}
:zh-Hant
[5
=專案名稱
=專案
=案件名稱
=案名
=標案
}
:de
[32
=~Beschreibung
=Objekt
=Abschlussname
=Bauvorhaben
=Name des Abschlusses
=Deal - Titel
=Stichwort
=Deal-Titel
=Deal-Bezeichnung
=Opportunity
=Opportunity-Name
=Verkaufschance
=Name der Verkaufschance
=Projekt
=Projektname
=Bezeichnung
=Thema
=Titel
=Betreff
=Angebot
=Vorhaben
=Deal
=Deal-Name
=~Chance
=Projektbezeichnung
=Angebotstitel
=Projekttitel
=~Anfrage
=OpName
=Op Name
=Opportunity Bezeichnung
=Verkaufschance Bezeichnung
}
:it
[12
=opportunità
=nome opportunità
=trattativa
=progetto
=nome progetto
=oggetto
=titolo
=descrizione opportunità
=nome trattativa
=descrizione trattativa
=descrizione offerta
=offerta
}
:es
[9
=oportunidad
=nombre de la oportunidad
=proyecto
=nombre del proyecto
=negocio
=nombre del negocio
=título
=asunto
=nombre oportunidad
}
:fr
[9
=opportunité
=nom de l'opportunité
=affaire
=nom de l'affaire
=projet
=nom du projet
=intitulé
=objet
=titre
}
}
:owner
{3
:use
=owner
:en
[8
=~lead
=~point of contact
=~poc
=capture manager
=bid manager
=~manager name
=~prepared by
=~estimator
}
:zh
[2
=報備人
=報備人姓名
}
}
:sr
{5
:en
[12
=solution engineer
=solutions engineer
=sales engineer
=presales
=pre-sales
=presales engineer
=solution architect
=solution consultant
=technical lead
=SE
=~technical sales
=technical contact internal
}
:salesforce
[1
=Sales Engineer
}
:zh
[12
=方案經理
=售前
=售前工程師
=售前人員
=售前負責人
=售前支持
=技術支持
=技術負責人
=方案負責人
=解決方案經理
=技術經理
=支持人員
}
:zh-Hant
[2
=技術窗口
=售前顧問
}
:de
[3
=Presales
=Lösungsberater
=Technischer Berater
}
}
:fr
{3
:en
[6
=delivery manager
=project manager
=delivery lead
=implementation manager
=implementation owner
=delivery owner
}
:zh
[5
=交付經理
=交付負責人
=實施經理
=實施負責人
=項目交付經理
}
:de
[3
=Projektleiter
=Projektleitung
=Lieferverantwortlicher
}
}
:amount
{17
:en
[120
=estimated arr
=expected arr
=total gross
=revenue tcv
=total contract revenue
=amount
=deal amount
=deal value
=deal size
=deal revenue
=opportunity amount
=opportunity value
=opp value
=opp amount
=oppty value
=opportunity size
=estimated value
=estimated amount
=estimated revenue
=est revenue
=est value
=est amount
=est deal value
=estimated deal value
=expected revenue
=expected value
=expected amount
=projected revenue
=projected value
=potential value
=potential revenue
=total value
=total amount
=total contract value
=contract value
=contract amount
=project value
=project amount
=quote amount
=quote value
=quoted amount
=quotation amount
=quotation value
=quoted value
=proposal value
=proposal amount
=bid amount
=bid value
=tender value
=close value
=closed value
=closed amount
=sale amount
=sales amount
=sales value
=sale value
=sale price
=order value
=order amount
=tcv
=acv
=arr
=mrr
=annual contract value
=annual value
=annual revenue potential
=pipeline value
=pipeline amount
=forecast amount
=forecast value
=~revenue
=~value
=~total
=~budget
=~price
=~sales
=~size
=~estimate
=unweighted amount
=unweighted value
=gross value
=gross amount
=amount usd
=amount eur
=deal amount usd
=value usd
=total price
=total estimated value
=~net value
=~price quoted
=~quoted price
=~forecast
=~potential
=~booking
=est contract value
=estimated contract value
=anticipated value
=~total revenue
=~year 1 value
=~one time revenue
=~award amount
=expected deal value
=expected deal size
=deal worth
=deal total
=total deal value
=offer value
=offer amount
=contract size
=booking value
=~worth
=~likely
=projected total
=projected amount
=deal price
=~fee
=~total fee
=net new arr
=new arr
=deal $
}
:salesforce
[4
=Amount
=Amount (converted)
=Total Opportunity Quantity Amount
=Opportunity Amount
}
:hubspot
[4
=Amount
=Amount in company currency
=Total contract value
=Annual contract value
}
:zoho
[1
=Amount
}
:dynamics
[5
=Est. Revenue
=Est. revenue
=Estimated Revenue
=Total Amount
=Actual Revenue
}
:pipedrive
[2
=Deal - Value
=Value
}
:odoo
[3
=Expected Revenue
=Prorated Revenue Total
=planned_revenue
}
:fxiaoke
[5
=预计成交金额
=商机金额
=预计金额
=商机金额(元)
=预计成交金额(元)
}
:xiaoshouyi
[3
=销售金额
=商机金额
=预计金额
}
:yonyou
[1
=预计金额
}
:kingdee
[1
=预计金额
}
:zh
[83
=標的額
=案值
=年營收
=預估年營收
=金額
=商機金額
=預計金額
=預估金額
=預期金額
=預計成交金額
=預計簽約金額
=預計簽單金額
=預計合同金額
=預計合同額
=預計銷售額
=預計銷售金額
=~預計收入
=預計簽單額
=預計訂單金額
=預估合同金額
=預估合同額
=預計項目金額
=項目金額
=項目總額
=項目總金額
=項目預算
=項目預算金額
=項目規模
=項目額
=機會金額
=機會點金額
=銷售金額
=銷售額
=合同金額
=合同額
=簽約金額
=簽單金額
=訂單金額
=成交金額
=成交額
=報價
=報價金額
=報價總額
=投標金額
=投標報價
=中標金額
=標的金額
=總金額
=總價
=含稅金額
=金額合計
=意向金額
=預算金額
=~預算
=~規模
=~價格
=~總額
=~合計
=~產值
=~業績
=~金額(萬)
=預計產值
=潛在金額
=商機預估金額
=預測金額
=業務機會金額
=交易金額
=估計金額
=預計接單金額
=預計成單金額
=預計下單金額
=預計中標金額
=預計合同總額
=擬簽金額
=擬簽合同金額
=意向合同金額
=報價合計
=報價總計
=項目估算金額
=營收預估
=業績金額
=價稅合計
=轉定金額
}
:zh-Hant
[10
=原始金額
=專案金額
=專案預算
=預估營收
=預估業績
=預計業績
=案件金額
=標案金額
=預估成交金額
=報價總金額
}
:de
[64
=Erwartete Erlöse
=Gesamtes Vertragsvolumen
=Vertragsvolumen
=Opportunity-Wert
=~Wahrscheinlich
=Nettowert
=Angebotssumme netto
=Gesch. Umsatz
=Deal - Wert
=Deal-Summe
=Betrag
=Wert
=Volumen
=Auftragswert
=Auftragsvolumen
=Angebotswert
=Angebotssumme
=Angebotsbetrag
=Projektvolumen
=Dealwert
=Deal-Wert
=Deal-Volumen
=Umsatz
=erwarteter Umsatz
=geschätzter Umsatz
=voraussichtlicher Umsatz
=Umsatzpotenzial
=Summe
=Gesamtbetrag
=Nettobetrag
=Verkaufspreis
=Produktverkaufspreis
=Chancenwert
=Erwarteter Erlös
=Potenzial
=Auftragssumme
=~Preis
=~Budget
=Auftragsgröße
=Auftragsbetrag
=Projektwert
=Projektsumme
=erwarteter Auftragswert
=erwartetes Volumen
=Umsatzvolumen
=Potenzialwert
=~Umsatz geplant
=erwarteter Wert
=erwarteter Betrag
=geschätzter Betrag
=geschätzter Auftragswert
=voraussichtlicher Wert
=geplanter Umsatz
=Angebotspreis
=Angebotsvolumen
=Gesamtsumme
=Nettosumme
=VK-Preis
=geschätzter Wert
=Gesamtpreis
=~Netto
=Jährlicher Betrag
=Angebot netto
=Erlös
}
:it
[14
=importo
=valore
=valore trattativa
=importo offerta
=valore offerta
=valore opportunità
=importo opportunità
=totale offerta
=ricavo previsto
=fatturato previsto
=valore contratto
=~fatturato
=~prezzo
=importo totale
}
:es
[14
=importe
=monto
=valor
=valor de la oportunidad
=monto estimado
=ingreso estimado
=ingresos esperados
=valor estimado
=valor del negocio
=monto total
=importe total
=valor cotizado
=~precio
=~total
}
:fr
[10
=montant
=valeur
=montant estimé
=montant de l'affaire
=chiffre d'affaires prévisionnel
=ca prévisionnel
=valeur estimée
=montant du devis
=montant total
=ca estimé
}
}
:stage
{15
:en
[49
=stage
=deal stage
=sales stage
=opportunity stage
=opp stage
=pipeline stage
=stage name
=current stage
=sales phase
=phase
=sales status
=deal status
=opportunity status
=opp status
=pipeline status
=project stage
=project status
=bid status
=proposal status
=tender status
=quote status
=quotation status
=win/loss
=win / loss status
=won/lost
=won / lost
=~status
=~outcome
=~state
=~result
=~progress
=~step
=funnel stage
=close status
=declared stage
=stage of sale
=crm stage
=current status
=~award status
=~decision
=status label
=deal phase
=buying stage
=opportunity phase
=deal progress
=sales step
=normalized stage
=~milestone
=step
}
:salesforce
[2
=Stage
=StageName
}
:hubspot
[2
=Deal Stage
=dealstage
}
:zoho
[2
=Stage
=Deal Stage
}
:dynamics
[5
=Sales Stage
=Pipeline Phase
=Process Stage
=Status Reason
=stepname
}
:pipedrive
[2
=Deal - Stage
=Deal - Status
}
:odoo
[2
=Stage
=stage_id
}
:fxiaoke
[4
=销售阶段
=商机阶段
=阶段
=商机2.0阶段
}
:xiaoshouyi
[2
=销售阶段
=阶段
}
:zh
[72
=銷售流程階段
=商機銷售階段
=銷售流程
=商機流程階段
=承攬狀態
=處理進度
=執行狀況
=~現況
=投標狀態
=階段
=銷售階段
=商機階段
=項目階段
=當前階段
=目前階段
=所處階段
=跟進階段
=機會階段
=推進階段
=商機狀態
=項目狀態
=項目進度
=項目進展
=跟進狀態
=銷售狀態
=銷售進度
=銷售進展
=當前狀態
=目前狀態
=當前進度
=目前進度
=進度
=進展
=投標結果
=中標情況
=成交狀態
=贏單狀態
=簽單狀態
=成單狀態
=~狀態
=~進展情況
=~結果
=~階段說明
=業務機會階段
=交易階段
=交易狀態
=商機進度
=商機進展
=推進狀態
=推進進度
=當前進展
=目前進展
=漏斗階段
=跟蹤狀態
=跟蹤進度
=報價狀態
=洽談狀態
=洽談進度
=洽談階段
=簽約狀態
=案件階段
=開發狀態
=~處理狀態
=~訂單狀態
=~把握度
=~把握度階段
=商機階段說明
=階段說明
=階段別
=里程碑
=銷售進程
=跟進進度
}
:zh-Hant
[6
=專案階段
=專案狀態
=專案進度
=案件狀態
=案件進度
=目前進度狀態
}
:de
[36
=Funnel-Phase
=Bearbeitungsstand
=~Fortschritt
=~Ergebnis
=Deal - Phase
=Deal - Status
=Dealphase
=Phase
=Verkaufsphase
=Vertriebsphase
=Stufe
=Vertriebsstufe
=Pipeline-Phase
=Stadium
=Dealphase
=Deal-Phase
=Verkaufsstufe
=Angebotsstatus
=Projektstatus
=~Status
=Angebotsphase
=Projektphase
=Chancenstatus
=Chancenphase
=Verkaufsstatus
=Vertriebsstatus
=Deal-Status
=Opportunity-Status
=Opportunity-Phase
=Projektstand
=Angebotsstand
=~Stand
=Pipeline-Stufe
=~Sachstand
=Zustand
=Etappe
}
:it
[9
=fase
=fase trattativa
=fase di vendita
=stato trattativa
=stato opportunità
=stato offerta
=stadio
=~stato
=~esito
}
:es
[8
=etapa
=fase
=etapa de venta
=etapa del negocio
=estado de la oportunidad
=fase de venta
=~estado
=~estatus
}
:fr
[8
=étape
=phase
=étape de vente
=phase de vente
=statut de l'affaire
=étape commerciale
=~statut
=~état
}
}
:stage_date
{10
:en
[15
=last stage change at
=stage changed at
=stage change at
=stage date
=stage entered
=stage entered on
=date entered stage
=last stage change
=last stage change date
=stage change date
=date of stage change
=in stage since
=stage since
=stage start date
=stage updated
}
:salesforce
[2
=Last Stage Change Date
=LastStageChangeDate
}
:hubspot
[2
=Date entered current stage
=hs_date_entered
}
:zoho
[1
=Stage Modified Time
}
:pipedrive
[2
=Deal - Last stage change
=Last stage change
}
:odoo
[1
=Last Stage Update
}
:fxiaoke
[2
=阶段变更时间
=最后阶段变更时间
}
:xiaoshouyi
[2
=进入阶段时间
=阶段更新时间
}
:zh
[10
=進入階段日
=進入階段日期
=進入階段時間
=階段變更日期
=階段變更時間
=階段開始日期
=階段更新時間
=階段更新日期
=進入當前階段時間
=當前階段開始時間
}
:de
[6
=Letzter Phasenwechsel am
=Phase seit
=Datum Phasenwechsel
=in Phase seit
=letzter Phasenwechsel
=Letzte Phasenänderung
}
}
:created
{17
:en
[57
=registered on
=created
=created on
=created date
=create date
=creation date
=date created
=created at
=created time
=date added
=added on
=date opened
=open date
=opened
=opened on
=entry date
=date entered
=date of entry
=start date
=deal created
=deal start date
=engage date
=engagement date
=date identified
=identified on
=opportunity date
=opp date
=record date
=inquiry date
=enquiry date
=date of enquiry
=date received
=request date
=rfq date
=quote date
=quotation date
=proposal date
=date of proposal
=date of quote
=first contact
=first contact date
=initial contact date
=date of first contact
=registration date
=date registered
=log date
=~date
=~month
=~added
=logged on
=date logged
=opportunity created
=opportunity created date
=date quoted
=quoted on
=date proposed
=date in
}
:salesforce
[2
=Created Date
=CreatedDate
}
:hubspot
[2
=Create Date
=createdate
}
:zoho
[1
=Created Time
}
:dynamics
[2
=Created On
=createdon
}
:pipedrive
[3
=Deal - Deal created
=Deal created
=Add time
}
:odoo
[3
=Created on
=create_date
=Creation Date
}
:fxiaoke
[3
=创建时间
=发现时间
=商机发现时间
}
:xiaoshouyi
[3
=创建日期
=创建时间
=机会发现时间
}
:yonyou
[2
=单据日期
=制单日期
}
:kingdee
[2
=创建日期
=单据日期
}
:zh
[50
=登錄日期
=填表日期
=案件日期
=新建時間
=公告日期
=公告日
=創建日期
=創建時間
=建立日期
=建立時間
=建檔日期
=登記日期
=登記時間
=錄入日期
=錄入時間
=新增日期
=立項日期
=立項時間
=報備日期
=報備時間
=商機日期
=商機創建日期
=商機創建時間
=發現日期
=發現時間
=獲取日期
=開始日期
=開始時間
=啟動日期
=啟動時間
=接洽日期
=接觸日期
=首次接觸日期
=首次接觸時間
=報價日期
=報價時間
=諮詢日期
=詢價日期
=提報日期
=提交日期
=填報日期
=~日期
=~時間
=~年月
=~提交時間
=商機開放日
=填寫日期
=提出日期
=商機輸入日期
=輸入日期
}
:zh-Hant
[3
=建檔時間
=立案日期
=開案日期
}
:de
[28
=Datum Anfrage
=Anlage am
=Erfassungsdatum
=angelegt
=Erstellungszeit
=Erstellt um
=Erstelldatum
=Deal - Erstellt am
=Erstellt am Datum
=Erstellt am
=Erstellt
=Erstellungsdatum
=Angelegt am
=Anlagedatum
=Angebotsdatum
=Erfasst am
=Eingangsdatum
=Startdatum
=Anfragedatum
=Beginn
=~Datum
=Angebot vom
=Angebot am
=Anfrage vom
=Angebot abgegeben am
=Datum Angebot
=~seit
=~Eingang
}
:it
[8
=data creazione
=data creazione opportunità
=data apertura
=data inserimento
=data offerta
=creato il
=data inizio
=~data
}
:es
[9
=fecha de creación
=fecha creación
=creado
=creado el
=fecha de inicio
=fecha de apertura
=fecha de registro
=fecha de cotización
=~fecha
}
:fr
[7
=date de création
=créé le
=date d'ouverture
=date de début
=date du devis
=date de saisie
=~date
}
}
:expected_close
{15
:en
[82
=forecast date
=po expected
=anticipated award
=book date
=expected booking
=expected book date
=mp date
=~mass production
=expected close
=expected close date
=expected closing
=expected closing date
=exp close
=exp close date
=est close
=est close date
=estimated close
=estimated close date
=estimated closing date
=anticipated close
=anticipated close date
=projected close
=projected close date
=planned close date
=target close
=target close date
=forecast close
=forecast close date
=forecasted close date
=close date
=closing date
=close
=closing
=deal close date
=close month
=expected close month
=close date (expected)
=due to close
=expected order date
=expected award date
=award date
=anticipated award date
=est award date
=expected decision date
=decision date
=expected sign date
=expected signing date
=expected signature
=expected completion date
=close by
=ETA
=~due date
=~end date
=~deadline
=~target date
=~expected date
=~award
=~expected start date
=~close date month
=closing month
=expected closing month
=expected signature date
=expected po date
=closes on
=expected to close
=~timeline
=~timeframe
=decision expected
=expected decision
=decision due
=decision due date
=decision by
=expected order month
=~ecd
=expected award month
=award month
=decision month
=order month
=tentative close date
=tentative close
=tentative closing date
=closingdate
}
:salesforce
[2
=Close Date
=CloseDate
}
:hubspot
[2
=Close Date
=closedate
}
:zoho
[1
=Closing Date
}
:dynamics
[4
=Est. Close Date
=Est. close date
=Estimated Close Date
=estimatedclosedate
}
:pipedrive
[2
=Deal - Expected close date
=Expected close date
}
:odoo
[2
=Expected Closing
=date_deadline
}
:fxiaoke
[2
=预计成交日期
=预计成交时间
}
:xiaoshouyi
[3
=结单日期
=预计结单日期
=预计成交日期
}
:zh
[67
=預計決標日
=量產日
=預計量產日
=預計簽約日
=預計簽約日期
=預計簽約時間
=預計簽單日期
=預計簽單時間
=預計成交日期
=預計成交時間
=預計結單日期
=預計結單時間
=預計成單日期
=預計成單時間
=預計關單日期
=預計關單時間
=預計下單日期
=預計下單時間
=預計合同簽訂日期
=預計合同簽訂時間
=預計中標時間
=預計落單時間
=預計完成日期
=預計完成時間
=預計訂單日期
=計劃簽約日期
=計劃簽約時間
=計劃簽單時間
=計劃成交日期
=預期簽約日期
=預期成交日期
=預期簽單時間
=預估簽約日期
=預估成交日期
=預計採購時間
=預計採購日期
=簽單預計時間
=結單日期
=結單時間
=關單日期
=預計簽約月份
=預計簽單月份
=預計成交月份
=預計月份
=~預計時間
=~預計日期
=~計劃完成時間
=~結束日期
=~截止日期
=~預計交付時間
=關閉日期
=預計關閉日期
=預計結束日期
=預計簽訂日期
=預計合同日期
=預計贏單日期
=預計達成日期
=預計出單日期
=預計訂貨日期
=計劃下單日期
=簽約預計日期
=拍板時間
=預計拍板時間
=預計完成簽約
=決標日
=商機封閉期
=目標檔期
}
:zh-Hant
[9
=MP date 量產日
=預計結案日
=預計結案日期
=預計得標日期
=預計接單日
=預計接單日期
=預估成交日
=預計成交日
=預計下單日
}
:de
[53
=Auftragseingang erwartet
=vorauss. Auftragsdatum
=Bestelltermin
=AE-Datum
=erw. Auftragsdatum
=Schlusstermin
=Gesch. Abschlussdatum
=Geschätztes Abschlussdatum
=vorauss. Bestellung
=voraussichtliche Bestellung
=erw. Auftragseingang
=erwartete Bestellung
=Bestellung erwartet
=Deal - Erwartetes Abschlussdatum
=erwarteter Abschluss
=Abschlussdatum
=voraussichtlicher Abschluss
=voraussichtliches Abschlussdatum
=geplanter Abschluss
=erwartetes Abschlussdatum
=Abschluss geplant
=Abschluss
=Schließdatum
=Erwarteter Auftragseingang
=Abschluss erwartet
=Zieldatum
=Abschlusstermin
=geplantes Abschlussdatum
=Entscheidung bis
=Entscheidung am
=Entscheidungstermin
=Entscheidungsdatum
=Abschluss bis
=Abschluss geplant am
=voraussichtliches Abschlussdatum
=vorauss. Abschluss
=voraussichtl. Abschluss
=vsl. Abschluss
=erw. Abschluss
=Abschlussmonat
=Auftrag erwartet
=Auftrag erwartet am
=geplanter Auftragseingang
=Vertragsabschluss geplant
=~Entscheidung
=~Zieltermin
=Vergabetermin
=Vergabedatum
=Vergabe geplant
=~Vergabe
=Closing Datum
=Forecast-Datum
=Zuschlag erwartet
}
:it
[12
=data chiusura
=data chiusura prevista
=chiusura prevista
=data prevista chiusura
=data firma prevista
=data prevista
=data stimata chiusura
=data prevista ordine
=data ordine prevista
=ordine previsto
=chiusura stimata
=data presunta chiusura
}
:es
[8
=fecha de cierre
=fecha cierre
=fecha estimada de cierre
=cierre esperado
=fecha de cierre prevista
=fecha prevista de cierre
=fecha cierre estimada
=cierre estimado
}
:fr
[8
=date de clôture
=date de clôture prévue
=clôture prévue
=date de signature prévue
=date prévisionnelle
=date de closing
=date d'échéance affaire
=date de décision
}
}
:actual_close
{14
:en
[42
=~award date
=actual close
=actual close date
=actual closing date
=closed date
=closed on
=date closed
=closed
=won date
=date won
=won on
=won time
=win date
=signed date
=sign date
=signed on
=date signed
=signing date
=booked date
=booking date
=order date
=date of order
=po date
=contract date
=contract signed date
=contract signing date
=actual award date
=awarded on
=awarded date
=date awarded
=sale date
=sold date
=date sold
=date of sale
=close won date
=closed won date
=actual signing date
=deal closed on
=final close date
=won at
=closed at
=closed won on
}
:salesforce
[1
=Closed Date
}
:hubspot
[2
=Closed Won Date
=Date closed won
}
:dynamics
[2
=Actual Close Date
=Actual close date
}
:pipedrive
[4
=Deal - Won time
=Deal - Deal closed on
=Won time
=Deal closed on
}
:odoo
[2
=Closed Date
=date_closed
}
:fxiaoke
[3
=实际成交日期
=赢单时间
=成交日期
}
:xiaoshouyi
[2
=实际结单日期
=赢单日期
}
:zh
[37
=實際簽約日
=實際簽約日期
=實際簽約時間
=實際簽單日期
=實際簽單時間
=實際成交日期
=實際成交時間
=實際結單日期
=簽約日期
=簽約時間
=簽單日期
=簽單時間
=成交日期
=成交時間
=成單日期
=成單時間
=簽訂日期
=簽訂時間
=合同簽訂日期
=合同簽訂時間
=合同日期
=中標日期
=中標時間
=贏單日期
=贏單時間
=下單日期
=下單時間
=訂單日期
=落單時間
=實際關單日期
=實際下單日期
=結案日期
=實際結束時間
=實際結束日期
=實際結束日
=商機關閉日
=實際關閉日期
}
:zh-Hant
[5
=得標日期
=接單日期
=簽約日
=成交日
=結案日
}
:de
[16
=Zuschlag am
=Zuschlag erteilt am
=Auftrag erhalten am
=Abgeschlossen am
=tatsächlicher Abschluss
=tatsächliches Abschlussdatum
=Gewonnen am
=Auftragsdatum
=Unterschrift am
=Vertragsdatum
=Verkauft am
=Auftrag erhalten am
=Entschieden am
=Tatsächlich entschieden am
=Geschlossen am
=~Auftragseingang
}
:it
[6
=data firma
=data chiusura effettiva
=data vinta
=data ordine
=chiuso il
=data contratto
}
:es
[6
=fecha de cierre real
=fecha de firma
=fecha real de cierre
=fecha ganado
=fecha de venta
=fecha de pedido
}
:fr
[6
=date de signature
=date de clôture réelle
=signé le
=gagné le
=date de commande
=date de vente
}
}
:prob_override
{15
:en
[62
=winning probability
'hit rate
'forecast %
'conf %
=probability
=prob
=win probability
=win prob
=probability of win
=probability of winning
=probability to win
=close probability
=probability of close
=probability of closing
=closing probability
=chance
=chance to win
=chance of winning
=chances
=win chance
=likelihood
=likelihood of win
=likelihood of closing
=likelihood to close
=confidence
=confidence level
=confidence %
'% probability
=prob %
=probability %
=win %
=win rate
=p(win)
=pwin
=p win
=pgo
=deal probability
=forecast probability
=expected win rate
=success probability
=stage probability
'% chance
'% certainty
=weighting
=~percent
=~weight
=~%
=~odds
=close %
'% to close
'% close
=probability of award
=~percentage
=sales probability
=close confidence
=win likelihood
=deal confidence
'likelihood %
=~conf
=success %
=odds
=prob to win
}
:salesforce
[2
=Probability (%)
=Probability
}
:hubspot
[2
=Deal probability
=Forecast probability
}
:zoho
[2
=Probability (%)
=Probability
}
:dynamics
[2
=Probability
=closeprobability
}
:pipedrive
[2
=Deal - Probability
=Probability
}
:odoo
[2
=Probability
=Automated Probability
}
:fxiaoke
[3
=赢率
=赢单概率
=预计赢率
}
:xiaoshouyi
[3
=可能性
=赢率
=赢单概率
}
:zh
[54
=得標率
=概率
=贏率
=贏單率
=贏單概率
=贏單機率
=可能性
=成交概率
=成交機率
=成交可能性
=成功率
=成功概率
=成功機率
=成功可能性
=成單率
=成單概率
=簽單概率
=簽單率
=簽約概率
=簽約可能性
=簽單可能性
=中標概率
=中標率
=把握度
=把握
=勝率
=信心度
=信心指數
=成交率
=成交率預估
=預計成功率
=轉化概率
=落單概率
=預計贏率
=項目成功率
=~百分比
=~權重
=機會率
=成交機會
=成功機會
=贏面
=贏單可能性
=成單可能性
=簽單把握
=簽單把握度
=成交把握
=成交信心
=把握程度
=項目把握度
=商機概率
=勝算
=贏單把握
=成功幾率
=成交幾率
}
:zh-Hant
[5
=得標機率
=成案率
=成交把握度
=機率
=接單機率
}
:de
[32
'Wahrsch. %
=Wahrscheinlichkeitsprozentsatz
=Gewichtung
=W-keit
=WSK
=Gewinnchance
'Prognose %
=Auftragswahrscheinlichk
=Auftragswahrscheinlichkeit
=Deal - Wahrscheinlichkeit
=Verkaufswahrscheinlichkeit
'Verkaufschance %
=Wahrscheinlichkeit
=Abschlusswahrscheinlichkeit
=Auftragswahrscheinlichkeit
=Gewinnwahrscheinlichkeit
=Erfolgswahrscheinlichkeit
=Eintrittswahrscheinlichkeit
=Wahrsch
=Chance %
=Erfolgschance
=Abschlusschance
=Auftragschance
'Chance in %
=~Chance
=Erfolgsaussicht
=Wahr %
=Wahrscheinl
=Realisierungswahrscheinlichkeit
=Umsetzungschance
=Trefferquote
=Wahrscheinlichkeitsprozent
}
:it
[6
=probabilità
=probabilità %
=probabilità di chiusura
=prob
=percentuale chiusura
=probabilità di successo
}
:es
[5
=probabilidad
=probabilidad de cierre
=probabilidad %
=prob
=probabilidad de éxito
}
:fr
[7
=probabilité
=probabilité de succès
=probabilité %
=proba
=taux de réussite
=chance de succès
=probabilité de signature
}
}
:pushes
{4
:en
[8
=push count
=pushes
=times pushed
=close date pushes
=close date changes
=number of pushes
=times postponed
=slips
}
:salesforce
[1
=Push Count
}
:zh
[3
=延期次數
=推遲次數
=變更次數
}
:de
[2
=Verschiebungen
=Anzahl Verschiebungen
}
}
:rival
{9
:en
[15
=competitor
=competitors
=competition
=main competitor
=main competitors
=primary competitor
=competitor name
=key competitor
=rival
=rivals
=lost to
=competing with
=incumbent
=~current vendor
=~current supplier
}
:salesforce
[3
=Main Competitor(s)
=Competitor
=MainCompetitors__c
}
:hubspot
[1
=Competitors
}
:zh
[18
=競爭對手
=主要競爭對手
=競品
=競爭廠商
=競爭廠家
=競爭品牌
=對手
=主要對手
=競爭情況
=競爭者
=競爭公司
=友商
=參與廠家
=丟單對手
=主要競爭者
=競爭對手名稱
=對手名稱
=競標廠商
}
:zh-Hant
[3
=競爭對象
=競標對手
=同業
}
:de
[9
=Mitbewerb
=Marktbegleiter
=Wettbewerber
=Wettbewerb
=Mitbewerber
=Hauptwettbewerber
=Konkurrenz
=Konkurrent
=Gegenspieler
}
:it
[4
=concorrente
=concorrenti
=competitor
=concorrenza
}
:es
[3
=competidor
=competidores
=competencia
}
:fr
[3
=concurrent
=concurrents
=concurrence
}
}
:position
{3
:en
[3
=competitive position
=our position
=position vs competitors
}
:zh
[4
=競爭位置
=競爭地位
=競爭態勢
=我方優勢地位
}
:de
[1
=Wettbewerbsposition
}
}
:bid_date
{7
:en
[29
=proposal deadline
=proposal due
=proposal due date
=quote deadline
=bid date
=bid due date
=bid due
=bid deadline
=bid submission date
=bid submission
=bid closing date
=tender date
=tender deadline
=tender closing date
=tender due date
=submission date
=submission deadline
=rfp due date
=rfp due
=proposal due date
=proposal due
=due date for bids
=response due date
=response due
=solicitation due date
=closing date of tender
=rfp date
=~solicitation date
=quote due date
}
:zh
[25
=截止投標
=截止投標日
=截標日
=截標時間
=投標截止日
=投標日期
=投標時間
=投標截止日期
=投標截止時間
=開標日期
=~開標時間
=招標日期
=招標時間
=截標日期
=截標時間
=遞標時間
=交標日期
=標書截止日期
=報名截止日期
=預計招標時間
=預計投標時間
=預計招標日期
=預計開標日期
=預計投標日期
=計劃招標日期
}
:zh-Hant
[3
=截標日
=開標日
=投標日
}
:de
[11
=Submissionstermin
=Submission
=Submissionsdatum
=Angebotsfrist
=Abgabetermin Angebot
=Abgabetermin
=Angebotsfrist
=Abgabefrist
=Ausschreibungsfrist
=Abgabedatum
=Einreichungsfrist
}
:it
[3
=scadenza gara
=data gara
=scadenza offerta
}
:es
[3
=fecha de licitación
=fecha límite de oferta
=fecha de entrega de propuesta
}
:fr
[4
=date limite de remise
=date de remise
=date limite de dépôt
=date de remise des offres
}
}
:next_action
{2
:use
=next_action
:zh
[2
=~本周進展
=~跟進情況
}
}
:next_date
{1
:use
=next_date
}
:lost_from
{3
:en
[5
=stage before loss
=lost at stage
=lost from stage
=stage lost
=last stage before lost
}
:zh
[3
=輸單前階段
=丟單階段
=輸單階段
}
:de
[1
=verloren in Phase
}
}
:lost_reason
{14
:en
[22
=loss comment
=decline reason
=lost reason
=loss reason
=reason lost
=reason for loss
=reason for losing
=closed lost reason
=win/loss reason
=won/lost reason
=close reason
=closed reason
=reason for lost
=why lost
=lost reason description
=reason for win/loss
=closing reason
=reason won/lost
=lost because
=reason if lost
=why we lost
=lost / won reason
}
:salesforce
[2
=Loss Reason
=Closed Lost Reason
}
:hubspot
[2
=Closed Lost Reason
=closed_lost_reason
}
:zoho
[2
=Reason For Loss
=Reason For Loss__s
}
:pipedrive
[2
=Deal - Lost reason
=Lost reason
}
:odoo
[1
=Lost Reason
}
:fxiaoke
[2
=输单原因
=丢单原因
}
:xiaoshouyi
[2
=输单原因
=输单描述
}
:zh
[19
=結案原因
=未成案原因
=輸單分析
=關閉原因
=輸單原因
=丟單原因
=失單原因
=未成交原因
=失敗原因
=流失原因
=落標原因
=未中標原因
=輸贏原因
=丟失原因
=失標原因
=未成單原因
=丟單說明
=輸單說明
=敗因
}
:zh-Hant
[2
=未得標原因
=失單理由
}
:de
[14
=Verlustursache
=~Begründung
=Grund für verlorenen Deal
=Deal - Verlustgrund
=Grund des Verlusts
=Verlustgrund
=Grund verloren
=Absagegrund
=Ablehnungsgrund
=Grund für Verlust
=Grund der Absage
=Grund Verlust
=Grund (verloren)
=Verloren weil
}
:it
[3
=motivo perdita
=motivo persa
=causa perdita
}
:es
[3
=motivo de pérdida
=razón de pérdida
=motivo perdido
}
:fr
[3
=motif de perte
=raison de la perte
=motif perdu
}
}
}
:le
{17
:lead_id
{15
:en
[21
=~ref no
=~reference no
=prospect id
=prospect no
=lead id
=lead no
=lead number
=lead ref
=lead code
=enquiry no
=enquiry id
=inquiry id
=inquiry no
=~id
=~record id
=~no
=~ref
=~sn
=~prospect id
=~applicant id
=request id
}
:salesforce
[1
=Lead ID
}
:hubspot
[3
=Lead ID
=Record ID
=Record ID - Contact
}
:zoho
[2
=Lead Id
=Record Id
}
:dynamics
[2
=leadid
=(Do Not Modify) Lead
}
:pipedrive
[1
=Lead - ID
}
:odoo
[1
=External ID
}
:fxiaoke
[2
=线索编号
=销售线索编号
}
:xiaoshouyi
[1
=线索编号
}
:zh
[12
=線索編號
=線索ID
=線索號
=線索編碼
=諮詢編號
=詢盤編號
=客資編號
=潛客編號
=~編號
=~ID
=~項目編號
=潛在客戶編號
}
:zh-Hant
[2
=名單編號
=詢問單號
}
:de
[5
=Lead-ID
=Lead-Nr
=Leadnummer
=Anfragenummer
=Anfrage-Nr
}
:it
[3
=id lead
=codice lead
=numero richiesta
}
:es
[3
=id lead
=id prospecto
=código lead
}
:fr
[3
=id lead
=id prospect
=numéro de lead
}
}
:account_id
{3
:en
[7
=account id
=customer id
=client id
=existing customer
=existing account
=matched account
=converted account
}
:zh
[4
=客戶編號
=客戶ID
=客戶代碼
=所屬客戶編號
}
:de
[3
=Kundennummer
=Kunden-Nr
=Kunden-ID
}
}
:name
{15
:en
[41
=consumer name
=homeowner
=enquirer
=inquirer
=lead name
=lead
=lead title
=prospect name
=prospect
=full name
=name
=contact name
=contact
=contact person
=company / organization
=company
=company name
=organization
=organisation
=business name
=account name
=client name
=client
=customer name
=customer
=inquiry
=enquiry
=~subject
=~topic
=~title
=~first name
=~opportunity
=applicant
=applicant name
=name of prospect
=name of lead
=lead/company
=account
=~project name
=~business
=~school name
}
:salesforce
[3
=Company / Account
=Full Name
=Name
}
:hubspot
[2
=Lead name
=Company name
}
:zoho
[3
=Lead Name
=Full Name
=Company
}
:dynamics
[3
=Topic
=Name
=fullname
}
:pipedrive
[3
=Lead - Title
=Lead - Organization
=Lead - Person
}
:odoo
[4
=Lead
=Contact Name
=Company Name
=Opportunity
}
:fxiaoke
[3
=线索名称
=公司名称
=姓名
}
:xiaoshouyi
[3
=公司名称
=姓名
=线索名称
}
:zh
[36
=線索名稱
=線索
=線索主題
=線索標題
=姓名
=客戶姓名
=客戶名稱
=客戶
=公司名稱
=公司
=企業名稱
=單位名稱
=單位
=聯繫人
=聯絡人
=聯繫人姓名
=聯絡人姓名
=諮詢人
=潛客姓名
=潛在客戶
=潛在客戶名稱
=意向客戶
=項目名稱
=學員姓名
=家長姓名
=用戶姓名
=用戶名稱
=客戶稱呼
=稱呼
=店鋪名稱
=店名
=詢盤客戶
=詢盤公司
=~名稱
=~主題
=潛客名稱
}
:zh-Hant
[4
=潛在客戶名
=客戶名
=學生姓名
=專案名稱
}
:de
[12
=Leadname
=Lead
=Interessent
=Firma
=Firmenname
=Unternehmen
=Name
=Kontakt
=Ansprechpartner
=Kunde
=Kontaktname
=Vor- und Nachname
}
:it
[10
=nome
=nome lead
=azienda
=contatto
=ragione sociale
=prospect
=nominativo
=nome e cognome
=nome azienda
=cliente
}
:es
[9
=nombre
=nombre del lead
=empresa
=contacto
=prospecto
=nombre del prospecto
=nombre completo
=cliente
=nombre del cliente
}
:fr
[8
=nom
=nom du lead
=société
=entreprise
=contact
=prospect
=nom du prospect
=nom complet
}
}
:channel
{15
:en
[38
=how they found us
=how did they find us
=how did you hear about us
=found us via
=source
=lead source
=source of lead
=channel
=lead channel
=origin
=lead origin
=referral source
=original source
=marketing source
=marketing channel
=acquisition channel
=how did you hear
=how did you hear about us
=campaign source
=source channel
=source type
=utm source
=enquiry source
=inquiry source
=lead type
=~campaign
=~campaign name
=~medium
=~platform
=~via
=came from
=where from
=~source name
=how did they hear about us
=how they heard about us
=heard about us through
=how did you find us
=how did they find us
}
:salesforce
[2
=Lead Source
=LeadSource
}
:hubspot
[5
=Original Source
=Original Source Type
=Latest Source
=Lead source
=Original Traffic Source
}
:zoho
[1
=Lead Source
}
:dynamics
[3
=Lead Source
=Source Campaign
=leadsourcecode
}
:pipedrive
[3
=Lead - Source
=Source channel
=Source origin
}
:odoo
[4
=Source
=Medium
=Campaign
=source_id
}
:fxiaoke
[2
=线索来源
=来源
}
:xiaoshouyi
[2
=线索来源
=市场活动
}
:zh
[29
=獲客管道
=開發管道
=名片來源
=從何得知
=線索來源
=來源
=來源渠道
=渠道
=渠道來源
=獲客渠道
=客戶來源
=信息來源
=資訊來源
=推廣渠道
=獲取渠道
=獲取方式
=客資來源
=詢盤來源
=來源方式
=來源平台
=線索渠道
=招生渠道
=諮詢渠道
=來源類型
=媒體來源
=~平台
=~市場活動
=來客管道
=來源分類
}
:zh-Hant
[5
=名單來源
=行銷管道
=得知管道
=管道
=來源管道
}
:de
[12
=Kampagne
=Wie gefunden
=Aufmerksam geworden durch
=Quelle
=Leadquelle
=Lead-Quelle
=Herkunft
=Kanal
=Leadherkunft
=Kontaktquelle
=Ursprung
=Woher
}
:it
[6
=fonte
=origine
=canale
=provenienza
=fonte lead
=origine lead
}
:es
[7
=origen
=fuente
=canal
=fuente del lead
=origen del lead
=medio de contacto
=procedencia
}
:fr
[6
=source
=origine
=canal
=provenance
=source du lead
=origine du lead
}
}
:referrer
{8
:en
[12
=~reference
=referrer
=referred by
=referral
=referral name
=referral partner
=introduced by
=introducer
=recommended by
=referee
=referral person
=partner referral
}
:hubspot
[1
=Referred by
}
:odoo
[1
=Referred By
}
:zh
[8
=引薦人
=推薦人
=介紹人
=轉介紹人
=轉介人
=引介人
=推薦單位
=引薦客戶
}
:de
[5
=Empfohlen von
=Empfehlung durch
=Empfehler
=Vermittler
=Tippgeber
}
:it
[3
=segnalato da
=segnalatore
=referente segnalazione
}
:es
[3
=referido por
=recomendado por
=referente
}
:fr
[3
=recommandé par
=apporteur
=parrain
}
}
:received
{15
:en
[48
=received
=received on
=received date
=date received
=lead date
=lead created
=lead creation date
=created
=created on
=created date
=create date
=creation date
=created at
=created time
=date created
=date added
=added on
=~date
=entry date
=date entered
=inquiry date
=enquiry date
=date of enquiry
=date of inquiry
=submission date
=submitted at
=submitted on
=date submitted
=timestamp
=registration date
=contact date
=first contact date
=initial contact
=date of contact
=date of lead
=call date
=~month
=~start date
=~time
=generated on
=date acquired
=captured on
=~added
=date in
=received in
=date of entry
=date of inquiry received
=inquiry received on
}
:salesforce
[3
=Create Date
=Created Date
=CreatedDate
}
:hubspot
[1
=Create Date
}
:zoho
[1
=Created Time
}
:dynamics
[1
=Created On
}
:pipedrive
[2
=Lead - Lead created
=Lead created
}
:odoo
[2
=Created on
=Creation Date
}
:fxiaoke
[2
=创建时间
=线索获取时间
}
:xiaoshouyi
[2
=创建日期
=创建时间
}
:zh
[48
=收到日期
=接收日期
=名單日期
=領取時間
=領取日期
=開發日期
=建立日期
=獲取日
=獲取日期
=獲取時間
=創建日期
=創建時間
=錄入時間
=錄入日期
=登記日期
=登記時間
=諮詢日期
=諮詢時間
=來訪日期
=來訪時間
=線索日期
=線索時間
=進線時間
=進線日期
=詢盤日期
=詢盤時間
=提交時間
=提交日期
=報名時間
=報名日期
=建檔日期
=入庫時間
=分配時間
=~日期
=時間
=添加時間
=添加日期
=接觸日期
=~首次聯絡
=首次接觸日期
=初次接觸日期
=首次接洽日期
=初次來訪日期
=登錄日期
=填表日期
=留單日期
=資料創建日
=資料創建日期
}
:zh-Hant
[6
=進件日期
=建檔時間
=填單時間
=詢問日期
=取得日期
=接洽日
}
:de
[19
=Eingang am
=Lead vom
=Erstkontakt am
=Erstelldatum
=Eingang
=Eingangsdatum
=Eingegangen am
=Erstellt am
=Erstellt
=~Datum
=Anfragedatum
=Angelegt am
=Erfasst am
=Erstkontakt
=Lead-Datum
=Kontakt seit
=Anlagedatum
=Erstellungsdatum
=Kontaktdatum
}
:it
[8
=~data
=data contatto
=data creazione
=data richiesta
=data inserimento
=ricevuto il
=data lead
=primo contatto
}
:es
[8
=~fecha
=fecha de contacto
=fecha de creación
=fecha de registro
=fecha de ingreso
=recibido
=fecha del lead
=primer contacto
}
:fr
[7
=~date
=date de contact
=date de création
=date de réception
=reçu le
=date du lead
=premier contact
}
}
:responded
{8
:en
[17
=first call
=first response
=first response date
=first response time
=responded on
=response date
=date contacted
=first contacted
=first contacted on
=first call date
=first touch
=first activity date
=contacted on
=contacted date
=first reply
=first follow up
=first follow up date
}
:salesforce
[1
=First Response Date
}
:hubspot
[2
=Time of first engagement
=First contacted
}
:zh
[13
=回覆日期
=首次聯絡
=首次聯繫
=首次響應日
=首次響應時間
=首次聯繫日期
=首次聯繫時間
=首次跟進日期
=首次跟進時間
=首次回覆時間
=首次聯絡日期
=首次溝通時間
=初次聯繫時間
}
:de
[11
=Erster Kontakt
=Erstgespräch
=Erstantwort am
=Erste Rückmeldung
=Erstreaktion am
=Erste Antwort
=Erstreaktion
=Erster Kontakt am
=Beantwortet am
=Kontaktiert am
=Erstanruf
}
:it
[2
=prima risposta
=data prima risposta
}
:es
[2
=primera respuesta
=fecha primera respuesta
}
:fr
[2
=première réponse
=date première réponse
}
}
:owner
{4
:use
=owner
:en
[7
=team member
=~counselor
=~assigned
=contacted by
=called by
=~caller
=~qualified by
}
:zh
[7
=~諮詢師
=分配人
=分配給
=~創建人
=跟進人姓名
=接待人
=接待業務
}
:de
[1
=Benutzer
}
}
:est_amount
{11
:en
[38
=opportunity size
=estimated amount
=estimated value
=est value
=est amount
=estimate
=estimated revenue
=est revenue
=estimated deal value
=estimated deal size
=expected value
=expected revenue
=expected amount
=potential value
=potential revenue
=lead value
=opportunity value
=deal value
=deal size
=amount
=~value
=~budget
=~revenue potential
=~potential
=annual value
=projected value
=estimated budget
=project budget
=potential deal value
=potential amount
=~quote amount
=~quoted amount
=~proposal value
=~budget amount
=estimated sale
=potential sale value
=~price
=estimated contract value
}
:hubspot
[1
=Lead value
}
:dynamics
[3
=Est. Value
=Budget Amount
=estimatedamount
}
:pipedrive
[1
=Lead - Value
}
:odoo
[1
=Expected Revenue
}
:zh
[23
=預估年採購額
=預計年採購額
=預估金額
=預計金額
=預估金額(元)
=意向金額
=預算
=預算金額
=採購預算
=客戶預算
=項目預算
=預計採購金額
=預計成交金額
=預估成交金額
=潛在金額
=線索金額
=需求金額
=金額
=預估業績
=預計銷售額
=~報價
=~報價金額
=預估採購額
}
:zh-Hant
[4
=預估營收
=專案預算
=預估商機金額
=可能金額
}
:de
[15
=Umsatzpotenzial
=geschätzter Wert
=Potenzial
=erwarteter Umsatz
=Volumen
=Wert
=Budget
=geschätztes Volumen
=Leadwert
=Auftragspotenzial
=Schätzwert
=Geschätzter Umsatz
=Erwarteter Wert
=Angebotssumme
=~Umsatz
}
:it
[6
=valore stimato
=valore potenziale
=budget
=importo stimato
=valore lead
=valore
}
:es
[6
=valor estimado
=presupuesto
=monto estimado
=valor potencial
=importe estimado
=valor
}
:fr
[6
=valeur estimée
=budget
=montant estimé
=potentiel
=valeur potentielle
=montant
}
}
:need_date
{7
:en
[17
=expected purchase date
=purchase date expected
=need date
=needed by
=purchase timeframe date
=target purchase date
=decision date
=expected close
=expected close date
=expected closing date
=close date
=required date
=target start date
=desired start date
=expected order date
=estimated close date
=anticipated close date
}
:hubspot
[1
=Expected close date
}
:dynamics
[1
=Est. Close Date
}
:pipedrive
[1
=Lead - Expected close date
}
:odoo
[1
=Expected Closing
}
:zh
[14
=預計採購日
=預計採購日期
=預計採購時間
=採購時間
=計劃採購時間
=預計購買時間
=預計購買日期
=意向時間
=需求時間
=需求日期
=預計成交日期
=預計成交時間
=預計簽約時間
=期望時間
}
:de
[5
=Kaufzeitpunkt
=geplanter Kauf
=Bedarfstermin
=erwarteter Abschluss
=Entscheidungsdatum
}
}
:status
{15
:en
[29
=~converted
=disposition
=disposition status
=~call outcome
=status
=lead status
=lead stage
=stage
=prospect status
=current status
=follow up status
=follow-up status
=qualification status
=contact status
=call status
=disposition
=~outcome
=~result
=~state
=~progress
=conversion status
=lead state
=enquiry status
=inquiry status
=pipeline status
=~phase
=application status
=response status
=~lead rating
}
:salesforce
[2
=Lead Status
=Status
}
:hubspot
[4
=Lead Status
=Lifecycle Stage
=hs_lead_status
=Lead stage
}
:zoho
[1
=Lead Status
}
:dynamics
[3
=Status Reason
=Status
=Lead Status
}
:pipedrive
[2
=Lead - Status
=Lead - Archived
}
:odoo
[1
=Stage
}
:fxiaoke
[3
=线索状态
=跟进状态
=状态
}
:xiaoshouyi
[2
=跟进状态
=线索状态
}
:zh
[32
=目前狀況
=處理情形
=處理狀況
=處理狀態
=線索狀態
=狀態
=跟進狀態
=當前狀態
=客戶狀態
=處理狀態
=線索階段
=跟進階段
=階段
=跟進結果
=聯繫狀態
=聯絡狀態
=轉化狀態
=諮詢狀態
=意向狀態
=進度
=成交狀態
=銷售階段
=~結果
=~進展
=~跟進情況
=開發狀態
=開發階段
=開發進度
=名單狀態
=聯繫進度
=Lead狀態
=潛客狀態
}
:zh-Hant
[3
=名單狀態
=目前狀態
=追蹤狀態
}
:de
[7
=Status
=Leadstatus
=Lead-Status
=Phase
=Bearbeitungsstatus
=Kontaktstatus
=Stand
}
:it
[5
=stato
=stato lead
=fase
=esito
=stato contatto
}
:es
[6
=estado
=estatus
=estado del lead
=etapa
=fase
=situación
}
:fr
[6
=statut
=état
=statut du lead
=étape
=phase
=avancement
}
}
:deal_id
{6
:en
[7
=converted deal
=converted opportunity
=deal id
=opportunity id
=converted to
=opportunity created
=converted opportunity id
}
:salesforce
[2
=Converted Opportunity
=ConvertedOpportunityId
}
:zoho
[2
=Converted Deal
=Converted Deal Id
}
:dynamics
[1
=Qualified Opportunity
}
:zh
[6
=轉入商機編號
=轉商機編號
=商機編號
=轉化商機
=關聯商機
=轉換商機
}
:de
[1
=Umgewandelte Verkaufschance
}
}
:drop_reason
{9
:en
[12
=drop reason
=disqualified reason
=disqualification reason
=reason disqualified
=lost reason
=reason for loss
=unqualified reason
=rejection reason
=close reason
=closed reason
=reason lost
=reason not interested
}
:hubspot
[2
=Disqualification reason
=Lead disqualification reason
}
:odoo
[1
=Lost Reason
}
:fxiaoke
[2
=无效原因
=退回原因
}
:zh
[8
=淘汰原因
=無效原因
=關閉原因
=退回原因
=放棄原因
=流失原因
=未成交原因
=作廢原因
}
:de
[4
=Ausschlussgrund
=Ablehnungsgrund
=Verlustgrund
=Grund der Ablehnung
}
:it
[3
=motivo scarto
=motivo esclusione
=motivo perdita
}
:es
[2
=motivo de descarte
=motivo de pérdida
}
:fr
[3
=motif de rejet
=motif de perte
=raison d'abandon
}
}
:scenario
{1
:zh
[3
=採購場景
=購買場景
=應用場景
}
}
:demo
{2
:en
[4
=demo done
=showcase done
=demo given
=demo completed
}
:zh
[3
=樣板展示
=是否演示
=已演示
}
}
:next_action
{2
:use
=next_action
:en
[1
=~action taken
}
}
:next_date
{3
:use
=next_date
:en
[1
=~follow up
}
:zh
[2
=~跟進時間
=~跟進日期
}
}
}
:acc
{15
:account_id
{17
:en
[33
=account id
=account no
=account number
=account code
=account ref
=customer id
=customer no
=customer number
=customer code
=customer ref
=client id
=client no
=client number
=client code
=company id
=company no
=company code
=cust id
=cust no
=cust code
=organization id
=organisation id
=~id
=~record id
=~code
=~no
=~number
=~sn
=crm id
=acct id
=acct no
=debtor no
=~key
}
:salesforce
[4
=Account ID
=Account Number
=AccountNumber
=Account ID 18
}
:hubspot
[3
=Company ID
=Record ID
=Record ID - Company
}
:zoho
[3
=Account Id
=Record Id
=Account Number
}
:dynamics
[3
=Account Number
=accountid
=(Do Not Modify) Account
}
:pipedrive
[1
=Organization - ID
}
:odoo
[3
=External ID
=Reference
=Internal Reference
}
:fxiaoke
[1
=客户编号
}
:xiaoshouyi
[1
=客户编号
}
:yonyou
[1
=客户编码
}
:kingdee
[2
=编码
=客户编码
}
:zh
[17
=客戶編號
=客戶ID
=客戶代碼
=客戶編碼
=客戶號
=客戶代號
=公司編號
=單位編號
=單位編碼
=企業編號
=往來單位編碼
=門店編號
=~編號
=~編碼
=~代碼
=~ID
=往來對象代號
}
:zh-Hant
[2
=客編
=廠商代號
}
:de
[10
=Kundennummer
=Kunden-Nr
=Kundennr
=Kunden-ID
=KdNr
=Kd-Nr
=Debitorennummer
=Firmennummer
=Account-ID
=Adressnummer
}
:it
[4
=codice cliente
=id cliente
=n cliente
=codice anagrafica
}
:es
[4
=código de cliente
=id cliente
=número de cliente
=código cliente
}
:fr
[4
=code client
=numéro client
=id client
=n client
}
}
:name
{17
:en
[34
=account name
=account
=customer name
=customer
=client name
=client
=company name
=company
=organization
=organisation
=organization name
=organisation name
=business name
=name
=legal name
=trading name
=~title
=firm
=firm name
=corporate name
=enterprise
=school name
=hospital name
=entity name
=~entity
=dealer name
=distributor name
=store name
=name of company
=name of customer
=name of client
=customer / company
=brand
=~brand name
}
:salesforce
[1
=Account Name
}
:hubspot
[2
=Company name
=Name
}
:zoho
[1
=Account Name
}
:dynamics
[1
=Account Name
}
:pipedrive
[2
=Organization - Name
=Name
}
:odoo
[3
=Name
=Display Name
=Company Name
}
:fxiaoke
[1
=客户名称
}
:xiaoshouyi
[2
=客户名称
=公司名称
}
:yonyou
[1
=客户名称
}
:kingdee
[2
=名称
=客户名称
}
:zh
[46
=店名
=門店名稱
=店鋪名稱
=商戶名稱
=商家名稱
=~客戶主體
=客戶名稱
=客戶
=客戶名
=客戶全稱
=客戶簡稱
=公司名稱
=公司
=公司全稱
=單位名稱
=單位
=單位全稱
=企業名稱
=企業
=客戶單位
=客戶單位名稱
=客戶公司
=客戶公司名稱
=店名
=門店名稱
=店鋪名稱
=商家名稱
=學校名稱
=學校
=醫院名稱
=醫院
=機構名稱
=名稱
=客戶姓名
=經銷商名稱
=廠家名稱
=業主單位
=業主名稱
=大客戶名稱
=集團名稱
=往來單位名稱
=商戶名稱
=帳戶名稱
=往來對象
=公司抬頭
=往來對象名稱
}
:zh-Hant
[3
=公司行號
=廠商名稱
=客戶抬頭
}
:de
[12
=Firmierung
=Firmenbezeichnung
=Kunde
=Kundenname
=Firma
=Firmenname
=Unternehmen
=Name
=Organisation
=Firmenbezeichnung
=Name 1
=Unternehmensname
}
:it
[11
=cliente
=ragione sociale
=nome cliente
=azienda
=società
=denominazione
=nome
=rag soc cli
=rag soc
=denominazione sociale
=nome azienda
}
:es
[8
=cliente
=nombre del cliente
=empresa
=razón social
=compañía
=nombre
=nombre de la empresa
=nombre comercial
}
:fr
[8
=client
=nom du client
=société
=entreprise
=raison sociale
=nom
=nom de l'entreprise
=enseigne
}
}
:parent_id
{13
:en
[15
=parent account
=parent account id
=parent company
=parent
=parent id
=parent name
=subsidiary of
=group
=group name
=group account
=ultimate parent
=holding company
=head office
=headquarters account
=~group code
}
:salesforce
[3
=Parent Account
=Parent Account ID
=ParentId
}
:hubspot
[1
=Parent Company
}
:zoho
[1
=Parent Account
}
:dynamics
[1
=Parent Account
}
:odoo
[2
=Related Company
=Parent
}
:fxiaoke
[1
=上级客户
}
:xiaoshouyi
[1
=上级客户
}
:zh
[13
=總公司代號
=總公司編號
=母公司代號
=上級客戶
=上級客戶編號
=母公司
=總公司
=所屬集團
=集團
=集團公司
=上級公司
=上級單位
=總部
}
:de
[6
=Muttergesellschaft
=Mutterkonzern
=Konzern
=Übergeordnetes Unternehmen
=Hauptkunde
=Konzernmutter
}
:it
[5
=capogruppo
=rag soc capogruppo
=gruppo
=società madre
=azienda madre
}
:es
[4
=empresa matriz
=grupo
=cuenta principal
=casa matriz
}
:fr
[4
=société mère
=groupe
=compte parent
=maison mère
}
}
:level
{16
:en
[33
=account level
=level
=tier
=account tier
=customer tier
=client tier
=segment
=customer segment
=class
=classification
=customer class
=account class
=account type
=customer type
=client type
=category
=customer category
=client category
=account category
=rating
=customer rating
=grade
=customer grade
=rank
=abc
=abc class
=priority
=account priority
=~type
=~customer status
=size class
=~account segment
=importance
}
:salesforce
[5
=Account Rating
=Rating
=Type
=Account Type
=Customer Priority
}
:hubspot
[3
=Type
=Target Account Tier
=Ideal customer profile tier
}
:zoho
[2
=Account Type
=Rating
}
:dynamics
[2
=Relationship Type
=Category
}
:odoo
[1
=Tags
}
:fxiaoke
[2
=客户级别
=客户分级
}
:xiaoshouyi
[2
=客户级别
=客户等级
}
:yonyou
[2
=客户级别
=客户分类
}
:kingdee
[3
=客户分组
=客户类别
=客户级别
}
:zh
[30
=客戶層級
=層級
=客戶級別
=客戶等級
=等級
=級別
=客戶分級
=客戶類型
=客戶類別
=客戶分類
=客戶性質
=類別
=類型
=分類
=分級
=客戶評級
=評級
=客戶價值
=重要程度
=重要性
=重要級別
=優先級
=客戶重要度
=企業規模
=~規模
=~性質
=星級
=客戶星級
=ABC分類
=信用等級
}
:zh-Hant
[2
=客戶分群
=客群
}
:de
[15
=Kundenklasse
=Klasse
=Kategorie
=Kundenkategorie
=ABC
=ABC-Klasse
=ABC-Kunde
=Kundentyp
=Kundensegment
=Segment
=Typ
=Klassifizierung
=Einstufung
=Rating
=Priorität
}
:it
[9
=segmento
=classe
=categoria
=tipo cliente
=tipologia
=livello
=classificazione
=fascia
=rating
}
:es
[7
=segmento
=categoría
=tipo de cliente
=clasificación
=nivel
=clase
=prioridad
}
:fr
[7
=segment
=catégorie
=type de client
=classification
=niveau
=classe
=priorité
}
}
:industry
{12
:en
[20
=industry
=sector
=vertical
=industry sector
=industry type
=business type
=type of business
=line of business
=market segment
=vertical market
=market
=industry vertical
=business sector
=nature of business
=trade
=~field
=business line
=sic
=sic description
=naics
}
:salesforce
[1
=Industry
}
:hubspot
[1
=Industry
}
:zoho
[1
=Industry
}
:dynamics
[1
=Industry
}
:odoo
[1
=Industry
}
:zh
[18
=行業
=所屬行業
=客戶行業
=行業類別
=行業類型
=行業分類
=行業領域
=產業
=領域
=業務領域
=應用領域
=業態
=經營範圍
=主營業務
=細分行業
=一級行業
=客戶產業
=營業項目
}
:zh-Hant
[3
=產業別
=行業別
=產業類別
}
:de
[6
=Branche
=Industrie
=Sektor
=Wirtschaftszweig
=Markt
=Geschäftsfeld
}
:it
[5
=settore
=industria
=settore merceologico
=attività
=mercato
}
:es
[6
=sector
=industria
=giro
=rubro
=ramo
=actividad
}
:fr
[6
=secteur
=industrie
=secteur d'activité
=branche
=activité
=marché
}
}
:region
{16
:en
[27
=region
=area
=territory
=zone
=sales region
=sales territory
=city
=state
=province
=location
=office location
=billing city
=billing state
=billing state/province
=state/region
=~country
=~country/region
=market area
=district
=sales area
=~branch
=geo
=geography
=town
=~county
=~regional office
=city/state
}
:salesforce
[5
=Billing ~City
=Billing State/Province
=Billing State
=Territory
=Region
}
:hubspot
[3
=~City
=State/Region
=Region
}
:zoho
[3
=Billing ~City
=Billing State
=Territory
}
:dynamics
[4
=Address 1 ~City
'Address 1: City
=Territory
'Address 1: State/Province
}
:odoo
[2
=~City
=State
}
:fxiaoke
[4
=省
=市
=省市区
=地区
}
:xiaoshouyi
[3
=省份
=城市
=区域
}
:yonyou
[3
=地区分类
=所属地区
=地区
}
:kingdee
[2
=地区
=区域
}
:zh
[25
=區域
=地區
=所屬區域
=所在地區
=所在地
=城市
=所在城市
=省份
=所在省份
=省市
=省
=市
=大區
=片區
=省市區
=地域
=銷售區域
=所屬地區
=客戶區域
=客戶所在地
=地市
=區縣
=轄區
=行政區
=~國別
}
:zh-Hant
[4
=縣市
=地區別
=區域別
=銷售地區
}
:de
[10
=Region
=Gebiet
=Vertriebsgebiet
=~Ort
=Stadt
=Bundesland
=PLZ-Gebiet
=Land
=Standort
=Verkaufsgebiet
}
:it
[9
=regione
=area
=zona
=città
=provincia
=comune
=regione principale
=territorio
=località
}
:es
[9
=región
=zona
=ciudad
=provincia
=territorio
=estado/provincia
=área
=localidad
=municipio
}
:fr
[7
=région
=zone
=ville
=département
=territoire
=secteur géographique
=localité
}
}
:scenario
{1
:zh
[3
=採購類型
=採購場景
=購買場景
}
}
:listed
{3
:en
[7
=approved supplier
=approved vendor
=supplier list status
=vendor list status
=approved vendor
=vendor status
=avl status
}
:zh
[11
=供應商資格
=是否入圍供應商
=是否入圍
=入圍供應商
=入圈狀態
=供應商名單
=供應商狀態
=入圍狀態
=是否入圍
=入庫狀態
=供應商入庫
}
:de
[1
=Lieferantenstatus
}
}
:cycle_months
{2
:en
[2
=purchase cycle months
=buying cycle months
}
:zh
[2
=採購週期(月)
=採購週期
}
}
:lifecycle
{4
:en
[6
=relationship stage
=lifecycle
=customer lifecycle
=customer stage
=relationship stage
=~customer status
}
:hubspot
[1
=Lifecycle Stage
}
:zh
[9
=關係階段
=客戶關係階段
=生命週期階段
=生命週期
=客戶階段
=客戶生命週期
=合作階段
=~客戶狀態
=~合作狀態
}
:de
[3
=Lebenszyklus
=Kundenphase
=Kundenstatus
}
}
:owner
{4
:use
=owner
:en
[2
=~coverage
=relationship owner
}
:zh
[5
=~創建人
=專屬客服
=維護業務
=業務代號
=負責業務姓名
}
:it
[1
=presidio
}
}
:team
{4
:en
[6
=team
=account team
=sales team
=support team
=~department
=~business unit
}
:odoo
[1
=Sales Team
}
:zh
[8
=業務單位
=跟進團隊
=團隊
=銷售團隊
=相關團隊
=~部門
=~所屬部門
=~事業部
}
:de
[3
=Team
=Vertriebsteam
=Betreuungsteam
}
}
:strategy
{3
:en
[4
=strategy
=account strategy
=approach
=sales strategy
}
:zh
[4
=跟蹤策略
=跟進策略
=客戶策略
=經營策略
}
:de
[2
=Strategie
=Kundenstrategie
}
}
:intel_note
{1
:zh
[4
=購買行為與決策機制
=決策機制
=決策流程
=購買行為
}
}
:note
{3
:use
=note
:zh
[3
=經營備註
=客戶說明
=客戶描述
}
:en
[2
=account notes
=account description
}
}
}
:ct
{14
:contact_id
{12
:en
[7
=contact id
=contact no
=person id
=contact ref
=~id
=~record id
=~no
}
:salesforce
[2
=Contact ID
=Contact Id
}
:hubspot
[3
=Contact ID
=Record ID
=Record ID - Contact
}
:zoho
[2
=Contact Id
=Record Id
}
:dynamics
[2
=contactid
=(Do Not Modify) Contact
}
:pipedrive
[1
=Person - ID
}
:odoo
[1
=External ID
}
:zh
[5
=聯繫人編號
=聯絡人編號
=聯絡人ID
=聯繫人ID
=~編號
}
:de
[3
=Kontakt-ID
=Kontaktnummer
=Ansprechpartner-Nr
}
:it
[1
=id contatto
}
:es
[1
=id contacto
}
:fr
[1
=id contact
}
}
:account_id
{3
:use
=account
:en
[1
=~business
}
:zh
[4
=~名稱
=帳戶名稱
=所屬帳戶
=任職公司
}
}
:name
{17
:en
[19
=name
=full name
=contact name
=contact
=contact person
=person
=person name
=primary contact
=first and last name
=stakeholder
=stakeholder name
=~first name
=~last name
=key contact
=decision maker
=name of contact
=last name
=surname
=family name
}
:salesforce
[3
=Contact Name
=Full Name
=Name
}
:hubspot
[3
=Contact name
=~First Name
=~Last Name
}
:zoho
[2
=Contact Name
=Full Name
}
:dynamics
[2
=Full Name
=fullname
}
:pipedrive
[2
=Person - Name
=Name
}
:odoo
[2
=Name
=Contact Name
}
:fxiaoke
[2
=姓名
=联系人姓名
}
:xiaoshouyi
[2
=姓名
=联系人姓名
}
:yonyou
[2
=联系人姓名
=联系人
}
:kingdee
[2
=联系人
=联系人姓名
}
:zh
[17
=姓名
=聯繫人
=聯絡人
=聯繫人姓名
=聯絡人姓名
=客戶姓名
=主要聯繫人
=關鍵人
=關鍵聯繫人
=對接人
=客戶聯繫人
=客戶聯絡人
=聯繫人名稱
=干係人
=~名字
=稱呼
=窗口姓名
}
:zh-Hant
[3
=窗口
=客戶窗口
=聯絡窗口
}
:de
[12
=Name
=Ansprechpartner
=Kontakt
=Kontaktperson
=Vollständiger Name
=Kontaktname
=~Nachname
=~Vorname
=Nachname
=Familienname
=Ansprechperson
=Vor- und Nachname
}
:it
[6
=nome
=contatto
=referente
=nominativo
=nome e cognome
=persona di contatto
}
:es
[5
=nombre
=contacto
=persona de contacto
=nombre completo
=nombre del contacto
}
:fr
[6
=nom
=contact
=interlocuteur
=nom complet
=nom du contact
=personne de contact
}
}
:title
{14
:en
[12
=title
=job title
=position
=role title
=designation
=job position
=job
=job role
=contact title
=business title
=professional title
=~role
}
:salesforce
[1
=Title
}
:hubspot
[1
=Job Title
}
:zoho
[1
=Title
}
:dynamics
[1
=Job Title
}
:pipedrive
[2
=Person - Job title
=Job title
}
:odoo
[1
=Job Position
}
:fxiaoke
[2
=职务
=职位
}
:xiaoshouyi
[1
=职务
}
:zh
[10
=職務
=職位
=職稱
=崗位
=頭銜
=職務名稱
=聯繫人職務
=聯絡人職稱
=客戶職務
=職銜
}
:de
[7
=Position
=Funktion
=Titel
=Stelle
=Berufsbezeichnung
=Jobtitel
=Stellung
}
:it
[6
=ruolo
=posizione
=qualifica
=mansione
=funzione
=titolo
}
:es
[5
=cargo
=puesto
=título
=posición
=función
}
:fr
[5
=fonction
=poste
=titre
=rôle
=intitulé du poste
}
}
:dept
{7
:en
[6
=department
=dept
=division
=business unit
=function
=contact department
}
:salesforce
[1
=Department
}
:zh
[6
=部門
=所屬部門
=所在部門
=科室
=部門名稱
=聯繫人部門
}
:de
[2
=Abteilung
=Bereich
}
:it
[3
=reparto
=dipartimento
=ufficio
}
:es
[2
=departamento
=área
}
:fr
[2
=service
=département
}
}
:buy_role
{11
:en
[10
=role in buying process
=buying role
=decision role
=role in decision
=role in purchase
=purchase role
=buyer role
=decision making role
=~role
=role in buying process
}
:hubspot
[1
=Buying Role
}
:salesforce
[1
=Contact Role
}
:dynamics
[1
=Role
}
:fxiaoke
[2
=决策角色
=角色
}
:xiaoshouyi
[2
=角色
=决策角色
}
:zh
[7
=採購影響角色
=採購角色
=決策角色
=角色
=購買角色
=決策鏈角色
=項目角色
}
:de
[6
=Rolle im Kaufprozess
=Rolle im Entscheidungsprozess
=Rolle
=Kaufrolle
=Entscheiderrolle
=Buying-Center-Rolle
}
:it
[1
=ruolo decisionale
}
:es
[2
=rol de compra
=rol de decisión
}
:fr
[2
=rôle d'achat
=rôle décisionnel
}
}
:influence
{3
:en
[4
=influence
=influence level
=power
=level of influence
}
:zh
[4
=影響力等級
=影響力
=影響程度
=權力
}
:de
[2
=Einfluss
=Einflussgrad
}
}
:supp
{3
:en
[5
=support
=support level
=attitude
=sentiment
=disposition
}
:zh
[7
=對我態度
=對我方態度
=對我們的態度
=支持度
=態度
=支持程度
=立場
}
:de
[5
=Einstellung zu uns
=Haltung zu uns
=Unterstützung
=Einstellung
=Haltung
}
}
:background
{2
:en
[4
=background
=bio
=biography
=profile
}
:zh
[4
=背景
=個人背景
=教育背景
=履歷
}
}
:persona
{1
:zh
[5
=個性特質
=性格特質
=性格
=個性
=性格特點
}
}
:prefs
{3
:en
[4
=preferences
=hobbies
=interests and hobbies
=hobby
}
:zh
[7
=興趣喜好
=愛好
=偏好
=愛好
=興趣愛好
=喜好
=興趣
}
:de
[2
=Vorlieben
=Interessen
}
}
:reports_to
{6
:en
[5
=reports to
=manager
=reporting to
=supervisor
=line manager
}
:salesforce
[2
=Reports To
=ReportsToId
}
:zoho
[2
=Reporting To
=Reports To
}
:dynamics
[1
=Manager
}
:zh
[7
=上級聯絡人
=直接上級
=上級
=匯報對象
=上級領導
=直屬上級
=匯報給
}
:de
[2
=Vorgesetzter
=berichtet an
}
}
:owner
{3
:use
=owner
:en
[1
=our contact
}
:zh
[1
=對接負責人
}
}
:status
{3
:en
[3
=contact status
=employment status
=~status
}
:zh
[6
=在職狀況
=在職情況
=在職狀態
=聯繫人狀態
=任職狀態
=~狀態
}
:de
[1
=Kontaktstatus
}
}
}
:pd
{5
:product_id
{13
:en
[20
=product id
=product code
=product no
=product number
=sku
=sku code
=item code
=item no
=item number
=item id
=part number
=part no
=material number
=model no
=~code
=~id
=~model
=~no
=catalog number
=article number
}
:salesforce
[3
=Product Code
=Product ID
=ProductCode
}
:hubspot
[2
=SKU
=Product ID
}
:zoho
[2
=Product Code
=Product Id
}
:dynamics
[2
=Product ID
=productnumber
}
:odoo
[3
=Internal Reference
=Barcode
=External ID
}
:yonyou
[2
=存货编码
=物料编码
}
:kingdee
[3
=物料编码
=产品代码
=编码
}
:zh
[18
=產品編號
=產品ID
=產品編碼
=產品代碼
=商品編碼
=商品編號
=物料編碼
=物料編號
=存貨編碼
=貨號
=料號
=品號
=SKU
=SKU編碼
=~型號
=~編號
=~編碼
=~代碼
}
:de
[7
=Artikelnummer
=Artikel-Nr
=Artnr
=Produktnummer
=Produkt-Nr
=Produktcode
=Materialnummer
}
:it
[4
=codice prodotto
=codice articolo
=codice
=cod articolo
}
:es
[4
=código de producto
=código
=referencia
=sku
}
:fr
[4
=code produit
=référence
=code article
=réf
}
}
:name
{14
:en
[15
=product name
=product
=item name
=item
=description
=product description
=item description
=service
=service name
=name
=~model name
=material description
=solution
=package
=plan
}
:salesforce
[1
=Product Name
}
:hubspot
[1
=Name
}
:zoho
[1
=Product Name
}
:dynamics
[1
=Name
}
:odoo
[1
=Name
}
:yonyou
[1
=存货名称
}
:kingdee
[3
=物料名称
=产品名称
=名称
}
:zh
[13
=產品名稱
=產品
=商品名稱
=商品
=物料名稱
=存貨名稱
=品名
=名稱
=貨品名稱
=服務名稱
=項目名稱
=套餐名稱
=產品描述
}
:zh-Hant
[2
=品項
=品項名稱
}
:de
[7
=Produkt
=Produktname
=Artikel
=Artikelbezeichnung
=Bezeichnung
=Artikelname
=Leistung
}
:it
[5
=prodotto
=descrizione
=articolo
=nome prodotto
=descrizione articolo
}
:es
[5
=producto
=descripción
=artículo
=nombre del producto
=nombre
}
:fr
[5
=produit
=désignation
=article
=nom du produit
=libellé
}
}
:unit
{6
:en
[7
=unit
=uom
=unit of measure
=units
=sales unit
=measure
=usage unit
}
:zh
[4
=單位
=計量單位
=銷售單位
=基本單位
}
:de
[3
=Einheit
=ME
=Mengeneinheit
}
:it
[3
=unità
=um
=unità di misura
}
:es
[2
=unidad
=unidad de medida
}
:fr
[2
=unité
=unité de mesure
}
}
:list_price
{12
:en
[13
=list price
=price
=unit price
=standard price
=sales price
=selling price
=msrp
=retail price
=catalog price
=base price
=rate
=price per unit
=unit cost price list
}
:salesforce
[2
=List Price
=Standard Price
}
:hubspot
[1
=Unit price
}
:zoho
[1
=Unit Price
}
:dynamics
[1
=List Price
}
:odoo
[1
=Sales Price
}
:zh
[15
=標準單價
=標準價
=標準價格
=單價
=目錄價
=銷售單價
=參考單價
=零售價
=定價
=報價
=售價
=列表價
=建議售價
=市場價
=價格
}
:zh-Hant
[2
=牌價
=定價金額
}
:de
[6
=Listenpreis
=Preis
=Einzelpreis
=Stückpreis
=VK-Preis
=Verkaufspreis
}
:it
[3
=prezzo listino
=prezzo
=prezzo unitario
}
:es
[3
=precio de lista
=precio
=precio unitario
}
:fr
[4
=prix catalogue
=prix
=prix unitaire
=tarif
}
}
:recurring
{2
:en
[4
=recurring
=is recurring
=subscription
=recurring revenue item
}
:zh
[3
=經常性收入
=是否訂閱
=是否經常性
}
}
}
:pe
{5
:person
{8
:en
[25
=person
=name
=full name
=employee
=employee name
=team member
=member name
=sales rep
=rep name
=rep
=salesperson
=sales agent
=agent name
=staff name
=user name
=salesman
=consultant
=owner
=sales executive
=account manager
=member
=user
=agent
=account executive
=first name and surname
}
:salesforce
[2
=Full Name
=User Full Name
}
:hubspot
[1
=Owner name
}
:zh
[17
=姓名
=員工
=員工姓名
=人員
=人員姓名
=成員
=銷售
=銷售姓名
=銷售人員
=銷售員
=業務員
=業務姓名
=名字
=用戶名
=負責人
=團隊成員
=職員名稱
}
:de
[6
=Name
=Mitarbeiter
=Mitarbeiterin
=Verkäufer
=Mitarbeitername
=Vertriebsmitarbeiter
}
:it
[6
=nome
=venditore
=agente
=dipendente
=nominativo
=nome e cognome
}
:es
[5
=nombre
=vendedor
=empleado
=agente
=nombre completo
}
:fr
[5
=nom
=vendeur
=collaborateur
=employé
=commercial
}
}
:role
{6
:en
[8
=role
=job title
=title
=position
=designation
=job role
=function
=~job
}
:zh
[6
=角色
=職務
=職位
=崗位
=職稱
=職級
}
:de
[4
=Rolle
=Funktion
=Position
=Stelle
}
:it
[3
=ruolo
=qualifica
=mansione
}
:es
[3
=rol
=cargo
=puesto
}
:fr
[3
=rôle
=fonction
=poste
}
}
:team
{6
:en
[13
=team
=department
=dept
=group
=office
=regional office
=region
=division
=branch
=business unit
=team name
=sales team
=territory
}
:zh
[12
=團隊
=部門
=所屬部門
=組別
=小組
=大區
=區域
=事業部
=分公司
=所屬團隊
=部門名稱
=辦事處
}
:de
[6
=Team
=Abteilung
=Gruppe
=Niederlassung
=Region
=Bereich
}
:it
[5
=team
=ufficio
=reparto
=area
=filiale
}
:es
[5
=equipo
=departamento
=área
=sucursal
=oficina
}
:fr
[4
=équipe
=service
=agence
=département
}
}
:manager
{7
:en
[10
=manager
=manager name
=reports to
=supervisor
=line manager
=team lead
=team leader
=reporting manager
=sales manager
=boss
}
:salesforce
[1
=Manager
}
:zh
[10
=上級
=直接上級
=主管
=上級主管
=直屬主管
=經理
=部門經理
=領導
=匯報對象
=團隊負責人
}
:de
[5
=Vorgesetzter
=Vorgesetzte
=Leiter
=Teamleiter
=Manager
}
:it
[4
=responsabile
=manager
=capo
=supervisore
}
:es
[4
=jefe
=gerente
=supervisor
=responsable
}
:fr
[4
=responsable
=manager
=supérieur
=chef d'équipe
}
}
:active
{6
:en
[6
=active
=is active
'active?
=in post
=enabled
=currently employed
}
:zh
[5
=在職
=是否在職
=啟用
=是否啟用
=有效
}
:de
[2
=Aktiv
=ist aktiv
}
:it
[1
=attivo
}
:es
[1
=activo
}
:fr
[1
=actif
}
}
}
:co
{15
:contract_id
{13
:use
=contract_ref
:en
[22
=~id
=~no
=~ref
=~number
=~sn
=contract code
=agreement id
=order id
=order ref
=so id
=sale id
=sales id
=sales no
=po number
=po no
=job no
=job number
=project number
=booking id
=transaction id
=invoice no
=~project code
}
:salesforce
[2
=Contract ID
=Order ID
}
:hubspot
[1
=Order ID
}
:zoho
[2
=SO Number
=Sales Order Id
}
:dynamics
[3
=Order ID
=Contract ID
=Contract Number
}
:odoo
[2
=Order Reference
=External ID
}
:fxiaoke
[2
=合同编号
=销售订单编号
}
:kingdee
[1
=单据编号
}
:yonyou
[2
=合同编码
=单据号
}
:zh
[24
=合約書編號
=合同書編號
=合約單號
=合同單號
=業務編號
=合同流水號
=工作編號
=編號
=單據編號
=單據號
=檔案編號
=檔案號
=協議編號
=協議號
=項目編號
=項目號
=立項編號
=歸檔編號
=流水號
=~序列號
=訂單ID
=訂單編碼
=銷售單號
=備案編號
}
:zh-Hant
[3
=專案編號
=契約編號
=契約號
}
:de
[2
=Vertrags-ID
=AB-Nr
}
}
:deal_id
{9
:en
[11
=deal id
=opportunity id
=deal
=opportunity
=opportunity ref
=opportunity name
=related opportunity
=quote no
=quote number
=quote id
=quotation no
}
:salesforce
[2
=Opportunity Name
=Opportunity ID
}
:zoho
[1
=Deal Name
}
:dynamics
[1
=Opportunity
}
:odoo
[1
=Opportunity
}
:fxiaoke
[2
=商机名称
=关联商机
}
:xiaoshouyi
[2
=商机
=关联商机
}
:zh
[6
=商機編號
=商機ID
=關聯商機
=所屬商機
=商機名稱
=報價單號
}
:de
[3
=Opportunity
=Verkaufschance
=Angebotsnummer
}
}
:account_id
{7
:use
=account
:en
[15
=~vendor name
=vendor
=supplier
=supplier name
=~contractor
=contracting party
=counterparty
=other party
=party name
=second party
=ship to name
=party a
=party
=~purchaser
=~name
}
:zh
[12
=合同方
=對方主體
=客戶/主體
=客戶及聯繫人
=承租方
=承租人
=受票方
=相對人
=我方客戶
=簽約對象
=合約對象
=立約人
}
:de
[6
=Vertragspartner
=Partner
=Besteller
=Auftraggeber Name
=Vertragsnehmer
=~Mandant
}
:it
[2
=controparte
=contraente
}
:es
[2
=contratante
=contraparte
}
:fr
[2
=cocontractant
=contractant
}
}
:name
{13
:en
[23
=contract name
=contract title
=title
=name
=subject
=agreement name
=agreement title
=order name
=order title
=project
=project name
=project title
=description
=contract description
=work description
=~scope
=~scope of work
=~item description
=~product
=~service
=contract subject
=job name
=purpose of contract
}
:salesforce
[2
=Contract Name
=Order Name
}
:hubspot
[1
=Order name
}
:zoho
[1
=Subject
}
:dynamics
[1
=Name
}
:fxiaoke
[2
=合同名称
=合同标题
}
:xiaoshouyi
[2
=合同名称
=合同标题
}
:zh
[25
=合約主旨
=合同主旨
=合同名稱
=合同標題
=合同主題
=合同內容
=合同標的
=項目名稱
=項目
=訂單名稱
=協議名稱
=名稱
=工程名稱
=服務內容
=合同概要
=標題
=標的
=業務內容
=項目內容
=~產品名稱
=~產品
=~內容
=~工程項目
=主題
=標案名稱
}
:zh-Hant
[4
=合約名稱
=專案名稱
=契約名稱
=案名
}
:de
[16
=Vertragsname
=Vertragsbezeichnung
=Vertragsgegenstand
=Bezeichnung
=Titel
=Betreff
=Projekt
=Projektname
=Beschreibung
=Gegenstand
=Auftragsgegenstand
=Auftragsbezeichnung
=Auftragsbeschreibung
=Vertragstitel
=~Leistung
=~Objekt
}
:it
[6
=nome contratto
=oggetto
=oggetto contratto
=descrizione
=titolo
=progetto
}
:es
[6
=nombre del contrato
=objeto
=objeto del contrato
=descripción
=título
=proyecto
}
:fr
[6
=nom du contrat
=objet
=intitulé
=objet du contrat
=description
=projet
}
}
:type
{8
:en
[11
=contract type
=type
=agreement type
=order type
=type of contract
=category
=contract category
=~contract class
=sale type
=deal type
=business type
}
:salesforce
[3
=Contract Type
=Type
=Order Type
}
:zh
[15
=合約別
=協議類型
=合同類型
=合同類別
=合同分類
=合同性質
=類型
=類別
=業務類型
=業務類別
=訂單類型
=合同種類
=項目類型
=項目類別
=分類
}
:zh-Hant
[3
=合約類型
=合約類別
=契約類型
}
:de
[7
=Vertragsart
=Vertragstyp
=Art
=Typ
=Auftragsart
=Kategorie
=Vertragsform
}
:it
[5
=tipo contratto
=tipologia contratto
=tipo
=tipologia
=categoria
}
:es
[3
=tipo de contrato
=tipo
=categoría
}
:fr
[4
=type de contrat
=type
=catégorie
=nature
}
}
:amount
{16
:en
[51
=amount
=contract amount
=contract value
=contract price
=contract sum
=total contract value
=total contract amount
=total value
=total amount
=value
=order amount
=order value
=order total
=grand total
=total
=net amount
=net value
=sales amount
=sales value
=sale amount
=sale price
=sales
=invoice amount
=agreement value
=tcv
=acv
=price
=total price
=project value
=~revenue
=deal value
=deal amount
=signed amount
=booking amount
=bookings
=~sub total
=~subtotal
=total sales
=total sale
=award amount
=awarded amount
=~annual value
=~cost
=~fees
=~fee
=line total
=~amount paid
=gross amount
=total commit value
=committed value
=total commitment
}
:salesforce
[3
=Order Amount
=Contract Value
=Total Amount
}
:hubspot
[1
=Total price
}
:zoho
[1
=Grand Total
}
:dynamics
[1
=Total Amount
}
:odoo
[3
=Total
=Amount Total
=Untaxed Amount
}
:fxiaoke
[3
=合同金额
=销售订单金额(元)
=订单金额
}
:xiaoshouyi
[2
=合同金额
=订单金额
}
:yonyou
[3
=价税合计
=合同总金额
=合同金额
}
:kingdee
[3
=价税合计
=合同金额
=金额
}
:zh
[45
=合約價金
=合同價款
=合同金額
=合同額
=合同總額
=合同總金額
=合同總價
=合同價
=合同價款
=合同價格
=金額
=簽約金額
=簽單金額
=訂單金額
=訂單總額
=訂單總金額
=成交金額
=成交價
=成交額
=總金額
=總額
=總價
=協議金額
=簽約額
=合同含稅金額
=合同金額(含稅)
=含稅金額
=合同含稅總價
=銷售金額
=銷售額
=價稅合計
=中標金額
=標的額
=標的金額
=合計金額
=簽訂金額
=合同標的金額
=項目金額
=~合計
=~業績
=~業績金額
=~暫定金額
=合同暫定價
=合同簽訂價
=承攬金額
}
:zh-Hant
[8
=合約金額
=合約總額
=合約總價
=契約金額
=專案金額
=銷貨金額
=接單金額
=未稅金額
}
:de
[17
=Vertragswert
=Vertragssumme
=Auftragswert
=Auftragssumme
=Betrag
=Wert
=Summe
=Volumen
=Auftragsvolumen
=Vertragsvolumen
=Gesamtbetrag
=Gesamtwert
=Nettobetrag
=Umsatz
=Preis
=Nettowert
=~Jahreswert
}
:it
[8
=importo contratto
=importo
=valore contratto
=valore
=totale
=importo totale
=prezzo
=importo ordine
}
:es
[9
=monto del contrato
=importe
=monto
=valor del contrato
=valor
=total
=importe total
=precio
=monto total
}
:fr
[8
=montant du contrat
=montant
=valeur du contrat
=montant total
=total
=prix
=montant ht
=valeur
}
}
:owner
{3
:use
=owner
:en
[4
=~contract manager
=contract owner
=~prepared by
=closed by
}
:zh
[10
=簽單業務員
=簽約人
=簽約銷售
=合同簽訂人
=合同經辦人
=我方簽約人
=簽訂人
=所屬人員
=公司簽約人
=關聯銷售
}
}
:sign_date
{16
:en
[37
=executed on
=signed on
=sign date
=signed date
=signing date
=signature date
=date signed
=contract date
=date of contract
=contract signing date
=contract signed date
=agreement date
=order date
=date of order
=~date
=sale date
=sales date
=date of sale
=booking date
=award date
=closed date
=close date
=execution date
=date executed
=customer signed date
=company signed date
=po date
=transaction date
=purchase date
=~start date
=~effective date
=~contract start date
=~created date
=~invoice date
=awarded date
=countersigned
=countersigned on
}
:salesforce
[5
=Customer Signed Date
=Company Signed Date
=Order Start Date
=~Contract Start Date
=Activated Date
}
:hubspot
[1
=Order date
}
:zoho
[2
=~Created Time
=Contract Date
}
:dynamics
[2
=Date Fulfilled
=~Contract Start Date
}
:odoo
[3
=Order Date
=date_order
=Creation Date
}
:fxiaoke
[3
=签订日期
=合同签订日期
=~下单日期
}
:xiaoshouyi
[3
=签约日期
=合同签订日期
=~下单日期
}
:yonyou
[3
=签订日期
=合同签订日期
=单据日期
}
:kingdee
[3
=签订日期
=~日期
=单据日期
}
:zh
[45
=用印日期
=簽字日期
=簽訂日
=簽訂日期
=簽訂時間
=簽約日期
=簽約時間
=簽約日
=簽署日期
=簽署時間
=合同日期
=合同時間
=合同簽訂日期
=合同簽訂時間
=合同簽署日期
=合同簽約日期
=合同簽約時間
=簽單日期
=簽單時間
=成交日期
=成交時間
=下單日期
=下單時間
=訂單日期
=訂立日期
=訂購日期
=~日期
=合同訂立日期
=簽定日期
=簽定時間
=合同簽定日期
=合同簽定時間
=~生效日期
=~合同生效日期
=~合同開始日期
=~合同開始時間
=~開始日期
=~創建時間
=~時間
=~錄入日期
=~登記日期
=蓋章日期
=用印日
=合同簽字日期
=決標日期
}
:zh-Hant
[6
=簽約年月日
=合約日期
=簽約日期時間
=接單日期
=契約日期
=訂約日期
}
:de
[14
=Vertrag vom
=Vertragsdatum
=Unterzeichnet am
=Unterschriftsdatum
=Abschlussdatum
=Auftragsdatum
=Bestelldatum
=~Datum
=Vertragsabschluss
=Unterschrieben am
=Abgeschlossen am
=~Vertragsbeginn
=~Beginn
=Signiert am
}
:it
[8
=data firma
=data contratto
=data stipula
=data ordine
=data sottoscrizione
=~data
=~data inizio
=~decorrenza
}
:es
[7
=fecha de firma
=fecha del contrato
=fecha de contrato
=fecha de pedido
=~fecha
=fecha de suscripción
=~fecha de inicio
}
:fr
[7
=date de signature
=date du contrat
=date de commande
=signé le
=~date
=date contrat
=~date de début
}
}
:delivered
{7
:en
[11
=delivered on
=delivery date
=date delivered
=delivered date
=shipped date
=ship date
=shipping date
=actual delivery date
=~expected delivery date
=goods received date
=dispatch date
}
:fxiaoke
[2
=交货日期
=发货日期
}
:zh
[14
=到貨日
=到貨日期
=到貨時間
=交貨日期
=交貨日
=發貨日期
=發貨時間
=交付日期
=交付時間
=實際交貨日期
=送貨日期
=實際到貨日期
=出貨日期
=發貨完成
}
:de
[5
=Lieferdatum
=Geliefert am
=Versanddatum
=Ausgeliefert am
=Ausgeliefert
}
:it
[2
=data consegna
=consegnato il
}
:es
[2
=fecha de entrega
=entregado el
}
:fr
[2
=date de livraison
=livré le
}
}
:accepted
{6
:en
[9
=accepted on
=acceptance date
=date accepted
=sign-off date
=final acceptance date
=go live date
=completion date
=date completed
=~go-live
}
:zh
[9
=驗收日
=驗收日期
=驗收時間
=終驗日期
=終驗時間
=竣工日期
=上線日期
=驗收通過日期
=初驗日期
}
:de
[6
=Abnahme am
=abgenommen am
=Abnahmedatum
=Abgenommen am
=Abnahme
=Inbetriebnahme
}
:it
[2
=data collaudo
=data accettazione
}
:es
[2
=fecha de aceptación
=fecha de recepción
}
:fr
[3
=date de réception
=date de recette
=date d'acceptation
}
}
:warranty
{6
:en
[7
=guarantee months
=warranty months
=warranty months
=warranty
=warranty period
=warranty term
=warranty (months)
}
:zh
[15
=保固期間
=保固月
=保固
=保固期限
=保證期
=保固月數
=質保月數
=保修月數
=質保期月數
=質保期
=質保期(月)
=保修期
=質保月數
=保固期
=質保年限
}
:de
[7
=Gewährleistungsfrist
=Gewährleistung Monate
=Garantie Monate
=Gewährleistung
=Garantie
=Garantiezeit
=Gewährleistung (Monate)
}
:it
[2
=garanzia
=garanzia mesi
}
:es
[2
=garantía
=meses de garantía
}
:fr
[2
=garantie
=garantie (mois)
}
}
:p1
{3
:en
[6
=down payment %
=down payment percent
=advance %
=advance payment %
=upfront %
=deposit %
}
:zh
[15
'訂金%
'定金%
=~預付款
'預付款%
=訂金比例
=預付比例
=首付比例
=預付比例
=預付款比例
=首付款比例
=首款比例
=預付款%
=首付款%
=首付%
=預付%
}
:de
[4
'Anzahlung %
'bei Auftrag %
=Anzahlung %
=Anzahlungsquote
}
}
:p2
{3
:en
[3
=delivery %
=delivery payment %
=on delivery %
}
:zh
[12
'交貨%
=交貨比例
'發貨款%
=~發貨款
'到貨款%
=發貨比例
=到貨比例
=到貨款比例
=發貨款比例
=到貨款%
=發貨款%
=到貨%
}
:de
[2
'bei Lieferung %
'Lieferung %
}
}
:p3
{3
:en
[3
=acceptance %
=acceptance payment %
=on acceptance %
}
:zh
[7
=~驗收款
'驗收款%
=驗收比例
=驗收比例
=驗收款比例
=驗收款%
=驗收%
}
:de
[3
'nach Abnahme %
'bei Abnahme %
'Abnahme %
}
}
:p4
{3
:en
[3
=retention %
=retention percent
=final payment %
}
:zh
[14
'保固款%
'保固%
'質保金%
=~質保金
=質保比例
=保固比例
'尾款%
=質保比例
=質保金比例
=尾款比例
=質保款比例
=質保金%
=質保款%
=尾款%
}
:de
[2
'Einbehalt %
'Gewährleistungseinbehalt %
}
}
}
:pa
{16
:payment_id
{15
:en
[28
=payment id
=payment no
=payment ref
=payment reference
=payment number
=receipt no
=receipt number
=receipt id
=transaction id
=transaction no
=collection id
=installment no
=instalment no
=voucher no
=document no
=document number
=doc no
=doc number
=~document ref
=~id
=~ref
=~no
=~sn
=~record id
=milestone id
=schedule id
=~reference
=~invoice id
}
:salesforce
[2
=Payment ID
=Payment Number
}
:zoho
[2
=Payment Number
=Payment Id
}
:dynamics
[1
=~Invoice ID
}
:odoo
[2
=External ID
=Payment Reference
}
:fxiaoke
[2
=回款编号
=回款计划编号
}
:xiaoshouyi
[2
=回款编号
=回款计划编号
}
:yonyou
[3
=单据号
=收款单号
=单据编号
}
:kingdee
[2
=单据编号
=收款单号
}
:zh
[21
=回款編號
=回款ID
=回款單號
=收款編號
=收款單號
=付款編號
=應收編號
=應收單號
=單據編號
=單據號
=流水號
=交易流水號
=期次編號
=計劃編號
=憑證號
=憑證編號
=~編號
=~單號
=結帳單號
=收據編號
=請款編號
}
:zh-Hant
[4
=收款單編號
=請款單號
=沖帳單號
=傳票號碼
}
:de
[6
=Zahlungs-ID
=Zahlungsnummer
=Belegnummer
=Beleg-Nr
=Belegnr
=Buchungsnummer
}
:it
[4
=id pagamento
=numero pagamento
=n documento
=numero documento
}
:es
[5
=id pago
=número de pago
=n documento
=número de documento
=recibo
}
:fr
[4
=id paiement
=numéro de paiement
=n pièce
=numéro de pièce
}
}
:contract_id
{3
:use
=contract_ref
:en
[4
=~contract name
=~project
=~project name
=~source document
}
:zh
[4
=~合同名稱
=~項目名稱
=~項目編號
=~項目
}
}
:account_id
{7
:use
=account
:en
[6
=~customer/project
=~contact
=~contact name
=payee name
=~name
=~partner
}
:zh
[10
=打款單位
=打款人
=匯款單位
=匯款人
=交款單位
=繳款單位
=~對方賬戶名稱
=~項目/客戶
=付款客戶
=帳款客戶
}
:de
[8
=Zahler
=Rechnungsempfänger
=Schuldner
=~Konto
=~Name
=Zahlungspflichtiger
=~Empfänger
=~Kontobezeichnung
}
:it
[2
=debitore
=intestatario
}
:es
[2
=deudor
=pagador
}
:fr
[2
=débiteur
=payeur
}
}
:stage
{9
:en
[17
=payment stage
=milestone
=payment milestone
=instalment
=installment
=payment term
=billing milestone
=payment type
=~stage
=phase
=billing stage
=payment phase
=milestone name
=invoice type
=~payment terms
=~type
=~description
}
:fxiaoke
[3
=期次
=回款期次
=期数
}
:xiaoshouyi
[2
=期次
=回款期次
}
:zh
[27
=請款階段
=付款階段
=款項性質
=付款節點
=期次
=款項類型
=款項名稱
=款項類別
=回款階段
=回款類型
=回款節點
=回款期次
=收款節點
=收款階段
=收款類型
=收款期次
=付款性質
=付款期次
=付款批次
=節點
=款項
=款別
=里程碑
=階段款
=~階段
=~類型
=~付款方式
}
:zh-Hant
[3
=請款期別
=期別
=款項別
}
:de
[9
=Abschlagszahlung
=Zahlungsmeilenstein
=Zahlungsstufe
=Rate
=Teilzahlung
=Zahlungsart
=Meilenstein
=Zahlungsabschnitt
=Abschlag
}
:it
[4
=rata
=milestone
=tipo pagamento
=fase pagamento
}
:es
[4
=hito
=cuota
=plazo
=tipo de pago
}
:fr
[4
=échéance n
=jalon
=tranche
=type de paiement
}
}
:pct
{6
:en
[9
=percent
=percentage
=payment %
=payment percent
=payment percentage
=share
=milestone %
'% of contract
'% payment
}
:zh
[9
=請款比例
'請款%
=比例
=付款比例
=回款比例
=收款比例
=百分比
=占比
=佔比
}
:de
[3
=Prozent
=Anteil
=Zahlungsanteil
}
:it
[2
=percentuale
=quota
}
:es
[1
=porcentaje
}
:fr
[2
=pourcentage
=part
}
}
:amt_override
{16
:en
[58
=~billed
=open amount
=amount open
=outstanding invoice amount
=gross
=~subtotal
=amount
=invoice amount
=invoice total
=invoice value
=total invoice amount
=invoiced amount
=amount invoiced
=amount due
=total due
=due amount
=amount receivable
=receivable amount
=planned amount
=expected amount
=scheduled amount
=instalment amount
=installment amount
=bill amount
=billed amount
=billing amount
=gross amount
=original amount
=total amount
=total
=invoice total amount
=milestone amount
=receivable
=~payment due
=amount billed
=net amount
=~value
=~outstanding amount
=~balance
=~outstanding
=~balance due
=~open amount
=~outstanding value
=amount in local currency
=document amount
=~debit
=~net due
=~grand total
=payable amount
=~price
=~invoice
=total invoiced
=total billed
=invoiced
=amount in lc
=amt in loc cur
=total price
=invoice total price
}
:salesforce
[3
=Invoice Amount
=Total Amount
=Amount
}
:hubspot
[2
=Amount billed
=Invoice amount
}
:zoho
[3
=Grand Total
=Invoice Amount
=Total
}
:dynamics
[2
=Total Amount
=Detail Amount
}
:odoo
[5
=Total
=Amount Total
=Total Signed
=Amount in Currency Signed
=Total in Currency Signed
}
:fxiaoke
[3
=计划回款金额(元)
=计划回款金额
=应收金额
}
:xiaoshouyi
[2
=计划回款金额
=应收金额
}
:yonyou
[4
=应收金额
=本币金额
=原币金额
=价税合计
}
:kingdee
[4
=应收金额
=价税合计
=应收单金额
=本位币金额
}
:zh
[58
=應結金額
=帳款金額
=開立金額
=應請款金額
=本期應請款
=應請款
=應收金額
=應收款
=應收款金額
=應收賬款
=應收帳款
=應收
=應收賬款金額
=計劃金額
=計劃回款金額
=計劃回款
=計劃收款金額
=計劃付款金額
=預計回款金額
=預計收款金額
=應付金額
=應付款金額
=應回款金額
=應回款
=本期應收
=開票金額
=發票金額
=發票總額
=已開票金額
=賬單金額
=含稅金額
=價稅合計
=期款金額
=款項金額
=約定金額
=約定付款金額
=節點金額
=本次應收
=應繳金額
=貨款金額
=貨款
=~金額
=~欠款金額
=~未收金額
=~餘額
=~應收餘額
=~合計
=~合同金額
=立帳金額
=銷貨金額
=銷售金額
=應收合計
=~訂單金額
=~含稅
=憑證總額
=總金額
=實際應收
=實際應收金額
}
:zh-Hant
[5
=含稅總額
=應收帳款金額
=請款金額
=發票金額(含稅)
=應收總額
}
:de
[28
=Rechnungsgesamtbetrag
=Rg-Gesamtbetrag
=~fakturiert
=Rechnungsbetrag
=Rechnungssumme
=Betrag
=offener Betrag
=Forderung
=Forderungsbetrag
=Bruttobetrag
=Nettobetrag
=Gesamtbetrag
=fälliger Betrag
=Sollbetrag
=Summe
=Rate Betrag
=~Saldo
=Brutto
=Rechnungswert
=Betrag Rechnung
=Teilbetrag
=Ratenbetrag
=Endbetrag
=Forderungshöhe
=~Netto
=~Umsatz
=Endsumme
=Betrag HW
}
:it
[15
=importo fattura
=importo
=totale fattura
=importo dovuto
=totale
=importo rata
=totale documento
=importo totale
=totale ivato
=importo ivato
=importo lordo
=lordo
=~imponibile
=~saldo
=~residuo
}
:es
[10
=importe factura
=importe
=monto
=monto factura
=total factura
=monto adeudado
=total
=importe total
=~saldo
=valor factura
}
:fr
[8
=montant facture
=montant
=montant ttc
=total facture
=montant dû
=montant facturé
=~solde
=montant ht
}
}
:credit_days
{7
:en
[11
=credit days
=credit period
=payment terms days
=terms days
=credit term
=payment days
=net days
=terms (days)
=~payment terms
=~terms
=~credit terms
}
:zh
[10
=賬期
=賬期(天)
=帳期
=信用期
=信用天數
=賬期天數
=付款天數
=信用賬期
=結算週期
=~付款期限(天)
}
:zh-Hant
[2
=帳期天數
=月結天數
}
:de
[4
=Zahlungsziel
=Zahlungsfrist
=Zahlungsziel (Tage)
=Zahlungsziel Tage
}
:it
[2
=giorni pagamento
=termini di pagamento
}
:es
[3
=días de crédito
=plazo de pago
=días crédito
}
:fr
[3
=délai de paiement
=jours de crédit
=délai de règlement
}
}
:due_override
{16
:en
[33
=~maturity
=due date
=due
=payment due date
=payment due
=due on
=invoice due date
=due date (invoice)
=net due date
=date due
=agreed due date
=planned date
=planned payment date
=expected payment date
=expected date
=scheduled date
=target date
=maturity date
=pay by
=expected collection date
=expected receipt date
=baseline date
=plan date
=pduedate
=~forecast date
=~promised date
=~expected payment
=promise to pay date
=~milestone date
=pay-by date
=pay by date
=payment deadline
=payment due by
}
:salesforce
[1
=Due Date
}
:hubspot
[1
=Due date
}
:zoho
[1
=Due Date
}
:dynamics
[1
=Due Date
}
:odoo
[4
=Due Date
=Invoice Due Date
=invoice_date_due
=Next Payment Date
}
:fxiaoke
[2
=计划回款日期
=应收日期
}
:xiaoshouyi
[2
=计划回款日期
=应收日期
}
:yonyou
[2
=到期日
=应收到期日
}
:kingdee
[2
=到期日
=应收日期
}
:zh
[48
=預定收款日
=到期日
=到期日期
=到期時間
=應收日期
=應收時間
=應收款日期
=應付日期
=應付款日期
=計劃回款日期
=計劃回款時間
=計劃收款日期
=計劃收款時間
=計劃付款日期
=計劃日期
=計劃時間
=約定付款日
=約定付款日期
=約定付款時間
=約定回款日期
=約定收款日期
=預計回款日期
=預計回款時間
=預計收款日期
=預計收款時間
=預計到賬日期
=預計到賬時間
=預計付款日期
=付款期限
=付款到期日
=收款期限
=應回款日期
=應回款時間
=回款期限
=最晚付款日期
=付款截止日期
=還款日期
=賬期到期日
=應繳日期
=~節點日期
=收款到期日
=應收到期日
=預收日期
=兌現日
=發票到期日
=票據到期日
=收款截止日
=應收日
}
:zh-Hant
[4
=預計收款日
=應收款日
=帳款到期日
=預計入帳日
}
:de
[19
=~Zahlungsfrist
=Zieldatum
=geplanter Zahlungseingang
=Fälligkeitstag
=~Zahlungsziel
=Fälligkeit
=Fälligkeitsdatum
=fällig am
=Fällig
=Zahlbar bis
=Zahlungstermin
=Fälligkeitstermin
=Nettofälligkeit
=Zahlung fällig
=Zahlung fällig am
=fällig zum
=Zahlungsziel Datum
=Zahltermin
=Zahlung bis
}
:it
[4
=scadenza
=data scadenza
=scadenza pagamento
=data prevista incasso
}
:es
[6
=fecha de vencimiento
=vencimiento
=vence
=fecha límite de pago
=fecha vencimiento
=fecha prevista de cobro
}
:fr
[5
=échéance
=date d'échéance
=date échéance
=date limite de paiement
=date prévue
}
}
:invoice_no
{16
:en
[21
=invoice no
=invoice number
=invoice
=invoice id
=invoice ref
=invoice reference
=inv no
=inv number
=inv
=bill no
=bill number
=tax invoice no
=~document ref
=~document number
=~document no
'invoice #
'inv #
=~invoice / ref
=~doc ref
=~number
=billing document
}
:salesforce
[1
=Invoice Number
}
:hubspot
[2
=Invoice number
=Number
}
:zoho
[2
=Invoice Number
=Invoice#
}
:dynamics
[2
=Invoice ID
=Invoice Number
}
:odoo
[3
=Number
=Invoice Number
=Invoice/Bill
}
:fxiaoke
[2
=发票号码
=发票编号
}
:xiaoshouyi
[2
=发票号码
=发票编号
}
:yonyou
[2
=发票号
=发票号码
}
:kingdee
[2
=发票号
=发票号码
}
:zh
[15
=發票字軌
=開票號碼
=發票號
=發票號碼
=發票編號
=發票代碼
=票號
=開票號
=發票單號
=賬單編號
=賬單號
=憑單編號
=票據號
=票據號碼
=票據編號
}
:zh-Hant
[3
=統一發票號碼
=發票字號
=發票號碼(統編)
}
:de
[11
=Faktura-Nr
=Rechnungsnummer
=Rechnungs-Nr
=Rechnungsnr
=Rechnung
=Re-Nr
=RG-Nr
=Rechnung Nr
=Rechnungs-ID
=~Belegfeld 1
=Beleg
}
:it
[4
=numero fattura
=n fattura
=fattura
=fattura n
}
:es
[5
=número de factura
=n factura
=factura
=no factura
=folio
}
:fr
[4
=numéro de facture
=n facture
=facture
=n de facture
}
}
:received
{15
:en
[32
=settled
=cash in
=remitted
=received
=amount received
=received amount
=payment received
=paid
=paid amount
=amount paid
=payment amount
=collected
=collected amount
=amount collected
=collection amount
=receipt amount
=cash received
=total paid
=total received
=payments received
=payments
=receipts
=actual amount
=actual received
=actual payment
=amount applied
=~payment
=~credit
=~actual
=~deposit
=~paid to date
=received to date
}
:salesforce
[2
=Amount Paid
=Payment Amount
}
:hubspot
[1
=Amount paid
}
:zoho
[2
=Amount Paid
=Amount Received
}
:odoo
[2
=Amount Paid
=~Amount
}
:fxiaoke
[4
=本次回款金额(元)
=回款金额(元)
=已回款金额
=回款金额
}
:xiaoshouyi
[3
=回款金额
=实际回款金额
=已回款金额
}
:yonyou
[3
=收款金额
=已收款金额
=实收金额
}
:kingdee
[3
=实收金额
=收款金额
=已收款核销金额
}
:zh
[63
=已收
=沖帳金額
=已入帳
=收到金額
=到款
=已結算
=已核銷
=核銷金額
=已核銷金額
=累計到賬金額
=到賬金額
=總回款金額
=實收
=實收金額
=實收款
=實收款金額
=回款金額
=實際回款
=實際回款金額
=已回款
=已回款金額
=已收金額
=已收款
=已收款金額
=收款金額
=到賬金額
=到帳金額
=進賬金額
=入賬金額
=本次回款
=本次回款金額
=本次收款金額
=累計回款
=累計回款金額
=累計收款
=累計收款金額
=付款金額
=已付金額
=已付款金額
=實付金額
=回款額
=回款
=收款
=已到賬金額
=實際收款金額
=實際到賬金額
=打款金額
=匯款金額
=繳費金額
=交款金額
=還款金額
=~本期收款
=~支付金額
=~定金
=已核銷金額
=核銷金額
=累計核銷金額
=已沖銷金額
=已沖金額
=已到賬
=已繳金額
=已繳
=已結金額
}
:zh-Hant
[5
=實收帳款
=已沖帳金額
=入帳金額
=已收帳款
=匯入金額
}
:de
[26
=Geldeingang
=Ist-Zahlung
=Gutgeschrieben
=Ausgeglichen
=Erhalten
=Erhaltener Betrag
=Gezahlt
=Bezahlt
=gezahlter Betrag
=bezahlter Betrag
=Zahlungseingang
=Zahlungsbetrag
=Bezahlter Betrag
=Eingegangen
=Ist-Betrag
=Istbetrag
=Zahlung erhalten
=eingegangener Betrag
=davon bezahlt
=bereits bezahlt
=Zahlbetrag
=Zahlungen
=~Zahlung
=~Eingang
=Geleistete Zahlung
=Bereits gezahlt
}
:it
[6
=incassato
=importo incassato
=pagato
=importo pagato
=importo ricevuto
=incasso
}
:es
[8
=recibido
=importe cobrado
=cobrado
=pagado
=monto pagado
=monto recibido
=importe pagado
=abono
}
:fr
[8
=reçu
=montant reçu
=encaissé
=payé
=montant payé
=montant réglé
=réglé
=montant encaissé
}
}
:received_date
{15
:en
[26
=cleared on
=settled date
=date settled
=settlement date
=received on
=received date
=date received
=payment date
=date paid
=paid on
=paid date
=date of payment
=payment received date
=collection date
=receipt date
=date collected
=actual payment date
=actual date
=cash date
=deposit date
=settlement date
=clearing date
=cleared date
=settled on
=actual receipt date
=last payment date
}
:salesforce
[1
=Payment Date
}
:hubspot
[1
=Payment date
}
:zoho
[1
=Payment Date
}
:odoo
[2
=Payment Date
=~Date
}
:fxiaoke
[2
=回款日期
=到账日期
}
:xiaoshouyi
[2
=回款日期
=实际回款日期
}
:yonyou
[1
=收款日期
}
:kingdee
[1
=收款日期
}
:zh
[37
=實收日
=實收日期
=實收時間
=回款日期
=回款時間
=實際回款日期
=實際回款時間
=到賬日期
=到賬時間
=到帳日期
=到帳時間
=收款日期
=收款時間
=進賬日期
=入賬日期
=入賬時間
=付款日期
=付款時間
=實際付款日期
=實際收款日期
=實際到賬日期
=實際到賬時間
=打款日期
=打款時間
=匯款日期
=繳費日期
=交款日期
=還款時間
=支付日期
=支付時間
=交易日期
=交易時間
=核銷日期
=最近入帳日
=最近到賬日
=兌現日期
=繳款日期
}
:zh-Hant
[5
=入帳日期
=入帳日
=收款日
=沖帳日期
=匯款日
}
:de
[20
=Bezahldatum
=Zahltag
=Zahlungsdatum
=Bezahlt am
=Gezahlt am
=Zahlungseingang am
=Erhalten am
=Eingang am
=Zahldatum
=Eingangsdatum
=Wertstellung
=~Geldeingang
=Geldeingang am
=Zahlung am
=Zahlungseingang Datum
=Eingegangen am
=Letzter Zahlungseingang
=~Zahlungseingang
=Beglichen am
=Zahlungseingangsdatum
}
:it
[8
=data incasso
=data pagamento
=incassato il
=pagato il
=data saldo
=data di incasso
=data accredito
=saldata il
}
:es
[5
=fecha de pago
=fecha de cobro
=pagado el
=fecha pago
=fecha de recepción
}
:fr
[6
=date de paiement
=date d'encaissement
=payé le
=date de règlement
=date règlement
=encaissé le
}
}
:owner
{4
:use
=owner
:en
[5
=collector
=collections owner
=credit controller
=~controller
=~collector name
}
:zh
[8
=催款人
=收款人
=收款負責人
=催收負責人
=催收人
=~經手人
=~操作員
=~歸屬
}
:de
[1
=Sachbearbeiter
}
}
:delay_reason
{6
:en
[9
=delay reason
=reason for delay
=overdue reason
=reason overdue
=late reason
=reason for non-payment
=non payment reason
=dispute reason
=~reason
}
:zh
[12
=未收款原因
=未回款原因
=拖延理由
=拖欠原因
=逾期原因
=未收款原因
=未回款原因
=延期原因
=欠款原因
=未付原因
=未到賬原因
=延遲原因
}
:de
[3
=Verzugsgrund
=Grund für Verzug
=Verzögerungsgrund
}
:it
[1
=motivo ritardo
}
:es
[2
=motivo de retraso
=motivo de mora
}
:fr
[2
=motif de retard
=raison du retard
}
}
:dispute
{3
:en
[5
=dispute
=disputed
=in dispute
'dispute?
=is disputed
}
:zh
[4
=爭議
=是否爭議
=有無爭議
=是否有爭議
}
:de
[3
=Strittig
=Streitig
=Reklamation
}
}
:next_action
{2
:use
=next_action
:zh
[5
=催款措施
=催收措施
=~催款記錄
=清收措施
=回款措施
}
}
:next_date
{2
:use
=next_date
:zh
[2
=下次回款日期
=下次催款日期
}
}
}
:re
{20
:renewal_id
{10
:en
[31
=renewal id
=renewal no
=renewal ref
=subscription id
=subscription no
=subscription number
=subscription ref
=license id
=licence id
=license number
=policy no
=policy number
=contract id
=contract no
=contract number
=agreement no
=agreement number
=service contract no
=entitlement id
=~id
=~no
=~ref
=~sn
=~record id
=~asset id
=~serial number
=~serial no
=membership no
=~order number
=~license key
=~instance id
}
:salesforce
[4
=Subscription ID
=Asset ID
=Contract Number
=Subscription Number
}
:odoo
[3
=Subscription Reference
=Reference
=External ID
}
:zoho
[1
=Subscription Number
}
:zh
[21
=續單編號
=續單ID
=續約編號
=續費編號
=訂閱編號
=訂閱ID
=訂閱號
=合同編號
=合同號
=服務合同編號
=維保合同編號
=授權編號
=授權號
=保單號
=保單編號
=會員編號
=會員號
=卡號
=~編號
=~單號
=~序列號
}
:zh-Hant
[4
=合約編號
=保單號碼
=授權碼編號
=維護合約編號
}
:de
[8
=Vertragsnummer
=Verlängerungs-ID
=Abonnement-Nr
=Abo-Nr
=Lizenznummer
=Policennummer
=Wartungsvertrag-Nr
=Vertrags-Nr
}
:it
[5
=id rinnovo
=numero contratto
=codice abbonamento
=numero polizza
=codice licenza
}
:es
[5
=id renovación
=número de contrato
=id suscripción
=número de póliza
=número de licencia
}
:fr
[5
=id renouvellement
=numéro de contrat
=id abonnement
=numéro de police
=numéro de licence
}
}
:account_id
{7
:use
=account
:en
[10
=policyholder
=policy holder
=~insured
=~insured name
=licensee
=member name
=~name
=~subscriber name
=~vendor
=~vendor name
}
:zh
[8
=會員姓名
=會員名稱
=投保人
=被保險人
=承租方
=學員姓名
=服務對象
=~姓名
}
:de
[3
=Lizenznehmer
=Versicherungsnehmer
=Vertragspartner
}
:it
[2
=contraente
=intestatario
}
:es
[3
=asegurado
=titular
=tomador
}
:fr
[3
=assuré
=titulaire
=abonné
}
}
:product_id
{5
:use
=product
:en
[15
=license
=licence
=license name
=software
=software name
=~policy type
=subscription
=subscription name
=service name
=~package
=membership type
=subscription product
=~description
=~asset name
=coverage type
}
:zh
[7
=服務
=服務名稱
=軟件名稱
=授權產品
=會員類型
=險種
=~服務類型
}
:zh-Hant
[2
=軟體名稱
=授權品項
}
:de
[6
=Lizenz
=Software
=Abo
=Abonnement
=~Anlage
=~Gegenstand
}
}
:p_start
{9
:en
[27
=period start
=start date
=start
=contract start
=contract start date
=subscription start
=subscription start date
=term start
=term start date
=service start
=service start date
=effective date
=effective from
=from
=from date
=begin date
=commencement date
=valid from
=license start
=license start date
=coverage start date
=current term start
=activation date
=~date
=policy start date
=inception date
=purchase date
}
:salesforce
[4
=Contract Start Date
=Subscription Start Date
=Start Date
=Current Term Start Date
}
:odoo
[2
=Start Date
=Date Start
}
:zh
[39
=期初
=期初日期
=開始日期
=開始時間
=起始日期
=起始時間
=生效日期
=生效時間
=合同開始日期
=合同開始時間
=合同起始日期
=合同生效日期
=服務開始日期
=服務開始時間
=服務起始日期
=服務起始日
=訂閱開始日期
=授權開始日期
=起租日
=開通日期
=開通時間
=起保日期
=合同起始日
=起始日
=開始日
=購買日期
=購買時間
=維保開始日期
=合約起始日
=合同期間起
=合約期間(起)
=服務期間(起)
=期間(起)
=起租日期
=合同期限(起)
=租約起日
=服務期起
=服務起
=合約起日
}
:zh-Hant
[4
=起日
=合約開始日
=合約起日
=啟用日期
}
:de
[14
=Beginn
=Startdatum
=Vertragsbeginn
=Laufzeitbeginn
=Gültig ab
=Gültig von
=Abo-Beginn
=Start
=Periodenbeginn
=Laufzeit ab
=Laufzeit von
=Vertrag ab
=läuft seit
=Beginn der Laufzeit
}
:it
[7
=data inizio
=inizio
=decorrenza
=data decorrenza
=inizio contratto
=data attivazione
=inizio periodo
}
:es
[6
=fecha de inicio
=inicio
=inicio de contrato
=vigencia desde
=fecha inicio
=inicio del periodo
}
:fr
[6
=date de début
=début
=date de début de contrat
=date d'effet
=valable du
=début de période
}
}
:p_end
{9
:en
[22
=period end
=end date
=end
=contract end
=contract end date
=subscription end
=subscription end date
=term end
=term end date
=service end
=service end date
=to
=to date
=until
=finish date
=valid to
=valid until
=license end date
=coverage end date
=current term end
=effective to
=~renewal period end
}
:salesforce
[4
=Contract End Date
=Subscription End Date
=End Date
=Current Term End Date
}
:odoo
[2
=End Date
=Date End
}
:zh
[29
=期末
=期末日期
=結束日期
=結束時間
=終止日期
=終止時間
=截止日期
=截止時間
=服務結束日期
=服務結束時間
=合同結束日期
=合同結束時間
=合同終止日期
=訂閱結束日期
=合同截止日期
=服務截止日期
=服務截止時間
=終止日
=結束日
=有效期至
=合同期間迄
=合約期間(迄)
=服務期間(迄)
=期間(迄)
=合同期限(止)
=服務期止
=服務止
=合約迄日
=合約訖日
}
:zh-Hant
[3
=迄日
=合約結束日
=合約迄日
}
:de
[13
=Ende
=Enddatum
=Vertragsende
=Laufzeitende
=Gültig bis
=Abo-Ende
=Periodenende
=Laufzeit bis
=Vertrag bis
=läuft bis
=Vertragslaufzeit bis
=Ende der Laufzeit
=Ende Laufzeit
}
:it
[5
=data fine
=fine
=fine contratto
=data termine
=fine periodo
}
:es
[6
=fecha de fin
=fin
=fin de contrato
=vigencia hasta
=fecha fin
=fin del periodo
}
:fr
[5
=date de fin
=fin
=date de fin de contrat
=valable jusqu'au
=fin de période
}
}
:expiry
{11
:en
[45
=expiry
=expiry date
=expiration
=expiration date
=expires
=expires on
=exp date
=contract expiry
=contract expiry date
=contract expiration date
=date of expiry
=renewal date
=renewal due date
=renewal due
=next renewal date
=next renewal
=due for renewal
=renews on
=renew by
=maturity date
=license expiry
=license expiration date
=licence expiry
=subscription expiry
=subscription expiration date
=warranty expiry
=maintenance expiry
=support end date
=support expiry
=anniversary date
=lease expiry
=policy expiry date
=~due date
=warranty end date
=~notice date
=~renewal month
=~renewal
=~expires in
=maintenance end date
=next billing date
=expiry dt
=renews on
=next renewal date
=renewal due
=renewal due date
}
:salesforce
[3
=Renewal Date
=Contract Expiration Date
=Next Renewal Date
}
:hubspot
[2
=Renewal Date
=Contract renewal date
}
:zoho
[2
=Renewal Date
=Next Billing Date
}
:odoo
[2
=Next Invoice Date
=Date of Next Invoice
}
:zh
[42
=到期日
=到期日期
=到期時間
=合約到期日
=合同到期日
=合同到期日期
=合同到期時間
=服務到期日
=服務到期日期
=服務到期時間
=續約日期
=續約時間
=續費日期
=續費時間
=續費到期日
=續簽日期
=失效日期
=失效時間
=過期日期
=過期時間
=授權到期日
=授權到期日期
=授權到期時間
=維保到期日
=維保到期日期
=維保到期時間
=保修到期日期
=質保到期日
=質保到期日期
=訂閱到期日
=訂閱到期日期
=服務截止
=會員到期日
=會員到期時間
=保險到期日
=租約到期日
=有效期
=有效期限
=到期續費日期
=賬號到期日期
=~到期
=~到期月份
}
:zh-Hant
[5
=合約到期日期
=保固到期日
=授權期限
=維護到期日
=租約到期日期
}
:de
[14
=Ablauf
=Ablaufdatum
=läuft ab am
=Verlängerungsdatum
=Verlängerung am
=Kündigungstermin
=fällig zur Verlängerung
=Lizenzablauf
=nächste Verlängerung
=Vertragsablauf
=endet am
=Ablauf am
=Verlängerung zum
=Läuft aus am
}
:it
[6
=scadenza
=data scadenza
=scadenza contratto
=data rinnovo
=rinnovo
=prossimo rinnovo
}
:es
[7
=vencimiento
=fecha de vencimiento
=fecha de renovación
=expira
=próxima renovación
=fecha de expiración
=caducidad
}
:fr
[6
=échéance
=date d'échéance
=date d'expiration
=expiration
=date de renouvellement
=prochain renouvellement
}
}
:status
{10
:en
[22
=renewal state
=renewal progress
=decision
=renewal status
=status
=subscription status
=contract status
=renewal stage
=stage
=license status
=policy status
=state
=renewal outcome
=~outcome
'renewed?
=renewed
=renewal type
=~forecast
=~risk
=renewal decision
=will renew
=~account status
}
:salesforce
[3
=Status
=Renewal Status
=Subscription Status
}
:odoo
[3
=Stage
=Status
=Subscription Status
}
:zoho
[1
=Status
}
:zh
[24
=續約情形
=續約結果
=續約與否
=續約狀態
=續費狀態
=續單狀態
=續簽狀態
=狀態
=合同狀態
=訂閱狀態
=服務狀態
=到期狀態
=是否續約
=是否續費
=是否續簽
=續約情況
=續費情況
=續簽情況
=續約意向
=續費意向
=客戶狀態
=會員狀態
=續費進展
=續約意願
}
:zh-Hant
[2
=合約狀態
=續約進度
}
:de
[9
'Verlängert?
=Kündigungsstatus
=Verlängerung
=Verlängerungsstatus
=Status
=Vertragsstatus
=Abo-Status
=Stand
=Lizenzstatus
}
:it
[4
=stato rinnovo
=stato
=stato contratto
=stato abbonamento
}
:es
[4
=estado de renovación
=estado
=estatus
=estado del contrato
}
:fr
[4
=statut de renouvellement
=statut
=état
=statut du contrat
}
}
:amount
{9
:en
[43
=renewal amount
=renewal value
=renewal price
=amount
=annual value
=contract value
=value
=contract amount
=annual contract value
=annual amount
=annual fee
=annual cost
=renewal arr
=renewal fee
=renewal acv
=forecast renewal amount
=expected renewal amount
=quote amount
=subscription amount
=subscription fee
=premium
=total price
=net price
=~price
=~total
=~cost
=~fee
=annual premium
=annual maintenance
=amc amount
=amc value
=tcv
=acv
=~net amount
=~list price
=forecasted renewal arr
=forecast renewal arr
=forecast arr
=renewal forecast
=expected arr
=next term value
=value up for renewal
=quote for renewal
}
:salesforce
[3
=Renewal Amount
=Net Total
=Total Price
}
:odoo
[2
=Recurring Price
=Total
}
:zh
[35
=~年費
=~年費金額
=續單金額
=續約金額
=續費金額
=續簽金額
=合同金額
=合同額
=服務費
=服務費用
=服務金額
=年服務費
=維保費
=維保金額
=維護費
=續保金額
=訂閱金額
=保費
=金額
=應續金額
=預計續費金額
=預計續約金額
=租金
=~單價
=~費用
=會員費
=本年應續金額
=本期應續金額
=本年續費金額
=本期續費金額
=應續費金額
=新年費
=續約後金額
=續訂金額
=續約報價
}
:zh-Hant
[4
=續約費用
=維護費用
=年約金額
=合約金額
}
:de
[20
=Verlängerungsbetrag
=Verlängerungswert
=Betrag
=Vertragswert
=Jahreswert
=Jahresbetrag
=Jahresgebühr
=Wartungsgebühr
=Lizenzgebühr
=Abo-Betrag
=Preis
=Jahrespauschale
=Wartungspauschale
=Servicepauschale
=Jahresvertragswert
=Vertragswert pro Jahr
=Wert pro Jahr
=Neuer Betrag
=Neuer Jahresbetrag
=Betrag neu
}
:it
[7
=importo rinnovo
=canone
=importo
=canone annuo
=valore contratto
=premio
=valore
}
:es
[7
=importe de renovación
=monto de renovación
=cuota anual
=importe
=monto
=valor del contrato
=prima
}
:fr
[6
=montant du renouvellement
=montant
=redevance annuelle
=montant annuel
=valeur du contrat
=prime
}
}
:opening
{9
:en
[25
=opening recurring
=opening arr
=opening mrr
=current arr
=current mrr
=arr
=mrr
=existing arr
=starting arr
=beginning arr
=prior arr
=current acv
=annual recurring revenue
=monthly recurring revenue
=current value
=current contract value
=current amount
=previous amount
=prior year amount
=expiring amount
=expiring arr
=arr up for renewal
=renewable amount
=previous value
=last year amount
}
:salesforce
[3
=ARR
=MRR
=Prior ACV
}
:odoo
[3
=MRR
=ARR
=Monthly Recurring Revenue
}
:hubspot
[2
=Annual recurring revenue
=Monthly recurring revenue
}
:zh
[32
=期初經常性收入
=期初收入
=期初ARR
=期初MRR
=當前ARR
=ARR
=MRR
=現有年費
=原合同金額
=原金額
=上期金額
=上年金額
=去年金額
=上一年金額
=當前合同金額
=年度經常性收入
=~年費
=~年費金額
=~年服務費
=~年度費用
=~合同金額
=上年續費金額
=上年續約金額
=去年續費金額
=去年續約金額
=上年合同金額
=去年合同金額
=上期合同金額
=現行年費
=本期年費
=當前年費
=年維護費
}
:de
[10
=Jahresumsatz
=Jahresumsatz bisher
=ARR
=MRR
=aktueller ARR
=bisheriger Wert
=aktueller Vertragswert
=Vorjahresbetrag
=Bestehender Betrag
=ARR aktuell
}
:it
[4
=arr
=mrr
=canone attuale
=valore attuale
}
:es
[4
=arr
=mrr
=valor actual
=importe actual
}
:fr
[4
=arr
=mrr
=valeur actuelle
=montant actuel
}
}
:new
{2
:en
[3
=new recurring
=new arr
=new mrr
}
:zh
[2
=新增收入
=新增ARR
}
}
:expand
{3
:en
[8
=expansion
=upsell
=expansion arr
=upsell amount
=upsell arr
=cross-sell amount
=uplift
=uplift amount
}
:zh
[5
=增購收入
=增購
=增購金額
=擴容金額
=加購金額
}
:de
[3
=Erweiterung
=Upsell
=Mehrumsatz
}
}
:contract
{3
:en
[5
=contraction
=downsell
=downgrade amount
=contraction arr
=downgrade
}
:zh
[3
=縮減收入
=縮減金額
=降級金額
}
:de
[2
=Reduzierung
=Downsell
}
}
:churn
{3
:en
[7
=churned
=churn amount
=churned arr
=churn arr
=lost arr
=lost amount
=churned amount
}
:zh
[3
=流失收入
=流失金額
=流失ARR
}
:de
[4
=Kündigungsbetrag
=gekündigter Betrag
=Abwanderung Betrag
=Verlorener Umsatz
}
}
:revenue
{2
:en
[5
=revenue of period
=period revenue
=revenue this period
=revenue ytd
=revenue in period
}
:zh
[2
=本期收入
=當期收入
}
}
:csat
{6
:en
[12
=csat 0 10
=csat (0-10)
=csat 1 5
=satisfaction
=csat
=csat score
=satisfaction score
=health score
=customer health
=customer satisfaction
=health
=account health
}
:zh
[6
=滿意度分數
=滿意度
=滿意度評分
=客戶滿意度
=健康度
=健康分
}
:de
[6
=Zufriedenheitswert
=Zufriedenheitsnote
=Zufriedenheit 0 10
=Zufriedenheit
=Kundenzufriedenheit
=Health Score
}
:it
[1
=soddisfazione
}
:es
[1
=satisfacción
}
:fr
[1
=satisfaction
}
}
:sign_date
{3
:en
[9
=sign date
=renewal signed date
=signed date
=date renewed
=renewed on
=renewed date
=renewal signed
=renewal closed date
=date of renewal
}
:zh
[10
=~續費日期
=~續約日期
=~續費時間
=簽約時間
=續簽時間
=續約簽訂日期
=續約完成日期
=簽訂日期
=簽約日期
=續費完成日期
}
:de
[2
=Verlängert am
=Unterzeichnet am
}
}
:need
{2
:en
[4
=new need
=new needs
=new requirements
=additional needs
}
:zh
[3
=新需求
=新增需求
=客戶需求
}
}
:owner
{5
:use
=owner
:en
[10
=renewal owner
=renewal manager
=renewals rep
=renewal rep
=~agent name
=renewals manager
=~broker
=csm
=customer success manager
=csm name
}
:salesforce
[1
=Renewal Owner
}
:zh
[9
=客戶成功經理
=續費負責人
=續約負責人
=~CSM
=客服
=客服經理
=服務顧問
=售後負責人
=客成經理
}
:de
[1
=~Customer Success Manager
}
}
:next_action
{2
:use
=next_action
:zh
[2
=續費措施
=續約措施
}
}
:next_date
{1
:use
=next_date
}
}
:vi
{17
:visit_id
{11
:en
[19
=visit id
=visit no
=activity id
=activity no
=activity ref
=call id
=meeting id
=interaction id
=log id
=task id
=event id
=engagement id
=touchpoint id
=~id
=~no
=~sn
=~record id
=entry id
=~ref
}
:salesforce
[1
=Activity ID
}
:hubspot
[2
=Activity ID
=Record ID
}
:zoho
[2
=Activity Id
=Record Id
}
:pipedrive
[1
=Activity - ID
}
:dynamics
[1
=activityid
}
:zh
[9
=拜訪編號
=拜訪ID
=跟進編號
=記錄編號
=活動編號
=記錄ID
=日誌編號
=~編號
=~序號
}
:de
[4
=Besuchs-ID
=Besuchsnummer
=Aktivitäts-ID
=Aktivitätsnummer
}
:it
[2
=id visita
=id attività
}
:es
[2
=id visita
=id actividad
}
:fr
[2
=id visite
=id activité
}
}
:date
{15
:en
[37
=date
=visit date
=date of visit
=activity date
=call date
=date of call
=meeting date
=date of meeting
=contact date
=date of contact
=interaction date
=event date
=log date
=date / time
=date/time
=date & time
=date time
=datetime
=timestamp
=start date
=start time
=start
=~follow up date
=completed on
=completed date
=done date
=activity date/time
=entry date
=~time
=~created date
=~created
=~day
=date contacted
=actual end
=last contact date
=check-in time
=check in time
}
:salesforce
[5
=Date
=Activity Date
=Due Date
=ActivityDate
=Start
}
:hubspot
[3
=Activity date
=Meeting start time
=~Create date
}
:zoho
[4
=Start DateTime
=Call Start Time
=From
=Start Date
}
:dynamics
[4
=Actual End
=Start Time
=Due Date
=Start Date
}
:pipedrive
[3
=Activity - Due date
=Due date
=Activity - Marked as done time
}
:odoo
[3
=Due Date
=Start
=Date
}
:fxiaoke
[4
=创建时间
=签到时间
=拜访日期
=跟进时间
}
:xiaoshouyi
[4
=活动时间
=拜访时间
=开始时间
=签到时间
}
:zh
[41
=日期
=拜訪日期
=拜訪時間
=日期時間
=跟進日期
=跟進時間
=活動日期
=活動時間
=會議日期
=會議時間
=聯繫日期
=聯繫時間
=聯絡日期
=聯絡時間
=溝通日期
=溝通時間
=回訪日期
=回訪時間
=走訪日期
=走訪時間
=通話時間
=通話日期
=時間
=記錄日期
=記錄時間
=洽談日期
=洽談時間
=接待日期
=來訪日期
=出訪日期
=交流時間
=填報日期
=填寫日期
=訪問日期
=訪談日期
=開始時間
=~創建時間
=~提交時間
=接觸日期
=訪視日期
=~建立日期
}
:zh-Hant
[3
=訪客日期
=客訪日期
=拜訪日
}
:de
[14
=Datum
=Besuchsdatum
=Termin
=Kontaktdatum
=Gesprächsdatum
=Anrufdatum
=Datum/Uhrzeit
=Datum des Besuchs
=Besuch am
=Besuchstag
=~Tag
=Wann
=Besucht am
=Aktivitätsdatum
}
:it
[6
=data
=data visita
=data contatto
=data attività
=data incontro
=data chiamata
}
:es
[7
=fecha
=fecha de visita
=fecha de contacto
=fecha de actividad
=fecha visita
=fecha de reunión
=fecha de llamada
}
:fr
[7
=date
=date de visite
=date de contact
=date de l'activité
=date du rdv
=date du rendez-vous
=date d'appel
}
}
:account_id
{7
:use
=account
:en
[9
=~related to
=~visited
=place visited
=~name
=~lead
=~contact / company
=customer visited
=~vendor
=~entity
}
:zh
[8
=受訪單位名稱
=拜訪對象單位
=走訪單位
=走訪企業
=關聯客戶名稱
=~拜訪對象
=~訪問對象
=~姓名
}
:de
[2
=besuchter Kunde
=Besuchte Firma
}
:it
[1
=cliente visitato
}
:es
[1
=cliente visitado
}
:fr
[1
=client visité
}
}
:contact_id
{13
:en
[17
=customer contact
=contact
=contact name
=contact person
=main contact
=met with
=person met
=spoke to
=spoke with
=person contacted
=contacted person
=attendee
=contact id
=who
=~name
=~contacts
=~attendees
}
:salesforce
[3
=Name
=Contact
=Who
}
:hubspot
[2
=Associated Contact
=Contact
}
:zoho
[1
=Contact Name
}
:dynamics
[3
=~Regarding
=Call To
=Required Attendees
}
:pipedrive
[2
=Activity - Person
=Contact person
}
:fxiaoke
[1
=联系人
}
:xiaoshouyi
[1
=联系人
}
:zh
[34
=對方窗口
=客戶窗口
=見面人
=對方接待人
=對方聯繫人
=被拜訪人
=受訪者
=被訪人
=聯繫人
=聯絡人
=主要對象
=主要對象編號
=拜訪對象
=受訪人
=接待人
=溝通對象
=對接人
=客戶聯繫人
=客戶聯絡人
=會見人
=被訪人
=受訪者
=接洽人
=面談對象
=客戶姓名
=會談對象
=洽談對象
=訪談對象
=拜會對象
=受訪對象
=對方人員
=客戶方人員
=客戶代表
=對方聯繫人
}
:de
[12
=Ansprechpartner
=Gesprächspartner
=Kontakt
=Kontaktperson
=Teilnehmer Kunde
=Gesprächspartner Kunde
=Besuchte Person
=Kontakt beim Kunden
=Gespräch mit
=gesprochen mit
=Gesprächspartnerin
=Kontakt vor Ort
}
:it
[3
=contatto
=referente
=persona incontrata
}
:es
[3
=contacto
=persona de contacto
=persona visitada
}
:fr
[3
=contact
=interlocuteur
=personne rencontrée
}
}
:others
{6
:en
[5
=attendees
=participants
=other attendees
=other participants
=companions
}
:zh
[9
=其他出席人
=參與人
=參加人員
=參與人員
=同行人員
=陪同人員
=參會人員
=隨行人員
=協訪人
}
:de
[2
=Teilnehmer
=weitere Teilnehmer
}
:it
[1
=partecipanti
}
:es
[2
=participantes
=asistentes
}
:fr
[1
=participants
}
}
:deal_id
{10
:en
[13
=deal
=deal id
=opportunity
=opportunity id
=related opportunity
=deal name
=opportunity name
=related deal
=associated deal
=~related to
=~project
=related offer
=related offer id
}
:salesforce
[2
=Related To
=Opportunity
}
:hubspot
[1
=Associated Deal
}
:pipedrive
[2
=Activity - Deal
=Deal
}
:zoho
[1
=Related To
}
:odoo
[1
=Opportunity
}
:fxiaoke
[2
=关联商机
=商机
}
:zh
[13
=商機
=商機編號
=相關商機
=相關商機編號
=關聯商機
=所屬商機
=項目
=項目名稱
=關聯項目
=相關項目
=關聯銷售機會
=銷售機會
=~交易
}
:zh-Hant
[2
=專案
=相關專案
}
:de
[4
=Opportunity
=Verkaufschance
=Projekt
=Deal
}
}
:mode
{14
:en
[31
=mode
=type
=activity type
=contact type
=visit type
=call type
=meeting type
=interaction type
=contact method
=method
=method of contact
=channel
=communication method
=communication type
=medium
=how
=activity
=action type
=contact mode
=mode of contact
=engagement type
=type of contact
=type of activity
=type of visit
=task type
=~action
=touchpoint type
=event type
=follow up type
=follow-up type
=communication channel
}
:salesforce
[4
=Type
=Activity Type
=Task Subtype
=Call Type
}
:hubspot
[2
=Activity type
=Call and meeting type
}
:zoho
[2
=Activity Type
=Call Type
}
:dynamics
[1
=Activity Type
}
:pipedrive
[2
=Activity - Type
=Type
}
:odoo
[1
=Activity Type
}
:fxiaoke
[3
=跟进类型
=跟进方式
=拜访类型
}
:xiaoshouyi
[2
=活动类型
=跟进方式
}
:zh
[28
=型態
=拜訪型態
=方式
=拜訪方式
=跟進方式
=溝通方式
=聯繫方式類型
=聯絡方式類型
=拜訪類型
=跟進類型
=活動類型
=會議形式
=拜訪形式
=溝通渠道
=接觸方式
=回訪方式
=走訪方式
=交流方式
=形式
=訪問方式
=~類型
=~類別
=~聯絡方式
=~聯繫方式
=互動方式
=訪談方式
=洽談方式
=接洽方式
}
:de
[14
=Art
=Kontaktart
=Besuchsart
=Aktivitätsart
=Typ
=Aktivitätstyp
=Kanal
=Kommunikationsart
=Aktivität
=Kontaktform
=Art des Kontakts
=Art des Besuchs
=Besuchstyp
=Terminart
}
:it
[6
=tipo
=modalità
=tipo contatto
=tipo visita
=tipo attività
=canale
}
:es
[8
=tipo
=modo
=tipo de contacto
=tipo de visita
=tipo de actividad
=medio
=canal
=modalidad
}
:fr
[7
=type
=mode
=type de contact
=type de visite
=type d'activité
=canal
=moyen
}
}
:visitor
{10
:use
=owner
:en
[26
=~reporter
=our attendees
=our participants
=our people
=our team
=our side
=attendees from our side
=visitor
=visited by
=our lead
=made by
=logged by
=performed by
=conducted by
=called by
=contacted by
=created by
=completed by
=~team member
=~who
=~name
=~contact owner
=done by
=~attended by
=entered by
=author
}
:salesforce
[3
=Assigned
=Assigned To
=Created By
}
:hubspot
[2
=Activity assigned to
=Activity created by
}
:pipedrive
[2
=Activity - Assigned to user
=Assigned to user
}
:zh
[37
=拜訪者
=填表人
=報告人
=洽談人
=我方人員
=我方參加人
=我方參與人員
=我方出席人
=我方出席
=拜訪人
=拜訪人員
=我方人員
=我方負責人
=我方拜訪人
=我方參與人
=記錄人
=訪問人
=走訪人
=走訪人員
=填報人
=填寫人
=提交人
=回訪人
=回訪人員
=出訪人員
=接待人員
=匯報人
=外訪人
=溝通人
=~創建人
=~姓名
=業務人員
=拜訪業務
=~業務
=訪談人
=打卡人
=行動業務員
}
:de
[13
=~Verfasser
=~Benutzer
=unsere Teilnehmer
=Teilnehmer intern
=Teilnehmer unsererseits
=Besucher
=besucht von
=Durchgeführt von
=Erstellt von
=~von
=Kollege
=Erfasser
=Besuch durch
}
:it
[2
=visitatore
=effettuata da
}
:es
[3
=visitador
=visitado por
=realizado por
}
:fr
[3
=visiteur
=effectué par
=réalisé par
}
}
:purpose
{7
:en
[19
=subject
=purpose
=visit purpose
=purpose of visit
=objective
=objective of visit
=call purpose
=meeting purpose
=reason
=reason for visit
=reason for call
=goal
=agenda
=call objective
=~subject
=meeting objective
=visit objective
=aim
=reason code
}
:zoho
[1
=Call Purpose
}
:zh
[17
=目的
=拜訪目的
=拜訪事由
=拜訪目標
=預期目的
=事由
=出訪目的
=走訪目的
=溝通目的
=會議目的
=跟進目的
=拜訪主題
=來訪目的
=會議主題
=~主題
=訪談目的
=~目標
}
:de
[9
=Betreff
=Zweck
=Besuchszweck
=Ziel
=Besuchsgrund
=Grund
=Anlass
=Gesprächsziel
=Besuchsziel
}
:it
[5
=scopo
=scopo visita
=obiettivo
=motivo
=motivo visita
}
:es
[5
=propósito
=objetivo
=motivo
=motivo de visita
=objetivo de la visita
}
:fr
[6
=objet
=but
=objectif
=motif
=objet de la visite
=motif de visite
}
}
:topic
{15
:en
[44
=~subject
=topic
=topics
=topics discussed
=discussion
=discussion points
=notes
=summary
=details
=description
=conversation
=content
=meeting notes
=call notes
=visit notes
=comments
=comment
=minutes
=notes / summary
=what was discussed
=key points
=interaction notes
=activity details
=activity notes
=activity description
=body
=full comments
=discussion summary
=feedback
=remarks
=call summary
=~message
=talking points
=discussed
=discussion notes
=discussion topics
=points discussed
=notes of discussion
=discussion details
=call details
=visit details
=meeting summary
=visit summary
=~report
}
:salesforce
[2
=Full Comments
=Comments
}
:hubspot
[4
=Body preview
=Meeting name
=Call notes
=Notes
}
:zoho
[2
=~Subject
=Description
}
:dynamics
[2
=~Subject
=Description
}
:pipedrive
[4
=Activity - ~Subject
=Activity - Note
=~Subject
=Note
}
:odoo
[2
=Summary
=Note
}
:fxiaoke
[3
=跟进内容
=拜访内容
=内容
}
:xiaoshouyi
[3
=跟进内容
=活动内容
=描述
}
:zh
[53
=紀要
=內容摘要
=討論內容
=拜訪內容
=溝通內容
=洽談內容
=會談紀要
=會議內容
=會議紀要
=跟進內容
=跟進記錄
=跟進情況
=拜訪情況
=拜訪記錄
=拜訪記要
=拜訪紀要
=溝通情況
=溝通記錄
=交流內容
=聯繫內容
=聯絡內容
=通話內容
=記錄內容
=活動內容
=走訪內容
=走訪情況
=回訪內容
=回訪記錄
=詳細內容
=詳情
=內容
=跟進詳情
=工作內容
=洽談情況
=~客戶反饋
=反饋內容
=描述
=備註
=摘要
=訪談內容
=會談內容
=會談摘要
=訪談紀錄
=討論重點
=拜訪重點
=溝通要點
=交流要點
=會議摘要
=拜訪摘要
=談話內容
=~紀錄
=接洽紀錄
=接洽內容
}
:zh-Hant
[5
=拜訪內容摘要
=客訪內容
=洽談紀錄
=聯繫紀錄
=討論事項
}
:de
[23
=Protokoll
=Notiz
=~Betreff
=Thema
=Themen
=Gesprächsinhalt
=Inhalt
=Notizen
=Gesprächsnotiz
=Beschreibung
=Zusammenfassung
=Besprochene Themen
=Bericht
=Besprechungspunkte
=Besprochenes
=Gesprächsnotizen
=Besuchsnotiz
=Besuchsbericht
=Gesprächsthemen
=Gesprächsverlauf
=Besprochen
=besprochene Punkte
=~Text
}
:it
[8
=argomento
=argomenti
=note
=descrizione
=oggetto
=contenuto
=resoconto
=sintesi
}
:es
[9
=tema
=temas
=notas
=descripción
=asunto
=contenido
=resumen
=comentarios
=temas tratados
}
:fr
[9
=sujet
=sujets
=notes
=description
=contenu
=compte rendu
=résumé
=thème
=sujets abordés
}
}
:reception
{1
:zh
[2
=接待情況
=接待詳情
}
}
:result
{9
:en
[15
=result
=results
=outcome
=call outcome
=visit outcome
=meeting outcome
=call result
=visit result
=conclusion
=~response
=disposition
=call disposition
=customer response
=client response
=outcomes
}
:salesforce
[1
=Call Result
}
:hubspot
[2
=Call outcome
=Meeting outcome
}
:zoho
[2
=Call Result
=Call Outcome
}
:zh
[26
=結果
=拜訪結果
=跟進結果
=溝通結果
=洽談結果
=會議結果
=拜訪成果
=成果
=效果
=達成情況
=回訪結果
=客戶反應
=拜訪效果
=結論
=走訪結果
=~狀態
=~客戶態度
=會談結果
=拜訪結論
=達成效果
=達成結果
=完成情況
=訪談結果
=聯繫結果
=處理結果
=客戶反饋
}
:de
[7
=Ergebnis
=Besuchsergebnis
=Resultat
=Gesprächsergebnis
=Ausgang
=Fazit
=~Vereinbarung
}
:it
[4
=risultato
=esito
=esito visita
=esito chiamata
}
:es
[4
=resultado
=resultado de la visita
=conclusión
=desenlace
}
:fr
[4
=résultat
=issue
=conclusion
=résultat de la visite
}
}
:attitude
{2
:en
[2
=attitude change
=sentiment change
}
:zh
[1
=態度變化
}
}
:next_step
{4
:use
=next_action
:en
[7
=follow up
=followup
=follow up required
=follow-up required
=follow up needed
=actions agreed
=commitments
}
:zh
[7
=後續事項
=後續工作安排
=下一步跟進計劃
=待跟進事項
=待解決問題
=遺留問題
=跟進計畫
}
:de
[3
=Maßnahmen
=Vereinbart
=Weitere Schritte
}
}
:next_owner
{3
:en
[5
=~who
=next step owner
=action owner
=follow up owner
=action by
}
:zh
[7
=待辦負責人
=待辦責任人
=~責任人
=後續責任人
=跟進責任人
=後續負責人
=後續跟進人
}
:de
[2
=Wer
=Verantwortlich für nächsten Schritt
}
}
:next_date
{3
:use
=next_date
:zh
[10
=期限
=完成時限
=後續跟進時間
=下次拜訪計劃
=完成期限
=~完成時間
=~預計日期
=預計完成日期
=預計下次日期
=預定日期
}
:en
[2
=~deadline
=~due date
}
}
:next_done
{3
:en
[4
=next step done
=action completed on
=follow up done
=date completed follow up
}
:zh
[2
=後續完成日
=後續完成日期
}
:de
[1
=erledigt am
}
}
}
:tg
{10
:target_id
{3
:en
[4
=target id
=quota id
=goal id
=target no
}
:zh
[3
=目標編號
=指標編號
=任務編號
}
:de
[1
=Ziel-ID
}
}
:owner
{7
:use
=owner
:en
[4
=name
=sales team member
=team member
=~team
}
:zh
[6
=姓名
=人員
=員工姓名
=~部門
=~團隊
=~項目組
}
:de
[1
=Name
}
:it
[1
=nome
}
:es
[1
=nombre
}
:fr
[1
=nom
}
}
:p_start
{6
:en
[13
=valid from
=period start
=start date
=start
=from
=period from
=quota start date
=period
=month
=~quarter
=~year
=~period start date
=year month
}
:zh
[14
=起日
=期間起
=期間起日
=起始期間
=期初
=開始日期
=起始日期
=開始時間
=考核開始日期
=月份
=期間
=年月
=目標月份
=統計月份
}
:de
[10
=gültig ab
=Zeitraum von
=Zeitraum ab
=Periodenbeginn
=Beginn
=Startdatum
=Von
=Monat
=Quartal
=~Periode
}
:it
[3
=inizio periodo
=data inizio
=dal
}
:es
[3
=inicio del periodo
=fecha inicio
=desde
}
:fr
[3
=début de période
=date de début
=du
}
}
:p_end
{6
:en
[8
=valid to
=valid until
=period end
=end date
=end
=to
=period to
=quota end date
}
:zh
[11
=迄日
=終止日期
=期間止
=期間迄
=期間迄日
=截止期間
=期末
=結束日期
=截止日期
=結束時間
=考核結束日期
}
:de
[6
=gültig bis
=Zeitraum bis
=Periodenende
=Ende
=Enddatum
=Bis
}
:it
[3
=fine periodo
=data fine
=al
}
:es
[3
=fin del periodo
=fecha fin
=hasta
}
:fr
[3
=fin de période
=date de fin
=au
}
}
:target
{8
:en
[25
=target
=quota
=sales target
=sales quota
=revenue target
=goal
=sales goal
=target amount
=quota amount
=annual target
=annual quota
=monthly target
=quarterly target
=quarterly quota
=monthly quota
=target revenue
=target value
=revenue goal
=target (usd)
=~budget
=sales budget
=bookings target
=~plan
=~objective
=~budgeted
}
:salesforce
[2
=Quota Amount
=Quota
}
:zh
[50
=本年目標
=本年度目標
=目標
=目標金額
=銷售目標
=任務額
=任務金額
=業績目標
=指標
=銷售指標
=年度目標
=季度目標
=月度目標
=年度指標
=年度任務
=月度任務
=月任務
=季度任務
=銷售任務
=目標額
=目標值
=簽單目標
=簽約目標
=合同額目標
=回款目標
=營收目標
=計劃任務
=考核目標
=任務目標
=~任務
=~計劃
=目標業績
=目標營收
=目標收入
=年度銷售目標
=年銷售目標
=全年目標
=年目標
=月目標
=季目標
=本年目標
=今年目標
=本月目標
=年度簽約目標
=任務指標
=月度銷售目標
=目標銷售額
=個人目標
=當季目標
=累計任務
}
:zh-Hant
[3
=責任額
=業績責任額
=年度業績目標
}
:de
[17
=Umsatzziel
=Zielumsatz
=Ziel
=Zielwert
=Umsatzziel
=Vertriebsziel
=Quote
=Soll
=Jahresziel
=Quartalsziel
=Monatsziel
=Planumsatz
=~Plan
=Zielumsatz
=Zielvorgabe
=~Budget
=Auftragseingangsziel
}
:it
[7
=obiettivo
=target
=quota
=budget
=obiettivo vendite
=obiettivo annuale
=obiettivo mensile
}
:es
[7
=objetivo
=meta
=cuota
=presupuesto
=meta de ventas
=objetivo anual
=objetivo mensual
}
:fr
[7
=objectif
=quota
=cible
=budget
=objectif annuel
=objectif mensuel
=objectif de vente
}
}
:floor
{6
:en
[12
=min target
=minimum goal
=minimum target
=~min
=min quota
=minimum target
=floor
=minimum
=guaranteed minimum
=threshold
=base target
=commit target
}
:zh
[14
=底標
=門檻
=最低業績
=基本任務
=底線任務
=底線目標
=保底任務
=保底目標
=保底
=保底金額
=最低目標
=底線目標
=基本目標
=保底任務
}
:de
[8
=Mindestvorgabe
=Basisziel
=Mindestumsatz
=Mindestziel
=Untergrenze
=Mindestziel
=Minimum
=Untergrenze
}
:it
[2
=obiettivo minimo
=soglia minima
}
:es
[2
=mínimo
=objetivo mínimo
}
:fr
[2
=objectif minimum
=seuil
}
}
:prev_target
{3
:en
[14
=previous target
=last year target
=prior target
=prior quota
=previous quota
=last period target
=last year quota
=last year goal
=prior year target
=prior year quota
=previous year target
=previous year quota
=py target
=ly target
}
:zh
[8
=去年同期目標
=上季度任務
=上季度目標
=上季任務
=上期目標
=去年目標
=上年目標
=上期任務
}
:de
[6
=Vorjahresziel
=Vorjahresziel
=Ziel Vorjahr
=Vorjahr Ziel
=Ziel letztes Jahr
=Zielvorgabe Vorjahr
}
}
:prev_actual
{3
:en
[15
=previous actual
=last year actual
=prior actual
=last year sales
=previous year sales
=prior year actual
=last period actual
=last year revenue
=previous year actual
=previous year revenue
=prior year sales
=prior year revenue
=py actual
=ly actual
=ly sales
}
:zh
[19
=前期實績
=去年同期實績
=去年同期業績
=上季度完成
=上季度實績
=去年實績
=上期實績
=去年實績
=去年完成
=上年完成
=上年實績
=去年業績
=去年銷售額
=去年同期
=上年同期
=去年達成
=上年達成
=去年實際
=上年實際
}
:de
[7
=Vorjahresist
=Vorjahr Ist
=Ist Vorjahr
=Vorjahresumsatz
=Umsatz Vorjahr
=Ist letztes Jahr
=Vorjahresist
}
}
:proposed
{2
:en
[5
=proposed target
=proposed next target
=proposed quota
=next year target
=next target
}
:zh
[4
=下期擬定目標
=明年目標
=擬定目標
=下年目標
}
}
:reason
{2
:en
[3
=adjustment reason
=reason for change
=reason for adjustment
}
:zh
[2
=調整理由
=調整原因
}
}
}
:pl
{12
:plan_id
{4
:en
[4
=plan id
=task id
=action id
=plan no
}
:zh
[4
=計劃編號
=計劃ID
=任務編號
=行動編號
}
:zh-Hant
[1
=計畫編號
}
:de
[2
=Plan-ID
=Maßnahmen-Nr
}
}
:account_id
{1
:use
=account
}
:product_id
{1
:use
=product
}
:target
{7
:en
[17
=target
=target amount
=planned amount
=planned revenue
=plan amount
=planned sales
=goal
=account target
=revenue target
=sales target
=revenue goal
=sales goal
=target revenue
=growth target
=account goal
=growth goal
=plan value
}
:zh
[14
=目標金額
=目標
=計劃金額
=計劃銷售額
=計劃簽約額
=目標銷售額
=年度目標
=計劃額
=全年目標
=本年目標
=今年目標
=年目標
=年度銷售目標
=銷售目標
}
:zh-Hant
[1
=計畫金額
}
:de
[6
=Zielumsatz
=Umsatzziel
=Ziel
=Planumsatz
=Zielwert
=Planwert
}
:it
[2
=obiettivo
=importo pianificato
}
:es
[3
=objetivo
=importe planificado
=meta
}
:fr
[2
=objectif
=montant prévu
}
}
:floor
{3
:en
[5
=minimum goal
=minimum target
=guaranteed minimum
=minimum target
=floor
}
:zh
[3
=保底目標
=保底
=保底金額
}
:de
[1
=Mindestumsatz
}
}
:owner
{1
:use
=owner
}
:team
{3
:en
[2
=team
=department
}
:zh
[3
=業務單位
=團隊
=部門
}
:de
[2
=Team
=Abteilung
}
}
:stage
{1
:zh
[2
=當前階段
=漏斗階段
}
}
:activity
{3
:en
[12
=activity
=action strategy
=initiative
=strategy
=strategic initiative
=key activity
=key initiative
=key initiatives
=growth initiative
=strategic priority
=key play
=strategic play
}
:zh
[7
=行動方式
=行動策略
=策略
=舉措
=重點舉措
=關鍵舉措
=主要措施
}
:de
[3
=~Maßnahme
=Aktivität
=Initiative
}
}
:task
{3
:en
[5
=task
=action
=action item
=specific task
=tactic
}
:zh
[11
=關鍵動作
=具體任務
=任務
=工作任務
=行動項
=具體工作
=行動內容
=具體行動
=具體措施
=行動措施
=重點工作
}
:de
[3
=Maßnahme
=Aufgabe
=konkrete Aufgabe
}
}
:deadline
{6
:en
[8
=due by
=deadline
=due date
=due
=target date
=completion date planned
=complete by
=by when
}
:zh
[7
=完成時間
=截止日期
=完成期限
=計劃完成時間
=計劃完成日期
=截止時間
=完成時限
}
:de
[4
=Frist
=Termin
=fällig am
=bis wann
}
:it
[2
=scadenza
=entro il
}
:es
[2
=fecha límite
=plazo
}
:fr
[2
=échéance
=date limite
}
}
:done_date
{3
:en
[6
=done on
=completed on
=completion date
=date completed
=actual completion date
=finished on
}
:zh
[4
=實際完成日
=實際完成日期
=實際完成時間
=完成日期
}
:de
[2
=Erledigt am
=Abgeschlossen am
}
}
}
:dr
{11
:driver_id
{2
:en
[1
=driver id
}
:zh
[1
=驅動編號
}
}
:account_id
{1
:use
=account
}
:product_id
{1
:use
=product
}
:factor
{3
:en
[4
=driver
=driver factor
=demand driver
=factor
}
:zh
[3
=驅動因素
=需求驅動
=驅動項
}
:de
[2
=Treiber
=Bedarfstreiber
}
}
:qty
{3
:en
[4
=driver quantity
=driver qty
=~quantity
=~qty
}
:zh
[2
=驅動量
=~數量
}
:de
[1
=~Menge
}
}
:unit
{2
:en
[2
=~unit
=driver unit
}
:zh
[1
=~單位
}
}
:usage
{3
:en
[4
=usage per unit
=usage
=consumption per unit
=annual usage
}
:zh
[4
=年單耗
=單耗
=單位用量
=年用量
}
:de
[2
=Verbrauch je Einheit
=Jahresverbrauch
}
}
:price
{3
:en
[2
=~unit price
=~price
}
:zh
[1
=~單價
}
:de
[1
=~Einzelpreis
}
}
:growth
{3
:en
[4
=growth
=growth rate
=annual growth
=growth %
}
:zh
[3
=年增長率
=增長率
=年成長率
}
:de
[2
=Wachstum
=Wachstumsrate
}
}
:source
{2
:en
[3
=information source
=source of information
=intelligence source
}
:zh
[3
=情報來源
=信息出處
=資料來源
}
}
:collected
{2
:en
[3
=collected on
=date collected
=survey date
}
:zh
[2
=採集日
=採集日期
}
}
}
}
:left_alone
{7
:every
{9
:en
[119
=phone
=phone number
=phone no
=telephone
=tel
=mobile
=mobile phone
=mobile number
=cell
=cell phone
=fax
=email
=e-mail
=email address
=website
=web site
=url
=linkedin
=linkedin url
=address
=street
=street address
=billing street
=postal code
=zip
=zip code
=postcode
=latitude
=longitude
=tax id
=vat number
=vat no
=tax number
=abn
=last modified
=last modified date
=last modified by
=last updated
=updated at
=updated on
=modified on
=modified by
=modified time
=last activity
=last activity date
=last contacted
=last contact
=days since
=age
=age (days)
=ageing days
=days open
=days in stage
=days overdue
=days to close
=quarter
=close quarter
=closing quarter
=fiscal quarter
=fiscal period
=fiscal year
=fy
=year
=month name
=week
=week no
=row
=row no
=line
=line no
'#
=sr no
=s no
=serial no
=serial
=index
=attachment
=attachments
=file
=folder
=link
=links
=photo
=image
=currency
=ccy
=currency code
=exchange rate
=fx rate
=vat
=tax
=gst
=tax amount
=vat amount
=discount
=discount %
=cost
=costs
=margin
=margin %
=gross margin
=profit
=gross profit
=commission
=commission %
=quantity
=qty
=units
=employees
=number of employees
=headcount
=year established
=founded
=birthday
=gender
=tags
=tag
=record type
=is deleted
}
:hubspot
[3
=Number of Associated Contacts
=Number of times contacted
=Last Activity Date
}
:dynamics
[2
'(Do Not Modify) Row Checksum
'(Do Not Modify) Modified On
}
:zh
[92
=電話
=聯繫電話
=聯絡電話
=電話號碼
=手機
=手機號
=手機號碼
=客戶手機號
=座機
=固定電話
=傳真
=郵箱
=電子郵箱
=電子郵件
=郵件
=網址
=網站
=官網
=微信
=微信號
=QQ
=地址
=詳細地址
=客戶地址
=公司地址
=聯繫地址
=通訊地址
=收貨地址
=郵編
=郵政編碼
=稅號
=納稅人識別號
=統一社會信用代碼
=開戶行
=銀行賬號
=賬號
=身份證號
=性別
=年齡
=生日
=出生日期
=序號
=序号
=行號
=更新時間
=修改時間
=最後修改時間
=最近跟進時間
=最後跟進時間
=最後更新時間
=最近聯繫時間
=年份
=年度
=季度
=月份
=週
=星期
=附件
=圖片
=鏈接
=幣種
=幣別
=匯率
=稅率
=稅額
=稅金
=折扣
=折扣率
=成本
=毛利
=毛利率
=利潤
=利潤率
=提成
=提成比例
=佣金
=數量
=員工人數
=人數
=註冊資本
=成立日期
=法人
=法定代表人
=審批狀態
=審核狀態
=審核人
=審批人
=標籤
=創建人
=修改人
=更新人
=項次
}
:zh-Hant
[9
=統一編號
=統編
=電郵
=信箱
=郵遞區號
=行動電話
=分機
=幣別代碼
=序
}
:de
[38
=Telefon
=Telefonnummer
=Tel
=Handy
=Mobil
=Mobiltelefon
=Fax
=E-Mail
=Email
=Webseite
=Website
=Adresse
=Anschrift
=Straße
=PLZ
=Postleitzahl
=Hausnummer
=USt-IdNr
=Steuernummer
=geändert am
=letzte Änderung
=Währung
=MwSt
=Steuer
=Rabatt
=Kosten
=Marge
=Deckungsbeitrag
=Menge
=Stückzahl
=Mitarbeiterzahl
=Jahr
=Quartal
=Monat
=Woche
=Lfd Nr
=lfd. Nr.
=Wählversuche
}
:it
[20
=telefono
=cellulare
=email
=e-mail
=indirizzo
=cap
=partita iva
=p iva
=sito web
=valuta
=iva
=sconto
=costo
=margine
=quantità
=dipendenti
=anno
=trimestre
=mese
=settimana
}
:es
[22
=teléfono
=celular
=móvil
=correo
=correo electrónico
=email
=dirección
=código postal
=rfc
=nif
=sitio web
=moneda
=iva
=descuento
=costo
=margen
=cantidad
=empleados
=año
=trimestre
=mes
=semana
}
:fr
[20
=téléphone
=portable
=email
=e-mail
=courriel
=adresse
=code postal
=siret
=site web
=devise
=tva
=remise
=coût
=marge
=quantité
=effectif
=année
=trimestre
=mois
=semaine
}
}
:de
{10
:en
[23
=weighted
=weighted amount
=weighted value
=weighted revenue
=weighted pipeline
=amount weighted
=weighted forecast
=expected revenue (weighted)
=high probability
=visible
=forecast category
=forecast
=commit
=stage duration
=sales cycle
=sales cycle days
=pipeline type
=deal type
=type
=opportunity type
=priority
=loss details
=win/loss notes
}
:salesforce
[7
=Expected Revenue
=Forecast Category
=Fiscal Period
=Age
=Lead Source
=Type
=Opportunity Type
}
:hubspot
[7
=Weighted amount
=Forecast category
=Deal Type
=Is Closed Won
=Is closed (numeric)
=Pipeline
=Close status
}
:pipedrive
[3
=Deal - Weighted value
=Weighted value
=Pipeline
}
:dynamics
[2
=Rating
=Forecast category
}
:zh
[10
=加權金額
=加權
=加權收入
=預期收入
=商機類型
=項目類型
=銷售週期
=停留天數
=預測類別
=銷售流程
}
:de
[6
=gewichteter Betrag
=gewichtet
=gewichteter Wert
=gewichteter Umsatz
=Prognosekategorie
=Zeit bis zum Sale (Tage)
}
:it
[2
=importo ponderato
=valore ponderato
}
:es
[2
=valor ponderado
=importe ponderado
}
:fr
[2
=montant pondéré
=valeur pondérée
}
}
:le
{6
:en
[19
=note
=notes
=remark
=remarks
=comment
=comments
=description
=region
=city
=state
=province
=country
=location
=industry
=job title
=title
=position
=gender
=age
}
:zh
[13
=備註
=客戶備註
=說明
=省市區
=地區
=區域
=城市
=省份
=行業
=職務
=職位
=性別
=年齡
}
:de
[7
=Notiz
=Notizen
=Bemerkung
=Bemerkungen
=Region
=Branche
=Position
}
:it
[4
=note
=regione
=settore
=ruolo
}
:es
[5
=notas
=observaciones
=región
=sector
=cargo
}
:fr
[5
=notes
=remarques
=région
=secteur
=fonction
}
}
:acc
{5
:en
[10
=revenue
=annual revenue
=turnover
=primary contact
=contact name
=contact person
=alternate contact
=primary contact title
=credit limit
=balance
}
:salesforce
[1
=Annual Revenue
}
:zh
[7
=聯繫人
=聯絡人
=聯繫人姓名
=年營業額
=年收入
=信用額度
=餘額
}
:de
[4
=Umsatz
=Jahresumsatz
=Ansprechpartner
=Kreditlimit
}
:it
[2
=fatturato
=fatturato totale
}
}
:co
{3
:en
[16
=start date
=end date
=contract start date
=contract end date
=expiry date
=expiration date
=renewal date
=payment terms
=payment method
=client contact
=contact
=contact person
=status
=contract status
=department
=unit price
}
:zh
[25
=付款方式
=結算方式
=合同狀態
=狀態
=開始日期
=結束日期
=到期日期
=合同期限
=單價
=聯繫人
=客戶聯繫人
=部門
=簽約人電話
=歸檔日期
=合同份數
=已回款金額
=未回款金額
=已開票金額
=合同期間
=合約期間(起)
=合約期間(迄)
=合同期間起
=合同期間迄
=起始日期
=終止日期
}
:de
[4
=Vertragsende
=Laufzeit
=Kündigungsfrist
=Zahlungsbedingungen
}
}
:pa
{6
:en
[30
=invoice date
=date of invoice
=bill date
=document date
=bucket
=ageing bucket
=aging bucket
=current
=0-30
=1-30
=31-60
=61-90
'90+
=over 90
=overdue days
=days past due
=payment method
=payment mode
=mode of payment
=payment status
=status
=credit limit
=available credit limit
=unapplied
=transaction type
=trans type
=posting date
=open balance
=memo
=memo/description
}
:zh
[15
=開票日期
=發票日期
=付款方式
=收款方式
=支付方式
=賬齡
=帳齡
=逾期天數
=回款狀態
=付款狀態
=收款狀態
=狀態
=開票狀態
=收款賬戶
=信用額度
}
:de
[7
=Rechnungsdatum
=Belegdatum
=Zahlungsart
=Überfällig seit
=Tage überfällig
=Mahnstufe
=Zahlungsstatus
}
:it
[4
=data fattura
=data documento
=modalità di pagamento
=giorni di ritardo
}
:es
[4
=fecha de factura
=fecha factura
=forma de pago
=días de atraso
}
:fr
[4
=date de facture
=date facture
=mode de paiement
=jours de retard
}
}
:re
{3
:en
[13
=days to expiry
=days until renewal
=days left
=days remaining
=term
=term (months)
=auto renew
=auto-renew
=auto renewal
=seats
=users
=notice period
=quantity
}
:zh
[9
=剩餘天數
=到期天數
=提前提醒天數
=服務期限
=合同期限
=用戶數
=授權數
=點數
=自動續費
}
:de
[4
=Laufzeit
=Kündigungsfrist
=Tage bis Ablauf
=Anzahl Lizenzen
}
}
}
:values
{10
:st
{9
:prospect
{6
:outcome
=open
:order
=4
:chance
=0.05
:en
[4
=prospecting
=suspect
=prospect
=target
}
:de
[2
=Prospektion
=Entwurf
}
:zh
[1
=草稿
}
}
:lead
{14
:outcome
=open
:order
=5
:chance
=0.05
:en
[28
=lead
=leads
=new lead
=new
=open
=identified
=lead qualification
=inquiry
=enquiry
=cold
=cold call
=cold lead
=initial contact
=initial
=first contact
=intro
=introduction
=contacted
=nurturing
=nurture
=awareness
=engaging
=engaged
=unqualified
=early stage
=mql
=sql
=concept
}
:hubspot
[2
=Appointment scheduled
=appointmentscheduled
}
:odoo
[1
=New
}
:pipedrive
[1
=Lead In
}
:dynamics
[1
=1-Qualify
}
:zh
[31
=線索
=跟蹤
=跟蹤中
=初步接觸
=初次接觸
=初步溝通
=接觸
=新建
=新增
=潛在
=潛在客戶
=意向
=初步意向
=發現商機
=商機發現
=發現機會
=信息收集
=建立聯繫
=前期接洽
=接洽
=前期跟進
=線索階段
=潛在機會
=待跟進
=未跟進
=拜訪
=初訪
=客戶拜訪
=機會
=初談
=新名單
}
:zh-Hant
[3
=初期接觸
=陌生開發
=初步洽談
}
:de
[10
=Lead
=Neu
=Qualifikation
=Lead-Phase
=Erstkontakt
=Interessent
=Kaltakquise
=Anfrage
=Kontaktaufnahme
=Offen
}
:it
[3
=nuovo
=contatto
=primo contatto
}
:es
[5
=nuevo
=contacto inicial
=prospecto
=prospección
=primer contacto
}
:fr
[3
=nouveau
=premier contact
=prospection
}
}
:qualify
{18
:code
=VERIFY
:outcome
=open
:order
=10
:chance
=0.1
:en
[32
=qualification
=qualified
=qualifying
=qualify
=discovery
=discover
=needs analysis
=needs assessment
=need analysis
=analysis
=id. decision makers
=perception analysis
=meeting scheduled
=meeting set
=appointment
=appointment set
=discovery call
=sales qualified
=opportunity
=opportunity identified
=qualified lead
=qualified to buy
=requirements
=requirement gathering
=scoping
=follow up
=follow-up
=assessment
=feasibility
=evaluation of needs
=research
=validated
}
:salesforce
[5
=Qualification
=Needs Analysis
=Id. Decision Makers
=Perception Analysis
=Value Proposition
}
:hubspot
[2
=Qualified to buy
=qualifiedtobuy
}
:odoo
[1
=Qualified
}
:pipedrive
[3
=Qualified
=Contact Made
=Needs Defined
}
:dynamics
[6
=2-Develop
=Develop
=1-Qualifizieren
=2-Entwickeln
=Qualifizieren
=Entwickeln
}
:fxiaoke
[2
=验证客户
=需求确定
}
:xiaoshouyi
[2
=初步接洽
=需求确定
}
:zh
[27
=驗證商機
=資質審查
=資格審定
=符合購買資格
=已排定約會
=詢盤
=需求確認
=需求確定
=需求分析
=需求調研
=需求溝通
=需求挖掘
=商機確認
=商機驗證
=機會確認
=資格確認
=確認需求
=確認意向
=立項
=立項階段
=項目立項
=客戶立項
=已立項
=調研
=跟進中
=有意向
=意向確認
}
:zh-Hant
[3
=需求訪談
=資格審查
=洽談中
}
:de
[11
=Qualifizierung
=Erstgespräch
=nachgefasst
=Qualifiziert
=Bedarfsanalyse
=Bedarfsermittlung
=Analyse
=Termin vereinbart
=Follow Up
=Entscheider identifizieren
=Wahrnehmungsanalyse
}
:it
[4
=qualificazione
=qualificato
=analisi
=analisi bisogni
}
:es
[4
=calificación
=calificado
=análisis de necesidades
=análisis
}
:fr
[4
=qualification
=qualifié
=analyse des besoins
=découverte
}
}
:solution
{16
:code
=GUIDE
:outcome
=open
:order
=20
:chance
=0.3
:en
[38
=solution
=pitch
=pitched
=solution design
=solution development
=solutioning
=presentation
=presented
=demo
=demonstration
=demo scheduled
=demo completed
=presentation scheduled
=proof of concept
=proof of value
=pov
=poc
=pilot
=trial
=technical evaluation
=evaluation
=evaluating
=business case
=technical validation
=design
=estimating
=estimate
=budgetary quote
=development
=decision maker bought-in
=decision maker bought in
=shortlisted
=short list
=site visit
=pre-bid
=capture
=sample
=sampling
}
:hubspot
[4
=Presentation scheduled
=presentationscheduled
=Decision maker bought-In
=decisionmakerboughtin
}
:pipedrive
[1
=Demo Scheduled
}
:dynamics
[3
=3-Propose
=3-Vorschlagen
=Vorschlagen
}
:fxiaoke
[1
=方案制定
}
:xiaoshouyi
[1
=方案制定
}
:zh
[34
=標前引導
=價值建議
=已排定簡報
=決策者已認可
=寄樣
=方案
=方案設計
=方案制定
=方案交流
=方案溝通
=方案階段
=方案論證
=方案提交
=方案演示
=技術交流
=技術方案
=產品演示
=演示
=測試
=試用
=試點
=產品測試
=送樣
=打樣
=樣品
=關係推進
=引導
=可行性研究
=項目推進
=推進中
=深入溝通
=招標準備
=方案確認
=初步方案
}
:zh-Hant
[6
=提案
=設計導入
=提案中
=展示
=方案規劃
=概念驗證
}
:de
[9
=Lösung
=Wertversprechen
=Lösungsentwicklung
=Präsentation
=Demo
=Konzept
=Test
=Teststellung
=Pilot
}
:it
[3
=demo
=presentazione
=soluzione
}
:es
[4
=demostración
=demo
=presentación
=solución
}
:fr
[4
=démonstration
=démo
=présentation
=solution
}
}
:proposal
{18
:code
=BID
:outcome
=open
:order
=30
:chance
=0.5
:en
[39
=proposal
=proposal sent
=proposal submitted
=proposal/price quote
=proposal made
=proposal/quote
=propose
=quote
=quoted
=quote sent
=quotation
=quotation sent
=quotation submitted
=bid
=bid submitted
=bid submission
=bidding
=tender
=tender submitted
=rfp
=rfp submitted
=offer
=offer sent
=submitted
=pricing
=price quote
=under review
=client review
=review
=proposal review
=pending decision
=decision pending
=decision
=awaiting decision
=pending award
=waiting
=in review
=offered
=sent
}
:salesforce
[2
=Proposal/Price Quote
=Proposal
}
:hubspot
[1
=Proposal
}
:odoo
[3
=Proposition
=Quotation
=Quotation Sent
}
:pipedrive
[1
=Proposal Made
}
:zoho
[2
=Proposal/Price Quote
=Identify Decision Makers
}
:fxiaoke
[3
=方案报价
=竞品分析
=招投标
}
:xiaoshouyi
[2
=报价
=招投标
}
:zh
[33
=標書提交
=購標書
=買標書
=製作標書
=編製標書
=編寫標書
=報價
=已報價
=報價階段
=方案報價
=方案/報價
=報價中
=投標
=投標中
=招投標
=招標
=招標中
=招標階段
=投標階段
=競標
=遞交方案
=提交方案
=提交標書
=已投標
=待開標
=評標
=議標
=比價
=詢價
=商務報價
=已發送
=已送出
=等客戶回覆
}
:zh-Hant
[3
=報價送出
=投標準備
=待決標
}
:de
[13
=Angebot
=angeboten
=abgegeben
=Angebot erstellt
=Angebot abgegeben
=Angebotsphase
=Angebot versendet
=Ausschreibung
=Vorschlag
=Angebot gesendet
=Versendet
=In Prüfung
=Gesendet
}
:it
[5
=offerta
=offerta inviata
=proposta
=preventivo
=preventivo inviato
}
:es
[7
=propuesta
=propuesta enviada
=cotización
=cotizado
=oferta
=licitación
=presupuesto
}
:fr
[6
=proposition
=proposition envoyée
=devis
=devis envoyé
=offre
=appel d'offres
}
}
:negotiation
{18
:code
=NEGO
:outcome
=open
:order
=40
:chance
=0.7
:en
[42
=negotiation
=negotiating
=negotiate
=negotiation/review
=negotiation / review
=in negotiation
=negotiations
=negotiations started
=contract
=contract sent
=contracting
=contract negotiation
=contract review
=legal
=legal review
=legal/procurement
=procurement
=commit
=verbal
=verbal agreement
=verbal commitment
=verbal yes
=verbal win
=closing
=close
=final negotiation
=po pending
=awaiting po
=pending po
=pending signature
=contract pending
=contract signing
=contract out for signature
=near closing
=final approval
=purchase order pending
=best and final
=bafo
=preferred bidder
=awaiting contract
=terms and conditions
=loi
}
:salesforce
[2
=Negotiation/Review
=Negotiation
}
:hubspot
[2
=Contract sent
=contractsent
}
:zoho
[1
=Negotiation/Review
}
:pipedrive
[1
=Negotiations Started
}
:dynamics
[6
=4-Close
=Close
=4-Abschließen
=Abschließen
=4-Schließen
=Schließen
}
:fxiaoke
[2
=谈判审核
=谈判/审核
}
:xiaoshouyi
[3
=谈判审核
=商务谈判
=谈判/审核
}
:zh
[36
=談判簽約
=協商
=協商中
=合約已寄出
=合同已寄出
=談判
=商務談判
=談判審核
=談判/審核
=談判階段
=商務洽談
=商務
=商務階段
=商務溝通
=議價
=議價階段
=合同談判
=合同評審
=合同審批
=合同簽訂中
=合同流程
=簽約中
=待簽約
=待簽
=待簽單
=待簽合同
=擬簽約
=即將簽約
=走合同
=走流程
=簽約流程中
=合同擬定
=合同階段
=口頭承諾
=客戶確認
=已中標待簽
}
:zh-Hant
[4
=議價中
=合約審閱
=待簽合約
=用印中
}
:de
[9
=Verhandlung
=verhandelt
=In Verhandlung
=Verhandlungsphase
=Vertragsverhandlung
=Vertrag
=Vertrag versendet
=Mündliche Zusage
=Abschlussphase
}
:it
[5
=negoziazione
=trattativa
=in trattativa
=contratto inviato
=in chiusura
}
:es
[5
=negociación
=en negociación
=contrato
=contrato enviado
=cierre
}
:fr
[4
=négociation
=en négociation
=contrat envoyé
=en cours de signature
}
}
:won
{19
:code
=WON
:outcome
=won
:order
=90
:chance
=1
:en
[48
=order booked
=po booked
=won
=win
=wins
=design win
=design won
=dw
=closed won
=closed-won
=close won
=closed / won
=deal won
=won deal
=awarded
=award
=signed
=contract signed
=booked
=sold
=sale
=closed - won
=success
=successful
=ordered
=order received
=po received
=purchase order received
=won - closed
=100%
=converted
=contract awarded
=purchased
=accepted
=deal closed
=~closed
=~closeout
=~delivery
=~project execution
=~executing
=~implementation
=~in delivery
=~completed
=~complete
=~invoiced
=~paid
=~active customer
=~customer
}
:salesforce
[1
=Closed Won
}
:hubspot
[2
=Closed won
=closedwon
}
:zoho
[1
=Closed Won
}
:odoo
[1
=Won
}
:dynamics
[1
=Won
}
:pipedrive
[2
=Won
=won
}
:fxiaoke
[1
=赢单
}
:xiaoshouyi
[1
=赢单
}
:zh
[49
=已贏
=贏單
=設計贏得
=成交關閉
=已結束且成功
=已結束且贏得客戶
=~批量供貨
=~出貨
=已贏單
=成交
=已成交
=成單
=已成單
=簽約
=已簽約
=簽單
=已簽單
=已簽
=已簽合同
=已簽訂
=合同已簽
=合同簽訂
=簽訂合同
=中標
=已中標
=成功
=已下單
=下單
=已落單
=成功簽約
=贏
=簽約成功
=贏標
=簽約完成
=已簽約成交
=成交客戶
=談成
=~已完成
=~完成
=~結案
=~關閉(贏)
=~項目實施
=~實施中
=~執行中
=~交付中
=~已交付
=~已回款
=確認簽約
=已接受
}
:zh-Hant
[7
=得標
=~量產
=已得標
=成案
=接單
=已接單
=已簽合約
}
:de
[29
=Ausschreibung gewonnen
=Angebot gewonnen
=Bestellung liegt vor
=gewonnen
=Zuschlag erhalten
=Auftrag gebucht
=Bestellung erhalten
=Bestellung eingegangen
=Auftrag eingegangen
=AB erhalten
=Auftragsbestätigung erhalten
=gewonnen/abgeschlossen
=Auftrag
=Auftrag erhalten
=Auftrag erteilt
=Auftrag gewonnen
=Vertrag unterschrieben
=Vertrag unterzeichnet
=abgeschlossen - gewonnen
=beauftragt
=Zuschlag
=Verkauf
=Verkauft
=unterschrieben
=Abschluss
=Closed Won
=abgeschlossen gewonnen
=~abgeschlossen
=Angenommen
}
:it
[8
=vinta
=vinto
=chiusa vinta
=chiuso vinto
=acquisita
=acquisito
=firmato
=aggiudicata
}
:es
[8
=ganada
=ganado
=cerrada ganada
=cerrado ganado
=vendido
=firmado
=adjudicado
=ganadas
}
:fr
[7
=gagné
=gagnée
=fermé gagné
=clôturé gagné
=signé
=signée
=vendu
}
}
:lost
{19
:code
=LOST
:outcome
=lost
:order
=95
:chance
=0
:en
[44
=lost
=drop
=refused
=closed lost
=closed-lost
=close lost
=closed / lost
=deal lost
=loss
=closed - lost
=lost to competitor
=closed lost to competition
=closed-lost to competition
=no sale
=not won
=unsuccessful
=rejected
=declined
=dead
=dropped
=cancelled
=canceled
=disqualified
=no bid
=no-bid
=not awarded
=abandoned
=withdrawn
=out-sold
=no decision
=regret
=regretted
=failed
=void
=not interested
=no go
=no-go
=killed
=churned
=closed no sale
=lost deal
=lost to competition
=discarded
=expired
}
:salesforce
[1
=Closed Lost
}
:hubspot
[2
=Closed lost
=closedlost
}
:zoho
[2
=Closed Lost
=Closed Lost to Competition
}
:odoo
[1
=Lost
}
:dynamics
[3
=Lost
=Canceled
=Out-Sold
}
:pipedrive
[3
=Lost
=lost
=Deleted
}
:fxiaoke
[2
=输单
=无效
}
:xiaoshouyi
[1
=输单
}
:zh
[45
=戰敗
=已戰敗
=飛單
=輸單
=丟失關閉
=因競爭丟失關閉
=已結束且失敗
=已結束且丟失客戶
=棄標
=已棄標
=已輸單
=丟單
=已丟單
=失單
=失敗
=未中標
=落標
=已失敗
=丟標
=流標
=廢標
=已流失
=流失
=取消
=已取消
=放棄
=已放棄
=未成交
=未成單
=輸
=終止
=已終止
=作廢
=已作廢
=無效
=已關閉
=項目取消
=已丟失
=丟失
=敗單
=不合作
=關閉
=未成案
=已過期
=已拒絕
}
:zh-Hant
[3
=未得標
=失標
=已失單
}
:de
[19
=Angebot verloren
=Ausschreibung verloren
=verloren
=kein Zuschlag
=zurückgezogen
=An Mitbewerber verloren
=Abgebrochen
=abgesagt
=abgelehnt
=storniert
=nicht gewonnen
=Absage
=Auftrag verloren
=Kunde verloren
=Closed Lost
=abgeschlossen verloren
=kein Interesse
=gestorben
=abgelaufen
}
:it
[7
=persa
=perso
=chiusa persa
=chiuso persa
=annullata
=rifiutata
=non aggiudicata
}
:es
[8
=perdida
=perdido
=cerrada perdida
=cerrado perdido
=cancelada
=cancelado
=rechazada
=descartada
}
:fr
[7
=perdu
=perdue
=fermé perdu
=clôturé perdu
=annulé
=abandonné
=refusé
}
}
:hold
{12
:code
=HOLD
:outcome
=on-hold
:order
=98
:chance
=0
:en
[20
=on hold
=hold
=stopped
=on-hold
=postponed
=paused
=delayed
=deferred
=suspended
=parked
=stalled
=dormant
=inactive
=sleeping
=future
=later
=deferred to next year
=pushed
=revisit
=future opportunity
}
:dynamics
[1
=On Hold
}
:zoho
[1
=On Hold
}
:zh
[15
=擱置
=暫停
=暫緩
=延期
=推遲
=掛起
=停滯
=休眠
=暫時擱置
=已擱置
=已暫停
=長期跟進
=凍結
=項目暫停
=暫無進展
}
:de
[13
=zurückgestellt
=ruht
=gestoppt
=angehalten
=geschoben
=Projekt geschoben
=Projekt verschoben
=pausiert
=ruhend
=verschoben
=on hold
=auf Eis
=Wiedervorlage
}
:it
[4
=sospesa
=sospeso
=in attesa
=rinviata
}
:es
[5
=en espera
=pausado
=pospuesto
=suspendido
=aplazado
}
:fr
[4
=en attente
=suspendu
=reporté
=en pause
}
}
}
:ls
{5
:new
{13
:code
=NEW
:outcome
=open
:order
=10
:en
[20
=new
=open
=not contacted
=unread
=open - not contacted
=uncontacted
=not started
=fresh
=to contact
=to be contacted
=assigned
=unassigned
=new lead
=cold
=raw
=received
=pending
=lead
=unqualified lead
=submitted
}
:salesforce
[3
=Open - Not Contacted
=New
=Open
}
:hubspot
[2
=New
=Open
}
:zoho
[2
=Not Contacted
=-None-
}
:zh
[17
=新線索
=新建
=未跟進
=未聯繫
=未處理
=待跟進
=待處理
=待聯繫
=待分配
=未聯絡
=新增
=新客
=未分配
=已分配
=待撥打
=新進名單
=未撥打
}
:zh-Hant
[2
=新名單
=未撥打
}
:de
[8
=Neu
=Offen
=Offen - nicht kontaktiert
=nicht kontaktiert
=unbearbeitet
=nicht bearbeitet
=ungeprüft
=neu eingegangen
}
:it
[3
=nuovo
=da contattare
=aperto
}
:es
[4
=nuevo
=sin contactar
=abierto
=por contactar
}
:fr
[3
=nouveau
=à contacter
=ouvert
}
}
:working
{14
:code
=WORK
:outcome
=open
:order
=20
:en
[46
=working
=contacted
=working - contacted
=in progress
=attempted
=attempting
=open deal
=connected
=nurturing
=follow up
=following up
=follow-up
=contact in future
=in contact
=engaged
=active
=warm
=hot
=interested
=meeting scheduled
=appointment set
=demo scheduled
=proposal sent
=quoted
=negotiation
=in discussion
=responded
=interview
=shortlisted
=called
=emailed
=pre-qualified
=qualifying
=in process
=pipeline
=prospect
=proposal
=contacted - no response
=left message
=no answer
=voicemail
=qualified
=sales qualified
=marketing qualified
=sql
=mql
}
:salesforce
[3
=Working - Contacted
=Working
=Nurturing
}
:hubspot
[4
=In progress
=Attempted to contact
=Connected
=Open deal
}
:zoho
[4
=Contacted
=Attempted to Contact
=Contact in Future
=Pre-Qualified
}
:dynamics
[1
=Contacted
}
:zh
[35
=跟進中
=已聯繫
=聯繫中
=處理中
=已跟進
=洽談中
=溝通中
=有意向
=意向
=高意向
=已溝通
=已報價
=已拜訪
=繼續跟進
=持續跟進
=跟進
=重點跟進
=考慮中
=待定
=已聯絡
=已加微信
=邀約中
=已約
=已到訪
=已試聽
=進行中
=合格
=已回電
=已寄資料
=報價中
=議價中
=培育中
=孵化中
=初步接觸
=待轉商機
}
:zh-Hant
[2
=追蹤中
=聯絡中
}
:de
[17
=in Bearbeitung
=in Arbeit
=qualifiziert
=kontaktiert
=Kontaktiert
=in Kontakt
=interessiert
=Follow Up
=laufend
=in Klärung
=Termin vereinbart
=angerufen
=angeschrieben
=in Prüfung
=in Qualifizierung
=wird bearbeitet
=Angebot erstellt
}
:it
[5
=contattato
=in lavorazione
=in corso
=interessato
=qualificato
}
:es
[6
=contactado
=en proceso
=en seguimiento
=interesado
=en curso
=calificado
}
:fr
[6
=contacté
=en cours
=en traitement
=intéressé
=relance
=qualifié
}
}
:converted
{11
:code
=CONV
:outcome
=won
:order
=90
:en
[18
=converted
=closed - converted
=won
=closed won
=customer
=opportunity
=client
=signed
=accepted
=deal
=closed-won
=enrolled
=success
=sold
=registered
=existing customer
=became customer
=closed
}
:salesforce
[1
=Closed - Converted
}
:odoo
[1
=Won
}
:zh
[21
=已轉商機
=已轉化
=轉化
=已轉換
=轉商機
=轉客戶
=已轉客戶
=成交
=已成交
=簽約
=已簽約
=已合作
=已報名
=報名
=已下單
=已成單
=贏單
=已轉入
=已轉單
=已轉案
=已開案
}
:de
[8
=konvertiert
=Geschlossen - konvertiert
=umgewandelt
=gewonnen
=Kunde
=in Opportunity umgewandelt
=Opportunity erstellt
=Verkaufschance erstellt
}
:it
[3
=convertito
=cliente
=vinto
}
:es
[3
=convertido
=cliente
=ganado
}
:fr
[3
=converti
=client
=gagné
}
}
:dropped
{15
:code
=DROP
:outcome
=lost
:order
=95
:en
[32
=disqualified
=unqualified
=closed - not converted
=not converted
=dead
=lost
=junk
=junk lead
=not interested
=rejected
=bad timing
=bad fit
=lost lead
=closed lost
=invalid
=not qualified
=no interest
=dropped
=duplicate
=spam
=do not contact
=cannot contact
=no longer interested
=declined
=withdrawn
=not a fit
=wrong number
=cancelled
=bad data
=no need
=no budget
=wrong contact
}
:salesforce
[2
=Closed - Not Converted
=Unqualified
}
:hubspot
[2
=Unqualified
=Bad timing
}
:zoho
[3
=Junk Lead
=Lost Lead
=Not Qualified
}
:dynamics
[5
=Disqualified
=Lost
=Cannot Contact
=No Longer Interested
=Canceled
}
:odoo
[1
=Lost
}
:fxiaoke
[2
=无效
=已作废
}
:zh
[31
=已淘汰
=無效
=無效線索
=已關閉
=關閉
=無意向
=無需求
=已流失
=流失
=放棄
=已放棄
=不合格
=拒絕
=空號
=錯號
=不需要
=已作廢
=退回
=丟單
=輸單
=未成交
=重複
=戰敗
=已戰敗
=無效名單
=無意願
=拒訪
=重複名單
=已失效
=黑名單
=假號
}
:de
[18
=disqualifiziert
=verworfen
=nicht konvertiert
=Geschlossen - nicht konvertiert
=unqualifiziert
=verloren
=kein Interesse
=abgelehnt
=ungültig
=Absage
=kein Bedarf
=kein Budget
=unbrauchbar
=nicht relevant
=nicht qualifiziert
=Dublette
=Duplikat
=falsche Nummer
}
:it
[5
=non qualificato
=perso
=non interessato
=scartato
=rifiutato
}
:es
[5
=descartado
=no calificado
=perdido
=no interesado
=rechazado
}
:fr
[5
=non qualifié
=perdu
=pas intéressé
=rejeté
=abandonné
}
}
:dormant
{9
:code
=SLEEP
:outcome
=on-hold
:order
=98
:en
[15
=dormant
=on hold
=hold
=inactive
=paused
=sleeping
=later
=future
=postponed
=recycled
=recycle
=parked
=stalled
=no response
=unresponsive
}
:zh
[16
=休眠
=擱置
=暫緩
=暫停
=長期跟進
=沉默
=暫不考慮
=聯繫不上
=無人接聽
=未接通
=公海
=失聯
=聯絡不上
=無法聯繫
=無法聯絡
=沉睡
}
:de
[8
=ruhend
=pausiert
=später
=zurückgestellt
=nicht erreicht
=nicht erreichbar
=keine Rückmeldung
=Wiedervorlage
}
:it
[3
=in attesa
=sospeso
=non risponde
}
:es
[3
=en espera
=inactivo
=no responde
}
:fr
[4
=en attente
=inactif
=en veille
=pas de réponse
}
}
}
:ch
{8
:referral
{7
:code
=REFER
:en
[17
=referral
=referrals
=reference
=word of mouth
=employee referral
=external referral
=personal contact
=personal network
=network
=networking
=recommendation
=introduction
=referred
=friend
=friends
=family
=personal
}
:zh
[13
=引薦
=推薦
=介紹
=朋友介紹
=熟人介紹
=內部推薦
=內部介紹
=員工推薦
=關鍵人引薦
=人脈
=老闆介紹
=轉介
=領導介紹
}
:de
[4
=Empfehlung
=persönlicher Kontakt
=Netzwerk
=Mitarbeiterempfehlung
}
:it
[4
=passaparola
=segnalazione
=referral
=conoscenza
}
:es
[3
=referido
=recomendación
=boca a boca
}
:fr
[3
=recommandation
=bouche à oreille
=réseau
}
}
:expo
{8
:code
=EXPO
:en
[17
=trade show
=tradeshow
=event
=events
=exhibition
=expo
=conference
=seminar
=fair
=show
=seminar - internal
=seminar partner
=roadshow
=webinar
=congress
=convention
=summit
}
:zh
[14
=行業展會造勢
=展會
=展覽
=會展
=會議
=市場活動
=活動
=沙龍
=論壇
=峰會
=研討會
=線下活動
=行業會議
=路演
}
:zh-Hant
[2
=展場
=說明會
}
:de
[6
=Messe
=Veranstaltung
=Event
=Konferenz
=Seminar
=Webinar
}
:it
[3
=fiera
=evento
=convegno
}
:es
[4
=feria
=evento
=congreso
=exposición
}
:fr
[5
=salon
=évènement
=événement
=conférence
=foire
}
}
:targeted
{8
:code
=PR
:en
[30
=cold call
=cold calling
=cold email
=outbound
=outreach
=direct mail
=telemarketing
=prospecting
=door to door
=cold outreach
=sales
=direct
=direct sales
=field sales
=email
=email campaign
=mailing
=phone
=call
=sdr
=bdr
=walk in
=walk-in
=rfp
=tender
=offline
=self generated
=self-sourced
=purchased list
=list purchase
}
:zh
[24
=定點公關
=電話營銷
=電銷
=電話拜訪
=陌拜
=陌生拜訪
=自主開發
=自己開發
=自開發
=自拓
=主動開發
=地推
=掃樓
=上門
=主動上門
=短信
=郵件
=直銷
=招標信息
=招標網
=公開招標
=銷售自拓
=自主拓展
=客戶拜訪
}
:zh-Hant
[3
=陌生開發
=自行開發
=業務開發
}
:de
[7
=Kaltakquise
=Telefonakquise
=Direktvertrieb
=Mailing
=Außendienst
=Ausschreibung
=Outbound
}
:it
[5
=chiamata a freddo
=telemarketing
=email
=diretto
=gara
}
:es
[6
=llamada en frío
=telemarketing
=correo
=directo
=licitación
=prospección
}
:fr
[6
=démarchage
=prospection
=appel à froid
=emailing
=téléprospection
=appel d'offres
}
}
:online
{8
:code
=NET
:en
[56
=web
=website
=web site
=web form
=online
=online store
=internet
=google
=google ads
=adwords
=google adwords
=seo
=ppc
=organic search
=paid search
=paid social
=organic social
=social
=social media
=facebook
=linkedin
=instagram
=twitter
=x (twitter)
=youtube
=tiktok
=advertisement
=advertising
=ads
=ad
=blog
=content
=public relations
=pr
=media
=inbound
=inbound call
=chat
=live chat
=web download
=web research
=direct traffic
=email marketing
=landing page
=display ads
=offline sources
=inbound inquiry
=inquiry
=web cases
=whatsapp
=newsletter
=portal
=company website
=search engine
=podcast
=olark chat
}
:zh
[47
=網絡品牌口碑
=網絡
=網站
=官網
=網上
=互聯網
=線上
=線上推廣
=百度
=百度推廣
=搜索引擎
=SEM
=SEO
=微信
=公眾號
=微信公眾號
=小紅書
=抖音
=快手
=微博
=頭條
=知乎
=廣告
=網絡推廣
=網絡廣告
=線上諮詢
=來電諮詢
=400電話
=熱線
=自然流量
=自然搜索
=阿里巴巴
'1688
=淘寶
=天貓
=京東
=美團
=大眾點評
=媒體
=電商平台
=網銷
=在線諮詢
=主動諮詢
=線上
=新媒體
=口碑
=B2B平台
}
:zh-Hant
[7
=官方網站
=網路
=網路廣告
=臉書
=粉絲團
=關鍵字廣告
=搜尋引擎
}
:de
[11
=Webseite
=Website
=Internet
=Online
=Werbung
=Anzeige
=Soziale Medien
=Google
=Onlinewerbung
=Newsletter
=Inbound
}
:it
[7
=sito web
=sito
=internet
=social
=pubblicità
=google
=web
}
:es
[8
=sitio web
=web
=página web
=internet
=redes sociales
=publicidad
=google
=anuncio
}
:fr
[7
=site web
=site internet
=internet
=réseaux sociaux
=publicité
=google
=web
}
}
:alliance
{7
:code
=ALLY
:en
[10
=alliance
=association
=chamber of commerce
=industry association
=supplier
=vendor
=consultant
=consortium
=joint venture
=industry partner
}
:zh
[11
=產業鏈聯盟
=協會
=行業協會
=商會
=聯盟
=供應商
=供應商推薦
=設計院
=生態夥伴
=政府
=園區
}
:de
[4
=Verband
=Allianz
=Lieferant
=Kammer
}
:it
[3
=associazione
=fornitore
=alleanza
}
:es
[3
=asociación
=alianza
=proveedor
}
:fr
[3
=association
=alliance
=fournisseur
}
}
:partner
{8
:code
=CHAN
:en
[16
=partner
=partners
=channel
=channel partner
=reseller
=distributor
=dealer
=agent
=broker
=agency
=sales email alias
=affiliate
=system integrator
=si partner
=integrator
=franchise
}
:zh
[16
=渠道商
=渠道
=代理商
=經銷商
=合作夥伴
=合作夥伴推薦
=夥伴
=代理
=分銷商
=集成商
=總包商
=中介
=渠道推薦
=夥伴推薦
=廠商推薦
=原廠推薦
}
:zh-Hant
[4
=通路
=通路商
=代理商轉介
=夥伴轉介
}
:de
[6
=Partner
=Händler
=Vertriebspartner
=Makler
=Fachhändler
=Agentur
}
:it
[4
=partner
=rivenditore
=agente
=distributore
}
:es
[6
=socio
=distribuidor
=canal
=agente
=partner
=revendedor
}
:fr
[5
=partenaire
=revendeur
=distributeur
=courtier
=apporteur d'affaires
}
}
:customer
{8
:code
=CUST
:en
[17
=customer referral
=client referral
=existing customer
=existing client
=existing account
=current customer
=repeat customer
=repeat business
=repeat
=upsell
=cross-sell
=cross sell
=customer
=client
=customer reference
=returning customer
=install base
}
:zh
[12
=客戶轉介紹
=老客戶
=老客戶介紹
=老客戶推薦
=轉介紹
=老客戶轉介紹
=客戶介紹
=客戶推薦
=老客戶復購
=存量客戶
=老帶新
=復購
}
:zh-Hant
[4
=舊客戶
=既有客戶
=舊客介紹
=客戶轉介
}
:de
[3
=Bestandskunde
=Kundenempfehlung
=Kunde
}
:it
[3
=cliente esistente
=cliente
=passaparola cliente
}
:es
[4
=cliente existente
=cliente actual
=cliente
=referido de cliente
}
:fr
[3
=client existant
=client
=parrainage client
}
}
:other
{7
:code
=OTHER
:en
[11
=other
=others
=unknown
=none
=n/a
=misc
=miscellaneous
=offline source
=not specified
=various
=undefined
}
:zh
[5
=其他
=其它
=未知
=不詳
=無
}
:de
[4
=Sonstige
=Sonstiges
=Andere
=Unbekannt
}
:it
[2
=altro
=sconosciuto
}
:es
[3
=otro
=otros
=desconocido
}
:fr
[3
=autre
=autres
=inconnu
}
}
}
:kt
{4
:equipment
{8
:code
=EQUIP
:en
[18
=equipment
=product
=products
=purchase
=goods
=hardware
=supply
=sale
=sales
=product sale
=material
=supplies
=license
=licence
=software
=procurement
=trade
=new business
}
:zh
[19
=設備/產品
=設備
=產品
=產品銷售
=設備採購
=採購合同
=採購
=銷售合同
=銷售
=貨物
=貨物類
=物資
=物資採購
=買賣合同
=購銷合同
=供貨
=硬件
=軟件
=產品類
}
:zh-Hant
[4
=產品買賣
=設備採購案
=軟體授權
=硬體
}
:de
[8
=Kauf
=Kaufvertrag
=Produkt
=Lieferung
=Hardware
=Liefervertrag
=Lizenz
=Software
}
:it
[4
=vendita
=prodotto
=fornitura
=acquisto
}
:es
[5
=venta
=producto
=suministro
=compra
=compraventa
}
:fr
[4
=vente
=produit
=fourniture
=achat
}
}
:project
{8
:code
=PROJ
:en
[12
=project
=construction
=engineering
=works
=epc
=turnkey
=implementation
=installation
=construction project
=fixed price
=time and materials
=build
}
:zh
[19
=工程項目
=工程
=工程類
=施工
=施工合同
=工程施工
=項目
=項目類
=集成
=系統集成
=總包
=安裝
=開發
=建設
=實施
=開發項目
=定制開發
=工程合同
=施工總承包
}
:zh-Hant
[3
=專案
=工程案
=建置
}
:de
[6
=Projekt
=Bauprojekt
=Werkvertrag
=Projektvertrag
=Installation
=Bau
}
:it
[4
=progetto
=cantiere
=lavori
=appalto
}
:es
[4
=proyecto
=obra
=construcción
=instalación
}
:fr
[4
=projet
=chantier
=travaux
=installation
}
}
:service
{8
:code
=SERV
:en
[18
=service
=services
=consulting
=professional services
=training
=support
=advisory
=managed services
=consultancy
=service contract
=retainer
=outsourcing
=agency
=maintenance
=amc
=annual maintenance
=maintenance contract
=support & maintenance
}
:zh
[25
=服務/諮詢
=服務
=服務類
=服務合同
=技術服務
=諮詢
=諮詢服務
=培訓
=運維服務
=技術諮詢
=勞務
=非工程服務類
=工程服務類
=外包
=委託合同
=設計
=監理
=檢測
=技術開發
=代理合同
=維保
=維護
=維保合同
=維護合同
=運維
}
:zh-Hant
[5
=顧問服務
=顧問
=教育訓練
=專業服務
=維護合約
}
:de
[9
=Dienstleistung
=Service
=Beratung
=Dienstleistungsvertrag
=Schulung
=Servicevertrag
=Dienstvertrag
=Wartung
=Wartungsvertrag
}
:it
[5
=servizio
=servizi
=consulenza
=formazione
=manutenzione
}
:es
[6
=servicio
=servicios
=consultoría
=capacitación
=asesoría
=mantenimiento
}
:fr
[6
=service
=services
=conseil
=formation
=prestation
=maintenance
}
}
:subscription
{8
:code
=SUBS
:en
[11
=subscription
=saas
=recurring
=renewal
=rental
=lease
=annual
=monthly
=hosting
=membership
=evergreen
}
:zh
[9
=訂閱
=訂閱類
=年費
=續費
=續約
=租賃
=租賃合同
=SaaS
=續簽
}
:zh-Hant
[2
=租賃合約
=年約
}
:de
[5
=Abonnement
=Abo
=Miete
=Leasing
=SaaS
}
:it
[3
=abbonamento
=canone
=noleggio
}
:es
[4
=suscripción
=renta
=alquiler
=arrendamiento
}
:fr
[2
=abonnement
=location
}
}
}
:rs
{4
:idle
{11
:code
=IDLE
:outcome
=open
:order
=10
:en
[21
=not started
=active
=pending
=open
=upcoming
=new
=to do
=current
=live
=in force
=in effect
=due
=due soon
=not contacted
=to be renewed
=valid
=up for renewal
=draft
=running
=ongoing
=not due
}
:salesforce
[3
=Activated
=Draft
=Active
}
:odoo
[2
=~In Progress
=To Renew
}
:zh
[24
=未啟動
=未開始
=未續約
=未續費
=正常
=生效
=生效中
=有效
=執行中
=履行中
=服務中
=使用中
=未到期
=待續費
=待續約
=待跟進
=即將到期
=已生效
=進行中
=待續簽
=待聯繫
=未聯繫
=待聯絡
=未聯絡
}
:de
[6
=nicht gestartet
=aktiv
=offen
=laufend
=ausstehend
=gültig
}
:it
[5
=attivo
=da rinnovare
=in corso
=aperto
=valido
}
:es
[5
=activo
=por renovar
=pendiente
=vigente
=en curso
}
:fr
[5
=actif
=à renouveler
=en cours
=en vigueur
=non démarré
}
}
:talking
{9
:code
=TALK
:outcome
=open
:order
=40
:en
[26
=in talks
=in progress
=negotiation
=negotiating
=quoted
=quote sent
=contacted
=in discussion
=in negotiation
=proposal sent
=awaiting po
=at risk
=in approval
=in approval process
=renewal quote sent
=under review
=working
=forecast
=commit
=renewal in progress
=follow up
=likely
=on track
=pending signature
=verbal commitment
=awaiting signature
}
:zh
[19
=洽談中
=續約中
=談判中
=溝通中
=續費中
=跟進中
=已報價
=續簽中
=商務洽談
=走流程
=審批中
=有意向
=有風險
=意向續約
=報價中
=議價中
=考慮中
=流失風險
=評估中
}
:de
[10
=in Gesprächen
=in Verhandlung
=in Bearbeitung
=Angebot gesendet
=gefährdet
=in Gespräch
=im Gespräch
=angeschrieben
=zugesagt
=Angebot verschickt
}
:it
[3
=in trattativa
=offerta inviata
=contattato
}
:es
[4
=en negociación
=cotizado
=contactado
=en proceso
}
:fr
[4
=en négociation
=devis envoyé
=contacté
=en discussion
}
}
:renewed
{9
:code
=DONE
:outcome
=won
:order
=90
:en
[17
=renewed
=closed won
=won
=done
=completed
=signed
=renewal complete
=auto-renewed
=auto renewed
'yes
=renew
=paid
=extended
=closed - renewed
=renewal won
=upgraded
=expanded
}
:zh
[18
=已續約
=已續費
=已續簽
=續約成功
=續簽
=續費成功
=已續
=已續單
=續約
=續費
=已續保
=完成
=已完成
=是
=已簽回
=續簽完成
=續約完成
=已完成續約
}
:de
[7
=verlängert
=erneuert
=abgeschlossen
=Ja
=gewonnen
=automatisch verlängert
=verlängert (automatisch)
}
:it
[5
=rinnovato
=rinnovata
=chiuso
=firmato
=si
}
:es
[5
=renovado
=renovada
=ganado
=firmado
=sí
}
:fr
[5
=renouvelé
=renouvelée
=gagné
=signé
=oui
}
}
:churned
{11
:code
=LOST
:outcome
=lost
:order
=95
:en
[22
=churned
=lost
=cancelled
=canceled
=not renewed
=expired
=terminated
=closed lost
=non-renewal
=non renewal
'no
=declined
=inactive
=closed
=lapsed
=ended
=not renewing
=lost renewal
=discontinued
=in cancellation
=obsolete
=end of life
}
:salesforce
[2
=Canceled
=Expired
}
:odoo
[2
=Closed
=Churned
}
:zh
[24
=已流失
=流失
=不續約
=不續費
=不續
=不續簽
=未續約成功
=已終止
=終止
=已到期
=過期
=已過期
=已取消
=退訂
=已退訂
=放棄續約
=否
=作廢
=已失效
=失效
=停用
=已停用
=已解約
=解約
}
:de
[8
=gekündigt
=verloren
=abgelaufen
=nicht verlängert
=beendet
=Nein
=storniert
=ausgelaufen
}
:it
[6
=perso
=disdetto
=scaduto
=non rinnovato
=cessato
'no
}
:es
[6
=perdido
=cancelado
=vencido
=no renovado
=terminado
'no
}
:fr
[7
=perdu
=résilié
=expiré
=non renouvelé
=annulé
=terminé
=non
}
}
}
:ps
{4
:down
{9
:code
=DOWN
:order
=10
:en
[20
=down payment
=deposit
=advance
=advance payment
=upfront
=upfront payment
=first payment
=1st payment
=initial payment
=prepayment
=mobilization
=mobilisation
=signing
=on signing
=retainer
=1st instalment
=1st installment
=booking amount
=first milestone
=kick-off
}
:zh
[19
=首付款
=首付
=首款
=首期款
=首期
=預付款
=預付
=定金
=訂金
=簽約款
=一期款
=第一期
=第一筆
=1期
=一期
=啟動款
=開工款
=合同款首付
=頭款
}
:zh-Hant
[4
=頭期款
=訂金款
=簽約金
=第一期款
}
:de
[6
=Anzahlung
=Vorauszahlung
=1. Rate
=Vorkasse
=1. Abschlag
=erste Rate
}
:it
[4
=acconto
=anticipo
=prima rata
=caparra
}
:es
[5
=anticipo
=enganche
=primer pago
=adelanto
=pago inicial
}
:fr
[4
=acompte
=avance
=premier versement
=arrhes
}
}
:delivery
{9
:code
=ARRIVE
:order
=20
:en
[15
=delivery payment
=delivery
=on delivery
=shipment
=shipping payment
=progress payment
=interim payment
=interim
=second payment
=2nd payment
=milestone payment
=2nd instalment
=2nd installment
=progress
=midpoint
}
:zh
[16
=到貨款
=發貨款
=提貨款
=交貨款
=進度款
=中期款
=中款
=二期款
=第二期
=第二筆
=2期
=二期
=里程碑款
=階段款
=到貨
=發貨前款
}
:zh-Hant
[3
=交貨款項
=期中款
=第二期款
}
:de
[7
=Teilzahlung
=Lieferung
=bei Lieferung
=2. Rate
=Abschlagszahlung
=2. Abschlag
=Zwischenzahlung
}
:it
[4
=alla consegna
=consegna
=seconda rata
=sal
}
:es
[4
=contra entrega
=segundo pago
=entrega
=avance de obra
}
:fr
[4
=à la livraison
=livraison
=deuxième versement
=acompte intermédiaire
}
}
:acceptance
{9
:code
=ACCEPT
:order
=30
:en
[16
=acceptance payment
=acceptance
=on acceptance
=completion
=final payment
=final acceptance
=go-live
=commissioning
=third payment
=3rd payment
=completion payment
=balance
=balance payment
=final
=3rd instalment
=3rd installment
}
:zh
[16
=驗收款
=驗收
=終驗款
=初驗款
=竣工款
=完工款
=上線款
=三期款
=第三期
=第三筆
=3期
=三期
=結算款
=調試款
=安裝款
=竣工結算款
}
:zh-Hant
[3
=驗收款項
=完工款項
=第三期款
}
:de
[6
=Abnahme
=bei Abnahme
=Schlusszahlung
=Schlussrechnung
=3. Rate
=Restzahlung
}
:it
[4
=al collaudo
=collaudo
=saldo
=terza rata
}
:es
[5
=aceptación
=pago final
=tercer pago
=saldo
=liquidación
}
:fr
[5
=à la réception
=réception
=solde
=troisième versement
=solde final
}
}
:retention
{9
:code
=RETAIN
:order
=40
:en
[9
=retention
=retainage
=retention payment
=warranty
=warranty payment
=retention money
=4th payment
=4th instalment
=4th installment
}
:zh
[13
=質保尾款
=質保金
=質保款
=尾款
=保證金
=保修金
=四期款
=第四期
=4期
=四期
=質量保證金
=餘款
=保留金
}
:zh-Hant
[4
=保固款
=保固金
=保留款
=第四期款
}
:de
[5
=Gewährleistungseinbehalt
=Einbehalt
=Sicherheitseinbehalt
=4. Rate
=Gewährleistung
}
:it
[3
=ritenuta
=trattenuta a garanzia
=svincolo ritenuta
}
:es
[3
=retención
=fondo de garantía
=garantía
}
:fr
[3
=retenue de garantie
=retenue
=garantie
}
}
}
:vm
{5
:onsite
{13
:code
=ONSITE
:en
[22
=on-site
=onsite
=on site
=visit
=site visit
=in person
=in-person
=face to face
=face-to-face
=f2f
=meeting
=field visit
=customer visit
=in-person meeting
=sales visit
=client visit
=lunch
=dinner
=coffee
=physical meeting
=personal visit
=personal
}
:hubspot
[1
=Meeting
}
:zoho
[1
=Meetings
}
:dynamics
[1
=Appointment
}
:pipedrive
[2
=Meeting
=Lunch
}
:odoo
[1
=Meeting
}
:zh
[22
=上門拜訪
=上門
=拜訪
=現場
=現場拜訪
=實地拜訪
=面談
=面訪
=當面
=登門拜訪
=走訪
=外出拜訪
=客戶拜訪
=面對面
=出差
=初次拜訪
=回訪
=陪訪
=飯局
=宴請
=商務宴請
=會議
}
:zh-Hant
[3
=親訪
=親自拜訪
=實地訪查
}
:de
[9
=Besuch
=vor Ort
=Vor-Ort-Termin
=persönlich
=Termin
=Kundenbesuch
=Vor Ort
=Meeting
=Besprechung
}
:it
[6
=visita
=di persona
=incontro
=appuntamento
=riunione
=visita in loco
}
:es
[6
=visita
=presencial
=reunión
=en persona
=visita presencial
=cita
}
:fr
[6
=visite
=sur site
=en personne
=réunion
=rendez-vous
=rdv
}
}
:hosted
{8
:code
=HOST
:en
[9
=customer came
=customer visit to us
=hosted
=office visit
=factory tour
=plant tour
=visit to our office
=showroom visit
=showroom
}
:zh
[10
=客戶來訪
=來訪
=接待
=客戶到訪
=到訪
=參觀
=考察
=邀請來訪
=參觀考察
=工廠參觀
}
:zh-Hant
[2
=來訪參觀
=客戶參訪
}
:de
[3
=Kundenbesuch bei uns
=Besuch im Haus
=Werksbesichtigung
}
:it
[1
=visita in sede
}
:es
[1
=visita en oficina
}
:fr
[1
=visite dans nos locaux
}
}
:call
{8
:code
=CALL
:en
[13
=call
=phone
=phone call
=telephone
=cold call
=tel
=outbound call
=inbound call
=called
=voice call
=voicemail
=telephonic
=mobile
}
:zh
[11
=電話
=電話拜訪
=電話溝通
=電聯
=致電
=電話聯繫
=去電
=來電
=電話回訪
=電話跟進
=語音
}
:zh-Hant
[2
=電訪
=電話聯絡
}
:de
[4
=Telefon
=Anruf
=Telefonat
=telefonisch
}
:it
[3
=telefonata
=telefono
=chiamata
}
:es
[4
=llamada
=teléfono
=telefónica
=llamada telefónica
}
:fr
[4
=appel
=téléphone
=appel téléphonique
=téléphonique
}
}
:online
{8
:code
=ONLINE
:en
[31
=online
=online meeting
=video
=video call
=video conference
=zoom
=teams
=microsoft teams
=google meet
=webex
=virtual
=virtual meeting
=web meeting
=email
=e-mail
=mail
=whatsapp
=wechat
=chat
=message
=text
=sms
=linkedin
=demo
=webinar
=video meeting
=remote
=skype
=text message
=linkedin message
=social media
}
:zh
[21
=線上會議
=線上
=視頻會議
=視頻
=網絡會議
=遠程
=騰訊會議
=釘釘
=微信
=郵件
=企業微信
=線上溝通
=微信溝通
=短信
=在線
=郵件溝通
=電子郵件
=QQ
=遠程會議
=線上交流
=釘釘會議
}
:zh-Hant
[4
=視訊
=視訊會議
=電郵
=線上會談
}
:de
[8
=Online
=Videokonferenz
=Video
=Onlinemeeting
=E-Mail
=Email
=Videocall
=Online-Meeting
}
:it
[5
=online
=videochiamata
=email
=video conferenza
=videocall
}
:es
[7
=en línea
=videollamada
=correo
=virtual
=email
=correo electrónico
=videoconferencia
}
:fr
[6
=en ligne
=visioconférence
=visio
=email
=e-mail
=courriel
}
}
:expo
{7
:code
=EXPO
:en
[8
=trade show
=event
=exhibition
=conference
=expo
=seminar
=fair
=workshop
}
:zh
[8
=展會
=展覽
=會展
=活動
=論壇
=沙龍
=研討會
=市場活動
}
:de
[4
=Messe
=Veranstaltung
=Konferenz
=Event
}
:it
[2
=fiera
=evento
}
:es
[3
=feria
=evento
=congreso
}
:fr
[4
=salon
=évènement
=événement
=foire
}
}
}
:cs
{4
:post
{4
:code
=IN
:en
[9
=in post
=active
=current
=employed
=in office
=in role
=in position
=still employed
=still there
}
:zh
[6
=在任
=在職
=在崗
=現任
=任職中
=在職中
}
:de
[7
=aktiv
=im Amt
=im Unternehmen
=beschäftigt
=tätig
=in Position
=noch im Amt
}
}
:left
{4
:code
=LEFT
:en
[12
=left
=left company
=inactive
=resigned
=retired
=no longer there
=no longer with company
=no longer with the company
=gone
=departed
=former employee
=quit
}
:zh
[12
=離職
=已離職
=退休
=已離開
=離開
=離任
=已離任
=卸任
=已卸任
=辭職
=已辭職
=已退休
}
:de
[12
=ausgeschieden
=inaktiv
=nicht mehr im Unternehmen
=nicht mehr aktiv
=nicht mehr im Amt
=Unternehmen verlassen
=gegangen
=Ruhestand
=im Ruhestand
=pensioniert
=in Rente
=gekündigt
}
}
:moved
{4
:code
=MOVE
:en
[6
=transferred
=moved
=relocated
=changed department
=changed role
=new role
}
:zh
[9
=調離
=調動
=調崗
=轉崗
=調職
=調任
=已調離
=已調職
=已調崗
}
:de
[4
=versetzt
=gewechselt
=Abteilung gewechselt
=Position gewechselt
}
}
:promoted
{4
:code
=UP
:en
[1
=promoted
}
:zh
[6
=升職
=晉升
=升遷
=升任
=已升職
=高升
}
:de
[2
=befördert
=aufgestiegen
}
}
}
:br
{6
:economic
{4
:code
=EB
:en
[9
=decision maker
=decision-maker
=economic buyer
=budget holder
=approver
=final decision maker
=economic decision maker
=budget owner
=key decision maker
}
:zh
[13
=決策人
=決策者
=拍板人
=最終決策人
=最終決策
=最終決策者
=經濟決策者
=經濟買家
=決定者
=審批人
=核准者
=核准人
=拍板者
}
:de
[9
=Entscheider
=Entscheiderin
=Budgetverantwortlicher
=Kaufentscheider
=Endentscheider
=Budgetentscheider
=Wirtschaftlicher Entscheider
=Genehmiger
=Hauptentscheider
}
}
:user
{4
:code
=UB
:en
[6
=user
=end user
=end-user
=business user
=key user
=user buyer
}
:zh
[8
=使用者
=使用人
=最終使用者
=最終用戶
=終端用戶
=使用部門
=使用單位
=用戶
}
:de
[9
=Anwender
=Anwenderin
=Nutzer
=Endanwender
=Endnutzer
=Benutzer
=Key User
=Keyuser
=Fachanwender
}
}
:technical
{4
:code
=TB
:en
[6
=technical evaluator
=technical buyer
=evaluator
=technical decision maker
=technical approver
=technical reviewer
}
:zh
[11
=技術把關
=技術評估
=技術評估人
=技術評估者
=技術決策者
=技術決策人
=技術把關人
=技術把關者
=技術買家
=技術審核
=技術選型
}
:de
[5
=Technischer Prüfer
=Technischer Bewerter
=Technischer Entscheider
=Technischer Einkäufer
=Fachprüfer
}
}
:purchasing
{4
:code
=PB
:en
[5
=purchasing
=procurement
=buyer
=purchaser
=purchasing agent
}
:zh
[7
=採購
=採購者
=採購人
=採購經辦
=採購員
=採購人員
=採購窗口
}
:de
[5
=Einkauf
=Einkäufer
=Einkäuferin
=Beschaffer
=Beschaffung
}
}
:influencer
{4
:code
=IN
:en
[2
=influencer
=recommender
}
:zh
[4
=影響者
=影響人
=推薦者
=建議者
}
:de
[4
=Beeinflusser
=Einflussnehmer
=Meinungsbildner
=Empfehler
}
}
:gatekeeper
{4
:code
=GK
:en
[1
=gatekeeper
}
:zh
[2
=守門人
=守門員
}
:de
[2
=Gatekeeper
=Torwächter
}
}
}
:lc
{4
:exploring
{4
:code
=EXPLORE
:en
[1
=exploration
}
:zh
[7
=考察期
=開拓期
=開發期
=考察
=引入期
=導入期
=探索期
}
:de
[2
=Erkundung
=Erschließung
}
}
:forming
{4
:code
=FORM
:en
[3
=formation
=growing
=growth
}
:zh
[4
=形成期
=成長期
=形成
=發展期
}
:de
[3
=Aufbau
=Wachstum
=wachsend
}
}
:stable
{4
:code
=STABLE
:en
[3
=stability
=stable
=mature
}
:zh
[2
=穩定期
=成熟期
}
:de
[2
=stabil
=Stabilität
}
}
:declining
{4
:code
=DECLINE
:en
[2
=decline
=declining
}
:zh
[4
=退化期
=衰退期
=退化
=衰退
}
:de
[2
=Rückgang
=rückläufig
}
}
}
}
}
}
"""#
