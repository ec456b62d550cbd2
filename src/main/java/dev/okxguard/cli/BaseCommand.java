package dev.okxguard.cli;

import dev.okxguard.cli.syntax.Syntax;
import dev.okxguard.console.Json;
import dev.okxguard.console.Page;
import dev.okxguard.console.Palette;
import dev.okxguard.console.Report;
import dev.okxguard.model.Daemons;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.trade.Known;
import dev.okxguard.trade.SideLook;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// What every verb shares: open the session, run, print the report once, give its exit code.
public abstract class BaseCommand implements Callable<Integer> {
  /// What the breakers' look may take at least when the command is done.
  private static final Duration GRACE = Duration.ofSeconds(1);

  @Spec private CommandSpec spec;

  /// Does the work. Outcomes are reports; faults are thrown.
  protected abstract Report run(Session session);

  /// Whether text output starts with the line naming environment and profile.
  protected boolean namesEnvironment() {
    return true;
  }

  /// Whether `--quiet` leaves nothing to say when all is well, as a job that runs every minute
  /// wants it.
  protected boolean silentWhenFine() {
    return false;
  }

  /// Whether it writes its result to standard output as it goes, so that nothing else may come
  /// there.
  protected boolean streams() {
    return false;
  }

  /// Whether it reads long lists itself. Then the breakers look after it rather than beside it:
  /// both would wait for each other's turns at the exchange, and hold it all in memory twice.
  protected boolean readsMuch() {
    return false;
  }

  /// What is left for the breakers' look after it. The first one at a busy account takes long,
  /// later ones go on from what it counted.
  protected Duration timeLeft(Session session) {
    return GRACE;
  }

  /// What it has just read of the account: the breakers need not read it again.
  protected Known known() {
    return Known.nothing();
  }

  /// Whether one JSON document was asked for.
  protected final boolean json() {
    return root().globals().json();
  }

  private Root root() {
    return (Root) spec.root().userObject();
  }

  @Override
  public final Integer call() {
    Root root = root();
    Globals globals = root.globals();
    try (Session session = root.sessions().open(globals)) {
      return delivered(root, session, result(root, session));
    }
  }

  private int result(Root root, Session session) {
    if (!readsAccount()) {
      return told(root, session, run(session));
    }
    return readsMuch() ? before(root, session) : beside(root, session);
  }

  /// A result that could not be written, to a full disk for one, is no success of what only reads.
  /// What may have written has done so, and its exit code says how that ended.
  private int delivered(Root root, Session session, int code) {
    Optional<String> lost = root.sessions().console().lost().get();
    if (lost.isPresent()) {
      String message = "the result could not be written: " + lost.get();
      if (code == ExitCode.OK.number() && !Syntax.reach(this).changes()) {
        throw new Fault(ExitCode.CONFIG, message, "free space, or send it elsewhere");
      }
      session.warn("What was done stands, but " + message);
    }
    return code;
  }

  /// Runs, and then lets the breakers look.
  private int before(Root root, Session session) {
    int code = told(root, session, run(session));
    boolean read = code == ExitCode.OK.number() || code == ExitCode.FINDINGS.number();
    session
        .sideLook(known())
        .ifPresent(look -> look.end(read ? grace(session) : GRACE, session::warn));
    return code;
  }

  private Duration grace(Session session) {
    Duration left = timeLeft(session);
    return left.compareTo(GRACE) > 0 ? left : GRACE;
  }

  /// Runs while the breakers find out on a thread of their own whether they are to look.
  private int beside(Root root, Session session) {
    FutureTask<Optional<SideLook>> aside =
        new FutureTask<>(() -> session.sideLook(Known.nothing()));
    Daemons.start(aside);
    try {
      return told(root, session, run(session));
    } finally {
      end(aside, session);
    }
  }

  private static void end(FutureTask<Optional<SideLook>> aside, Session session) {
    try {
      aside.get().ifPresent(look -> look.end(GRACE, session::warn));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private int told(Root root, Session session, Report report) {
    if (streams()) {
      return report.exitCode().number();
    }
    if (root.globals().json()) {
      print(root, Json.pretty(report.json()));
    } else if (!silent(root.globals(), report)) {
      printText(root, session, report);
    }
    return report.exitCode().number();
  }

  private boolean silent(Globals globals, Report report) {
    return globals.quiet() && silentWhenFine() && report.exitCode() == ExitCode.OK;
  }

  /// Whether it only reads the account, so that the breakers look beside it; what may write lets
  /// them look itself.
  private boolean readsAccount() {
    Reach.Kind reach = Syntax.reach(this);
    return reach == Reach.Kind.PRIVATE || reach == Reach.Kind.JUDGE;
  }

  private Environment named(Session session) {
    return Syntax.reach(this).paper() ? Environment.PAPER : session.environment();
  }

  private void printText(Root root, Session session, Report report) {
    Page page =
        new Page(
            Palette.choose(
                root.globals().color(),
                root.sessions().environment(),
                root.sessions().console().terminal()));
    if (namesEnvironment() && !root.globals().quiet()) {
      page.line("Environment: " + named(session).word() + "  Profile: " + session.profile());
    }
    report.text().accept(page);
    page.lines().forEach(line -> print(root, line));
  }

  private static void print(Root root, String text) {
    root.sessions().console().out().print(text + "\n");
    root.sessions().console().out().flush();
  }
}
