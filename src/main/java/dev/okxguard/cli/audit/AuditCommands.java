package dev.okxguard.cli.audit;

import dev.okxguard.cli.Branch;
import java.util.List;
import picocli.CommandLine.Command;

/// `okx audit`.
@Command(
    name = "audit",
    description = {
      "The journal of everything decided, sent and learned.",
      "",
      "It is never shortened. An order takes about 2 kB, a million records about 600 MB, and no"
          + " command gets slower for it; audit verify and export read all of it.",
      "Nothing may be taken out of its directory or changed there, not even the oldest files: a"
          + " missing one stops every entry (exit 9), and what a retry with --intent-id must find"
          + " is in it. To save room, keep the state directory on a file system that compresses, or"
          + " a person moves all of it to a larger disk (OKX_STATE_DIR, okx guard limits --loosen)."
    })
public final class AuditCommands {
  /// Its verbs, in the order in which help lists them.
  public static List<Branch> verbs() {
    return List.of(
        Branch.leaf("show", ShowCommand::new),
        Branch.leaf("export", ExportCommand::new),
        Branch.leaf("verify", VerifyCommand::new));
  }
}
