package dev.okxguard.architecture.violations.journal;

import java.util.ArrayList;
import java.util.List;

/// Remembers in a static collection, behind an interface.
final class Remembering {
  static final List<String> LINES = new ArrayList<>();

  private Remembering() {}
}
