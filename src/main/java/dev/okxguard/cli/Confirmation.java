package dev.okxguard.cli;

import dev.okxguard.console.Json;
import dev.okxguard.console.Page;
import dev.okxguard.console.Palette;
import dev.okxguard.console.Report;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import java.util.Optional;

/// The question before a live write on a terminal. It is a courtesy to people; the protection is
/// the guard.
public final class Confirmation {
  private Confirmation() {}

  /// Asks before a write that has no preview, where a person must confirm.
  ///
  /// @param what is about to happen, as in "set the position mode to net_mode"
  /// @throws Fault DENIED unless the answer is yes
  public static void ask(Session session, String what) {
    if (session.asks()) {
      Report said = Report.of(Json.object(), page -> page.line("About to " + what + "."));
      ask(session, said, "Send it?");
    }
  }

  /// Shows the preview and asks.
  ///
  /// @throws Fault DENIED unless the answer is yes
  public static void ask(Session session, Report preview, String question) {
    Page page = new Page(new Palette(false));
    page.line("LIVE  profile " + session.profile() + ": this moves real money");
    preview.text().accept(page);
    page.lines().forEach(session.console().err()::println);
    Optional<String> answer = session.console().ask(question + " [y/N] ");
    String said = answer.orElse("").strip();
    if (!said.equalsIgnoreCase("y") && !said.equalsIgnoreCase("yes")) {
      throw new Fault(ExitCode.DENIED, "not confirmed; nothing was sent", "-y skips the question");
    }
  }
}
