package dev.okxguard.processes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.Order;
import dev.okxguard.testing.Commands;
import dev.okxguard.testing.PaperDesk;
import dev.okxguard.testing.Processes;
import dev.okxguard.testing.Seed;
import dev.okxguard.testing.WallTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A batch that is killed on its way and run again.
class KilledBatchIT {
  private static final int ORDERS = 24;
  private static final int CRASHES = Integer.getInteger("batch.crashes", 1);

  @TempDir Path home;
  private Commands okx;
  private PaperDesk desk;

  @BeforeEach
  void open() {
    okx = new Commands(home, new WallTime());
    desk = new PaperDesk(home.resolve(".okx"), new WallTime(), 7);
    assertThat(okx.run("paper", "reset", "--seed", "7").code()).isZero();
    okx.file(
        ".okx/guard.toml",
        """
        [limits]
        max_orders_per_minute = 1000
        max_daily_trades = 1000
        max_open_orders = 1000
        repeat_limit = 0
        max_position_size = 100000
        max_total_ratio = 1
        price_collar = 0.5
        """);
  }

  @Test
  void eachLineIsOneOrderHoweverOftenItWasKilled() throws Exception {
    Path file = okx.file("orders.jsonl", lines());
    String[] line = {
      "--paper", "order", "batch", "--action", "place", "--orders", file.toString(), "--json"
    };
    Processes processes = Processes.packaged(home);
    Seed.check(
        (random, _) -> {
          for (int i = 0; i < CRASHES; i++) {
            int wanted = resting() + (random.nextBoolean() ? 1 : ORDERS - 3);
            Process process = processes.start("crash" + i, line).process();
            while (process.isAlive() && resting() < wanted) {
              process.waitFor(100, TimeUnit.MILLISECONDS);
            }
            process.destroyForcibly().waitFor();
          }
          Commands.Run last = okx.run(line);
          assertThat(last.code()).as(last.toString()).isZero();
          assertThat(last.json().at("/counts/accepted").asInt()).isEqualTo(ORDERS);
          assertThat(last.json().at("/counts/replayed").asInt()).isPositive();
        });
    assertThat(desk.accepted())
        .hasSize(ORDERS)
        .extracting(Order::sz)
        .as("every line has a size of its own")
        .doesNotHaveDuplicates();
    assertThat(desk.ledger().openIntents()).isEmpty();
    assertThat(okx.run("--paper", "audit", "verify").code()).isZero();
  }

  private int resting() {
    try (PaperDesk.Process process = desk.process()) {
      return process.exchange().pendingOrders().size();
    }
  }

  private String lines() {
    String last =
        okx.run("--paper", "market", "ticker", "BTC-USDT", "--json")
            .json()
            .at("/0/last")
            .asString();
    String px =
        new BigDecimal(last)
            .multiply(new BigDecimal("0.8"))
            .setScale(1, RoundingMode.DOWN)
            .toPlainString();
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < ORDERS; i++) {
      lines.append(
          "{\"instId\":\"BTC-USDT\",\"side\":\"buy\",\"px\":%s,\"sz\":0.%05d,\"intentId\":\"l%d\"}%n"
              .formatted(px, 20 + i, i));
    }
    return lines.toString();
  }
}
