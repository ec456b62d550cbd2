package dev.okxguard.trade;

import static dev.okxguard.trade.Scales.linear;
import static dev.okxguard.trade.Scales.num;
import static dev.okxguard.trade.Scales.order;
import static dev.okxguard.trade.Scales.some;
import static org.assertj.core.api.Assertions.assertThat;

import dev.okxguard.model.AttachedStop;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.PriceType;
import dev.okxguard.model.Side;
import dev.okxguard.model.Size;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A key is kept for good, so the fingerprint of what it was used for must never change.
class DigestTest {
  private static final OrderDraft DRAFT = order(linear(), Side.BUY, "50000", "53000", "49000");

  @Test
  void anExactOrderKeepsTheFingerprintItAlwaysHad() {
    String parts = "BTC-USDT-SWAP\ncross\nbuy\nnet\nlimit\n1.5\n50000\nfalse\n\n53000,,49000,";
    assertThat(Digest.of(DRAFT.sized(num("1.50"), ""))).isEqualTo(Digest.sha256(List.of(parts)));
  }

  @Test
  void eachUnitIsAnotherOrderAndEachSpellingTheSame() {
    List<Size> all =
        List.of(
            new Size.Exact(num("1")),
            new Size.Contracts(num("1")),
            new Size.Base(num("1")),
            new Size.Usd(num("1")),
            new Size.RiskShare(num("1")),
            new Size.RiskUsd(num("1")));
    assertThat(all.stream().map(size -> Digest.of(DRAFT, size))).doesNotHaveDuplicates();
    assertThat(Digest.of(DRAFT, new Size.Usd(num("50.00"))))
        .isEqualTo(Digest.of(DRAFT, new Size.Usd(num("50"))));
  }

  @Test
  void aTriggerOnAnotherPriceIsAnotherOrder() {
    Size size = new Size.Exact(num("1"));
    assertThat(
            List.of(
                Digest.of(DRAFT, size),
                Digest.of(watching(PriceType.MARK, PriceType.LAST), size),
                Digest.of(watching(PriceType.LAST, PriceType.MARK), size),
                Digest.of(watching(PriceType.LAST, PriceType.INDEX), size)))
        .doesNotHaveDuplicates();
  }

  private static OrderDraft watching(PriceType target, PriceType stop) {
    return new OrderDraft(
        DRAFT.instType(),
        DRAFT.instId(),
        DRAFT.tdMode(),
        DRAFT.side(),
        DRAFT.posSide(),
        DRAFT.ordType(),
        DRAFT.sz(),
        DRAFT.px(),
        false,
        "",
        Optional.of(
            new AttachedStop(
                some("53000"), Optional.empty(), some("49000"), Optional.empty(), target, stop)));
  }
}
