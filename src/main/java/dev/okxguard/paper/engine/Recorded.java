package dev.okxguard.paper.engine;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// What goes on an account's record: what has happened, once, and orders at each of their changes.
/// On disk a line each, `{"order":{…}}`.
sealed interface Recorded
    permits OwnOrder, Algo, Trade, Bill, Legs.Closed, FundingAccount.Transfer {

  Map<String, Class<? extends Recorded>> KINDS =
      Map.of(
          "order", OwnOrder.class,
          "algo", Algo.class,
          "trade", Trade.class,
          "bill", Bill.class,
          "closed", Legs.Closed.class,
          "transfer", FundingAccount.Transfer.class);

  private String kind() {
    return switch (this) {
      case OwnOrder _ -> "order";
      case Algo _ -> "algo";
      case Trade _ -> "trade";
      case Bill _ -> "bill";
      case Legs.Closed _ -> "closed";
      case FundingAccount.Transfer _ -> "transfer";
    };
  }

  /// One line for each.
  static List<byte[]> lines(List<Recorded> rows) {
    List<byte[]> lines = new ArrayList<>();
    for (Recorded row : rows) {
      lines.add(Saved.MAPPER.writeValueAsBytes(Map.of(row.kind(), row)));
    }
    return lines;
  }

  /// Gives the rows of those lines, in order.
  ///
  /// @return how many there were
  /// @throws IllegalArgumentException when one is damaged
  static long read(InputStream lines, Consumer<Recorded> each) {
    long count = 0;
    try (JsonParser in = Saved.MAPPER.createParser(lines)) {
      while (in.nextToken() != null) {
        each.accept(row(in));
        count++;
      }
    } catch (JacksonException | IllegalArgumentException damaged) {
      throw Saved.damaged(damaged);
    }
    return count;
  }

  private static Recorded row(JsonParser in) {
    String kind = Optional.ofNullable(in.nextName()).orElse("");
    Class<? extends Recorded> type = KINDS.get(kind);
    if (type == null) {
      throw new IllegalArgumentException("a line of no known kind: " + kind);
    }
    in.nextToken();
    Recorded row = in.readValueAs(type);
    if (row == null || in.nextToken() != JsonToken.END_OBJECT) {
      throw new IllegalArgumentException("a line that does not end");
    }
    return row;
  }
}
