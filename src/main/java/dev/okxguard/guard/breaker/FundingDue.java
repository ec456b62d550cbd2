package dev.okxguard.guard.breaker;

import dev.okxguard.model.Bill;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

/// What one settlement of funding took from or gave to the legs of a contract, in both position
/// modes. Bills do not say which side they are for.
///
/// @param bills of one contract, that fell due together
record FundingDue(List<Bill> bills) {
  /// A longer leg pays or gets more. Where that does not tell legs apart, each is counted as if it
  /// had paid what any of them did.
  void share(List<LegTrips> standing) {
    List<LegTrips> legs = standing.stream().sorted(Comparator.comparing(FundingDue::size)).toList();
    if (legs.size() == 1) {
      legs.getFirst().fund(sum(bills));
    } else if (told(legs)) {
      List<Bill> paid =
          bills.stream().sorted(Comparator.comparing(bill -> bill.pnl().abs())).toList();
      for (int i = 0; i < legs.size(); i++) {
        legs.get(i).fund(paid.get(i).pnl());
      }
    } else {
      BigDecimal worst = sum(bills.stream().filter(bill -> bill.pnl().signum() < 0).toList());
      legs.forEach(leg -> leg.fund(worst));
    }
  }

  private boolean told(List<LegTrips> legs) {
    return legs.size() == bills.size()
        && legs.stream()
                .map(FundingDue::size)
                .map(BigDecimal::stripTrailingZeros)
                .distinct()
                .count()
            == legs.size();
  }

  private static BigDecimal size(LegTrips leg) {
    return leg.open().held().abs();
  }

  private static BigDecimal sum(List<Bill> bills) {
    return bills.stream().map(Bill::pnl).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
