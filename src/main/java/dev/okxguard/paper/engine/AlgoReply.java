package dev.okxguard.paper.engine;

import dev.okxguard.paper.Result;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The answer of an algo endpoint: items with their own verdicts, as orders have, but without
/// times.
final class AlgoReply {
  private static final int MOST = 10;

  private AlgoReply() {}

  /// Runs one item; the row it gives names the algo order.
  static Result single(JsonNode body, Function<Fields, Row> work) {
    if (!body.isObject()) {
      throw Refused.because("50002", "Body is not valid JSON").status(400);
    }
    return answer(List.of(item(new Fields(body), work)));
  }

  /// Runs up to 10 items, one after the other.
  static Result batch(JsonNode body, Function<Fields, Row> work) {
    if (!body.isArray() || body.isEmpty()) {
      throw Refused.because("50002", "Body is not valid JSON").status(400);
    }
    if (body.size() > MOST) {
      throw Refused.because("51406", "More than 10 algos in one request").status(400);
    }
    return answer(body.valueStream().map(node -> item(new Fields(node), work)).toList());
  }

  /// How an answer names an algo order.
  static Row row(Algo algo) {
    return new Row()
        .text("algoId", algo.algoId())
        .text("algoClOrdId", algo.terms().algoClOrdId())
        .text("tag", algo.terms().order().tag());
  }

  private static ObjectNode item(Fields body, Function<Fields, Row> work) {
    try {
      return work.apply(body).blank("clOrdId", "sMsg").text("sCode", "0").build();
    } catch (Refused refused) {
      Row row =
          new Row()
              .text("algoId", body.textOrEmpty("algoId"))
              .text("algoClOrdId", body.textOrEmpty("algoClOrdId"))
              .text("tag", body.textOrEmpty("tag"))
              .blank("clOrdId")
              .text("sCode", refused.code())
              .text("sMsg", refused.getMessage());
      body.text("reqId").ifPresent(reqId -> row.text("reqId", reqId));
      return row.build();
    }
  }

  private static Result answer(List<ObjectNode> items) {
    long good = items.stream().filter(item -> item.path("sCode").asString().equals("0")).count();
    if (good == items.size()) {
      return Result.of(Row.list(items));
    }
    String code = good == 0 ? "1" : "2";
    String message = good == 0 ? "All operations failed" : "Bulk operation partially succeeded.";
    return new Result(200, code, message, Row.list(items), false);
  }
}
