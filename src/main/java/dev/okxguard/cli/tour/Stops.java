package dev.okxguard.cli.tour;

import static dev.okxguard.cli.tour.Step.must;

import dev.okxguard.journal.JournalReader;
import dev.okxguard.journal.Verification;
import dev.okxguard.model.Decimals;
import dev.okxguard.model.Environment;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.InstType;
import dev.okxguard.model.OrdType;
import dev.okxguard.model.Order;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Side;
import dev.okxguard.model.TdMode;
import dev.okxguard.reconcile.Difference;
import dev.okxguard.reconcile.Kind;
import dev.okxguard.reconcile.Report;
import dev.okxguard.trade.Outcome;
import dev.okxguard.trade.PlaceRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The stops of the tour, in order. Each asks the exchange itself what happened.
final class Stops {
  private static final String PAIR = "BTC-USDT";
  private static final String KEY = "tour-order";

  private final Playground playground;
  private final Instant start;

  Stops(Playground playground) {
    this.playground = playground;
    this.start = playground.exchange().serverTime().minus(Duration.ofSeconds(5));
  }

  String accepted() {
    Outcome outcome = playground.gateway().place(buy("20", Optional.empty()));
    Order order = seen(outcome);
    must(order.accFillSz().signum() > 0, "the order was accepted but did not fill");
    return "bought "
        + Decimals.text(order.accFillSz())
        + " BTC at "
        + order.avgPx().map(Decimals::text).orElse("?")
        + ", order "
        + order.ordId();
  }

  String denied() {
    int orders = orders().size();
    Outcome outcome = playground.gateway().place(buy("5000", Optional.empty()));
    must(outcome instanceof Outcome.Denied, "5000 USD went through the guard");
    must(orders().size() == orders, "the exchange got an order that was denied");
    return "5000 USD against a limit of 100: "
        + ((Outcome.Denied) outcome)
            .denials().stream().map(d -> d.code()).collect(Collectors.joining(", "))
        + "; nothing was sent";
  }

  String lostReply() {
    PlaceRequest request = buy("30", Optional.of(KEY));
    Outcome first = playground.gateway().place(request);
    Order order = seen(first);
    must(
        ((Outcome.Accepted) first).remark().contains("lost"),
        "the reply was not lost, so nothing was shown");
    Outcome again = playground.gateway().place(request);
    must(
        again instanceof Outcome.Accepted replay
            && replay.replayed()
            && replay.ordId().equals(order.ordId()),
        "the repeated command did not give the first order back");
    long same = orders().stream().filter(o -> o.clOrdId().equals(order.clOrdId())).count();
    must(same == 1 && orders().size() == 2, "the exchange has " + orders().size() + " orders");
    return "the answer never came; OKX was asked and knew order "
        + order.ordId()
        + "; the command repeated: still one order";
  }

  String drift() {
    Report before = playground.reconcile();
    must(
        before.outcome() == Report.Outcome.CLEAN,
        "the account differed before anybody touched it: "
            + before.outcome().word()
            + " "
            + before.problems());
    playground.sellInTheApp(PAIR, new BigDecimal("0.0001"));
    Report after = playground.reconcile();
    must(
        after.outcome() == Report.Outcome.DRIFT,
        "a sale in the app went unnoticed: " + after.outcome().word() + " " + after.problems());
    Difference btc =
        after.differences().stream()
            .filter(d -> d.kind() == Kind.BALANCE && d.subject().ccy().equals("BTC"))
            .findFirst()
            .orElseThrow(() -> new Step.NotSeen("the coins that were sold are not missed"));
    return "BTC expected " + btc.expected() + ", actual " + btc.actual() + ": " + btc.explanation();
  }

  String audit() {
    String uid = playground.exchange().config().uid();
    Path journal = playground.state().journal(Environment.PAPER, uid);
    Verification found = JournalReader.verify(journal, Optional.empty(), _ -> {});
    must(found.intact(), "the chain is broken: " + found.reason());
    Verification forged = JournalReader.verify(forge(journal), Optional.empty(), _ -> {});
    must(!forged.intact(), "a changed record was not noticed");
    return found.records() + " records, intact; in a copy with one amount changed: broken";
  }

  /// A copy of the journal with one amount changed.
  private Path forge(Path journal) {
    Path copy = playground.directory().resolve("forged");
    try (Stream<Path> files = Files.walk(journal)) {
      for (Path file : files.toList()) {
        Path target = copy.resolve(journal.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
      }
      Path segment;
      try (Stream<Path> segments = Files.list(copy)) {
        segment =
            segments
                .filter(f -> f.toString().endsWith(".ndjson"))
                .sorted()
                .findFirst()
                .orElseThrow();
      }
      String text = Files.readString(segment);
      String forged = text.replaceFirst("\"sz\":\"20\"", "\"sz\":\"21\"");
      must(!forged.equals(text), "the journal does not hold the order's size");
      Files.writeString(segment, forged);
      return copy;
    } catch (IOException e) {
      throw new Fault(ExitCode.CONFIG, "the journal could not be copied: " + e, "");
    }
  }

  private List<Order> orders() {
    return playground.exchange().history(InstType.SPOT, start);
  }

  private static Order seen(Outcome outcome) {
    must(
        outcome instanceof Outcome.Accepted,
        "the order was not accepted: " + outcome.getClass().getSimpleName());
    return ((Outcome.Accepted) outcome)
        .seen()
        .orElseThrow(() -> new Step.NotSeen("the exchange does not show the order"));
  }

  private static PlaceRequest buy(String usdt, Optional<String> key) {
    return new PlaceRequest(draft(Side.BUY, OrdType.MARKET, usdt), key);
  }

  private static OrderDraft draft(Side side, OrdType type, String sz) {
    return new OrderDraft(
        InstType.SPOT,
        PAIR,
        TdMode.CASH,
        side,
        PosSide.NET,
        type,
        new BigDecimal(sz),
        Optional.empty(),
        false,
        "",
        Optional.empty());
  }
}
