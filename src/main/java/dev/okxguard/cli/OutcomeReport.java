package dev.okxguard.cli;

import dev.okxguard.console.Json;
import dev.okxguard.console.Page;
import dev.okxguard.console.Report;
import dev.okxguard.guard.Denial;
import dev.okxguard.guard.Judgement;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.ExchangeError;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Order;
import dev.okxguard.trade.Outcome;
import dev.okxguard.trade.Ticket;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The gateway's outcomes as documents, text and exit codes: the only place that decides how an
/// outcome is told.
public final class OutcomeReport {
  private static final int USD_DIGITS = 8;

  private OutcomeReport() {}

  /// The report of an order, cancel or check.
  public static Report of(Outcome outcome, Session session) {
    return new Report(
        exitCode(outcome), json(outcome, session), page -> text(outcome, session, page));
  }

  /// The report of a preview: the same document, told as a preview, with the verdict's exit code.
  public static Report preview(Outcome outcome, Session session) {
    ObjectNode json = json(outcome, session);
    if (outcome instanceof Outcome.Allowed) {
      json.put("outcome", "preview");
    }
    return new Report(exitCode(outcome), json, page -> text(outcome, session, page));
  }

  static ExitCode exitCode(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted _, Outcome.Allowed _ -> ExitCode.OK;
      case Outcome.Rejected rejected ->
          rejected.error().kind() == ExchangeError.Kind.AUTH ? ExitCode.AUTH : ExitCode.REJECTED;
      case Outcome.NotSent not -> not.busy() ? ExitCode.BUSY : ExitCode.UNREACHABLE;
      case Outcome.Unknown _ -> ExitCode.UNKNOWN;
      case Outcome.Denied denied -> denied.unresolved() ? ExitCode.UNKNOWN : ExitCode.DENIED;
      case Outcome.Halted _, Outcome.Unsafe _ -> ExitCode.HALTED;
    };
  }

  /// The word of an outcome in documents.
  public static String word(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted _ -> "accepted";
      case Outcome.Rejected _ -> "rejected";
      case Outcome.NotSent _ -> "not_sent";
      case Outcome.Unknown _ -> "unknown";
      case Outcome.Denied _ -> "denied";
      case Outcome.Halted _, Outcome.Unsafe _ -> "halted";
      case Outcome.Allowed _ -> "allowed";
    };
  }

  private static ObjectNode json(Outcome outcome, Session session) {
    Ticket ticket = outcome.ticket();
    Optional<Order> seen = seen(outcome);
    ObjectNode json = Json.object();
    json.put("outcome", word(outcome));
    json.put("env", session.environment().word());
    json.put("profile", session.profile());
    json.put("uid", ticket.uid());
    json.put("intentId", ticket.intentId());
    json.put("clOrdId", ticket.clOrdId());
    json.put("ordId", ordId(outcome));
    AlgoDocument.ids(json, ticket.request(), ordId(outcome), ticket.clOrdId());
    json.put("state", seen.map(o -> o.state().word()).orElse(""));
    json.put("accFillSz", seen.map(o -> Decimals.text(o.accFillSz())).orElse(""));
    json.put("avgPx", Json.text(seen.flatMap(Order::avgPx)));
    json.set("order", ticket.request());
    json.put("notionalUsd", usd(ticket));
    ticket.estimate().ifPresent(figures -> json.set("estimate", EstimateView.json(figures)));
    json.set("denials", denials(outcome));
    json.set("exchange", exchange(outcome));
    json.set("checks", checks(ticket.checks()));
    json.put("reason", reason(outcome));
    json.put("next", NextStep.after(outcome, session));
    return json;
  }

  /// Why, in words; "" where denials or the exchange's message say it.
  private static String reason(Outcome outcome) {
    return switch (outcome) {
      case Outcome.NotSent not -> not.reason();
      case Outcome.Unknown unknown -> unknown.reason();
      case Outcome.Halted halted -> halted.reason();
      case Outcome.Unsafe unsafe -> unsafe.reason();
      case Outcome.Accepted _, Outcome.Rejected _, Outcome.Denied _, Outcome.Allowed _ -> "";
    };
  }

  private static String ordId(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> accepted.ordId();
      case Outcome.Unsafe unsafe -> unsafe.ordId();
      case Outcome.Rejected _,
          Outcome.NotSent _,
          Outcome.Unknown _,
          Outcome.Denied _,
          Outcome.Halted _,
          Outcome.Allowed _ ->
          outcome.ticket().request().path("ordId").asString("");
    };
  }

  private static Optional<Order> seen(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted accepted -> accepted.seen();
      case Outcome.Unsafe unsafe -> unsafe.seen();
      case Outcome.Rejected _,
          Outcome.NotSent _,
          Outcome.Unknown _,
          Outcome.Denied _,
          Outcome.Halted _,
          Outcome.Allowed _ ->
          Optional.empty();
    };
  }

  private static ArrayNode denials(Outcome outcome) {
    ArrayNode denials = Json.array();
    if (outcome instanceof Outcome.Denied denied) {
      for (Denial denial : denied.denials()) {
        ObjectNode item = denials.addObject();
        item.put("rule", denial.rule());
        item.put("code", denial.code());
        item.put("limit", denial.limit());
        item.put("value", denial.value());
        item.put("message", denial.message());
      }
    }
    return denials;
  }

  private static ArrayNode checks(List<Judgement.Check> checks) {
    ArrayNode array = Json.array();
    for (Judgement.Check check : checks) {
      ObjectNode item = array.addObject();
      item.put("rule", check.rule());
      item.put("limit", check.limit());
      item.put("value", check.value());
      item.put("verdict", check.verdict());
    }
    return array;
  }

  private static ObjectNode exchange(Outcome outcome) {
    ObjectNode exchange = Json.object();
    Optional<ExchangeError> error = error(outcome);
    exchange.put("code", error.map(ExchangeError::code).orElse(""));
    exchange.put("sCode", error.map(ExchangeError::code).orElse(""));
    exchange.put("message", error.map(ExchangeError::message).orElse(""));
    exchange.put("httpStatus", error.map(ExchangeError::httpStatus).orElse(0));
    return exchange;
  }

  private static Optional<ExchangeError> error(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Rejected rejected -> Optional.of(rejected.error());
      case Outcome.NotSent not -> not.error();
      case Outcome.Unknown unknown -> unknown.error();
      case Outcome.Accepted _,
          Outcome.Denied _,
          Outcome.Halted _,
          Outcome.Unsafe _,
          Outcome.Allowed _ ->
          Optional.empty();
    };
  }

  private static void text(Outcome outcome, Session session, Page page) {
    headline(outcome, page);
    Map<String, String> pairs = new LinkedHashMap<>();
    Ticket ticket = outcome.ticket();
    boolean algo = AlgoDocument.about(ticket.request());
    put(pairs, algo ? "algoId" : "ordId", ordId(outcome));
    put(pairs, algo ? "algoClOrdId" : "clOrdId", ticket.clOrdId());
    seen(outcome)
        .ifPresent(
            order -> {
              put(pairs, "state", order.state().word());
              put(pairs, "filled", Decimals.text(order.accFillSz()));
              put(pairs, "avgPx", Json.text(order.avgPx()));
            });
    put(pairs, "value", ticket.notionalUsd().isEmpty() ? "" : usd(ticket) + " USD");
    ticket.estimate().map(EstimateView::pairs).ifPresent(pairs::putAll);
    put(pairs, "uid", ticket.uid());
    page.pairs(pairs);
    if (outcome instanceof Outcome.Denied denied) {
      denied.denials().forEach(d -> page.line(page.palette().bad(d.code()) + "  " + d.message()));
    }
    String next = NextStep.after(outcome, session);
    if (!next.isEmpty()) {
      page.line("Next: " + next);
    }
  }

  /// A value that was divided has more digits than anybody can use.
  private static String usd(Ticket ticket) {
    return Json.text(
        ticket
            .notionalUsd()
            .map(v -> v.scale() > USD_DIGITS ? v.setScale(USD_DIGITS, RoundingMode.UP) : v));
  }

  private static void headline(Outcome outcome, Page page) {
    String about = describe(outcome.ticket());
    String what = about.isEmpty() ? "entries" : about;
    page.line(
        switch (outcome) {
          case Outcome.Accepted _ -> page.palette().good("accepted") + "  " + what;
          case Outcome.Allowed _ -> page.palette().good("allowed") + "  " + what;
          case Outcome.Rejected rejected ->
              page.palette().bad("rejected")
                  + "  "
                  + what
                  + ": "
                  + rejected.error().message()
                  + " ("
                  + (rejected.error().code().isEmpty() ? "" : rejected.error().code() + ": ")
                  + rejected.error().meaning()
                  + ")";
          case Outcome.NotSent not ->
              page.palette().warn("not sent") + "  " + what + ": " + not.reason();
          case Outcome.Unknown unknown ->
              page.palette().bad("UNKNOWN") + "  " + what + ": " + unknown.reason();
          case Outcome.Denied _ -> page.palette().bad("denied") + "  " + what;
          case Outcome.Unsafe unsafe ->
              page.palette().bad("HALTED") + "  " + what + ": " + unsafe.reason();
          case Outcome.Halted halted ->
              page.palette().bad("halted") + "  " + what + ": " + halted.reason();
        });
  }

  private static String describe(Ticket ticket) {
    ObjectNode body = ticket.request();
    StringBuilder text = new StringBuilder();
    for (String field :
        List.of(
            "side", "ordType", "sz", "newSz", "size", "instId", "mgnMode", "lever", "posMode")) {
      String value = body.path(field).asString("");
      if (!value.isEmpty()) {
        text.append(text.isEmpty() ? "" : " ").append(value);
      }
    }
    String px = body.path("px").asString(body.path("newPx").asString(""));
    String at = px.isEmpty() ? "" : " @ " + px;
    return text + at + AlgoDocument.prices(body);
  }

  private static void put(Map<String, String> pairs, String name, String value) {
    if (!value.isEmpty()) {
      pairs.put(name, value);
    }
  }
}
