package dev.okxguard.cli.syntax;

/// What annotations say in `cli.guard`. Written by `SyntaxTest` with -Dgolden=update.
final class GuardSyntax {
  private GuardSyntax() {}

  static String of(String type) {
    return switch (type) {
      case "CheckCommand" ->
          """
          command check : would this order pass? the verdict that placing it would get; sends nothing
            example okx --demo guard check          # may anything be entered at all?
            example okx --paper guard check BTC-USDT --side buy --usd 20
            example okx --demo guard check BTC-USDT-SWAP --side buy --sz 0.05 --sl 90000 --json
          mixin order
          """;
      case "GuardCommands" ->
          """
          command guard : Limits, verdicts and the halt.
          """;
      case "HaltCommand" ->
          """
          reach CHANGE
          command halt : stop trading now; only cancel, close and kill still work, and only a person resumes. Needs no network. Without an environment, or for an account never used from here, it halts all accounts. The same without this program: touch ~/.okx/state/HALT (REDUCING lets exits through), in force while the file is there
            example okx guard halt
            example okx --demo guard halt
            example okx --demo guard halt --reducing   # only exits, until a person resumes
            example okx guard halt --all --reason 'prices look wrong'
          option reason --reason TEXT : why, for the record
          option all --all : every account and environment of this state directory
          option reducing --reducing : stop entries only: positions can still be reduced
          """;
      case "HeartbeatCommand" ->
          """
          command heartbeat : dead man's switch: OKX cancels this program's pending orders unless a beat comes in time
            about Positions and algo orders, stops among them, are not touched by it, nor are orders placed elsewhere. A beat that fails, or comes too late, denies entries until one succeeds. Runs until interrupted; the switch stays armed then and goes off at its time. From cron, every minute: --once --timeout 120.
            example okx --demo guard heartbeat
            example okx --demo guard heartbeat --timeout 30 --interval 10
            example okx --demo guard heartbeat --once --timeout 120 --json
            example okx --demo guard heartbeat --disarm --reason 'I watch it myself'
          spec spec
          option interval --interval S : seconds between beats, less than half of --timeout; default ${DEFAULT-VALUE}
            default 20
          option once --once : one beat, for cron
          option disarm --disarm : switch it off; only a person at a terminal can
          option reason --reason TEXT : why it is switched off
          """;
      case "InitCommand" ->
          """
          command init : write a commented policy to ~/.okx/guard.toml from a few questions, on a terminal
            about Shows it first, keeps a copy of what it replaces, and prints the commands that put it where the agent cannot change it. --print writes the policy with its defaults to standard output instead and asks nothing.
            example okx guard init
            example okx guard init --print > guard.toml
          spec spec
          option print --print : print the commented policy, write nothing
          """;
      case "KillCommand" ->
          """
          command kill : emergency stop: halt trading, cancel every order that may open something, show what is left
            about The halt comes first and needs nothing else to work; without an environment, or where the account is not known, it halts every account. Stops and reduce-only orders stay as long as there is a position, so that none is left naked. Works with a broken policy or journal and a busy lock; asks nothing; a second run goes on where the first ended. Exit 0 when what was to go is gone, 9 when some is left, 8 when that is not known.
            example okx --demo guard kill
            example okx --demo guard kill --flatten --reason 'prices look wrong'
            example okx --paper guard kill --flatten --spot --json
          spec spec
          option flatten --flatten : close every position at market too, then cancel what protected it
          option spot --spot : with --flatten: sell the coins held too, at market for USDT, USDC or USD; stablecoins and money stay
          option reason --reason TEXT : why, for the record
          """;
      case "LimitsCommand" ->
          """
          command limits : limits in force, what is used of them today, where each comes from, and what waits
            about From disk alone, unless --use asks for the account. A looser limit waits for policy.loosen_delay on each account, or until a person confirms it with --loosen: on a terminal, with a typed phrase and a reason, for that account alone.
            example okx guard limits
            example okx --demo guard limits --use
            example okx --live guard limits --loosen --reason 'larger account'
            example okx guard limits --json
          spec spec
          option use --use : read the account and show what is used of each limit
          option loosen --loosen : put what the policy files say in force at once; for a person at a terminal
          option reason --reason TEXT : with --loosen: why
          """;
      case "PromoteCommand" ->
          """
          command promote : move a live account one stage on: demo, observe, probation, full. Only a person at a terminal can, and only when the exchange itself shows the evidence
            example okx --live guard promote --demo-profile practice
            example okx --live guard promote --reason 'a quiet week'
          option demoProfile --demo-profile PROFILE : profile with demo = true whose orders count for leaving the demo stage
          option reason --reason TEXT : why; asked for when missing
          """;
      case "ResumeCommand" ->
          """
          command resume : let trading go on after a halt; only a person at a terminal can, with a reason. What losses are measured against begins anew. Needs no network
            example okx --demo guard resume
            example okx guard resume --all --reason 'prices were right'
          option reason --reason TEXT : why; asked for when missing
          option all --all : lift the halt of all accounts, and no account's own
          """;
      case "StageCommand" ->
          """
          reach PRIVATE
          command stage : how far a live account has come (demo, observe, probation, full) and what is missing for the next stage, read from the exchange; changes nothing
            example okx --live guard stage
            example okx --live guard stage --demo-profile practice --json
          option demoProfile --demo-profile PROFILE : profile with demo = true whose orders count for leaving the demo stage
          """;
      case "StatusCommand" ->
          """
          reach LOCAL
          command status : trading state, stage, marks, open intents, today's entries and whatever is wrong with policy, configuration or journal; from disk
            example okx --paper guard status
            example okx --demo guard status --json
          """;
      default -> "";
    };
  }
}
