package dev.okxguard.reconcile;

import dev.okxguard.model.Fault;
import dev.okxguard.model.InstType;
import dev.okxguard.model.PosSide;
import dev.okxguard.model.TdMode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What somebody says that the account holds.
///
/// Positions are complete: what is not declared should not be there. Balances are looked at only
/// where they are declared, by a spot pair's id, which means its base currency.
public record Declared(List<Row> rows) {
  public Declared {
    rows = List.copyOf(rows);
  }

  /// One leg or balance.
  ///
  /// @param mgnMode empty for the one leg of that instrument and side that there is, else cross
  /// @param pos contracts, negative only for a short of net mode; or an amount of base currency
  record Row(String instId, Optional<TdMode> mgnMode, PosSide posSide, BigDecimal pos) {

    /// Whether it is a balance: a spot pair without a margin mode.
    boolean balance() {
      boolean pair = InstType.byForm(instId) == InstType.SPOT;
      return pair && mgnMode.filter(mode -> mode != TdMode.CASH).isEmpty();
    }

    /// The base currency of a pair.
    String base() {
      return instId.substring(0, instId.indexOf('-'));
    }

    /// With direction.
    BigDecimal signed() {
      return posSide == PosSide.SHORT ? pos.negate() : pos;
    }

    /// The instrument or, of a balance, the currency.
    String about() {
      return balance() ? base() : instId;
    }

    /// Whether both say something about the same.
    boolean same(Row other) {
      boolean mode = mgnMode.isEmpty() || other.mgnMode.isEmpty() || mgnMode.equals(other.mgnMode);
      return about().equals(other.about()) && (balance() || (posSide == other.posSide && mode));
    }
  }

  /// Reads a JSON list of objects with `instId`, `posSide`, `mgnMode` and `pos`, or an object with
  /// that list as `positions`.
  ///
  /// @throws Fault USAGE for anything else. Says where, but never what: the text may be something
  ///   that was never meant to be shown
  public static Declared parse(String text) {
    return DeclaredReader.read(text);
  }

  /// What differs, in a stable order. Stops, open writes and pinned modes are looked at as well.
  public static List<Difference> compare(Declared declared, Actual actual, Demands demands) {
    Map<String, BigDecimal> cash = new TreeMap<>();
    Map<Leg, BigDecimal> legs = new TreeMap<>();
    for (Row row : declared.rows) {
      if (row.balance()) {
        cash.put(row.base(), row.pos());
      } else {
        legs.merge(leg(row, actual), row.signed(), BigDecimal::add);
      }
    }
    Amounts amounts = new Amounts(new Holdings(cash, legs), actual);
    List<Difference> found = new ArrayList<>();
    Set<Subject> known = legs.keySet().stream().map(Subject::leg).collect(Collectors.toSet());
    amounts.legs().forEach(it -> found.add(told(it, known)));
    amounts.cash(cash.keySet()).forEach(it -> found.add(explained(it, "")));
    found.addAll(new StopDifferences(actual, demands, Map.of()).all());
    SettingDifferences settings = new SettingDifferences(actual, demands);
    found.addAll(settings.intents());
    found.addAll(settings.pinned());
    return Comparison.sorted(found);
  }

  private static Leg leg(Row row, Actual actual) {
    List<Leg> there =
        actual.positions().stream()
            .filter(p -> !p.flat())
            .map(Leg::of)
            .filter(leg -> leg.instId().equals(row.instId()) && leg.posSide() == row.posSide())
            .filter(leg -> row.mgnMode().filter(mode -> mode != leg.mgnMode()).isEmpty())
            .distinct()
            .toList();
    return there.size() == 1
        ? there.getFirst()
        : new Leg(row.instId(), row.mgnMode().orElse(TdMode.CROSS), row.posSide(), "");
  }

  private static Difference told(Difference leg, Set<Subject> known) {
    return explained(leg, known.contains(leg.subject()) ? "" : "not declared");
  }

  private static Difference explained(Difference bare, String words) {
    return new Difference(
        bare.kind(), bare.severity(), bare.subject(), bare.expected(), bare.actual(), words);
  }
}
