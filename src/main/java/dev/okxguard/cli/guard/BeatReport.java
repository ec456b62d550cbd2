package dev.okxguard.cli.guard;

import dev.okxguard.cli.Document;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Json;
import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.guard.Denial;
import dev.okxguard.model.ExitCode;
import dev.okxguard.trade.Beat;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/// How a beat of the dead man's switch is told.
final class BeatReport {
  private BeatReport() {}

  static Report of(Beat beat, Session session) {
    ObjectNode json = Json.object();
    json.put("outcome", word(beat));
    json.setAll(Document.of(session, beat.uid()));
    json.put("armedUntil", beat instanceof Beat.Armed armed ? Json.text(armed.until()) : "");
    json.put("reason", reason(beat));
    json.put("next", next(beat));
    return new Report(exitCode(beat), json, page -> text(beat, page));
  }

  private static ExitCode exitCode(Beat beat) {
    return switch (beat) {
      case Beat.Armed _, Beat.Disarmed _ -> ExitCode.OK;
      case Beat.Failed failed -> failed.exitCode();
      case Beat.Denied _ -> ExitCode.DENIED;
    };
  }

  private static String word(Beat beat) {
    return switch (beat) {
      case Beat.Armed _ -> "armed";
      case Beat.Disarmed _ -> "disarmed";
      case Beat.Failed failed -> failed.exitCode() == ExitCode.UNKNOWN ? "unknown" : "failed";
      case Beat.Denied _ -> "denied";
    };
  }

  private static String reason(Beat beat) {
    return switch (beat) {
      case Beat.Armed armed -> armed.remark();
      case Beat.Disarmed _ -> "";
      case Beat.Failed failed -> failed.reason();
      case Beat.Denied denied ->
          denied.denials().stream().map(Denial::message).collect(Collectors.joining("; "));
    };
  }

  private static String next(Beat beat) {
    return switch (beat) {
      case Beat.Armed _ -> "another beat before then keeps the orders";
      case Beat.Disarmed _ -> "";
      case Beat.Failed _ -> "entries are denied until a beat succeeds; repeating it does no harm";
      case Beat.Denied _ -> "nothing was sent";
    };
  }

  /// One line for whoever watches.
  static String line(Beat beat) {
    String why = reason(beat).isEmpty() ? "" : " (" + reason(beat) + ")";
    return switch (beat) {
      case Beat.Armed armed -> "Armed until " + Json.text(armed.until()) + why;
      case Beat.Disarmed _ -> "Switched off";
      case Beat.Failed _ -> "HEARTBEAT FAILED, entries are denied" + why;
      case Beat.Denied _ -> "Denied" + why;
    };
  }

  /// What happens if no other beat comes.
  static String standing(Beat beat) {
    return switch (beat) {
      case Beat.Armed armed ->
          "OKX cancels our pending orders at "
              + Json.text(armed.until())
              + " unless another beat comes, and entries are denied from then on";
      case Beat.Disarmed _ -> "the switch is off";
      case Beat.Failed _, Beat.Denied _ ->
          "the last beat failed; entries are denied until one succeeds";
    };
  }

  private static void text(Beat beat, Page page) {
    page.line(
        exitCode(beat) == ExitCode.OK
            ? page.palette().good(line(beat))
            : page.palette().bad(line(beat)));
    if (!next(beat).isEmpty()) {
      page.line("Next: " + next(beat));
    }
  }
}
