package dev.okxguard.paper.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Opened, modified, added to, reduced and closed, as a command line and as a trading library do
/// it: at every step positions and averages are those of the fills, and in the end not a digit of
/// money has come or gone but by profit and fees.
class LifeCycleReplayTest {
  @TempDir Path directory;
  private Exchange exchange;
  private Books books;

  @BeforeEach
  void open() throws Exception {
    exchange = Exchange.open(directory);
    exchange.fund("BTC", "1");
    books = new Books(exchange);
    price("90000");
  }

  @AfterEach
  void close() {
    exchange.close();
  }

  static Stream<Leg> legs() {
    return Stream.of(Manner.COMMAND_LINE, Manner.LIBRARY)
        .flatMap(
            manner ->
                Stream.of("BTC-USDT-SWAP", "BTC-USD-SWAP")
                    .flatMap(
                        instId ->
                            Stream.of("cross", "isolated")
                                .flatMap(
                                    mode ->
                                        Stream.of(
                                            new Leg(manner, instId, mode, false, true),
                                            new Leg(manner, instId, mode, false, false),
                                            new Leg(manner, instId, mode, true, true),
                                            new Leg(manner, instId, mode, true, false)))));
  }

  @ParameterizedTest
  @MethodSource("legs")
  void aPositionsLifeConservesEveryDigit(Leg leg) throws Exception {
    String up = leg.rises() ? "91500.3" : "88499.7";
    String down = leg.rises() ? "89499.9" : "90500.1";
    play(leg, leg.settings());
    play(leg, leg.open("limit", 3, leg.rises() ? "89000" : "91000"));
    play(leg, leg.amend(5, leg.rises() ? "89500" : "90500"));
    price(down);
    books.agree(leg);
    play(leg, leg.open("market", 2, ""));
    books.agree(leg);
    price(up);
    play(leg, leg.reduce("limit", 1, leg.rises() ? "93000" : "87000"));
    play(leg, leg.cancel());
    play(leg, leg.reduce("market", 3, ""));
    books.agree(leg);
    price(down);
    play(leg, leg.close());
    books.agree(leg);
    books.conserve(leg.ccy());
    assertThat(books.position(leg)).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = Manner.class,
      names = {"COMMAND_LINE", "LIBRARY"})
  void spotTradesConserveEveryDigit(Manner manner) throws Exception {
    Spot spot = new Spot(manner);
    play(spot.limit("buy", "0.01", "89000"));
    play(spot.amend("0.0123", "89700"));
    price("89699.9");
    play(spot.market("buy"));
    play(spot.limit("sell", "0.005", "92000"));
    play(spot.amend("0.0051", "91000.1"));
    price("91000.2");
    play(spot.market("sell"));
    play(spot.limit("sell", "0.002", "95000"));
    play(spot.cancel());
    books.conserve("BTC");
    books.conserve("USDT");
    books.ordersAreTheirFills("SPOT");
  }

  private void price(String px) {
    for (String instId : new String[] {"BTC-USDT", "BTC-USDT-SWAP", "BTC-USD-SWAP"}) {
      exchange.price(instId, px);
    }
  }

  private void play(Leg leg, String script) throws Exception {
    books.remember(new Replay(exchange, leg.manner()).play(books.named(script)));
  }

  private void play(String script) throws Exception {
    books.remember(new Replay(exchange, Manner.LIBRARY).play(books.named(script)));
  }
}
