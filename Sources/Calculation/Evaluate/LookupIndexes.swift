/// Indexes of ranges that several formulas look into.
final class LookupIndexes {}
