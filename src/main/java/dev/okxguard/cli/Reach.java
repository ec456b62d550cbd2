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
    LOCAL(ExitCode.OK, ExitCode.INTERNAL, ExitCode.USAGE, ExitCode.CONFIG, ExitCode.INTERRUPTED),
    /// Changes what is on one's own machine, and waits for nobody.
    CHANGE(ExitCode.OK, ExitCode.INTERNAL, ExitCode.USAGE, ExitCode.CONFIG, ExitCode.INTERRUPTED),
    /// Shows or serves the paper exchange, which another process may be using.
    PAPER(
        ExitCode.OK,
        ExitCode.INTERNAL,
        ExitCode.USAGE,
        ExitCode.CONFIG,
        ExitCode.BUSY,
        ExitCode.INTERRUPTED),
    /// Changes the paper exchange, which `--read-only` forbids.
    PAPER_CHANGE(
        ExitCode.OK,
        ExitCode.INTERNAL,
        ExitCode.USAGE,
        ExitCode.CONFIG,
        ExitCode.DENIED,
        ExitCode.BUSY,
        ExitCode.INTERRUPTED),
    /// Reads the journal, that of the account OKX names where none is known; it may be broken.
    JOURNAL(
        ExitCode.OK,
        ExitCode.INTERNAL,
        ExitCode.USAGE,
        ExitCode.CONFIG,
        ExitCode.AUTH,
        ExitCode.REJECTED,
        ExitCode.UNREACHABLE,
        ExitCode.FINDINGS,
        ExitCode.BUSY,
        ExitCode.INTERRUPTED),
    /// Reads what anyone may read.
    PUBLIC(
        ExitCode.OK,
        ExitCode.INTERNAL,
        ExitCode.USAGE,
        ExitCode.CONFIG,
        ExitCode.REJECTED,
        ExitCode.UNREACHABLE,
        ExitCode.BUSY,
        ExitCode.INTERRUPTED),
    /// Reads the account.
    PRIVATE(
        ExitCode.OK,
        ExitCode.INTERNAL,
        ExitCode.USAGE,
        ExitCode.CONFIG,
        ExitCode.AUTH,
        ExitCode.REJECTED,
        ExitCode.UNREACHABLE,
        ExitCode.BUSY,
        ExitCode.INTERRUPTED),
    /// Reads the account and judges it, so that it may end with findings.
    JUDGE(
        ExitCode.OK,
        ExitCode.INTERNAL,
        ExitCode.USAGE,
        ExitCode.CONFIG,
        ExitCode.AUTH,
        ExitCode.REJECTED,
        ExitCode.UNREACHABLE,
        ExitCode.FINDINGS,
        ExitCode.BUSY,
        ExitCode.INTERRUPTED),
    /// Looks at everything, whatever is broken, and changes nothing.
    DIAGNOSIS(
        ExitCode.OK,
        ExitCode.INTERNAL,
        ExitCode.USAGE,
        ExitCode.CONFIG,
        ExitCode.FINDINGS,
        ExitCode.INTERRUPTED),
    /// May write.
    WRITE(ExitCode.values());

    private final ExitCode[] exitCodes;

    Kind(ExitCode... exitCodes) {
      this.exitCodes = exitCodes;
    }

    /// What such a verb may end with, in the order of the table.
    public Set<ExitCode> exitCodes() {
      return EnumSet.copyOf(Arrays.asList(exitCodes));
    }

    /// Whether such a verb may leave something changed, which stands whatever becomes of its
    /// result.
    boolean changes() {
      return this == CHANGE || this == PAPER_CHANGE || this == WRITE;
    }
  }
}
