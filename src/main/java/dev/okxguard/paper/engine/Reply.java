package dev.okxguard.paper.engine;

import dev.okxguard.paper.Result;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The answer of an order endpoint: each item has its own verdict, the envelope's code says whether
/// all (0), none (1) or some (2) went through.
final class Reply {
  private static final int MOST = 20;

  /// What orders are asked to do: the refusal of too many at once, and what an item echoes besides
  /// its ids.
  enum Act {
    PLACE("51111", 200, "tag"),
    AMEND("51501", 400, "reqId"),
    CANCEL("51406", 400, "");

    private final String tooMany;
    private final int status;
    private final String echoed;

    Act(String tooMany, int status, String echoed) {
      this.tooMany = tooMany;
      this.status = status;
      this.echoed = echoed;
    }
  }

  /// What one item of a request did.
  ///
  /// @param ordId "" when refused
  record Item(String ordId, String clOrdId, String message, Row more) {}

  private Reply() {}

  /// Runs one item.
  static Result single(Session session, Act act, JsonNode body, Function<Fields, Item> work) {
    if (!body.isObject()) {
      throw Refused.because("50002", "Body is not valid JSON").status(400);
    }
    return answer(List.of(item(session.now(), act, new Fields(body), work)));
  }

  /// Runs up to 20 items, one after the other.
  static Result batch(Session session, Act act, JsonNode body, Function<Fields, Item> work) {
    if (!body.isArray() || body.isEmpty()) {
      throw Refused.because("50002", "Body is not valid JSON").status(400);
    }
    if (body.size() > MOST) {
      throw Refused.because(act.tooMany, "More than 20 orders in one request").status(act.status);
    }
    return answer(
        body.valueStream().map(node -> item(session.now(), act, new Fields(node), work)).toList());
  }

  private static ObjectNode item(Instant now, Act act, Fields body, Function<Fields, Item> work) {
    try {
      Item done = work.apply(body);
      return row(done.more(), now)
          .text("clOrdId", done.clOrdId())
          .text("ordId", done.ordId())
          .text("sCode", "0")
          .text("sMsg", done.message())
          .build();
    } catch (Refused refused) {
      return row(echo(act, body), now)
          .text("sCode", refused.code())
          .text("sMsg", refused.getMessage())
          .text("subCode", refused.subCode())
          .build();
    }
  }

  private static Row row(Row more, Instant now) {
    return more.blank("subCode").time("ts", now);
  }

  private static Row echo(Act act, Fields body) {
    Row row =
        new Row()
            .text("clOrdId", body.textOrEmpty("clOrdId"))
            .text("ordId", body.textOrEmpty("ordId"));
    return act.echoed.isEmpty() ? row : row.text(act.echoed, body.textOrEmpty(act.echoed));
  }

  private static Result answer(List<ObjectNode> items) {
    long good = items.stream().filter(item -> item.path("sCode").asString().equals("0")).count();
    ArrayNode data = JsonNodeFactory.instance.arrayNode().addAll(items);
    if (good == items.size()) {
      return new Result(200, "0", "", data, true);
    }
    return good == 0
        ? new Result(200, "1", "All operations failed", data, true)
        : new Result(200, "2", "Bulk operation partially succeeded.", data, true);
  }
}
