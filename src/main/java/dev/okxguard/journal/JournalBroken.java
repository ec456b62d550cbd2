package dev.okxguard.journal;

import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;

/// The journal was altered or damaged beyond a torn last line; entries must stop.
public final class JournalBroken extends Fault {
  private static final long serialVersionUID = 1L;

  private final long seq;

  JournalBroken(String where, long seq, String reason) {
    super(
        ExitCode.FINDINGS,
        "the journal " + where + " is broken" + at(seq) + ": " + reason,
        "run 'okx audit verify', find out who changed it, and keep a copy before anything else");
    this.seq = seq;
  }

  private static String at(long seq) {
    return seq == 0 ? "" : " at record " + seq;
  }

  /// 0 when it is not about one record, else the first record that cannot be trusted.
  public long seq() {
    return seq;
  }
}
