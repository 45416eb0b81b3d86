// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
import PackageDescription

/// What every target of ours is held to: memory safety spelled out, warnings as errors, explicit imports.
let strict: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The released program carries Swift's libraries with it: finding and linking them took half of a start and 4 MiB.
let staticLibrary = ["-static-stdlib"]
let released = BuildSettingCondition.when(platforms: [.linux], configuration: .release)

let package = Package(
  name: "dealbook",
  products: [
    .executable(name: "dealbook", targets: ["DealbookCommand"]),
    .library(name: "Dealbook", targets: ["Dealbook"]),
    .library(name: "Spreadsheet", targets: ["Spreadsheet"]),
    .library(name: "Formula", targets: ["Formula"]),
    .library(name: "Calculation", targets: ["Calculation"]),
  ],
  // A package that only reads and writes workbooks says `traits: []` and draws none of the dependencies.
  traits: [
    .trait(name: "Playbook", description: "Playbooks in YAML: the products Dealbook and dealbook need it"),
    .trait(
      name: "Command", description: "The command, with its options and the history of its nights",
      enabledTraits: ["Playbook"]),
    .default(enabledTraits: ["Command"]),
  ],
  // What the tests ran with is in Scripts/tested-versions.
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CFileSystem"),
    .systemLibrary(name: "CProcess"),
    .target(name: "CEmptyICUData", cSettings: [.define("DEALBOOK_RELEASED", released)]),

    .target(name: "Base", swiftSettings: strict),
    .target(name: "Zip", dependencies: ["Base", "CZlib"], swiftSettings: strict),
    .target(name: "XML", dependencies: ["Base", "CLibXML2"], swiftSettings: strict),
    .target(name: "Spreadsheet", dependencies: ["Base", "Zip", "XML", "CFileSystem"], swiftSettings: strict),
    .target(name: "Formula", dependencies: ["Base", "Spreadsheet"], swiftSettings: strict),
    .target(name: "Calculation", dependencies: ["Base", "Formula", "Spreadsheet"], swiftSettings: strict),
    .target(
      name: "Playbook",
      dependencies: [
        "Base", "Formula", .product(name: "Yams", package: "Yams", condition: .when(traits: ["Playbook"])),
      ],
      // The YAML of the built-in playbook; the program carries it in packed form, see Embedded/.
      exclude: ["BuiltIn"],
      swiftSettings: strict),
    .target(
      name: "Dealbook", dependencies: ["Base", "Playbook", "Calculation", "Formula", "Spreadsheet", "Zip"],
      swiftSettings: strict),
    .target(name: "Isolation", dependencies: ["Base", "CProcess"], swiftSettings: strict),
    .target(
      name: "Nightly",
      dependencies: [
        "Base", "Isolation", "Dealbook", "Playbook", "Formula", "Spreadsheet", "XML", "Zip", "CFileSystem",
        .product(name: "GRDB", package: "GRDB.swift", condition: .when(traits: ["Command"])),
        .product(name: "GRDBSQLite", package: "GRDB.swift", condition: .when(traits: ["Command"])),
        .product(name: "Yams", package: "Yams", condition: .when(traits: ["Playbook"])),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "DealbookCommand",
      dependencies: [
        "Base", "Isolation", "Dealbook", "Calculation", "Nightly", "CProcess", "CEmptyICUData",
        .product(name: "ArgumentParser", package: "swift-argument-parser", condition: .when(traits: ["Command"])),
      ],
      // What the JSON of the command looks like, for those who read it.
      exclude: ["Schemas"],
      swiftSettings: strict + [.unsafeFlags(staticLibrary, released)],
      linkerSettings: [.unsafeFlags(staticLibrary, released)]),

    .target(
      name: "TestSupport", dependencies: ["Zip", "CZlib"], path: "Tests/TestSupport", swiftSettings: strict),
    // What the sweep (Scripts/trust) and the fuzzers do with hostile inputs.
    .target(
      name: "Exercise", dependencies: ["Formula", "Spreadsheet", "XML", "Zip", "TestSupport"], path: "Tests/Exercise",
      swiftSettings: strict),
    .executableTarget(
      name: "TrustProbe", dependencies: ["Exercise"], path: "Tests/TrustProbe", swiftSettings: strict),
    // The hot parts against simple work in the same run (Scripts/bench --hot).
    .executableTarget(
      name: "HotParts", dependencies: ["Formula", "Spreadsheet", "Zip", "TestSupport"], path: "Tests/HotParts",
      swiftSettings: strict),
    .testTarget(name: "BaseTests", dependencies: ["Base"], swiftSettings: strict),
    .testTarget(name: "ZipTests", dependencies: ["Zip", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "XMLTests", dependencies: ["XML", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "SpreadsheetTests", dependencies: ["Spreadsheet", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "FormulaTests", dependencies: ["Formula", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CalculationTests", dependencies: ["Calculation", "TestSupport"], exclude: ["Cases"],
      swiftSettings: strict),
    .testTarget(name: "PlaybookTests", dependencies: ["Playbook", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["DealbookCommand", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "NightlyTests", dependencies: ["Nightly", "Dealbook", "Playbook", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "ExerciseTests", dependencies: ["Exercise"], swiftSettings: strict),
    .testTarget(
      name: "DealbookTests", dependencies: ["Base", "Dealbook", "Calculation", "TestSupport"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// The fuzzers have an entry of libFuzzer instead of a main program, so they are built by Scripts/fuzz alone.
if Context.environment["DEALBOOK_FUZZ_BUILD"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["Exercise"], path: "Tests/Fuzz", exclude: ["found"],
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}

// Scripts/test optimizes the modules that read, write and calculate, which spend most of the tests' time otherwise. What is checked while
// the program runs (bounds, overflow) is checked all the same, and the tests see what is internal.
if Context.environment["DEALBOOK_TEST_BUILD"] != nil {
  let hot: Set = ["Base", "Zip", "XML", "Spreadsheet", "Formula", "Calculation"]
  for target in package.targets where hot.contains(target.name) {
    target.swiftSettings = strict + [.unsafeFlags(["-O", "-whole-module-optimization", "-num-threads", "2"])]
  }
}
