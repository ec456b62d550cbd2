package dev.okxguard.cli.order;

import dev.okxguard.cli.Document;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Json;
import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.console.Table;
import dev.okxguard.guard.Denial;
import dev.okxguard.model.Algo;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Order;
import dev.okxguard.trade.Cancelled;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What came of cancelling many orders, and exactly what is left.
final class CancelledReport {
  private CancelledReport() {}

  static Report of(Cancelled done, Session session) {
    ExitCode code = exitCode(done);
    ObjectNode json = Json.object();
    json.put("outcome", word(code));
    json.setAll(Document.of(session, done.uid()));
    json.put("selected", done.selected());
    json.put("gone", done.selected() - Math.min(done.left(), done.selected()));
    json.set("left", left(done));
    ArrayNode errors = json.putArray("errors");
    done.refusals().forEach(errors::add);
    json.put("reason", reason(done));
    json.put("next", next(code, done));
    return new Report(code, json, page -> text(code, done, page));
  }

  private static ExitCode exitCode(Cancelled done) {
    if (done.complete()) {
      return ExitCode.OK;
    }
    if (done.unread().isPresent() || done.unanswered()) {
      return ExitCode.UNKNOWN;
    }
    if (!done.denials().isEmpty()) {
      return ExitCode.DENIED;
    }
    if (!done.refusals().isEmpty()) {
      return ExitCode.REJECTED;
    }
    // What was taken and shows still may go any moment; it was sent for certain.
    return done.taken() ? ExitCode.UNKNOWN : ExitCode.UNREACHABLE;
  }

  private static String word(ExitCode code) {
    return switch (code) {
      case OK -> "accepted";
      case UNREACHABLE -> "not_sent";
      case INTERNAL,
          USAGE,
          CONFIG,
          AUTH,
          REJECTED,
          DENIED,
          UNKNOWN,
          FINDINGS,
          BUSY,
          HALTED,
          INTERRUPTED ->
          code.word();
    };
  }

  private static ArrayNode left(Cancelled done) {
    ArrayNode left = Json.array();
    for (Order order : done.orders()) {
      left.addObject()
          .put("instId", order.instId())
          .put("ordId", order.ordId())
          .put("clOrdId", order.clOrdId())
          .put("side", order.side().word())
          .put("ordType", order.ordType().word())
          .put("px", Json.text(order.px()))
          .put("sz", Decimals.text(order.sz()))
          .put("state", order.state().word());
    }
    for (Algo algo : done.algos()) {
      left.addObject()
          .put("instId", algo.instId())
          .put("algoId", algo.algoId())
          .put("algoClOrdId", algo.algoClOrdId())
          .put("side", algo.side().word())
          .put("ordType", algo.type().word())
          .put("sz", Json.text(algo.sz()))
          .put("state", algo.state().word());
    }
    return left;
  }

  private static String reason(Cancelled done) {
    String denied = done.denials().stream().map(Denial::message).collect(Collectors.joining("; "));
    return done.unread().map(why -> "what is left could not be read: " + why).orElse(denied);
  }

  private static String next(ExitCode code, Cancelled done) {
    if (code == ExitCode.OK) {
      return done.remark();
    }
    if (code == ExitCode.DENIED) {
      return done.left() == 0
          ? "nothing was sent"
          : "stops of open positions stay: okx order close takes a position off";
    }
    return "repeat it, or look with: okx order list" + also(done);
  }

  private static String also(Cancelled done) {
    return done.remark().isEmpty() ? "" : " (" + done.remark() + ")";
  }

  private static void text(ExitCode code, Cancelled done, Page page) {
    String counts = done.selected() + " met, " + done.left() + " left";
    page.line(
        code == ExitCode.OK
            ? page.palette().good("cancelled") + "  " + counts
            : page.palette().bad(word(code)) + "  " + counts);
    if (done.left() > 0) {
      page.table(table(done), "");
    }
    done.refusals().forEach(said -> page.line("OKX: " + said));
    if (!reason(done).isEmpty()) {
      page.line(reason(done));
    }
    if (!next(code, done).isEmpty()) {
      page.line("Next: " + next(code, done));
    }
  }

  private static Table table(Cancelled done) {
    Table table = new Table("id", "instId", "side", "type", "state");
    done.orders()
        .forEach(
            o ->
                table.row(
                    o.ordId(), o.instId(), o.side().word(), o.ordType().word(), o.state().word()));
    done.algos()
        .forEach(
            a ->
                table.row(
                    a.algoId(), a.instId(), a.side().word(), a.type().word(), a.state().word()));
    return table;
  }
}
