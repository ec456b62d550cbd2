package dev.okxguard.paper;

import static dev.okxguard.paper.Desk.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.testing.ManualTime;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// What the whole exchange does to positions while nobody looks, on prices that move by themselves.
class PaperRiskTest {
  private static final String SWAP = "BTC-USDT-SWAP";
  private static final String FUTURES = "BTC-USDT-270326";

  @TempDir Path directory;
  private final ManualTime time = ManualTime.at("2026-11-21T10:00:00Z");
  private PaperHome home;
  private PaperAdmin admin;
  private Desk desk;

  @BeforeEach
  void open() {
    home = Desk.home(directory);
    admin = new PaperAdmin(home, time);
    desk = new Desk(time, new PaperTransport(home, time, Faults.none()));
  }

  @AfterEach
  void close() {
    admin.close();
    desk.transport.close();
  }

  @Test
  void aMonthWithoutACommandSettlesNinetyFundings() {
    buy(SWAP, "cross", "0.1");
    time.advance(Duration.ofDays(30));
    BigDecimal paid = BigDecimal.ZERO;
    JsonNode bills = data("/api/v5/account/bills-archive?type=8");
    assertThat(bills.size()).isEqualTo(90);
    for (JsonNode bill : bills) {
      // 0.1 contracts of 0.01 BTC, of which a long pays a ten-thousandth
      BigDecimal fee = number(bill, "px").movePointLeft(7);
      assertThat(number(bill, "balChg")).isEqualByComparingTo(fee.negate());
      assertThat(Long.parseLong(bill.path("ts").asString()) % Duration.ofHours(8).toMillis())
          .isZero();
      paid = paid.add(fee);
    }
    JsonNode position = data("/api/v5/account/positions").get(0);
    assertThat(number(position, "fundingFee")).isEqualByComparingTo(paid.negate());
  }

  @Test
  void aFutureHeldOverItsExpiryIsDeliveredAtThePublishedPrice() {
    buy(FUTURES, "isolated", "1");
    time.jumpTo(Instant.parse("2027-04-01T00:00:00Z"));
    assertThat(data("/api/v5/account/positions").size()).isZero();
    JsonNode bill = data("/api/v5/account/bills?type=3").get(0);
    assertThat(bill.path("ts").asString())
        .isEqualTo("" + Instant.parse("2027-03-26T08:00:00Z").toEpochMilli());
    String family = "?instType=FUTURES&instFamily=BTC-USDT";
    JsonNode delivered = data("/api/v5/public/delivery-exercise-history" + family).get(0);
    assertThat(delivered.at("/details/0/insId").asString()).isEqualTo(FUTURES);
    assertThat(number(delivered.at("/details/0"), "px")).isEqualByComparingTo(number(bill, "px"));
    assertThat(data("/api/v5/public/instruments" + family).get(0).path("state").asString())
        .isEqualTo("expired");
  }

  @Test
  void aLiquidationIsOnRecordForTheNextProcess() {
    buy(SWAP, "isolated", "0.1");
    BigDecimal liqPx = number(data("/api/v5/account/positions").get(0), "liqPx");
    BigDecimal below = liqPx.subtract(BigDecimal.ONE).setScale(0, RoundingMode.DOWN);
    admin.setPrice(SWAP, below, Optional.empty(), Optional.empty());
    time.advance(Duration.ofSeconds(1));
    assertThat(admin.status().positions()).isZero();
    desk.transport.close();
    desk = new Desk(time, new PaperTransport(home, time, Faults.none()));
    JsonNode closed = data("/api/v5/account/positions-history").get(0);
    assertThat(closed.path("type").asString()).isEqualTo("3");
    assertThat(number(closed, "triggerPx")).isEqualByComparingTo(below);
  }

  private void buy(String instId, String tdMode, String sz) {
    String body =
        "{\"instId\":\"%s\",\"tdMode\":\"%s\",\"side\":\"buy\",\"ordType\":\"market\",\"sz\":\"%s\"}"
            .formatted(instId, tdMode, sz);
    JsonNode answer = json(desk.post("/api/v5/trade/order", body));
    assertThat(answer.at("/data/0/sCode").asString()).as(answer.toString()).isEqualTo("0");
  }

  private JsonNode data(String target) {
    JsonNode answer = json(desk.get(target));
    assertThat(answer.path("code").asString()).as(target).isEqualTo("0");
    return answer.path("data");
  }

  private static BigDecimal number(JsonNode row, String field) {
    return new BigDecimal(row.path(field).asString());
  }
}
