package dev.okxguard.trade;

import dev.okxguard.guard.Denial;
import dev.okxguard.model.ExitCode;
import java.time.Instant;
import java.util.List;

/// How one beat of OKX's dead man's switch ended.
public sealed interface Beat {
  /// The account, "" when nobody could tell.
  String uid();

  /// OKX cancels our pending orders at that time, by its clock, unless another beat comes.
  ///
  /// @param remark what else there is to know, "" when nothing
  record Armed(String uid, Instant until, String remark) implements Beat {}

  /// The switch is off.
  record Disarmed(String uid) implements Beat {}

  /// It was refused, not sent or not answered; entries are denied until one succeeds.
  ///
  /// @param exitCode UNKNOWN when it may have reached OKX
  record Failed(String uid, ExitCode exitCode, String reason) implements Beat {}

  /// The guard refused; nothing was sent.
  record Denied(String uid, List<Denial> denials) implements Beat {
    public Denied {
      denials = List.copyOf(denials);
    }
  }
}
