/// Parts and lengths of texts. Characters are UTF-16 units, as Excel counts them.
enum TextBasics {
  static let all: [Function] = [
    Function("LEN", "V") { (call) throws(Halt) in .number(try call.text(0).utf16.count) },
    Function("LEFT", "V") { (call) throws(Halt) in
      let text = try call.text(0)
      let count = try call.int(1, default: 1)
      guard count >= 0 else { throw .value }
      return .text(String(decoding: Array(text.utf16.prefix(count)), as: UTF16.self))
    },
    Function("CONCATENATE", "V") { (call) throws(Halt) in
      var text = ""
      for index in 0..<call.count { text += try call.text(index) }
      return .text(text)
    },
  ]
}
