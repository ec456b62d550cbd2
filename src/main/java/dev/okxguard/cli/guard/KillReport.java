package dev.okxguard.cli.guard;

import dev.okxguard.cli.Document;
import dev.okxguard.cli.OutcomeReport;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Json;
import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.console.Table;
import dev.okxguard.model.Algo;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Order;
import dev.okxguard.model.Position;
import dev.okxguard.trade.KillRequest;
import dev.okxguard.trade.Killed;
import dev.okxguard.trade.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What came of an emergency stop, and exactly what is left.
final class KillReport {
  private KillReport() {}

  static Report of(Killed killed, KillRequest request, Session session) {
    ExitCode code = exitCode(killed);
    ObjectNode json = Json.object();
    json.put("outcome", word(killed));
    json.setAll(Document.of(session, killed.uid()));
    json.put("halted", killed.halted());
    json.put("reason", request.reason());
    json.put("cancelled", killed.cancelled());
    ArrayNode closed = json.putArray("closed");
    killed.closed().forEach(leg -> closed.add(closed(leg)));
    ArrayNode sold = json.putArray("sold");
    killed.sold().forEach(sale -> sold.add(sold(sale)));
    json.set("left", left(killed.left()));
    ArrayNode problems = json.putArray("problems");
    problems(killed).forEach(problems::add);
    json.put("next", next(code, killed, request));
    return new Report(code, json, page -> text(killed, request, page));
  }

  private static ExitCode exitCode(Killed killed) {
    if (!killed.denials().isEmpty()) {
      return ExitCode.DENIED;
    }
    if (killed.blocked().isPresent()) {
      return killed.blocked().get().exitCode();
    }
    return switch (killed.state()) {
      case DONE -> killed.halted() ? ExitCode.OK : ExitCode.CONFIG;
      case RESIDUE -> ExitCode.FINDINGS;
      case UNKNOWN -> ExitCode.UNKNOWN;
    };
  }

  private static String word(Killed killed) {
    if (!killed.denials().isEmpty()) {
      return "denied";
    }
    return switch (killed.state()) {
      case DONE -> "done";
      case RESIDUE -> "residue";
      case UNKNOWN -> "unknown";
    };
  }

  private static ObjectNode closed(Killed.Closed leg) {
    return leg(leg.leg())
        .put("before", Decimals.text(leg.before()))
        .put("left", Decimals.text(leg.left()));
  }

  private static ObjectNode leg(Position leg) {
    return Json.object()
        .put("instId", leg.instId())
        .put("instType", leg.instType().name())
        .put("mgnMode", leg.mgnMode().word())
        .put("posSide", leg.posSide().word())
        .put("ccy", leg.ccy());
  }

  private static ObjectNode sold(Outcome sale) {
    ObjectNode row = Json.object();
    row.put("outcome", OutcomeReport.word(sale));
    row.put("instId", sale.ticket().request().path("instId").asString(""));
    row.put("sz", sale.ticket().request().path("sz").asString(""));
    row.put("clOrdId", sale.ticket().clOrdId());
    row.put("accFillSz", Json.text(seen(sale).map(Order::accFillSz)));
    row.put("avgPx", Json.text(seen(sale).flatMap(Order::avgPx)));
    return row;
  }

  private static Optional<Order> seen(Outcome sale) {
    return sale instanceof Outcome.Accepted accepted ? accepted.seen() : Optional.empty();
  }

  private static ObjectNode left(Killed.Left left) {
    ObjectNode json = Json.object();
    ArrayNode orders = json.putArray("orders");
    left.orders().forEach(o -> orders.add(order(o, left.stays().contains(o.ordId()))));
    ArrayNode algos = json.putArray("algos");
    left.algos().forEach(a -> algos.add(algo(a, left.stays().contains(a.algoId()))));
    ArrayNode positions = json.putArray("positions");
    left.positions().forEach(p -> positions.add(leg(p).put("pos", Decimals.text(p.signed()))));
    ArrayNode spot = json.putArray("spot");
    for (Killed.Holding coin : left.spot()) {
      spot.addObject()
          .put("ccy", coin.ccy())
          .put("amount", Decimals.text(coin.amount()))
          .put("usd", Json.text(coin.usd()))
          .put("why", coin.why())
          .put("dust", coin.dust());
    }
    return json;
  }

  private static ObjectNode order(Order order, boolean stays) {
    return Json.object()
        .put("instId", order.instId())
        .put("ordId", order.ordId())
        .put("clOrdId", order.clOrdId())
        .put("side", order.side().word())
        .put("posSide", order.posSide().word())
        .put("ordType", order.ordType().word())
        .put("px", Json.text(order.px()))
        .put("sz", Decimals.text(order.sz()))
        .put("state", order.state().word())
        .put("stays", stays);
  }

  private static ObjectNode algo(Algo algo, boolean stays) {
    return Json.object()
        .put("instId", algo.instId())
        .put("algoId", algo.algoId())
        .put("algoClOrdId", algo.algoClOrdId())
        .put("side", algo.side().word())
        .put("posSide", algo.posSide().word())
        .put("ordType", algo.type().word())
        .put("sz", Json.text(algo.sz()))
        .put("state", algo.state().word())
        .put("stays", stays);
  }

  private static List<String> problems(Killed killed) {
    List<String> all = new ArrayList<>();
    if (!killed.halted()) {
      all.add("trading is NOT halted: the halt file could not be made");
    }
    killed.denials().forEach(denial -> all.add(denial.message()));
    all.addAll(killed.problems());
    return all;
  }

  private static String next(ExitCode code, Killed killed, KillRequest request) {
    String again =
        "okx guard kill"
            + (request.flatten() ? " --flatten" : "")
            + (request.spot() ? " --spot" : "");
    if (!killed.halted()) {
      return "mend the state directory, or take the key away from whatever trades";
    }
    if (!killed.denials().isEmpty()) {
      return "nothing was sent: cancel and close without --read-only, or in OKX's app";
    }
    if (code != ExitCode.OK) {
      return "repeat it: "
          + again
          + "; what it cannot remove must be removed in OKX's app"
          + killed
              .blocked()
              .map(Fault::hint)
              .filter(h -> !h.isEmpty())
              .map(h -> "; " + h)
              .orElse("");
    }
    return killed.left().positions().isEmpty()
        ? "trading stays halted until a person resumes it"
        : "positions are still open; okx guard kill --flatten closes them";
  }

  private static void text(Killed killed, KillRequest request, Page page) {
    ExitCode code = exitCode(killed);
    page.line(
        killed.halted()
            ? page.palette().bad("halted") + "  " + request.reason()
            : page.palette().bad("NOT HALTED") + "  the halt file could not be made");
    String counts =
        killed.cancelled()
            + " cancelled, "
            + killed.closed().size()
            + " legs closed, "
            + killed.sold().size()
            + " sales";
    String word = word(killed);
    page.line(
        (code == ExitCode.OK ? page.palette().good(word) : page.palette().bad(word))
            + "  "
            + counts);
    page.table(table(killed.left()), nothing(killed, request));
    problems(killed).forEach(problem -> page.line("Problem: " + problem));
    page.line("Next: " + next(code, killed, request));
  }

  /// What a look that showed nothing proves.
  private static String nothing(Killed killed, KillRequest request) {
    if (killed.state() == Killed.State.UNKNOWN) {
      return "What is left is not known.";
    }
    return request.spot()
        ? "Nothing is left."
        : "No orders and no positions are left; coins held stay without --flatten --spot.";
  }

  private static Table table(Killed.Left left) {
    Table table = new Table("left", "instId", "id", "side", "size", "");
    left.orders()
        .forEach(
            o ->
                table.row(
                    o.ordType().word(),
                    o.instId(),
                    o.ordId(),
                    o.side().word(),
                    Decimals.text(o.sz()),
                    left.stays().contains(o.ordId()) ? "stays: only reduces" : ""));
    left.algos()
        .forEach(
            a ->
                table.row(
                    a.type().word(),
                    a.instId(),
                    a.algoId(),
                    a.side().word(),
                    a.sz().map(Decimals::text).orElse("all"),
                    left.stays().contains(a.algoId()) ? "stays: only reduces" : ""));
    left.positions()
        .forEach(
            p ->
                table.row(
                    "position",
                    p.instId(),
                    p.posId(),
                    p.posSide().word() + " " + p.mgnMode().word(),
                    Decimals.text(p.signed()),
                    ""));
    left.spot()
        .forEach(c -> table.row("coins", c.ccy(), "", "", Decimals.text(c.amount()), c.why()));
    return table;
  }
}
