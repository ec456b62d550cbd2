package dev.okxguard.reconcile;

import dev.okxguard.model.InstType;
import dev.okxguard.model.Order;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Finds orders in lists, newest first, of several types side by side. Most orders fill at once, so
/// that the newest of a list are those that are looked for.
final class OrderSearch {
  private final Instant since;
  private final int few;
  private final Map<String, InstType> missing = new ConcurrentHashMap<>();

  /// @param wanted instruments by order id
  /// @param since what was created earlier is looked for in lists no longer where so few are
  ///   missing
  OrderSearch(Map<String, String> wanted, Instant since, int few) {
    this.since = since;
    this.few = few;
    wanted.forEach((id, instId) -> missing.put(id, InstType.byForm(instId)));
  }

  /// Whether that list of one type needs no further reading, asked after each page.
  Predicate<List<Order>> enough(InstType type) {
    InstType form = type == InstType.MARGIN ? InstType.SPOT : type;
    return new Predicate<>() {
      private int looked;

      @Override
      public boolean test(List<Order> read) {
        for (; looked < read.size(); looked++) {
          missing.remove(read.get(looked).ordId());
        }
        long left = missing.values().stream().filter(form::equals).count();
        boolean older = !read.isEmpty() && read.getLast().created().isBefore(since);
        return left == 0 || (older && left <= few);
      }
    };
  }
}
