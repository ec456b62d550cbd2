package dev.okxguard.trade;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.ExitCode;
import dev.okxguard.model.Fault;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.Position;
import java.math.BigDecimal;
import java.util.Optional;

/// How many contracts go: what was asked for, on the lot, never more than is held.
///
/// @param instrument empty when it could not be read; then only what needs no lot can be sized
record CloseSizing(Position leg, Optional<Instrument> instrument) {

  /// @param remark what there is to know about the size, "" when nothing
  record Sized(BigDecimal sz, String remark) {}

  /// @throws Fault USAGE when that much cannot be closed by an order, UNREACHABLE when it cannot be
  ///   told
  Sized of(CloseSize size) {
    BigDecimal held = leg.pos().abs();
    return switch (size) {
      case CloseSize.Whole _ -> new Sized(held, "");
      case CloseSize.Contracts contracts when contracts.sz().compareTo(held) >= 0 ->
          new Sized(held, capped(contracts.sz(), held));
      case CloseSize.Contracts contracts -> part(held, onLot(contracts.sz()));
      case CloseSize.Ratio ratio when ratio.ratio().compareTo(BigDecimal.ONE) >= 0 ->
          new Sized(held, "");
      case CloseSize.Ratio ratio -> part(held, onLot(held.multiply(ratio.ratio()), lot()));
    };
  }

  private static String capped(BigDecimal asked, BigDecimal held) {
    return Decimals.same(asked, held)
        ? ""
        : Decimals.text(asked) + " was asked for, only " + Decimals.text(held) + " is held";
  }

  private BigDecimal onLot(BigDecimal size) {
    return instrument.map(known -> onLot(size, known.lotSz())).orElse(size);
  }

  private static BigDecimal onLot(BigDecimal size, BigDecimal lot) {
    return Decimals.floorTo(size, lot);
  }

  private BigDecimal lot() {
    return instrument
        .map(Instrument::lotSz)
        .orElseThrow(
            () ->
                new Fault(
                    ExitCode.UNREACHABLE,
                    "the lot size of " + leg.instId() + " could not be read, which a part needs",
                    "nothing was sent; repeat it, or close the whole leg or --sz contracts"));
  }

  private Sized part(BigDecimal held, BigDecimal sz) {
    if (!byOrder(leg)) {
      throw refused("a position of type " + leg.instType() + " is closed whole or by orders");
    }
    if (sz.signum() <= 0 || instrument.stream().anyMatch(i -> sz.compareTo(i.minSz()) < 0)) {
      throw refused(
          "the part comes to "
              + Decimals.text(sz)
              + instrument.map(i -> ", below the least of " + Decimals.text(i.minSz())).orElse(""));
    }
    Optional<BigDecimal> most = instrument.flatMap(Instrument::maxMktSz);
    if (most.isPresent() && sz.compareTo(most.get()) > 0) {
      throw refused(
          "OKX takes at most " + Decimals.text(most.get()) + " at market; close it in turns");
    }
    return new Sized(sz, remainder(held.subtract(sz)));
  }

  private String remainder(BigDecimal left) {
    boolean dust = instrument.stream().anyMatch(i -> left.compareTo(i.minSz()) < 0);
    return dust
        ? "what remains, "
            + Decimals.text(left)
            + ", is below the least order; okx order close without a size takes it off"
        : "";
  }

  private Fault refused(String message) {
    return new Fault(
        ExitCode.USAGE,
        message,
        "nothing was sent; held is " + Decimals.text(leg.pos().abs()) + " on " + leg.instId());
  }

  /// Whether an order of exactly the size can serve, rather than OKX's own close of all of the leg.
  boolean byOrder(BigDecimal sz) {
    boolean fits =
        instrument.isPresent()
            && instrument.stream()
                .allMatch(
                    i ->
                        Decimals.isMultiple(sz, i.lotSz())
                            && sz.compareTo(i.minSz()) >= 0
                            && i.maxMktSz().stream().allMatch(most -> sz.compareTo(most) <= 0));
    return byOrder(leg) && fits;
  }

  private static boolean byOrder(Position leg) {
    return leg.instType() == InstType.SWAP || leg.instType() == InstType.FUTURES;
  }
}
