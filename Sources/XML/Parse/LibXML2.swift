// SPDX-License-Identifier: Apache-2.0

import CLibXML2

/// Receives the events of a parse, in document order. Offsets refer to the bytes given to ``LibXML2``.
protocol XMLSink: AnyObject {
  /// Whether ``text(_:)`` and attribute values are needed at all.
  var wantsText: Bool { get }
  /// Called for each namespace the first time it occurs. From then on it is identified by its number, counted from 1; 0 means no
  /// namespace.
  func namespace(_ uri: String)
  /// Called for a start tag. `end` is the offset of the `>` that closes it, or of the `/` of `/>`. Attributes exclude namespace
  /// declarations; `words` is nil unless text is wanted.
  func start(
    end: Int, namespace: Int, attributeNamespaces: [Int], words: LibXML2.Words?
  ) throws(XMLError)
  func text(_ bytes: [UInt8]) throws(XMLError)
  /// Called at the end of an element. `offset` is that of the first byte after it.
  func end(offset: Int) throws(XMLError)
}

/// The only file that calls libxml2. It runs a SAX2 parser over bytes in memory, without entities, network access or tree.
///
/// The bytes must be UTF-8 without a declaration and must have passed ``XMLPrecheck``.
@safe final class LibXML2 {
  /// The names and values of a start tag as libxml2 parsed them.
  struct Words {
    let name: String
    /// The attributes, in the same order as their namespaces.
    let attributes: [(name: String, value: [UInt8])]
  }

  private let bytes: [UInt8]
  private let base: Int
  private let sink: any XMLSink
  private let wantsText: Bool
  /// The attribute namespaces of the current start tag; the array is reused.
  private var attributeNamespaces: [Int] = []
  private var failure: XMLError?
  private var context: xmlParserCtxtPtr?
  /// The number of each namespace by address: libxml2 interns strings, so within one parse equal URIs have equal addresses.
  private var indices: [UnsafeRawPointer: Int] = unsafe [:]

  private init(_ bytes: [UInt8], from base: Int, sink: any XMLSink) {
    self.bytes = bytes
    self.base = base
    self.sink = sink
    wantsText = sink.wantsText
    unsafe context = nil
  }

  /// Parses `bytes[base...]`.
  static func parse(_ bytes: [UInt8], from base: Int, into sink: any XMLSink) throws(XMLError) {
    try LibXML2(bytes, from: base, sink: sink).run()
  }

  /// Initializes libxml2 once; later accesses cost nothing.
  private static let started: Void = xmlInitParser()

  private func run() throws(XMLError) {
    _ = Self.started
    let count = bytes.count - base
    // libxml2 uses C ints for sizes.
    guard let size = Int32(exactly: count) else {
      let breach = XMLLimitBreach(
        name: "part size", actual: count, limit: Int(Int32.max), position: XMLPosition(offset: 0, line: 1))
      throw .limit(breach)
    }
    unsafe bytes.withUnsafeBytes { buffer in
      guard let start = buffer.baseAddress,
        let context = unsafe xmlCreateMemoryParserCtxt(
          start.advanced(by: base).assumingMemoryBound(to: CChar.self), size)
      else { return }
      defer { unsafe xmlFreeParserCtxt(context) }
      unsafe self.context = context
      defer { unsafe self.context = nil }
      // Our own limits have been checked. Those of libxml2 would refuse legal parts: it looks no further than 10 MB from where it
      // last shifted its view, which among many long attributes it does not do.
      unsafe xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue))
      unsafe context.pointee.sax.pointee = Self.handler(wantsText: wantsText)
      unsafe context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
      unsafe xmlParseDocument(context)
      if failure == nil, unsafe context.pointee.wellFormed == 0 {
        fail("not accepted by libxml2 (code \(unsafe context.pointee.errNo))")
      }
      completed = true
    }
    if let failure { throw failure }
    // The buffer was empty, or there was no memory for a context.
    if !completed { throw .malformed(reason: "no content", at: XMLPosition(offset: base, in: bytes)) }
  }

  private var completed = false

  private static func handler(wantsText: Bool) -> xmlSAXHandler {
    var handler = unsafe xmlSAXHandler()
    // XML_SAX2_MAGIC, a macro that Swift does not import.
    unsafe handler.initialized = 0xDEED_BEAF
    unsafe handler.startElementNs = { user, name, _, uri, _, _, count, _, attributes in
      unsafe LibXML2.of(user)?.started(name: name, uri: uri, count: Int(count), attributes: attributes)
    }
    unsafe handler.endElementNs = { user, _, _, _ in
      unsafe LibXML2.of(user)?.ended()
    }
    if wantsText {
      let characters: charactersSAXFunc = { user, text, count in
        unsafe LibXML2.of(user)?.read(text: text, count: Int(count))
      }
      // Both callbacks must be the same; otherwise libxml2 treats white space separately and drops it.
      unsafe handler.characters = characters
      unsafe handler.ignorableWhitespace = characters
    }
    // A second line of defence: the precheck has already rejected a DOCTYPE.
    unsafe handler.internalSubset = { user, _, _, _ in
      unsafe LibXML2.of(user)?.metDoctype()
    }
    unsafe handler.serror = { user, error in
      unsafe LibXML2.of(user)?.report(error)
    }
    return unsafe handler
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> LibXML2? {
    guard let user = unsafe user else { return nil }
    return unsafe Unmanaged<LibXML2>.fromOpaque(user).takeUnretainedValue()
  }

  private var offset: Int {
    guard let context = unsafe context else { return base }
    // The result is -1 if libxml2 does not know the offset, which does not happen for input in memory.
    return base + max(0, Int(unsafe xmlByteConsumed(context)))
  }

  private func stop(_ error: XMLError) {
    if failure == nil { failure = error }
    if let context = unsafe context { unsafe xmlStopParser(context) }
  }

  private func fail(_ reason: String) {
    stop(.malformed(reason: reason, at: XMLPosition(offset: offset, in: bytes)))
  }

  private func metDoctype() { stop(.doctype(at: XMLPosition(offset: offset, in: bytes))) }

  private func report(_ error: UnsafePointer<xmlError>?) {
    guard failure == nil, let error = unsafe error?.pointee else { return }
    // Tolerate a namespace that is not a valid URI: real files have some (Power Pivot), and it still identifies a namespace.
    let harmless = [Int32(XML_WAR_NS_URI.rawValue), Int32(XML_WAR_NS_URI_RELATIVE.rawValue)]
    if unsafe harmless.contains(error.code) || error.level == XML_ERR_WARNING { return }
    var reason = unsafe error.message.map { unsafe String(cString: $0) } ?? "unknown fault"
    while reason.last?.isWhitespace == true { reason.removeLast() }
    fail(reason)
  }

  private func index(ofNamespace uri: UnsafePointer<xmlChar>?) -> Int {
    guard let uri = unsafe uri else { return 0 }
    let key = unsafe UnsafeRawPointer(uri)
    if let known = unsafe indices[key] { return known }
    let number = unsafe indices.count + 1
    unsafe indices[key] = number
    sink.namespace(unsafe String(cString: uri))
    return number
  }

  private func started(
    name: UnsafePointer<xmlChar>?, uri: UnsafePointer<xmlChar>?, count: Int,
    attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
  ) {
    guard failure == nil else { return }
    attributeNamespaces.removeAll(keepingCapacity: true)
    var words: [(name: String, value: [UInt8])] = []
    if let attributes = unsafe attributes {
      // Each attribute has five pointers: local name, prefix, URI, start and end of the value.
      for place in stride(from: 0, to: count * 5, by: 5) {
        attributeNamespaces.append(unsafe index(ofNamespace: attributes[place + 2]))
        if wantsText {
          words.append(
            unsafe (Self.text(attributes[place]), Self.value(from: attributes[place + 3], to: attributes[place + 4])))
        }
      }
    }
    do throws(XMLError) {
      try sink.start(
        end: offset, namespace: unsafe index(ofNamespace: uri), attributeNamespaces: attributeNamespaces,
        words: unsafe wantsText ? Words(name: Self.text(name), attributes: words) : nil)
    } catch {
      stop(error)
    }
  }

  private static func text(_ text: UnsafePointer<xmlChar>?) -> String {
    guard let text = unsafe text else { return "" }
    return unsafe String(cString: text)
  }

  /// The value of an attribute. libxml2 leaves every `&` in it as `&#38;`, meant for a second pass that builds its tree; this
  /// undoes it.
  private static func value(from start: UnsafePointer<xmlChar>?, to end: UnsafePointer<xmlChar>?) -> [UInt8] {
    guard let start = unsafe start, let end = unsafe end else { return [] }
    let raw = unsafe Array(UnsafeBufferPointer(start: start, count: end - start))
    var out: [UInt8] = []
    var skip = 0
    for byte in raw {
      if skip > 0 {
        skip -= 1
      } else {
        out.append(byte)
        if byte == UInt8(ascii: "&") { skip = 4 }
      }
    }
    return out
  }

  private func read(text: UnsafePointer<xmlChar>?, count: Int) {
    guard failure == nil, let text = unsafe text, count > 0 else { return }
    do throws(XMLError) {
      try sink.text(unsafe Array(UnsafeBufferPointer(start: text, count: count)))
    } catch {
      stop(error)
    }
  }

  private func ended() {
    guard failure == nil else { return }
    do throws(XMLError) {
      try sink.end(offset: offset)
    } catch {
      stop(error)
    }
  }
}
