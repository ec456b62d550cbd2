package dev.okxguard.paper.engine;

import dev.okxguard.model.Decimals;
import dev.okxguard.model.Instrument;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// OKX's rules for several take-profits on one order, each over a part of it.
final class SplitRules {
  private static final int TAKE_PROFITS = 10;

  private SplitRules() {}

  static void pass(Terms terms, Instrument instrument) {
    List<Attached> all = terms.attached();
    List<Attached> profits = all.stream().filter(element -> element.tp().isPresent()).toList();
    boolean split = all.size() > 1;
    if (split) {
      refuse(!instrument.instType().contracts(), "51077", "Spot orders can't carry several TP/SL.");
      refuse(
          all.stream().anyMatch(SplitRules::both), "51076", "TP and SL need their own elements.");
      refuse(profits.size() > TAKE_PROFITS, "51079", "No more than 10 TPs on one order.");
      refuse(all.size() - profits.size() > 1, "51084", "No more than 1 SL on one order.");
      boolean unsized = profits.stream().anyMatch(element -> element.sz().isEmpty());
      refuse(
          profits.size() > 1 && unsized, "51089", "The size of each of several TPs must be given.");
    }
    refuseSizes(terms, instrument, profits);
    List<Target> targets = profits.stream().flatMap(element -> element.tp().stream()).toList();
    refuse(
        distinct(targets.stream().map(target -> Decimals.text(target.triggerPx())))
            < targets.size(),
        "51081",
        "TP trigger prices of one order must differ.");
    refuse(
        distinct(targets.stream().map(Target::type)) > 1,
        "51080",
        "TP trigger price types of one order must be the same.");
  }

  private static void refuseSizes(Terms terms, Instrument instrument, List<Attached> profits) {
    List<BigDecimal> sizes = profits.stream().map(Attached::sz).flatMap(Optional::stream).toList();
    boolean odd = sizes.stream().anyMatch(sz -> !Decimals.isMultiple(sz, instrument.lotSz()));
    refuse(odd, "51121", "Order quantity must be a multiple of the lot size.");
    BigDecimal sum = sizes.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    refuse(
        !sizes.isEmpty() && sum.compareTo(terms.sz()) != 0,
        "51083",
        "The TPs must add up to the order's size.");
  }

  private static boolean both(Attached element) {
    return element.tp().isPresent() && element.sl().isPresent();
  }

  private static long distinct(Stream<?> values) {
    return values.distinct().count();
  }

  private static void refuse(boolean broken, String code, String message) {
    if (broken) {
      throw Refused.because(code, message);
    }
  }
}
