package dev.okxguard.reconcile;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What moved one leg or one currency without being ours: the newest changes one by one, the rest
/// summed up.
///
/// @param newest oldest first, at most [#KEPT]
/// @param rest what the older ones add up to
/// @param more how many those are
/// @param others whose those are
record Strange(List<Item> newest, BigDecimal rest, int more, Set<Whose> others) {
  /// How many changes are kept one by one.
  static final int KEPT = 20;

  static final Strange NOTHING = new Strange(List.of(), BigDecimal.ZERO, 0, Set.of());

  private static final Comparator<Item> AGE =
      Comparator.comparing(Item::at).thenComparing(Item::id);

  Strange {
    newest = List.copyOf(newest);
    rest = rest.stripTrailingZeros();
    others = Collections.unmodifiableSet(new TreeSet<>(others));
  }

  /// One change; the fills of one order are one.
  ///
  /// @param at when it last moved
  /// @param id what tells it from others, fit to be shown: `order 123`
  /// @param amount contracts with direction, or an amount of the currency
  record Item(Instant at, Whose whose, String id, BigDecimal amount) {
    Item {
      amount = amount.stripTrailingZeros();
    }

    private Item plus(Item later) {
      Instant last = later.at.isAfter(at) ? later.at : at;
      return new Item(last, whose, id, amount.add(later.amount));
    }

    private boolean continues(Item other) {
      return id.equals(other.id) && whose == other.whose;
    }
  }

  /// All of it.
  BigDecimal sum() {
    return newest.stream().map(Item::amount).reduce(rest, BigDecimal::add);
  }

  /// Whether any of it is that one's doing.
  boolean by(Whose whose) {
    return others.contains(whose) || newest.stream().anyMatch(item -> item.whose == whose);
  }

  Strange plus(Item item) {
    List<Item> items = new ArrayList<>(newest);
    Item whole = item;
    for (Item known : newest) {
      if (known.continues(item)) {
        items.remove(known);
        whole = known.plus(item);
      }
    }
    items.add(whole);
    items.sort(AGE);
    if (items.size() <= KEPT) {
      return new Strange(items, rest, more, others);
    }
    Item oldest = items.removeFirst();
    Set<Whose> all = new TreeSet<>(others);
    all.add(oldest.whose);
    return new Strange(items, rest.add(oldest.amount), more + 1, all);
  }
}
