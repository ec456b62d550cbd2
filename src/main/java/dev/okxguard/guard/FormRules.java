package dev.okxguard.guard;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.InstType;
import dev.okxguard.model.Instrument;
import dev.okxguard.model.OrderDraft;
import dev.okxguard.model.Valuation;
import java.math.BigDecimal;
import java.util.Optional;

/// Whether size and price are ones the instrument has at all. They bind exits too, since OKX would
/// refuse the order; without the instrument's record an exit passes.
final class FormRules {
  private FormRules() {}

  /// Size: positive, a multiple of the lot, within the instrument's own bounds.
  record Size() implements Rule {
    @Override
    public String name() {
      return "size";
    }

    @Override
    public String limit(Policy policy) {
      return "lot, least and greatest size of the instrument";
    }

    @Override
    public boolean bindsExits() {
      return true;
    }

    @Override
    public Finding look(Situation order) {
      OrderDraft draft = order.draft();
      String value = Decimals.text(draft.sz());
      if (draft.sz().signum() <= 0) {
        return new Finding.Beyond("SIZE", value, "sz must be positive");
      }
      if (otherUnit(order)) {
        return new Finding.Beyond(
            "SIZE_UNIT",
            draft.tgtCcy(),
            "OKX ignores tgtCcy for margin: a market buy counts quote currency, all else base");
      }
      return fault(order)
          .<Finding>map(message -> new Finding.Beyond("SIZE", value, message))
          .orElseGet(() -> new Finding.Within(value));
    }

    /// A size in a currency that OKX would take for another; an exit is bounded all the same.
    private static boolean otherUnit(Situation order) {
      boolean margin = Situation.tradedAs(order.draft(), order.facts()) == InstType.MARGIN;
      return margin && !order.draft().tgtCcy().isEmpty() && order.exposure().entry();
    }

    private static Optional<String> fault(Situation order) {
      return (order.draft().quoteSized() ? tooLittle(order) : step(order))
          .or(() -> tooLarge(order));
    }

    /// What a size in quote currency buys or sells is bounded from below, too.
    private static Optional<String> tooLittle(Situation order) {
      BigDecimal least = order.instrument().minSz();
      BigDecimal base = Decimals.divide(order.draft().sz(), Worth.market(order));
      return base.compareTo(least) >= 0
          ? Optional.empty()
          : Optional.of(
              "sz must be worth at least "
                  + Decimals.text(least)
                  + " "
                  + order.instrument().baseCcy());
    }

    private static Optional<String> step(Situation order) {
      Instrument instrument = order.instrument();
      BigDecimal size = order.draft().sz();
      if (size.compareTo(instrument.minSz()) < 0) {
        return Optional.of("sz must be at least " + Decimals.text(instrument.minSz()));
      }
      if (!Decimals.isMultiple(size, instrument.lotSz())) {
        BigDecimal below = Decimals.floorTo(size, instrument.lotSz());
        return Optional.of(
            "sz must be a multiple of "
                + Decimals.text(instrument.lotSz())
                + ", for example "
                + Decimals.text(below));
      }
      return Optional.empty();
    }

    private static Optional<String> tooLarge(Situation order) {
      Instrument instrument = order.instrument();
      boolean priced = order.draft().ordType().priced();
      Optional<BigDecimal> most = priced ? instrument.maxLmtSz() : instrument.maxMktSz();
      if (most.isEmpty() || measured(order).compareTo(most.get()) <= 0) {
        return Optional.empty();
      }
      String unit = priced || instrument.instType().contracts() ? "" : " " + instrument.quoteCcy();
      return Optional.of("one order takes at most " + Decimals.text(most.get()) + unit);
    }

    /// Market orders of spot are bounded by their value, all others by their size.
    private static BigDecimal measured(Situation order) {
      OrderDraft draft = order.draft();
      boolean byValue = !draft.ordType().priced() && !draft.instType().contracts();
      return byValue && !draft.quoteSized()
          ? Valuation.value(order.instrument(), draft.sz(), Worth.market(order))
          : draft.sz();
    }
  }

  /// Price: positive and on the tick.
  record Tick() implements Rule {
    @Override
    public String name() {
      return "tick";
    }

    @Override
    public String limit(Policy policy) {
      return "price step of the instrument";
    }

    @Override
    public boolean bindsExits() {
      return true;
    }

    @Override
    public Finding look(Situation order) {
      if (!order.draft().ordType().priced()) {
        return order.draft().instType() == InstType.OPTION
            ? new Finding.Beyond("PRICE", "", "options take no market orders; give a px")
            : new Finding.Skipped("no limit price");
      }
      Optional<BigDecimal> price = order.draft().px();
      if (price.isEmpty() || price.get().signum() <= 0) {
        return new Finding.Beyond("PRICE", "", "this order type needs a positive px");
      }
      BigDecimal step = order.instrument().tickSz();
      String value = Decimals.text(price.get());
      return Decimals.isMultiple(price.get(), step)
          ? new Finding.Within(value)
          : new Finding.Beyond(
              "PRICE",
              value,
              "px must be a multiple of "
                  + Decimals.text(step)
                  + ", for example "
                  + Decimals.text(Decimals.floorTo(price.get(), step)));
    }
  }
}
