package dev.okxguard.trade;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// One order cut into equal parts, each an order of its own. What was said is cut, not what it
/// comes to: the parts stay the same whatever prices do, so that a run can be taken up again.
public final class Tranches {
  private static final BigDecimal RATIO_STEP = new BigDecimal("0.00000001");

  private Tranches() {}

  /// The parts in their order: rounded down to what the instrument can be traded in, with the rest
  /// on the last. With a key they are KEY/1, KEY/2, ….
  ///
  /// @throws Fault USAGE when so many parts cannot be made
  public static List<PlaceRequest> of(PlaceRequest whole, int count, Instrument instrument) {
    BigDecimal total = amount(whole.size());
    BigDecimal step = step(whole, instrument);
    BigDecimal part = Decimals.floorTo(Decimals.divide(total, BigDecimal.valueOf(count)), step);
    BigDecimal last = total.subtract(part.multiply(BigDecimal.valueOf(count - 1L)));
    mustBeTradable(whole, part, last, instrument);
    return IntStream.rangeClosed(1, count)
        .mapToObj(number -> tranche(whole, number, count, number == count ? last : part))
        .toList();
  }

  private static PlaceRequest tranche(
      PlaceRequest whole, int number, int count, BigDecimal amount) {
    Size size = unit(whole.size()).apply(amount);
    BigDecimal sz = size instanceof Size.Exact ? amount : whole.draft().sz();
    return new PlaceRequest(
        whole.draft().sized(sz, whole.draft().tgtCcy()),
        size,
        whole.key().map(key -> key + "/" + number),
        whole.size().text() + " in " + count);
  }

  /// What can be told before any is sent; the rest shows when a part is sized.
  private static void mustBeTradable(
      PlaceRequest whole, BigDecimal part, BigDecimal last, Instrument instrument) {
    BigDecimal least = instrument.minSz();
    boolean counted = inLots(whole);
    if (part.signum() <= 0 || counted && part.compareTo(least) < 0) {
      throw new Fault(
          ExitCode.USAGE,
          "%s in so many parts is %s each; the least size of %s is %s"
              .formatted(
                  whole.size().text(),
                  Decimals.text(part),
                  instrument.instId(),
                  Worded.size(instrument, least)),
          "take fewer parts or a larger size");
    }
    boolean exact = whole.size() instanceof Size.Exact;
    if (counted && exact && !Decimals.isMultiple(last, instrument.lotSz())) {
      throw new Fault(
          ExitCode.USAGE,
          "sz must be a multiple of " + Decimals.text(instrument.lotSz()) + " to be split",
          "");
    }
  }

  /// Whether what was said counts the instrument's own lots.
  private static boolean inLots(PlaceRequest whole) {
    return switch (whole.size()) {
      case Size.Exact _ -> !whole.draft().quoteSized();
      case Size.Contracts _ -> true;
      case Size.Base _, Size.Usd _, Size.RiskShare _, Size.RiskUsd _ -> false;
    };
  }

  private static BigDecimal step(PlaceRequest whole, Instrument instrument) {
    if (inLots(whole)) {
      return instrument.lotSz();
    }
    return switch (whole.size()) {
      case Size.Exact _, Size.Contracts _ -> SizeUnit.step(instrument.quoteCcy());
      case Size.Base _ -> coinStep(instrument);
      case Size.Usd _, Size.RiskUsd _ -> SizeUnit.CENT;
      case Size.RiskShare _ -> RATIO_STEP;
    };
  }

  private static BigDecimal coinStep(Instrument instrument) {
    if (instrument.inverse()) {
      return SizeUnit.COIN_STEP;
    }
    return instrument.instType().contracts()
        ? instrument.lotSz().multiply(instrument.contractValue())
        : instrument.lotSz();
  }

  private static BigDecimal amount(Size size) {
    return switch (size) {
      case Size.Exact(var sz) -> sz;
      case Size.Contracts(var count) -> count;
      case Size.Base(var amount) -> amount;
      case Size.Usd(var amount) -> amount;
      case Size.RiskShare(var ratio) -> ratio;
      case Size.RiskUsd(var amount) -> amount;
    };
  }

  private static Function<BigDecimal, Size> unit(Size size) {
    return switch (size) {
      case Size.Exact _ -> Size.Exact::new;
      case Size.Contracts _ -> Size.Contracts::new;
      case Size.Base _ -> Size.Base::new;
      case Size.Usd _ -> Size.Usd::new;
      case Size.RiskShare _ -> Size.RiskShare::new;
      case Size.RiskUsd _ -> Size.RiskUsd::new;
    };
  }
}
