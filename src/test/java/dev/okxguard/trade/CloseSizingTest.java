package dev.okxguard.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.Position;
import dev.okxguard.model.TdMode;
import dev.okxguard.testing.Seed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How many contracts a close takes off.
class CloseSizingTest {
  @ParameterizedTest
  @CsvSource({
    "10, 9.5, 9.5, 'what remains, 0.5, is below the least order'",
    "10, 9, 9, ''",
    "10, 1, 1, ''",
    "300, 100, 100, ''",
    "-10, 9.55, 9.5, 'what remains, 0.5, is below the least order'",
    "10, 12, 10, '12 was asked for, only 10 is held'",
    "10, 10, 10, ''"
  })
  void theSizeIsOnTheLotAndNeverAboveWhatIsHeld(
      String held, String asked, String sz, String remark) {
    CloseSizing.Sized sized =
        sizing(InstType.SWAP, held).of(new CloseSize.Contracts(new BigDecimal(asked)));
    assertThat(sized.sz()).isEqualByComparingTo(sz);
    assertThat(sized.remark())
        .startsWith(remark)
        .matches(said -> said.isEmpty() == remark.isEmpty(), "says nothing more");
  }

  @ParameterizedTest
  @CsvSource({
    "SWAP, 10, 0.9, below the least of 1",
    "SWAP, 300, 101, at most 100 at market",
    "MARGIN, 10, 5, closed whole",
    "OPTION, 10, 5, closed whole"
  })
  void whatNoOrderCanTakeOffIsRefused(InstType type, String held, String asked, String why) {
    assertThatThrownBy(() -> sizing(type, held).of(new CloseSize.Contracts(new BigDecimal(asked))))
        .hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource({
    "SWAP, 10, true",
    "FUTURES, 100, true",
    "SWAP, 100.5, false",
    "SWAP, 0.5, false",
    "SWAP, 10.25, false",
    "MARGIN, 10, false",
    "OPTION, 10, false"
  })
  void aWholeLegGoesByAnOrderOnlyWhereOneFits(InstType type, String held, boolean order) {
    CloseSizing sizing = sizing(type, held);
    BigDecimal sz = sizing.of(new CloseSize.Whole()).sz();
    assertThat(sz).isEqualByComparingTo(held);
    assertThat(sizing.byOrder(sz)).isEqualTo(order);
  }

  @Test
  void noPartIsLargerThanAskedOrHeld() throws Exception {
    Seed.check(
        (random, seed) -> {
          for (int i = 0; i < 500; i++) {
            BigDecimal held = BigDecimal.valueOf(random.nextInt(20, 2_000), 1);
            BigDecimal ratio = BigDecimal.valueOf(random.nextInt(1, 1_001), 3);
            BigDecimal wanted = held.multiply(ratio);
            if (wanted.compareTo(BigDecimal.TWO) < 0
                || wanted.compareTo(new BigDecimal("99")) > 0) {
              continue;
            }
            BigDecimal sz =
                sizing(InstType.SWAP, Decimals.text(held)).of(new CloseSize.Ratio(ratio)).sz();
            assertThat(sz).isPositive().isLessThanOrEqualTo(wanted);
            assertThat(wanted.subtract(sz)).isLessThan(new BigDecimal("0.5"));
          }
        });
  }

  /// Lot 0.5, least 1, at market at most 100.
  private static CloseSizing sizing(InstType type, String held) {
    Position leg =
        new Position(
            type,
            "X-USDT-SWAP",
            TdMode.CROSS,
            PosSide.NET,
            new BigDecimal(held),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "USDT",
            "1",
            Instant.EPOCH);
    Instrument instrument =
        new Instrument(
            InstType.SWAP,
            "X-USDT-SWAP",
            "X-USDT",
            "",
            "",
            "USDT",
            false,
            Optional.of(BigDecimal.ONE),
            Optional.of(BigDecimal.ONE),
            "X",
            new BigDecimal("0.1"),
            new BigDecimal("0.5"),
            BigDecimal.ONE,
            Optional.of(BigDecimal.TEN),
            Optional.of(new BigDecimal("1000")),
            Optional.of(new BigDecimal("100")),
            "live",
            "4");
    return new CloseSizing(leg, Optional.of(instrument));
  }
}
