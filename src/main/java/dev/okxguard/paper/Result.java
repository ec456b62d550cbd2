package dev.okxguard.paper;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What the exchange answers, before it is put into an envelope.
///
/// @param status HTTP status
/// @param order whether the envelope carries inTime and outTime, as order endpoints' do
public record Result(int status, String code, String msg, ArrayNode data, boolean order) {

  /// Success with that data.
  public static Result of(ArrayNode data) {
    return new Result(200, "0", "", data, false);
  }

  /// A failure of the whole request.
  public static Result failure(int status, String code, String msg) {
    return new Result(status, code, msg, JsonNodeFactory.instance.arrayNode(), false);
  }
}
