// SPDX-License-Identifier: Apache-2.0

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Elementary functions from the C library that Swift's standard library lacks. The rest of the module uses these names, so only this file
/// depends on which C library it is.
enum Libc {
  static func exp(_ x: Double) -> Double { _exp(x) }
  static func expm1(_ x: Double) -> Double { _expm1(x) }
  static func log(_ x: Double) -> Double { _log(x) }
  static func log1p(_ x: Double) -> Double { _log1p(x) }
  static func log2(_ x: Double) -> Double { _log2(x) }
  static func log10(_ x: Double) -> Double { _log10(x) }
  static func pow(_ x: Double, _ y: Double) -> Double { _pow(x, y) }
  static func sin(_ x: Double) -> Double { _sin(x) }
  static func cos(_ x: Double) -> Double { _cos(x) }
  static func tan(_ x: Double) -> Double { _tan(x) }
  static func asin(_ x: Double) -> Double { _asin(x) }
  static func acos(_ x: Double) -> Double { _acos(x) }
  static func atan(_ x: Double) -> Double { _atan(x) }
  static func atan2(_ y: Double, _ x: Double) -> Double { _atan2(y, x) }
  static func sinh(_ x: Double) -> Double { _sinh(x) }
  static func cosh(_ x: Double) -> Double { _cosh(x) }
  static func tanh(_ x: Double) -> Double { _tanh(x) }
  static func asinh(_ x: Double) -> Double { _asinh(x) }
  static func acosh(_ x: Double) -> Double { _acosh(x) }
  static func atanh(_ x: Double) -> Double { _atanh(x) }
  static func erf(_ x: Double) -> Double { _erf(x) }
  static func erfc(_ x: Double) -> Double { _erfc(x) }
  static func tgamma(_ x: Double) -> Double { _tgamma(x) }
  static func hypot(_ x: Double, _ y: Double) -> Double { _hypot(x, y) }
  /// The logarithm of the gamma function's magnitude, by the reentrant form, which does not write the sign to a global variable.
  static func lgamma(_ x: Double) -> Double { _lgamma(x) }
}

// Inside `Libc`, a bare `exp` would refer to the method.
private func _exp(_ x: Double) -> Double { exp(x) }
private func _expm1(_ x: Double) -> Double { expm1(x) }
private func _log(_ x: Double) -> Double { log(x) }
private func _log1p(_ x: Double) -> Double { log1p(x) }
private func _log2(_ x: Double) -> Double { log2(x) }
private func _log10(_ x: Double) -> Double { log10(x) }
private func _pow(_ x: Double, _ y: Double) -> Double { pow(x, y) }
private func _sin(_ x: Double) -> Double { sin(x) }
private func _cos(_ x: Double) -> Double { cos(x) }
private func _tan(_ x: Double) -> Double { tan(x) }
private func _asin(_ x: Double) -> Double { asin(x) }
private func _acos(_ x: Double) -> Double { acos(x) }
private func _atan(_ x: Double) -> Double { atan(x) }
private func _atan2(_ y: Double, _ x: Double) -> Double { atan2(y, x) }
private func _sinh(_ x: Double) -> Double { sinh(x) }
private func _cosh(_ x: Double) -> Double { cosh(x) }
private func _tanh(_ x: Double) -> Double { tanh(x) }
private func _asinh(_ x: Double) -> Double { asinh(x) }
private func _acosh(_ x: Double) -> Double { acosh(x) }
private func _atanh(_ x: Double) -> Double { atanh(x) }
private func _erf(_ x: Double) -> Double { erf(x) }
private func _erfc(_ x: Double) -> Double { erfc(x) }
private func _tgamma(_ x: Double) -> Double { tgamma(x) }
private func _hypot(_ x: Double, _ y: Double) -> Double { hypot(x, y) }
private func _lgamma(_ x: Double) -> Double { lgamma(x) }
