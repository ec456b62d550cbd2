package dev.okxguard.okx.wire;

import java.time.Duration;
import java.util.Map;

/// A request ready to go: signed, its body final.
///
/// @param method `GET` or `POST`
/// @param target path with query, percent-encoded exactly as signed, for example
///   `/api/v5/account/balance?ccy=BTC`
/// @param body empty for GET
/// @param timeout for the whole exchange, connecting included
public record WireRequest(
    String method, String target, Map<String, String> headers, byte[] body, Duration timeout) {

  public WireRequest {
    headers = Map.copyOf(headers);
    body = body.clone();
  }

  @Override
  public byte[] body() {
    return body.clone();
  }

  /// Method and target only: the headers hold secrets.
  @Override
  public String toString() {
    return method + " " + target;
  }

  /// The path without the query.
  public String path() {
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }
}
