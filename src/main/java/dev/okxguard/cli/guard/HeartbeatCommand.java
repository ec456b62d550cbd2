package dev.okxguard.cli.guard;

import dev.okxguard.cli.BaseCommand;
import dev.okxguard.cli.Person;
import dev.okxguard.cli.Reach;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Report;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.trade.Beat;
import dev.okxguard.trade.Gateway;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Keeps OKX's dead man's switch armed for as long as it runs.
@Reach(Reach.Kind.WRITE)
@Command(
    name = "heartbeat",
    description = {
      "dead man's switch: OKX cancels this program's pending orders unless a beat comes in time",
      "Positions and algo orders, stops among them, are not touched by it, nor are orders placed"
          + " elsewhere. A beat that fails, or comes too late, denies entries until one succeeds."
          + " Runs until interrupted; the switch stays armed then and goes off at its time. From"
          + " cron, every minute: --once --timeout 120."
    },
    footer = {
      "okx --demo guard heartbeat",
      "okx --demo guard heartbeat --timeout 30 --interval 10",
      "okx --demo guard heartbeat --once --timeout 120 --json",
      "okx --demo guard heartbeat --disarm --reason 'I watch it myself'"
    })
final class HeartbeatCommand extends BaseCommand {
  private static final String TIMEOUT = "--timeout";
  private static final int LEAST = 10;
  private static final int MOST = 120;

  /// How soon another beat is tried after one that failed.
  private static final Duration SOON = Duration.ofSeconds(5);

  @Spec private CommandSpec spec;

  @Option(
      names = "--interval",
      paramLabel = "S",
      defaultValue = "20",
      description = "seconds between beats, less than half of --timeout; default ${DEFAULT-VALUE}")
  private int interval;

  @Option(names = "--once", description = "one beat, for cron")
  private boolean once;

  @Option(names = "--disarm", description = "switch it off; only a person at a terminal can")
  private boolean disarm;

  @Option(names = "--reason", paramLabel = "TEXT", description = "why it is switched off")
  private String reason;

  /// Gives this command a `--timeout` of its own, in seconds, in the place of the one that every
  /// command inherits for its requests. To be called once the tree stands.
  static void ownTimeout(CommandSpec spec) {
    spec.remove(spec.findOption(TIMEOUT));
    spec.addOption(
        OptionSpec.builder(TIMEOUT)
            .type(int.class)
            .paramLabel("S")
            .defaultValue("60")
            .description(
                "OKX cancels that many seconds after the last beat, 10 to 120; default"
                    + " ${DEFAULT-VALUE}. Before the verb --timeout is still that of a request")
            .build());
  }

  private int timeout() {
    return spec.findOption(TIMEOUT).<Integer>getValue();
  }

  @Override
  protected boolean silentWhenFine() {
    return true;
  }

  @Override
  protected Report run(Session session) {
    check();
    session.writeEnvironment();
    Gateway gateway = session.gateway();
    if (disarm) {
      Person.Consent consent = consent(session);
      String why = consent.reason() + " (" + consent.user() + ")";
      return BeatReport.of(gateway.beat(Duration.ZERO, why), session);
    }
    Beat first = beat(gateway);
    if (once || first instanceof Beat.Denied) {
      return BeatReport.of(first, session);
    }
    return goOn(session, gateway, first);
  }

  private Beat beat(Gateway gateway) {
    return gateway.beat(Duration.ofSeconds(timeout()), "");
  }

  /// Whoever switches it off takes away what stands behind orders that nobody watches.
  private Person.Consent consent(Session session) {
    String uid = session.knownUid().orElse("account");
    Person.Act act =
        new Person.Act(
            "disarm",
            session.environment().word(),
            uid,
            List.of(
                "This switches OKX's dead man's switch off: pending orders stay when nothing"
                    + " watches them, and entries are no longer denied for a missed beat."));
    return session.person().consent(act, Optional.ofNullable(reason));
  }

  private void check() {
    if (disarm && once) {
      throw usage("--disarm and --once exclude each other");
    }
    if (reason != null && !disarm) {
      throw usage("--reason goes with --disarm only");
    }
    if (timeout() < LEAST || timeout() > MOST) {
      throw usage("--timeout must be 10 to 120 seconds, not " + timeout());
    }
    if (!once && !disarm && (interval < 1 || interval * 2L >= timeout())) {
      throw usage(
          "--interval must be at least 1 second and less than half of --timeout, so that one beat"
              + " may be missed, not "
              + interval);
    }
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private Report goOn(Session session, Gateway gateway, Beat first) {
    AtomicReference<String> standing = new AtomicReference<>(BeatReport.standing(first));
    Runnable told = () -> session.warn("Stopped: " + standing.get());
    Thread last = new Thread(told);
    Runtime.getRuntime().addShutdownHook(last);
    session.warn(
        BeatReport.line(first) + "; a beat every " + interval + " s until interrupted (Ctrl-C)");
    try {
      for (Beat beat = first; ; ) {
        session.time().pause(pause(beat));
        beat = beat(gateway);
        tell(session, beat);
        standing.set(BeatReport.standing(beat));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      Runtime.getRuntime().removeShutdownHook(last);
      throw new Fault(ExitCode.INTERRUPTED, "stopped: " + standing.get(), "");
    } catch (Fault fault) {
      Runtime.getRuntime().removeShutdownHook(last);
      told.run();
      throw fault;
    }
  }

  private Duration pause(Beat beat) {
    Duration usual = Duration.ofSeconds(interval);
    boolean failed = beat instanceof Beat.Failed;
    return failed && usual.compareTo(SOON) > 0 ? SOON : usual;
  }

  private static void tell(Session session, Beat beat) {
    if (beat instanceof Beat.Armed armed && armed.remark().isEmpty()) {
      session.progress(BeatReport.line(beat));
    } else {
      session.warn(BeatReport.line(beat));
    }
  }
}
