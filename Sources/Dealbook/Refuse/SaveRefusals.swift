// SPDX-License-Identifier: Apache-2.0

package import Playbook
package import Spreadsheet

/// Why a file cannot be opened or saved, in the language of the refusals.
extension Spoken {
  package func text(_ error: SaveError) -> String {
    guard language != .english else { return error.description }
    switch error {
    case .noSuchFile(let path): return at(path, self("沒有這個檔案", ""))
    case .unreadable(let path, let failure): return at(path, self("無法讀取：\(text(failure))", ""))
    case .notAFile(let path, let kind): return at(path, self("這是\(text(kind))，不是檔案", ""))
    case .tooLarge(let path, let bytes, let limit):
      return at(path, self("檔案有 \(bytes) 位元組，超過上限 file-size 的 \(limit)；可用 --limit file-size=N 提高上限", ""))
    case .locked(let path, let holder): return at(path, text(holder) + semicolon + nothingWritten)
    case .changed(let path, let change): return at(path, text(change) + semicolon + nothingWritten)
    case .refused(let path, let refusal): return at(path, self("沒有取代：\(text(refusal))", ""))
    case .couldNotWrite(let path, let step, let failure):
      return at(path, self("無法儲存（\(text(step))：\(text(failure))）；原檔未動", ""))
    case .unverified(let path, let reason): return at(path, self("無法儲存，寫出的內容讀回來不對（\(reason)）；原檔未動", ""))
    case .displaced(let path, let keptAt):
      return at(path, self("已儲存，但同一時刻另一個程式也存了它；那一份保留為 \(keptAt)", ""))
    case .noFile: return self("工作簿不是從檔案讀來的；請指明要存到哪裡", "")
    case .notDurable(let path, let failure): return at(path, self("已完整儲存，但系統沒有確認寫入磁碟：\(text(failure))", ""))
    }
  }

  /// The system's own message, and what it means where that is known.
  package func text(_ failure: SystemFailure) -> String {
    guard language != .english, let meaning = Self.meanings[failure.code] else { return failure.description }
    return self(meaning, failure.description)
  }

  private static let meanings: [Int32: TraditionalText] = [
    1: "系統不允許這樣做", 2: "沒有這個檔案或資料夾", 5: "讀寫磁碟出錯", 13: "沒有權限", 17: "已有同名的檔案", 20: "路徑中有一段不是資料夾", 21: "這是資料夾",
    24: "開啟的檔案太多", 27: "檔案太大", 28: "磁碟空間不足", 30: "這個磁碟是唯讀的", 36: "檔名太長", 40: "符號連結繞成一圈", 122: "超過磁碟配額",
  ]

  private func text(_ kind: FileKind) -> String {
    switch kind {
    case .file: self("檔案", "")
    case .directory: self("資料夾", "")
    case .symbolicLink: self("符號連結", "")
    case .other: self("管線、通訊端或裝置", "")
    }
  }

  private func text(_ holder: LockHolder) -> String {
    let who = [holder.user, holder.host.map { "@\($0)" }].compactMap { $0 }.joined()
    let by = who.isEmpty ? self("有人", "") : who + " "
    return by
      + (holder.isOurs
        ? self("正在儲存這個檔案，從 \(holder.sinceText) 起（鎖定檔 \(holder.lockFile)；若是殘留的，請刪除）", "")
        : self("正開著這個檔案，從 \(holder.sinceText) 起（鎖定檔 \(holder.lockFile)；若是殘留的，請刪除）", ""))
  }

  private func text(_ change: FileChange) -> String {
    switch change {
    case .whileReading: self("另一個程式正在寫入，請再試一次", "")
    case .contents: self("讀取之後檔案又變了", "")
    case .deleted: self("讀取之後檔案被刪除了", "")
    case .redirected: self("讀取之後符號連結改指別處", "")
    case .created: self("另一個程式同時建立了這個檔案", "")
    }
  }

  private func text(_ refusal: SaveRefusal) -> String {
    switch refusal {
    case .hardLinks(let count):
      self("這個檔案有 \(count) 個名稱（硬連結），其他名稱會留著舊內容；請存到另一個檔案，或加上 --break-hardlinks", "")
    case .notAFile(let kind): self("這是\(text(kind))", "")
    case .danglingLink: self("這是符號連結，指向不存在的檔案", "")
    case .owner(let failure): self("無法保留它的擁有者與群組：\(text(failure))", "")
    case .attribute(let name, let failure): self("無法保留它的屬性 \(name)：\(text(failure))", "")
    }
  }

  private func text(_ step: SaveStep) -> String {
    switch step {
    case .resolve: self("找出檔案的位置", "")
    case .lock: self("鎖定檔案", "")
    case .create: self("在旁邊建立暫存檔", "")
    case .copyAttributes: self("給暫存檔權限、擁有者與屬性", "")
    case .write: self("寫入暫存檔", "")
    case .synchronize: self("把暫存檔寫進磁碟", "")
    case .readBack: self("讀回暫存檔", "")
    case .backUp: self("保留備份", "")
    case .compare: self("與讀到的內容比較", "")
    case .replace: self("以暫存檔取代原檔", "")
    }
  }
}
