package dev.okxguard.cli.syntax;

/// What annotations say in `cli.audit`. Written by `SyntaxTest` with -Dgolden=update.
final class AuditSyntax {
  private AuditSyntax() {}

  static String of(String type) {
    return switch (type) {
      case "AuditCommands" ->
          """
          command audit : The journal of everything decided, sent and learned.
            about
            about It is never shortened. An order takes about 2 kB, a million records about 600 MB, and no command gets slower for it; audit verify and export read all of it.
            about Nothing may be taken out of its directory or changed there, not even the oldest files: a missing one stops every entry (exit 9), and what a retry with --intent-id must find is in it. To save room, keep the state directory on a file system that compresses, or a person moves all of it to a larger disk (OKX_STATE_DIR, okx guard limits --loosen).
          """;
      case "ExportCommand" ->
          """
          reach JOURNAL
          command export : write the journal's records to standard output or a new file, each once it is proven; exit 9 when the chain is broken, after what came before
            example okx --live audit export --format csv --since 2026-01-01 --output 2026.csv
            example okx --demo audit export --type intent,outcome | jq -r .data.instId
          option since --since TIME : from then on, by this machine's clock
            converter option.Moment
          option until --until TIME : before then
            converter option.Moment
          option types --type TYPE : only these: ${COMPLETION-CANDIDATES}
            words audit.RecordType
            split ,
          option format --format FORMAT : ndjson: the lines as they stand, so that each hash can be recomputed; csv: a row for each record and each fill; default ndjson
            default ndjson
          option output --output FILE : a new file, readable by its owner alone; else standard output
          """;
      case "ShowCommand" ->
          """
          reach JOURNAL
          command show : the journal's latest records, oldest first
            example okx --paper audit show
            example okx --demo audit show --type outcome --limit 100 --json
          option limit --limit N : how many; 20
            default 20
          option types --type TYPE : only these: ${COMPLETION-CANDIDATES}
            words audit.RecordType
            split ,
          spec spec
          """;
      case "VerifyCommand" ->
          """
          reach JOURNAL
          command verify : recompute the hash chain; exit 9 when it is broken
            example okx --paper audit verify
            example okx --live audit verify --anchor 3f1c…
          option anchor --anchor HASH : a record's hash kept elsewhere; it must be in the chain
          spec spec
          """;
      default -> "";
    };
  }
}
