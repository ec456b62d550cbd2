package dev.okxguard.cli.reconcile;

import dev.okxguard.cli.Document;
import dev.okxguard.cli.Person;
import dev.okxguard.cli.Session;
import dev.okxguard.console.Json;
import dev.okxguard.model.Algo;
import dev.okxguard.model.Balance;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Order;
import dev.okxguard.model.Position;
import dev.okxguard.reconcile.Actual;
import dev.okxguard.reconcile.Adoption;
import dev.okxguard.reconcile.Difference;
import dev.okxguard.reconcile.Subject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a person is asked to take for right, as lines to read and as a document.
record AdoptionView(Adoption.Proposal proposal, Session session) {
  /// Nobody reads more of a kind than that.
  private static final int MOST = 40;

  List<String> lines() {
    Actual actual = proposal.actual();
    List<String> lines = new ArrayList<>();
    lines.add(
        session.environment().word()
            + " account "
            + proposal.uid()
            + " as it is at "
            + Json.text(actual.at())
            + ":");
    add(lines, "positions", held(actual), AdoptionView::text);
    add(lines, "cash", cash(actual), AdoptionView::text);
    add(lines, "waiting orders", actual.orders(), AdoptionView::text);
    add(lines, "waiting stops and algo orders", actual.algos(), AdoptionView::text);
    lines.add("From now on this is what the account should hold. It differs from what was");
    boolean known = proposal.problems().isEmpty();
    if (!known) {
      add(lines, "expected in a way that is not known", proposal.problems(), it -> it);
    }
    if (known || !proposal.differences().isEmpty()) {
      add(lines, "expected", foremost(proposal.differences()), AdoptionView::text);
    }
    return lines;
  }

  /// Those of the account as a whole first: nothing else that is shown tells its modes.
  private static List<Difference> foremost(List<Difference> differences) {
    return differences.stream()
        .sorted(Comparator.comparing(it -> !it.subject().equals(Subject.ACCOUNT)))
        .toList();
  }

  private static <T> void add(
      List<String> lines, String what, List<T> all, Function<T, String> text) {
    lines.add("  " + what + (all.isEmpty() ? ": none" : ":"));
    all.stream().limit(MOST).map(text).map(line -> "    " + line).forEach(lines::add);
    if (all.size() > MOST) {
      lines.add("    and " + (all.size() - MOST) + " more");
    }
  }

  private static List<Position> held(Actual actual) {
    return actual.positions().stream().filter(position -> !position.flat()).toList();
  }

  private static List<Balance.Currency> cash(Actual actual) {
    return actual.balance().currencies().stream().filter(c -> c.cashBal().signum() != 0).toList();
  }

  private static String text(Position position) {
    return words(
        position.instId(),
        position.mgnMode().word(),
        position.posSide().word(),
        Decimals.text(position.signed()));
  }

  private static String text(Balance.Currency currency) {
    return words(currency.ccy(), Decimals.text(currency.cashBal()));
  }

  private static String text(Order order) {
    return words(
        order.ordId(),
        order.instId(),
        order.side().word(),
        Decimals.text(order.sz()),
        order.px().map(px -> "@ " + Decimals.text(px)).orElse("at market"),
        order.clOrdId());
  }

  private static String text(Algo algo) {
    return words(
        algo.algoId(),
        algo.instId(),
        algo.type().word(),
        algo.side().word(),
        algo.sz().map(Decimals::text).orElse("all"),
        algo.algoClOrdId());
  }

  private static String text(Difference difference) {
    var subject = difference.subject();
    String about =
        words(
            difference.severity().word(),
            difference.kind().word(),
            subject.instId(),
            subject.mgnMode(),
            subject.posSide(),
            subject.ccy(),
            subject.id());
    String sides =
        ": expected " + or(difference.expected()) + ", actual " + or(difference.actual());
    return about
        + sides
        + (difference.explanation().isEmpty() ? "" : " (" + difference.explanation() + ")");
  }

  private static String or(String text) {
    return text.isEmpty() ? "none" : text;
  }

  private static String words(String... words) {
    return Stream.of(words).filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
  }

  ObjectNode json(Person.Consent consent) {
    Actual actual = proposal.actual();
    ObjectNode json = Document.of(session, proposal.uid());
    json.put("outcome", "adopted");
    json.put("asOf", Json.text(actual.at()));
    json.put("reason", consent.reason());
    json.put("by", consent.user());
    strings(json.putArray("positions"), held(actual).stream().map(AdoptionView::text));
    strings(json.putArray("cash"), cash(actual).stream().map(AdoptionView::text));
    strings(json.putArray("orders"), actual.orders().stream().map(AdoptionView::text));
    strings(json.putArray("algos"), actual.algos().stream().map(AdoptionView::text));
    ArrayNode differences = json.putArray("differences");
    proposal.differences().forEach(one -> differences.add(ReportDocument.of(one)));
    strings(json.putArray("problems"), proposal.problems().stream());
    return json;
  }

  private static void strings(ArrayNode array, Stream<String> texts) {
    texts.forEach(array::add);
  }
}
