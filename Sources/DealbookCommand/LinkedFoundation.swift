// SPDX-License-Identifier: Apache-2.0

// Nothing of it is used here. The packages below need it, and in the released program, which carries Swift's libraries with it,
// only a module that is compiled for that (see Package.swift) tells the linker all that Foundation stands on.
internal import Foundation
