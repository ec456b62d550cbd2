package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.journal.Event;
import dev.okxguard.journal.Halt;
import dev.okxguard.journal.Journal;
import dev.okxguard.journal.Record;
import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.Side;
import dev.okxguard.testing.Algos;
import dev.okxguard.testing.ManualTime;
import dev.okxguard.testing.Orders;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.WatchedTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A paper exchange on a clock of its own, and short words for what tests do and look at there.
final class Scene {
  static final String LOST = "lost-reply@POST:/trade/order";

  /// What became of orders cannot be read.
  static final String BLIND = "50026@GET:/trade/orderx*";

  /// Records after which a journal goes on in its next file.
  private static final int SEGMENT = 250;

  final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  final PaperDesk desk;
  private final Path home;

  Scene(Path home) {
    this.home = home;
    this.desk = new PaperDesk(home, time, 7);
  }

  /// One run of the program that meets these faults.
  <T> T run(Function<Gateway, T> work, String... faults) {
    return process(process -> work.apply(process.gateway()), faults);
  }

  <T> T process(Function<PaperDesk.Process, T> work, String... faults) {
    try (PaperDesk.Process process = desk.process(faults)) {
      return work.apply(process);
    }
  }

  /// A run of the program during which trading is halted, while it reads the account.
  PaperDesk.Process haltedWhileReading() {
    Halt halt = new Halt(desk.state());
    WatchedTransport transport =
        new WatchedTransport(
            desk.transport(List.of()),
            request -> {
              if (request.path().endsWith("/account/positions")) {
                halt.setAll("enough", time);
              }
            });
    return desk.process(transport, time, PaperDesk.TIMEOUT);
  }

  /// The limits of these lines.
  void limits(String... lines) {
    try {
      Files.writeString(home.resolve("guard.toml"), "[limits]\n" + String.join("\n", lines) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The last price times a factor, on a tick of 0.1.
  BigDecimal price(String instId, String factor) {
    return process(process -> process.exchange().quote(instId).orElseThrow())
        .last()
        .multiply(new BigDecimal(factor))
        .setScale(1, RoundingMode.DOWN);
  }

  /// Opens a leg of the swap with a stop below the market.
  PlaceRequest stopped(String key) {
    AttachedStop stop =
        new AttachedStop(
            Optional.empty(),
            Optional.empty(),
            Optional.of(price(Orders.SWAP, "0.97")),
            Optional.empty());
    PlaceRequest bare = Orders.swap(Side.BUY, "0.05", false, key);
    return new PlaceRequest(Orders.stopped(bare.draft(), stop), Optional.of(key));
  }

  /// A buy of spot below the market.
  PlaceRequest below(String factor, String key) {
    return Orders.limit(Side.BUY, "0.0002", price(Orders.PAIR, factor).toPlainString(), key);
  }

  /// Leaves such a buy resting and gives its id.
  String rest(String key) {
    return accepted(run(gateway -> gateway.place(below("0.99", key)))).ordId();
  }

  /// Leaves a buy that waits for a lower price and gives its id.
  String wait(String key) {
    return accepted(run(gateway -> gateway.placeAlgo(dip(key)))).ordId();
  }

  AlgoPlaceRequest dip(String key) {
    return Algos.dip(
        "0.0002",
        price(Orders.PAIR, "0.99").toPlainString(),
        price(Orders.PAIR, "0.989").toPlainString(),
        key);
  }

  /// Opens a long position past the guard.
  void hold(String contracts) {
    new Positions(desk, time).open(Positions.Kind.of(Positions.LINEAR + " cross net"), contracts);
  }

  static CancelRequest cancel(String ordId) {
    return new CancelRequest(Orders.PAIR, Optional.of(ordId), Optional.empty());
  }

  /// A new price for a resting order.
  static AmendRequest move(String ordId, BigDecimal px, String key) {
    return new AmendRequest(
        Orders.PAIR,
        Optional.of(ordId),
        Optional.empty(),
        Optional.empty(),
        Optional.of(px),
        false,
        Optional.of(key).filter(text -> !text.isEmpty()));
  }

  static CloseRequest close(String contracts, String key) {
    return new CloseRequest(
        Positions.LINEAR,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new CloseSize.Contracts(new BigDecimal(contracts)),
        false,
        Optional.of(key));
  }

  static Outcome.Accepted accepted(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return (Outcome.Accepted) outcome;
  }

  static List<String> codes(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Denied.class);
    return ((Outcome.Denied) outcome).denials().stream().map(denial -> denial.code()).toList();
  }

  /// The last record of that type.
  Record last(String type) {
    return desk.records().reversed().stream()
        .filter(record -> record.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  /// Fills the journal's file, so that the next record goes into another.
  void fillJournal() {
    try (Journal journal = Journal.open(desk.journal(), time)) {
      int missing = SEGMENT - (int) journal.head().seq();
      journal.appendAll(Collections.nCopies(missing, new Event.Note("test", "one more")));
    }
  }

  Path segment(int number) {
    return desk.journal().resolve(String.format("%08d.ndjson", number));
  }
}
