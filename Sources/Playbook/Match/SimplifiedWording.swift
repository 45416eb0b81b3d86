// SPDX-License-Identifier: Apache-2.0

extension Simplified {
  /// Converts one of the program's own sentences to mainland wording, not only to simplified characters: 儲存格 becomes 单元格, a 列 (row) becomes
  /// a 行, and an 欄 (column) a 列.
  ///
  /// Only for sentences: titles and labels in workbooks are converted by character, because that is how teams write them.
  public static func wording(_ sentence: String) -> String {
    let bytes = Array(sentence.utf8)
    var result: [UInt8] = []
    var copied = 0
    var at = 0
    while at < bytes.count {
      guard bytes[at] >= 0xE0, bytes[at] < 0xF0 else {
        at += 1
        continue
      }
      let value = Int(bytes[at] & 0xF) << 12 | Int(bytes[at + 1] & 0x3F) << 6 | Int(bytes[at + 2] & 0x3F)
      if isFirst[value], let word = words[value]?.first(where: { bytes[at...].starts(with: $0.traditional) }) {
        result += bytes[copied..<at]
        result += word.simplified
        at += word.traditional.count
        copied = at
      } else {
        at += 3
      }
    }
    guard copied > 0 else { return text(sentence) }
    result += bytes[copied...]
    return text(String(decoding: result, as: UTF8.self))
  }

  private struct Word {
    let traditional: [UInt8]
    let simplified: [UInt8]
  }

  /// By first character; the longer of two words with the same beginning comes first.
  private static let words: [Int: [Word]] = {
    let sorted = wordPairs.sorted { $0.0.utf8.count > $1.0.utf8.count }
    return Dictionary(grouping: sorted) { Int($0.0.unicodeScalars.first?.value ?? 0) }.mapValues { pairs in
      pairs.map { Word(traditional: Array($0.0.utf8), simplified: Array($0.1.utf8)) }
    }
  }()

  /// Whether a word begins with the character.
  private static let isFirst: [Bool] = {
    var table = [Bool](repeating: false, count: 0x10000)
    for first in words.keys where first < table.count { table[first] = true }
    return table
  }()

  /// Words that differ, and words that contain 列 or 欄 without meaning a row or column.
  private static let wordPairs: [(String, String)] = [
    ("儲存格", "单元格"), ("欄位", "列"), ("欄名", "列名"), ("欄", "列"), ("專欄", "专栏"), ("表頭列", "标题行"), ("列", "行"), ("列出", "列出"),
    ("只列", "只列"),
    ("不列", "不列"), ("可列", "可列"), ("列表", "列表"), ("列印", "打印"), ("列入", "列入"), ("列為", "列为"), ("列在", "列在"), ("系列", "系列"),
    ("排列", "排列"), ("並列", "并列"), ("漏列", "漏列"),
    ("陣列", "数组"), ("下列", "下列"), ("逐項列", "逐项列"), ("合約", "合同"), ("機率", "概率"), ("品質", "质量"), ("通路", "渠道"), ("回應", "响应"),
    ("資料", "数据"), ("檔案", "文件"), ("本檔", "本文件"), ("預設", "默认"), ("下拉選單", "下拉菜单"), ("全形", "全角"), ("半形", "半角"),
    ("全半形", "全半角"),
    ("匯出", "导出"), ("匯入", "导入"), ("程式", "程序"), ("附註", "批注"), ("巨集", "宏"), ("滑鼠", "鼠标"), ("分頁", "工作表"),
    ("聯絡人", "联系人"), ("聯絡", "联系"), ("專案", "项目"), ("類別", "类别"), ("字元", "字符"), ("貼上", "粘贴"), ("複製", "复制"),
    ("連結", "链接"), ("印表機", "打印机"), ("螢幕", "屏幕"), ("網路", "网络"), ("軟體", "软件"), ("硬體", "硬件"), ("執行", "运行"), ("函式", "函数"),
    ("二維", "二维"), ("空列", "空行"), ("載入", "加载"), ("身分證", "身份证"), ("訊息", "消息"), ("最佳化", "优化"), ("佈局", "布局"), ("帳齡", "账龄"),
    ("銀行帳", "银行账"), ("開啟", "打开"), ("損毀", "损坏"), ("結束碼", "退出码"), ("唯讀", "只读"),
    ("回頭", "回头"), ("確實", "确实"), ("資訊", "信息"), ("要嘛", "要么"), ("搜尋", "搜索"), ("窮盡", "穷举"), ("檢視", "查看"), ("現況", "现状"),
    ("跟著", "跟着"), ("起訖", "起止"), ("辨識", "识别"), ("記憶體", "内存"), ("連字號", "连字符"), ("幣別", "币种"), ("另存新檔", "另存为新文件"),
    ("資料夾", "文件夹"), ("位元組", "字节"), ("檔名", "文件名"), ("引數", "参数"), ("訊號", "信号"), ("參照", "引用"), ("通訊端", "套接字"),
    ("擁有者", "所有者"), ("解壓縮", "解压"), ("壓縮檔", "压缩文件"), ("試算表", "电子表格"), ("簡報", "演示文稿"), ("暫存檔", "临时文件"), ("鎖定檔", "锁文件"),
    ("磁碟", "磁盘"), ("裝置", "设备"), ("管線", "管道"), ("輸出檔", "输出文件"), ("匯出檔", "导出文件"), ("純文字", "纯文本"), ("文字檔", "文本文件"),
    ("原檔", "原文件"), ("二進位", "二进制"), ("程序", "进程"), ("儲存", "保存"),
    ("字尾", "后缀"), ("物件", "对象"), ("群組", "组"), ("變數", "变量"), ("終端機", "终端"),
    ("支援", "支持"), ("語系", "区域设置"), ("樞紐分析表", "数据透视表"), ("樞紐", "透视"), ("跳脫", "转义"), ("橘色", "橙色"),
    ("情境", "情景"), ("「", "“"), ("」", "”"),
    // 檔案 behind a word that takes 檔 alone, and every other 檔.
    ("壓縮檔案", "压缩文件"), ("暫存檔案", "临时文件"), ("鎖定檔案", "锁定文件"), ("輸出檔案", "输出文件"), ("匯出檔案", "导出文件"), ("文字檔案", "文本文件"),
    ("原檔案", "原文件"), ("本檔案", "本文件"), ("歷史檔", "历史文件"), ("存檔", "保存"), ("存一次檔", "保存一次"), ("建檔", "建档"), ("檔期", "档期"),
    ("會前檔案", "会前简报"), ("檔", "文件"),
    ("運算列表", "模拟运算表"), ("運算子", "运算符"), ("個欄位", "个字段"), ("分隔符號", "分隔符"), ("樣式", "模式"), ("縮排", "缩进"), ("內建", "内置"),
    ("註解討論串", "批注讨论"), ("討論串", "批注讨论"), ("附註解", "附注释"), ("註解", "注释"), ("紀錄", "记录"), ("登錄", "登记"), ("範例", "示例"),
    ("個人資料", "个人信息"), ("常態分布", "正态分布"), ("常態", "正态"), ("轉換率", "转化率"), ("帳", "账"), ("建立暫存檔", "创建临时文件"),
    ("建立了這個檔案", "创建了这个文件"),
    ("建立新的", "创建新的"), ("逾時", "超时"), ("副檔名", "扩展名"),
    ("依序", "依次"), ("依編號", "按编号"), ("依內容", "按内容"), ("依規則", "按规则"), ("依工作", "按工作"), ("依團隊", "按团队"), ("依處理", "按处理"),
    ("依什麼", "按什么"),
    // 著 is 着, but where it means what is known or written.
    ("著", "着"), ("顯著", "显著"), ("著名", "著名"), ("著作", "著作"), ("原著", "原著"),
  ]
}
