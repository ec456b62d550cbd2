package dev.okxguard.cli;

import dev.okxguard.model.ExitCode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/// How far a verb reaches, which decides the exit codes its help lists. A verb without it is taken
/// to write.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Reach {
  /// How far.
  Kind value();

  /// From one's own machine to orders.
  enum Kind {
    /// Prints what the program knows or one's own files hold, which may be unusable.
    LOCAL(),
    /// Changes what is on one's own machine, and waits for nobody.
    CHANGE(),
    /// Shows or serves the paper exchange, which another process may be using.
    PAPER(ExitCode.BUSY),
    /// Changes the paper exchange, which `--read-only` forbids.
    PAPER_CHANGE(ExitCode.DENIED, ExitCode.BUSY),
    /// Reads the journal, that of the account OKX names where none is known; it may be broken.
    JOURNAL(
        ExitCode.AUTH, ExitCode.REJECTED, ExitCode.UNREACHABLE, ExitCode.FINDINGS, ExitCode.BUSY),
    /// Reads what anyone may read, unless OKX bars the address.
    PUBLIC(ExitCode.AUTH, ExitCode.REJECTED, ExitCode.UNREACHABLE, ExitCode.BUSY),
    /// Reads the account.
    PRIVATE(ExitCode.AUTH, ExitCode.REJECTED, ExitCode.UNREACHABLE, ExitCode.BUSY),
    /// Reads the account and judges it, so that it may end with findings.
    JUDGE(ExitCode.AUTH, ExitCode.REJECTED, ExitCode.UNREACHABLE, ExitCode.FINDINGS, ExitCode.BUSY),
    /// Looks at everything, whatever is broken, and changes nothing.
    DIAGNOSIS(ExitCode.FINDINGS),
    /// May write.
    WRITE(ExitCode.values());

    private final ExitCode[] more;

    Kind(ExitCode... more) {
      this.more = more;
    }

    /// What such a verb may end with, in the order of the table: what every verb may, and more.
    public Set<ExitCode> exitCodes() {
      Set<ExitCode> all =
          EnumSet.of(
              ExitCode.OK,
              ExitCode.INTERNAL,
              ExitCode.USAGE,
              ExitCode.CONFIG,
              ExitCode.INTERRUPTED);
      all.addAll(Arrays.asList(more));
      return all;
    }

    /// Whether such a verb is about the paper exchange, whichever environment is chosen.
    boolean paper() {
      return this == PAPER || this == PAPER_CHANGE;
    }

    /// Whether such a verb may leave something changed, which stands whatever becomes of its
    /// result.
    boolean changes() {
      return this == CHANGE || this == PAPER_CHANGE || this == WRITE;
    }
  }
}
