// SPDX-License-Identifier: Apache-2.0

/// Units of measure under CONVERT's names.
///
/// Factors: NIST Special Publication 811 and the definitions of the international yard and pound; names and prefixes: Excel's reference,
/// CONVERT.
enum UnitConversion {
  enum Quantity {
    case mass, length, time, pressure, force, energy, power, magnetism, temperature, volume, area, information, speed
  }

  struct Unit {
    var quantity: Quantity
    /// The unit in base units.
    var factor: Double
    /// The power that applies to a metric prefix: 0 if the unit takes no prefix; 3 for a cubic metre.
    var prefixPower = 0
    var takesBinaryPrefix = false
  }

  /// Nil if a unit is unknown or the units measure different quantities.
  static func convert(_ value: Double, from: String, to: String) -> Double? {
    guard let source = unit(from), let target = unit(to), source.quantity == target.quantity else { return nil }
    if source.quantity == .temperature { return temperature(value, from: from, to: to) }
    return value * source.factor / target.factor
  }

  private static func unit(_ name: String) -> Unit? {
    if let unit = units[name] { return unit }
    for (prefix, power) in binaryPrefixes where name.hasPrefix(prefix) {
      if let unit = units[String(name.dropFirst(prefix.count))], unit.takesBinaryPrefix {
        return Unit(quantity: unit.quantity, factor: unit.factor * power)
      }
    }
    for (prefix, power) in prefixes where name.hasPrefix(prefix) {
      if let unit = units[String(name.dropFirst(prefix.count))], unit.prefixPower > 0 {
        return Unit(quantity: unit.quantity, factor: unit.factor * Libc.pow(power, Double(unit.prefixPower)))
      }
    }
    return nil
  }

  private static func temperature(_ value: Double, from: String, to: String) -> Double? {
    if from == to { return value }
    func scale(_ name: String) -> (offset: Double, factor: Double)? {
      switch name {
      case "C", "cel": return (273.15, 1)
      case "F", "fah": return (459.67, 5.0 / 9)
      case "K", "kel": return (0, 1)
      case "Rank": return (0, 5.0 / 9)
      case "Reau": return (218.52, 1.25)
      default:
        guard let unit = unit(name), unit.quantity == .temperature else { return nil }
        return (0, unit.factor)
      }
    }
    guard let source = scale(from), let target = scale(to) else { return nil }
    return (value + source.offset) * source.factor / target.factor - target.offset
  }

  private static let prefixes: [(String, Double)] = [
    ("da", 1e1), ("e", 1e1), ("Y", 1e24), ("Z", 1e21), ("E", 1e18), ("P", 1e15), ("T", 1e12), ("G", 1e9), ("M", 1e6),
    ("k", 1e3), ("h", 1e2), ("d", 1e-1), ("c", 1e-2), ("m", 1e-3), ("u", 1e-6), ("n", 1e-9), ("p", 1e-12),
    ("f", 1e-15), ("a", 1e-18), ("z", 1e-21), ("y", 1e-24),
  ]

  private static let binaryPrefixes: [(String, Double)] = [
    ("Yi", 0x1p80), ("Zi", 0x1p70), ("Ei", 0x1p60), ("Pi", 0x1p50), ("Ti", 0x1p40), ("Gi", 0x1p30), ("Mi", 0x1p20),
    ("ki", 0x1p10),
  ]

  private static let units: [String: Unit] = {
    var units: [String: Unit] = [:]
    func add(_ quantity: Quantity, _ list: [(String, Double)], prefixPower: Int = 0, binary: Bool = false) {
      for (names, factor) in list {
        for name in names.split(separator: " ") {
          units[String(name)] = Unit(
            quantity: quantity, factor: factor, prefixPower: prefixPower, takesBinaryPrefix: binary)
        }
      }
    }
    let pound = 453.59237
    add(.mass, [("g", 1), ("u", 1.660538782e-24)], prefixPower: 1)
    add(
      .mass,
      [
        ("sg", 14593.902937206), ("lbm", pound), ("ozm", pound / 16), ("grain", pound / 7000),
        ("cwt shweight", pound * 100),
        ("uk_cwt lcwt hweight", pound * 112), ("stone", pound * 14), ("ton", pound * 2000),
        ("uk_ton LTON brton", pound * 2240),
      ])
    let inch = 0.0254
    add(
      .length, [("m", 1), ("ang", 1e-10), ("parsec pc", 30_856_775_812_815_500), ("ly", 9_460_730_472_580_800)],
      prefixPower: 1)
    add(
      .length,
      [
        ("mi", 1609.344), ("Nmi", 1852), ("in", inch), ("ft", 12 * inch), ("yd", 36 * inch), ("ell", 45 * inch),
        ("Picapt Pica", inch / 72), ("pica", inch / 6), ("survey_mi", 5280 * 1200.0 / 3937),
      ])
    add(.time, [("yr", 31_557_600), ("day d", 86400), ("hr", 3600), ("mn min", 60)])
    add(.time, [("sec s", 1)], prefixPower: 1)
    add(.pressure, [("Pa p", 1), ("atm at", 101_325), ("mmHg", 133.322)], prefixPower: 1)
    add(.pressure, [("psi", 6894.757293168361), ("Torr", 101_325.0 / 760)])
    add(.force, [("N", 1), ("dyn dy", 1e-5), ("pond", 9.80665e-3)], prefixPower: 1)
    add(.force, [("lbf", 4.4482216152605)])
    let hour = 3600.0
    let horse = 745.69987158227022
    add(
      .energy,
      [("J", 1), ("e", 1e-7), ("c", 4.184), ("cal", 4.1868), ("eV ev", 1.602176487e-19), ("Wh wh", hour)],
      prefixPower: 1)
    add(.energy, [("HPh hh", horse * hour), ("flb", 1.3558179483314004), ("BTU btu", 1055.05585262)])
    add(.power, [("W w", 1)], prefixPower: 1)
    add(.power, [("HP h", horse), ("PS", 735.49875)])
    add(.magnetism, [("T", 1), ("ga", 1e-4)], prefixPower: 1)
    add(.temperature, [("C cel", 1), ("F fah", 5.0 / 9), ("Rank", 5.0 / 9), ("Reau", 1.25)])
    add(.temperature, [("K kel", 1)], prefixPower: 1)
    let cubicInch = inch * inch * inch * 1000
    let gallon = 231 * cubicInch
    let imperial = 4.54609
    add(.volume, [("l L lt", 1), ("uk_pt", imperial / 8)], prefixPower: 1)
    add(.volume, [("m3 m^3", 1000), ("ang3 ang^3", 1e-27)], prefixPower: 3)
    add(
      .volume,
      [
        ("tsp", gallon / 768), ("tspm", 0.005), ("tbs", gallon / 256), ("oz", gallon / 128), ("cup", gallon / 16),
        ("pt us_pt", gallon / 8), ("qt", gallon / 4), ("uk_qt", imperial / 4),
        ("gal", gallon), ("uk_gal", imperial), ("barrel", 42 * gallon), ("bushel", 2150.42 * cubicInch),
        ("ft3 ft^3", 1728 * cubicInch), ("in3 in^3", cubicInch), ("yd3 yd^3", 46656 * cubicInch),
        ("mi3 mi^3", 1609.344 * 1609.344 * 1609.344 * 1000), ("Nmi3 Nmi^3", 1852.0 * 1852 * 1852 * 1000),
        ("ly3 ly^3", 9_460_730_472_580_800.0 * 9_460_730_472_580_800 * 9_460_730_472_580_800 * 1000),
        ("Picapt3 Picapt^3 Pica3 Pica^3", cubicInch / 373_248), ("GRT regton", 100 * 1728 * cubicInch),
        ("MTON", 40 * 1728 * cubicInch),
      ])
    add(.area, [("m2 m^2", 1), ("ang2 ang^2", 1e-20)], prefixPower: 2)
    add(.area, [("ar", 100)], prefixPower: 1)
    let squareInch = inch * inch
    let surveyFoot = 1200.0 / 3937
    add(
      .area,
      [
        ("uk_acre", 4840 * 1296 * squareInch), ("us_acre", 43560 * surveyFoot * surveyFoot), ("ha", 10000),
        ("ft2 ft^2", 144 * squareInch), ("in2 in^2", squareInch), ("yd2 yd^2", 1296 * squareInch),
        ("mi2 mi^2", 1609.344 * 1609.344), ("Nmi2 Nmi^2", 1852.0 * 1852), ("Morgen", 2500),
        ("ly2 ly^2", 9_460_730_472_580_800.0 * 9_460_730_472_580_800),
        ("Picapt2 Picapt^2 Pica2 Pica^2", squareInch / 5184),
      ])
    add(.information, [("bit", 1), ("byte", 8)], prefixPower: 1, binary: true)
    add(.speed, [("m/s m/sec", 1), ("m/h m/hr", 1 / hour)], prefixPower: 1)
    add(.speed, [("mph", 1609.344 / hour), ("kn", 1852 / hour), ("admkn", 1853.184 / hour)])
    return units
  }()
}
