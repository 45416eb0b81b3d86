// SPDX-License-Identifier: Apache-2.0

// Nothing here uses Foundation, but packages we depend on do. When Swift's libraries are linked statically, the linker finds
// what Foundation itself needs only if a module compiled for that (see Package.swift) imports it.
internal import Foundation
