package dev.okxguard.cli.syntax;

/// What annotations say in `cli.reconcile`. Written by `SyntaxTest` with -Dgolden=update.
final class ReconcileSyntax {
  private ReconcileSyntax() {}

  static String of(String type) {
    return switch (type) {
      case "AdoptCommand" ->
          """
          command adopt : take the account as it is now for what it should be; only a person at a terminal can
            about Shows positions, cash, waiting orders and stops first, and what differs. Known from then on are also orders placed elsewhere. It lifts no halt: okx guard resume does.
            example okx --demo reconcile adopt
            example okx --live reconcile adopt --reason 'closed by hand in the app'
          spec spec
          option reason --reason TEXT : why; asked for when missing
          """;
      case "ReconcileCommand" ->
          """
          reach JUDGE
          command reconcile : does the account hold what it should? Expected against actual: exit 9 when they differ
            about Expected is what this program's own orders made of the account, by its journal and the exchange's fills and bills, or with --expected what a bot believes: a JSON list of instId, pos and, where it matters, posSide and mgnMode; contracts with their sign. Reads and reports, repairs nothing; with --halt any difference stops trading until a person resumes. What could not be read is never taken for nothing: exit 7.
            about Works with a key that only reads, and under --read-only. Without an environment it looks at live, as every read does; --halt wants one named.
            example okx --demo reconcile
            example okx --live reconcile --halt --quiet   # every minute, from cron
            example okx --live reconcile --expected positions.json
            example okx --live reconcile --json --output report.json
          spec spec
          option expected --expected FILE|- : what should be held, instead of what the journal says; - reads stdin
          option halt --halt : stop trading when anything differs
          option maxTime --max-time SECONDS : give up after that long, undecided; default ${DEFAULT-VALUE}
            default 60
          option output --output FILE : keep the JSON document there as well, in a new file
          """;
      default -> "";
    };
  }
}
