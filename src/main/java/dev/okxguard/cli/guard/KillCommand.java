package dev.okxguard.cli.guard;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import dev.okxguard.journal.Halt;
import dev.okxguard.model.Alarm;
import dev.okxguard.model.Fault;
import dev.okxguard.trade.Dispatch;
import dev.okxguard.trade.Gateway;
import dev.okxguard.trade.KillRequest;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The emergency stop. Never asks: whoever pulls it must not be held up by a question.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "kill",
    description = {
      "emergency stop: halt trading, cancel every order that may open something, show what is left",
      "The halt comes first and needs nothing else to work; without an environment, or where the"
          + " account is not known, it halts every account. Stops and reduce-only orders stay as"
          + " long as there is a position, so that none is left naked. Works with a broken policy"
          + " or journal and a busy lock; asks nothing; a second run goes on where the first ended."
          + " Exit 0 when what was to go is gone, 9 when some is left, 8 when that is not known."
    },
    footer = {
      "okx --demo guard kill",
      "okx --demo guard kill --flatten --reason 'prices look wrong'",
      "okx --paper guard kill --flatten --spot --json"
    })
final class KillCommand extends BaseCommand {
  @Spec private CommandSpec spec;

  @Option(
      names = "--flatten",
      description = "close every position at market too, then cancel what protected it")
  private boolean flatten;

  @Option(
      names = "--spot",
      description =
          "with --flatten: sell the coins held too, at market for USDT, USDC or USD; stablecoins"
              + " and money stay")
  private boolean spot;

  @Option(names = "--reason", paramLabel = "TEXT", description = "why, for the record")
  private String reason;

  @Override
  protected Report run(Session session) {
    if (spot && !flatten) {
      throw new ParameterException(spec.commandLine(), "--spot goes with --flatten only");
    }
    String why = reason == null ? "by hand" : reason;
    Gateway gateway = gateway(session, why);
    KillRequest request = new KillRequest(flatten, spot, why);
    return KillReport.of(gateway.kill(request, line -> tell(session, line)), request, session);
  }

  private static void tell(Session session, String line) {
    if (session.console().terminal()) {
      session.warn(line);
    } else {
      session.progress(line);
    }
  }

  /// Where nobody can tell which account is meant, or how to reach it, everything is halted before
  /// that is said.
  private static Gateway gateway(Session session, String reason) {
    try {
      session.writeEnvironment();
      return session.gateway();
    } catch (Fault fault) {
      throw stopped(session.placed(), "kill: " + reason, fault);
    }
  }

  private static Fault stopped(Session session, String reason, Fault fault) {
    String halted = halt(session, reason);
    new Dispatch(session.state(), session.time(), session::alert)
        .send(
            new Alarm(
                Alarm.Kind.HALT,
                Alarm.Scope.everything(),
                reason + "; " + halted + ", and no order could be cancelled",
                Alarm.Subject.none(),
                Optional.empty(),
                session.time().now()));
    return new Fault(
        fault.exitCode(),
        halted + ", and nothing could be cancelled: " + fault.getMessage(),
        fault.hint());
  }

  private static String halt(Session session, String reason) {
    try {
      new Halt(session.state()).setAll(reason, session.time());
      return "all accounts are HALTED";
    } catch (Fault fault) {
      return "trading is NOT HALTED (" + fault.getMessage() + ")";
    }
  }
}
