// SPDX-License-Identifier: Apache-2.0

/// Why a function of Excel's is not calculated from the workbook alone.
public enum UndeterminedFunction: Hashable, Sendable {
  /// It is fitted by a method that is not published, so another value might come out.
  case unpublished
  /// It asks a service on the network.
  case service
  /// It takes its values from a pivot table, a cube, an add-in or another program.
  case program
  /// Its result depends on the language of Excel.
  case language
  /// Its result depends on the computer or the place of the file.
  case machine
  /// It asks how a cell looks.
  case look
  /// Its arguments are of a kind that is left to Excel.
  case arguments

  func description(of function: String) -> String {
    switch self {
    case .unpublished: "how Excel fits \(function) is not published, so another value might come out"
    case .service: "\(function) asks a service on the network"
    case .program: "\(function) takes its values from a pivot table, a cube, an add-in or another program"
    case .language: "what \(function) gives depends on the language of Excel"
    case .machine: "what \(function) gives depends on the computer"
    case .look: "\(function) asks how a cell looks"
    case .arguments: "\(function) with these arguments is left to Excel"
    }
  }
}

extension KeptReason {
  /// The reason for a function that is not in the library.
  static func missing(_ function: String) -> KeptReason {
    undetermined[function].map { .undetermined(function: function, $0) } ?? .unknownFunction(function)
  }

  private static let undetermined: [String: UndeterminedFunction] = {
    let families: [(UndeterminedFunction, String)] = [
      (.unpublished, "FORECAST.ETS FORECAST.ETS.CONFINT FORECAST.ETS.SEASONALITY FORECAST.ETS.STAT"),
      (.service, "COPILOT DETECTLANGUAGE IMAGE IMPORTCSV IMPORTTEXT STOCKHISTORY TRANSLATE WEBSERVICE"),
      (
        .program,
        """
        CALL CUBEKPIMEMBER CUBEMEMBER CUBEMEMBERPROPERTY CUBERANKEDMEMBER CUBESET CUBESETCOUNT CUBEVALUE EUROCONVERT \
        FILTERXML GETPIVOTDATA REGISTER.ID RTD SQL.REQUEST
        """
      ),
      (.language, "ASC DATESTRING DBCS JIS NUMBERSTRING PHONETIC"),
    ]
    var reasons: [String: UndeterminedFunction] = [:]
    for (reason, names) in families {
      for name in names.split(separator: " ") { reasons[String(name)] = reason }
    }
    return reasons
  }()
}
