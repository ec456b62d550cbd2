package dev.okxguard.cli;

import dev.okxguard.trade.Outcome;
import dev.okxguard.trade.Ticket;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// What whoever reads an outcome should do next, or know besides.
final class NextStep {
  /// Rules that stand in the way of every entry, whatever the order.
  private static final Set<String> WHATEVER =
      Set.of(
          "policy",
          "cooldown_minutes",
          "clock_skew_ms",
          "clock_backwards",
          "trading_state",
          "heartbeat",
          "account_mode",
          "reconcile_within_minutes",
          "stage");

  private NextStep() {}

  /// In words; "" when nothing is left to say.
  static String after(Outcome outcome, Session session) {
    return switch (outcome) {
      case Outcome.Accepted accepted ->
          accepted.remark().isEmpty() ? unfilled(accepted) : accepted.remark();
      case Outcome.Allowed _ -> "";
      case Outcome.Rejected rejected -> rejected.error().next();
      case Outcome.NotSent not ->
          not.busy()
              ? "nothing was accepted; repeat later"
              : "nothing was done at OKX; the same command may be repeated";
      case Outcome.Unknown unknown ->
          cancels(unknown.ticket())
              ? "the order may still rest; a cancel may be repeated at once, it can do no harm"
              : "do NOT repeat it; the next okx command asks OKX again and settles it";
      case Outcome.Denied denied ->
          denied.unresolved()
              ? "an earlier order's fate is unknown; nothing new goes out before OKX answers"
              : denied(denied) + WaitingLimits.among(denied.denials(), session);
      case Outcome.Halted _ ->
          "nothing was sent; only a person resumes trading, on a terminal: "
              + Resuming.command(session);
      case Outcome.Unsafe _ ->
          "trading is halted now; look at the account, close what is left, then a person resumes";
    };
  }

  private static String denied(Outcome.Denied denied) {
    return denied.denials().stream().allMatch(denial -> WHATEVER.contains(denial.rule()))
        ? "nothing was sent; no other entry would pass before that is over"
        : "nothing was sent; change the order, or have the owner of the limits change them";
  }

  /// An order that ended at once without a fill was taken, but nothing was traded.
  private static String unfilled(Outcome.Accepted accepted) {
    return accepted
        .seen()
        .filter(order -> order.state().isFinal() && order.accFillSz().signum() == 0)
        .filter(_ -> accepted.ticket().request().has("ordType"))
        .map(_ -> "nothing was filled")
        .orElse("");
  }

  /// Whether it only names an order, as a cancel does.
  private static boolean cancels(Ticket ticket) {
    ObjectNode body = ticket.request();
    return body.size() == 2 && (body.has("ordId") || body.has("algoId"));
  }
}
