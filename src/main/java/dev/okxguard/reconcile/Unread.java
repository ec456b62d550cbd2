package dev.okxguard.reconcile;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.util.ArrayList;
import java.util.List;

/// Something that has to be known could not be read: nobody knows how the account is.
class Unread extends Fault {
  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  /// @param problems what could not be read and why, one line each
  Unread(List<String> problems) {
    super(ExitCode.UNREACHABLE, String.join("; ", problems), "run it again");
    this.problems = List.copyOf(problems);
  }

  List<String> problems() {
    return problems;
  }

  /// The same with what was known before.
  Unread after(String known) {
    List<String> all = new ArrayList<>(problems);
    all.add(known);
    return new Unread(all);
  }
}
