package dev.okxguard.config;

import java.util.Set;
import java.util.TreeSet;

/// What a policy allows of a kind: a set of names, or everything when it is empty.
record Names(Set<String> allowed) {
  /// Stands in a set that allows nothing, since an empty one would allow everything. No instrument,
  /// type or side is called so, and no file may write it.
  static final String NOTHING = "(none)";

  private static final String ALL = "all";

  Names {
    allowed = Set.copyOf(allowed);
  }

  /// The names that [#toString] wrote.
  static Names of(String text) {
    return new Names(text.equals(ALL) ? Set.of() : Set.of(text.split(" ", -1)));
  }

  /// The same as a list of all that may be, so that an empty one allows nothing.
  Names orNothing() {
    return allowed.isEmpty() ? new Names(Set.of(NOTHING)) : this;
  }

  /// What both allow.
  Names and(Names other) {
    if (allowed.isEmpty()) {
      return other;
    }
    if (other.allowed.isEmpty()) {
      return this;
    }
    Set<String> both = new TreeSet<>(allowed);
    both.retainAll(other.allowed);
    return both.isEmpty() ? new Names(Set.of(NOTHING)) : new Names(both);
  }

  /// Sorted, the same for equal sets.
  @Override
  public String toString() {
    return allowed.isEmpty() ? ALL : String.join(" ", new TreeSet<>(allowed));
  }
}
