package dev.okxguard.diagnose;

import java.util.List;

/// The program itself.
record InstallChecks(Setup.Installation program) {
  private static final int LEAST_JAVA = 25;

  List<Check> all() {
    return List.of(
        new Check(CheckId.VERSION, () -> Finding.ok("okx-guard " + program.version())),
        new Check(CheckId.JAVA, this::java),
        new Check(CheckId.ARCHIVE, this::archive));
  }

  private Finding java() {
    return program.java().feature() >= LEAST_JAVA
        ? Finding.ok("Java " + program.java())
        : Finding.fail(
            "Java " + program.java() + " is too old",
            "start okx by its own bin/okx, which brings its Java along");
  }

  private Finding archive() {
    if (program.archived().isEmpty()) {
      return Finding.skip("this system does not tell");
    }
    if (program.archived().get()) {
      return Finding.ok("in use");
    }
    return program.launched()
        ? Finding.warn("not in use; commands start later", "unpack or build okx anew")
        : Finding.skip("not started by bin/okx");
  }
}
